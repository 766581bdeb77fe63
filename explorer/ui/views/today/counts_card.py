"""How many metals have each status; a count opens the list with that filter."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.charts.plot.painting import painting
from explorer.charts.plot.pills import paint_ground
from explorer.data.controls.pill import PILL_STATES, is_paused, kind_of, state_label
from explorer.data.dates import show
from explorer.data.overview.counts import StatusCount
from explorer.data.overview.overview import Overview
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.palette import LIGHT, Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP

BAR_HEIGHT, GAP = 14, 2


@guarded
class CountBar(QWidget):
    """A bar divided by the numbers of metals, in the colours and with the hatching of their pills."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[StatusCount, ...] = ()
        self._theme = LIGHT
        self.setFixedHeight(BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: tuple[StatusCount, ...], theme: Theme) -> None:
        """Show other counts, or the same in another theme."""
        self._counts, self._theme = counts, theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, BAR_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        total = sum(len(c.metal_ids) for c in self._counts)
        if not total:
            return
        room = self.width() - GAP * (len(self._counts) - 1)
        x = 0.0
        with painting(QPainter(self)) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for count in self._counts:
                width = room * len(count.metal_ids) / total
                colours = self._theme.kind(kind_of(count.state))
                box = QRectF(x, 0, width, BAR_HEIGHT)
                painter.fillRect(box, colours.bar)
                if is_paused(count.state):
                    paint_ground(painter, box, colours, hatched=True)
                x += width + GAP


@guarded
class CountButton(QPushButton):
    """The number of metals with a status, its pill, and the number on the day after where it differs."""

    def __init__(self, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.setProperty("role", "count")
        self.setToolTip(gettext("List these metals"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        column.setSpacing(2)
        self._number = label("", "number", wrap=False, selectable=False)
        self._pill, self._later = Pill(state_label(state), state), label("", "small", wrap=False)
        for part in (self._number, self._pill, self._later):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        column.addStretch(1)

    def show_count(self, count: int, later: str | None, theme: Theme) -> None:
        """Show a number, and the text on the day after.

        `later` is empty where that number is the same, and None where all of them are: the line is left out then.
        """
        self._number.setText(str(count))
        self._pill.set_theme(theme)
        self._later.setText(later or "")
        self._later.setVisible(later is not None)
        name = gettext("{status}: {count}").format(status=state_label(self._state), count=count)
        self.setAccessibleName(name)
        self.setAccessibleDescription(later or "")

    def sizeHint(self) -> QSize:
        """Return the size of the texts, which the button itself does not know."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()


@guarded
class CountsCard(Card):
    """Shows the bar and the counts of one day."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self._shared = shared
        self.bar = CountBar()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 4)
        self._buttons = {state: self._button(state) for state in PILL_STATES}
        self.remark = label("", "small")
        for part in (self.bar, self._holder, self.remark):
            self.add(part)

    def show_overview(self, found: Overview) -> None:
        """Show the counts of a day and what changes on the day after."""
        self.setVisible(bool(found.counts))
        total = sum(len(c.metal_ids) for c in found.counts)
        heading = ngettext(
            "Status of {count} metal or material", "Status of {count} metals and materials", total
        )
        self.set_heading(heading.format(count=total))
        shown = tuple(c for c in found.counts if c.metal_ids or c.next_metal_ids)
        self.bar.show_counts(shown, self._shared.theme)
        self._show_counts(found, shown)
        changes = len(found.next_day.metals)
        text = ngettext(
            "{count} status differs on the day after. Select a count to list its metals.",
            "{count} statuses differ on the day after. Select a count to list its metals.",
            changes,
        )
        nothing = gettext("No status differs on the day after. Select a count to list its metals.")
        self.remark.setText(text.format(count=changes) if changes else nothing)

    @property
    def buttons(self) -> dict[str, CountButton]:
        """The buttons shown, by the state of their pills."""
        return {state: button for state, button in self._buttons.items() if not button.isHidden()}

    def _button(self, state: str) -> CountButton:
        """Add a button, reused for all days: during a drag of the date, new ones would take most of the time."""
        button = CountButton(state)
        button.clicked.connect(partial(self._shared.state.request_filter, state))
        button.hide()
        self._flow.addWidget(button)
        return button

    def _show_counts(self, found: Overview, shown: Sequence[StatusCount]) -> None:
        day = found.next_day.until.as_of
        has_line = any(count.changes for count in found.counts)
        of_state = {count.state: count for count in shown}
        for state, button in self._buttons.items():
            count = of_state.get(state)
            if count is not None:
                text = gettext("{count} on {day}").format(count=len(count.next_metal_ids), day=show(day))
                later = text if count.changes else ""
                button.show_count(len(count.metal_ids), later if has_line else None, self._shared.theme)
            button.setVisible(count is not None)

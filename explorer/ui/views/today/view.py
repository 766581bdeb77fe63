"""The view that the program opens with: what is in force on the as-of date, what ends and what comes next."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.overview.overview import Overview, overview
from explorer.data.places import place_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import THIS_ORIGIN, TODAY_VIEW
from explorer.palette import Theme
from explorer.ui.views.page import ScrollPage
from explorer.ui.views.today.checked_card import CheckedCard
from explorer.ui.views.today.counts_card import CountsCard
from explorer.ui.views.today.dates_card import DatesCard
from explorer.ui.views.today.examples_card import ExamplesCard
from explorer.ui.views.today.prices_card import PricesCard
from explorer.ui.views.today.start_choice import StartChoice
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

LEAST_COLUMN = 540


@guarded
class TodayView(ScrollPage):
    """Shows the controls of all metals on the as-of date of the state; the title names another day than today.

    `opened` reports that the page was painted for the first time; it is filled afterwards.
    """

    opened = Signal()

    def build(self) -> None:
        """Build the heading and the cards."""
        self._is_painted = False
        shared = self.shared
        self.setAccessibleName(gettext("Today"))
        head = QHBoxLayout()
        self.title = label("", "title", wrap=False)
        self.subtitle = label("", "muted")
        self.start = StartChoice(shared.state)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.start)
        self.column.addLayout(head)
        self.checked = CheckedCard(shared)
        self.examples = ExamplesCard(shared)
        self.dates = DatesCard(shared)
        self.counts, self.prices = CountsCard(shared), PricesCard(shared)
        for card in (self.checked, self.examples):
            self.column.addWidget(card)
        side = QWidget()
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(3 * STEP)
        cards.addWidget(self.counts)
        cards.addWidget(self.prices)
        cards.addStretch(1)
        self.row((self.dates, 3), (side, 2), least=LEAST_COLUMN)
        shared.state.contextChanged.connect(self._state_changed)
        shared.state.optionsChanged.connect(self._state_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the window be painted first, then fill the page."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self._fill_first)

    @Slot()
    def _fill_first(self) -> None:
        self.invalidate()
        self.opened.emit()

    @Slot()
    def _state_changed(self) -> None:
        self.invalidate()

    def refresh(self) -> None:
        """Fill the page for the state."""
        context, store, today = self.shared.context, self.shared.store, date.today()
        is_today = context.as_of == today
        self.title.setText(
            gettext("Today") if is_today else gettext("As of {day}").format(day=show(context.as_of))
        )
        text = (
            gettext("{day}, exports from {origin} to {destination}")
            if is_today
            else gettext("Exports from {origin} to {destination}")
        )
        self.subtitle.setText(
            text.format(
                day=show(context.as_of),
                origin=place_name(store, context.origin),
                destination=place_name(store, context.destination),
            )
        )
        if self._is_painted:
            self._show(overview(store, context, today, self.shared.own.watched()))

    def _show(self, found: Overview) -> None:
        for card in (self.checked, self.examples, self.counts, self.prices):
            card.show_overview(found)
        own = self.shared.state.options(TODAY_VIEW)["origins"] == THIS_ORIGIN
        self.dates.show_overview(found.of_one_origin() if own else found)

    def focus_content(self) -> None:
        """Move the focus to the page, which the keys scroll."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, _theme: Theme) -> None:
        """Draw everything again in the theme in use."""
        self.invalidate()

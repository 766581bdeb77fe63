"""A measure as one line, which opens to its card."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.charts.plot.painting import painting
from explorer.data.citation import cite_measure
from explorer.data.controls.addresses import addresses, own_address
from explorer.data.controls.headline import beyond
from explorer.data.controls.measure_list import end_of, end_words, rule_words
from explorer.data.controls.pauses import start_words
from explorer.data.controls.pill import measure_terms, measure_tone
from explorer.data.controls.status import ANNOUNCED, MeasureStatus
from explorer.data.glossary import explanation
from explorer.data.web_address import opening_text
from explorer.data.words import measure_name, state_word
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.browser import open_in_browser
from explorer.ui.cards.measures.card import MeasureCard
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP, set_style_property

CHEVRON, INDENT = 8, 24
NARROW = 760  # pixels below which a line has two lines of text
NAME_SHARE, KIND_SHARE = 5, 4


@guarded
class LineButton(QPushButton):
    """The button of a line: Enter, Space or Right opens it, Left closes it, Up and Down go to the next line."""

    stepRequested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("role", "line")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(INDENT, STEP, 2 * STEP, STEP)
        row.setSpacing(3 * STEP)
        self.name = label("", "heading", selectable=False)
        self.kind = label("", selectable=False)
        self.state = Pill()
        self.end = label("", "muted", wrap=False, selectable=False)
        self._state_column = QWidget()
        column = QHBoxLayout(self._state_column)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addStretch(1)
        self._names = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._names.addWidget(self.name, NAME_SHARE)
        self._names.addWidget(self.kind, KIND_SHARE)
        self._states = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._states.addWidget(self._state_column)
        self._states.addWidget(self.end)
        row.addLayout(self._names, 1)
        row.addLayout(self._states)
        row.setAlignment(self._states, Qt.AlignmentFlag.AlignVCenter)
        self._widths = 0, 0
        self._narrow: bool | None = None
        self._arrange(narrow=False)
        for part in (self.name, self.kind, self.end, self._state_column, self.state):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def column_widths(self) -> tuple[int, int]:
        """Return the widths in pixels that the state and the end need."""
        self.state.ensurePolished()
        self.end.ensurePolished()
        return self.state.sizeHint().width(), self.end.sizeHint().width()

    def set_column_widths(self, state: int, end: int) -> None:
        """Set the widths of the state and the end in pixels, so that those of all lines are aligned."""
        self._widths = state, end
        self._set_widths()

    def sizeHint(self) -> QSize:
        """Return the size of the texts, which the button itself does not know."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the texts; their height follows from the width."""
        return self._row.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the texts, which wrap."""
        self._arrange(narrow=width < NARROW)
        return self._row.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < NARROW)

    def _arrange(self, *, narrow: bool) -> None:
        """Place the kind below the name, and the end below the state, where there is no room beside them."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for box in (self._names, self._states):
            box.setDirection(direction)
            box.setSpacing(0 if narrow else 3 * STEP)
        self._set_widths()
        self.updateGeometry()

    def _set_widths(self) -> None:
        state, end = (max(self._widths),) * 2 if self._narrow else self._widths
        self._state_column.setFixedWidth(state)
        self.end.setFixedWidth(end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(key)
        if wanted is not None:
            self.setChecked(wanted)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepRequested.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and a chevron that points down while the line is open."""
        super().paintEvent(event)
        middle = QPointF(INDENT / 2, self.height() / 2)
        half, quarter = CHEVRON / 2, CHEVRON / 4
        path = QPainterPath()
        if self.isChecked():
            path.moveTo(middle + QPointF(-half, -quarter))
            path.lineTo(middle + QPointF(0, quarter))
            path.lineTo(middle + QPointF(half, -quarter))
        else:
            path.moveTo(middle + QPointF(-quarter, -half))
            path.lineTo(middle + QPointF(quarter, 0))
            path.lineTo(middle + QPointF(-quarter, half))
        with painting(QPainter(self)) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.palette().placeholderText().color()), 1.6))
            painter.drawPath(path)


class MeasureLine(QFrame):
    """The line of a measure and, while it is open, its card; `toggled` reports that it was opened or closed."""

    toggled = Signal(str, bool)
    stepRequested = Signal(str, int)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._status: MeasureStatus | None = None
        self.card: MeasureCard | None = None
        self._marked_item = ""
        self.setProperty("role", "measure")
        self.button = LineButton()
        self.button.toggled.connect(self._toggled)
        self.button.stepRequested.connect(self._step)
        self.button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.button.customContextMenuRequested.connect(self._show_menu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.button)

    @property
    def measure_id(self) -> str:
        """The id of the measure shown."""
        return self._status.measure.measure_id if self._status is not None else ""

    def show_measure(self, status: MeasureStatus, *, is_open: bool) -> None:
        """Show a measure, open or closed, without a signal."""
        self._status = status
        measure = status.measure
        kind = rule_words(self._shared.store, measure, targeted=status.target is not None)
        state = state_word(status, with_end=False)
        self.button.name.setText(measure_name(measure))
        self.button.kind.setText(kind)
        self.button.state.show_status(state, measure_tone(status), self._shared.theme)
        self.button.setToolTip(
            wrapped("\n".join((measure_name(measure), kind, explanation(*measure_terms(status)))))
        )
        self.button.end.setText(self._end_words(status))
        self.button.setAccessibleName(
            gettext("{name}: {kind}; {state}; {end}").format(
                name=measure_name(measure), kind=kind, state=state, end=self._end_words(status)
            )
        )
        blocked = self.button.blockSignals(True)
        self.button.setChecked(is_open)
        self.button.blockSignals(blocked)
        self._show_card()

    def mark(self, *, selected: bool, item_id: str = "") -> None:
        """Mark the line as the selected one, and an item on its card, also when that is built anew."""
        set_style_property(self, "pointed", selected)
        self._marked_item = item_id if selected else ""
        if self.card is not None:
            self.card.mark_item(self._marked_item)

    def focus_widgets(self) -> list[QWidget]:
        """Return what the Tab key reaches in the line and its card, in reading order."""
        parts = self.card.findChildren(QWidget) if self.card is not None else []
        return [self.button, *(w for w in parts if w.focusPolicy() & Qt.FocusPolicy.TabFocus)]

    def _end_words(self, status: MeasureStatus) -> str:
        """Return when the state ends, or when an announced measure begins."""
        measure = status.measure
        if status.state == ANNOUNCED:
            day = start_words(measure, self._shared.context.as_of, short=True)
            return gettext("from {day}").format(day=day) if measure.effective else day
        words = end_words(measure, status.state, status.until)
        if end_of(measure, status.state, status.until) is None:
            return words
        return gettext("until {day}").format(day=words)

    def menu(self) -> QMenu:
        """Return the context menu of the line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(gettext("Open document")).triggered.connect(self._open_document)
        menu.addSeparator()
        menu.addAction(gettext("Copy row")).triggered.connect(self._copy_row)
        menu.addAction(gettext("Copy citation")).triggered.connect(self._copy_citation)
        address = self._official_address()
        if address:
            menu.addAction(opening_text(address).replace("&", "&&")).triggered.connect(self._open_source)
        return menu

    def _official_address(self) -> str:
        assert self._status is not None
        address = own_address(addresses(self._shared.store, self._status.measure.instrument))
        return address.url if address is not None else ""

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        self.menu().popup(self.button.mapToGlobal(at))

    @Slot()
    def _open_document(self) -> None:
        if self._status is not None:
            self._shared.state.open_record("document", self._status.measure.instrument_id)

    @Slot()
    def _copy_row(self) -> None:
        checked = beyond(self._shared.store, self._shared.context.as_of)
        copy_text(self, "\n".join(filter(None, (self.button.accessibleName(), checked))))

    @Slot()
    def _copy_citation(self) -> None:
        if self._status is not None:
            copy_text(self, cite_measure(self._shared.store, self._status.measure))

    @Slot()
    def _open_source(self) -> None:
        open_in_browser(self._official_address())

    @Slot(bool)
    def _toggled(self, is_open: bool) -> None:
        self._show_card()
        self.toggled.emit(self.measure_id, is_open)

    @Slot(int)
    def _step(self, step: int) -> None:
        self.stepRequested.emit(self.measure_id, step)

    def _show_card(self) -> None:
        """Build the card of an open line anew, and remove that of a closed one."""
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None
        is_open = self.button.isChecked()
        self.button.setAccessibleDescription(gettext("open") if is_open else gettext("closed"))
        if is_open and self._status is not None:
            self.card = MeasureCard(self._shared, self._status)
            self.card.mark_item(self._marked_item)
            self._column.addWidget(self.card)

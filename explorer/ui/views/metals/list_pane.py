"""The left pane: live filter, sort, chips with counts, and the list of metals."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from explorer.data.controls.pill import PILL_STATES, state_terms
from explorer.data.glossary import explanation
from explorer.data.metal_order import EXPOSURE, SINCE_CONTROL, SORTS
from explorer.guard import guarded
from explorer.language import gettext, gettext_noop
from explorer.models.metal_list import MetalEntry, MetalListModel
from explorer.models.tooltip import wrapped
from explorer.models.views import METALS_VIEW, TABLE
from explorer.palette import Theme
from explorer.ui.cards.compare_entry import compare_entry, toggle_compared
from explorer.ui.cards.watching import watch_entry
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.list_delegate import MetalDelegate
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.clearable_field import ClearableField
from explorer.ui.widgets.context_menu import Entry, open_menu
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.pill import ICON, pill_icon

_BANS = (
    gettext_noop("Ban {count}"),
    gettext_noop("Refused in principle {count}"),
    gettext_noop("Ban or refusal {count}"),
)
_PAUSED_BANS = (
    gettext_noop("Ban paused {count}"),
    gettext_noop("Refusal paused {count}"),
    gettext_noop("Ban or refusal paused {count}"),
)


@guarded
class MetalListPane(QFrame):
    """Shows the metals of the state's context; the metal shown stays the current line through every change."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self._shared = shared
        self.model = MetalListModel(self)
        self._restoring = False
        self._is_stale = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QWidget()
        controls = QVBoxLayout(top)
        controls.setContentsMargins(12, 10, 12, 10)
        controls.setSpacing(8)
        controls.addLayout(self._make_filter())
        controls.addWidget(self._make_chips())
        self.order_note = label("", "small")
        self.order_note.setToolTip(wrapped(explanation("exposure")))
        self.order_note.hide()
        controls.addWidget(self.order_note)
        layout.addWidget(top)
        self._stack = QStackedLayout()
        layout.addLayout(
            self._stack, 1
        )  # before its widgets, which otherwise briefly appear as top-level windows
        self._stack.addWidget(self._make_list())
        self.message = label("", "muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.message.setMargin(24)
        self._stack.addWidget(self.message)
        self.as_table = link_button(gettext("Show as a table"))
        self.as_table.clicked.connect(partial(shared.state.set_option, METALS_VIEW, "layout", TABLE))
        layout.addWidget(self.as_table)
        shared.state.metalChanged.connect(self._metal_changed)
        shared.state.contextChanged.connect(self._context_changed)
        shared.state.factsChanged.connect(self._context_changed)
        shared.state.filterRequested.connect(self._filter_requested)
        shared.state.sparklinesChanged.connect(self.refresh)
        self.set_entries(self._entries(), self._sentence)

    def _make_filter(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.filter = ClearableField()
        self.filter.setPlaceholderText(gettext("Filter the list"))
        self.filter.setAccessibleName(gettext("Filter the list of metals"))
        self.filter.textChanged.connect(self._filter_changed)
        self.filter.installEventFilter(self)
        self.sort = ChoiceBox()
        self.sort.setAccessibleName(gettext("Sort the list"))
        self.sort.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        words = (
            gettext("Name"),
            gettext("Status"),
            gettext("Origin's share"),
            gettext("US import reliance"),
            gettext("First controlled"),
            gettext("Price since control"),
            gettext("Most exposed to what is controlled today"),
        )
        for key, word in zip(SORTS, words, strict=True):
            self.sort.addItem(word, key)
        self.sort.setToolTip(
            gettext(
                "Sort by name, status, the origin's share of world output, US net import reliance, the date of the "
                "first licence or ban on file, the price change since then, or the origin's share of the "
                "destination's imports of metals under a licence or ban"
            )
        )
        self.sort.currentIndexChanged.connect(self._sort_changed)
        row.addWidget(self.filter, 1)
        row.addWidget(self.sort, 1)
        return row

    def _make_chips(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[str | None, QPushButton] = {}
        for state in (None, *PILL_STATES):
            chip = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(state is None)
            chip.setIconSize(ICON)
            chip.setToolTip(wrapped(explanation(*state_terms(state)) if state is not None else ""))
            self._group.addButton(chip)
            self._chips[state] = chip
            flow.addWidget(chip)
        self._group.buttonClicked.connect(self._chip_clicked)
        return holder

    def _make_list(self) -> QListView:
        self.view = _MetalView(self._shared)
        self.view.setModel(self.model)
        self.view.setAccessibleName(gettext("Metals"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = MetalDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        return self.view

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self.delegate.theme = theme
        if self.view.isVisible():
            self.view.viewport().update()
        for state, chip in self._chips.items():
            if state is not None:
                chip.setIcon(pill_icon(state, theme))

    def set_entries(self, entries: list[MetalEntry], describe: Callable[[str], str] | None = None) -> None:
        """Show other metals; `describe` returns the answer on a metal for its tooltip."""
        self.model.set_entries(entries, describe)
        self._rows_replaced()

    @Slot()
    def _context_changed(self) -> None:
        """Update the lines now if they are visible, otherwise when they are next shown: another view is faster so."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Update lines that are out of date."""
        if self._is_stale:
            self.refresh()
        super().showEvent(event)

    @Slot()
    def refresh(self) -> None:
        """Update the lines; selection, scroll position and focus stay."""
        self._is_stale = False
        self._restoring = True
        self.model.update_entries(self._entries(), self._sentence)
        self._show_counts()
        self._select_metal()
        self._restoring = False

    def _entries(self) -> list[MetalEntry]:
        """Return the lines; the imports of the destination are read only where the list is sorted by them."""
        builder, context = self._shared.list_builder, self._shared.context
        sort = self.sort.currentData()
        found = builder.exposures(context) if sort == EXPOSURE else None
        self.order_note.setText(builder.exposure_summary(found) if found is not None else "")
        self.order_note.setVisible(found is not None)
        return builder.entries(
            context,
            found,
            since_control=sort == SINCE_CONTROL,
            sparklines=self._shared.state.sparklines,
        )

    def _sentence(self, metal_id: str) -> str:
        return self._shared.list_builder.sentence(metal_id, self._shared.context)

    @Slot(str)
    def _metal_changed(self, _metal_id: str) -> None:
        self._select_metal()
        self._scroll_to_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list and Escape clear the filter while the filter has the focus."""
        if watched is self.filter and event.type() == QEvent.Type.KeyPress:
            key = event.key()  # type: ignore[attr-defined]
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self.view.setFocus()
                if not self.view.currentIndex().isValid():
                    self.view.setCurrentIndex(self.model.index(self.model.first_row(), 0))
                return True
            if key == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.first_row() >= 0:
                self.view.setCurrentIndex(self.model.index(self.model.first_row(), 0))
                return True
        return super().eventFilter(watched, event)

    def _rows_replaced(self) -> None:
        self._show_counts()
        self._select_metal()
        self._scroll_to_current()
        QTimer.singleShot(0, self, self._scroll_to_current)  # once the chips have taken their room

    def _show_counts(self) -> None:
        """Show how many metals each chip stands for, or the message where no metal is listed."""
        counts = self.model.counts()
        texts = {
            None: gettext("All {count}"),
            "prohibition": self._ban_text("prohibition", counts, _BANS),
            "prohibition-paused": self._ban_text("prohibition-paused", counts, _PAUSED_BANS),
            "licence": gettext("Licence {count}"),
            "licence-paused": gettext("Licence rule paused {count}"),
            "technology": gettext("Technology {count}"),
            "technology-paused": gettext("Technology control paused {count}"),
            "announced": gettext("Announced {count}"),
            "other": gettext("Other rules {count}"),
            "other-paused": gettext("Other rule paused {count}"),
            "none": gettext("Nothing in force {count}"),
        }
        for state, chip in self._chips.items():
            count = counts.total() if state is None else counts[state]
            chip.setText(texts[state].format(count=count))
            chip.setVisible(state is None or count > 0 or chip.isChecked())
        empty = self.model.first_row() < 0
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty:
            self.message.setText(gettext("No metals found. Clear the filter or choose another status."))

    def _ban_text(self, state: str, counts: Mapping[str, int], texts: tuple[str, str, str]) -> str:
        """Return the text of a chip for bans, for refusals in principle, or for both where the list has both."""
        refused = self.model.refused_in_principle(state)
        ban, refusal, both = texts
        if not refused:
            return gettext(ban)
        return gettext(refusal) if refused == counts[state] else gettext(both)

    def _select_metal(self) -> None:
        """Make the metal shown the current line; where a filter hides it, no line is current."""
        restoring, self._restoring = self._restoring, True
        row = self.model.row_of(self._shared.state.metal_id)
        if row < 0:
            self.view.selectionModel().clear()
        elif row != self.view.currentIndex().row() or not self.view.selectionModel().hasSelection():
            self.view.setCurrentIndex(self.model.index(row, 0))
        self._restoring = restoring

    @Slot()
    def _scroll_to_current(self) -> None:
        if self.view.currentIndex().isValid():
            self.view.scrollTo(self.view.currentIndex())

    @Slot(str)
    def _filter_changed(self, text: str) -> None:
        self.model.set_filter(text)
        self._rows_replaced()

    @Slot(int)
    def _sort_changed(self, index: int) -> None:
        self.model.set_sort(self.sort.itemData(index))
        self.set_entries(self._entries(), self._sentence)

    @Slot(QPushButton)
    def _chip_clicked(self, clicked: QPushButton) -> None:
        state = next(s for s, chip in self._chips.items() if chip is clicked)
        self.model.set_chip(state)
        self._rows_replaced()

    @Slot(str)
    def _filter_requested(self, status: str) -> None:
        """Show the metals of a status, all of them where no chip stands for it."""
        self.filter.clear()
        chip = self._chips.get(status, self._chips[None])
        chip.setChecked(True)
        self._chip_clicked(chip)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        metal_id = current.data(MetalListModel.MetalIdRole)
        if metal_id and not self._restoring:
            self._shared.state.set_metal(metal_id)


@guarded
class _MetalView(QListView):
    """A list that does not select a line just because it gets the focus.

    Its menu compares and watches a metal, and changes what the list shows; Ctrl+click compares the metal of a line or
    no longer.
    """

    def __init__(self, shared: ViewContext) -> None:
        super().__init__()
        self._shared = shared
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu at the pointer, for the line there, or at the current line."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        place = self.visualRect(index).bottomLeft()
        open_menu(self, self.entries(index), event, self.viewport().mapToGlobal(place))

    def entries(self, index: QModelIndex) -> list[Entry]:
        """Return the entries of the menu of a line."""
        state, metal_id = self._shared.state, index.data(MetalListModel.MetalIdRole)
        shown = state.sparklines
        text = gettext("Hide small price charts") if shown else gettext("Show small price charts")
        of_metal = (compare_entry, watch_entry) if metal_id else ()
        return [
            *(entry(self._shared, metal_id, self) for entry in of_metal),
            Entry(text, partial(state.set_sparklines, not shown), new_section=bool(metal_id)),
            Entry(gettext("Show as a table"), partial(state.set_option, METALS_VIEW, "layout", TABLE)),
        ]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Compare the metal of a line, or no longer, on a click with Ctrl; the metal that is shown stays."""
        metal_id = self.indexAt(event.position().toPoint()).data(MetalListModel.MetalIdRole)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if metal_id and is_left and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            toggle_compared(self._shared, metal_id, self)
            event.accept()
            return
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        has_current = self.currentIndex().isValid()
        selection = self.selectionModel()
        selection.blockSignals(not has_current)
        super().focusInEvent(event)
        if not has_current:
            selection.clear()
            selection.blockSignals(False)
            self.viewport().update()

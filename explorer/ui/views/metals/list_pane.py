"""The left pane: live filter, sort, chips with counts, and the list of metals."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from explorer.data.controls.pill import PILL_STATES
from explorer.guard import guarded
from explorer.models.metal_list import SORTS, MetalEntry, MetalListModel
from explorer.palette import Theme
from explorer.ui.views.metals.list_delegate import MetalDelegate
from explorer.ui.widgets.basics import ChoiceBox, label
from explorer.ui.widgets.layouts import FlowLayout


@guarded
class MetalListPane(QFrame):
    """Shows entries; tells which metal was chosen. The current metal stays chosen by id through every change."""

    metalChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.model = MetalListModel(self)
        self._metal_id = ""
        self._restoring = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QWidget()
        controls = QVBoxLayout(top)
        controls.setContentsMargins(12, 10, 12, 10)
        controls.setSpacing(8)
        controls.addLayout(self._make_filter())
        controls.addWidget(self._make_chips())
        layout.addWidget(top)
        self._stack = QStackedLayout()
        layout.addLayout(
            self._stack, 1
        )  # before its widgets, which else are windows of their own for a moment
        self._stack.addWidget(self._make_list())
        self.message = label("", "muted")
        self.message.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.message.setMargin(24)
        self._stack.addWidget(self.message)

    def _make_filter(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter the list"))
        self.filter.setAccessibleName(self.tr("Filter the list of metals"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._filter_changed)
        self.filter.installEventFilter(self)
        self.sort = ChoiceBox()
        self.sort.setAccessibleName(self.tr("Sort the list"))
        words = (
            self.tr("Name"),
            self.tr("Status"),
            self.tr("Exporter's share"),
            self.tr("US import reliance"),
            self.tr("First licence or ban"),
        )
        for key, word in zip(SORTS, words, strict=True):
            self.sort.addItem(word, key)
        self.sort.setToolTip(
            self.tr(
                "Sort by name, status, the exporter's share of world output, US net import reliance, or the first "
                "licence or ban on file"
            )
        )
        self.sort.currentIndexChanged.connect(self._sort_changed)
        row.addWidget(self.filter, 1)
        row.addWidget(self.sort)
        return row

    def _make_chips(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 6)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._chips: dict[str | None, QPushButton] = {}
        for state in (None, *PILL_STATES):
            chip = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(state is None)
            self._group.addButton(chip)
            self._chips[state] = chip
            flow.addWidget(chip)
        self._group.buttonClicked.connect(self._chip_clicked)
        return holder

    def _make_list(self) -> QListView:
        self.view = _MetalView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(self.tr("Metals"))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = MetalDelegate(self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        return self.view

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self.delegate.theme = theme
        self.view.viewport().update()

    def set_entries(self, entries: list[MetalEntry], describe: Callable[[str], str] | None = None) -> None:
        """Show other lines; `describe` returns the answer on a metal for its tooltip."""
        self.model.set_entries(entries, describe)
        self._after_change()

    def show_metal(self, metal_id: str) -> None:
        """Select a metal; where a filter hides it, nothing is selected."""
        self._metal_id = metal_id
        self._reselect()

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

    def _after_change(self) -> None:
        counts = self.model.counts()
        words = {
            None: self.tr("All"),
            "prohibition": self._ban_word(counts["prohibition"]),
            "licence": self.tr("Licence"),
            "suspended": self.tr("Paused"),
            "technology": self.tr("Technology"),
            "announced": self.tr("Announced"),
            "other": self.tr("Other rules"),
            "none": self.tr("Nothing in force"),
        }
        for state, chip in self._chips.items():
            count = counts.total() if state is None else counts[state]
            chip.setText(f"{words[state]} {count}")
            chip.setVisible(state is None or count > 0 or chip.isChecked())
        empty = self.model.first_row() < 0
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty:
            self.message.setText(self.tr("No metal fits. Clear the filter or choose another status."))
        self._reselect()
        QTimer.singleShot(0, self, self._bring_current)  # once the chips have taken the room they need now

    def _ban_word(self, count: int) -> str:
        """Return the word for bans, for refusals in principle, or for both where the list has both."""
        refused = self.model.refused_in_principle()
        if not refused:
            return self.tr("Ban")
        return self.tr("Refused in principle") if refused == count else self.tr("Ban or refusal")

    def _reselect(self) -> None:
        self._restoring = True
        row = self.model.row_of(self._metal_id)
        if row >= 0:
            index = self.model.index(row, 0)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self.view.selectionModel().clear()
        self._restoring = False

    @Slot()
    def _bring_current(self) -> None:
        if self.view.currentIndex().isValid():
            self.view.scrollTo(self.view.currentIndex())

    @Slot(str)
    def _filter_changed(self, text: str) -> None:
        self.model.set_filter(text)
        self._after_change()

    @Slot(int)
    def _sort_changed(self, index: int) -> None:
        self.model.set_sort(self.sort.itemData(index))
        self._after_change()

    @Slot(QPushButton)
    def _chip_clicked(self, clicked: QPushButton) -> None:
        state = next(s for s, chip in self._chips.items() if chip is clicked)
        self.model.set_chip(state)
        self._after_change()

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        metal_id = current.data(MetalListModel.MetalIdRole)
        if metal_id and not self._restoring and metal_id != self._metal_id:
            self._metal_id = metal_id
            self.metalChosen.emit(metal_id)


@guarded
class _MetalView(QListView):
    """A list that chooses nothing by itself when the focus comes to it and no line is chosen."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        chosen = self.currentIndex().isValid()
        chooser = self.selectionModel()
        chooser.blockSignals(not chosen)
        super().focusInEvent(event)
        if not chosen:
            chooser.clear()
            chooser.blockSignals(False)
            self.viewport().update()

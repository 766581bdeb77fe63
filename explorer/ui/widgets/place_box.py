"""A list of places that can be typed into; what is not the name of one stays, marked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit

from explorer.data.place_names import Suggestions
from explorer.data.places import Place
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.ui.widgets.field_error import FieldFault

ROOM_BESIDE_NAME = 40
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@guarded
class PlaceBox(QComboBox):
    """Offers places by name, and by what `suggest` finds for a beginning.

    `find` reads the whole name and raises KnownError where it is none; `fault` then says why it is not applied.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        places: Sequence[Place],
        find: Callable[[str], str],
        suggest: Callable[[str], Suggestions],
    ) -> None:
        super().__init__()
        self._find, self._suggest = find, suggest
        self._suggestions = Suggestions((), False)
        self._shown = ""
        self._refused = ""
        self.setAccessibleName(name)
        self._edit = QLineEdit()
        self.setLineEdit(self._edit)
        self.fault = FieldFault(self, name, self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)
        for place in places:
            self.addItem(place.name, place.place_id)
        self._make_completer()
        longest = max((place.name for place in places), key=len, default="")
        for dropped in (self.view(), self._completer.popup()):
            if dropped is not None:
                dropped.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest) + ROOM_BESIDE_NAME)
        self.activated.connect(self._activated)
        self._edit.textEdited.connect(self._edited)
        self._edit.editingFinished.connect(self._finished)

    def _make_completer(self) -> None:
        self._offered = _Offered(self)
        self._completer = _Completer(self._offered, self)
        self.setCompleter(self._completer)

    def show_id(self, place_id: str) -> None:
        """Show the place that is applied, whatever was typed."""
        self._shown = place_id
        self.setCurrentIndex(self.findData(place_id))
        self.setEditText(self.itemText(self.currentIndex()))
        self._edit.setCursorPosition(0)
        self._refused = ""
        self.fault.clear()

    def shown_id(self) -> str:
        """Return the place that is applied, whatever is typed."""
        return self._shown

    def shown_name(self) -> str:
        """Return the name of the place that is applied."""
        return self.itemText(self.findData(self._shown))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when the focus comes by key, so that typing replaces the place."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason):
            self._edit.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read what was typed also after Tab from an open list, where Qt gives neither its place nor another word."""
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._left)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: a place never changes because the pointer passes over it."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring the place back on Escape; an arrow leads from a text to what it may mean, not to another place."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_id(self._shown)
            self._edit.selectAll()
            QTimer.singleShot(0, self, self._fold)
        elif event.key() in _STEPS and self._edit.text() != self.shown_name():
            self._edited(self._edit.text())
            self._completer.complete()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _fold(self) -> None:
        """Take the list of completions away."""
        popup = self._popup()
        if popup is not None:
            popup.hide()

    @Slot(int)
    def _activated(self, index: int) -> None:
        place_id = self.itemData(index)
        if place_id:
            self._take(place_id)

    def _take(self, place_id: str) -> None:
        before = self._shown
        self.show_id(place_id)
        QTimer.singleShot(0, self, self._select)  # after the list, which writes the name once more
        if place_id != before:
            self.chosen.emit(place_id)

    @Slot()
    def _select(self) -> None:
        """Select all, so that typing replaces the place."""
        if self.hasFocus() and self._edit.text() == self.shown_name():
            self._edit.selectAll()

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._suggestions = self._suggest(text)
        self._offered.offer([self.findData(place_id) for place_id in self._suggestions.place_ids])
        QTimer.singleShot(0, self, self._point_at_first)

    @Slot()
    def _point_at_first(self) -> None:
        """Point at the first place of the list, which Enter then takes, where the text means no other."""
        popup = self._popup()
        if not self._suggestions.certain or popup is None:
            return
        if not popup.currentIndex().isValid() and popup.model().rowCount():
            chooser = popup.selectionModel()
            chooser.blockSignals(True)  # a signal would write the place into the field while one types
            popup.setCurrentIndex(popup.model().index(0, 0))
            chooser.blockSignals(False)
            popup.viewport().update()

    def _popup(self) -> QAbstractItemView | None:
        """Return the list of completions while it is dropped."""
        popup = self._completer.popup()
        return popup if popup is not None and popup.isVisible() else None

    @Slot()
    def _left(self) -> None:
        pending = self._edit.text() not in (self.shown_name(), self._refused)
        if pending and not self.hasFocus() and self._popup() is None:
            self._finished()

    @Slot()
    def _finished(self) -> None:
        popup = self._popup()
        if popup is not None and popup.currentIndex().isValid():
            return  # the list is about to give the place that it points at
        try:
            place_id = self._find(self._edit.text())
        except KnownError as error:
            self._refused = self._edit.text()
            self.fault.tell(str(error))
        else:
            self._take(place_id)


@guarded
class _Offered(QSortFilterProxyModel):
    """The rows of a list that are offered, in an order of their own."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._rank: dict[int, int] = {}
        self.setSourceModel(box.model())
        self.sort(0)

    def offer(self, rows: Sequence[int]) -> None:
        """Offer these rows only."""
        self._rank = {row: rank for rank, row in enumerate(rows)}
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        return row in self._rank

    def lessThan(
        self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex
    ) -> bool:
        return self._rank.get(left.row(), 0) < self._rank.get(right.row(), 0)


@guarded
class _Completer(QCompleter):
    """Drops all that is offered: what fits a text is found before."""

    def __init__(self, offered: _Offered, parent: QComboBox) -> None:
        super().__init__(offered, parent)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = self.popup()
        if popup is not None:
            popup.setProperty("role", "completions")
            popup.setAccessibleName(self.tr("Matching countries"))

    def splitPath(self, _path: str) -> list[str]:
        return [""]

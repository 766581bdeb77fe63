"""A list of places that can be typed into; what is no place is told, never guessed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit

from explorer.data.places import Place
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.ui.widgets import set_flag


@guarded
class PlaceBox(QComboBox):
    """Offers places by name; `find` reads what else may be typed and raises KnownError where it is no place."""

    chosen = Signal(str)
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, name: str, places: Sequence[Place], find: Callable[[str], str]) -> None:
        super().__init__()
        self._find = find
        self._shown = ""
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._edit = QLineEdit()
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)
        for place in places:
            self.addItem(place.name, place.place_id)
        self._make_completer()
        self.activated.connect(self._activated)
        self._edit.textEdited.connect(self._edited)
        self._edit.editingFinished.connect(self._finished)

    def _make_completer(self) -> None:
        completer = QCompleter(self.model(), self)
        self.setCompleter(completer)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def show_id(self, place_id: str) -> None:
        """Show a place without telling."""
        self._shown = place_id
        self.setCurrentIndex(self.findData(place_id))
        self.setEditText(self.itemText(self.currentIndex()))
        self._edit.setCursorPosition(0)
        set_flag(self._edit, "invalid", False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when the focus comes by key, so that typing replaces the place."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason):
            self._edit.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: a place never changes because the pointer passes over it."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring the place back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_id(self._shown)
            self._edit.selectAll()
            QTimer.singleShot(0, self, self._fold)
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
        before = self._shown
        if place_id:
            self.show_id(place_id)
            self.accepted.emit()
            if place_id != before:
                self.chosen.emit(place_id)

    @Slot(str)
    def _edited(self, _text: str) -> None:
        set_flag(self._edit, "invalid", False)
        QTimer.singleShot(0, self, self._point_at_first)

    @Slot()
    def _point_at_first(self) -> None:
        """Point at the first of the places that the list offers, which Enter then takes."""
        popup = self._popup()
        if popup is not None and not popup.currentIndex().isValid() and popup.model().rowCount():
            chooser = popup.selectionModel()
            chooser.blockSignals(True)  # a signal would write the place into the field while one types
            popup.setCurrentIndex(popup.model().index(0, 0))
            chooser.blockSignals(False)
            popup.viewport().update()

    def _popup(self) -> QAbstractItemView | None:
        """Return the list of completions while it is dropped."""
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    @Slot()
    def _finished(self) -> None:
        popup = self._popup()
        if popup is not None and popup.currentIndex().isValid():
            return  # the list is about to give the place that it points at
        text = self._edit.text().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        try:
            self._activated(index if index >= 0 else self.findData(self._find(text)))
        except KnownError as error:
            self.refused.emit(str(error))
            self.show_id(self._shown)

"""A list of places with a text field; a text that names no place stays and is marked."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QCompleter, QLineEdit

from explorer.data.place_names import Suggestions
from explorer.data.places import Place
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.widgets.field_error import FieldError
from explorer.ui.widgets.focus import focus_and_select

MARGIN = 40
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@guarded
class PlaceBox(QComboBox):
    """Offers places by name, and the suggestions of `suggest` while typing.

    `find` returns the place of a whole name, or raises KnownError, which `fault` then shows.
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
        self._rejected = ""
        self.setAccessibleName(name)
        self._edit = QLineEdit(self)
        self.setLineEdit(self._edit)
        self.fault = FieldError(self, name, self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(24)
        self._make_completer()
        self._add(places)
        self.activated.connect(self._activated)
        self._edit.textEdited.connect(self._update_suggestions)
        self._edit.editingFinished.connect(self._apply_text)

    def set_places(self, places: Sequence[Place], suggest: Callable[[str], Suggestions]) -> None:
        """Offer other places; the applied one stays."""
        self._suggest = suggest
        blocked = self.blockSignals(True)
        text = self._edit.text()
        self.clear()
        self._add(places)
        self.setCurrentIndex(self.findData(self._shown))
        self.setEditText(text)
        self.blockSignals(blocked)

    def _add(self, places: Sequence[Place]) -> None:
        for place in places:
            self.addItem(place.name, place.place_id)
        longest = max((place.name for place in places), key=len, default="")
        for popup in (self.view(), self._completer.popup()):
            if popup is not None:
                popup.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest) + MARGIN)

    def _make_completer(self) -> None:
        self._suggested = _SuggestedRows(self)
        self._completer = _Completer(self._suggested, self)
        self.setCompleter(self._completer)

    def show_id(self, place_id: str) -> None:
        """Show a place as the applied one, whatever was typed."""
        self._shown = place_id
        self.setCurrentIndex(self.findData(place_id))
        self.setEditText(self.itemText(self.currentIndex()))
        self._edit.setCursorPosition(0)
        self._rejected = ""
        self.fault.clear()

    def clear_for_next(self) -> None:
        """Empty the field for another place, also of the name that the list of suggestions sets once it has closed."""
        self.show_id("")
        QTimer.singleShot(0, self, partial(self.show_id, ""))

    def shown_id(self) -> str:
        """Return the id of the applied place, whatever is typed."""
        return self._shown

    def shown_name(self) -> str:
        """Return the name of the applied place."""
        return self.itemText(self.findData(self._shown))

    @Slot()
    def focus_and_select(self) -> None:
        """Focus the field and select its text, also where it has the focus and an invalid text."""
        focus_and_select(self._edit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when the focus arrives by keyboard, so that typing replaces the place."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason):
            self._edit.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Apply the text also after Tab in an open list, where Qt emits no signal."""
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._apply_after_focus_out)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel, so that scrolling the window never changes the place."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore the applied place on Escape; from typed text, an arrow key opens the suggestions."""
        if event.key() == Qt.Key.Key_Escape:
            self.show_id(self._shown)
            self._edit.selectAll()
            QTimer.singleShot(0, self, self._hide_completions)
        elif event.key() in _STEPS and self._edit.text() != self.shown_name():
            self._update_suggestions(self._edit.text())
            self._completer.complete()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _hide_completions(self) -> None:
        """Hide the list of completions."""
        popup = self._popup()
        if popup is not None:
            popup.hide()

    @Slot(int)
    def _activated(self, index: int) -> None:
        place_id = self.itemData(index)
        if place_id:
            self._choose(place_id)

    def _choose(self, place_id: str) -> None:
        before = self._shown
        self.show_id(place_id)
        QTimer.singleShot(0, self, self._select_all)  # after the list, which sets the name again
        if place_id != before:
            self.chosen.emit(place_id)

    @Slot()
    def _select_all(self) -> None:
        """Select all, so that typing replaces the place."""
        if self.hasFocus() and self._edit.text() == self.shown_name():
            self._edit.selectAll()

    @Slot(str)
    def _update_suggestions(self, text: str) -> None:
        self._suggestions = self._suggest(text)
        self._suggested.show_rows([self.findData(place_id) for place_id in self._suggestions.place_ids])
        QTimer.singleShot(0, self, self._highlight_first)

    @Slot()
    def _highlight_first(self) -> None:
        """Highlight the first suggestion, for Enter to choose, if the text can mean no other place."""
        popup = self._popup()
        if not self._suggestions.certain or popup is None:
            return
        if not popup.currentIndex().isValid() and popup.model().rowCount():
            selection = popup.selectionModel()
            selection.blockSignals(True)  # a signal would put the place into the field while the user types
            popup.setCurrentIndex(popup.model().index(0, 0))
            selection.blockSignals(False)
            popup.viewport().update()

    def _popup(self) -> QAbstractItemView | None:
        """Return the list of completions while it is visible."""
        popup = self._completer.popup()
        return popup if popup is not None and popup.isVisible() else None

    @Slot()
    def _apply_after_focus_out(self) -> None:
        pending = self._edit.text() not in (self.shown_name(), self._rejected)
        if pending and not self.hasFocus() and self._popup() is None:
            self._apply_text()

    @Slot()
    def _apply_text(self) -> None:
        popup = self._popup()
        if popup is not None and popup.currentIndex().isValid():
            return  # the list is about to choose the highlighted place
        try:
            place_id = self._find(self._edit.text())
        except KnownError as error:
            self._rejected = self._edit.text()
            self.fault.show(str(error))
        else:
            self._choose(place_id)


@guarded
class _SuggestedRows(QSortFilterProxyModel):
    """The suggested rows of a list, in their own order."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._rank: dict[int, int] = {}
        self.setSourceModel(box.model())
        self.sort(0)

    def show_rows(self, rows: Sequence[int]) -> None:
        """Show these rows only."""
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
    """Shows all suggested rows: they already match the text."""

    def __init__(self, suggested: _SuggestedRows, parent: QComboBox) -> None:
        super().__init__(suggested, parent)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = self.popup()
        if popup is not None:
            popup.setProperty("role", "completions")
            popup.setAccessibleName(gettext("Matches"))

    def splitPath(self, _path: str) -> list[str]:
        return [""]

"""The area beside the list of metals: the metal, or the record that covers it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.detail_pane import DetailPane

if TYPE_CHECKING:
    from explorer.ui.views.metals.records.view import RecordView


class RecordArea(QStackedWidget):
    """Shows the record of the state in place of the metal; the focus returns to where it was.

    `metalOpened` reports that a record with the focus was left for another metal, tab or item; `exportRequested` asks
    for the export of a chart.
    """

    metalOpened = Signal()
    exportRequested = Signal(object)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.metal = DetailPane(shared, self)
        self._record: RecordView | None = None
        self._focused: QWidget | None = None
        self._left: object = None
        self.addWidget(self.metal)
        shared.state.recordChanged.connect(self._record_changed)
        shared.state.contextChanged.connect(self.refresh)
        shared.state.factsChanged.connect(self._facts_changed)
        if shared.state.record is not None:
            self._record_changed()

    @property
    def record(self) -> "RecordView | None":
        """The view of the record shown, None while the metal is shown."""
        return self._record if self.currentWidget() is self._record else None

    @Slot()
    def refresh(self) -> None:
        """Show the record anew: for another date or place, or in another theme."""
        if self.record is not None:
            self.record.refresh()

    @Slot()
    def _facts_changed(self) -> None:
        """Show the record anew, or the metal where the record was an entry of the user that is gone."""
        if self._is_gone():
            self._shared.state.close_record()
        else:
            self.refresh()

    def _is_gone(self) -> bool:
        kind, record_id = self._shared.state.record or ("", "")
        return kind == "document" and record_id not in self._shared.store.instruments

    def leave_focus(self) -> None:
        """Keep the focus where it was moved on purpose when a record has just been closed."""
        self._focused, self._left = None, None

    def _shown(self) -> object:
        """Return what is shown apart from a record."""
        state = self._shared.state
        selected = state.selected_measure, state.selected_item, state.selected_heading
        return state.metal_id, state.tab, state.code, selected

    @Slot()
    def _record_changed(self) -> None:
        if self._is_gone():  # an entry of the user that the history still has
            self._shared.state.close_record()
            return
        if self._shared.state.record is None:
            self.setCurrentWidget(self.metal)
            if self._record is not None:
                self._record.clear()
            QTimer.singleShot(0, self, self._restore_focus)
            return
        if self.record is None:
            self._focused, self._left = self.focusWidget(), self._shown()
        if self._record is None:
            # A metal is shown without the modules of records: those of questions alone take longer than its page.
            from explorer.ui.views.metals.records.view import RecordView

            self._record = RecordView(self._shared)
            self._record.exportRequested.connect(self.exportRequested)
            self.addWidget(self._record)
        self.setCurrentWidget(self._record)
        self._record.show_record()

    @Slot()
    def _restore_focus(self) -> None:
        focused, self._focused = self._focused, None
        holder = QApplication.focusWidget()
        if holder is not None and not self.isAncestorOf(holder):
            return
        if self._left is not None and self._shown() != self._left:
            self.metalOpened.emit()
        elif focused is not None and self._is_alive(focused):
            focused.setFocus()

    def _is_alive(self, widget: QWidget) -> bool:
        """Return whether a widget still belongs to the metal: its page may have been filled anew."""
        return any(widget is own for own in self.metal.findChildren(QWidget)) and widget.isVisible()

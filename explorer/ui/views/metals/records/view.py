"""A record with the button that leads back to the metal."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.data.metal_names import short_name
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.records.answer_page import AnswerPage
from explorer.ui.views.metals.records.claim_page import ClaimPage
from explorer.ui.views.metals.records.document_page import DocumentPage
from explorer.ui.views.metals.records.page import RecordPage
from explorer.ui.widgets.labels import rule

_PAGES: dict[str, Callable[[ViewContext, str], RecordPage]] = {
    "document": DocumentPage,
    "claim": ClaimPage,
    "answer": AnswerPage,
}


class RecordView(QWidget):
    """Shows the record of the state; Escape and the button close it."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = QPushButton()
        self.back.clicked.connect(shared.state.close_record)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 12, 20, 8)
        bar.addWidget(self.back)
        bar.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setProperty("role", "content")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(rule())
        column.addWidget(self._scroll, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(shared.state.close_record)

    def show_record(self) -> None:
        """Show the record of the state from its top, with the focus on its content, which keys scroll."""
        metal = short_name(self._shared.metal)
        self.back.setText(gettext("Back to {metal}").format(metal=metal))
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)
        self.focus_content()

    def focus_content(self) -> None:
        """Move the focus to the content of the record."""
        page = self._scroll.widget()
        target = page.focus_target() if isinstance(page, RecordPage) else None
        (target or self._scroll).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Build the page of the record anew, at the place to which it was scrolled."""
        if self._shared.state.record is None:
            return
        kind, record_id = self._shared.state.record
        place = self._scroll.verticalScrollBar().value()
        page = _PAGES[kind](self._shared, record_id)
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(place)
        for part in (self, self._scroll):
            part.setAccessibleName(page.name)

    def page(self) -> QWidget | None:
        """Return the page of the record, None while none is shown."""
        return self._scroll.widget()

    def clear(self) -> None:
        """Delete the page of a record that is no longer shown."""
        page = self._scroll.takeWidget()
        if page is not None:
            page.deleteLater()

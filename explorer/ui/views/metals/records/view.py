"""A record below the button that leads back to the metal and the links to its sections."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.data.metal_names import short_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.records.answer_page import AnswerPage
from explorer.ui.views.metals.records.claim_page import ClaimPage
from explorer.ui.views.metals.records.document_page import DocumentPage
from explorer.ui.views.metals.records.page import RecordPage
from explorer.ui.views.metals.records.section_links import SectionLinks
from explorer.ui.widgets.content_area import ContentArea
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import rule
from explorer.ui.widgets.style import STEP

_PAGES: dict[str, Callable[[ViewContext, str], RecordPage]] = {
    "document": DocumentPage,
    "claim": ClaimPage,
    "answer": AnswerPage,
}


_ABOVE = 8  # pixels above a section that a link leads to


@guarded
class RecordView(QWidget):
    """Shows the record of the state; Escape and the button close it, Ctrl+Down and Ctrl+Up go through its sections.

    Page Up, Page Down, Home and End scroll it wherever the focus is, unless a table needs the key.
    `exportRequested` asks for the export of a chart.
    """

    exportRequested = Signal(object)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = QPushButton()
        self.back.clicked.connect(shared.state.close_record)
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 12, 20, 8)
        bar.setSpacing(3 * STEP)
        self.back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        bar.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.links = SectionLinks()
        self.links.chosen.connect(self.go_to)
        bar.addWidget(self.links, 1, Qt.AlignmentFlag.AlignVCenter)
        self._scroll = ContentArea()
        self._scroll.setProperty("role", "content")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(rule())
        column.addWidget(self._scroll, 1)
        for key, slot in (
            (QKeySequence(Qt.Key.Key_Escape), shared.state.close_record),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Down), self._go_to_next),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Up), self._go_to_previous),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

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
        shown, focused = self.page(), self.focusWidget()
        has_focus = shown is not None and focused is not None and shown.isAncestorOf(focused)
        page = _PAGES[kind](self._shared, record_id)
        page.exportRequested.connect(self.exportRequested)
        self.clear()  # deletes the page shown later: a line of it may be what changed the state
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(place)
        for part in (self, self._scroll):
            part.setAccessibleName(page.name)
        self.links.show_sections([section.name for section in page.sections])
        set_tab_order((self.back, *self.links.links, self._scroll, *page.focus_widgets()))
        if has_focus:
            self.focus_content()

    def page(self) -> RecordPage | None:
        """Return the page of the record, None while none is shown."""
        page = self._scroll.widget()
        return page if isinstance(page, RecordPage) else None

    @Slot(int)
    def go_to(self, number: int) -> None:
        """Scroll to a section and focus it, so that the Tab key goes on from there."""
        page = self.page()
        if page is not None and 0 <= number < len(page.sections):
            card = page.sections[number].card
            self._scroll.verticalScrollBar().setValue(card.y() - _ABOVE)
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _go_to_next(self) -> None:
        self.go_to(self._section_in_focus() + 1)

    @Slot()
    def _go_to_previous(self) -> None:
        self.go_to(self._section_in_focus() - 1)

    def _section_in_focus(self) -> int:
        """Return the number of the section that has the focus, otherwise of the last one above the view, or -1."""
        page, focused = self.page(), self.focusWidget()
        sections = page.sections if page is not None else []
        for number, section in enumerate(sections):
            if focused is section.card or (focused is not None and section.card.isAncestorOf(focused)):
                return number
        top = self._scroll.verticalScrollBar().value()
        return sum(section.card.y() < top for section in sections) - 1

    def focusNextPrevChild(self, following: bool) -> bool:
        """Go on from a section that has the focus: the Tab key does not stop at cards themselves."""
        page, focused = self.page(), self.focusWidget()
        cards = [section.card for section in page.sections] if page is not None else []
        if page is None or focused not in cards:
            return super().focusNextPrevChild(following)
        target = page.beside(focused, after=following) or (self.back if following else self._scroll)
        target.setFocus(Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(target)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scroll.verticalScrollBar()
        places = {
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        key = Qt.Key(event.key())
        if key in places:
            bar.setValue(places[key])
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Delete the page of a record that is no longer shown."""
        page = self._scroll.takeWidget()
        if page is not None:
            page.deleteLater()

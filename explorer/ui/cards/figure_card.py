"""A card with one figure: caption, figure, remark and source."""

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QTextDocumentFragment
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.context_menu import (
    Entry,
    SourceEntries,
    copy_entry,
    leave_menu_to_parent,
    open_menu,
)
from explorer.ui.widgets.labels import label


class CardText(Struct, frozen=True):
    """The texts of a card; `figure` may be rich text, `also` follows below it, `remark` is a caution on its use.

    `spoken` is what a screen reader says in place of `also`, where that has signs.
    """

    caption: str
    figure: str
    source: str
    tip: str = ""
    remark: str = ""
    also: str = ""
    spoken: str = ""
    source_ids: tuple[str, ...] = ()


@guarded
class FigureCard(Card):
    """Shows a figure with its caption, remark and source; further details are in the tooltip.

    Its menu copies the figure; `source_entries` adds what concerns its sources.
    """

    source_entries: SourceEntries | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout()
        inner.setSpacing(2)
        self.caption = label("", "muted")
        self.figure = label("", "number", rich=True)
        self.also = label("", "body")
        self.remark = label("", "warning")
        self.source = label("", "small")
        for part in (self.caption, self.figure, self.also, self.remark, self.source):
            inner.addWidget(part)
        inner.addStretch(1)
        self.body.addLayout(inner)
        self._text = CardText("", "", "")
        self._plain = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        leave_menu_to_parent(self)

    def set_text(self, text: CardText) -> None:
        """Show a figure."""
        self._text = text
        self.caption.setText(text.caption)
        self.figure.setText(text.figure)
        for part, content in ((self.also, text.also), (self.remark, text.remark)):
            part.setText(content)
            part.setVisible(bool(content))
        self.source.setText(text.source)
        self.setToolTip(wrapped(text.tip))
        self.setAccessibleName(text.caption)
        self._plain = QTextDocumentFragment.fromHtml(text.figure).toPlainText().replace("\u2060", "")
        description = (self._plain, text.spoken or text.also, text.remark, text.source.replace("\n", " "))
        self.setAccessibleDescription(". ".join(part for part in description if part))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the figure."""
        open_menu(self, self._entries(), event, self.mapToGlobal(self.rect().bottomLeft()))

    def _entries(self) -> list[Entry]:
        text = self._text
        parts = (self._plain, text.spoken or text.also, text.remark, *text.source.split("\n"))
        line = gettext("{caption}: {figure}").format(
            caption=text.caption, figure="; ".join(part for part in parts if part)
        )
        entries = [
            copy_entry(gettext("Copy value"), self._plain, self),
            copy_entry(gettext("Copy with source"), line, self),
        ]
        if self.source_entries is not None:
            entries += self.source_entries(text.source_ids)
        return entries

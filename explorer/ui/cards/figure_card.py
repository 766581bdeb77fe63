"""A card with one figure: caption, figure, remark and source."""

from dataclasses import dataclass

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.models.tooltip import wrapped
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class CardText:
    """The texts of a card; `figure` may be rich text, `also` follows below it, `remark` is a caution on its use."""

    caption: str
    figure: str
    source: str
    tip: str = ""
    remark: str = ""
    also: str = ""


class FigureCard(Card):
    """Shows a figure with its caption, remark and source; further details are in the tooltip."""

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

    def set_text(self, text: CardText) -> None:
        """Show a figure."""
        self.caption.setText(text.caption)
        self.figure.setText(text.figure)
        for part, content in ((self.also, text.also), (self.remark, text.remark)):
            part.setText(content)
            part.setVisible(bool(content))
        self.source.setText(text.source)
        self.setToolTip(wrapped(text.tip))
        self.setAccessibleName(text.caption)
        plain = QTextDocumentFragment.fromHtml(text.figure).toPlainText()
        description = (plain, text.also, text.remark, text.source.replace("\n", " "))
        self.setAccessibleDescription(". ".join(part for part in description if part))

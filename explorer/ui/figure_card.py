"""A card with one figure: what it is, the figure, and where it comes from."""

from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.models.tooltip import wrapped
from explorer.ui.widgets import Card, label


class FigureCard(Card):
    """Shows a figure with its caption; a change stands beside it, the source line below, the rest in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        inner = QVBoxLayout()
        inner.setSpacing(2)
        self.caption = label("", "muted")
        self.figure = label("", "number", rich=True)
        self.source = label("", "small")
        for part in (self.caption, self.figure, self.source):
            inner.addWidget(part)
        inner.addStretch(1)
        self.body.addLayout(inner)

    def set_figure(self, caption: str, figure: str, source: str, tip: str = "") -> None:
        """Show a figure; `figure` may be rich text."""
        self.caption.setText(caption)
        self.figure.setText(figure)
        self.source.setText(source)
        self.setToolTip(wrapped(tip))
        self.setAccessibleName(caption)
        plain = QTextDocumentFragment.fromHtml(figure).toPlainText()
        self.setAccessibleDescription(f"{plain}. {source}")

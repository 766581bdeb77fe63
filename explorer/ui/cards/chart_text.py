"""The texts below a chart: its control dates, notes and sources."""

import html

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from explorer.charts.spec import ChartSpec
from explorer.data.dates import show
from explorer.guard import guarded
from explorer.language import paragraph
from explorer.palette import LIGHT, Theme
from explorer.ui.widgets.running_text import DeferredLabel
from explorer.ui.widgets.style import SMALL, TEXT, resized


@guarded
class ChartText(QWidget):
    """Shows the numbered control dates of a chart, its notes and its sources; what a chart lacks takes no space."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.control_dates, self.notes, self.sources = _label(TEXT), _label(SMALL), _label(SMALL)
        self.control_dates.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self.control_dates, self.notes, self.sources):
            layout.addWidget(label)

    def show_texts(self, spec: ChartSpec | None, theme: Theme) -> None:
        """Show the texts of a chart, or none, in the colours of a theme."""
        self._theme = theme
        self._set(self.control_dates, self._dates_html(spec) if spec else "")
        self._set(self.notes, paragraph(spec.notes) if spec else "")
        self._set(self.sources, spec.sources_text if spec else "")
        self.setVisible(spec is not None)

    def _set(self, label: QLabel, text: str) -> None:
        colour = self._theme.text if label is self.control_dates else self._theme.muted
        if label.property("ink") != colour:  # a style sheet takes longer to set than a text
            label.setProperty("ink", colour)
            label.setStyleSheet(f"color: {colour}; background: transparent;")
        label.setText(text)
        label.setVisible(bool(text))

    def _dates_html(self, spec: ChartSpec) -> str:
        """Return the control dates as HTML, with coloured numbers and without line breaks inside a date."""
        parts = []
        for number, event in enumerate(spec.events, start=1):
            ink = self._theme.kind(event.kind).ink
            day = show(event.day).replace(" ", "&nbsp;")
            parts.append(f'<b style="color:{ink}">{number}</b>&nbsp;{day} {html.escape(event.label)}')
        return "&nbsp;&nbsp; ".join(parts)

    def changeEvent(self, event: QEvent) -> None:
        """Update the sizes of the labels when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "sources"):
            for label, size in ((self.control_dates, TEXT), (self.notes, SMALL), (self.sources, SMALL)):
                label.setFont(resized(self.font(), size))


def _label(size: int) -> QLabel:
    """Return a label that wraps and can be selected, with text of a size in pixels."""
    label = DeferredLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFont(resized(label.font(), size))
    return label

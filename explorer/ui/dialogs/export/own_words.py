"""The words that a user adds to an export: a title that replaces the chart's, and a note."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from explorer.charts.output.options import LONGEST_NOTE, LONGEST_TITLE, TABLE_FORMATS, ExportOptions
from explorer.charts.spec import ChartSpec
from explorer.data.plain_text import one_line
from explorer.language import gettext
from explorer.ui.dialogs.export.form import ExportForm


class OwnWords(QObject):
    """Adds fields for a title and a note to a form; an empty title keeps that of the chart."""

    changed = Signal()

    def __init__(self, spec: ChartSpec, form: ExportForm) -> None:
        super().__init__(form)
        self._spec, self._form = spec, form
        self.title, self.note = QLineEdit(), QLineEdit()
        self.note.setPlaceholderText(gettext("Your note (optional)"))
        for name, field, longest in (
            (gettext("Title text"), self.title, LONGEST_TITLE),
            (gettext("Note"), self.note, LONGEST_NOTE),
        ):
            field.setMaxLength(longest)
            field.textEdited.connect(self.changed)
            form.add_row(name, field)
        self.set_chart(spec)
        form.changed.connect(self._enable)
        self._enable()

    def set_chart(self, spec: ChartSpec) -> None:
        """Show the title of a chart in place of that of the one before; a title of the user stays."""
        is_own = self.title.text() not in ("", self._spec.title)
        self._spec = spec
        self.title.setPlaceholderText(spec.title)
        if not is_own:
            self.title.setText(spec.title if len(spec.title) <= LONGEST_TITLE else "")
            self.title.setCursorPosition(0)

    @property
    def texts(self) -> tuple[str, str]:
        """The title, empty where it is that of the chart or not drawn, and the note."""
        title = one_line(self.title.text())
        is_own = title != self._spec.title and self._has_title
        return title if is_own else "", one_line(self.note.text())

    def applied(self, options: ExportOptions) -> ExportOptions:
        """Return the options with the title and the note."""
        title, note = self.texts
        return replace(options, own_title=title, own_note=note)

    @property
    def _has_title(self) -> bool:
        return self._form.values.title or self._form.values.form in TABLE_FORMATS

    def _enable(self) -> None:
        self.title.setEnabled(self._has_title)

"""The dialog that adds or edits an entry: an event of a measure on file, or a new measure, and the notice read."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.store import Store
from explorer.data.user.entry_checks import checked_address, checked_notice, checked_title
from explorer.data.user.entry_records import PREFIX, Entry, EventFacts, MeasureFacts, Notice
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.own_entries import OwnEntriesModel
from explorer.ui.dialogs.own.entry_fields import CheckedField, add_row, day_field, form_rows
from explorer.ui.dialogs.own.event_form import EventForm
from explorer.ui.dialogs.own.measure_form import MeasureForm
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label

MOST_PREVIEWED = 6
DRAFT = f"{PREFIX}draft"


@guarded
class EntryDialog(QDialog):
    """Checks each field while the user types, and shows what the entry changes; `saved` reports its sentence.

    `measure_id` is the measure of a new event, empty for any; `entry` is the one that is edited.
    """

    saved = Signal(str)

    def __init__(
        self,
        model: OwnEntriesModel,
        store: Store,
        metal_id: str,
        context: Context,
        measure_id: str = "",
        entry: Entry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._day, self._entry = model, context.as_of, entry
        self.setWindowTitle(gettext("Add an entry") if entry is None else gettext("Edit your entry"))
        self.resize(size_within(self, QSize(620, 720)))
        self.event_form = EventForm(store, metal_id, context)
        self.measure_form = MeasureForm(store, metal_id, context)
        self.title = CheckedField(gettext("Title of the notice"), checked_title)
        self.address = CheckedField(gettext("Address"), checked_address, "https://…")
        self.read = day_field(gettext("Read on"), required=True)
        self.read.set_text(show(date.today()))
        self.preview = label("")
        self.message = label("", "fault")
        self.added = label("")
        self.message.hide()
        self.added.hide()
        self._build()
        if measure_id:
            self.event_form.show_measure(measure_id)
        if entry is not None:
            self._show_entry(entry)
        self._connect()
        self._update()

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 18, 20, 8)
        column.setSpacing(12)
        column.addWidget(self._make_choice())
        column.addWidget(self.event_form)
        column.addWidget(self.measure_form)
        self.measure_form.hide()
        column.addWidget(label(gettext("The notice that you read"), "heading"))
        if self._entry is None:
            hint = gettext(
                "An entry is about one measure. If the notice concerns several measures or clauses, add an entry for "
                "each: “Add and enter another” keeps the notice."
            )
            column.addWidget(label(hint, "muted"))
        notice = QWidget()
        rows = form_rows(notice)
        for name, field in (
            (gettext("Title of the notice"), self.title),
            (gettext("Address"), self.address),
            (gettext("Read on"), self.read),
        ):
            add_row(rows, name, field)
        column.addWidget(notice)
        column.addWidget(label(gettext("What changes"), "heading"))
        column.addWidget(self.preview)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(area, 1)
        whole.addWidget(self._make_buttons())

    def _make_choice(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.on_file = toggle(gettext("A measure on file has changed"))
        self.new = toggle(gettext("A new measure"))
        self._choice = QButtonGroup(self)
        for number, button in enumerate((self.on_file, self.new)):
            self._choice.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.on_file.setChecked(True)
        return holder

    def _make_buttons(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(20, 0, 20, 0)
        column.addWidget(self.message)
        column.addWidget(self.added)
        self.buttons = QDialogButtonBox()
        self.save_button = QPushButton(gettext("Add") if self._entry is None else gettext("Save"))
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.next_button = QPushButton(gettext("Add and enter another"))
        self.next_button.setAutoDefault(False)
        self.next_button.clicked.connect(self.save_and_continue)
        if self._entry is None:
            self.buttons.addButton(self.next_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.close_button = QPushButton(gettext("Cancel"))
        self.buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.save)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        return holder

    def _connect(self) -> None:
        self._choice.idToggled.connect(self._choice_changed)
        self.event_form.changed.connect(self._update)
        self.measure_form.changed.connect(self._update)
        for field in (self.title, self.address, self.read):
            field.changed.connect(self._update)

    def _show_entry(self, entry: Entry) -> None:
        if isinstance(entry.facts, EventFacts):
            self.event_form.show_facts(entry.facts)
        else:
            self.measure_form.show_facts(entry.facts)
            self.new.setChecked(True)
            self._show_form()
        self.title.set_text(entry.notice.title)
        self.address.set_text(entry.notice.address)
        self.read.set_text(show(entry.notice.read))

    @Slot()
    def _choice_changed(self) -> None:
        self._show_form()
        self._update()

    def _show_form(self) -> None:
        self.measure_form.setVisible(self.new.isChecked())
        self.event_form.setVisible(not self.new.isChecked())

    @property
    def _form(self) -> EventForm | MeasureForm:
        return self.measure_form if self.new.isChecked() else self.event_form

    def _facts(self) -> EventFacts | MeasureFacts:
        return self._form.facts()

    def _notice(self) -> Notice:
        notice = Notice(self.title.value(), self.address.value(), self.read.value() or "")
        return checked_notice(notice, date.today())

    def _draft(self, facts: EventFacts | MeasureFacts) -> Entry:
        """Return the entry as it would be saved, whatever the notice."""
        today = date.today().isoformat()
        return Entry(self._entry.entry_id if self._entry else DRAFT, facts, Notice("", "", today), today)

    @Slot()
    def _update(self) -> None:
        """Show what the entry changes, or what is not valid; what was wrong before may be right now."""
        self.message.hide()
        self.added.hide()
        if any(field.is_missing for field in self._form.fields):
            self.preview.setText(gettext("Fill in the fields above to see what changes."))
            return
        try:
            sentences = self._model.preview(self._draft(self._facts()), self._day)
        except KnownError as error:
            self.preview.setText(str(error))
            return
        more = len(sentences) - MOST_PREVIEWED
        if more > 0:
            sentences = [*sentences[:MOST_PREVIEWED], gettext("And {count} more.").format(count=more)]
        self.preview.setText("\n".join(sentences))

    @Slot()
    def save(self) -> None:
        """Save the entry and close, or say what is not valid."""
        if self._save():
            self.accept()

    @Slot()
    def save_and_continue(self) -> None:
        """Save the entry and ask for the next one of the same notice, or say what is not valid."""
        if self._save():
            self._form.prepare_next()
            text = gettext("Your entry was added. The notice is kept for the next one.")
            self.added.setText(text)
            self.added.show()
            self.close_button.setText(gettext("Close"))

    def _save(self) -> bool:
        """Save the entry, or say what is not valid; return whether it was saved."""
        for field in (*self._form.fields, self.title, self.address, self.read):
            field.show_fault()
        try:
            facts, notice = self._facts(), self._notice()
            if self._entry is None:
                self._model.add(facts, notice)
                self.saved.emit(gettext("Your entry was added and is now in use."))
            else:
                self._model.change(self._entry.entry_id, facts, notice)
                self.saved.emit(gettext("Your entry was changed."))
        except KnownError as error:
            self.added.hide()
            self.message.setText(str(error))
            self.message.show()
            return False
        return True

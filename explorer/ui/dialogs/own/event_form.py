"""What the user enters about an event of a measure on file."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QWidget

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.controls.status import matches
from explorer.data.dates import show
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.user.entry_checks import checked_event
from explorer.data.user.entry_records import (
    AMENDED,
    EFFECTIVE,
    EXPIRED,
    REPEALED,
    REPLACED,
    RESUMED,
    STATEMENT,
    SUSPENDED,
    TEXT,
    EventFacts,
)
from explorer.data.words import measure_kind, measure_name
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop
from explorer.ui.dialogs.own.entry_fields import CheckedField, add_row, day_field, form_rows
from explorer.ui.widgets.choice_box import ChoiceBox

_EVENTS = {
    SUSPENDED: gettext_noop("Paused"),
    RESUMED: gettext_noop("In force again"),
    EFFECTIVE: gettext_noop("In force"),
    AMENDED: gettext_noop("Amended"),
    EXPIRED: gettext_noop("Ended"),
    REPEALED: gettext_noop("Repealed"),
    REPLACED: gettext_noop("Replaced"),
}


class EventForm(QWidget):
    """The measure, what happened to it and when; `changed` reports another text or choice."""

    changed = Signal()

    def __init__(self, store: Store, metal_id: str, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = form_rows(self)
        self.measure = _measure_box(store, metal_id, context)
        self.event_box = ChoiceBox()
        for event, name in _EVENTS.items():
            self.event_box.addItem(gettext(name), event)
        self.first = day_field(gettext("From"), required=True)
        self.last = day_field(gettext("Last day of the pause"), required=False)
        self.statement = QCheckBox(gettext("Based only on a statement, not on a legal text"))
        for name, field in (
            (gettext("Measure"), self.measure),
            (gettext("What happened"), self.event_box),
            (gettext("From"), self.first),
        ):
            add_row(rows, name, field)
        self._last_name = add_row(rows, gettext("Last day of the pause"), self.last)
        rows.addRow("", self.statement)
        self.fields: tuple[CheckedField[str | None], ...] = (self.first, self.last)
        for field in self.fields:
            field.changed.connect(self.changed)
        self.measure.currentIndexChanged.connect(self._measure_changed)
        self._measure_changed()
        self.event_box.currentIndexChanged.connect(self._event_changed)
        self.statement.toggled.connect(self._changed)

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _measure_changed(self) -> None:
        """Show a long name from its beginning."""
        edit = self.measure.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)
        self.changed.emit()

    @Slot()
    def _event_changed(self) -> None:
        """Ask for a last day of a pause only."""
        is_pause = self.event_box.currentData() == SUSPENDED
        for part in (self._last_name, self.last):
            part.setVisible(is_pause)
        self.changed.emit()

    def show_measure(self, measure_id: str) -> None:
        """Choose a measure."""
        self.measure.setCurrentIndex(self.measure.findData(measure_id))

    def show_facts(self, facts: EventFacts) -> None:
        """Show what an entry states."""
        if self.measure.findData(facts.measure_id) < 0:
            self.measure.addItem(facts.measure_id, facts.measure_id)
        self.show_measure(facts.measure_id)
        self.event_box.setCurrentIndex(self.event_box.findData(facts.event))
        self.first.set_text(show(facts.date))
        self.last.set_text(show(facts.until))
        self.statement.setChecked(facts.basis == STATEMENT)

    def prepare_next(self) -> None:
        """Ask for another measure of the same notice, to which the same usually happened on the same days."""
        self.measure.setCurrentIndex(-1)
        self.measure.clearEditText()
        self.measure.setFocus()

    def facts(self) -> EventFacts:
        """Return what the user entered; raise KnownError where it is not valid."""
        measure_id = self.measure.currentData()
        if measure_id is None or self.measure.currentText() != self.measure.itemText(
            self.measure.currentIndex()
        ):
            raise KnownError(gettext("Choose a measure from the list."))
        event = self.event_box.currentData()
        until = self.last.value() if event == SUSPENDED else None
        basis = STATEMENT if self.statement.isChecked() else TEXT
        return checked_event(EventFacts(measure_id, event, self.first.value() or "", until, basis))


def _measure_box(store: Store, metal_id: str, context: Context) -> QComboBox:
    """Return the list of measures, in which a part of a name is found while typing.

    Those that the pill of the metal names come first, then the others on it, then those for the same exports.
    """
    named = [m.measure for m in Controls.of(store).answer(metal_id, context).pill.measures]

    def order(measure: Measure) -> tuple[bool, bool, bool, str]:
        others = measure.target(metal_id) is None, not matches(measure, context)
        return measure not in named, *others, measure_name(measure)

    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(20)
    text = gettext("{measure}: {kind}, {origin}")
    for measure in sorted(store.measures.values(), key=order):
        name = text.format(
            measure=measure_name(measure),
            kind=measure_kind(measure),
            origin=store.country_name(measure.jurisdiction),
        )
        box.addItem(name, measure.measure_id)
    edit = box.lineEdit()
    if edit is not None:
        edit.setPlaceholderText(gettext("choose one, or type part of its name"))
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    popup = completer.popup()
    if popup is not None:
        popup.setAccessibleName(gettext("Matches"))
    box.setCompleter(completer)
    return box

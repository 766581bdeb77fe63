"""What the user enters about a measure that is not on file."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.data.context import Context
from explorer.data.controls.code_text import normalise
from explorer.data.controls.document_texts import covers_name
from explorer.data.dates import show
from explorer.data.finding.lookup import find_destination, find_jurisdiction, find_metal
from explorer.data.place_names import PlaceNames
from explorer.data.places import ALL, NO_PLACE, destinations, not_an_export
from explorer.data.plain_text import one_line
from explorer.data.store import Store
from explorer.data.user.entry_checks import checked_measure
from explorer.data.user.entry_records import COVERS, IN_PRINCIPLE, KINDS, MeasureFacts
from explorer.data.words import kind_word
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.ui.dialogs.own.entry_fields import CheckedField, add_row, day_field, form_rows
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.place_box import PlaceBox

_BAN = "prohibition"


class MeasureForm(QWidget):
    """The document, the rule, the places, metals, days and codes; `changed` reports another text or choice."""

    changed = Signal()

    def __init__(self, store: Store, metal_id: str, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        rows = form_rows(self)
        name, metals = gettext("Document"), gettext("Metals")
        self.document = CheckedField(name, _document, gettext("such as Announcement 70 of 2026"))
        self.issuer = CheckedField(gettext("Issuer"), one_line, gettext("optional"))
        self.kind = _kind_box()
        self.origin, self.destination = _place_boxes(store, context)
        self.metals = CheckedField(metals, self._metals, gettext("names, separated by commas"))
        self.metals.set_text(store.metal(metal_id).name_en)
        self.covers = ChoiceBox()
        for covers in COVERS:
            self.covers.addItem(covers_name(covers), covers)
        self.scope = CheckedField(gettext("Goods covered"), one_line, gettext("in your own words; optional"))
        self.codes = CheckedField(
            gettext("Codes"),
            _codes,
            gettext("customs and control codes, separated by commas; optional"),
        )
        self.announced = day_field(gettext("Announced"), required=False)
        self.effective = day_field(gettext("In force from"), required=False)
        self.expires = day_field(gettext("Last day in force"), required=False)
        for text, field in self._named_fields():
            add_row(rows, text, field)
        self.fields = (
            *(self.document, self.issuer, self.metals, self.scope, self.codes),
            *(self.announced, self.effective, self.expires),
        )
        for checked in self.fields:
            checked.changed.connect(self.changed)
        for box in (self.kind, self.covers):
            box.currentIndexChanged.connect(self._changed)
        for places in (self.origin, self.destination):
            places.chosen.connect(self._changed)

    def _named_fields(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (gettext("Document"), self.document),
            (gettext("Issuer"), self.issuer),
            (gettext("Kind"), self.kind),
            (gettext("Exports from"), self.origin),
            (gettext("Exports to"), self.destination),
            (gettext("Metals"), self.metals),
            (gettext("Covers"), self.covers),
            (gettext("Goods covered"), self.scope),
            (gettext("Codes"), self.codes),
            (gettext("Announced"), self.announced),
            (gettext("In force from"), self.effective),
            (gettext("Last day in force"), self.expires),
        )

    @Slot()
    def _changed(self) -> None:
        self.changed.emit()

    def _metals(self, text: str) -> tuple[str, ...]:
        names = _parts(text)
        if not names:
            raise KnownError(gettext("Name at least one metal."))
        return tuple(find_metal(self._store, name).metal_id for name in names)

    def show_facts(self, facts: MeasureFacts) -> None:
        """Show what an entry states."""
        self.document.set_text(facts.document)
        self.issuer.set_text(facts.issuer or "")
        self.kind.setCurrentIndex(self.kind.findData(facts.strictness or facts.kind))
        self.origin.show_id(facts.jurisdiction)
        self.destination.show_id(facts.destination)
        metals = self._store.metals
        self.metals.set_text(", ".join(metals[i].name_en if i in metals else i for i in facts.metal_ids))
        self.covers.setCurrentIndex(self.covers.findData(facts.covers))
        self.scope.set_text(facts.scope or "")
        self.codes.set_text(", ".join(facts.codes))
        for field, day in (
            (self.announced, facts.announced),
            (self.effective, facts.effective),
            (self.expires, facts.expires),
        ):
            field.set_text(show(day))

    def prepare_next(self) -> None:
        """Ask for the goods of another measure of the same document, which usually has the same places and days."""
        for field in (self.metals, self.scope, self.codes):
            field.clear()
        self.covers.setCurrentIndex(0)
        self.metals.setFocus()

    def facts(self) -> MeasureFacts:
        """Return what the user entered; raise KnownError where it is not valid."""
        for box in (self.origin, self.destination):
            if box.fault.sentence:
                raise KnownError(box.fault.sentence)
        kind = self.kind.currentData()
        facts = MeasureFacts(
            document=self.document.value(),
            jurisdiction=self.origin.shown_id(),
            destination=self.destination.shown_id(),
            kind=_BAN if kind == IN_PRINCIPLE else kind,
            metal_ids=self.metals.value(),
            announced=self.announced.value(),
            effective=self.effective.value(),
            expires=self.expires.value(),
            issuer=self.issuer.value() or None,
            strictness=IN_PRINCIPLE if kind == IN_PRINCIPLE else None,
            covers=self.covers.currentData(),
            scope=self.scope.value() or None,
            codes=self.codes.value(),
        )
        refusal = not_an_export(self._store, facts.jurisdiction, facts.destination)
        if refusal:
            raise KnownError(refusal)
        return checked_measure(facts)


def _document(text: str) -> str:
    plain = one_line(text)
    if not plain:
        raise KnownError(gettext("Give the number or name of the document."))
    return plain


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace("、", ",").replace(";", ",").split(",") if part.strip()]


def _codes(text: str) -> tuple[str, ...]:
    return tuple(normalise(part) for part in _parts(text))


def _kind_box() -> ChoiceBox:
    """Return the kinds of measures, a refusal in principle after the ban."""
    box = ChoiceBox()
    for kind in KINDS:
        box.addItem(kind_word(kind), kind)
        if kind == _BAN:
            box.addItem(kind_word(kind, IN_PRINCIPLE), IN_PRINCIPLE)
    box.setCurrentIndex(box.findData("licence"))
    return box


def _place_boxes(store: Store, context: Context) -> tuple[PlaceBox, PlaceBox]:
    """Return the fields for any country or bloc as origin, and for the destination."""
    to_places = destinations(store)
    from_places = [p for p in to_places if p.place_id in store.countries and p.place_id not in NO_PLACE]
    boxes = (
        PlaceBox(
            gettext("Exports from"),
            from_places,
            partial(find_jurisdiction, store, listed=True),
            PlaceNames(store, from_places).suggest,
        ),
        PlaceBox(
            gettext("Exports to"),
            to_places,
            partial(find_destination, store, listed=True),
            PlaceNames(store, to_places).suggest,
        ),
    )
    boxes[0].show_id(context.origin)
    boxes[1].show_id(context.destination or ALL)
    return boxes

"""The answer on net import reliance, of the forms of a metal that a question names where figures on them exist."""

from msgspec.structs import replace

from explorer.data.finding.questions.answers.answer import figure_sentence
from explorer.data.finding.questions.answers.form_wording import is_named, naming_most
from explorer.data.finding.questions.reading import Reading
from explorer.data.store import Store
from explorer.data.supply.amounts import reliance_value
from explorer.data.supply.buyers import buyer_name, buyer_of
from explorer.data.supply.dependence import (
    ImportDependence,
    dependence_text,
    import_dependence,
    importers_of,
)
from explorer.data.supply.figures import latest_reliance
from explorer.data.supply.records import Dependence
from explorer.data.words import flag_name
from explorer.language import gettext, paragraph


def net_reliance(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the net import reliance of a buyer: of the forms and the year of the question, else the newest one."""
    found = replace(import_dependence(store, metal_id, reading.destination), imports=None, gap="")
    row = reliance_of_form(store, metal_id, reading) or _of_year(store, metal_id, reading)
    if row is not None:
        found = replace(found, reliance_of=metal_id, importer=row.importer, reliance=row)
    elif found.importer not in importers_of(store, reading.destination):
        text = gettext("No net import reliance of {buyer} is on file.")
        return text.format(buyer=buyer_name(store, buyer_of(reading.destination) or ""))
    elif reading.has_days:
        text = gettext("No net import reliance of {buyer} in {year} is on file.")
        name = buyer_name(store, buyer_of(reading.destination) or "")
        none = text.format(buyer=name, year=reading.until.year)
        return none if found.reliance is None else paragraph((none, _latest(store, found)))
    return paragraph((figure_sentence(dependence_text(store, found)), other_forms(store, found, reading)))


def other_forms(store: Store, found: ImportDependence, reading: Reading) -> str:
    """Return the figures of the same year on other forms, which may differ much; empty where a form is asked about."""
    row = found.reliance
    if row is None or reading.forms:
        return ""
    others = [
        other
        for other in store.dependence(found.reliance_of)
        if (other.importer, other.year) == (row.importer, row.year)
        and other.form != row.form
        and (other.net_import_reliance_pct is not None or other.qualifier)
    ]
    with_flag, plain = gettext("{form}: {value} ({flag})"), gettext("{form}: {value}")
    entries = [
        (with_flag if other.flag else plain).format(
            form=other.form, value=reliance_value(other), flag=flag_name(other.flag)
        )
        for other in others
    ]
    text = gettext("Other forms in {year}: {figures}.")
    return text.format(year=row.year, figures="; ".join(entries)) if entries else ""


def _latest(store: Store, found: ImportDependence) -> str:
    """Return the newest figure, for a question on a year that has none."""
    text = gettext("The latest on file: {figure}")
    return text.format(figure=figure_sentence(dependence_text(store, found)))


def reliance_in_year(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the net import reliance of a buyer in the year that a question names, empty where none is on file."""
    return net_reliance(store, metal_id, reading) if _of_year(store, metal_id, reading) is not None else ""


def is_own_reliance_in_year(store: Store, metal_id: str, buyer: str, reading: Reading) -> bool:
    """Return whether a figure on a buyer itself, not on its bloc, is on file for the year that a question names."""
    row = _of_year(store, metal_id, reading)
    return row is not None and row.importer == buyer


def reliance_of_form(store: Store, metal_id: str, reading: Reading) -> Dependence | None:
    """Return the newest figure of a buyer on the forms that a question names, None where none names one."""
    rows = [row for row in store.dependence(metal_id) if _is_in_time(row, reading)]
    named = [row for row in rows if any(is_named(store, form, row.form) for form in reading.forms)]
    return _first(store, naming_most(store, reading, named, lambda row: row.form), reading)


def _of_year(store: Store, metal_id: str, reading: Reading) -> Dependence | None:
    """Return the figure of a buyer in the year that a question names, None where it names none."""
    rows = [row for row in store.dependence(metal_id) if _is_in_time(row, reading)]
    return _first(store, rows, reading) if reading.has_days else None


def _first(store: Store, rows: list[Dependence], reading: Reading) -> Dependence | None:
    """Return the newest figure of the buyer itself, else of its bloc."""
    found = (latest_reliance(rows, importer) for importer in importers_of(store, reading.destination))
    return next((row for row in found if row is not None), None)


def _is_in_time(row: Dependence, reading: Reading) -> bool:
    return not reading.has_days or row.year == reading.until.year

"""The answer on net import reliance, of the forms of a metal that a question names where figures on them exist."""

from dataclasses import replace

from explorer.data.finding.questions.answers.answer import figure_sentence
from explorer.data.finding.questions.answers.form_wording import is_named, naming_most
from explorer.data.finding.questions.reading import Reading
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_name, buyer_of
from explorer.data.supply.dependence import dependence_text, import_dependence, importers_of
from explorer.data.supply.figures import latest_reliance
from explorer.data.supply.records import Dependence
from explorer.language import gettext


def net_reliance(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the net import reliance of a buyer: of the forms and the year of the question, else the newest one."""
    found = replace(import_dependence(store, metal_id, reading.destination), imports=None, gap="")
    row = reliance_of_form(store, metal_id, reading) or _of_year(store, metal_id, reading)
    if row is not None:
        found = replace(found, reliance_of=metal_id, importer=row.importer, reliance=row)
    elif reading.has_days:
        text = gettext("No net import reliance of {buyer} in {year} is on file.")
        name = buyer_name(store, buyer_of(reading.destination) or "")
        return text.format(buyer=name, year=reading.until.year)
    return figure_sentence(dependence_text(store, found))


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

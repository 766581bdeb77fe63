"""Tries out a data file that passed all checks: the program must be able to answer from it."""

from pathlib import Path

from explorer.data.contents.by_products import by_products
from explorer.data.contents.coverage import coverage_matrix
from explorer.data.context import Context
from explorer.data.controls.changes import metal_status
from explorer.data.controls.timeline import timeline
from explorer.data.dates import first_day
from explorer.data.finding.search import search
from explorer.data.overview.overview import overview
from explorer.data.places import ALL, destinations, origins
from explorer.data.storage.connection import data_file_error
from explorer.data.store import Store
from explorer.errors import DataFileError
from explorer.language import gettext

ORIGIN = "CHN"


def try_out(store: Store, path: Path) -> None:
    """Raise DataFileError unless the main views and a search can be filled and the status of every metal is known."""
    try:
        fault = _fault(store)
    except DataFileError:
        raise
    except Exception as error:  # a combination of values that no check expects
        if error is store.stopped_by:
            raise
        raise _unusable(path, gettext("Its facts contradict each other.")) from error
    if fault:
        raise _unusable(path, fault)


def _unusable(path: Path, fault: str) -> DataFileError:
    return data_file_error(path, gettext("The data file {path} cannot be used.").format(path=path), fault)


def _fault(store: Store) -> str:
    """Return what is missing, empty for nothing."""
    if not store.metals:
        return gettext("It contains no metals.")
    if ORIGIN not in store.countries or not store.measures:
        return gettext("It contains no export controls.")
    day = first_day(store.edition.verified_to)
    context = Context(day, ORIGIN, ALL)
    origins(store)
    destinations(store)
    overview(store, context, day)
    timeline(store, context)
    coverage_matrix(store)
    by_products(store)
    for metal_id in store.metals:
        metal_status(store, metal_id, context)
    for text in next((metal.name_en, metal.name_zh) for metal in store.metals.values()):
        search(store, text, context)
    return ""

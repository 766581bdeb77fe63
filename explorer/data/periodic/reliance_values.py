"""The net import reliance of one importer: the destination or its bloc where figures are on file, otherwise the US.

All metals have the same importer, since figures of different importers are not compared.
"""

from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.periodic.bounds import MAXIMUM, MINIMUM, open_bound
from explorer.data.periodic.colourings import NEUTRAL, RELIANCE, step_of
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import of_group_only, unknown
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.amounts import NET_EXPORTER, reliance_value, reliance_word
from explorer.data.supply.dependence import DEFAULT_IMPORTER, importers_of, reliance_source
from explorer.data.supply.figure_text import entries
from explorer.data.supply.figures import latest_reliance, own_or_group
from explorer.data.supply.records import Dependence
from explorer.data.words import flag_name
from explorer.language import gettext, gettext_noop

BOUNDS = {MINIMUM: gettext_noop("minimum"), MAXIMUM: gettext_noop("maximum"), "~": gettext_noop("about")}


class NewestReliance(StoreService):
    """The newest net import reliance of each metal and importer, read at its first use."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[tuple[str, str], Dependence | None] = {}

    def row(self, metal_id: str, importer: str) -> Dependence | None:
        """Return the newest row of a metal and an importer, None if none is on file."""
        key = metal_id, importer
        if key not in self._rows:
            self._rows[key] = latest_reliance(self._store.dependence(metal_id), importer)
        return self._rows[key]


def importer_for(store: Store, context: Context) -> str:
    """Return the importer whose net import reliance is shown for a destination."""
    own = (place for place in importers_of(store, context.destination) if place in store.importers)
    return next(own, DEFAULT_IMPORTER)


def reliance_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the newest net import reliance of each metal."""
    importer, newest = importer_for(store, context), NewestReliance.of(store)
    subject = gettext("Net import reliance of {importer}").format(importer=place_name(store, importer))
    for metal in map(store.metal, metal_ids):
        owner, found = own_or_group(metal, lambda owner: newest.row(owner, importer))
        if found is None:
            yield unknown(metal.metal_id, subject, gettext("No figure is on file."))
        elif owner != metal.metal_id:
            yield of_group_only(store, metal.metal_id, subject, owner)
        else:
            yield _value(store, found, subject)


def _value(store: Store, row: Dependence, subject: str) -> MetalValue:
    value, word = row.net_import_reliance_pct, row.qualifier or ""
    if value is None and word != NET_EXPORTER:
        text = gettext("Published as “{word}” ({source}, {year}).")
        reason = text.format(word=reliance_word(word), source=reliance_source(store, row), year=row.year)
        general = gettext("Only a word is published, no figure.")
        return unknown(row.metal_id, subject, reason, source_ids=row.source_ids, general_reason=general)
    text = reliance_value(row)
    step = NEUTRAL if value is None else step_of(RELIANCE, value, below=word == MAXIMUM)
    return MetalValue(
        row.metal_id,
        subject,
        (text,),
        text,
        value,
        step,
        date=str(row.year),
        flag=row.flag,
        flags=entries(
            gettext(BOUNDS[word]) if word in BOUNDS and value is not None else "", flag_name(row.flag)
        ),
        form=row.form,
        details=entries(row.form, row.note),
        source=reliance_source(store, row),
        source_ids=row.source_ids,
        confidence=row.confidence,
        bound=open_bound(RELIANCE, step, word) if value is not None else "",
    )

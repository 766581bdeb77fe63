"""The status of exports of each metal on the as-of date, in the words and the colour of its pill."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.pill import pill_words
from explorer.data.controls.service import Controls
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.places import not_an_export, place_name
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.data.supply.figures import least_confidence
from explorer.data.words import measure_name, state_word
from explorer.language import gettext

KEPT = 2_000


def status_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the status of each metal; the words for a tile leave out “presumed” and “your entry”, which are flags."""
    index, kept = MeasureIndex.of(store), _KeptValues.of(store)
    day = context.as_of.isoformat()
    for metal_id in metal_ids:
        first = index.under_same_rules(metal_id)
        unchanged = replace(context, as_of=index.unchanged_since(first, context.as_of))
        yield replace(kept.value(first, unchanged), metal_id=metal_id, date=day)


class _KeptValues(StoreService):
    """The values of a store, each kept for the days on which the states of the measures are the same."""

    def __init__(self, store: Store) -> None:
        self.value = lru_cache(KEPT)(partial(_value, store))


def _value(store: Store, metal_id: str, context: Context) -> MetalValue:
    controls = Controls.of(store)
    text = gettext("Exports from {origin} to {destination}")
    subject = text.format(
        origin=place_name(store, context.origin), destination=place_name(store, context.destination)
    )
    status = controls.status(metal_id, context)
    words, content = controls.pill_words(metal_id, context), pill_of(status)
    short = pill_words(store, status, replace(content, presumed=False, your_entry=False))
    is_export = not not_an_export(store, context.origin, context.destination)
    measures = content.measures if is_export else ()
    return MetalValue(
        metal_id,
        subject,
        short.versions,
        words.full,
        state=words.state,
        flags=_flags(presumed=bool(measures) and content.presumed, your_entry=words.your_entry),
        details=tuple(
            gettext("{measure}: {state}").format(measure=measure_name(m.measure), state=state_word(m))
            for m in measures
        ),
        source_ids=tuple(dict.fromkeys(i for m in measures for i in m.measure.source_ids)),
        confidence=least_confidence(m.measure.confidence for m in measures) if measures else None,
    )


def _flags(*, presumed: bool, your_entry: bool) -> tuple[str, ...]:
    return (*([gettext("presumed")] if presumed else []), *([gettext("your entry")] if your_entry else []))

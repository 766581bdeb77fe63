"""What lies ahead for one metal: the days on which its measures begin, end or change their state."""

from datetime import date

from explorer.data.context import Context
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.overview.dates import DatedChange, changes_by_rule, concerns, without_consequences
from explorer.data.store import Store


def metal_dates_ahead(store: Store, metal_id: str, context: Context) -> tuple[DatedChange, ...]:
    """Return the dates from the as-of date on of the measures that name a metal, for a destination and its military.

    Each is of the measures of this metal alone: what the same document does to others is left out.
    """
    named = (m for m in MeasureIndex.of(store).naming(metal_id) if concerns(store, m, context.destination))
    found = changes_by_rule(store, named, context.as_of, date.max)
    return without_consequences(entry for entry in found if entry.is_of(context.origin))

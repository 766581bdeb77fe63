"""The metals that were controlled first, by origin and destination."""

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.places import not_an_export
from explorer.data.store import Store


def controlled_first(store: Store, context: Context, most: int) -> tuple[str, ...]:
    """Return the metals with the earliest licence requirements or bans in force by the as-of date, oldest first."""
    if not_an_export(store, context.origin, context.destination):
        return ()
    controls = Controls.of(store)
    days = {m: found[0] for m in store.metals if (found := controls.first_control(m, context)) is not None}
    begun = [m for m, day in days.items() if day <= context.as_of]
    return tuple(sorted(begun, key=lambda m: (days[m], store.metal(m).name_en))[:most])

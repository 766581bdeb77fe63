"""How many metals have each status on the as-of date and on the day after."""

from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES
from explorer.data.controls.service import Controls
from explorer.data.store import Store


class StatusCount(Struct, frozen=True):
    """The metals whose pill is in one of PILL_STATES on the as-of date, and those on the day after."""

    state: str
    metal_ids: tuple[str, ...]
    next_metal_ids: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether other metals have this status on the day after."""
        return self.metal_ids != self.next_metal_ids


def status_counts(store: Store, context: Context) -> tuple[StatusCount, ...]:
    """Return the metals by the state of their pill, in the order of PILL_STATES, empty states included."""
    following = replace(context, as_of=context.as_of + timedelta(days=1))
    controls = Controls.of(store)
    now, then = (
        {metal_id: controls.pill(metal_id, on)[1] for metal_id in store.metals} for on in (context, following)
    )
    return tuple(
        StatusCount(
            state,
            tuple(metal_id for metal_id, found in now.items() if found == state),
            tuple(metal_id for metal_id, found in then.items() if found == state),
        )
        for state in PILL_STATES
    )

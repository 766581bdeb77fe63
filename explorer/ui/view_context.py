"""What every view reads: the facts, the state, and the theme in use."""

from dataclasses import dataclass

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.controls.status import Status
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.models.metal_list_builder import MetalListBuilder
from explorer.models.state import AppState
from explorer.palette import LIGHT, Theme


@dataclass(slots=True)
class ViewContext:
    """What the views read: the facts, the state, the maker of entries, and the theme in use."""

    store: Store
    state: AppState
    list_builder: MetalListBuilder
    theme: Theme = LIGHT

    @property
    def metal(self) -> Metal:
        """The metal shown."""
        return self.store.metal(self.state.metal_id)

    @property
    def controls(self) -> Controls:
        """The service that answers about export controls."""
        return Controls.of(self.store)

    @property
    def status(self) -> Status:
        """The status of the metal shown."""
        return self.controls.status(self.state.metal_id, self.state.context)

    @property
    def context(self) -> Context:
        """The as-of date, origin and destination."""
        return self.state.context

"""What every view reads: the facts, the state, and the theme in use."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.data.controls.status import Status
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.models.entries import EntryMaker
from explorer.models.state import AppState
from explorer.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from explorer.charts.spec import ChartContext


@dataclass(slots=True)
class Desk:
    """What the views read: the facts, the state, the maker of entries, and the theme in use."""

    store: Store
    state: AppState
    maker: EntryMaker
    theme: Theme = LIGHT

    @property
    def metal(self) -> Metal:
        """The metal shown."""
        return self.store.metal(self.state.metal_id)

    @property
    def status(self) -> Status:
        """The status of the metal shown."""
        return self.maker.status(self.state.metal_id, self.state)

    @property
    def context(self) -> "ChartContext":
        """Day, origin and destination as charts take them."""
        from explorer.charts.spec import ChartContext

        return ChartContext(self.state.as_of, self.state.origin, self.state.destination)

    @property
    def dark(self) -> bool:
        """Whether the dark theme is in use."""
        return self.theme.name == "dark"

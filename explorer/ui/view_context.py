"""What every view reads: the facts, the state, the services that answer from both, and the theme in use."""

from dataclasses import dataclass, field

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.controls.status import Status
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.models.data_editions import DataEditions
from explorer.models.metal_list_builder import MetalListBuilder
from explorer.models.own_entries import OwnEntriesModel
from explorer.models.own_notes import OwnNotesModel
from explorer.models.own_parts import OwnPartsModel
from explorer.models.own_series import OwnSeriesModel
from explorer.models.own_watchlist import OwnWatchlistModel
from explorer.models.state import AppState
from explorer.palette import LIGHT, Theme


@dataclass(slots=True)
class ViewContext:
    """The store, the state, the builder of the metal list, the theme, and what the user saved.

    `editions` are the data editions on this computer.
    """

    store: Store
    state: AppState
    list_builder: MetalListBuilder
    theme: Theme = LIGHT
    own: OwnSeriesModel = field(default_factory=OwnSeriesModel)
    editions: DataEditions = field(default_factory=DataEditions)
    entries: OwnEntriesModel = field(init=False)
    notes: OwnNotesModel = field(init=False)
    parts: OwnPartsModel = field(init=False)
    watchlist: OwnWatchlistModel = field(init=False)

    def __post_init__(self) -> None:
        self.entries = OwnEntriesModel(self.store, self.own.file)
        self.notes = OwnNotesModel(self.own.file)
        self.parts = OwnPartsModel(self.store, self.own.file)
        self.watchlist = OwnWatchlistModel(self.own.file)
        self.entries.changed.connect(self.state.report_facts)

    @property
    def own_models(
        self,
    ) -> tuple[OwnSeriesModel, OwnEntriesModel, OwnNotesModel, OwnPartsModel, OwnWatchlistModel]:
        """The models of what the user saved, which share one file."""
        return self.own, self.entries, self.notes, self.parts, self.watchlist

    def reload_own(self) -> None:
        """Show what is in the user's file now, after an import."""
        for model in self.own_models:
            model.reload()

    @property
    def controls(self) -> Controls:
        """The service on export controls, which is another one once the facts have changed."""
        return Controls.of(self.store)

    @property
    def metal(self) -> Metal:
        """The metal shown."""
        return self.store.metal(self.state.metal_id)

    @property
    def status(self) -> Status:
        """The status of the metal shown."""
        return self.controls.status(self.state.metal_id, self.state.context)

    @property
    def context(self) -> Context:
        """The as-of date, origin and destination."""
        return self.state.context

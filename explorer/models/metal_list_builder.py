"""Makes the lines of the metal list from the facts, for a day, an origin and a destination."""

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.data.controls.answer import pill_of
from explorer.data.controls.pill import NOT_AN_EXPORT
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_PRINCIPLE
from explorer.data.dates import first_day
from explorer.data.numbers import percent
from explorer.data.records import KIND_RANK, Metal
from explorer.data.store import Store
from explorer.data.words import flag_name
from explorer.models.metal_list import MetalEntry
from explorer.models.state import AppState

if TYPE_CHECKING:
    from explorer.data.supply.figures import ProductionTable, Share
    from explorer.data.supply.records import Dependence, Production

RECENT_YEARS = 4


class MetalListBuilder(QObject):
    """Keeps what does not change with day and destination: the newest production tables and import reliance."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.controls = Controls.of(store)
        self._tables: dict[str, ProductionTable] | None = None
        self._reliance: dict[str, Dependence | None] = {}

    def load_figures(self) -> None:
        """Read the figures behind the telling lines; until then the lines name the group of the metal."""
        from explorer.data.supply.figures import default_table, latest_reliance, production_tables

        since = first_day(self._store.edition.verified_to).year - RECENT_YEARS
        rows: dict[str, list[Production]] = defaultdict(list)
        for row in self._store.production_since(since):
            rows[row.metal_id].append(row)
        found = {m: default_table(production_tables(r)) for m, r in rows.items()}
        self._tables = {m: t for m, t in found.items() if t is not None}
        dependence: dict[str, list[Dependence]] = defaultdict(list)
        for entry in self._store.dependence_of("USA"):
            dependence[entry.metal_id].append(entry)
        self._reliance = {m: latest_reliance(d, "USA") for m, d in dependence.items()}

    def entries(self, state: AppState) -> list[MetalEntry]:
        """Return a line for each metal under the state's day, origin and destination."""
        return [self._entry(metal, state) for metal in self._store.metals.values()]

    def sentence(self, metal_id: str, state: AppState) -> str:
        """Return the answer on a metal in sentences."""
        return self.controls.headline(metal_id, state.context).sentence

    def _entry(self, metal: Metal, state: AppState) -> MetalEntry:
        context = state.context
        found = pill_of(self.controls.status(metal.metal_id, context))
        words, short, pill_state = self.controls.pills(metal.metal_id, context)
        first = self.controls.first_control(metal.metal_id, context)
        table = (self._tables or {}).get(metal.metal_id)
        share = table.share_of(context.origin) if table else None
        reliance = self._reliance.get(metal.metal_id)
        return MetalEntry(
            metal=metal,
            pill=words,
            short_pill=short,
            pill_state=pill_state,
            rank=0 if words == NOT_AN_EXPORT else KIND_RANK[found.kind],
            line=self._line(metal, table, share, context.origin),
            source=_source(table, share),
            share_pct=share.share_pct if share else None,
            reliance_pct=reliance.net_import_reliance_pct if reliance else None,
            first_controlled=first[0].isoformat() if first else None,
            in_principle=found.strictness == IN_PRINCIPLE,
        )

    def _line(self, metal: Metal, table: "ProductionTable | None", share: "Share | None", origin: str) -> str:
        if table is None or share is None or share.share_pct is None:
            return metal.metal_group if metal.metal_group != "other" else metal.kind
        template = self.tr("{} ~{} of {} {}") if share.row.flag == "e" else self.tr("{} {} of {} {}")
        country = self._store.country_name(origin)
        return template.format(country, percent(share.share_pct), self._output(table.stage), table.year)

    def _output(self, stage: str) -> str:
        return {
            "mine": self.tr("mine output"),
            "primary": self.tr("primary output"),
            "refinery": self.tr("refinery output"),
            "smelter": self.tr("smelter output"),
        }.get(stage, stage)


def _source(table: "ProductionTable | None", share: "Share | None") -> str:
    """Return where a share comes from, with its flag and form, empty where none is known."""
    if table is None or share is None or share.share_pct is None:
        return ""
    return " · ".join(filter(None, (table.source, flag_name(share.row.flag), table.form)))

"""Builds the lines of the metal list for an as-of date, an origin and a destination."""

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_PRINCIPLE
from explorer.data.dates import first_day
from explorer.data.numbers import percent
from explorer.data.places import not_an_export
from explorer.data.records import KIND_RANK, Metal
from explorer.data.store import Store
from explorer.data.terms import group_or_kind_label, output_word
from explorer.data.words import flag_name
from explorer.language import gettext
from explorer.models.metal_list import ExposureEntry, MetalEntry

if TYPE_CHECKING:
    from explorer.data.supply.exposure import Exposures
    from explorer.data.supply.figures import ProductionTable, Share
    from explorer.data.supply.records import Dependence, Production

RECENT_YEARS = 4


class MetalListBuilder:
    """Keeps what does not depend on the context: the newest production tables and import reliance."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._controls = Controls.of(store)
        self._tables: dict[str, ProductionTable] | None = None
        self._reliance: dict[str, Dependence | None] = {}

    def load_figures(self) -> None:
        """Read the figures for the lines; until then each line names the group of its metal."""
        from explorer.data.supply.figures import default_table, latest_reliance, production_tables

        since = first_day(self._store.edition.verified_to).year - RECENT_YEARS
        rows: dict[str, list[Production]] = defaultdict(list)
        for row in self._store.production_since(since):
            rows[row.metal_id].append(row)
        tables = {m: default_table(production_tables(r)) for m, r in rows.items()}
        self._tables = {m: t for m, t in tables.items() if t is not None}
        dependence: dict[str, list[Dependence]] = defaultdict(list)
        for entry in self._store.dependence_of("USA"):
            dependence[entry.metal_id].append(entry)
        self._reliance = {m: latest_reliance(d, "USA") for m, d in dependence.items()}

    def entries(self, context: Context, exposures: "Exposures | None" = None) -> list[MetalEntry]:
        """Return the line of each metal, with its exposure where it is given."""
        entries = [self._entry(metal, context) for metal in self._store.metals.values()]
        if exposures is None:
            return entries
        places = self._places(exposures)
        return [replace(e, exposure=places.get(e.metal.metal_id)) for e in entries]

    def exposures(self, context: Context) -> "Exposures":
        """Return the exposure of the destination to each metal; reads its imports."""
        from explorer.data.supply.exposure import exposures

        return exposures(self._store, context)

    def exposure_summary(self, found: "Exposures") -> str:
        """Return what the order by exposure is about, or why there is none for the destination."""
        from explorer.data.supply.exposure_texts import summary_text

        return summary_text(self._store, found)

    def _places(self, found: "Exposures") -> dict[str, ExposureEntry]:
        """Return the place of each metal in the order by exposure, with its texts."""
        from explorer.data.supply.exposure_texts import exposure_line, exposure_tooltip

        store = self._store
        return {
            row.metal_id: ExposureEntry(place, exposure_line(store, row), exposure_tooltip(store, row))
            for place, row in enumerate(found.rows)
        }

    def sentence(self, metal_id: str, context: Context) -> str:
        """Return the answer on a metal in sentences."""
        return self._controls.headline(metal_id, context).sentence

    def _entry(self, metal: Metal, context: Context) -> MetalEntry:
        pill = pill_of(self._controls.status(metal.metal_id, context))
        words = self._controls.pill_words(metal.metal_id, context)
        first = self._controls.first_control(metal.metal_id, context)
        table = (self._tables or {}).get(metal.metal_id)
        share = table.share_of(context.origin) if table else None
        reliance = self._reliance.get(metal.metal_id)
        return MetalEntry(
            metal=metal,
            pill=words,
            rank=0
            if not_an_export(self._store, context.origin, context.destination)
            else KIND_RANK[pill.kind],
            line=self._line(metal, table, share, context.origin),
            source=_source(table, share),
            share_pct=share.share_pct if share else None,
            reliance_pct=reliance.net_import_reliance_pct if reliance else None,
            first_controlled=first[0].isoformat() if first else None,
            in_principle=pill.strictness == IN_PRINCIPLE,
        )

    def _line(self, metal: Metal, table: "ProductionTable | None", share: "Share | None", origin: str) -> str:
        if table is None or share is None or share.share_pct is None:
            return group_or_kind_label(metal)
        value = percent(share.share_pct)
        return gettext("{country} {share} of {output} {year}").format(
            country=self._store.country_name(origin),
            share=f"~{value}" if share.row.flag == "e" else value,
            output=output_word(table.stage),
            year=table.year,
        )


def _source(table: "ProductionTable | None", share: "Share | None") -> str:
    """Return the source of a share with its flag and form, empty where there is no share."""
    if table is None or share is None or share.share_pct is None:
        return ""
    return " · ".join(filter(None, (table.source, flag_name(share.row.flag), table.form)))

"""Builds the lines of the metal list for an as-of date, an origin and a destination."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_PRINCIPLE
from explorer.data.metal_order import ListedMetal, listed_metal
from explorer.data.numbers import percent
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.terms import group_or_kind_label, output_word
from explorer.data.words import flag_name
from explorer.language import gettext
from explorer.models.metal_list import ExposureEntry, MetalEntry, PriceEntry

if TYPE_CHECKING:
    from explorer.data.supply.exposure import Exposures
    from explorer.data.supply.list_figures import ListFigures
    from explorer.data.supply.sparkline import Sparkline


class MetalListBuilder:
    """Keeps what does not depend on the context, such as the newest production tables, and the lines it built last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._figures: ListFigures | None = None
        self._shares: dict[tuple[str, str], tuple[str, str]] = {}
        self._sparklines: dict[str, Sparkline | None] = {}
        self._sparklines_of: date | None = None
        self._built: dict[str, tuple[tuple[Controls, Context, ListFigures | None], MetalEntry]] = {}

    def load_figures(self) -> None:
        """Read the figures for the lines; until then each line names the group of its metal."""
        from explorer.data.supply.list_figures import list_figures

        self._figures, self._shares = list_figures(self._store), {}
        self._sparklines, self._sparklines_of = {}, None

    def entries(
        self,
        context: Context,
        exposures: "Exposures | None" = None,
        *,
        since_control: bool = False,
        sparklines: bool = False,
    ) -> list[MetalEntry]:
        """Return the line of each metal, with its exposure where it is given, and what else is asked for."""
        lines = self._price_lines(context.as_of) if sparklines else {}
        build = self._entry_with_price if since_control else self._entry_without_price
        entries = [build(metal, context, lines.get(i)) for i, metal in self._store.metals.items()]
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

    def _price_lines(self, as_of: date) -> "dict[str, Sparkline | None]":
        """Return the price of each metal as a small line; what a day changes is computed once."""
        from explorer.data.supply.sparkline import sparkline

        if self._figures is None:
            return {}
        if self._sparklines_of != as_of:
            self._sparklines = {
                metal: sparkline(held, as_of, self._sparklines.get(metal))
                for metal, held in self._figures.prices.items()
            }
            self._sparklines_of = as_of
        return self._sparklines

    def sentence(self, metal_id: str, context: Context) -> str:
        """Return the answer on a metal in sentences."""
        return Controls.of(self._store).headline(metal_id, context).sentence

    def _entry_without_price(self, metal: Metal, context: Context, line: "Sparkline | None") -> MetalEntry:
        """Return the line of a metal, the last one built if neither states nor the small price chart have changed."""
        controls = Controls.of(self._store)
        state = controls, controls.at_last_change(metal.metal_id, context), self._figures
        before, entry = self._built.get(metal.metal_id, (None, None))
        if entry is not None and before == state and entry.sparkline is line:
            return entry
        listed = listed_metal(self._store, metal, context, self._figures, with_price=False)
        entry = self._entry(listed, context, line)
        self._built[metal.metal_id] = (state, entry)
        return entry

    def _entry_with_price(self, metal: Metal, context: Context, line: "Sparkline | None") -> MetalEntry:
        """Return the line of a metal with the change of its price since the control, which may differ every day."""
        listed = listed_metal(self._store, metal, context, self._figures, with_price=True)
        return replace(self._entry(listed, context, line), since_control=self._price_entry(listed, context))

    def _entry(self, listed: ListedMetal, context: Context, line: "Sparkline | None") -> MetalEntry:
        metal = listed.metal
        text, source = self._share_texts(listed, context.origin)
        return MetalEntry(
            metal=metal,
            pill=Controls.of(self._store).pill_words(metal.metal_id, context),
            rank=listed.rank,
            line=text,
            source=source,
            share_pct=listed.share_pct,
            reliance_pct=listed.reliance_pct,
            first_controlled=listed.first_controlled,
            in_principle=listed.strictness == IN_PRINCIPLE,
            sparkline=line,
        )

    def _price_entry(self, listed: ListedMetal, context: Context) -> PriceEntry | None:
        """Return the texts on the price since the control; None until the figures are read."""
        from explorer.data.supply.price_change_texts import change_line, change_sentences

        found = listed.since_control
        if found is None:
            return None
        return PriceEntry(found.percent, change_line(found), change_sentences(self._store, found, context))

    def _share_texts(self, listed: ListedMetal, origin: str) -> tuple[str, str]:
        """Return the line of a metal and the source of its figure, which are the same on every day."""
        key = listed.metal.metal_id, origin
        if key not in self._shares:
            self._shares[key] = self._line(listed, origin), _source(listed)
        return self._shares[key]

    def _line(self, listed: ListedMetal, origin: str) -> str:
        if listed.share is None or listed.share_pct is None:
            return group_or_kind_label(listed.metal)
        table, value = listed.share.table, percent(listed.share_pct)
        return gettext("{country} {share} of {output} {year}").format(
            country=self._store.country_name(origin),
            share=f"~{value}" if listed.share.share.row.flag == "e" else value,
            output=output_word(table.stage),
            year=table.year,
        )


def _source(listed: ListedMetal) -> str:
    """Return the source of a share with its flag and form, empty where there is no share."""
    if listed.share is None or listed.share_pct is None:
        return ""
    table = listed.share.table
    return " · ".join(filter(None, (table.source, flag_name(listed.share.share.row.flag), table.form)))

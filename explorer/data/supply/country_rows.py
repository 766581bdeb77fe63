"""All that is on file about a metal and one country: its output, its reserves, its sales to a buyer, its measures."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.measure_list import listed_measures, rule_words
from explorer.data.dates import show
from explorer.data.numbers import exact, percent, with_unit
from explorer.data.store import Store
from explorer.data.supply.amounts import published, share_base, share_of_base
from explorer.data.supply.buyers import SOURCE_ID, SOURCE_NAME, buyer_of, supplier_tables
from explorer.data.supply.default_tables import default_production
from explorer.data.supply.figures import WORLD, own_or_group
from explorer.data.supply.metal_tables import MetalTables
from explorer.data.supply.publications import publication
from explorer.data.terms import output_label
from explorer.data.words import flag_name, measure_name, state_word
from explorer.language import gettext


class CountryRow(Struct, frozen=True):
    """One entry: what it is, its year or day, its figure or state with the share, flag and publisher."""

    what: str
    period: str
    text: str
    share_pct: float | None = None
    value_share_pct: float | None = None
    flag: str = ""
    source: str = ""
    source_ids: tuple[str, ...] = ()

    @property
    def share(self) -> str:
        """The share as text, of tonnage and of value where both are known; empty where it is unknown."""
        if self.share_pct is None:
            return ""
        share = percent(self.share_pct)
        if self.value_share_pct is None:
            return gettext("{share} of the total").format(share=share)
        text = gettext("{share} of tonnage\n{value_share} of value")
        return text.format(share=share, value_share=percent(self.value_share_pct))


def output_rows(store: Store, metal_id: str, country_id: str) -> Iterator[CountryRow]:
    """Yield the output of a country, or of the world, in all tables, the newest first."""
    owner, _ = default_production(store, metal_id)
    tables = MetalTables.of(store).tables(owner)
    text = gettext("{output}, {form}")
    for table in sorted(tables, key=lambda t: -t.year):
        share = table.share_of(country_id)
        row = table.world if country_id == WORLD else share.row if share is not None else None
        if row is not None:
            yield CountryRow(
                text.format(output=output_label(table.stage), form=table.form),
                str(table.year),
                published(row) or flag_name(row.flag) or gettext("no figure on file"),
                share.share_pct if share is not None else None,
                flag=flag_name(row.flag),
                source=table.source,
                source_ids=row.source_ids,
            )


def reserve_rows(store: Store, metal_id: str, country_id: str) -> Iterator[CountryRow]:
    """Yield the reserves of a country in all forms."""
    _, rows = own_or_group(store.metal(metal_id), store.reserves)
    for row in rows:
        if row.country_id != country_id:
            continue
        of_form = [r for r in rows if (r.form, r.unit) == (row.form, row.unit)]
        world = next((r for r in of_form if r.country_id == WORLD), None)
        base = share_base(world, [r for r in of_form if r is not world])
        text = published(row) or gettext("no figure on file")
        share = share_of_base(row, base) if row is not world else None
        yield CountryRow(
            row.form, "", text, share, source=publication(row.edition), source_ids=row.source_ids
        )


def supplier_rows(store: Store, metal_id: str, context: Context, country_id: str) -> Iterator[CountryRow]:
    """Yield what the destination imports from a country under each heading, the newest year first."""
    buyer = buyer_of(context.destination)
    tables = supplier_tables(store, metal_id, buyer)[1] if buyer is not None else {}
    text = gettext("HS {code}, {form}")
    for table in sorted((t for each in tables.values() for t in each), key=lambda t: -t.year):
        row = next((r for r in table.suppliers if r.partner == country_id), None)
        if row is not None:
            tonnes = row.quantity_t
            yield CountryRow(
                text.format(code=table.code.hs_code, form=table.code.form),
                str(table.year),
                gettext("tonnage unknown") if tonnes is None else with_unit(exact(tonnes), "t"),
                row.share_pct,
                table.value_share_pct(row),
                flag_name(table.flag(row.flag)),
                SOURCE_NAME,
                (SOURCE_ID,),
            )


def control_rows(store: Store, metal_id: str, context: Context, country_id: str) -> Iterator[CountryRow]:
    """Yield the measures of a country on a metal, or on special forms of it, with their state on the as-of date.

    Those for military users of the destination are among them; none where the country exports nothing to it.
    """
    here = replace(context, origin=country_id)
    for found in listed_measures(store, metal_id, here, ended=True):
        measure = found.measure
        yield CountryRow(
            measure_name(measure),
            show(measure.effective or measure.announced),
            rule_words(store, measure, targeted=found.target is not None),
            flag=state_word(found),
            source=_publisher(store, measure.source_ids),
            source_ids=measure.source_ids,
        )


def _publisher(store: Store, source_ids: tuple[str, ...]) -> str:
    """Return the publisher of the first source."""
    return store.sources[source_ids[0]].publisher if source_ids else ""

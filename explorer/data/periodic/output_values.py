"""The origin's share of output and the concentration of supply, from the default production table of each metal."""

from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.numbers import exact, percent, qualified
from explorer.data.periodic.bounds import MINIMUM, open_bound
from explorer.data.periodic.colourings import HHI, SHARE, step_of
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import of_group_only, unknown
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.default_tables import DefaultTables
from explorer.data.supply.figure_text import entries
from explorer.data.supply.figures import HIGHEST_HHI, ProductionTable, concentration
from explorer.data.terms import output_word
from explorer.data.words import flag_name
from explorer.language import gettext


def share_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the share of the origin in the output of each metal."""
    country = store.country_name(context.origin)
    general = gettext("{country}, share of output").format(country=country)
    tables = DefaultTables.of(store).all()
    for metal_id in metal_ids:
        owner, table = tables[metal_id]
        if table is None:
            yield unknown(metal_id, general, gettext("No output by country is on file."))
        elif owner != metal_id:
            yield of_group_only(store, metal_id, general, owner)
        else:
            yield _share(store, metal_id, table, context.origin)


def _share(store: Store, metal_id: str, table: ProductionTable, origin: str) -> MetalValue:
    subject = gettext("{country}, share of {output}").format(
        country=store.country_name(origin), output=output_word(table.stage)
    )
    share = table.share_of(origin)
    if share is None:
        text = gettext("The table does not name {origin} ({source}, {year}).")
        reason = text.format(origin=place_name(store, origin), source=table.source, year=table.year)
        sources = (table.world or table.rows[0]).source_ids
        general = gettext("The output table does not name {origin}.").format(origin=place_name(store, origin))
        return unknown(metal_id, subject, reason, gettext("not named"), sources, general)
    row = share.row
    if share.share_pct is None:
        text = gettext("No share can be calculated; published: {amount} ({source}, {year}).")
        amount = published(row) or flag_name(row.flag) or gettext("no figure")
        reason = text.format(amount=amount, source=table.source, year=table.year)
        general = gettext("No share can be calculated from what is published.")
        return unknown(metal_id, subject, reason, source_ids=row.source_ids, general_reason=general)
    return MetalValue(
        metal_id,
        subject,
        (percent(share.share_pct),),
        percent(share.share_pct),
        share.share_pct,
        step_of(SHARE, share.share_pct),
        date=str(table.year),
        flag=row.flag,
        flags=entries(flag_name(row.flag)),
        form=table.form,
        details=(gettext("{output}, {form}").format(output=output_word(table.stage), form=table.form),),
        source=table.source,
        source_ids=row.source_ids,
        confidence=row.confidence,
    )


def concentration_values(store: Store, _context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the HHI by country of the output of each metal."""
    subject = gettext("Supply concentration (HHI)")
    tables = DefaultTables.of(store).all()
    for metal_id in metal_ids:
        owner, table = tables[metal_id]
        index = concentration(table) if table is not None else None
        if table is None or index is None:
            yield unknown(metal_id, subject, gettext("No full production table is on file."))
            continue
        if owner != metal_id:
            yield of_group_only(store, metal_id, subject, owner)
            continue
        qualifier = MINIMUM if index.at_least else None
        figure, step = qualified(exact(index.in_tens), qualifier), step_of(HHI, index.in_tens)
        yield MetalValue(
            metal_id,
            subject,
            (figure,),
            gettext("{figure} of {highest}").format(figure=figure, highest=exact(HIGHEST_HHI)),
            index.in_tens,
            step,
            date=str(table.year),
            flag=index.flag,
            flags=entries(gettext("minimum") if index.at_least else "", flag_name(index.flag)),
            form=table.form,
            details=(gettext("{output}, {form}").format(output=output_word(table.stage), form=table.form),),
            source=gettext("calculated from {source}").format(source=table.source),
            source_ids=(table.world or table.rows[0]).source_ids,
            confidence=index.confidence,
            bound=open_bound(HHI, step, qualifier),
        )

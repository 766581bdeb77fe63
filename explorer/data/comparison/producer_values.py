"""The largest producer of each metal with its share, from the default production table."""

from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import of_group_only, unknown
from explorer.data.store import Store
from explorer.data.supply.default_tables import DefaultTables
from explorer.data.supply.figure_text import entries
from explorer.data.supply.figures import ProductionTable, least_confidence
from explorer.data.supply.stress.losses import loss
from explorer.data.supply.stress.texts import largest_text
from explorer.data.terms import output_word
from explorer.data.words import flag_name
from explorer.language import gettext


def producer_values(store: Store, _context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the largest producers of each metal; the value is the share of one of them in per cent."""
    subject = gettext("Largest producer")
    tables = DefaultTables.of(store).all()
    for metal_id in metal_ids:
        owner, table = tables[metal_id]
        if table is None:
            yield unknown(metal_id, subject, gettext("No output by country is on file."))
        elif owner != metal_id:
            yield of_group_only(store, metal_id, subject, owner)
        else:
            yield _value(store, metal_id, table, subject)


def _value(store: Store, metal_id: str, table: ProductionTable, subject: str) -> MetalValue:
    found = loss(table, ()).largest_before
    if found is None:
        text = gettext(
            "The latest table is incomplete, so the largest producer is unknown ({source}, {year})."
        )
        sources = (table.world or table.rows[0]).source_ids
        reason = text.format(source=table.source, year=table.year)
        return unknown(metal_id, subject, reason, source_ids=sources)
    text = largest_text(store, found)
    return MetalValue(
        metal_id,
        subject,
        (text,),
        text,
        found.share_pct,
        date=str(table.year),
        flag=found.flag,
        flags=entries(flag_name(found.flag)),
        form=table.form,
        details=(gettext("{output}, {form}").format(output=output_word(table.stage), form=table.form),),
        source=table.source,
        source_ids=tuple(dict.fromkeys(i for row in found.rows for i in row.source_ids)),
        confidence=least_confidence(row.confidence for row in found.rows),
    )

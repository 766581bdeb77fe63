"""Why the default table of a stage of production is not of the newest year on file."""

from collections.abc import Iterator

from explorer.data.store import Store
from explorer.data.supply.figures import ProductionTable, default_table
from explorer.data.supply.metal_tables import MetalTables
from explorer.data.terms import output_label, output_word
from explorer.data.words import publisher_name
from explorer.language import gettext


def older_notes(store: Store, owner: str, table: ProductionTable) -> Iterator[str]:
    """Yield why the default table of a stage is older than another table of the metal; nothing for a chosen table."""
    tables = [t for t in MetalTables.of(store).tables(owner) if t.rows]
    of_stage = [t for t in tables if t.stage == table.stage]
    newest = default_table(tables)
    if newest is None or table != default_table(of_stage):
        return
    fields = {"output": output_word(table.stage), "year": table.year}
    if table.year < max(t.year for t in of_stage):
        yield gettext(
            "Tables of {output} after {year} are incomplete: they name fewer than three countries or have no world "
            "total."
        ).format(**fields)
    elif table.year < newest.year:
        yield gettext("No {output} by country after {year} is on file.").format(**fields)
    if table.year < newest.year:
        if len({t.publisher for t in of_stage}) == 1:
            text = gettext("Of the publishers on file, only one gives {output}: {publisher}.")
            yield text.format(publisher=publisher_name(table.publisher), **fields)
        text = gettext("{other} is on file up to {year}: {publication}.")
        yield text.format(other=output_label(newest.stage), year=newest.year, publication=newest.source)

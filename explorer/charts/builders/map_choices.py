"""What can be chosen for a map of a metal: the stages, forms, publishers and years on file. No Qt."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.builders.reserves import reserve_choices
from explorer.charts.builders.suppliers import destination_choices, find_tables
from explorer.charts.spec import Choice
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.default_tables import chosen_table, default_production
from explorer.data.supply.figures import (
    PUBLISHER_ORDER,
    STAGE_ORDER,
    ProductionTable,
)
from explorer.data.supply.map_choice import OUTPUT, RESERVES, SUPPLIERS, MapChoice
from explorer.data.supply.metal_tables import MetalTables
from explorer.data.terms import output_label
from explorer.data.words import publisher_short


class MapChoices(Struct, frozen=True):
    """The entries of each list, and what is shown: the choice with the defaults in place of what is empty."""

    shown: MapChoice
    stages: tuple[Choice, ...] = ()
    forms: tuple[Choice, ...] = ()
    publishers: tuple[Choice, ...] = ()
    years: tuple[int, ...] = ()


def map_choices(store: Store, metal_id: str, context: Context, choice: MapChoice) -> MapChoices:
    """Return what can be chosen beside a choice."""
    if choice.show == OUTPUT:
        return _of_output(store, metal_id, choice)
    if choice.show == RESERVES:
        forms = tuple(Choice(c.key.split("|")[0], c.label) for c in reserve_choices(store, metal_id))
        shown = replace(choice, form=choice.form or (forms[0].key if forms else ""))
        return MapChoices(shown, forms=forms)
    if choice.show == SUPPLIERS:
        return _of_suppliers(store, metal_id, context, choice)
    return MapChoices(choice)


def _of_output(store: Store, metal_id: str, choice: MapChoice) -> MapChoices:
    owner, default = default_production(store, metal_id)
    table = chosen_table(store, owner, default, choice)
    tables = [t for t in MetalTables.of(store).tables(owner) if t.rows] if default is not None else []
    stages = _in_order(STAGE_ORDER, (t.stage for t in tables))
    shown = choice
    if table is not None:
        shown = replace(
            choice, stage=table.stage, form=table.form, publisher=table.publisher, year=table.year
        )
    of_stage = [t for t in tables if t.stage == shown.stage]
    of_publisher = [t for t in of_stage if t.publisher == shown.publisher]
    of_form = [t for t in of_publisher if t.form == shown.form and _same_unit(t, table)]
    return MapChoices(
        shown,
        tuple(Choice(stage, output_label(stage)) for stage in stages),
        tuple(Choice(form, form) for form in sorted({t.form for t in of_publisher})),
        tuple(
            Choice(p, publisher_short(p)) for p in _in_order(PUBLISHER_ORDER, (t.publisher for t in of_stage))
        ),
        tuple(sorted({t.year for t in of_form})),
    )


def _same_unit(table: ProductionTable, shown: ProductionTable | None) -> bool:
    return shown is None or table.unit == shown.unit


def _in_order(order: Iterable[str], found: Iterable[str]) -> list[str]:
    present = set(found)
    return [name for name in order if name in present]


def _of_suppliers(store: Store, metal_id: str, context: Context, choice: MapChoice) -> MapChoices:
    forms = destination_choices(store, metal_id, context)
    form = choice.form or (forms[0].key if forms else "")
    known = {entry.key for entry in forms}
    tables = find_tables(store, metal_id, context, form, None)[1] if form in known else ()
    year = tables[-1].year if choice.year is None and tables else choice.year
    return MapChoices(
        replace(choice, form=form, year=year), forms=forms, years=tuple(table.year for table in tables)
    )

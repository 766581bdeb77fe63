"""A world map: output, reserves or suppliers by country, or the countries that control a metal."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from explorer.charts.builders.choices import options
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.map_controls import controls_content
from explorer.charts.builders.production import table_content
from explorer.charts.builders.production_tables import no_production
from explorer.charts.builders.reserves import reserve_choices, reserves_content
from explorer.charts.builders.subject import Subject
from explorer.charts.builders.suppliers import find_tables, supplier_content
from explorer.charts.spec import Chart, Missing
from explorer.data.context import Context
from explorer.data.metal_names import plain_name
from explorer.data.store import Store
from explorer.data.supply.default_tables import chosen_table, default_production
from explorer.data.supply.map_choice import CONTROLS, OUTPUT, RESERVES, SUPPLIERS, MapChoice
from explorer.language import gettext

KIND = "map"
ALL_COUNTRIES = 1_000


def world_map(
    store: Store,
    metal_id: str,
    context: Context,
    show: str = OUTPUT,
    stage: str = "",
    form: str = "",
    publisher: str = "",
    year: int | None = None,
) -> Chart:
    """Describe a metal on a map; an empty choice is the default table of what is shown."""
    choice = MapChoice(show, stage, form, publisher, year).checked()
    content = _CONTENTS[show](store, metal_id, context, choice)
    if isinstance(content, Missing):
        return replace(content, kind=KIND)
    whole = replace(
        content,
        kind=KIND,
        shape="map",
        series=tuple(replace(s, key=show) for s in content.series),
        options=options(
            show="" if show == OUTPUT else show, stage=stage, form=form, publisher=publisher, year=year
        ),
    )
    return finish(store, (metal_id,), context, whole)


def _output(store: Store, metal_id: str, _context: Context, choice: MapChoice) -> Content | Missing:
    owner, default = default_production(store, metal_id)
    subject = Subject(store.metal(metal_id), store.metal(owner))
    if default is None:
        return no_production(store, metal_id, KIND)
    table = chosen_table(store, owner, default, choice)
    if table is None or not table.rows:
        reason = gettext("No output by country on file for {metal} has this stage, form, publisher and year.")
        if table is default:
            reason = gettext(
                "Only a world total is on file for the output of {metal}, no figures by country."
            )
        text = reason.format(metal=plain_name(subject.owner))
        return Missing(KIND, text, metal_id, *subject.titles(gettext("output by country")))
    return table_content(store, subject, table, ALL_COUNTRIES)


def _reserves(store: Store, metal_id: str, _context: Context, choice: MapChoice) -> Content | Missing:
    keys = [c.key for c in reserve_choices(store, metal_id)]
    key = next((k for k in keys if k.split("|")[0] == choice.form), None)
    if choice.form and key is None:
        reason = gettext("No reserves on file for {metal} have this form.")
        metal = store.metal(metal_id)
        subject = Subject(metal, metal)
        text = reason.format(metal=plain_name(metal))
        return Missing(KIND, text, metal_id, *subject.titles(gettext("reserves by country")))
    return reserves_content(store, metal_id, key)


def _suppliers(store: Store, metal_id: str, context: Context, choice: MapChoice) -> Content | Missing:
    subject, tables, reason = find_tables(store, metal_id, context, choice.form or None, None)
    table = next((t for t in reversed(tables) if choice.year in (None, t.year)), None)
    if table is None:
        if tables:
            text = gettext("No imports under HS {code} on file for {year}. Available: {first} to {last}.")
            code, first, last = tables[0].code.hs_code, tables[0].year, tables[-1].year
            reason = text.format(code=code, year=choice.year, first=first, last=last)
        return Missing(KIND, reason, metal_id, *subject.titles(gettext("suppliers")))
    content = supplier_content(store, subject, table)
    note = gettext(
        "Colours show the share of tonnage. Labels show the share of tonnage, with the share of value in "
        "brackets."
    )
    return replace(content, notes=(*content.notes, note))


def _controls(store: Store, metal_id: str, context: Context, _choice: MapChoice) -> Content | Missing:
    return controls_content(store, metal_id, context)


_CONTENTS: Mapping[str, Callable[[Store, str, Context, MapChoice], Content | Missing]] = {
    OUTPUT: _output,
    RESERVES: _reserves,
    SUPPLIERS: _suppliers,
    CONTROLS: _controls,
}

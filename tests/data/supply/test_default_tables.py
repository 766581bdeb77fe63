"""The default production table of each metal is the same for one metal, for all metals, in lists and in the chart."""

from datetime import date
from typing import Any

import pytest

from explorer.charts.builders.production import production
from explorer.charts.builders.production_tables import production_choices
from explorer.charts.spec import ChartSpec
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.default_tables import DefaultTables, default_production
from explorer.data.supply.figures import STAGE_ORDER
from explorer.data.supply.list_figures import list_figures


@pytest.mark.parametrize("stage", ["", *STAGE_ORDER])
def test_all_metals_have_the_table_of_each_metal(store: Store, stage: str) -> None:
    tables = DefaultTables.of(store).all(stage)
    assert list(tables) == list(store.metals)
    for metal_id, owned in tables.items():
        assert owned == default_production(store, metal_id, stage)
        assert owned[1] is None or stage in ("", owned[1].stage)


def test_the_tables_of_the_data_that_ship_are_those_of_each_metal(live_store: Store) -> None:
    for metal_id, owned in DefaultTables.of(live_store).all().items():
        assert owned == default_production(live_store, metal_id)


def test_the_chart_shows_the_default_table(store: Store) -> None:
    drawn = 0
    for metal_id in store.metals:
        chart = production(store, metal_id, Context(date(2026, 10, 8)))
        _, table = default_production(store, metal_id)
        if not isinstance(chart, ChartSpec):
            assert table is None or not table.rows
            continue
        drawn += 1
        assert table is not None and chart.series[0].name == f"{table.form}, {table.year}"
        key = "|".join((table.publisher, table.stage, table.form, table.unit))
        assert production_choices(store, metal_id)[0].key == key
    assert drawn > 10


def test_a_list_has_the_default_table_of_the_metal_itself(store: Store) -> None:
    tables = list_figures(store).tables
    assert tables["gallium"] == default_production(store, "gallium")[1]
    assert default_production(store, "holmium")[0] == "rare-earths" and "holmium" not in tables


def test_a_member_has_the_table_of_its_group(store: Store) -> None:
    owner, table = default_production(store, "neodymium")
    assert owner == "rare-earths" and table == default_production(store, "rare-earths")[1]


def test_the_default_table_of_a_choice_is_the_best_one_with_it(store: Store) -> None:
    def chosen(**choice: Any) -> tuple[str, str, int] | None:
        table = default_production(store, "antimony", **choice)[1]
        return None if table is None else (table.publisher, table.form, table.year)

    assert chosen() == ("usgs", "antimony content", 2025)
    assert chosen(year=2024) == ("usgs", "antimony content", 2024)
    assert chosen(publisher="wmd") == ("wmd", "Sb content", 2024)
    assert chosen(form="Sb content", year=2023) == ("wmd", "Sb content", 2023)
    assert chosen(publisher="wmd", form="antimony content") is None

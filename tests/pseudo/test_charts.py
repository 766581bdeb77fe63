"""The charts and the fact sheet have no plain English in the pseudo-language."""

import re
from datetime import date

import pytest

from explorer.charts import summary
from explorer.charts.batch import jobs
from explorer.charts.builders.registry import KINDS, make
from explorer.charts.output.options import ExportOptions
from explorer.charts.spec import ChartSpec
from explorer.data.context import Context
from explorer.factsheet.drawing.page import render
from tests.charts.pictures import words
from tests.factsheet.conftest import read_page as read_page

TODAY = Context(date(2026, 11, 24), "CHN", "USA")
METALS = ("gallium", "graphite", "holmium", "rare-earths", "tungsten", "tin")
SIZE = ExportOptions(2400, 1600, 96)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_chart_its_sentence_and_its_table_have_no_plain_english(store, qapp, english, kind) -> None:
    several = METALS if kind.metals == "one" else METALS[:2]
    drawn = 0
    for job in jobs(several, (kind,)):
        chart = make(kind, store, job.metal_ids, TODAY)
        assert english([kind.label, kind.needs]) == []
        if not isinstance(chart, ChartSpec):
            assert english([chart.reason, chart.title]) == []
            continue
        drawn += 1
        table = summary.table(chart)
        cells = [cell for row in (table.header, *table.rows) for cell in row]
        assert english([summary.sentence(chart), *cells, words(chart, SIZE)]) == []
    assert drawn


@pytest.mark.parametrize("metal_id", METALS)
def test_a_fact_sheet_has_no_plain_english(store, qapp, english, read_page, metal_id) -> None:
    text = read_page(render(store, metal_id, TODAY, "a4")).extract_text()
    assert english([re.sub(r"\s+", " ", line) for line in text.splitlines()]) == []

"""The suppliers of a buyer as a chart: tonnes, both shares, flags, what else the heading contains, the credit."""

import pytest
from msgspec.structs import replace

from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.plot.row_space import share_text
from explorer.charts.spec import Chart, ChartSpec, Missing
from explorer.charts.summary import describe, sentence, table
from explorer.data.supply.buyers import CREDIT
from explorer.errors import NotFound


def spec(chart: Chart) -> ChartSpec:
    assert isinstance(chart, ChartSpec)
    return chart


@pytest.fixture
def graphite(store, today) -> ChartSpec:
    """Natural graphite other than powder and flakes, bought by Germany in 2022."""
    return spec(registry.suppliers(store, "graphite", today, "250490", 2022, "DEU"))


def test_bars_are_tonnes_with_both_shares(graphite):
    points = graphite.series[0].points
    assert [(p.label, p.y, p.share_pct) for p in points][:2] == [
        ("Mozambique", 500.0, 52.01),
        ("China", 304.044, 31.62),
    ]
    assert points[1].value_share_pct == pytest.approx(49.6063, abs=1e-4)
    assert share_text(points[1]) == "32\u202f% · 50\u202f% of value"
    assert points[-1].label == "Other suppliers"
    assert graphite.title == "Graphite (natural): suppliers to Germany, 2022"
    assert "HS 250490 (1992)" in graphite.subtitle and "Tonnes of product" in graphite.subtitle


def test_heading_totals_and_credit_are_given(graphite, store):
    notes = " ".join(graphite.notes)
    assert store.buyer_codes["250490"].what_else.rstrip(".") in notes
    assert "Total: 961 t, 1.42 million USD." in notes
    assert "China 32 % of tonnage; China and Hong Kong 32 % of tonnage, 50 % of value." in notes
    assert graphite.source_line.startswith("Source: CEPII") and graphite.source_line.endswith(CREDIT)
    assert f"# {graphite.source_line}" in csv_bytes(graphite, "command").decode().splitlines()


def test_an_outlier_keeps_its_flag_and_low_confidence(graphite):
    (france,) = [p for p in graphite.series[0].points if p.label == "France"]
    assert (france.flag, france.confidence) == ("o", "low")
    assert any("France" in note for note in graphite.notes)
    assert not any("Ringed" in note for note in graphite.notes)


def test_the_last_year_is_hatched_as_preliminary(store, today):
    chart = spec(registry.suppliers(store, "graphite", today, buyer="DEU"))
    assert {p.flag for p in chart.series[0].points} == {"p"}
    assert "Hatched: preliminary." in chart.notes
    assert chart.series[0].name == "HS 250410, 2024"


def test_an_outlier_of_the_last_year_is_also_preliminary(store, today):
    outliers = 0
    for metal in store.metals:
        for code in (c.key for c in registry.supplier_choices(store, metal)):
            try:
                chart = registry.suppliers(store, metal, today, code, 2024, "DEU")
            except NotFound:
                continue
            for point in chart.series[0].points if isinstance(chart, ChartSpec) else ():
                if point.flag == "o":
                    outliers += 1
                    assert "preliminary" in (point.note or "")
    assert outliers


def test_a_supplier_without_tonnes_has_a_word(store, today):
    chart = spec(registry.suppliers(store, "antimony", today, "261710", 2020, "DEU"))
    (south_africa,) = [p for p in chart.series[0].points if p.label == "South Africa"]
    assert (south_africa.y, south_africa.word, south_africa.share_pct) == (None, "tonnage unknown", None)
    assert share_text(south_africa).endswith("of value")
    assert "The total has low confidence: no quantity for" in " ".join(chart.notes)


def test_the_destination_is_the_buyer_unless_one_is_named(store, today):
    assert "suppliers to the United States" in spec(registry.suppliers(store, "graphite", today)).title
    military = replace(today, destination="USA-MIL")
    assert "suppliers to the United States" in spec(registry.suppliers(store, "graphite", military)).title
    everybody = registry.suppliers(store, "graphite", replace(today, destination="ALL"))
    assert isinstance(everybody, Missing) and "Choose a destination" in everybody.reason


def test_metals_and_years_that_are_not_covered_have_a_reason(store, today):
    chart = registry.suppliers(store, "gallium", today, buyer="DEU")
    assert isinstance(chart, Missing)
    assert chart.reason.startswith("No supplier figures are on file for gallium")
    none = registry.suppliers(store, "graphite", today, "250410", 1999, "DEU")
    assert isinstance(none, Missing) and none.reason.endswith("Available: 2019 to 2024.")


def test_a_member_of_a_group_has_the_suppliers_of_the_group_and_a_note(store, today):
    chart = spec(registry.suppliers(store, "neodymium", today, buyer="JPN"))
    assert chart.title.startswith("Rare earths (includes neodymium): suppliers to Japan")
    assert "for neodymium alone" in chart.notes[0]


def test_an_unknown_heading_raises_not_found(store, today):
    with pytest.raises(NotFound, match=r"No series “999999” in this chart\. Available: 250410; 250490"):
        registry.suppliers(store, "graphite", today, "999999", buyer="DEU")


def test_table_csv_hover_and_sentence_have_both_shares(graphite):
    listed = table(graphite)
    china = listed.rows[1]
    assert china[listed.header.index("Share of tonnage, %")] == "31.62"
    assert china[listed.header.index("Share of value, %")] == "49.61"
    lines = [x for x in csv_bytes(graphite, "command").decode().splitlines() if not x.startswith("#")]
    assert "share_pct,value_share_pct,flag" in lines[0]
    assert lines[2].startswith('"HS 250490, 2022",China,304.044,t,,,,31.62,49.6063,')
    assert describe(graphite, 0, 1)[1] == "304.044 t · 32 % of tonnage · 50 % of value"
    assert "Mozambique" in sentence(graphite)


def test_choices_are_the_headings_of_the_metal(store):
    assert [c.key for c in registry.supplier_choices(store, "graphite")] == ["250410", "250490"]
    assert registry.supplier_choices(store, "gallium") == ()

"""The share of the origin over the years: gaps, flags, readings with Hong Kong, control dates, the credit."""

import pytest
from msgspec.structs import replace

from explorer.charts.builders import registry
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import Chart, ChartSpec, Missing, Point, Series
from explorer.data.supply.buyers import CREDIT
from explorer.errors import NotFound


def spec(chart: Chart) -> ChartSpec:
    assert isinstance(chart, ChartSpec)
    return chart


def years(series: Series) -> dict[int, Point]:
    return {int(p.x): p for p in series.points}


@pytest.fixture
def compounds(store, today) -> ChartSpec:
    """Rare-earth compounds bought by Germany."""
    return spec(registry.suppliers_years(store, "rare-earths", today, "284690", "DEU"))


def test_shares_of_tonnage_and_of_value_are_lines_over_all_years(compounds):
    tonnage, value = compounds.series
    assert (tonnage.name, value.name) == ("Share of tonnage", "Share of value with Hong Kong")
    assert [p.y for p in tonnage.points] == [56.43, 72.95, 67.82, 59.4, 30.31, 58.47]
    assert years(value)[2024].y == 37.66
    assert compounds.title == "Rare earths (group): share of China in imports by Germany"
    assert (compounds.y.unit, compounds.y.low, compounds.y.high) == ("%", 0.0, 100.0)


def test_outliers_are_ringed_and_the_last_year_is_hollow(compounds):
    flags = {year: p.flag for year, p in years(compounds.series[0]).items()}
    assert flags == {2019: None, 2020: None, 2021: None, 2022: "o", 2023: "o", 2024: "p"}
    assert years(compounds.series[0])[2023].confidence == "low"
    notes = " ".join(compounds.notes)
    assert "Hollow: preliminary." in notes and "Ringed: low confidence" in notes
    assert "outlier, checked" not in notes


def test_control_dates_the_heading_and_the_credit_are_given(compounds, store):
    assert next(e.day.isoformat() for e in compounds.events if e.kind == "licence") == "2025-04-04"
    assert any(n.startswith("HS 284690: Compounds of every rare earth but cerium") for n in compounds.notes)
    assert compounds.source_line == f"Source: {CREDIT}"
    assert CREDIT in csv_bytes(compounds, "command").decode()


def test_thin_records_are_gaps_and_not_compared(store, today):
    chart = spec(registry.suppliers_years(store, "bismuth", today, "810600", "EUU"))
    tonnage = next(s for s in chart.series if s.name == "Share of tonnage")
    assert [year for year, p in years(tonnage).items() if p.y is None] == [2020, 2024]
    assert "Not compared: 2020 and 2024 (thin record; a report is probably missing)." in chart.notes
    assert "thin record of Netherlands" in (years(tonnage)[2024].note or "")


def test_years_without_rows_are_gaps_not_zero(store, today):
    """Tin ore to Japan: four of six years are on file."""
    chart = spec(registry.suppliers_years(store, "tin", today, "260900", "JPN"))
    known = [p for p in chart.series[0].points if p.y is not None]
    assert len(known) == 4 and len(chart.series[0].points) == 6
    assert any(n.startswith("No imports on file for ") and n.endswith("gaps, not zero.") for n in chart.notes)


def test_hong_kong_is_drawn_where_it_adds_a_point_and_named_where_not(store, today, compounds):
    """Metals to the United States in 2019: 59.56 % from China, 34.54 % from Hong Kong."""
    chart = spec(registry.suppliers_years(store, "rare-earths", today, "280530", "USA"))
    upper = next(s for s in chart.series if s.name == "Share of tonnage with Hong Kong")
    assert upper.background and years(upper)[2019].y == pytest.approx(94.1, abs=0.01)
    assert "China alone is the lower reading, China with Hong Kong the upper one." in chart.notes
    assert any("less than one percentage point" in n for n in compounds.notes)


def test_change_is_given_as_means_of_three_years(store, today):
    """Bismuth to Germany, 2019 to 2024."""
    chart = spec(registry.suppliers_years(store, "bismuth", today, "810600", "DEU"))
    shares = [p.y for p in chart.series[0].points]
    first, last = (sum(s) / 3 for s in (shares[:3], shares[3:]))
    note = f"Mean share of tonnage: {first:.0f} % in 2019–2021, {last:.0f} % in 2022–2024."
    assert note in [n.replace("\u202f", " ") for n in chart.notes]


def test_no_means_are_given_where_a_year_cannot_be_compared(compounds):
    assert not any(n.startswith("Mean share") for n in compounds.notes)


def test_another_origin_has_its_own_shares_without_hong_kong(store, today):
    mozambique = replace(today, origin="MOZ")
    chart = spec(registry.suppliers_years(store, "graphite", mozambique, "250410", "DEU"))
    assert [s.name for s in chart.series] == ["Share of tonnage", "Share of value"]
    assert years(chart.series[0])[2024].y == 18.29
    assert years(chart.series[1])[2024].y == pytest.approx(10.816, abs=0.001)
    absent = registry.suppliers_years(store, "graphite", replace(today, origin="AUS"), "250410", "DEU")
    assert isinstance(absent, Missing)
    assert absent.reason == "The named suppliers do not include Australia; its share is not on file."


def test_what_is_not_covered_has_a_reason(store, today):
    everybody = registry.suppliers_years(store, "graphite", replace(today, destination="ALL"))
    assert isinstance(everybody, Missing) and "Choose a destination" in everybody.reason
    gallium = registry.suppliers_years(store, "gallium", today, buyer="DEU")
    assert isinstance(gallium, Missing) and "on file for gallium" in gallium.reason
    own = registry.suppliers_years(store, "graphite", replace(today, destination="CHN"))
    assert isinstance(own, Missing) and "are not exports" in own.reason
    with pytest.raises(NotFound):
        registry.suppliers_years(store, "graphite", today, "999999", "DEU")


def test_the_command_repeats_heading_and_buyer(compounds):
    assert "--chart suppliers-years" in compounds.query
    assert "--series 284690 --buyer DEU" in compounds.query


def test_the_heading_that_decides_the_exposure_is_offered_first(store, today):
    germany = replace(today, destination="DEU")
    codes = [c.key for c in registry.destination_choices(store, "rare-earths", germany)]
    assert codes == ["280530", "284690"]  # by value 284690 would be first
    labels = [c.label for c in registry.year_choices(store, "rare-earths", germany, "284690")]
    assert labels[:2] == ["2024 (preliminary)", "2023 (outlier)"]
    assert registry.destination_choices(store, "rare-earths", replace(today, destination="ALL")) == ()

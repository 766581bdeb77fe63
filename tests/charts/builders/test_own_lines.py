"""The user's own series in charts: marked as the user's, only where units allow it, and apart from the data."""

import csv
import io
from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts.builders.compare import compare
from explorer.charts.builders.own_lines import own_unit
from explorer.charts.builders.price import price
from explorer.charts.builders.price_change import price_change
from explorer.charts.builders.price_choices import price_choices
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec, Missing
from explorer.charts.summary import table
from explorer.charts.zoom import Range
from explorer.data.context import Context
from explorer.data.store import Store
from tests.charts.own import own_series


def unit_of(store: Store, metal_id: str) -> str:
    """Return the unit of the default price series of a metal."""
    key = price_choices(store, metal_id)[0].key
    return next(s.unit for s in store.price_series(metal_id) if s.series_id == key)


def test_a_series_in_the_unit_of_the_chart_is_added_and_marked(store: Store, today: Context) -> None:
    own = own_series(unit=unit_of(store, "gallium").lower())
    chart, plain = price(store, "gallium", today, own=[own]), price(store, "gallium", today)
    assert isinstance(chart, ChartSpec) and isinstance(plain, ChartSpec)
    first, second = chart.series
    assert (first, chart.title, chart.subtitle) == (plain.series[0], plain.title, plain.subtitle)
    assert (first.own, bool(second.own), second.name) == (None, True, "Desk quote (yours)")
    assert second.points[1].flag == "e" and (second.points[0].low, second.points[0].high) == (99, 102)
    assert chart.own_sources == "Your series: file prices.csv, read on 20 Nov 2026."
    assert chart.source_line == plain.source_line and chart.own_sources in chart.sources_text
    assert "is the user's own series; it is not part of this program's data" in chart.notes[0]
    assert chart.query == f"{plain.query} --own"
    assert chart.without_own == plain and plain.without_own is None


def test_a_hidden_series_of_the_data_is_hidden_beside_a_chosen_one_of_the_user_too(
    store: Store, today: Context
) -> None:
    key, own = price_choices(store, "gallium")[0].key, own_series(unit=unit_of(store, "gallium"))
    chart = price(store, "gallium", today, (key, own.key), own=[own])
    assert isinstance(chart, ChartSpec) and chart.without_own is not None
    hidden = shape_of(chart).without([key])
    assert [s.name for s in hidden.series] == ["Desk quote (yours)"] and hidden.without_own is None


def test_a_series_in_another_unit_is_named_and_not_drawn(store: Store, today: Context) -> None:
    chart = price(store, "gallium", today, own=[own_series(unit="EUR/lb", currency="EUR")])
    assert isinstance(chart, ChartSpec) and not chart.has_own and "--own" not in chart.query
    assert chart.left_out == (
        "Not drawn because the unit or price basis differs: Desk quote (yours) in EUR/lb. "
        "Set all series to 100 to compare them.",
    )
    assert chart.without_own == price(store, "gallium", today)
    shown = price(store, "gallium", today, own=[own_series(unit="EUR/lb")], index=True)
    assert isinstance(shown, ChartSpec) and shown.has_own and not shown.left_out


def test_nominal_prices_are_not_drawn_beside_constant_ones(store: Store, today: Context) -> None:
    series = next(s for s in store.price_series("gallium") if s.basis != "nominal")
    chart = price(store, "gallium", today, series.series_id, own=[own_series(unit=series.unit)])
    assert isinstance(chart, ChartSpec) and not chart.has_own and "Not drawn" in chart.left_out[0]


def test_an_index_has_the_base_of_the_data_and_names_series_without_a_price_by_then(
    store: Store, today: Context
) -> None:
    late = own_series("Late", dates=("2030-01-01", "2030-02-01"))
    plain = price(store, "gallium", today, index=True)
    chart = price(store, "gallium", today, index=True, own=[late])
    assert isinstance(chart, ChartSpec) and isinstance(plain, ChartSpec)
    assert chart.series == plain.series and chart.y.unit == plain.y.unit
    assert chart.left_out[0].startswith("Not drawn because there is no price on or before ")


def test_a_chosen_series_is_shown_by_itself(store: Store, today: Context) -> None:
    own, other = own_series(unit="EUR/lb", currency="EUR"), own_series("Other", unit="EUR/lb")
    chart = price(store, "gallium", today, own.key, own=[own, other])
    assert isinstance(chart, ChartSpec)
    assert [s.name for s in chart.series] == ["Desk quote (yours)"] and chart.y.unit == "EUR/lb"
    assert chart.series[0].own and chart.without_own is None and chart.source_line == ""
    both = price(store, "gallium", today, [price_choices(store, "gallium")[0].key, own.key], own=[own])
    assert isinstance(both, Missing) and "different units" in both.reason


def test_table_and_csv_mark_the_series(store: Store, today: Context) -> None:
    chart = price(store, "gallium", today, own=[own_series(unit=unit_of(store, "gallium"))])
    assert isinstance(chart, ChartSpec)
    shown = table(chart)
    place = shown.columns.index("own")
    assert shown.header[place] == "Your series"
    assert {(r[0], r[place]) for r in shown.rows} == {
        (chart.series[0].name, ""),
        ("Desk quote (yours)", "yes"),
    }
    text = csv_bytes(chart, "a command").decode()
    assert "# Your series: file prices.csv, read on 20 Nov 2026.\n" in text
    rows = list(csv.DictReader(io.StringIO("".join(x for x in text.splitlines(True) if x[0] != "#"))))
    assert {(r["series"], r["own"]) for r in rows} == {
        (chart.series[0].name, "no"),
        ("Desk quote (yours)", "yes"),
    }
    assert all(not r["source_ids"] for r in rows if r["own"] == "yes")
    assert "own" not in table(price(store, "gallium", today)).columns


def test_the_text_at_a_point_says_that_it_is_the_users(store: Store, today: Context) -> None:
    chart = price(store, "gallium", today, own=[own_series(unit=unit_of(store, "gallium"))])
    assert isinstance(chart, ChartSpec)
    reading = shape_of(chart).reading(1, 20)
    entry = next(e for e in reading.entries if e.series == 1)
    assert "Your series." in entry.lines and any("since the control date" in x for x in entry.lines)


def test_the_strip_below_the_chart_shows_a_series_of_the_data(store: Store, today: Context) -> None:
    unit = unit_of(store, "gallium")
    dates = tuple(f"20{year:02d}-{month:02d}-01" for year in range(5, 27) for month in range(1, 11))
    chart = price(store, "gallium", today, own=[own_series(unit=unit, dates=dates)])
    assert isinstance(chart, ChartSpec) and len(chart.series[1].points) > len(chart.series[0].points)
    strip = shape_of(chart).overview()
    assert strip is not None and len(strip.x) == len(chart.series[0].points)


def test_a_zoomed_chart_keeps_its_twin_without_the_series(store: Store, today: Context) -> None:
    chart = price(store, "gallium", today, own=[own_series(unit=unit_of(store, "gallium"))])
    plain = price(store, "gallium", today)
    assert isinstance(chart, ChartSpec) and isinstance(plain, ChartSpec)
    points = plain.series[0].points
    shown = Range(points[-6].x - 1, points[-1].x + 1)
    assert shape_of(chart).between(shown).without_own == shape_of(plain).between(shown)
    before = Range(points[0].x - 500, points[0].x - 400)
    assert shape_of(chart).between(before).without_own is None


def test_a_metal_with_only_a_series_of_the_user_has_a_chart(store: Store, today: Context) -> None:
    metal_id = next(m for m in store.metals if not store.price_series(m))
    assert isinstance(price(store, metal_id, today, own=[own_series()]), Missing)
    chart = price(store, metal_id, today, own=[own_series(metal_id=metal_id)])
    assert isinstance(chart, ChartSpec) and chart.has_own and chart.without_own is None


def test_compared_metals_have_the_base_of_the_data(store: Store, today: Context) -> None:
    metals = ("gallium", "germanium")
    plain, chart = (
        compare(store, metals, today),
        compare(store, metals, today, own=[own_series(unit="EUR/t")]),
    )
    assert isinstance(plain, ChartSpec) and isinstance(chart, ChartSpec)
    assert chart.series[:2] == plain.series and chart.y.unit == plain.y.unit
    assert chart.series[2].name == "Gallium: Desk quote (yours), EUR/t" and chart.series[2].own
    assert chart.without_own == plain and chart.query == f"{plain.query} --own"


def test_around_the_control_date_a_series_is_added_or_shown_by_itself(store: Store, today: Context) -> None:
    own = own_series(unit="EUR/t")
    plain = price_change(store, ("gallium",), today)
    chart = price_change(store, ("gallium",), today, own=[own])
    assert isinstance(plain, ChartSpec) and isinstance(chart, ChartSpec)
    assert chart.series[0] == plain.series[0] and chart.series[1].own and chart.without_own == plain
    assert "Desk quote (yours): 0 % is its price for Jul 2023." in chart.notes
    alone = price_change(store, ("gallium",), today, own.key, own=[own])
    assert isinstance(alone, ChartSpec) and [bool(s.own) for s in alone.series] == [True]
    few = own_series(dates=("2023-06", "2023-09"))
    missing = price_change(store, ("gallium",), today, few.key, own=[few])
    assert isinstance(missing, Missing) and "too few values in the chosen series" in missing.reason


@pytest.mark.parametrize(
    ("unit", "shown"),
    [
        ("USD/kg", "USD/kg"),
        ("kg", "USD/kg"),
        ("index points", "USD, index points"),
        ("USD per jar", "USD per jar"),
    ],
)
def test_a_unit_names_its_currency(unit: str, shown: str) -> None:
    assert own_unit(own_series(unit=unit).prices.series) == shown


def test_a_pasted_series_names_no_file(store: Store, today: Context) -> None:
    own = own_series(file_name=None)
    chart = price(store, "gallium", today, own.key, own=[own])
    assert isinstance(chart, ChartSpec)
    assert chart.own_sources == "Your series: “Desk quote”, pasted on 20 Nov 2026."


def test_a_quarter_is_not_a_month(store: Store, today: Context) -> None:
    own = own_series(dates=("2024-Q1", "2024-Q2"))
    chart = price(store, "gallium", today, own.key, own=[own])
    assert isinstance(chart, ChartSpec)
    assert chart.series[0].points[0].label == "Q1 2024 (quarterly)"


def test_an_image_always_says_whose_series_it_is(store: Store, today: Context, qapp: object) -> None:
    from explorer.charts.output.layout import lay_out
    from explorer.charts.output.options import ExportOptions

    chart = price(store, "gallium", today, own=[own_series(unit=unit_of(store, "gallium"))])
    assert isinstance(chart, ChartSpec)
    small = lay_out(replace(chart, notes=(*chart.notes, *["More."] * 60)), ExportOptions(700, 460, 96))
    text = " ".join(run.text for block in small.foot for line in block for _, run in line)
    assert "the user's own series" in text.replace("\u00a0", " ")


def test_own_series_are_of_their_metal_only(store: Store) -> None:
    context = Context(date(2026, 11, 24), "CHN", "USA")
    own = own_series(metal_id="germanium", unit=unit_of(store, "gallium"))
    assert price(store, "gallium", context, own=[own]) == price(store, "gallium", context)


def test_what_is_said_about_a_hidden_series_of_the_user_is_gone(store: Store, today: Context) -> None:
    unit = unit_of(store, "gallium")
    one, other = own_series(unit=unit), own_series("Offer", unit, file_name=None)
    chart = price(store, "gallium", today, own=[one, other])
    assert isinstance(chart, ChartSpec) and "Desk quote (yours) and Offer (yours)" in chart.notes[0]
    left = shape_of(chart).without([one.key])
    assert "Offer (yours) is the user's own series" in left.notes[1] and left.notes[0].startswith("Hidden:")
    assert not any("Desk quote" in note for note in left.notes[1:])
    assert left.own_sources == "Your series: “Offer”, pasted on 20 Nov 2026."
    none = shape_of(chart).without([one.key, other.key])
    assert not none.has_own and none.own_sources == ""
    assert not any("own series" in note for note in none.notes) and none.notes[0].startswith("Hidden:")


def test_the_base_of_a_hidden_series_of_the_user_is_gone(store: Store, today: Context) -> None:
    one, other = own_series(), own_series("Offer")
    chart = price_change(store, ("gallium",), today, own=[one, other])
    base = "Desk quote (yours): 0 % is its price for"
    assert isinstance(chart, ChartSpec) and any(note.startswith(base) for note in chart.notes)
    left = shape_of(chart).without([one.key])
    assert not any(note.startswith(base) for note in left.notes)
    assert any(note.startswith("Offer (yours): 0 % is its price for") for note in left.notes)

"""Prices around a control date: change from the last price before it, and who is left out for what reason."""

from datetime import date

import pytest

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec, Missing
from explorer.data.context import Context
from explorer.errors import NotFound
from tests.charts.facts import Facts
from tests.data.builders import event, measure

WEEKLY = {
    "2023-12-01": 50.0,
    "2024-12-01": 90.0,
    "2024-12-30": 100.0,
    "2025-01-11": 110.0,
    "2025-02-10": 150.0,
    "2025-06-30": 80.0,
    "2026-01-01": 200.0,
    "2026-03-01": 999.0,
}


@pytest.fixture
def facts() -> Facts:
    facts = Facts()
    facts.measures = {"m": measure(metals=("gallium",), effective="2025-01-01")}
    facts.add_prices("weekly", "gallium", WEEKLY)
    return facts


def test_change_is_counted_from_the_last_price_before_the_day(facts, today):
    spec = registry.price_change(facts, ("gallium",), today)
    assert isinstance(spec, ChartSpec)
    points = [(p.x, p.y, p.published) for p in spec.series[0].points]
    # a year either way: neither 1 Dec 2023 nor 1 Mar 2026
    assert points == [
        (-31, -10, 90),
        (-2, 0, 100),
        (10, 10, 110),
        (40, 50, 150),
        (180, -20, 80),
        (365, 100, 200),
    ]
    assert spec.y.unit == "%"
    assert spec.x.reference_lines[0].at == 0
    assert spec.notes[0] == (
        "Gallium: day 0 is 1 Jan 2025 (licence, A notice). 0 % is the last price before day 0: 30 Dec 2024."
    )
    assert "day 0: 1 Jan 2025" in spec.series[0].name


def test_the_month_of_the_control_date_is_not_a_price_before_it(today):
    facts = Facts()
    facts.measures = {"m": measure(metals=("gallium",), effective="2025-01-20")}
    months = {f"2024-{m:02}": float(m) for m in range(8, 13)} | {"2025-01": 24.0, "2025-02": 36.0}
    facts.add_prices("monthly", "gallium", months, frequency="monthly")
    spec = registry.price_change(facts, ("gallium",), today)
    changes = {p.when: p.y for p in spec.series[0].points}
    assert (changes["2024-12"], changes["2025-01"], changes["2025-02"]) == (0, 100, 200)


def test_an_event_replaces_the_first_control(facts, today):
    spec = registry.price_change(facts, ("gallium",), today, event=date(2025, 2, 10))
    points = {p.x: p.y for p in spec.series[0].points}
    assert (points[-30], points[0]) == (0, 36.4)  # 110 on 11 Jan, 150 on the day itself
    assert "the chosen day" in spec.notes[0]
    assert spec.title == "Gallium: price around 10 Feb 2025"
    assert spec.x.label == "Days from 10 Feb 2025"
    assert spec.query.endswith("--event 2025-02-10")
    by_id = registry.price_change(facts, ("gallium",), today, event="m")
    assert by_id.series == registry.price_change(facts, ("gallium",), today).series
    assert by_id.query.endswith("--event m")


def test_metals_of_one_event_share_a_note(facts, today):
    facts.measures = {"m": measure(metals=("gallium", "tin"), effective="2025-01-01")}
    facts.add_prices("tin", "tin", {**WEEKLY, "2024-12-31": 70.0})
    spec = registry.price_change(facts, ("gallium", "tin"), today)
    assert spec.notes[0] == (
        "Gallium and tin: day 0 is 1 Jan 2025 (licence, A notice). "
        "0 % is the last price before day 0: 30 Dec 2024 (gallium); 31 Dec 2024 (tin)."
    )


def test_an_unknown_measure_raises_not_found(facts, today):
    with pytest.raises(NotFound, match="No measure with the ID “x”"):
        registry.price_change(facts, ("gallium",), today, event="x")


def test_a_presumed_control_is_not_a_control_date(facts, today):
    suspended = event("2024-12-01", "suspended", until="2025-06-30")
    facts.measures = {"m": measure(metals=("gallium",), effective="2025-01-01", events=(suspended,))}
    chart = registry.price_change(facts, ("gallium",), today)
    assert isinstance(chart, Missing)
    assert chart.reason == (
        "Gallium not shown: no licence requirement or ban on file for exports from China to the "
        "United States had taken effect by 24 Nov 2026."
    )


def test_a_control_after_the_as_of_date_is_not_counted(facts):
    chart = registry.price_change(facts, ("gallium",), Context(date(2024, 12, 31), "CHN", "USA"))
    assert isinstance(chart, Missing)
    assert chart.reason.endswith("had taken effect by 31 Dec 2024.")


def test_metals_are_left_out_with_their_reason(facts, today):
    facts.measures = {"m": measure(metals=("gallium", "tin", "zinc", "iron"), effective="2025-01-01")}
    facts.add_prices("yearly", "tin", {"2024": 1.0, "2025": 2.0}, frequency="annual")
    facts.add_prices(
        "stale", "iron", {**{f"2024-0{m}-01": 1.0 for m in range(2, 7)}, "2025-02-01": 2.0, "2025-03-01": 3.0}
    )
    facts.add_metal("zinc")
    spec = registry.price_change(facts, ("gallium", "tin", "zinc", "iron"), today)
    assert [s.short for s in spec.series] == ["Gallium"]
    assert spec.notes[:3] == (
        "Tin not shown: only annual averages are on file, which are too coarse.",
        "Zinc not shown: no prices on file.",
        "Iron not shown: too few values around the date (needs 6 within a year, one of them in the 92 days before).",
    )


def test_summary_and_hover_have_change_and_price(facts, today):
    spec = registry.price_change(facts, ("gallium",), today)
    assert "to 100\u202f% on 1 Jan 2026" in summary.sentence(spec)
    assert "50\u202f% (150 USD/kg as published)" in summary.describe(spec, 0, 3)


def test_three_metals_on_file_have_their_controls(store, today):
    spec = registry.price_change(store, ("antimony", "gallium", "tungsten"), today)
    assert [s.short for s in spec.series] == ["Antimony", "Gallium", "Tungsten"]
    assert any("Gallium: day 0 is 1 Aug 2023 (licence, Announcement 23 of 2023" in n for n in spec.notes)
    assert all(any(p.y == 0 and p.x <= 0 for p in s.points) for s in spec.series)
    assert all(-365 <= p.x <= 365 for s in spec.series for p in s.points)


def test_a_change_is_rounded_once(today):
    facts = Facts()
    facts.measures = {"m": measure(metals=("gallium",), effective="2025-01-01")}
    facts.add_prices("weekly", "gallium", {**WEEKLY, "2025-01-11": 104.449, "2025-02-10": 99.96})
    points = {p.x: p.y for p in registry.price_change(facts, ("gallium",), today).series[0].points}
    assert points[10] == 4.4  # 4.449, not 4.45 and then 4.5
    assert str(points[40]) == "0.0"

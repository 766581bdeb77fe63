"""Measures by quarter: which day counts, and what is announced, presumed or not counted."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from explorer.charts import summary
from explorer.charts.builders import registry
from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec, Missing, Series
from explorer.data.context import Context
from tests.charts.facts import Facts
from tests.data.builders import event, measure

TODAY = Context(date(2026, 11, 24), "CHN", "USA")


def of(*measures, context: Context = TODAY, **options: object):
    facts = Facts()
    facts.measures = {m.measure_id: m for m in measures}
    return registry.measures_quarters(facts, context, **options)


def counts(spec: ChartSpec) -> dict[str, dict[str, float]]:
    return {s.name: {p.when: p.y for p in s.points} for s in spec.series}


MEASURES = (
    measure("a", effective="2025-01-01"),
    measure("b", announced="2025-01-15", effective="2025-03-31", destination="JPN"),
    measure("c", announced="2025-01-15", effective="2025-04-01"),
    measure("d", "prohibition", announced="2025-04-01", effective="2025-04-01"),
    measure("e", "prohibition", announced="2025-04-01", effective="2025-06-30", strictness="in_principle"),
)


def test_measures_are_counted_by_kind_in_the_quarter_of_their_first_day_in_force():
    spec = of(*MEASURES)
    assert counts(spec) == {
        "ban": {"2025-Q2": 1},
        "refusal in principle": {"2025-Q2": 1},
        "licence": {"2025-Q1": 2, "2025-Q2": 1},
    }
    assert [p.label for p in spec.series[2].points] == ["Q1 2025", "Q2 2025"]
    assert spec.series[2].points[0].note == "A notice (1 Jan 2025); A notice (31 Mar 2025)"
    assert spec.metal_ids == () and "--chart measures-quarters" in spec.query
    assert spec.y.high == 5


def test_other_origins_purchasing_rules_and_measures_without_metals_are_not_counted():
    russian = measure("r", jurisdiction="RUS")
    buying = measure("p")
    buying = replace(buying, instrument=replace(buying.instrument, kind="procurement"))
    listed = measure("l", metals=(), reach="parties")
    spec = of(MEASURES[0], russian, buying, listed)
    assert counts(spec) == {"licence": {"2025-Q1": 1}}
    assert spec.notes == ("Not counted: 1 measure that names no metal, such as a list of companies.",)
    assert counts(of(MEASURES[0], russian, context=replace(TODAY, origin="RUS"))) == {
        "licence": {"2025-Q1": 1}
    }


def test_an_announced_measure_counts_in_the_quarter_in_which_it_takes_effect():
    coming = measure("n", announced="2026-10-01", effective="2027-02-01")
    spec = of(MEASURES[0], coming)
    assert counts(spec) == {"licence": {"2025-Q1": 1}, "licence (announced)": {"2027-Q1": 1}}
    assert "Unfilled with a dashed outline: announced; takes effect after the as-of date." in spec.notes
    assert spec.x.high > spec.series[1].points[0].x
    before = of(MEASURES[0], coming, context=replace(TODAY, as_of=date(2026, 9, 30)))
    assert counts(before) == {"licence": {"2025-Q1": 1}}


def test_a_measure_paused_before_it_took_effect_is_presumed_after_the_pause():
    pause = event("2025-11-07", "suspended", until="2026-11-10", measure_id="x")
    paused = measure("x", announced="2025-10-09", effective="2025-11-08", events=(pause,))
    spec = of(MEASURES[0], paused)
    assert counts(spec) == {"licence": {"2025-Q1": 1}, "licence (presumed)": {"2026-Q4": 1}}
    assert spec.notes[0].startswith("Hatched: presumed; ")


def test_a_measure_without_a_day_in_force_is_not_counted_and_named_as_such():
    spec = of(MEASURES[0], measure("w", effective=None))
    assert "Not counted: 1 measure with no record of taking effect." in spec.notes


def test_the_range_starts_ten_years_before_the_day_or_where_the_reader_wants():
    old = measure("o", announced="1998-06-10", effective="1998-06-10")
    assert "Not shown: 1 measure that took effect before 1 Jan 2016." in of(MEASURES[0], old).notes
    assert counts(of(MEASURES[0], old, since=None)) == {"licence": {"1998-Q2": 1, "2025-Q1": 1}}
    late = of(*MEASURES, since=date(2026, 1, 1))
    assert isinstance(late, Missing) and "since 1 Jan 2026" in late.reason


def test_without_measures_the_reason_is_given():
    chart = of(MEASURES[0], context=replace(TODAY, origin="RUS"))
    assert isinstance(chart, Missing)
    assert chart.reason == "No measures by Russia on metals are on file as of 24 Nov 2026."


def test_the_sentence_counts_kinds_and_names_the_fullest_quarter():
    sentence = summary.sentence(of(*MEASURES))
    assert "5 measures: ban 1; refusal in principle 1; licence 3." in sentence
    assert "Peak: 3 in Q2 2025." in sentence


def test_kinds_have_different_colours_and_keep_their_own(store):
    from explorer.palette import DARK, LIGHT

    spec = registry.measures_quarters(store, TODAY, since=None)
    for theme in (LIGHT, DARK):
        shape = shape_of(spec)
        colours: dict[str, set[str]] = {}
        for i, series in enumerate(spec.series):
            colours.setdefault(series.status, set()).add(shape.colour(i, theme))
        assert all(len(found) == 1 for found in colours.values())
        assert len({next(iter(found)) for found in colours.values()}) == len(colours)


def boxes(spec: ChartSpec) -> list[tuple[Series, QRectF]]:
    from explorer.charts.plot.stacking import steps

    layers = zip(spec.series, steps(spec.series), strict=True)
    return [(series, box) for series, layer in layers for _, _, box in layer]


def test_bars_of_a_quarter_are_on_top_of_each_other_and_beside_those_of_others():
    found = boxes(of(*MEASURES))
    second = [box for _, box in found if box.center().x() > found[-1][1].left()]
    assert [(box.top(), box.bottom()) for box in second] == [(0, 1), (1, 2), (2, 3)]
    assert not any(a.intersects(b) for i, (_, a) in enumerate(found) for _, b in found[:i])


@pytest.mark.parametrize("origin", ["CHN", "USA", "IDN", "EUU"])
def test_every_measure_of_the_edition_is_counted_once_or_said_to_be_left_out(store, origin):
    spec = registry.measures_quarters(store, replace(TODAY, origin=origin), since=None)
    counted = sum(p.y for s in spec.series for p in s.points)
    notes = " ".join(spec.notes)
    left_out = sum(int(part.split()[0]) for part in notes.split("Not counted: ")[1:])
    known = [
        m
        for m in store.measures.values()
        if (m.jurisdiction == origin or origin in m.jurisdiction_members)
        and not m.is_purchasing_rule
        and min(filter(None, (m.announced, m.effective)), default="") <= "2026-11-24"
    ]
    assert counted + left_out == len(known)


def test_a_quarter_has_the_least_confidence_of_its_measures():
    sure = measure("a", effective="2025-01-01")
    unsure = replace(measure("b", effective="2025-02-01"), confidence="low")
    later = replace(measure("c", effective="2025-04-01"), confidence="medium")
    (series,) = of(sure, unsure, later).series
    assert [p.confidence for p in series.points] == ["low", "medium"]

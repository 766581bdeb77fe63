"""The control dates of a metal up to the as-of date."""

from datetime import date

from explorer.charts.builders import registry
from explorer.charts.builders.control_dates import control_dates
from explorer.charts.spec import ChartSpec, day_number
from explorer.data.context import Context

IMPORTS = "usgs-gallium-import-unit-value"


def _spec(chart):
    assert isinstance(chart, ChartSpec)
    return chart


def test_gallium_has_its_control_dates(store, today):
    spec = _spec(registry.price(store, "gallium", today))
    assert [(e.day, e.kind, e.state) for e in spec.events] == [
        (date(2023, 8, 1), "licence", "in_force"),
        (date(2023, 12, 21), "technology", "in_force"),
        (date(2024, 12, 3), "prohibition", "in_force"),
        (date(2025, 11, 9), "prohibition", "suspended"),
    ]
    assert spec.events[-1].label == "refusal in principle, the United States: paused until 27 Nov 2026"
    assert spec.x.high > day_number(date(2025, 11, 9))


def test_events_after_the_as_of_date_are_not_shown(store):
    spec = _spec(registry.price(store, "gallium", Context(date(2024, 1, 31), "CHN", "USA"), IMPORTS))
    assert [e.day for e in spec.events] == [date(2023, 8, 1), date(2023, 12, 21)]
    assert len(spec.series[0].points) == 5


def test_events_follow_the_destination(store):
    spec = _spec(registry.price(store, "gallium", Context(date(2026, 11, 24), "CHN", "KOR")))
    assert {e.kind for e in spec.events} == {"licence", "technology"}


def test_goods_that_are_not_exported_have_no_control_dates(store):
    on = date(2026, 11, 27)
    assert control_dates(store, "gallium", Context(on, "CHN", "USA"))
    assert control_dates(store, "gallium", Context(on, "CHN", "CHN")) == ()

"""The headline of a metal from day to day."""

from datetime import date

from explorer.data.context import Context
from explorer.data.controls.headline_history import headline_spans
from tests.data.builders import event, measure


def test_a_stricter_measure_is_the_headline_while_it_applies():
    licence = measure("licence", announced="2025-01-01", effective="2025-01-01")
    ban = measure("ban", "prohibition", announced="2025-02-01", effective="2025-02-01", expires="2025-02-28")
    spans = headline_spans([licence, ban], "gallium", Context(date(2026, 11, 24)))
    assert [(s.start, s.end, s.kind, s.measure_ids) for s in spans] == [
        (date(2025, 1, 1), date(2025, 1, 31), "licence", ("licence",)),
        (date(2025, 2, 1), date(2025, 2, 28), "prohibition", ("ban",)),
        (date(2025, 3, 1), None, "licence", ("licence",)),
    ]


def test_a_suspension_that_is_prolonged_is_one_span():
    events = (
        event("2025-03-01", "suspended", until="2025-06-30"),
        event("2025-06-01", "suspended", until="2025-12-31"),
    )
    spans = headline_spans([measure(events=events)], "gallium", Context(date(2026, 11, 24)))
    assert [(s.start, s.end, s.state, s.until, s.presumed) for s in spans] == [
        (date(2025, 1, 1), date(2025, 2, 28), "in_force", None, False),
        (date(2025, 3, 1), date(2025, 12, 31), "suspended", "2025-12-31", False),
        (date(2026, 1, 1), None, "in_force", None, True),
    ]


def test_days_without_a_measure_have_no_span():
    ended = measure(expires="2025-01-31")
    later = measure("later", announced="2025-06-01", effective="2025-06-01")
    spans = headline_spans([ended, later], "gallium", Context(date(2026, 11, 24)))
    assert [(s.start, s.end) for s in spans] == [
        (date(2025, 1, 1), date(2025, 1, 31)),
        (date(2025, 6, 1), None),
    ]
    assert headline_spans([ended], "tin", Context(date(2026, 11, 24))) == ()

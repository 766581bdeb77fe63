"""The measured span of a chart over time as a part of the chart: its note and its command. No Qt."""

import shlex
from datetime import date

from msgspec.structs import replace

from explorer.charts.spec import ChartSpec, with_note
from explorer.charts.words.span import span_text
from explorer.charts.zoom import can_measure, range_of
from explorer.language import gettext


def with_measured(spec: ChartSpec, days: tuple[date, date]) -> ChartSpec:
    """Return a chart with the change from the first day to the last; unchanged without a time axis."""
    if not can_measure(spec):
        return spec
    first, last = days
    text = span_text(spec, range_of(spec.x, first, last))
    query = f"{spec.query} {shlex.join(['--measure', first.isoformat(), last.isoformat()])}"
    plain = spec.without_own
    plain = with_measured(plain, days) if plain is not None else None
    marked = replace(spec, measured=days, query=query, without_own=plain)
    return with_note(marked, gettext("Measured change: {text}").format(text=text))

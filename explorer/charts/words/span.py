"""The change of each series over a span of a chart over time, in words."""

from msgspec import Struct

from explorer.charts.hidden_series import are_named
from explorer.charts.spec import ChartSpec, Point, Series
from explorer.charts.text import flag_word, value_text
from explorer.charts.zoom import Range, days_of
from explorer.data.dates import show
from explorer.data.numbers import change, exact
from explorer.language import gettext, gettext_noop, ngettext, paragraph


class _Form(Struct, frozen=True):
    """The sentence on the change of the only series, and on that of one of several."""

    of_one: str
    of_several: str


_IN_BRACKETS = _Form(
    gettext_noop("{change} over {length}: {first} ({first_day}) to {last} ({last_day})."),
    gettext_noop("{name}: {change} over {length}, {first} ({first_day}) to {last} ({last_day})."),
)
_WITHOUT_BRACKETS = _Form(
    gettext_noop("{change} over {length}: from {first}, {first_day}, to {last}, {last_day}."),
    gettext_noop("{name}: {change} over {length}, from {first}, {first_day}, to {last}, {last_day}."),
)


def span_text(spec: ChartSpec, span: Range) -> str:
    """Return the change of each series between its first and last figure in a span."""
    texts = [_series_text(spec, s, span) for s in spec.series]
    if not any(texts):
        first, last = days_of(span, spec.x)
        text = gettext("Fewer than two figures from {first} to {last}.")
        return text.format(first=show(first), last=show(last))
    return paragraph([t for t in texts if t])


def _series_text(spec: ChartSpec, series: Series, span: Range) -> str:
    inside = [p for p in series.points if span.holds(p.x) and p.y is not None and not p.is_bound]
    if len(inside) < 2:
        return ""
    first, last = inside[0], inside[-1]
    fields = {
        "change": _change(spec, first, last),
        "length": _length(spec, first, last),
        "first": _figure(spec, first),
        "first_day": first.label,
        "last": _figure(spec, last),
        "last_day": last.label,
    }
    # a label with brackets is, for example, “Feb 2025 (monthly)”
    form = _IN_BRACKETS if not any("(" in p.label for p in (first, last)) else _WITHOUT_BRACKETS
    if not are_named(spec.series):
        return gettext(form.of_one).format(**fields)
    return gettext(form.of_several).format(name=series.choice.label, **fields)


def _change(spec: ChartSpec, first: Point, last: Point) -> str:
    """Return the change in per cent, that of shares in percentage points."""
    if spec.y.unit == "%":
        points = round((last.y or 0.0) - (first.y or 0.0), 1)
        sign = "+" if points >= 0 else "\u2212"
        return gettext("{change} percentage points").format(change=f"{sign}{exact(abs(points))}")
    if not first.y:
        return gettext("percentage change not defined (starts at zero)")
    if first.y < 0:
        return gettext("percentage change not defined (starts below zero)")
    return change(100 * ((last.y or 0.0) / first.y - 1))


def _figure(spec: ChartSpec, point: Point) -> str:
    text = value_text(point, spec.y.unit)
    flag = flag_word(point)
    return gettext("{figure}, {flag}").format(figure=text, flag=flag) if flag else text


def _length(spec: ChartSpec, first: Point, last: Point) -> str:
    if spec.x.kind == "year":
        years = round(last.x - first.x)
        return ngettext("{count} year", "{count} years", years).format(count=years)
    days = round(last.x - first.x)
    return ngettext("{count} day", "{count} days", days).format(count=exact(days))

"""Figures of a chart in words: with unit, flag, and date or name."""

import re

from explorer.charts.spec import ChartSpec, Point
from explorer.charts.text import flag_word, value_text
from explorer.data.numbers import percent
from explorer.language import gettext, ngettext

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def figure(spec: ChartSpec, point: Point, unit: str) -> str:
    """Return a figure with its flag and its date or name."""
    text = value_text(point, unit)
    if point.flag:
        text = gettext("{figure} ({flag})").format(figure=text, flag=flag_word(point))
    if _DAY.fullmatch(point.when):
        return gettext("{figure} on {day}").format(figure=text, day=point.label)
    if point.when or spec.x.kind == "year":
        return gettext("{figure} in {period}").format(figure=text, period=point.label)
    return gettext("{name} {figure}").format(name=point.label, figure=text)


def is_text(point: Point) -> bool:
    """Return whether a publisher gives a range or a word in place of a figure."""
    return point.is_range or (point.y is None and (point.word or "").startswith("“"))


def line_sentence(spec: ChartSpec, known: list[Point], unit: str) -> str:
    """Return the first, last, highest and lowest figure of one line."""
    count = len(known)
    first, last = figure(spec, known[0], unit), figure(spec, known[-1], unit)
    bounds = sum(p.is_bound for p in known)
    if count == 1:
        return gettext("One figure: {figure}.").format(figure=first)
    if bounds == count:
        text = ngettext(
            "{count} figure from {first} to {last}, published only as a bound.",
            "{count} figures from {first} to {last}, all published only as bounds.",
            count,
        )
        return text.format(count=count, first=first, last=last)
    if bounds:
        text = ngettext(
            "{count} figures, {bounds} of them a bound, from {first} to {last}.",
            "{count} figures, {bounds} of them bounds, from {first} to {last}.",
            bounds,
        )
        return text.format(count=count, bounds=bounds, first=first, last=last)
    top = max(known, key=lambda p: p.y or 0)
    low = min(known, key=lambda p: p.y or 0)
    text = ngettext(
        "{count} figure from {first} to {last}. Highest: {highest}. Lowest: {lowest}.",
        "{count} figures from {first} to {last}. Highest: {highest}. Lowest: {lowest}.",
        count,
    )
    return text.format(
        count=count,
        first=first,
        last=last,
        highest=figure(spec, top, unit),
        lowest=figure(spec, low, unit),
    )


def shares(point: Point) -> list[str]:
    """Return the shares of a point: of tonnes and value, or of one total."""
    if point.value_share_pct is None:
        if point.share_pct is None:
            return []
        return [gettext("{share} of the total").format(share=percent(point.share_pct))]
    of_value = gettext("{share} of value").format(share=percent(point.value_share_pct))
    if point.share_pct is None:
        return [of_value]
    return [gettext("{share} of tonnage").format(share=percent(point.share_pct)), of_value]

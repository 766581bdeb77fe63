"""Notes on price series: their ends, gaps, bases, averages and unit values."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.periods import span_name
from explorer.charts.builders.price_lines import Line, Shown
from explorer.charts.builders.price_words import EARLIER, INDEX_BASE, INDEX_BASES, LATEST, value_kind
from explorer.charts.spec import Point
from explorer.charts.text import as_sentence
from explorer.data.dates import last_day, show
from explorer.data.supply.price_points import SPARSE
from explorer.data.supply.records import PriceSeries
from explorer.language import gettext, paragraph

_CONSTANT = "constant "


def single_notes(series: PriceSeries, points: Sequence[Point]) -> tuple[str, ...]:
    """Return the notes on a chart of one price series."""
    notes = [*flag_notes(points, bars=False), *end_note([("", points[-1].when)], value_kind([series]))]
    notes += _average_notes([series])
    if series.basis.startswith(_CONSTANT):
        basis = series.basis.removeprefix(_CONSTANT)
        notes.append(gettext("In constant (real) prices: {basis}.").format(basis=basis))
    elif series.basis != "nominal":
        notes.append(gettext("Constant prices; base year not stated."))
    notes += gap_note(points)
    if "unit value" not in (series.note or "").casefold():
        notes += unit_value_notes([series])
    if len(points) == 1:
        notes.append(gettext("A single value, not a trend."))
    if any(p.low is not None for p in points):
        notes.append(gettext("Bars: published price range."))
    notes += _unit_notes([series])
    if series.note:
        notes.append(as_sentence(series.note))
    return tuple(notes)


def several_notes(shown: Shown, points: Sequence[Point], base: date | None, index: bool) -> tuple[str, ...]:
    """Return the notes on a chart of several price series."""
    lines = [x for x, _ in shown]
    kind = value_kind(x.series for x in lines)
    return (
        *_index_notes(lines, base, index),
        *end_note(((x.about, ps[-1].when) for x, ps in shown), kind),
        *line_notes(lines, False),
        *unit_value_notes(x.series for x in lines),
        *dict.fromkeys(n for _, ps in shown for n in gap_note(ps)),
        *flag_notes(points, bars=False),
    )


def _index_notes(lines: Sequence[Line], base: date | None, index: bool) -> tuple[str, ...]:
    if not index:
        return ()
    if base is None:
        text = gettext(
            "No common date: each series is 100 at its own first value, so levels cannot be compared."
        )
        return (text,)
    return (base_note(lines, base, False),)


def line_notes(lines: Sequence[Line], several: bool) -> tuple[str, ...]:
    """Return the notes on several series: yearly averages, real prices, units; `several` for several metals."""
    notes = _average_notes([line.series for line in lines])
    for line in lines:
        name = line.metal.name_en if several else line.about
        if line.series.basis.startswith(_CONSTANT):
            basis = line.series.basis.removeprefix(_CONSTANT)
            notes.append(
                gettext("{series}: in constant (real) prices, {basis}.").format(series=name, basis=basis)
            )
        elif line.series.basis != "nominal":
            text = gettext("{series}: constant prices, base year not stated.")
            notes.append(text.format(series=name))
    return (*notes, *_unit_notes([line.series for line in lines]))


def _average_notes(series: Sequence[PriceSeries]) -> list[str]:
    if any(s.frequency == "annual" for s in series):
        return [gettext("Annual averages are plotted at mid-year.")]
    return []


def _unit_notes(series: Sequence[PriceSeries]) -> list[str]:
    if any("mtu" in s.unit for s in series):
        return [gettext("A metric ton unit (mtu) is 10 kg of the contained substance.")]
    return []


def base_note(lines: Sequence[Line], base: date, several: bool) -> str:
    """Return which price of each line is 100, the lines of one date together."""
    kind = value_kind(line.series for line in lines)
    dates: dict[str, list[str]] = {}
    for line in lines:
        price = line.base_price(base)
        if price is not None:
            dates.setdefault(price.date, []).append(line.metal.name_en if several else line.about)
    if len(dates) == 1:
        return gettext(INDEX_BASE[kind]).format(day=show(next(iter(dates))))
    bases = gettext(INDEX_BASES[kind]).format(day=show(base), days=_days(dates))
    return paragraph((bases, _period_note(dates, base)))


def _period_note(dates: Iterable[str], base: date) -> str:
    """Return how a figure for the month or the year of the base date counts, empty without such a figure."""
    if all(last_day(day) <= base for day in dates):
        return ""
    return gettext("A figure for a month or a year counts from its first day.")


def _days(names: dict[str, list[str]]) -> str:
    """Return days with the names of their series: `10 Jan 2024 (Tin-a); 1 Feb 2024 (Tin-b, Tin-c)`."""
    return "; ".join(f"{show(day)} ({', '.join(those)})" for day, those in names.items())


def gap_note(points: Sequence[Point]) -> tuple[str, ...]:
    """Return the sentence on dotted lines, where figures are far apart."""
    if any(b.x - a.x > SPARSE for a, b in pairwise(points)):
        return (gettext("Dotted: gap of more than 13 months."),)
    return ()


def end_note(ends: Iterable[tuple[str, str]], kind: str) -> tuple[str, ...]:
    """Return the last day of the values on file, from the name and the last date of each series; empty without any."""
    names: dict[str, list[str]] = {}
    for name, last in ends:
        names.setdefault(last, []).append(name)
    if not names:
        return ()
    days = show(next(iter(names))) if len(names) == 1 else _days(dict(sorted(names.items())))
    return (gettext(LATEST[kind]).format(days=days),)


def earlier_note(whole: Iterable[Point], shown: Sequence[Point], kind: str) -> tuple[str, ...]:
    """Return the span of the values on file before the first one shown."""
    first = min((p.x for p in shown), default=None)
    left_out = sorted((p for p in whole if first is not None and p.x < first), key=lambda p: p.x)
    if not left_out:
        return ()
    span = span_name(show(left_out[0].when), show(left_out[-1].when))
    return (gettext(EARLIER[kind]).format(span=span),)


def unit_value_notes(series: Iterable[PriceSeries]) -> tuple[str, ...]:
    """Return the sentences that explain unit values: those from customs, and those of apparent consumption."""
    unit_values = [s for s in series if s.is_unit_value]
    notes = []
    if any(s.is_customs_value for s in unit_values):
        notes.append(
            gettext(
                "Unit value: customs value divided by quantity. It mixes grades and lags by one to three months."
            )
        )
    if not all(s.is_customs_value for s in unit_values):
        notes.append(gettext("Unit value of apparent consumption, not a market price."))
    return tuple(notes)

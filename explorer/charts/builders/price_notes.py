"""Notes on price series: their ends, gaps, bases, averages and unit values."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.price_lines import Line
from explorer.charts.spec import SPARSE, Point
from explorer.charts.text import capital
from explorer.data.dates import show
from explorer.data.supply.figures import value_words
from explorer.data.supply.records import PriceSeries


def single_notes(series: PriceSeries, points: Sequence[Point]) -> tuple[str, ...]:
    """Return the notes on a chart of one price series."""
    notes = [*flag_notes(points, bars=False), *end_note([("", points[-1].when)], value_words([series]).many)]
    if series.frequency == "annual":
        notes.append("Yearly averages, marked in the middle of their year.")
    if series.basis != "nominal":
        notes.append(f"Not in the money of the day: {series.basis}.")
    notes += gap_note(points)
    if "unit value" not in (series.note or "").casefold():
        notes += unit_value_notes([series])
    if len(points) == 1:
        notes.append("A single value, not a trend.")
    if any(p.low is not None for p in points):
        notes.append("Bars at a point: the printed range.")
    if "mtu" in series.unit:
        notes.append("A metric ton unit (mtu) is 10 kg of what is contained.")
    if series.note:
        notes.append(f"{capital(series.note).rstrip('.')}.")
    return tuple(notes)


def line_notes(lines: Sequence[Line], several: bool) -> tuple[str, ...]:
    """Return the notes on several series: yearly averages, real prices, units; `several` for several metals."""
    notes = []
    if any(x.series.frequency == "annual" for x in lines):
        notes.append("Yearly averages are marked in the middle of their year.")
    for line in lines:
        name = line.metal.name_en if several else line.about
        if line.series.basis != "nominal":
            notes.append(f"{name}: not in the money of the day, {line.series.basis}.")
    if any("mtu" in x.series.unit for x in lines):
        notes.append("A metric ton unit (mtu) is 10 kg of what is contained.")
    return tuple(notes)


def base_note(lines: Sequence[Line], base: date, several: bool) -> str:
    """Return which price of each line is 100, the lines of one date together."""
    words = value_words(line.series for line in lines)
    dates: dict[str, list[str]] = {}
    for line in lines:
        price = line.base_price(base)
        if price is not None:
            dates.setdefault(price.date, []).append(line.metal.name_en if several else line.about)
    if len(dates) == 1:
        return f"100 is the {words.one} of {show(next(iter(dates)))}."
    entries = "; ".join(f"{show(day)} ({', '.join(names)})" for day, names in dates.items())
    return f"100 is the last {words.one} on file by {show(base)}, of {entries}."


def gap_note(points: Sequence[Point]) -> tuple[str, ...]:
    """Return the sentence on dotted lines, where figures are far apart."""
    if any(b.x - a.x > SPARSE for a, b in pairwise(points)):
        return ("Dotted: gap of more than 13 months.",)
    return ()


def end_note(ends: Iterable[tuple[str, str]], what: str) -> tuple[str, ...]:
    """Return when the prices on file end, from the name and the last date of each series; empty without any."""
    names: dict[str, list[str]] = {}
    for name, last in ends:
        names.setdefault(last, []).append(name)
    if not names:
        return ()
    if len(names) == 1:
        return (f"{capital(what)} on file end {show(next(iter(names)))}.",)
    entries = "; ".join(f"{show(last)} ({', '.join(those)})" for last, those in sorted(names.items()))
    return (f"{capital(what)} on file end {entries}.",)


def earlier_note(whole: Iterable[Point], shown: Sequence[Point], what: str) -> tuple[str, ...]:
    """Return the span of the prices on file before the first one shown."""
    left_out = sorted((p for p in whole if p.x < min(s.x for s in shown)), key=lambda p: p.x)
    if not left_out:
        return ()
    first, last = show(left_out[0].when), show(left_out[-1].when)
    span = first if first == last else f"{first} to {last}"
    return (f"{capital(what)} on file, not shown: {span}.",)


def unit_value_notes(series: Iterable[PriceSeries]) -> tuple[str, ...]:
    """Return the sentences that explain unit values: those from customs, and those of apparent consumption."""
    unit_values = [s for s in series if s.is_unit_value]
    notes = []
    if any(s.is_customs_value for s in unit_values):
        notes.append(
            "Unit value: customs value divided by quantity. It mixes grades and lags by one to three months."
        )
    if not all(s.is_customs_value for s in unit_values):
        notes.append("Unit value of apparent consumption, not a market price.")
    return tuple(notes)

"""Series of a chart that the reader hides: the others keep their colours, and a note names those hidden. No Qt."""

import shlex
from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from explorer.charts.own_notes import own_remark, own_sources
from explorer.charts.spec import ChartSpec, OwnFacts, Series, with_note
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import gettext

SHAPES = ("time", "around event", "areas", "points")


def can_hide(spec: ChartSpec) -> bool:
    """Return whether a chart has several series, of which some can be hidden."""
    return spec.shape in SHAPES and len(spec.series) > 1


def found_keys(spec: ChartSpec, wanted: Iterable[str]) -> tuple[str, ...]:
    """Return the keys of series by key or name; raise KnownError for an unknown one, or if no series would be left."""
    if not can_hide(spec):
        raise KnownError(gettext("This chart has no series that can be hidden."))
    keys = tuple(dict.fromkeys(_key(spec, name) for name in wanted))
    if all(s.choice.key in keys for s in spec.series):
        raise KnownError(gettext("At least one series must stay visible. Hide fewer."))
    return keys


def _key(spec: ChartSpec, wanted: str) -> str:
    for series in spec.series:
        if wanted.casefold() in (n.casefold() for n in (series.key, series.name, series.short) if n):
            return series.choice.key
    offered = "; ".join(dict.fromkeys(_listed(s.key, s.choice.label) for s in spec.series))
    text = gettext("This chart has no series {name}. Choose from: {series}.")
    raise NotFound(text.format(name=quoted(wanted), series=offered))


def _listed(key: str, label: str) -> str:
    return gettext("{key} ({name})").format(key=key, name=label) if key else label


def without_series(spec: ChartSpec, hidden: Collection[str]) -> ChartSpec:
    """Return a chart without the series of some keys; unchanged if it has none of them or no others."""
    gone = tuple(s.choice for s in spec.series if s.choice.key in hidden)
    if not gone or len(gone) == len(spec.series) or not can_hide(spec):
        return spec
    kept = tuple(
        replace(s, colour=colour_place(spec.series, i))
        for i, s in enumerate(spec.series)
        if s.choice.key not in hidden
    )
    options = shlex.join(word for choice in gone for word in option("--hide", choice.key))
    shorter = replace(spec, series=kept, hidden=gone, query=f"{spec.query} {options}")
    return with_note(_with_own_notes(shorter, spec.own), hidden_note(shorter))


def _with_own_notes(spec: ChartSpec, before: Sequence[OwnFacts]) -> ChartSpec:
    """Return a chart with the notes on the user's series that are still drawn, in place of those on the ones before."""
    changed = dict(zip(own_remark(before), own_remark(spec.own) or ("",), strict=False))
    changed |= {note: "" for facts in before if facts not in spec.own for note in facts.notes}
    notes = filter(None, (changed.get(note, note) for note in spec.notes))
    return replace(spec, notes=tuple(notes), own_sources=own_sources(spec.own))


def colour_place(series: Sequence[Series], index: int) -> int:
    """Return the place of a series among the colours, which it keeps while other series are hidden."""
    kept = series[index].colour
    if kept is not None:
        return kept
    return sum(not s.background and not s.is_partial for s in series[:index]) - series[index].is_partial


def are_named(series: Sequence[Series]) -> bool:
    """Return whether the series of a chart need their names: several, or one of which the others are hidden."""
    return len(series) > 1 or any(s.colour is not None for s in series)


def hidden_note(spec: ChartSpec) -> str:
    """Return the sentence on the series that are hidden."""
    return gettext("Hidden: {series}.").format(series="; ".join(c.label for c in spec.hidden))


def option(name: str, value: str) -> tuple[str, ...]:
    """Return an option of a command with its value, in one word where the value looks like an option."""
    return (f"{name}={value}",) if value.startswith("-") else (name, value)

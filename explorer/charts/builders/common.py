"""What every chart says about itself: whose figures, which sources, as of when, by which command."""

import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.charts.builders.control_dates import control_dates, on_years
from explorer.charts.spec import (
    PRODUCT,
    Axis,
    ChartSpec,
    Choice,
    ControlDate,
    Point,
    Row,
    Series,
    Since,
    SourceRef,
)
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.numbers import exact, with_unit
from explorer.data.places import place_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.buyers import CREDIT, SOURCE_ID
from explorer.data.supply.figures import Found, standing_for
from explorer.data.supply.records import Production, Reserve
from explorer.data.words import flag_name, instrument_name
from explorer.errors import KnownError, NotFound
from explorer.language import list_of

MAX_NAMED_SOURCES = 6
ACKNOWLEDGEMENT = "Contains British Geological Survey materials © UKRI."
_NUMBERED = "Announcement "
PUBLIC = frozenset({"official", "law", "statistical"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A metal and whose figures stand for it: its own, or those of the group it belongs to."""

    metal: Metal
    owner: Metal

    @property
    def borrowed(self) -> bool:
        """Whether the figures are the group's."""
        return self.metal is not self.owner

    def title(self, what: str) -> str:
        """Return a title that names whose figures are shown."""
        if self.borrowed:
            return f"{self.owner_name}, the group of {self.metal.name_en.lower()}: {what}"
        return f"{self.owner.name_en}: {what}"

    @property
    def owner_name(self) -> str:
        """The name of whose figures these are, without the remark that it is a group."""
        return self.owner.name_en.removesuffix(" (group)")

    def note(self, what: str) -> tuple[str, ...]:
        """Return the sentence that tells a reader that the figures are the group's."""
        if not self.borrowed:
            return ()
        name = self.metal.name_en.lower()
        return (
            f"No {what} of {name} alone on file: these are figures of the group, {self.owner_name.lower()}.",
        )


@dataclass(frozen=True, slots=True)
class Content:
    """The part of a description that one kind of chart fills in; `left_out` says why metals asked for are missing."""

    kind: str
    title: str
    subtitle: str
    x: Axis
    y: Axis
    series: tuple[Series, ...] = ()
    events: tuple[ControlDate, ...] = ()
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


def plain_name(metal: Metal) -> str:
    """Return the name of a metal as a sentence has it, without the remark that it is a group."""
    return metal.name_en.removesuffix(" (group)").lower()


def metal_names(metals: Iterable[Metal]) -> str:
    """Return the names of metals as a sentence lists them: `antimony, gallium and tungsten`."""
    return list_of([plain_name(m) for m in metals])


def subject(store: Store, metal_id: str, read: Callable[[str], Found]) -> tuple[Subject, Found]:
    """Return whose figures to show for a metal, its group's where it has none of its own, and the figures."""
    metal = store.metal(metal_id)
    owner, found = standing_for(metal, read)
    return Subject(metal, metal if owner == metal_id else store.metal(owner)), found


def finish(store: Store, metal_ids: Sequence[str], context: Context, content: Content) -> ChartSpec:
    """Return the full description: content, sources, the day asked and the command that repeats it.

    A chart of one metal over years gets its control dates here, the same for all kinds.
    """
    points = [p for s in content.series for p in s.points]
    ids = [i for p in points for i in p.source_ids] + [i for r in content.rows for i in r.source_ids]
    sources = source_refs(store, ids)
    if content.x.kind == "year" and len(metal_ids) == 1:
        events, x = on_years(control_dates(store, metal_ids[0], context), content.x)
        content = replace(content, events=events, x=x)
    return ChartSpec(
        kind=content.kind,
        metal_ids=tuple(metal_ids),
        title=content.title,
        subtitle=content.subtitle,
        x=content.x,
        y=content.y,
        series=content.series,
        events=content.events,
        rows=content.rows,
        notes=(*content.left_out, *content.notes),
        left_out=content.left_out,
        source_line=source_line(sources),
        documents=documents(store, content.events),
        sources=sources,
        context=context,
        footer=footer(store, context),
        data_version=store.edition.data_version,
        verified_to=store.edition.verified_to,
        query=query(content.kind, metal_ids, context, content.options),
    )


def source_refs(store: Store, source_ids: Iterable[str]) -> tuple[SourceRef, ...]:
    """Return the sources behind the points: official and statistical ones first, then the most used."""
    counts: dict[str, int] = {}
    for source_id in source_ids:
        counts[source_id] = counts.get(source_id, 0) + 1
    ordered = sorted(counts, key=lambda i: (store.sources[i].kind not in PUBLIC, -counts[i], i))
    return tuple(SourceRef(i, store.sources[i].publisher, store.sources[i].title) for i in ordered)


def source_line(sources: Sequence[SourceRef]) -> str:
    """Return the publishers of the figures, each once, with the lines that some of them ask for."""
    names = list(dict.fromkeys(s.publisher for s in sources))
    more = len(names) - MAX_NAMED_SOURCES
    if more > 1:
        names = [*names[:MAX_NAMED_SOURCES], f"{more} more, named in the table"]
    line = f"{'Source' if len(names) == 1 else 'Sources'}: {'; '.join(names)}." if names else ""
    if any(n.startswith("British Geological Survey") for n in names):
        line += f" {ACKNOWLEDGEMENT}"
    if any(s.source_id == SOURCE_ID for s in sources):
        line += f" {CREDIT}"
    return line


def documents(store: Store, events: Sequence[ControlDate]) -> str:
    """Return the documents behind the control dates, each once; empty where there are none."""
    names = dict.fromkeys(
        instrument_name(store.measures[i].instrument) for e in events for i in e.measure_ids
    )
    return f"Control dates: {'; '.join(_joined(list(names)))}." if names else ""


def _joined(names: list[str]) -> list[str]:
    """Return the names of documents, the announcements together: `Announcements 23 of 2023, 46 of 2024`."""
    numbers = [n.removeprefix(_NUMBERED) for n in names if n.startswith(_NUMBERED)]
    if len(numbers) < 2:
        return names
    first = f"Announcements {', '.join(numbers)}"
    return [first, *(n for n in names if not n.startswith(_NUMBERED))]


def footer(store: Store, context: Context) -> str:
    """Return the line that dates a picture: the day asked, from where to where, and the data's edition."""
    origin = place_name(store, context.origin)
    target = place_name(store, context.destination)
    edition = store.edition
    return (
        f"As of {show(context.as_of)}, exports from {origin} to {target}. "
        f"{PRODUCT}, data {edition.data_version}, verified to {show(edition.verified_to)}."
    )


def query(kind: str, metal_ids: Sequence[str], context: Context, options: Iterable[tuple[str, str]]) -> str:
    """Return the command line that makes the same chart."""
    words = ["minor-metals", "export", *metal_ids, "--chart", kind, "--on", context.as_of.isoformat()]
    words += ["--from", context.origin, "--to", context.destination]
    for name, value in options:
        words += [f"--{name}", value] if value else [f"--{name}"]
    return shlex.join(words)


def pick(choices: Sequence[Choice], key: str | Sequence[str] | None, what: str) -> Choice:
    """Return the choice with the key, the opening one without a key; raise NotFound with what there is."""
    if key is None:
        return choices[0]
    if not isinstance(key, str):
        raise KnownError("This chart shows one series: name one.")
    for choice in choices:
        if choice.key == key:
            return choice
    offered = "; ".join(c.key for c in choices)
    raise NotFound(f"No {what} is called “{key}”. There is: {offered}.")


def options(**given: str | int | bool | Sequence[str] | None) -> tuple[tuple[str, str], ...]:
    """Return the options of a command that differ from what a chart opens with; several values repeat one."""
    found: list[tuple[str, str]] = []
    for name, value in given.items():
        if value is True:
            found.append((name, ""))
        elif isinstance(value, str | int):
            found += [(name, str(value))] if value else []
        else:
            found += [(name, v) for v in value or ()]
    return tuple(found)


def keys_of(series: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the keys of series that were asked for, each once."""
    return (series,) if isinstance(series, str) else tuple(dict.fromkeys(series or ()))


def since_option(since: Since) -> str:
    """Return how a command says from when on a chart runs, empty for the range it opens with."""
    if since is None:
        return "all"
    return since.isoformat() if isinstance(since, date) else ""


def flag_notes(points: Iterable[Point], bars: bool) -> tuple[str, ...]:
    """Return the sentences that explain how flagged figures are drawn."""
    points = list(points)
    seen = {p.flag for p in points if p.flag}
    hollow = "Hatched" if bars else "Hollow"
    notes = []
    if {"e", "p"} <= seen:
        notes.append(f"{hollow}: estimated or preliminary.")
    elif "e" in seen:
        notes.append(f"{hollow}: estimated.")
    elif "p" in seen:
        notes.append(f"{hollow}: preliminary.")
    if "o" in seen:
        notes.append("Ringed: outlier, checked.")
    if any(p.is_range for p in points):
        notes.append(f"{'Bracket' if bars else 'Bar with end caps'}: published only as a range.")
    if "W" in seen:
        notes.append("Withheld figures have no value.")
    return tuple(notes)


def bound_notes(points: Iterable[Point]) -> tuple[str, ...]:
    """Return the sentence that explains how published bounds are drawn on lines."""
    signs = {p.qualifier for p in points if p.is_bound}
    ways = [
        word for sign, word in ((">", "up means more than"), ("<", "down means less than")) if sign in signs
    ]
    if not ways:
        return ()
    return (f"Arrows mark published bounds: {', '.join(ways)} the figure.",)


def world_notes(world: Production | Reserve | None, base: float | None) -> tuple[str, ...]:
    """Return the published world total and what shares are of; `base` is None where none are taken."""
    if world is None:
        return ()
    total = published(world)
    flag = flag_name(world.flag) if isinstance(world, Production) else ""
    if not total:
        return (f"World total: {flag or 'not given'}.",)
    if world.value is None or base is None:
        return (f"World total published only as {total}: no shares are calculated.",)
    basis = (
        "this total" if base <= world.value else f"the sum of the rows, {with_unit(exact(base), world.unit)}"
    )
    return (f"Published world total: {total}{f' ({flag})' if flag else ''}; shares are based on {basis}.",)


def join_subtitle(*parts: str | None) -> str:
    """Return the parts of a subtitle that there are, joined by commas."""
    return ", ".join(p for p in parts if p)

"""Bars of what is not output: reserves by country, uses by share, and where an importer buys."""

from collections.abc import Iterable, Sequence

from explorer.charts.builders.common import (
    Content,
    Subject,
    finish,
    join_subtitle,
    options,
    pick,
    subject,
    world_notes,
)
from explorer.charts.spec import Axis, Chart, Choice, Missing, Point, Series
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.numbers import percent, quoted
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.amounts import published, share_base, share_of_base
from explorer.data.supply.figures import OTHER, WORLD, UseGroup, default_uses, use_groups
from explorer.data.supply.records import ImportSource, Reserve
from explorer.data.words import other_countries

RESERVES, USES, SOURCES = "reserves", "uses", "import-sources"


def _missing(kind: str, whose: Subject, what: str, reason: str) -> Missing:
    return Missing(kind, reason, whose.metal.metal_id, f"{whose.metal.name_en}: {what}")


def _chart(
    store: Store,
    whose: Subject,
    context: Context,
    kind: str,
    title: str,
    subtitle: str,
    points: Sequence[Point],
    unit: str,
    what: str,
    notes: Iterable[str],
    series: str | None,
) -> Chart:
    """Return bars from zero; shares run to a hundred per cent."""
    high = 100.0 if unit == "%" else max((p.y or 0 for p in points), default=0) or 1.0
    content = Content(
        kind=kind,
        title=title,
        subtitle=subtitle,
        x=Axis("value", "Share" if unit == "%" else what, unit, "linear", 0.0, high),
        y=Axis("category", what, "", "linear", -0.5, max(len(points), 1) - 0.5),
        series=(Series(title, "hbars", tuple(points)),),
        notes=tuple(notes),
        options=options(series=series),
    )
    return finish(store, (whose.metal.metal_id,), context, content)


# reserves


def reserve_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return the forms for which reserves are on file, the one with the most countries first."""
    _, rows = subject(store, metal_id, store.reserves)
    forms = {(r.form, r.unit) for r in rows}
    counts = {form: sum((r.form, r.unit) == form for r in rows) for form in forms}
    ordered = sorted(forms, key=lambda f: (-counts[f], f))
    return tuple(Choice("|".join(f), f"{capital(f[0])} · {f[1]}") for f in ordered)


def reserves(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe the reserves by country in one form, with shares of the world total where that is no bound."""
    whose, rows = subject(store, metal_id, store.reserves)
    choices = reserve_choices(store, metal_id)
    if not choices:
        return _missing(
            RESERVES, whose, "reserves", f"No reserves of {whose.metal.name_en.lower()} are on file."
        )
    form, unit = pick(choices, series, "form of reserves").key.split("|")
    rows = tuple(r for r in rows if (r.form, r.unit) == (form, unit))
    world = next((r for r in rows if r.country_id == WORLD), None)
    named = sorted((r for r in rows if r.country_id != WORLD), key=_reserve_order)
    base = share_base(world, named)
    shown = [*named, *([world] if world is not None and world.value is None else ())]
    if not shown:
        total = f": only a world total is on file, {published(world)}" if world is not None else ""
        return _missing(RESERVES, whose, "reserves", f"No reserves by country for {form}{total}.")
    points = [_reserve_point(store, i, r, base) for i, r in enumerate(shown)]
    editions = sorted({r.edition for r in rows if r.edition})
    subtitle = join_subtitle(unit, form, ", ".join(editions))
    notes = [*whose.note("reserves"), *world_notes(world, base)]
    title = whose.title("reserves by country")
    return _chart(store, whose, context, RESERVES, title, subtitle, points, unit, "Country", notes, series)


def _reserve_order(row: Reserve) -> tuple[bool, bool, float, str]:
    return row.country_id == OTHER, row.value is None, -(row.value or 0), row.country_id


def _reserve_point(store: Store, row: int, r: Reserve, base: float | None) -> Point:
    return Point(
        x=row,
        y=r.value,
        label=other_countries() if r.country_id == OTHER else store.country_name(r.country_id),
        qualifier=r.qualifier,
        share_pct=share_of_base(r, base),
        word=None if r.value is not None else quoted(r.word) or "no figure",
        note=r.note,
        source_ids=r.source_ids,
        confidence=r.confidence,
    )


# uses


def use_choices(store: Store, metal_id: str, region: str = "ALL") -> tuple[Choice, ...]:
    """Return the regions, years and bases for which shares of uses are on file, the opening one first."""
    groups = use_groups(store.uses(metal_id))
    opening = default_uses(groups, WORLD if region == "ALL" else region)
    ordered = sorted(groups, key=lambda g: (g != opening, -(g[1] or 0), g[0] or "", g[2] or ""))
    return tuple(Choice(_use_key(g), _use_label(store, g)) for g in ordered)


def _use_key(group: UseGroup) -> str:
    return "|".join("" if part is None else str(part) for part in group)


def _use_label(store: Store, group: UseGroup) -> str:
    region, year, basis = group
    place = "region not stated" if region is None else store.country_name(region)
    parts = [place if region != WORLD else "World", "year not stated" if year is None else str(year), basis]
    return capital(", ".join(p for p in parts if p))


def uses(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe what a metal is used for, in per cent of one region's consumption in one year."""
    groups = use_groups(store.uses(metal_id))
    metal = store.metal(metal_id)
    whose = Subject(metal, metal)
    choices = use_choices(store, metal_id, context.destination)
    if not choices:
        reason = f"Uses of {whose.metal.name_en.lower()} are on file without shares: see the list."
        return _missing(USES, whose, "uses", reason)
    chosen = pick(choices, series, "group of uses")
    group = next(members for g, members in groups.items() if _use_key(g) == chosen.key)
    points = [
        Point(
            x=i,
            y=u.share_pct,
            label=u.use,
            qualifier=u.qualifier,
            note=u.note,
            source_ids=u.source_ids,
            confidence=u.confidence,
        )
        for i, u in enumerate(group)
    ]
    total = sum(p.y or 0 for p in points)
    notes = [] if 99 <= total <= 101 else [f"The uses listed add up to {percent(total)}."]
    if any(p.qualifier == "~" for p in points):
        notes.append("About: a rounded figure.")
    title = whose.title("uses")
    subtitle = f"Share of consumption in per cent · {chosen.label}"
    return _chart(store, whose, context, USES, title, subtitle, points, "%", "Use", notes, series)


# where an importer buys


def import_source_choices(store: Store, metal_id: str, context: Context | None = None) -> tuple[Choice, ...]:
    """Return the importers, forms and periods on file: the destination asked first, then newest and fullest."""
    asked = context.destination if context is not None else ""
    _, rows = subject(store, metal_id, store.import_sources)
    groups = _source_groups(rows)
    ordered = sorted(
        groups, key=lambda g: (g[0] != asked, -int(g[2][-4:]), g[0] != "USA", -len(groups[g]), g)
    )
    return tuple(Choice("|".join(g), f"{store.country_name(g[0])}, {g[1]}, {period(g[2])}") for g in ordered)


def period(text: str) -> str:
    """Return a period as a reader sees it: `2021–2024`, `Jan 2024 to Sep 2024`, `2024`."""
    if "/" not in text:
        return show(text)
    first, last = text.split("/")
    return f"{first}–{last}" if len(first) == len(last) == 4 else f"{show(first)} to {show(last)}"


def _source_groups(rows: Iterable[ImportSource]) -> dict[tuple[str, str, str], list[ImportSource]]:
    groups: dict[tuple[str, str, str], list[ImportSource]] = {}
    for row in rows:
        groups.setdefault((row.importer, row.form, row.period), []).append(row)
    return groups


def import_sources(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe from whom an importer buys one form over some years, in per cent."""
    whose, rows = subject(store, metal_id, store.import_sources)
    choices = import_source_choices(store, metal_id, context)
    if not choices:
        reason = f"No import sources of {whose.metal.name_en.lower()} are on file."
        return _missing(SOURCES, whose, "import sources", reason)
    key = pick(choices, series, "group of import sources").key
    importer, form, span = key.split("|")
    group = _source_groups(rows)[(importer, form, span)]
    group.sort(key=lambda r: (r.country_id == OTHER, -(r.share_pct or 0), r.country_id))
    points = [
        Point(
            x=i,
            y=r.share_pct,
            label=other_countries() if r.country_id == OTHER else store.country_name(r.country_id),
            qualifier=r.qualifier,
            note=r.note,
            source_ids=r.source_ids,
            confidence=r.confidence,
        )
        for i, r in enumerate(group)
    ]
    buyer = place_name(store, importer)
    title = whose.title(f"where {buyer} buys")
    subtitle = join_subtitle("Share of imports in per cent", form, period(span), group[0].edition)
    notes = whose.note("import sources")
    return _chart(store, whose, context, SOURCES, title, subtitle, points, "%", "Country", notes, series)

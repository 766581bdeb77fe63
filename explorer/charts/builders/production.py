"""Production by country, in one year and over the years: one publisher, one stage and one form at a time."""

from collections.abc import Sequence

from explorer.charts.builders.common import (
    Content,
    Subject,
    finish,
    flag_notes,
    join_subtitle,
    options,
    pick,
    subject,
    world_notes,
)
from explorer.charts.spec import Axis, Chart, Choice, Missing, Point, Series
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.numbers import exact, quoted, with_unit
from explorer.data.store import Store
from explorer.data.supply.figures import (
    OTHER,
    PUBLISHER_ORDER,
    STAGE_ORDER,
    ProductionTable,
    computed_flag,
    default_table,
    least_confidence,
    production_tables,
)
from explorer.data.supply.records import Disagreement, Production
from explorer.data.words import (
    flag_name,
    other_countries,
    publisher_name,
    publisher_short,
)

KIND = "production"
TOP = 12
MAX_DISAGREEMENTS = 2
STAGES = {
    "mine": "mine output",
    "primary": "primary output",
    "refinery": "refinery output",
    "smelter": "smelter output",
    "secondary": "output from scrap",
}


def production_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return the publishers, stages and forms on file for a metal or its group, the opening one first."""
    return offered(owned(store, metal_id)[1])


def offered(tables: Sequence[ProductionTable]) -> tuple[Choice, ...]:
    """Return the choices among some tables, the opening one first."""
    groups = grouped(tables)
    opening = default_table(tables)
    first = table_key(opening) if opening is not None else ""
    keys = sorted(groups, key=lambda k: (k != first, *_order(groups[k][-1]), k))
    return tuple(Choice(k, _choice_label(groups[k])) for k in keys)


def years_of_production(store: Store, metal_id: str, series: str | None = None) -> tuple[int, ...]:
    """Return the years of a table with figures by country, the newest first."""
    _, tables = owned(store, metal_id)
    choices = offered(tables)
    if not choices:
        return ()
    key = pick(choices, series, "production table").key
    return tuple(sorted((t.year for t in grouped(tables)[key] if _drawn_as_bars(t)), reverse=True))


def _drawn_as_bars(table: ProductionTable) -> bool:
    """Tell whether a table has rows to draw; a bare world total is drawn over the years, unless it has no figure."""
    return bool(table.rows) or table.worded_world is not None


def table_key(table: ProductionTable) -> str:
    """Return the key of the publisher, stage, form and unit of a table."""
    return "|".join((table.publisher, table.stage, table.form, table.unit))


def owned(store: Store, metal_id: str) -> tuple[Subject, list[ProductionTable]]:
    """Return whose tables stand for a metal, and the tables."""
    return subject(store, metal_id, lambda owner: production_tables(store.production(owner)))


def grouped(tables: Sequence[ProductionTable]) -> dict[str, list[ProductionTable]]:
    """Return the tables by publisher, stage, form and unit, each in the order of years."""
    groups: dict[str, list[ProductionTable]] = {}
    for table in tables:
        groups.setdefault(table_key(table), []).append(table)
    return groups


def _order(table: ProductionTable) -> tuple[bool, int, int, int]:
    partial = not table.full
    return partial, STAGE_ORDER.index(table.stage), PUBLISHER_ORDER.index(table.publisher), -table.year


def _choice_label(tables: Sequence[ProductionTable]) -> str:
    last = tables[-1]
    years = str(last.year) if len(tables) == 1 else f"{tables[0].year}–{last.year}"
    world = "" if any(t.rows for t in tables) else ", world only"
    return (
        f"{capital(last.stage)}, {last.form} · {publisher_short(last.publisher)}, {last.unit}, {years}{world}"
    )


def no_output(store: Store, metal_id: str, kind: str) -> Missing:
    """Return the sentence for a metal without any output on file."""
    metal = store.metal(metal_id)
    return Missing(
        kind,
        f"No publisher on file gives output of {metal.name_en.lower()} by country.",
        metal_id,
        f"{metal.name_en}: production",
    )


def production(
    store: Store, metal_id: str, context: Context, series: str | None = None, year: int | None = None
) -> Chart:
    """Describe the output of one year by country, largest first, with shares of the printed world total."""
    whose, tables = owned(store, metal_id)
    choices = offered(tables)
    if not choices:
        return no_output(store, metal_id, KIND)
    key = pick(choices, series, "production table").key
    group = [t for t in grouped(tables)[key] if _drawn_as_bars(t)]
    table = next((t for t in group if t.year == year), None) if year else (group[-1] if group else None)
    if table is None:
        what = f"{STAGES[key.split('|')[1]]} of {whose.owner.name_en.lower()}"
        reason = (
            f"This table has no figures by country for {year}."
            if group
            else (f"Of {what} only a world total is on file here: see it over the years.")
        )
        return Missing(KIND, reason, metal_id, whose.title("production"))
    points = _bars(store, table)
    high = max((p.high or p.y or 0 for p in points), default=0)
    content = Content(
        kind=KIND,
        title=whose.title(f"{STAGES[table.stage]}{' by country' if table.rows else ''}, {table.year}"),
        subtitle=join_subtitle(table.unit, table.form, publisher_name(table.publisher), _edition(table.rows)),
        x=Axis("value", "Output", table.unit, "linear", 0.0, high or 1.0),
        y=Axis("category", "Country", "", "linear", -0.5, max(len(points), 1) - 0.5),
        series=(Series(f"{table.form}, {table.year}", "hbars", points),),
        notes=(
            *whose.note(f"{STAGES[table.stage]} by country"),
            *_total_note(table),
            *flag_notes(points, bars=True),
            *disagreement_notes(store, whose.owner.metal_id, table),
        ),
        options=options(series=series, year=year),
    )
    return finish(store, (metal_id,), context, content)


def _edition(rows: Sequence[Production]) -> str | None:
    editions = sorted({r.edition for r in rows if r.edition})
    return editions[0] if len(editions) == 1 else None


def _bars(store: Store, table: ProductionTable) -> tuple[Point, ...]:
    """Return a bar a country; those beyond the top are summed, which stays within one table."""
    shares = table.shares
    countries = [s for s in shares if s.row.country_id != OTHER]
    known = [s for s in countries if s.row.value is not None]
    withheld = [s for s in countries if s.row.value is None]
    spare = max(TOP - len(withheld), 1)
    top, rest = (known, []) if len(known) <= spare + 1 else (known[:spare], known[spare:])
    points = [
        _bar(i, store.country_name(s.row.country_id), s.row, s.share_pct)
        for i, s in enumerate((*top, *withheld))
    ]
    if rest:
        points.append(_rest(len(points), [s.row for s in rest], table))
    points += [
        _bar(len(points), other_countries(), s.row, s.share_pct) for s in shares if s.row.country_id == OTHER
    ]
    if table.worded_world is not None:
        world = table.worded_world
        points.append(_bar(len(points), store.country_name(world.country_id), world, None))
    return tuple(points)


def _bar(row: int, name: str, figure: Production, share: float | None) -> Point:
    return Point(
        x=row,
        y=figure.value,
        label=name,
        low=figure.low,
        high=figure.high,
        flag=figure.flag,
        qualifier=figure.qualifier,
        share_pct=share,
        word=word_of(figure),
        note=figure.note,
        source_ids=figure.source_ids,
        confidence=figure.confidence,
    )


def word_of(figure: Production) -> str | None:
    """Return what is shown instead of a figure: the publisher's word, or that it is withheld."""
    if figure.value is not None:
        return None
    return quoted(figure.word) or (flag_name("W") if figure.flag == "W" else None)


def _rest(row: int, rest: Sequence[Production], table: ProductionTable) -> Point:
    shares = [s.share_pct for s in table.shares if s.row in rest and s.share_pct is not None]
    return Point(
        x=row,
        y=sum(r.value or 0 for r in rest),
        label=f"{len(rest)} more countries",
        flag=computed_flag(r.flag for r in rest),
        share_pct=sum(shares) if shares else None,
        note="sum of the countries of this table that are not shown one by one",
        source_ids=tuple(dict.fromkeys(i for r in rest for i in r.source_ids)),
        confidence=least_confidence(r.confidence for r in rest),
    )


def _total_note(table: ProductionTable) -> tuple[str, ...]:
    """Return the published world total, and what a table without one or with few countries cannot say."""
    if table.world is None:
        return ("The publisher gives no world total, so no shares are given.",)
    partial = () if table.full or not table.rows else ("Partial: the other producers are not named.",)
    return (*world_notes(table.world, table.share_base), *partial)


def disagreement_notes(store: Store, owner_id: str, table: ProductionTable) -> tuple[str, ...]:
    """Return sentences on the countries on which publishers differ most at a table's stage and year."""
    found = [
        d
        for d in store.disagreements(owner_id)
        if d.year == table.year and table.publisher in (d.ratio_of or "") and _same_stage(d, table)
    ]
    found.sort(key=lambda d: -max(d.ratio or 1, 1 / d.ratio if d.ratio else 1))
    notes = [_disagreement(store, d) for d in found[:MAX_DISAGREEMENTS]]
    more = len(found) - MAX_DISAGREEMENTS
    if more > 0:
        notes.append(f"{more} more disagreement{'s' if more > 1 else ''} between publishers on file.")
    return tuple(notes)


def _same_stage(found: Disagreement, table: ProductionTable) -> bool:
    named = [stage for stage in STAGE_ORDER if stage in found.basis]
    return not named or table.stage in named


def _disagreement(store: Store, d: Disagreement) -> str:
    figures = {"usgs": d.usgs, "wmd": d.wmd, "bgs": d.bgs}
    said = [
        f"{publisher_short(p)} {with_unit(exact(v), d.unit)}" for p, v in figures.items() if v is not None
    ]
    reason = f" ({d.likely_reason})" if d.likely_reason else ""
    return f"Publishers disagree on {store.country_name(d.country_id)}, {d.year}: {', '.join(said)}{reason}."

"""Production by country in one year: one publisher, one stage and one form at a time."""

from collections.abc import Sequence

from msgspec.structs import replace

from explorer.charts.builders.choices import options, pick
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import flag_notes, world_notes
from explorer.charts.builders.older_tables import older_notes
from explorer.charts.builders.production_tables import (
    by_series,
    find_tables,
    has_bars,
    no_production,
    table_choices,
    word_shown,
)
from explorer.charts.builders.subject import Subject
from explorer.charts.spec import Axis, Chart, Missing, Point, Series
from explorer.data.context import Context
from explorer.data.numbers import exact, with_unit
from explorer.data.store import Store
from explorer.data.supply.figures import (
    OTHER,
    STAGE_ORDER,
    ProductionTable,
    computed_flag,
    least_confidence,
)
from explorer.data.supply.publications import publication
from explorer.data.supply.records import Disagreement, Production
from explorer.data.terms import output_word
from explorer.data.words import other_countries, publisher_short
from explorer.language import gettext, list_of, ngettext

KIND = "production"
TOP = 12
MAX_DISAGREEMENTS = 2


def production(
    store: Store, metal_id: str, context: Context, series: str | None = None, year: int | None = None
) -> Chart:
    """Describe the output of one year by country, largest first, with shares of the published world total."""
    subject, tables = find_tables(store, metal_id)
    choices = table_choices(tables)
    if not choices:
        return no_production(store, metal_id, KIND)
    key = pick(choices, series).key
    group = [t for t in by_series(tables)[key] if has_bars(t)]
    table = next((t for t in group if t.year == year), None) if year else (group[-1] if group else None)
    if table is None:
        reason = gettext("This table has only a world total; see production by year.")
        if group:
            reason = gettext("This table has no figures by country for {year}.").format(year=year)
        return Missing(KIND, reason, metal_id, *subject.titles(gettext("production")))
    content = replace(table_content(store, subject, table, TOP), options=options(series=series, year=year))
    return finish(store, (metal_id,), context, content)


def table_content(store: Store, subject: Subject, table: ProductionTable, most: int) -> Content:
    """Describe one table: a row for each country, those beyond the largest as one sum."""
    points = _rows(store, table, most)
    high = max((p.high or p.y or 0 for p in points), default=0)
    title, heading = subject.titles(_what(table))
    return Content(
        kind=KIND,
        shape="bars",
        of_exports=False,
        title=title,
        heading=heading,
        subtitle=join_subtitle(table.unit, table.form, _publication(table)),
        x=Axis("value", gettext("Output"), table.unit, "linear", 0.0, high or 1.0),
        y=Axis("category", gettext("Country"), "", "linear", -0.5, max(len(points), 1) - 0.5),
        series=(Series(f"{table.form}, {table.year}", points),),
        notes=(
            *subject.notes,
            *_total_note(table),
            *flag_notes(points, bars=True),
            *older_notes(store, subject.owner.metal_id, table),
            *_disagreement_notes(store, subject.owner.metal_id, table),
        ),
    )


def _what(table: ProductionTable) -> str:
    text = gettext("{output} by country, {year}") if table.rows else gettext("{output}, {year}")
    return text.format(output=output_word(table.stage), year=table.year)


def _publication(table: ProductionTable) -> str:
    """Return the publication that all rows are from, else the publisher."""
    editions = {r.edition for r in table.rows if r.edition}
    return publication(editions.pop() if len(editions) == 1 else None, table.publisher)


def _rows(store: Store, table: ProductionTable, most: int) -> tuple[Point, ...]:
    """Return a row for each country of a table; those beyond the largest are summed."""
    shares = table.shares
    countries = [s for s in shares if s.row.country_id != OTHER]
    known = [s for s in countries if s.row.value is not None]
    withheld = [s for s in countries if s.row.value is None]
    spare = max(most - len(withheld), 1)
    top, rest = (known, []) if len(known) <= spare + 1 else (known[:spare], known[spare:])
    points = [
        _row(i, store.country_name(s.row.country_id), s.row, s.share_pct)
        for i, s in enumerate((*top, *withheld))
    ]
    if rest:
        points.append(_rest(len(points), [s.row for s in rest], table))
    points += [
        _row(len(points), other_countries(), s.row, s.share_pct) for s in shares if s.row.country_id == OTHER
    ]
    if table.worded_world is not None:
        world = table.worded_world
        points.append(_row(len(points), store.country_name(world.country_id), world, None))
    return tuple(points)


def _row(row: int, name: str, figure: Production, share: float | None) -> Point:
    return Point(
        x=row,
        y=figure.value,
        label=name,
        low=figure.low,
        high=figure.high,
        flag=figure.flag,
        qualifier=figure.qualifier,
        share_pct=share,
        word=word_shown(figure),
        note=figure.note,
        source_ids=figure.source_ids,
        confidence=figure.confidence,
        country_id=figure.country_id,
    )


def _rest(row: int, rest: Sequence[Production], table: ProductionTable) -> Point:
    shares = [s.share_pct for s in table.shares if s.row in rest and s.share_pct is not None]
    return Point(
        x=row,
        y=sum(r.value or 0 for r in rest),
        label=ngettext("{count} more country", "{count} more countries", len(rest)).format(count=len(rest)),
        flag=computed_flag(r.flag for r in rest),
        share_pct=sum(shares) if shares else None,
        note=gettext("sum of the countries in this table that are not shown separately"),
        source_ids=tuple(dict.fromkeys(i for r in rest for i in r.source_ids)),
        confidence=least_confidence(r.confidence for r in rest),
    )


def _total_note(table: ProductionTable) -> tuple[str, ...]:
    """Return the published world total, or what is missing from a table without one or with few countries."""
    if table.world is None:
        return (gettext("No world total published; no shares calculated."),)
    partial = (
        () if table.full or not table.rows else (gettext("Incomplete table: other producers are not named."),)
    )
    return (*world_notes(table.world, table.share_base), *partial)


def _disagreement_notes(store: Store, owner_id: str, table: ProductionTable) -> tuple[str, ...]:
    """Return sentences on the countries on which publishers differ most, at the stage and year of a table."""
    disagreements = [
        d
        for d in store.disagreements(owner_id)
        if d.year == table.year and table.publisher in (d.ratio_of or "") and _same_stage(d, table)
    ]
    disagreements.sort(key=lambda d: -max(d.ratio or 1, 1 / d.ratio if d.ratio else 1))
    notes = [_disagreement(store, d) for d in disagreements[:MAX_DISAGREEMENTS]]
    more = len(disagreements) - MAX_DISAGREEMENTS
    if more > 0:
        text = ngettext(
            "{count} more disagreement between publishers on file.",
            "{count} more disagreements between publishers on file.",
            more,
        )
        notes.append(text.format(count=more))
    return tuple(notes)


def _same_stage(disagreement: Disagreement, table: ProductionTable) -> bool:
    named = [stage for stage in STAGE_ORDER if stage in disagreement.basis]
    return not named or table.stage in named


def _disagreement(store: Store, d: Disagreement) -> str:
    figures = {"usgs": d.usgs, "wmd": d.wmd, "bgs": d.bgs}
    values = [
        f"{publisher_short(p)} {with_unit(exact(v), d.unit)}" for p, v in figures.items() if v is not None
    ]
    text = gettext("Publishers disagree on {country}, {year}: {figures}.")
    if d.likely_reason:
        text = gettext("Publishers disagree on {country}, {year}: {figures} ({reason}).")
    return text.format(
        country=store.country_name(d.country_id), year=d.year, figures=list_of(values), reason=d.likely_reason
    )

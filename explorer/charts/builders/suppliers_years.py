"""The share of an origin in the imports of a buyer over the years, under one customs code."""

from collections.abc import Callable, Iterable, Sequence

from explorer.charts.builders.choices import options
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import flag_notes
from explorer.charts.builders.suppliers import find_tables
from explorer.charts.builders.time_axis import year_axis
from explorer.charts.spec import Axis, Chart, Missing, Point, Series
from explorer.data.context import Context
from explorer.data.numbers import percent, year_ranges
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import imports_only_text, military_note
from explorer.data.supply.buyers import (
    CHINA,
    HONG_KONG,
    OUTLIER,
    SOURCE_ID,
    SupplierTable,
    buyer_name,
    buyer_notes,
    confidence,
    contents_text,
    total_note,
)
from explorer.data.supply.origin_shares import (
    OriginShare,
    is_thin,
    is_usable,
    not_named_text,
    row_of,
    table_share,
)
from explorer.data.words import flag_name
from explorer.language import gettext

KIND = "suppliers-years"
MEAN_YEARS = 3
VISIBLE_PCT = 1.0
Reading = Callable[[OriginShare], float | None]


def suppliers_years(
    store: Store, metal_id: str, context: Context, series: str | None = None, buyer: str | None = None
) -> Chart:
    """Describe the share of the origin in the imports of a buyer, by default the destination, year by year."""
    subject, tables, reason = find_tables(store, metal_id, context, series, buyer)
    origin = place_name(store, context.origin)
    titles = subject.titles(gettext("share of {origin} in imports").format(origin=origin))
    if not tables:
        return Missing(KIND, reason, metal_id, *titles)
    if tables[0].total.buyer == context.origin:
        text = gettext("A country has no share in its own imports: choose another origin or destination.")
        return Missing(KIND, text, metal_id, *titles)
    drawn = _series(store, tables, context.origin)
    if not any(p.y is not None for s in drawn for p in s.points):
        return Missing(KIND, not_named_text(store, context.origin), metal_id, *titles)
    first, last = store.buyer_years
    what = gettext("share of {origin} in imports by {buyer}")
    title, heading = subject.titles(
        what.format(origin=origin, buyer=buyer_name(store, tables[0].total.buyer))
    )
    content = Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=join_subtitle(
            gettext("% of imports"),
            gettext("HS {code} (1992)").format(code=tables[0].code.hs_code),
            tables[0].code.form,
        ),
        x=year_axis(first, last),
        y=Axis("value", gettext("Share of imports"), "%", "linear", 0.0, 100.0),
        series=drawn,
        notes=(*subject.notes, *_notes(store, tables, context, drawn)),
        options=options(series=series, buyer=buyer),
    )
    return finish(store, (metal_id,), context, content)


def _series(store: Store, tables: Sequence[SupplierTable], origin: str) -> tuple[Series, ...]:
    """Return the shares of tonnage and of value as lines; for China the upper reading with Hong Kong, too."""
    shares = {t.year: table_share(t, origin) for t in tables}
    has_upper = _has_upper_reading(tables, origin)
    lines: list[tuple[str, Reading, bool]] = []
    if has_upper and _hong_kong_adds(shares.values()):
        lines.append((gettext("Share of tonnage with Hong Kong"), lambda s: s.upper_of_tonnage, True))
    lines.append((gettext("Share of tonnage"), lambda s: s.of_tonnage, False))
    if has_upper:
        lines.append((gettext("Share of value with Hong Kong"), lambda s: s.upper_of_value, False))
    else:
        lines.append((gettext("Share of value"), lambda s: s.of_value, False))
    first, last = store.buyer_years
    by_year = {t.year: t for t in tables}
    years = range(first, last + 1)
    return tuple(
        Series(
            name,
            tuple(_point(store, y, by_year.get(y), shares.get(y), read) for y in years),
            background=is_background,
        )
        for name, read, is_background in lines
    )


def _has_upper_reading(tables: Sequence[SupplierTable], origin: str) -> bool:
    """Return whether Hong Kong is added to the share of the origin: that of China, unless Hong Kong itself buys."""
    return origin == CHINA and tables[0].total.buyer != HONG_KONG


def _hong_kong_adds(shares: Iterable[OriginShare]) -> bool:
    """Return whether Hong Kong adds a visible part to the tonnage of any year."""
    added = [
        s.upper_of_tonnage - s.of_tonnage
        for s in shares
        if s.upper_of_tonnage is not None and s.of_tonnage is not None
    ]
    return max(added, default=0.0) >= VISIBLE_PCT


def _point(
    store: Store,
    year: int,
    table: SupplierTable | None,
    share: OriginShare | None,
    read: Reading,
) -> Point:
    """Return a year: a gap without a row, without a share, and where the record is too thin to be compared."""
    if table is None or share is None:
        return Point(year, None, str(year))
    total = table.total
    flag = OUTLIER if OUTLIER in (total.flag, share.flag) else table.flag(total.flag)
    notes = [flag_name("p")] if flag == OUTLIER and table.is_preliminary else []
    return Point(
        x=year,
        y=None if is_thin(total) else read(share),
        label=str(year),
        flag=flag,
        note="; ".join([*notes, *([total_note(store, total)] if total.note else [])]) or None,
        source_ids=(SOURCE_ID,),
        confidence=confidence(flag),
    )


def _notes(
    store: Store, tables: Sequence[SupplierTable], context: Context, drawn: Sequence[Series]
) -> tuple[str, ...]:
    points = [p for s in drawn for p in s.points]
    flagged = [p for p in points if p.y is not None]
    code = tables[0].code
    ringed = gettext("Ringed: low confidence (unusual unit value or missing tonnage).")
    return (
        *flag_notes([p for p in flagged if p.flag != OUTLIER], bars=False),
        *([ringed] if any(p.flag == OUTLIER for p in flagged) else []),
        *_gap_notes(store, tables, context),
        *_reading_notes(tables, context.origin),
        *_mean_note(tables, context.origin),
        gettext("HS {code}: {goods}.").format(code=code.hs_code, goods=contents_text(store, code)),
        imports_only_text(),
        *buyer_notes(store, tables[0].total.buyer),
        *filter(None, [military_note(store, context.destination)]),
    )


def _gap_notes(store: Store, tables: Sequence[SupplierTable], context: Context) -> tuple[str, ...]:
    """Return the years without a figure, by reason."""
    first, last = store.buyer_years
    on_file = {t.year for t in tables}
    thin = [t.year for t in tables if is_thin(t.total)]
    unknown = [
        t.year for t in tables if t.year not in thin and table_share(t, context.origin).of_tonnage is None
    ]
    missing = [y for y in range(first, last + 1) if y not in on_file]
    notes = []
    if missing:
        text = gettext("No imports on file for {years}: gaps, not zero.")
        notes.append(text.format(years=year_ranges(missing)))
    if thin:
        text = gettext("Not compared: {years} (thin record; a report is probably missing).")
        notes.append(text.format(years=year_ranges(thin)))
    if unknown:
        text = gettext("No share of {origin} on file for {years}: unknown, not zero.")
        origin = place_name(store, context.origin)
        notes.append(text.format(origin=origin, years=year_ranges(unknown)))
    return tuple(notes)


def _reading_notes(tables: Sequence[SupplierTable], origin: str) -> tuple[str, ...]:
    """Return that the share of China alone is the lower reading and that with Hong Kong the upper one."""
    if not _has_upper_reading(tables, origin):
        return ()
    if _hong_kong_adds(table_share(t, origin) for t in tables):
        return (gettext("China alone is the lower reading, China with Hong Kong the upper one."),)
    return (
        gettext(
            "Hong Kong adds less than one percentage point of tonnage in every year, so the upper reading "
            "is not drawn."
        ),
    )


def _mean_note(tables: Sequence[SupplierTable], origin: str) -> tuple[str, ...]:
    """Return the mean shares of the first and the last three years, where each of these years is usable."""
    usable = {
        t.year: share
        for t in tables
        if is_usable(t.total, row_of(t.suppliers, origin))
        and (share := table_share(t, origin).of_tonnage) is not None
    }
    if not usable:
        return ()
    spans = [
        range(min(usable), min(usable) + MEAN_YEARS),
        range(max(usable) - MEAN_YEARS + 1, max(usable) + 1),
    ]
    if spans[0][-1] >= spans[1][0] or not all(y in usable for span in spans for y in span):
        return ()
    first, last = (percent(sum(usable[y] for y in span) / MEAN_YEARS) for span in spans)
    text = gettext("Mean share of tonnage: {first_share} in {first_years}, {last_share} in {last_years}.")
    return (
        text.format(
            first_share=first,
            first_years=year_ranges(list(spans[0])),
            last_share=last,
            last_years=year_ranges(list(spans[1])),
        ),
    )

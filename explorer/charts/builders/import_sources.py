"""Import sources: the countries from which an importer buys one form over some years, in per cent."""

from collections.abc import Iterable

from msgspec.structs import replace

from explorer.charts.builders.category_bars import category_bars
from explorer.charts.builders.choices import pick
from explorer.charts.builders.content import finish, join_subtitle
from explorer.charts.builders.periods import period_name
from explorer.charts.builders.subject import find_subject, titles
from explorer.charts.spec import Chart, Choice, Missing, Point
from explorer.data.context import Context
from explorer.data.metal_names import plain_name
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.figures import OTHER
from explorer.data.supply.publications import publication
from explorer.data.supply.records import ImportSource
from explorer.data.words import other_countries
from explorer.language import gettext

KIND = "import-sources"


def import_source_choices(store: Store, metal_id: str, context: Context | None = None) -> tuple[Choice, ...]:
    """Return the importers, forms and periods on file: the destination first, then the newest and fullest."""
    destination = context.destination if context is not None else ""
    _, rows = find_subject(store, metal_id, store.import_sources)
    groups = _groups(rows)
    ordered = sorted(
        groups, key=lambda g: (g[0] != destination, -int(g[2][-4:]), g[0] != "USA", -len(groups[g]), g)
    )
    return tuple(
        Choice("|".join(g), f"{store.country_name(g[0])}, {g[1]}, {period_name(g[2])}") for g in ordered
    )


def _groups(rows: Iterable[ImportSource]) -> dict[tuple[str, str, str], list[ImportSource]]:
    """Return the rows by importer, form and period."""
    groups: dict[tuple[str, str, str], list[ImportSource]] = {}
    for row in rows:
        groups.setdefault((row.importer, row.form, row.period), []).append(row)
    return groups


def import_sources(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe the shares of the countries from which an importer buys, in per cent of its imports."""
    subject, rows = find_subject(store, metal_id, store.import_sources)
    choices = import_source_choices(store, metal_id, context)
    if not choices:
        reason = gettext("No import sources on file for {metal}.").format(metal=plain_name(subject.metal))
        return Missing(KIND, reason, metal_id, *titles(subject.metal.name_en, gettext("import sources")))
    importer, form, period = pick(choices, series).key.split("|")
    group = _groups(rows)[(importer, form, period)]
    group.sort(key=lambda r: (r.country_id == OTHER, -(r.share_pct or 0), r.country_id))
    what = gettext("import sources of {importer}").format(importer=place_name(store, importer))
    title, heading = subject.titles(what)
    content = category_bars(
        KIND,
        title,
        join_subtitle(
            gettext("Share of imports, %"), form, period_name(period), publication(group[0].edition)
        ),
        [_point(store, place, row) for place, row in enumerate(group)],
        "%",
        gettext("Country"),
        subject.notes,
        series,
    )
    return finish(store, (metal_id,), context, replace(content, heading=heading))


def _point(store: Store, place: int, row: ImportSource) -> Point:
    return Point(
        x=place,
        y=row.share_pct,
        label=other_countries() if row.country_id == OTHER else store.country_name(row.country_id),
        qualifier=row.qualifier,
        note=row.note,
        source_ids=row.source_ids,
        confidence=row.confidence,
    )

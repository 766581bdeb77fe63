"""Reserves by country in one form, with shares of the published world total."""

from msgspec.structs import replace

from explorer.charts.builders.category_bars import category_bars
from explorer.charts.builders.choices import pick
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import world_notes
from explorer.charts.builders.subject import find_subject, titles
from explorer.charts.spec import Chart, Choice, Missing, Point
from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.metal_names import plain_name
from explorer.data.numbers import quoted
from explorer.data.store import Store
from explorer.data.supply.amounts import published, share_base, share_of_base
from explorer.data.supply.figures import OTHER, WORLD
from explorer.data.supply.publications import publications
from explorer.data.supply.records import Reserve
from explorer.data.words import other_countries
from explorer.language import gettext

KIND = "reserves"


def reserve_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return the forms for which reserves are on file, the one with the most countries first."""
    _, rows = find_subject(store, metal_id, store.reserves)
    forms = {(r.form, r.unit) for r in rows}
    counts = {form: sum((r.form, r.unit) == form for r in rows) for form in forms}
    ordered = sorted(forms, key=lambda f: (-counts[f], f))
    return tuple(Choice("|".join(f), f"{capital(f[0])} · {f[1]}") for f in ordered)


def reserves(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe the reserves by country in one form; shares need a world total that is not a bound."""
    content = reserves_content(store, metal_id, series)
    return content if isinstance(content, Missing) else finish(store, (metal_id,), context, content)


def reserves_content(store: Store, metal_id: str, series: str | None) -> Content | Missing:
    """Describe the reserves of a metal by country in one form."""
    subject, rows = find_subject(store, metal_id, store.reserves)
    missing_titles = titles(subject.metal.name_en, gettext("reserves"))
    choices = reserve_choices(store, metal_id)
    if not choices:
        reason = gettext("No reserves on file for {metal}.").format(metal=plain_name(subject.metal))
        return Missing(KIND, reason, metal_id, *missing_titles)
    form, unit = pick(choices, series).key.split("|")
    rows = tuple(r for r in rows if (r.form, r.unit) == (form, unit))
    world = next((r for r in rows if r.country_id == WORLD), None)
    named = sorted((r for r in rows if r.country_id != WORLD), key=_order)
    base = share_base(world, named)
    shown = [*named, *([world] if world is not None and world.value is None else ())]
    if not shown:
        reason = gettext("No reserves by country on file for {form}.").format(form=form)
        if world is not None:
            text = gettext("No reserves by country on file for {form}, only a world total: {total}.")
            reason = text.format(form=form, total=published(world))
        return Missing(KIND, reason, metal_id, *missing_titles)
    title, heading = subject.titles(gettext("reserves by country"))
    content = category_bars(
        KIND,
        title,
        join_subtitle(unit, form, publications(r.edition for r in rows)),
        [_point(store, place, row, base) for place, row in enumerate(shown)],
        unit,
        gettext("Country"),
        (*subject.notes, *world_notes(world, base)),
        series,
    )
    return replace(content, heading=heading)


def _order(row: Reserve) -> tuple[bool, bool, float, str]:
    """Order by size, figures before words, the sum of other countries last."""
    return row.country_id == OTHER, row.value is None, -(row.value or 0), row.country_id


def _point(store: Store, place: int, row: Reserve, base: float | None) -> Point:
    return Point(
        x=place,
        y=row.value,
        label=other_countries() if row.country_id == OTHER else store.country_name(row.country_id),
        qualifier=row.qualifier,
        share_pct=share_of_base(row, base),
        word=None if row.value is not None else quoted(row.word) or gettext("no figure"),
        note=row.note,
        source_ids=row.source_ids,
        confidence=row.confidence,
        country_id=row.country_id,
    )

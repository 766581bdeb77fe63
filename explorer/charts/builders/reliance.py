"""Dependence on imports: the suppliers of the destination, or net import reliance over the years in per cent."""

from collections import defaultdict

from msgspec.structs import replace

from explorer.charts.builders.choices import options, pick
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.notes import bound_notes, flag_notes
from explorer.charts.builders.subject import Subject, find_subject, titles
from explorer.charts.builders.suppliers import supplier_content, suppliers
from explorer.charts.spec import Axis, Chart, Choice, Missing, Point, Series
from explorer.charts.text import as_sentence
from explorer.data.context import Context
from explorer.data.metal_names import plain_name
from explorer.data.numbers import exact, with_unit
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.amounts import NET_EXPORTER, NOT_AVAILABLE, reliance_word
from explorer.data.supply.buyers import SupplierTable, buyer_name, buyer_of, supplier_tables
from explorer.data.supply.dependence import (
    DEFAULT_IMPORTER,
    ImportDependence,
    import_dependence,
    importers_of,
    us_reliance_text,
)
from explorer.data.supply.records import Dependence
from explorer.language import gettext, paragraph

KIND = "reliance"
CUSTOMS = "customs"


def reliance_choices(store: Store, metal_id: str, context: Context | None = None) -> tuple[Choice, ...]:
    """Return the figures on dependence on imports, those of the destination first.

    The default customs table comes first, then net import reliance, that of the destination or its bloc before the
    newest and longest, then the other customs tables of the destination.
    """
    destination = context.destination if context is not None else "ALL"
    published = published_choices(store, metal_id, destination)
    tables = _tables(store, metal_id, destination)
    default = import_dependence(store, metal_id, destination).imports
    return (
        *(_table_choice(store, t) for t in tables if t == default),
        *published,
        *(_table_choice(store, t) for t in tables if t != default),
    )


def published_choices(store: Store, metal_id: str, destination: str) -> tuple[Choice, ...]:
    """Return the published net import reliance, that of the destination or its bloc before the newest and longest."""
    _, groups = _reliances(store, metal_id)
    own = importers_of(store, destination)
    ordered = sorted(
        groups, key=lambda g: (g[0] not in own, -groups[g][-1].year, g[0] != "USA", -len(groups[g]), g)
    )
    return tuple(
        Choice("|".join(g), ", ".join((store.country_name(g[0]), g[1], _years(groups[g])))) for g in ordered
    )


def _tables(store: Store, metal_id: str, destination: str) -> list[SupplierTable]:
    """Return a customs table of the destination for each heading: the default one, else the last."""
    buyer = buyer_of(destination)
    if buyer is None:
        return []
    default = import_dependence(store, metal_id, destination).imports
    last = [own[-1] for own in supplier_tables(store, metal_id, buyer)[1].values()]
    return [default if default is not None and default.code is t.code else t for t in last]


def _table_choice(store: Store, table: SupplierTable) -> Choice:
    code = table.code
    label = gettext("Suppliers to {buyer}: {form}, HS {code}, {year}").format(
        buyer=buyer_name(store, table.total.buyer), form=code.form, code=code.hs_code, year=table.year
    )
    return Choice(f"{CUSTOMS}|{code.hs_code}", label)


def _years(rows: list[Dependence]) -> str:
    return str(rows[0].year) if len(rows) == 1 else f"{rows[0].year}–{rows[-1].year}"


def _reliances(store: Store, metal_id: str) -> tuple[Subject, dict[tuple[str, str], list[Dependence]]]:
    subject, rows = find_subject(store, metal_id, store.dependence)
    groups: dict[tuple[str, str], list[Dependence]] = defaultdict(list)
    for row in rows:
        if row.net_import_reliance_pct is not None or row.qualifier:
            groups[(row.importer, row.form)].append(row)
    return subject, dict(groups)


def reliance(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe how much the destination or another importer depends on imports.

    The default is the suppliers of the destination where customs tables cover the metal, otherwise net import reliance
    in per cent, with a word in place of a figure drawn at zero.
    """
    choices = reliance_choices(store, metal_id, context)
    dependence = import_dependence(store, metal_id, context.destination)
    if not choices or (series is None and dependence.imports is None and choices[0].key.startswith(CUSTOMS)):
        return _none(store, metal_id, dependence.gap)
    first, rest = pick(choices, series).key.split("|")
    if first != CUSTOMS:
        return _published(store, metal_id, context, dependence, first, rest, series)
    if dependence.imports is None or rest != dependence.imports.code.hs_code:
        return suppliers(store, metal_id, context, rest)
    subject = Subject(store.metal(metal_id), store.metal(dependence.imports_of))
    content = supplier_content(store, subject, dependence.imports)
    american = us_reliance_text(store, dependence)
    notes = (*([as_sentence(american)] if american else []), *content.notes)
    return finish(store, (metal_id,), context, replace(content, kind=KIND, notes=notes))


def published_reliance(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe a published net import reliance over the years, never the suppliers of the destination."""
    choices = published_choices(store, metal_id, context.destination)
    return reliance(store, metal_id, context, series or choices[0].key) if choices else _none(store, metal_id)


def _none(store: Store, metal_id: str, gap: str = "") -> Missing:
    metal = store.metal(metal_id)
    none = gettext("No net import reliance on file for {metal}.").format(metal=plain_name(metal))
    names = titles(metal.name_en, gettext("net import reliance"))
    return Missing(KIND, paragraph((none, gap)), metal_id, *names)


def _published(
    store: Store,
    metal_id: str,
    context: Context,
    dependence: ImportDependence,
    importer: str,
    form: str,
    series: str | None,
) -> Chart:
    """Describe the net import reliance of an importer over the years."""
    subject, groups = _reliances(store, metal_id)
    rows = groups[(importer, form)]
    years = {r.year: r for r in rows}
    points = tuple(_reliance_point(y, years.get(y)) for y in range(rows[0].year, rows[-1].year + 1))
    buyer = place_name(store, importer)
    what = gettext("net import reliance of {importer}")
    if len(years) == 1:
        what = gettext("net import reliance of {importer}, {year}")
    title, heading = subject.titles(what.format(importer=buyer, year=rows[0].year))
    content = Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=join_subtitle(
            gettext("Imports less exports, adjusted for stocks, as a % of apparent consumption"), form
        ),
        x=Axis("year", gettext("Year"), "", "linear", rows[0].year - 0.5, rows[-1].year + 0.5),
        y=Axis("value", gettext("Net import reliance"), "%", "linear", 0.0, 100.0),
        series=(Series(", ".join((buyer, form)), points),),
        notes=(
            *_importer_notes(store, dependence, importer),
            *subject.notes,
            *_reliance_notes(points),
        ),
        options=options(series=series),
    )
    return finish(store, (metal_id,), context, content)


def _importer_notes(store: Store, dependence: ImportDependence, importer: str) -> tuple[str, ...]:
    """Return the note that the figures are not the destination's, and the reliance of the United States."""
    if dependence.buyer is None:
        return ()
    notes = []
    if importer != dependence.buyer:
        text = gettext("Figures for {importer}, not for {buyer}.")
        notes.append(
            text.format(importer=place_name(store, importer), buyer=buyer_name(store, dependence.buyer))
        )
    american = us_reliance_text(store, dependence)
    if importer != DEFAULT_IMPORTER and american:
        notes.append(as_sentence(american))
    return (*notes, *([dependence.gap] if dependence.gap else []))


def _reliance_point(year: int, row: Dependence | None) -> Point:
    if row is None:
        return Point(year, None, str(year))
    word = (row.qualifier or "") if row.net_import_reliance_pct is None else ""
    return Point(
        x=year,
        y=row.net_import_reliance_pct,
        label=str(year),
        flag=row.flag,
        qualifier=None if word else row.qualifier,
        word=reliance_word(word) or None,
        word_key=word,
        note=_consumption(row),
        source_ids=row.source_ids,
        confidence=row.confidence,
    )


def _consumption(row: Dependence) -> str | None:
    parts = []
    if row.apparent_consumption is not None and row.unit:
        amount = with_unit(exact(row.apparent_consumption), row.unit)
        parts.append(gettext("consumption {amount}").format(amount=amount))
    if row.note:
        parts.append(row.note)
    return "; ".join(parts) or None


def _reliance_notes(points: tuple[Point, ...]) -> tuple[str, ...]:
    notes = list(flag_notes(points, bars=False))
    notes += bound_notes(points)
    words = {p.word_key for p in points}
    if NET_EXPORTER in words:
        notes.append(gettext("Triangle at the bottom: net exporter (no figure published)."))
    if NOT_AVAILABLE in words:
        notes.append(gettext("Ring at the bottom: published as “not available”."))
    return tuple(notes)

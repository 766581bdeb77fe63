"""Concentration of supply by net import reliance: a point for each metal, or for some, coloured by its controls."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from explorer.charts.builders.concentration import concentration_axis, concentration_point
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.risk_notes import (
    NO_FIGURE,
    NO_RELIANCE,
    NO_TABLE,
    Lacks,
    RiskFigures,
    counts_left_out,
    names_left_out,
    risk_notes,
    word_notes,
)
from explorer.charts.spec import Axis, Chart, Missing, Point, Series
from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES
from explorer.data.controls.service import Controls
from explorer.data.metal_names import short_name
from explorer.data.numbers import percent, qualified
from explorer.data.places import place_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.amounts import NOT_AVAILABLE, reliance_word
from explorer.data.supply.figures import (
    computed_flag,
    default_table,
    latest_reliance,
    least_confidence,
)
from explorer.data.supply.metal_tables import MetalTables
from explorer.data.terms import output_word
from explorer.data.words import flag_name, publisher_name
from explorer.language import gettext, gettext_noop, paragraph

KIND, COMPARED = "risk", "risk-compare"
PUBLISHER, IMPORTER = "usgs", "USA"
_STATUS = {
    "prohibition": gettext_noop("ban or refusal in principle"),
    "licence": gettext_noop("licence"),
    "prohibition-paused": gettext_noop("ban or refusal paused"),
    "licence-paused": gettext_noop("licence requirement paused"),
    "technology-paused": gettext_noop("technology control paused"),
    "other-paused": gettext_noop("other rule paused"),
    "technology": gettext_noop("technology control"),
    "announced": gettext_noop("announced"),
    "other": gettext_noop("other rules: quota, ordinary licence, some forms"),
    "none": gettext_noop("nothing in force"),
}


def risk(store: Store, context: Context) -> Chart:
    """Describe the HHI of output and the net import reliance of all metals that have both."""
    figures, words, lacks = _figures(store, store.metals.values())
    if not figures:
        reason = gettext(
            "No metal has both a full production table and a figure for net import reliance on file."
        )
        return Missing(KIND, reason, "", _title(store))
    content = replace(
        _content(store, context, figures, words), left_out=counts_left_out(lacks, len(store.metals))
    )
    return finish(store, (), context, content)


def risk_compare(store: Store, metal_ids: Sequence[str], context: Context) -> Chart:
    """Describe the HHI of output and the net import reliance of some metals; those without are named."""
    figures, words, lacks = _figures(store, map(store.metal, metal_ids))
    left_out = names_left_out(lacks)
    if not figures:
        reason = paragraph((*left_out, *word_notes(words)))
        return Missing(COMPARED, reason, metal_ids[0], _title(store))
    content = replace(_content(store, context, figures, words), kind=COMPARED, left_out=left_out)
    return finish(store, metal_ids, context, content)


def _title(store: Store) -> str:
    title = gettext("Supply concentration and net import reliance of {importer}")
    return title.format(importer=place_name(store, IMPORTER))


def _content(
    store: Store, context: Context, figures: list[RiskFigures], words: list[tuple[Metal, str]]
) -> Content:
    """Return the points by status, with axes and notes."""
    groups: dict[str, list[Point]] = {}
    for one in figures:
        groups.setdefault(_state(store, one.metal, context), []).append(_point(one))
    return Content(
        kind=KIND,
        shape="points",
        title=_title(store),
        subtitle=_subtitle(sorted({x.table.year for x in figures})),
        x=Axis(
            "value",
            gettext("Net import reliance of {importer}").format(importer=place_name(store, IMPORTER)),
            "%",
            "linear",
            -3.0,
            103.0,
        ),
        y=concentration_axis(),
        series=tuple(
            Series(gettext(_STATUS[state]), tuple(groups[state]), status=state, key=state)
            for state in PILL_STATES
            if state in groups
        ),
        notes=risk_notes(store, figures, words, context),
    )


def _subtitle(years: list[int]) -> str:
    text = gettext(
        "Herfindahl-Hirschman index (HHI) of output by country ({publisher}, {years}) and net "
        "imports as a % of consumption"
    )
    span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return text.format(publisher=publisher_name(PUBLISHER), years=span)


def _figures(
    store: Store, metals: Iterable[Metal]
) -> tuple[list[RiskFigures], list[tuple[Metal, str]], Lacks]:
    """Return the metals with both figures of their own, those with a word for one, and what the others lack."""
    figures, words = [], []
    lacks: dict[str, list[Metal]] = {}
    for metal in metals:
        tables = MetalTables.of(store).tables(metal.metal_id)
        table = default_table(t for t in tables if t.full and t.publisher == PUBLISHER)
        reliance = latest_reliance(store.dependence(metal.metal_id), IMPORTER)
        if table is None:
            lacks.setdefault(NO_TABLE, []).append(metal)
        elif reliance is None:
            lacks.setdefault(NO_RELIANCE, []).append(metal)
        elif reliance.net_import_reliance_pct is None:
            lacks.setdefault(NO_FIGURE, []).append(metal)
            words.append((metal, reliance_word(reliance.qualifier or NOT_AVAILABLE)))
        else:
            figures.append(RiskFigures(metal, table, reliance))
    return figures, words, lacks


def _state(store: Store, metal: Metal, context: Context) -> str:
    return Controls.of(store).pill(metal.metal_id, context)[1]


def _point(figures: RiskFigures) -> Point:
    """Return a metal as a point, with the output and the reliance behind it as its note."""
    table, reliance = figures.table, figures.reliance
    base = concentration_point(table.year, table)
    value = reliance.net_import_reliance_pct or 0.0
    bound = qualified(percent(value), reliance.qualifier)
    text = gettext("{output}, {form}, {year}; reliance {share} in {reliance_year}, {goods}; {computed}")
    if reliance.flag:
        text = gettext(
            "{output}, {form}, {year}; reliance {share} in {reliance_year} ({flag}), {goods}; {computed}"
        )
    note = text.format(
        output=output_word(table.stage),
        form=table.form,
        year=table.year,
        share=bound,
        reliance_year=reliance.year,
        flag=flag_name(reliance.flag),
        goods=reliance.form,
        computed=base.note,
    )
    return replace(
        base,
        x=value,
        label=short_name(figures.metal),
        flag=computed_flag((base.flag, reliance.flag)),
        note=note,
        source_ids=tuple(dict.fromkeys((*base.source_ids, *reliance.source_ids))),
        confidence=least_confidence(x for x in (base.confidence, reliance.confidence) if x is not None),
        symbol=figures.metal.symbol or "",
    )

"""Concentration of supply by net import reliance: a point for each metal, coloured by its export controls."""

from collections import Counter
from dataclasses import dataclass, replace

from explorer.charts.builders.concentration import GUIDELINES, THRESHOLDS, UNIT, concentration_point
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.subject import short_name
from explorer.charts.spec import Axis, Chart, Missing, Point, Series
from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES
from explorer.data.controls.service import Controls
from explorer.data.numbers import exact, percent, qualified
from explorer.data.places import place_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.figures import (
    ProductionTable,
    computed_flag,
    default_table,
    latest_reliance,
    least_confidence,
    production_tables,
)
from explorer.data.supply.records import Dependence
from explorer.data.words import flag_name, publisher_name
from explorer.language import list_of

KIND = "risk"
PUBLISHER, IMPORTER = "usgs", "USA"
WORDS = {
    "prohibition": "ban or refusal in principle",
    "licence": "licence",
    "suspended": "paused: stricter than what is in force",
    "technology": "technology control",
    "announced": "announced",
    "other": "other rules: quota, ordinary licence, some forms",
    "none": "nothing in force",
}


@dataclass(frozen=True, slots=True)
class _Figures:
    """A metal with its production table and its net import reliance."""

    metal: Metal
    table: ProductionTable
    reliance: Dependence


def risk(store: Store, context: Context) -> Chart:
    """Describe the HHI of output and the net import reliance of all metals that have both."""
    figures, words, lacks = _figures(store)
    buyer = place_name(store, IMPORTER)
    title = f"Concentration of supply and net import reliance of {buyer}"
    if not figures:
        return Missing(KIND, "No metal has both a full production table and a reliance on file.", "", title)
    groups: dict[str, list[Point]] = {}
    for one in figures:
        groups.setdefault(_state(store, one.metal, context), []).append(_point(one))
    years = sorted({x.table.year for x in figures})
    content = Content(
        kind=KIND,
        title=title,
        subtitle=(
            f"Herfindahl-Hirschman index of output by country ({publisher_name(PUBLISHER)}, {_span(years)}) "
            "by net imports in per cent of consumption"
        ),
        x=Axis("value", f"Net import reliance of {buyer}", "%", "linear", -3.0, 103.0),
        y=Axis("value", "Concentration", UNIT, "linear", 0.0, 10_000.0, THRESHOLDS),
        series=tuple(
            Series(WORDS[state], "points", tuple(groups[state]), status=state)
            for state in PILL_STATES
            if state in groups
        ),
        notes=_notes(figures, words),
        left_out=_left_out(lacks, len(store.metals)),
    )
    return finish(store, (), context, content)


def _span(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _figures(store: Store) -> tuple[list[_Figures], list[tuple[Metal, str]], Counter[str]]:
    """Return the metals with both figures of their own, those with a word for one, and what the others lack."""
    figures, words, lacks = [], [], Counter[str]()
    for metal in store.metals.values():
        tables = production_tables(store.production(metal.metal_id))
        table = default_table(t for t in tables if t.full and t.publisher == PUBLISHER)
        reliance = latest_reliance(store.dependence(metal.metal_id), IMPORTER)
        if table is None:
            lacks["without a full production table"] += 1
        elif reliance is None:
            lacks["without net import reliance"] += 1
        elif reliance.net_import_reliance_pct is None:
            lacks["without a numeric reliance figure"] += 1
            words.append((metal, reliance.qualifier or "not available"))
        else:
            figures.append(_Figures(metal, table, reliance))
    return figures, words, lacks


def _state(store: Store, metal: Metal, context: Context) -> str:
    return Controls.of(store).pill(metal.metal_id, context)[1]


def _point(figures: _Figures) -> Point:
    """Return a metal as a point, with the output and the reliance behind it as its note."""
    table, reliance = figures.table, figures.reliance
    base = concentration_point(table.year, table)
    value = reliance.net_import_reliance_pct or 0.0
    bound = qualified(percent(value), reliance.qualifier)
    flag = f" ({flag_name(reliance.flag)})" if reliance.flag else ""
    note = (
        f"{table.stage}, {table.form}, {table.year}; reliance {bound} in {reliance.year}{flag}, "
        f"{reliance.form}; {base.note}"
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


def _left_out(counts: Counter[str], total: int) -> tuple[str, ...]:
    """Return how many metals are not shown, and what they lack."""
    if not counts:
        return ()
    parts = ", ".join(f"{count} {lack}" for lack, count in counts.most_common())
    return (f"{counts.total()} of {total} metals not shown: {parts}.",)


def _notes(figures: list[_Figures], words: list[tuple[Metal, str]]) -> tuple[str, ...]:
    notes = [
        "Shape and colour: the export control on the metal as of the day asked.",
        "Hollow: rests on an estimated or preliminary figure.",
        GUIDELINES,
    ]
    bounds = [
        f"{x.metal.name_en} {qualified(exact(x.reliance.net_import_reliance_pct or 0), x.reliance.qualifier)}"
        for x in figures
        if x.reliance.qualifier in ("<", ">", "~")
    ]
    if bounds:
        notes.append(f"Reliance printed as a bound or rounded, drawn at the figure: {list_of(bounds)} %.")
    for word in sorted({w for _, w in words}):
        names = list_of([m.name_en for m, w in words if w == word])
        notes.append(f"Not drawn, since the publisher prints “{word}”: {names}.")
    return tuple(notes)

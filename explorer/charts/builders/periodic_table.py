"""The periodic table in one colouring: a tile for each metal, in a series for each step or status."""

from collections.abc import Mapping

from explorer.charts.builders.content import Content, finish
from explorer.charts.spec import Axis, Chart, Choice, Point, Series
from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.overview.counts import state_label
from explorer.data.periodic.coloured_table import ColouredTable, coloured_table
from explorer.data.periodic.colourings import (
    BUYER,
    COLOURINGS,
    PRICE,
    RELIANCE,
    SHARE,
    STATUS,
    colouring_name,
    legend,
)
from explorer.data.periodic.elements import COLUMNS
from explorer.data.periodic.layout import tiles
from explorer.data.periodic.metal_value import UNKNOWN, MetalValue
from explorer.data.periodic.value_texts import flags_text
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT
from explorer.data.supply.figure_text import entries
from explorer.errors import NotFound, quoted
from explorer.language import enumeration, gettext

KIND = "periodic-table"
FLAGGED = "*"
_PER_CENT = (SHARE, BUYER, RELIANCE, PRICE)


def periodic_table_choices(_store: Store, _metal_id: str) -> tuple[Choice, ...]:
    """Return the colourings."""
    return tuple(Choice(colouring, colouring_name(colouring)) for colouring in COLOURINGS)


def periodic_table(store: Store, context: Context, *, series: str | None = None) -> Chart:
    """Describe the periodic table in one of COLOURINGS, by default the status."""
    colouring = series or STATUS
    if colouring not in COLOURINGS:
        text = gettext("This chart has no series {name}. Choose from: {series}.")
        raise NotFound(text.format(name=quoted(colouring), series="; ".join(COLOURINGS)))
    found = coloured_table(store, context, colouring)
    places = {
        t.metal.metal_id: t.row * COLUMNS + t.column for t in tiles(store.metals) if t.metal is not None
    }
    star = gettext("* marks a figure with a remark: estimated, preliminary, a minimum or another one.")
    if colouring == STATUS:
        star = gettext("* marks a presumed status: no notice confirms it.")
    is_flagged = any(value.flags for value in found.values.values())
    content = Content(
        kind=KIND,
        shape="periodic table",
        title=gettext("Periodic table: {colouring}").format(colouring=colouring_name(colouring)),
        subtitle=found.caption,
        x=Axis("category", low=0, high=COLUMNS),
        y=Axis("category", colouring_name(colouring), "%" if colouring in _PER_CENT else ""),
        series=_series(store, found, places),
        notes=entries(
            found.caution, star if is_flagged else "", *(note for note in found.notes if note != CREDIT)
        ),
        options=(("series", colouring),),
    )
    return finish(store, (), context, content)


def _series(store: Store, found: ColouredTable, places: Mapping[str, int]) -> tuple[Series, ...]:
    """Return a series for each step or status that occurs, in the order of the legend."""
    groups: dict[str, list[Point]] = {}
    for value in found.values.values():
        groups.setdefault(_key(value), []).append(_point(store, value, places[value.metal_id]))
    names = (
        {state: state_label(state) for state in PILL_STATES}
        if found.colouring == STATUS
        else {str(step.number): step.label for step in legend(found.colouring)}
    )
    names[UNKNOWN] = gettext("unknown")
    return tuple(
        Series(names[key], tuple(groups[key]), key=key, status=key if found.colouring == STATUS else "")
        for key in names
        if key in groups
    )


def _word(value: MetalValue) -> str:
    """Return the words of a tile: the short ones of a status, and a sign where the value has a remark."""
    text = value.versions[-1] if value.state else enumeration(value.versions[0].split("\n"))
    return f"{text}{FLAGGED}" if value.flags else text


def _remarks(value: MetalValue) -> tuple[str, ...]:
    return (flags_text(value), show(value.date), value.reason)


def _key(value: MetalValue) -> str:
    if not value.is_known:
        return UNKNOWN
    return value.state or str(value.step)


def _point(store: Store, value: MetalValue, place: int) -> Point:
    """Return a metal as a point whose x is its cell, counted by rows."""
    metal = store.metal(value.metal_id)
    figure = value.value if value.is_known else None
    return Point(
        x=place,
        y=None if figure is None else round(figure, 2),
        label=short_name(metal),
        word=_word(value),
        flag=value.flag,
        note=". ".join(entries(value.text if value.state else "", *_remarks(value), *value.details)) or None,
        source_ids=value.source_ids,
        confidence=value.confidence,
        symbol=metal.symbol or "",
    )

"""The measures of an origin by the quarter in which they took effect, by kind, for all metals."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from explorer.charts.builders.choices import options, since_option
from explorer.charts.builders.content import Content, finish, join_subtitle
from explorer.charts.builders.periods import middle
from explorer.charts.spec import Axis, Chart, Missing, Point, Series, Since, day_number
from explorer.charts.ticks import linear_range
from explorer.data.context import Context
from explorer.data.controls.quarters import CERTAINTIES, PRESUMED, YOUR_ENTRY, Effect, Effects, effects
from explorer.data.controls.status import ANNOUNCED
from explorer.data.dates import first_day, last_day, show
from explorer.data.places import place_name
from explorer.data.records import KIND_RANK
from explorer.data.store import Store
from explorer.data.supply.figures import least_confidence
from explorer.data.words import kind_word, measure_name
from explorer.language import gettext, gettext_noop, ngettext

KIND = "measures-quarters"
DEFAULT_YEARS = 10
BAR_DAYS = 74.0
LEAST_TOP = 5.0
_NAMES = {
    PRESUMED: gettext_noop("{kind} (presumed)"),
    ANNOUNCED: gettext_noop("{kind} (announced)"),
    YOUR_ENTRY: gettext_noop("{kind} (your entry)"),
}


def measures_quarters(store: Store, context: Context, since: Since = "default") -> Chart:
    """Describe how many measures took effect in each quarter, those for all destinations and for single ones."""
    title = gettext("All metals: measures by quarter")
    origin = place_name(store, context.origin)
    found = effects(store.measures.values(), context.origin, context.as_of)
    if not found.found:
        text = gettext("No measures by {origin} on metals are on file as of {day}.")
        return Missing(KIND, text.format(origin=origin, day=show(context.as_of)), "", title)
    start = _start(context, since)
    shown = [e for e in found.found if start is None or e.day >= start]
    if not shown:
        text = gettext("No measures by {origin} on metals since {day} are on file.")
        return Missing(KIND, text.format(origin=origin, day=show(start)), "", title)
    series = _series(shown)
    first, last = first_day(shown[0].quarter), max(last_day(shown[-1].quarter), context.as_of)
    top = max(_totals(series).values())
    content = Content(
        kind=KIND,
        shape="stacked bars",
        title=title,
        subtitle=join_subtitle(
            gettext("Export controls by {origin}, for all or individual destinations").format(origin=origin),
            gettext("number of measures by the quarter in which they took effect"),
        ),
        x=Axis("date", gettext("Quarter"), "", "linear", day_number(first) - 45, day_number(last) + 60),
        y=Axis(
            "value",
            gettext("Measures"),
            gettext("measures"),
            "linear",
            *linear_range(0.0, max(top, LEAST_TOP), from_zero=True),
        ),
        series=series,
        notes=_notes(found, series, len(found.found) - len(shown), start),
        options=options(since=since_option(since)),
    )
    return finish(store, (), replace(context, destination="ALL"), content)


def _start(context: Context, since: Since) -> date | None:
    """Return the start of the range, by default 1 January ten years before the as-of date; None for all."""
    return date(context.as_of.year - DEFAULT_YEARS, 1, 1) if since == "default" else since


def _series(shown: Sequence[Effect]) -> tuple[Series, ...]:
    """Return a series for each kind and certainty, the strictest kind first."""
    groups: dict[tuple[str, str | None, str], dict[str, list[Effect]]] = {}
    for effect in shown:
        measure = effect.measure
        quarters = groups.setdefault((measure.kind, measure.strictness, effect.certainty), {})
        quarters.setdefault(effect.quarter, []).append(effect)

    def order(group: tuple[str, str | None, str]) -> tuple[int, str, int]:
        kind, strictness, certainty = group
        return -KIND_RANK[kind], strictness or "", CERTAINTIES.index(certainty)

    return tuple(
        Series(
            name=_name(kind, strictness, certainty),
            points=tuple(
                _point(quarter, groups[kind, strictness, certainty][quarter]) for quarter in quarters
            ),
            style="bars",
            bar_width=BAR_DAYS,
            status="refusal" if strictness else kind,
            certainty=certainty,
        )
        for kind, strictness, certainty in sorted(groups, key=order)
        for quarters in (sorted(groups[kind, strictness, certainty]),)
    )


def _name(kind: str, strictness: str | None, certainty: str) -> str:
    word = kind_word(kind, strictness)
    return gettext(_NAMES[certainty]).format(kind=word) if certainty in _NAMES else word


def _point(quarter: str, those: Sequence[Effect]) -> Point:
    """Return the number of measures of a quarter, with their names as the note."""
    text = gettext("{measure} ({day})")
    named = (text.format(measure=measure_name(e.measure), day=show(e.day)) for e in those)
    return Point(
        x=day_number(middle(quarter)),
        y=float(len(those)),
        label=show(quarter),
        note="; ".join(named),
        source_ids=tuple(dict.fromkeys(i for e in those for i in e.measure.source_ids)),
        confidence=least_confidence(e.measure.confidence for e in those),
        when=quarter,
    )


def _totals(series: Sequence[Series]) -> dict[float, float]:
    totals: dict[float, float] = {}
    for point in (p for s in series for p in s.points):
        totals[point.x] = totals.get(point.x, 0.0) + (point.y or 0.0)
    return totals


def _notes(found: Effects, series: Sequence[Series], earlier: int, start: date | None) -> tuple[str, ...]:
    """Return how presumed and announced measures are drawn, and which measures are not counted."""
    certainties = {s.certainty for s in series}
    notes = []
    if PRESUMED in certainties:
        notes.append(
            gettext("Hatched: presumed; no notice on file confirms that the measure took or takes effect.")
        )
    if ANNOUNCED in certainties:
        notes.append(gettext("Unfilled with a dashed outline: announced; takes effect after the as-of date."))
    if YOUR_ENTRY in certainties:
        notes.append(gettext("Unfilled with a dotted outline: based on your entry, not on the data edition."))
    if earlier:
        text = ngettext(
            "Not shown: {count} measure that took effect before {day}.",
            "Not shown: {count} measures that took effect before {day}.",
            earlier,
        )
        notes.append(text.format(count=earlier, day=show(start)))
    if found.never:
        text = ngettext(
            "Not counted: {count} measure with no record of taking effect.",
            "Not counted: {count} measures with no record of taking effect.",
            found.never,
        )
        notes.append(text.format(count=found.never))
    if found.without_metals:
        text = ngettext(
            "Not counted: {count} measure that names no metal, such as a list of companies.",
            "Not counted: {count} measures that name no metal, such as lists of companies.",
            found.without_metals,
        )
        notes.append(text.format(count=found.without_metals))
    return tuple(notes)

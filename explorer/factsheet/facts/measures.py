"""The measures on a metal as rows of a fact sheet, those that have ended last."""

from collections.abc import Iterable

from explorer.charts.text import capital
from explorer.data.context import Context
from explorer.data.controls.history import spans
from explorer.data.controls.parties import military_measures
from explorer.data.controls.pauses import start_words
from explorer.data.controls.pill import measure_tone
from explorer.data.controls.special_forms import Form, forms
from explorer.data.controls.status import ENDED, IN_FORCE, SUSPENDED, MeasureStatus, Status
from explorer.data.dates import first_day, show
from explorer.data.places import place_name
from explorer.data.records import KIND_RANK, Item, Measure
from explorer.data.store import Store
from explorer.data.words import (
    measure_kind,
    measure_name,
    state_word,
)
from explorer.factsheet.facts.code_ranges import ranges
from explorer.factsheet.facts.records import MeasureLine
from explorer.factsheet.facts.sources import ranked
from explorer.language import gettext, ngettext

MOST_CODES = 6
MOST_LEADING = 2
OPEN = "–"


def measure_lines(store: Store, status: Status, context: Context) -> tuple[MeasureLine, ...]:
    """Return measures by rank, those for military users only, special forms, then those that have ended."""
    living = [m for m in status.measures if m.state != ENDED]
    living.sort(key=lambda m: (-m.rank, m.state != IN_FORCE))
    ended = [m for m in status.measures if m.state == ENDED]
    rows = [*living, *(m for m in military_measures(store, status) if m.state != ENDED)]
    lines = [_line(store, m, status.metal_id, context) for m in rows]
    if KIND_RANK[status.status] < KIND_RANK["licence"]:
        lines += _forms(store, status, context)
    return (*lines, *(_line(store, m, status.metal_id, context) for m in ended))


def status_sources(
    store: Store, status: Status, lines: tuple[MeasureLine, ...], context: Context
) -> tuple[str, ...]:
    """Return the sources of the sentence on the status: of paused and strictest measures, else of the first row."""
    named = (*status.outranking[:1], *status.leading[:MOST_LEADING])
    ids = [i for m in named for i in _sources(store, m, context)]
    if not named:
        ids = [i for row in lines[:1] if not row.ended for i in row.source_ids]
    return tuple(dict.fromkeys(ids))


def _line(store: Store, entry: MeasureStatus, metal_id: str, context: Context) -> MeasureLine:
    items = [i for i in store.items_of.get(metal_id, ()) if i.measure_id == entry.measure.measure_id]
    return _row(store, entry, context, capital(entry.scope or ""), items)


def _forms(store: Store, status: Status, context: Context) -> list[MeasureLine]:
    """Return a row for each measure whose items are special forms of the metal, which set no status."""
    groups: dict[str, list[Form]] = {}
    for form in forms(store, status):
        if form.found.state != ENDED:
            groups.setdefault(form.item.measure_id, []).append(form)
    lines = []
    for group in groups.values():
        items = [form.item for form in group]
        scope = ngettext(
            "Form or compound listed elsewhere (does not affect the metal's status): {items}",
            "Forms or compounds listed elsewhere (do not affect the metal's status): {items}",
            len(items),
        ).format(items="; ".join(i.description for i in items))
        lines.append(_row(store, group[0].found, context, scope, items))
    return lines


def _row(
    store: Store, entry: MeasureStatus, context: Context, scope: str, items: Iterable[Item]
) -> MeasureLine:
    measure = entry.measure
    return MeasureLine(
        name=measure_name(measure),
        kind=measure_kind(measure),
        tone=measure_tone(entry),
        state=state_word(entry, with_end=False),
        effective=start_words(measure, context.as_of, short=True),
        until=_until(entry),
        destination=place_name(store, measure.destination),
        scope=scope,
        codes=_codes(items),
        ended=entry.state == ENDED,
        source_ids=_sources(store, entry, context),
    )


def _until(entry: MeasureStatus) -> str:
    """Return the last day of the state of a measure, a dash where none is on file."""
    if entry.state == SUSPENDED:
        return show(entry.until) or gettext("no end date on file")
    if entry.state == ENDED:
        return _last_day(entry.measure)
    return show(entry.measure.expires) or OPEN


def _last_day(measure: Measure) -> str:
    closed = [s for s in spans(measure) if s.state.name != ENDED and s.end is not None]
    return show(closed[-1].end) if closed else OPEN


def _codes(items: Iterable[Item]) -> str:
    """Return the control codes of the items, only the first ones where there are many."""
    codes = ranges(code for item in items for code in item.control_codes)
    if not codes:
        return ""
    more = len(codes) - MOST_CODES
    if more > 1:
        return ngettext(
            "Control codes {codes} and {count} more", "Control codes {codes} and {count} more", more
        ).format(codes=", ".join(codes[:MOST_CODES]), count=more)
    count = 2 if "–" in codes[0] else len(codes)
    return ngettext("Control code {codes}", "Control codes {codes}", count).format(codes=", ".join(codes))


def _sources(store: Store, entry: MeasureStatus, context: Context) -> tuple[str, ...]:
    """Return the source of the document, and that of its pause."""
    measure = entry.measure
    ids = ranked(store, (*measure.instrument.source_ids, *measure.source_ids), 1)
    past = [e for e in measure.events if e.event == "suspended" and first_day(e.date) <= context.as_of]
    if entry.state == SUSPENDED and past:
        last = max(past, key=lambda e: first_day(e.date))
        ids += ranked(store, last.source_ids, 1)
    return tuple(dict.fromkeys(ids))

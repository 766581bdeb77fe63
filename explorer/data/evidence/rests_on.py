"""The measures and items that an answer rests on, with their states on its day."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.codes import Verdict
from explorer.data.controls.item_record import items_of
from explorer.data.controls.parties import military_measures, military_rules, purchasing_rules
from explorer.data.controls.service import Controls
from explorer.data.controls.status import ENDED, MeasureStatus, Status, state_on
from explorer.data.evidence.question import Question, checked_lines
from explorer.data.records import Item, Measure
from explorer.data.store import Store


class RestsOn(Struct, frozen=True):
    """Measures and items in the order of their ids; a state is None on a day before a measure was announced."""

    measures: tuple[tuple[Measure, MeasureStatus | None], ...]
    items: tuple[Item, ...]


def rests_on(store: Store, question: Question) -> RestsOn:
    """Return what the answer to a question rests on.

    For a metal these are its measures, ended ones included, the rules for military users and for public buyers, the
    general rules that have not ended, and the items under measures that have not ended; for codes, the matching items
    and those whose description names a code, their measures and the other ones that apply to these items.
    Measures that would count without the entries of the user are there too.
    """
    measures, items = _found(store, question)
    ids = {m.measure_id for m in measures}
    if store.entries.used:
        ids |= {m.measure_id for m in _found(store.published, question)[0]}
    return RestsOn(
        tuple((store.measures[i], _status(store.measures[i], question.context)) for i in sorted(ids)),
        tuple(sorted({item.item_id: item for item in items}.values(), key=lambda i: i.item_id)),
    )


def _found(store: Store, question: Question) -> tuple[list[Measure], list[Item]]:
    if question.metal_id:
        status = Controls.of(store).status(question.metal_id, question.context)
        items = [x.item for x in items_of(store, status)]
        return [*_measures(store, status), *(store.measures[i.measure_id] for i in items)], items
    lines = checked_lines(store, question)
    verdicts = [line.verdict for line in lines if line.verdict is not None]
    items = [match.item for verdict in verdicts for match in verdict.naming_matches]
    military = military_rules(store, (item.metal_id for item in items), question.context)
    return [*_measures_of(verdicts), *(found.measure for found, _ in military)], items


def _measures(store: Store, status: Status) -> Iterator[Measure]:
    groups: tuple[Sequence[MeasureStatus], ...] = (
        status.measures,
        military_measures(store, status),
        purchasing_rules(store, status),
        [m for m in status.general if m.state != ENDED],
    )
    return (m.measure for group in groups for m in group)


def _measures_of(verdicts: Iterable[Verdict]) -> Iterator[Measure]:
    for verdict in verdicts:
        for match in verdict.naming_matches:
            yield from (entry.measure for entry in match.measures)
        if verdict.catch_all is not None:
            yield verdict.catch_all.measure


def _status(measure: Measure, context: Context) -> MeasureStatus | None:
    state = state_on(measure, context.as_of)
    return MeasureStatus.of(measure, state) if state is not None else None

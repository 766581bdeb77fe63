"""Why a code has its verdict: the wording of the items, the measures, what else applies, what would change it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.change_texts import shown_state
from explorer.data.controls.codes import NO_CODE, POSSIBLE, Match, RelatedMeasure, Verdict
from explorer.data.controls.headline import beyond
from explorer.data.controls.item_texts import code_texts, described
from explorer.data.controls.legal_texts import texts_by_subject, threshold_text, thresholds_by_item
from explorer.data.controls.parties import catch_all_sentence, military_rules
from explorer.data.controls.pauses import basis_words, lapse_words, start_words
from explorer.data.controls.pill import measure_tone
from explorer.data.controls.status import IN_FORCE, SUSPENDED, MeasureStatus, State, matches, state_on
from explorer.data.controls.wording import is_official, origins, shown_text
from explorer.data.dates import LAST_YEAR, show
from explorer.data.finding.code_cause import described_sentences
from explorer.data.finding.code_record import paused_until
from explorer.data.metal_names import short_name
from explorer.data.overview.dates import DatedChange, changes_by_rule, without_consequences
from explorer.data.places import ALL, place_name
from explorer.data.records import Item, Measure
from explorer.data.store import Store
from explorer.data.words import instrument_name, measure_kind, measure_name, state_word
from explorer.language import gettext, list_of, ngettext


class ItemText(Struct, frozen=True):
    """An item in words; `wording` is the one on file, `wording_from` says whose words these are.

    `is_official` is whether they are the issuer's own.
    """

    item: Item
    metal: str
    number: str
    description: str
    wording: str
    wording_from: str
    is_official: bool
    limits: tuple[str, ...]
    codes: tuple[str, ...]


class RuleText(Struct, frozen=True):
    """A measure in words; `metals` are those of the matching items that it applies to, `tone` one of PILL_STATES.

    `note` says on what a presumed state rests.
    """

    measure: Measure
    name: str
    rule: str
    state: str
    tone: str
    note: str
    metals: str
    title_en: str
    title_zh: str


class Explanation(Struct, frozen=True):
    """A verdict explained; `own` are the measures of the items, `related` the others that apply to their metals.

    An item that names the code only in its description is not among `items`, but the other rules on it are included.
    `military` are those for the military users of the destination alone, which the verdict does not count. `changes`
    say what will change the states of these measures by the data, or that nothing on file does. `cautions` say what the
    verdict leaves open.
    """

    items: tuple[ItemText, ...]
    own: tuple[RuleText, ...]
    related: tuple[RuleText, ...]
    military: tuple[RuleText, ...]
    changes: tuple[str, ...]
    cautions: tuple[str, ...]


def explanation_of(store: Store, verdict: Verdict, context: Context) -> Explanation:
    """Return the explanation of a verdict."""
    return _explained(store, [verdict], context, tuple(_cautions(store, verdict, context)))


def joint_explanation(store: Store, verdicts: Iterable[Verdict], context: Context) -> Explanation:
    """Return one explanation of several verdicts, with each item and measure once."""
    verdicts = tuple(verdicts)
    found = tuple({verdict.shared_key: verdict for verdict in verdicts}.values())
    catch_all = next((v.catch_all for v in found if v.catch_all is not None), None)
    cautions = [*dict.fromkeys(text for v in verdicts for text in described_sentences(store, v))]
    cautions += [_reference_only(), *context_cautions(store, context)]
    cautions += [catch_all_sentence(catch_all.measure)] if catch_all is not None else []
    return _explained(store, found, context, tuple(cautions))


def _explained(
    store: Store, verdicts: Sequence[Verdict], context: Context, cautions: tuple[str, ...]
) -> Explanation:
    matches = [match for verdict in verdicts for match in verdict.matches]
    naming = [match for verdict in verdicts for match in verdict.naming_matches]
    items = dict.fromkeys(match.item for match in matches)
    own = rule_texts(store, ((_status(m, context), m.item.metal_id) for m in matches), context)
    named = {rule.measure.measure_id for rule in own}
    others = ((a, m.item.metal_id) for m in naming for a in m.related if a.measure.measure_id not in named)
    related = rule_texts(store, ((_status(a, context), metal_id) for a, metal_id in others), context)
    metal_ids = dict.fromkeys(match.item.metal_id for match in naming)
    military = rule_texts(store, military_rules(store, metal_ids, context), context)
    measures = {match.measure.measure_id: match.measure for match in naming}
    measures |= {rule.measure.measure_id: rule.measure for rule in (*own, *related, *military)}
    return Explanation(
        tuple(item_texts(store, items, context.as_of)),
        own,
        related,
        military,
        later_changes(store, measures.values(), context) if measures else (),
        cautions,
    )


def _status(entry: Match | RelatedMeasure, context: Context) -> MeasureStatus:
    state = State(entry.state, entry.presumed, paused_until(entry, context), entry.your_entry)
    return MeasureStatus.of(entry.measure, state)


def item_texts(store: Store, items: Iterable[Item], as_of: date) -> Iterator[ItemText]:
    """Yield items in words."""
    wording, limits = texts_by_subject(store, "item"), thresholds_by_item(store)
    for item in items:
        texts = wording.get(item.item_id, ())
        yield ItemText(
            item=item,
            metal=short_name(store.metal(item.metal_id)),
            number=item.printed_number,
            description=described(item, with_codes=True),
            wording="\n".join(map(shown_text, texts)),
            wording_from=origins(texts),
            is_official=all(map(is_official, texts)),
            limits=tuple(threshold_text(limit) for limit in limits.get(item.item_id, ())),
            codes=tuple(code_texts(item, store.measures[item.measure_id], as_of)),
        )


def rule_texts(
    store: Store, found: Iterable[tuple[MeasureStatus, str]], context: Context
) -> tuple[RuleText, ...]:
    """Return measures in words, each once, with the metals that they apply to; a rule on no metal has an empty id."""
    states: dict[str, MeasureStatus] = {}
    metals: dict[str, dict[str, None]] = {}
    for status, metal_id in found:
        key = status.measure.measure_id
        states.setdefault(key, status)
        metals.setdefault(key, {})
        if metal_id:
            metals[key][short_name(store.metal(metal_id))] = None
    return tuple(_rule(store, status, list(metals[key]), context) for key, status in states.items())


def _rule(store: Store, status: MeasureStatus, metals: list[str], context: Context) -> RuleText:
    measure = status.measure
    text = gettext("{kind}, to {destination} (first day: {day})")
    return RuleText(
        measure=measure,
        name=measure_name(measure),
        rule=text.format(
            kind=measure_kind(measure),
            destination=place_name(store, measure.destination),
            day=start_words(measure, context.as_of),
        ),
        state=state_word(status),
        tone=measure_tone(status),
        note=_note(store, status, context.as_of),
        metals=list_of(metals),
        title_en=measure.instrument.title_en,
        title_zh=measure.instrument.title_zh or "",
    )


def _note(store: Store, status: MeasureStatus, as_of: date) -> str:
    """Return on what a pause or a presumed state rests, empty where a notice says it."""
    if status.state == SUSPENDED:
        return basis_words(status, as_of)
    return lapse_words(status, as_of, store.edition.verified_to) if status.presumed else ""


def later_changes(store: Store, measures: Iterable[Measure], context: Context) -> tuple[str, ...]:
    """Return what the data say will change, in the order of days, or that they say nothing."""
    ahead = changes_by_rule(store, measures, context.as_of, date(LAST_YEAR, 12, 31))
    entries = without_consequences(e for e in ahead if e.applies_from > context.as_of)
    if entries:
        return tuple(map(_change, entries))
    text = gettext("No later change of these measures is on file (controls checked to {day}).")
    return (text.format(day=show(store.edition.verified_to)),)


def _change(entry: DatedChange) -> str:
    """Return a change with its places, for some measures are only for military users, and the measures."""
    text = ngettext(
        "{day}: {change} ({places}). Measure: {measures}. Basis: {basis}. Status from then on: {state}.",
        "{day}: {change} ({places}). Measures: {measures}. Basis: {basis}. Status from then on: {state}.",
        len(entry.measures),
    )
    return text.format(
        day=show(entry.published),
        change=entry.words_with_note,
        places=list_of(list(entry.places)),
        measures="; ".join(map(measure_name, entry.measures)),
        basis=instrument_name(entry.document),
        state=shown_state(entry.measures[0], entry.after),
    )


def _cautions(store: Store, verdict: Verdict, context: Context) -> Iterator[str]:
    yield from described_sentences(store, verdict)
    if verdict.verdict == NO_CODE:
        yield gettext(
            "No item on file names this code. This does not mean “free to export”: goods are controlled "
            "if they meet the wording of an item, whatever their code."
        )
    elif verdict.verdict == POSSIBLE:
        yield gettext(
            "The items name longer or neighbouring codes. Whether the goods are covered depends on the wording of "
            "the items."
        )
    else:
        yield _reference_only()
    yield from context_cautions(store, context)
    if verdict.catch_all is not None:
        yield catch_all_sentence(verdict.catch_all.measure)


def _reference_only() -> str:
    return gettext(
        "A code is only a reference. Goods under another code are controlled too if they meet the wording of an item, "
        "so none of the verdicts means “free to export”."
    )


def context_cautions(store: Store, context: Context) -> Iterator[str]:
    """Yield what the verdicts on all codes leave open for a day, origin and destination."""
    if context.destination == ALL:
        yield destination_caution()
    if _names_parties(store, context):
        yield gettext("Rules on named companies and users also apply, whatever the goods.")
    if beyond(store, context.as_of):
        yield beyond(store, context.as_of)


def destination_caution() -> str:
    """Return what verdicts for all destinations leave out."""
    return gettext(
        "Stricter rules for single destinations are not included. Choose a destination to include them."
    )


def _names_parties(store: Store, context: Context) -> bool:
    """Return whether a measure in force names companies or users to which exports are restricted."""
    named = (m for m in store.measures.values() if m.reach == "parties" and matches(m, context))
    states = (state_on(measure, context.as_of) for measure in named)
    return any(state is not None and state.name == IN_FORCE for state in states)

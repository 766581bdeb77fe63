"""The words and the colour of a status pill, for the list, the header or a chart."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from explorer.data.controls.answer import Pill, in_force_of, is_on_file, pill_of
from explorer.data.controls.special_forms import special_forms
from explorer.data.controls.status import ANNOUNCED, ENDED, IN_FORCE, SUSPENDED, MeasureStatus, Status
from explorer.data.controls.stricter_destinations import stricter_destinations
from explorer.data.dates import show
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import REFUSAL, rule_key, with_marks
from explorer.language import gettext, gettext_noop

_PAUSED_SUFFIX = "-paused"
PILL_STATES = (
    "prohibition",
    "prohibition-paused",
    "licence",
    "licence-paused",
    "technology",
    "technology-paused",
    "announced",
    "other",
    "other-paused",
    "none",
)
_STATE_LABELS = {
    "prohibition": gettext_noop("Ban or refusal"),
    "prohibition-paused": gettext_noop("Ban or refusal paused"),
    "licence": gettext_noop("Licence required"),
    "licence-paused": gettext_noop("Licence requirement paused"),
    "technology": gettext_noop("Technology control"),
    "technology-paused": gettext_noop("Technology control paused"),
    "announced": gettext_noop("Announced"),
    "other": gettext_noop("Other rules"),
    "other-paused": gettext_noop("Other rules paused"),
    "none": gettext_noop("Nothing in force"),
}
NOT_AN_EXPORT = gettext_noop("not an export")

_KINDS = {"prohibition": "prohibition", "licence": "licence", "technology": "technology", "none": "none"}
_LICENCE = gettext_noop("licence")
_IN_FORCE = {
    "prohibition": gettext_noop("ban"),
    REFUSAL: gettext_noop("refused in principle"),
    "licence": gettext_noop("licence required"),
    "end_use": gettext_noop("end-use rule"),
    "quota": gettext_noop("quota"),
    "state_trading": gettext_noop("state trading"),
    "trade_licence": gettext_noop("ordinary export licence"),
    "technology": gettext_noop("technology"),
    "reporting": gettext_noop("reporting duty"),
}
_IN_FORCE_NARROW = _IN_FORCE | {"licence": _LICENCE, "trade_licence": gettext_noop("ordinary licence")}
_IN_FORCE_NARROWEST = _IN_FORCE_NARROW | {REFUSAL: gettext_noop("refusal")}
_PAUSED = {
    "prohibition": gettext_noop("ban paused"),
    REFUSAL: gettext_noop("refusal paused"),
    "licence": gettext_noop("licence requirement paused"),
    "end_use": gettext_noop("end-use rule paused"),
    "quota": gettext_noop("quota paused"),
    "state_trading": gettext_noop("state trading paused"),
    "trade_licence": gettext_noop("ordinary licence requirement paused"),
    "technology": gettext_noop("technology control paused"),
    "reporting": gettext_noop("reporting duty paused"),
}
_PAUSED_NARROW = _PAUSED | {
    "licence": gettext_noop("licence rule paused"),
    "trade_licence": gettext_noop("ordinary licence rule paused"),
}
_PAUSED_NARROWEST = _PAUSED_NARROW | {"licence": gettext_noop("paused")}
_ANNOUNCED = {
    "prohibition": gettext_noop("ban announced"),
    REFUSAL: gettext_noop("refusal announced"),
    "licence": gettext_noop("licence requirement announced"),
    "end_use": gettext_noop("end-use rule announced"),
    "quota": gettext_noop("quota announced"),
    "state_trading": gettext_noop("state trading announced"),
    "trade_licence": gettext_noop("ordinary licence requirement announced"),
    "technology": gettext_noop("technology control announced"),
    "reporting": gettext_noop("reporting duty announced"),
}
_ANNOUNCED_NARROW = _ANNOUNCED | {"licence": gettext_noop("licence rule announced")}
# The words of each state, from those of the header to those of the narrowest list.
_WORDS = (
    {IN_FORCE: _IN_FORCE, SUSPENDED: _PAUSED, ANNOUNCED: _ANNOUNCED},
    {IN_FORCE: _IN_FORCE_NARROW, SUSPENDED: _PAUSED_NARROW, ANNOUNCED: _ANNOUNCED_NARROW},
    {IN_FORCE: _IN_FORCE_NARROWEST, SUSPENDED: _PAUSED_NARROWEST, ANNOUNCED: _ANNOUNCED_NARROW},
)
_PARTS = {
    "forms": gettext_noop("{rule}, some forms"),
    "members": gettext_noop("{rule}, some members"),
    "ores": gettext_noop("{rule}, ores only"),
    "technology": gettext_noop("{rule}, technology only"),
}
_SOME = _PARTS | dict.fromkeys(("forms", "members"), gettext_noop("{rule}, in part"))
_NOT_SAID: Mapping[str, str] = {}


class PillWords(Struct, frozen=True):
    """The words of a pill, from the full ones to the shortest, its state (one of PILL_STATES), its glossary terms.

    `your_entry` is whether they would be others without the entries of the user.
    """

    versions: tuple[str, ...]
    state: str
    terms: tuple[str, ...]
    your_entry: bool = False

    @property
    def full(self) -> str:
        """The words where there is room."""
        return self.versions[0]


def is_paused(state: str) -> bool:
    """Return whether a pill state is that of a paused measure, which is hatched."""
    return state.endswith(_PAUSED_SUFFIX)


def kind_of(state: str) -> str:
    """Return the kind that colours a pill state: of a paused measure the kind that returns."""
    return state.removesuffix(_PAUSED_SUFFIX)


def state_terms(state: str) -> tuple[str, ...]:
    """Return the keys of the terms that explain a pill state without the measures behind it."""
    kinds = {
        "other": ("quota", "state_trading", "trade_licence", "end_use", "some_forms"),
        "prohibition": ("prohibition", REFUSAL),
    }
    kind = kind_of(state)
    return (*kinds.get(kind, (kind,)), *((SUSPENDED,) if is_paused(state) else ()))


def pill(store: Store, status: Status, *, with_end: bool = False) -> tuple[str, str]:
    """Return the words of a pill and its state, one of PILL_STATES.

    `with_end` gives the last day of a pause in place of what the measure covers.
    """
    return _words(store, status, pill_of(status), with_end=with_end)


def pill_words(store: Store, status: Status, content: Pill) -> PillWords:
    """Return the words of a pill for every width, and its state."""
    words, state = _words(store, status, content)
    tries: list[tuple[int, Mapping[str, str]]] = [
        (narrowness, _PARTS) for narrowness in range(1, len(_WORDS))
    ]
    # What is in force is never said without the part; of what is not, the part is left out last.
    tries.append((len(_WORDS) - 1, _SOME if content.state == IN_FORCE else _NOT_SAID))
    shorter = (_shorter_words(store, status, content, n, parts) for n, parts in tries)
    your_entry = content.your_entry
    if content.kind == "none":
        your_entry = _is_nothing_by_entry(store, status, content)
    terms = (*_terms(content, state), *_mark_terms(presumed=content.presumed, your_entry=your_entry))
    return PillWords(tuple(dict.fromkeys((words, *shorter))), state, terms, your_entry)


def _terms(content: Pill, state: str) -> tuple[str, ...]:
    """Return the keys of the terms that explain a pill, without those of its marks."""
    if content.kind == "none":
        return ("none",) if state == "none" else ("some_forms",)
    terms = [rule_key(content.kind, content.strictness)]
    return (*terms, *([content.state] if content.state != IN_FORCE else []))


def in_force_words(store: Store, status: Status) -> str:
    """Return what is in force in the words of a pill, whatever is paused or announced."""
    return _words(store, status, in_force_of(status))[0]


def measure_tone(measure: MeasureStatus) -> str:
    """Return which of PILL_STATES colours a measure."""
    return state_tone((measure.measure,), measure.state)


def state_tone(measures: Iterable[Measure], state: str) -> str:
    """Return which of PILL_STATES colours the strictest of some measures, which are all in one state."""
    if state == ENDED:
        return "none"
    return min((_pill_state(measure.kind, state) for measure in measures), key=PILL_STATES.index)


def rule_pill(measure: Measure, state: str, *, presumed: bool, your_entry: bool) -> tuple[str, str]:
    """Return the short words of a pill for one measure that has not ended, and its state, one of PILL_STATES."""
    return kind_pill(measure.kind, measure.strictness, state, presumed=presumed, your_entry=your_entry)


def kind_pill(
    kind: str, strictness: str | None, state: str, *, presumed: bool, your_entry: bool
) -> tuple[str, str]:
    """Return the short words of a pill for a kind of measure in a state, and its state, one of PILL_STATES."""
    words = gettext(_WORDS[1][state][rule_key(kind, strictness)])
    return with_marks(words, presumed=presumed, your_entry=your_entry), _pill_state(kind, state)


def measure_terms(measure: MeasureStatus) -> tuple[str, ...]:
    """Return the keys of the terms that explain a measure and its state."""
    marks = _mark_terms(presumed=measure.presumed, your_entry=measure.your_entry)
    return (rule_key(measure.measure.kind, measure.measure.strictness), measure.state, *marks)


def _mark_terms(*, presumed: bool, your_entry: bool) -> tuple[str, ...]:
    return (*(("presumed",) if presumed else ()), *(("your_entry",) if your_entry else ()))


def _words(store: Store, status: Status, content: Pill, *, with_end: bool = False) -> tuple[str, str]:
    if not_an_export(store, status.context.origin, status.context.destination):
        return gettext(NOT_AN_EXPORT), "none"
    if content.kind == "none":
        words, state = _nothing(store, status)
        return with_marks(
            words, presumed=False, your_entry=_is_nothing_by_entry(store, status, content)
        ), state
    words = gettext(_WORDS[0][content.state][rule_key(content.kind, content.strictness)])
    state = _pill_state(content.kind, content.state)
    until = content.measures[0].until if with_end and content.state != IN_FORCE else None
    if until:
        words = gettext("{rule} until {day}").format(rule=words, day=show(until))
    else:
        words = _with_part(store, status, content, words)
    return with_marks(words, presumed=content.presumed, your_entry=content.your_entry), state


def _pill_state(kind: str, state: str) -> str:
    if state == ANNOUNCED:
        return ANNOUNCED
    colour = _KINDS.get(kind, "other")
    return f"{colour}{_PAUSED_SUFFIX}" if state == SUSPENDED else colour


def _shorter_words(
    store: Store, status: Status, content: Pill, narrowness: int, parts: Mapping[str, str]
) -> str:
    if not_an_export(store, status.context.origin, status.context.destination):
        return gettext(NOT_AN_EXPORT)
    if content.kind == "none":
        forms = len(special_forms(store, status))
        words = gettext("some forms ({count})").format(count=forms) if forms else _nothing(store, status)[0]
        return with_marks(words, presumed=False, your_entry=_is_nothing_by_entry(store, status, content))
    words = gettext(_WORDS[narrowness][content.state][rule_key(content.kind, content.strictness)])
    words = _with_part(store, status, content, words, parts)
    return with_marks(words, presumed=content.presumed, your_entry=content.your_entry)


def _with_part(
    store: Store, status: Status, content: Pill, words: str, parts: Mapping[str, str] = _PARTS
) -> str:
    """Return words with how much of the metal a measure covers, where that is not all of it."""
    covers = content.covers or ""
    if store.metal(status.metal_id).kind == "group" and covers == "forms":
        covers = "members"
    if content.kind == "technology" or covers not in parts:
        return words
    if content.kind == "licence" and content.state == IN_FORCE:
        words = gettext(_LICENCE)
    return gettext(parts[covers]).format(rule=words)


def _nothing(store: Store, status: Status) -> tuple[str, str]:
    """Return words and state where nothing is in force on the metal itself; forms and destinations are counted."""
    forms = len(special_forms(store, status))
    if forms:
        return gettext("some forms controlled ({count})").format(count=forms), "other"
    if not is_on_file(store, status):
        return gettext("nothing on file"), "none"
    destinations = len(stricter_destinations(store, status))
    if destinations:
        return gettext("some destinations ({count})").format(count=destinations), "other"
    return gettext("nothing in force"), "none"


def _is_nothing_by_entry(store: Store, status: Status, content: Pill) -> bool:
    """Return whether the words on a metal with nothing in force would be others without the entries of the user."""
    if content.your_entry or not store.entries.used:
        return content.your_entry
    return _nothing(store, status) != _nothing(store.published, status.published or status)


def state_label(state: str) -> str:
    """Return the name of one of PILL_STATES for a legend or a count."""
    return gettext(_STATE_LABELS[state])

"""The status of a metal in words: the pill of a list, the sentence of a header, the days left.

The pill names the highest measure in force; a suspended or announced measure that outranks it takes its
place, in the colour of its state, and the sentence says both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from explorer.data.beside import catch_all, forms_clause, has_measures, military_measures, special_forms
from explorer.data.dates import first_day, show
from explorer.data.history import first_controlled
from explorer.data.places import not_an_export, place_name
from explorer.data.records import KIND_RANK, Item, Measure, MeasureEvent
from explorer.data.status import (
    ANNOUNCED,
    ENDED,
    IN_FORCE,
    SUSPENDED,
    MeasureStatus,
    Status,
)
from explorer.data.store import Store
from explorer.data.stricter import stricter
from explorer.data.words import KIND_WORDS, MILITARY, PILL_WORDS

PILL_STATES = ("prohibition", "licence", "suspended", "technology", "announced", "other", "none")

NOT_AN_EXPORT = "not an export"
PRESUMED = ", presumed"

_STATE_OF_KIND = {
    "prohibition": "prohibition",
    "licence": "licence",
    "technology": "technology",
    "none": "none",
}
_FOLLOWED_BY_FOR = frozenset({"prohibition", "licence", "end_use"})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Headline:
    """Words for a status; `pill_state` is one of PILL_STATES."""

    pill: str
    pill_state: str
    sentence: str
    detail: str


def headline(store: Store, status: Status) -> Headline:
    """Return pill, sentence (without the metal's name, closed by a full stop) and detail of a status."""
    refusal = not_an_export(store, status.origin, status.to)
    if refusal:
        return Headline(NOT_AN_EXPORT, "none", refusal, "")
    forms = special_forms(store, status)
    pill, pill_state = _pill(status, len(forms))
    sentences = [_main(store, status, forms), presumption(status), *_also(store, status, forms)]
    sentences.append(_stricter_sentence(store, status))
    if not has_measures(store, status) and not forms:
        sentences.append(catch_all(store, status.on, status.to, status.origin))
    return Headline(pill, pill_state, " ".join(s for s in sentences if s), _detail(store, status))


def pill(store: Store, status: Status) -> tuple[str, str]:
    """Return the word of a pill and its state, without the sentence that costs more to put together."""
    if not_an_export(store, status.origin, status.to):
        return NOT_AN_EXPORT, "none"
    return _pill(status, len(special_forms(store, status)) if status.status == "none" else 0)


def measure_tone(found: MeasureStatus) -> str:
    """Return which of PILL_STATES colours a measure: its state's, or in force its kind's."""
    if found.state == IN_FORCE:
        return _STATE_OF_KIND.get(found.measure.kind, "other")
    return "none" if found.state == ENDED else found.state


def beyond(store: Store, on: date) -> str:
    """Return the warning that a day is later than the last checked one, empty where it is not."""
    verified_to = store.edition.verified_to
    if on <= first_day(verified_to):
        return ""
    later = f"{show(on)} is later than the last checked day, {show(verified_to)}"
    return f"{later}: newer events are not on file."


def kind_words(kind: str) -> str:
    """Return the word for a kind as a sentence has it."""
    return "end-user duty" if kind == "end_use" else KIND_WORDS[kind]


def _pill(status: Status, forms: int) -> tuple[str, str]:
    above = status.outranking
    if above is not None:
        presumed = PRESUMED if above.presumed else ""
        return f"{PILL_WORDS[above.measure.kind]} {above.state}{presumed}", above.state
    if status.status == "none" and forms:
        return f"{forms} special form{'s' if forms > 1 else ''}", "none"
    word = PILL_WORDS[status.status]
    return f"presumed {word}" if status.presumed else word, _STATE_OF_KIND.get(status.status, "other")


def _main(store: Store, status: Status, forms: list[Item]) -> str:
    """Return the sentence on what is in force and what outranks it."""
    above = status.outranking
    clauses = _in_force(store, status, forms)
    if above is not None:
        alike = [
            m for m in status.measures if (m.state, m.rank, m.until) == (above.state, above.rank, above.until)
        ]
        clauses.append(f"{kind_words(above.measure.kind)}{_joined(map(phrase, alike))} {_state(above)}")
    text = "; ".join(clauses)
    return f"{text[0].upper()}{text[1:]}."


def _in_force(store: Store, status: Status, forms: list[Item]) -> list[str]:
    if status.status == "none":
        if forms:
            return [f"none for the {_thing(store, status)}; {forms_clause(status, forms)}"]
        return [_nothing(store, status)]
    certain = [phrase(m) for m in status.leading if not m.presumed]
    presumed = [phrase(m) for m in status.leading if m.presumed]
    clauses = [kind_words(status.status) + _joined(certain or presumed)]
    more = [p for p in presumed if not (p and any(c.startswith(p) for c in certain))]
    if more and _joined(certain):
        clauses.append(f"presumed also{_joined(more) or ' for the ' + _thing(store, status)}")
    return clauses


def _nothing(store: Store, status: Status) -> str:
    """Return how nothing is in force: nothing on file at all, or what has ended or applies elsewhere."""
    if not has_measures(store, status):
        return "nothing on file, which does not mean that none exists"
    ended = [m for m in status.measures if m.state == ENDED and m.measure.expires]
    if not ended or status.outranking:
        return "nothing in force"
    last = max(ended, key=lambda m: first_day(m.measure.expires or ""))
    words = kind_words(last.measure.kind)
    return f"nothing in force: the {words} ended on {show(last.measure.expires)}, no successor on file"


def _stricter_sentence(store: Store, status: Status) -> str:
    names = [place_name(store, x.destination) for x in stricter(store, status)]
    if not names:
        return ""
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"Stricter for {listed}."


def _thing(store: Store, status: Status) -> str:
    kind = store.metal(status.metal_id).kind
    return "metal" if kind == "element" else kind


def _joined(phrases: Iterable[str]) -> str:
    """Join the phrases of measures of one kind; empty where one of them covers the metal as such."""
    texts = list(dict.fromkeys(phrases))
    if not texts or not all(texts):
        return ""
    first, *others = [t for t in texts if not any(u != t and u.startswith(t) for u in texts)]
    return first + "".join("; " + t.removeprefix(" for ").removeprefix(": ") for t in others)


def phrase(found: MeasureStatus) -> str:
    """Return what follows the word for the kind of a measure, empty where the kind says it all.

    A ban, licence or end-use rule on the metal itself needs no phrase; quotas, state trading and ordinary licences
    keep theirs.
    """
    kind, target = found.measure.kind, found.target
    if target is None or not target.phrase:
        return ""
    if kind == "trade_licence":
        return f" ({target.phrase})"
    if target.covers == "metal" and kind in _FOLLOWED_BY_FOR:
        return ""
    is_clause = kind not in _FOLLOWED_BY_FOR or " banned" in target.phrase
    text = _with_and(target.phrase)
    return f": {text}" if is_clause else f" for {text}"


def _with_and(text: str) -> str:
    """Join the last of a plain enumeration, three names or more of two words at most, with `and`."""
    lead, colon, enumeration = text.rpartition(": ")
    enumeration, comma, rest = enumeration.partition(", with ")
    names = enumeration.split(", ")
    if len(names) < 3 or any(len(name.split()) > 2 for name in names):
        return text
    return f"{lead}{colon}{', '.join(names[:-1])} and {names[-1]}{comma}{rest}"


def _state(found: MeasureStatus) -> str:
    if found.state == SUSPENDED:
        return f"suspended to {show(found.until)}" if found.until else "suspended"
    return f"announced for {show(found.measure.effective)}" if found.measure.effective else "announced"


def presumption(status: Status) -> str:
    """Return the sentence on what a presumed status rests on, empty where it is not presumed."""
    if not status.presumed:
        return ""
    resting = [
        m
        for m in status.measures
        if m.state == SUSPENDED and m.presumed and m.rank > KIND_RANK[status.status]
    ]
    found = max(resting, key=lambda m: m.rank) if resting else status.leading[0]
    return f"Presumed: {basis(found, status.on)}."


def basis(found: MeasureStatus, on: date) -> str:
    """Return what the presumed state of a measure rests on."""
    suspensions = [e for e in found.measure.events if e.event == "suspended" and first_day(e.date) <= on]
    governing = max(suspensions, key=lambda e: (first_day(e.date), e.until or "9"))
    since = _since_by_text(found.measure, suspensions)
    by_text = ""
    if since is not None and governing.basis == "statement":
        by_text = f"; by the text, in force {'since' if since <= on else 'from'} {show(since)}"
    if found.state == SUSPENDED:
        return f"paused by a statement of {show(governing.date)} only{by_text}"
    what = "pause by a statement" if governing.basis == "statement" else "suspension"
    return f"the {what} ran to {show(governing.until)} and nothing later is on record{by_text}"


def _since_by_text(measure: Measure, suspensions: list[MeasureEvent]) -> date | None:
    """Return the day from which a measure binds by the texts alone, statements left out."""
    if measure.effective is None:
        return None
    ends = [first_day(e.until) + _DAY for e in suspensions if e.basis == "text" and e.until]
    return max(first_day(measure.effective), *ends) if ends else first_day(measure.effective)


def _also(store: Store, status: Status, forms: list[Item]) -> list[str]:
    """Return the sentence on what binds besides the headline: duties, bans for military users."""
    parts = []
    if status.status != "end_use":
        duties = [m for m in status.measures if m.measure.kind == "end_use" and m.state == IN_FORCE]
        parts += [f"end-user duty{_narrow(m)}{_since(m)}" for m in duties]
    parts += _for_military_users(store, status)
    if forms and status.status != "none" and KIND_RANK[status.status] < KIND_RANK["licence"]:
        parts.append(forms_clause(status, forms))
    return [f"Also: {'; '.join(dict.fromkeys(parts))}."] if parts else []


def _for_military_users(store: Store, status: Status) -> list[str]:
    """Return the highest that is in force for the military users of the destination alone."""
    living = [m for m in military_measures(store, status) if m.state == IN_FORCE]
    oldest = [m for m in living if m.rank == living[0].rank][-1:]
    return [f"{kind_words(m.measure.kind)} for {MILITARY[m.measure.destination]}{_since(m)}" for m in oldest]


def _since(found: MeasureStatus) -> str:
    return " (presumed)" if found.presumed else f" since {show(found.measure.effective)}"


def _narrow(found: MeasureStatus) -> str:
    """Return the phrase of a duty in brackets, empty where it covers the metal itself."""
    target = found.target
    if target is None or target.covers == "metal" or not target.phrase:
        return ""
    return f" ({target.phrase})"


def _detail(store: Store, status: Status) -> str:
    parts = []
    above = status.outranking
    if above is not None and above.state == SUSPENDED and above.until:
        parts.append(_days_left((first_day(above.until) - status.on).days))
    if above is not None and above.state == ANNOUNCED and above.measure.effective:
        days = (first_day(above.measure.effective) - status.on).days
        parts.append(f"in force in {days} day{'s' if days != 1 else ''}")
    ends = {m.measure.expires for m in status.leading}
    if len(ends) == 1 and (end := ends.pop()):
        parts.append(f"{kind_words(status.status)} runs to {show(end)}")
    first = first_controlled(store.measures.values(), status.metal_id, status.to, status.origin)
    if first is not None and first[0] <= status.on:
        parts.append(f"first controlled {_as_printed(*first)}")
    return " · ".join(parts)


def _as_printed(day: date, measure: Measure) -> str:
    """Return the first day of a measure as the facts have it: `2006` where no more is known."""
    if measure.effective and first_day(measure.effective) == day:
        return show(measure.effective)
    return show(day)


def _days_left(days: int) -> str:
    return "last day" if days == 0 else f"{days} day{'s' if days != 1 else ''} left"

"""The answer on a metal in words: the pill of a list, the sentences of a header, the days left."""

from dataclasses import dataclass
from datetime import date

from explorer.data.controls.answer import ABOVE, SOON, Answer, Waiting, answer
from explorer.data.controls.other_rules import further
from explorer.data.controls.pauses import basis_words, lapse_words, start_words
from explorer.data.controls.pill import NOT_AN_EXPORT, pill
from explorer.data.controls.scopes import ALWAYS_QUOTED, GOODS_ABROAD, joined, phrase
from explorer.data.controls.special_forms import forms_sentence
from explorer.data.controls.status import (
    ABROAD,
    ENDED,
    IN_PRINCIPLE,
    SUSPENDED,
    MeasureStatus,
    Status,
    comes_from,
    strictness,
)
from explorer.data.dates import first_day, show
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_rule, rule_word

NOT_ALL = "Nothing on file for the metal itself, which does not mean that no control exists."
_WHOLE = {
    "prohibition": "Not allowed.",
    "licence": "Allowed with a licence.",
    "end_use": "Allowed under an end-use rule.",
    "quota": "Allowed within a quota.",
    "state_trading": "Exported only by named firms.",
    "trade_licence": "Allowed with an ordinary export licence.",
    "technology": "Only technology is controlled.",
    "reporting": "Allowed; exports must be reported.",
}
_PART = {
    "prohibition": "Ban on {phrase}.",
    "licence": "Licence needed for {phrase}.",
    "end_use": "End-use rule for {phrase}.",
    "quota": "Quota: {phrase}.",
    "state_trading": "State trading: {phrase}.",
    "trade_licence": "Allowed with an ordinary export licence ({phrase}).",
    "technology": "Technology control: {phrase}.",
    "reporting": "Reporting duty: {phrase}.",
}
_ITSELF = {
    "end_use": "An end-use rule applies to the {thing} itself.",
    "quota": "The {thing} itself is exported within a quota.",
    "state_trading": "The {thing} itself is exported only by named firms.",
    "trade_licence": "The {thing} itself needs an ordinary export licence.",
    "licence": "The {thing} itself needs a licence.",
    "reporting": "Exports of the {thing} itself must be reported.",
    "technology": "Technology for the {thing} itself is controlled.",
}


@dataclass(frozen=True, slots=True)
class Headline:
    """Words for an answer; `pill_state` is one of PILL_STATES.

    `in_force`, `waiting` and `further` are what applies, what is paused or announced, and what else a reader must know.
    """

    pill: str
    pill_state: str
    in_force: str
    waiting: str
    further: str
    detail: str

    @property
    def sentence(self) -> str:
        """All sentences in one."""
        return " ".join(filter(None, (self.in_force, self.waiting, self.further)))


def headline(store: Store, status: Status) -> Headline:
    """Return pill, sentences (without the metal's name, each closed by a full stop) and detail of a status."""
    refusal = not_an_export(store, status.context.origin, status.context.destination)
    if refusal:
        return Headline(NOT_AN_EXPORT, "none", refusal, "", "", "")
    said = answer(store, status)
    waiting = " ".join(_waiting(store, said, group) for group in said.waiting)
    lines = (" ".join(_in_force(store, said)), waiting, " ".join(further(store, said)))
    return Headline(*pill(store, status), *lines, _detail(said))


def beyond(store: Store, on: date) -> str:
    """Return the warning that a day is later than the last checked one, empty where it is not."""
    verified_to = store.edition.verified_to
    if on <= first_day(verified_to):
        return ""
    days = (on - first_day(verified_to)).days
    covered = "the last day is not covered" if days == 1 else f"the last {days} days are not covered"
    return f"Checked to {show(verified_to)}: {covered}."


def _in_force(store: Store, said: Answer) -> list[str]:
    """Return the sentences on what is in force on the metal."""
    status = said.status
    if said.kind == "none":
        return [_nothing(store, said)]
    certain = [m for m in said.leading if not m.presumed]
    presumed = [m for m in said.leading if m.presumed]
    sentences = [_applies(said.kind, certain or presumed)]
    if certain and presumed and (joined(certain) or joined(presumed)):
        text = _applies(said.kind, presumed)
        sentences.append(f"Also presumed: {text[0].lower()}{text[1:]}")
    if not certain:
        sentences.append(lapse_words(presumed[0], status.context.as_of, checked(store)))
    if said.metal_itself is not None:
        text = _ITSELF[said.metal_itself.measure.kind].format(thing=_thing(store, status))
        sentences.append(f"{text[:-1]} (presumed)." if said.metal_itself.presumed else text)
    return sentences


def _applies(kind: str, measures: list[MeasureStatus]) -> str:
    """Return the sentence on measures of one kind in force: on the metal, or for the parts that they cover."""
    text = joined(measures)
    if strictness(m.measure for m in measures) == IN_PRINCIPLE:
        goods = f"Licences for {text}" if text else "Licences"
        return f"{goods} are refused in principle."
    if not text:
        return _WHOLE[kind]
    if kind == "prohibition" and " banned" in text:
        return f"Partial ban: {text}."
    return _PART[kind].format(phrase=text)


def _nothing(store: Store, said: Answer) -> str:
    """Return how nothing is in force: nothing on file at all, or what has ended or applies elsewhere."""
    ended = _ended(store, said)
    if said.forms:
        sentences = [f"Nothing in force for the {_thing(store, said.status)} itself."]
        sentences.append(forms_sentence(store, said.status, said.forms))
        sentences += [f"{_capital(ended)}."] if ended else []
        sentences += [] if said.targeted else [NOT_ALL]
        return " ".join(sentences)
    if not said.on_file:
        return "Nothing on file, which does not mean that no control exists."
    sentence = f"Nothing in force: {ended}." if ended else "Nothing in force."
    return sentence if said.targeted else f"{sentence} {NOT_ALL}"


def _ended(store: Store, said: Answer) -> str:
    """Return what ran out last and whether something followed; empty where nothing did or something waits."""
    ended = [m.measure for m in said.status.measures if m.state == ENDED and m.measure.expires]
    if not ended or said.waiting:
        return ""
    last = max(ended, key=lambda m: first_day(m.expires or ""))
    text = f"the {measure_rule(last)} ended on {show(last.expires)}"
    followed = any(e.event == "replaced" for e in last.events) or any(
        m.target(said.status.metal_id) is not None
        and comes_from(m, said.status.context.origin)
        and not m.is_purchasing_rule
        and m.effective is not None
        and first_day(m.effective) > first_day(last.expires or "")
        for m in store.measures.values()
    )
    return text if followed else f"{text}, and no successor is on file"


def _waiting(store: Store, said: Answer, group: Waiting) -> str:
    """Return the sentences on what is paused or announced with one end."""
    rules = list(dict.fromkeys(_rule(said, found) for found in group.measures))
    named = [r for r in rules if not any(r.startswith((f"{other} for ", f"{other} on ")) for other in rules)]
    sentences = [_paused(group, named) if group.state == SUSPENDED else _announced(group, named)]
    if group.state == SUSPENDED and group.relation == ABOVE:
        sentences.append(basis_words(group.measures[0], said.status.context.as_of))
        if group.starts_on is not None and (group.starts_on - said.status.context.as_of).days <= SOON:
            sentences.append(_again(store, said, group, len(named)))
    return " ".join(s for s in sentences if s)


def _paused(group: Waiting, named: list[str]) -> str:
    until = f"until {show(group.until)}" if group.until else "with no end on file"
    presumed = any(m.presumed for m in group.measures)
    if presumed:
        until += " (presumed)" if group.relation == ABOVE else " (presumed: only a statement says so)"
    if len(named) == 1 and " for " not in named[0] and " on " not in named[0]:
        return f"{_capital(named[0])} is paused {until}."
    return f"Paused {until}: {'; '.join(named)}."


def _announced(group: Waiting, named: list[str]) -> str:
    if group.starts_on is None:
        return f"Announced, with no day on file: {'; '.join(named)}."
    day = show(group.measures[0].measure.effective)
    if len(named) == 1 and " for " not in named[0] and " on " not in named[0]:
        return f"{_capital(named[0])} will apply from {day}."
    return f"Will apply from {day}: {'; '.join(named)}."


def _again(store: Store, said: Answer, group: Waiting, count: int) -> str:
    """Return from when paused rules apply; `again` where they have been in force before."""
    came = all(
        not start_words(m.measure, said.status.context.as_of).startswith("due ") for m in group.measures
    )
    apply = "it applies" if count == 1 else "they apply"
    again = f"{apply} again" if came else apply
    return (
        f"From {show(group.starts_on)} {again} unless the pause is extended; no later notice is on file "
        f"({checked(store)})."
    )


def _rule(said: Answer, found: MeasureStatus) -> str:
    """Return `the ban`, `a further licence requirement for …` as a list has it."""
    text = GOODS_ABROAD if found.covers == ABROAD else phrase(found)
    rule = measure_rule(found.measure)
    article = "the"
    if found.measure.kind == said.kind or found.covers == ABROAD:
        article = "a further" if found.state == SUSPENDED else "a new"
    if found.measure.kind in ALWAYS_QUOTED:
        return f"{article} {rule} ({text})" if text else f"{article} {rule}"
    if rule == "ban" and " banned" in text:
        return f"{article} partial ban ({text})"
    preposition = "on" if rule == "ban" else "for"
    return f"{article} {rule} {preposition} {text}" if text else f"{article} {rule}"


def checked(store: Store) -> str:
    """Return `checked to 8 Oct 2026`: how far later notices were looked for."""
    return f"checked to {show(store.edition.verified_to)}"


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _thing(store: Store, status: Status) -> str:
    kind = store.metal(status.metal_id).kind
    return "metal" if kind == "element" else kind


def _detail(said: Answer) -> str:
    """Return the days left, the last day of what is in force, the first licence or ban."""
    on = said.status.context.as_of
    parts = []
    for group in said.waiting:
        if group.relation != ABOVE and (group.starts_on is None or (group.starts_on - on).days > 30):
            continue
        effective = group.measures[0].measure.effective or ""
        if group.starts_on is not None and (group.state == SUSPENDED or len(effective) == len("2026-11-27")):
            parts.append(_countdown(group, (group.starts_on - on).days))
    ends = {m.measure.expires for m in said.leading}
    if len(ends) == 1 and (end := ends.pop()):
        parts.append(f"{rule_word(said.kind)} ends on {show(end)}")
    if said.first is not None:
        day, measure = said.first
        parts.append(f"first {measure_kind(measure)} on file: {_as_published(day, measure)}")
    return " · ".join(dict.fromkeys(parts))


def _countdown(group: Waiting, days: int) -> str:
    if group.state != SUSPENDED:
        rule = measure_rule(group.measures[0].measure)
        return f"{rule} applies in {days} day{'s' if days != 1 else ''}"
    if days == 1:
        return "last day of the pause"
    left = days - 1
    return f"pause ends in {left} day{'s' if left != 1 else ''}"


def _as_published(day: date, measure: Measure) -> str:
    """Return the first day of a measure as the facts have it: `2006` where no more is known."""
    if measure.effective and first_day(measure.effective) == day:
        return show(measure.effective)
    return show(day)

"""The answer on a metal in words: the pill of a list, the sentences of a header, the days left."""

from dataclasses import dataclass
from datetime import date

from explorer.data.answer import ABOVE, Answer, Waiting, answer, measure_kinds
from explorer.data.beside import forms_sentence
from explorer.data.dates import first_day, show
from explorer.data.further import further
from explorer.data.pauses import basis_words, lapse_words
from explorer.data.phrases import GOODS_ABROAD, enumerated, joined
from explorer.data.pill import NOT_AN_EXPORT, pill
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.status import ABROAD, ENDED, IN_PRINCIPLE, SUSPENDED, MeasureStatus, Status, strictness
from explorer.data.store import Store
from explorer.data.words import kind_word, measure_kind

_REQUIREMENTS = {"licence": "licence requirement"}

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
    refusal = not_an_export(store, status.origin, status.to)
    if refusal:
        return Headline(NOT_AN_EXPORT, "none", refusal, "", "", "")
    said = answer(store, status)
    waiting = " ".join(_waiting(said, group) for group in said.waiting)
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
    if certain and presumed and said.covers != "metal":
        sentences.append(_applies(said.kind, presumed, "Presumed also: {phrase}."))
    if not certain:
        sentences.append(lapse_words(presumed[0], status.on))
    if said.metal_itself is not None:
        sentences.append(_ITSELF[said.metal_itself.measure.kind].format(thing=_thing(store, status)))
    return sentences


def _applies(kind: str, measures: list[MeasureStatus], part: str = "") -> str:
    """Return the sentence on measures of one kind in force: on the metal, or for the parts that they cover."""
    text = joined(measures)
    if strictness(m.measure for m in measures) == IN_PRINCIPLE:
        goods = f"Licences for {text}" if text else "Licences"
        return f"{goods} are refused in principle."
    if not text:
        return _WHOLE[kind]
    if kind == "prohibition" and " banned" in text and not part:
        return f"Ban: {text}."
    return (part or _PART[kind]).format(phrase=text)


def _nothing(store: Store, said: Answer) -> str:
    """Return how nothing is in force: nothing on file at all, or what has ended or applies elsewhere."""
    status = said.status
    if said.forms:
        return forms_sentence(status, said.forms, _thing(store, status))
    if not said.on_file:
        return "Nothing on file, which does not mean that no control exists."
    ended = [m for m in status.measures if m.state == ENDED and m.measure.expires]
    if not ended or said.waiting:
        return "Nothing in force."
    last = max(ended, key=lambda m: first_day(m.measure.expires or ""))
    kind = measure_kind(last.measure)
    return f"Nothing in force: the {kind} ended on {show(last.measure.expires)}, and no successor is on file."


def _waiting(said: Answer, group: Waiting) -> str:
    """Return the sentence on what is paused or announced with one end."""
    on = said.status.on
    named: list[str] = []
    for kind, alike in measure_kinds(group.measures):
        is_further = alike[0].measure.kind == said.kind or all(m.covers == ABROAD for m in alike)
        named.append(_requirement(kind, alike, is_further=is_further))
    names = enumerated(list(dict.fromkeys(named)))
    plural = len(named) > 1
    names = f"{names[0].upper()}{names[1:]}"
    first = group.measures[0]
    if group.state == SUSPENDED:
        until = f"paused until {show(group.until)}" if group.until else "paused, with no end on file"
        rests_on = basis_words(first, on, in_full=group.relation == ABOVE)
        sentence = f"{names} {'are' if plural else 'is'} {until}{rests_on}."
        if group.starts_on is None or group.relation != ABOVE or (group.starts_on - on).days > 30:
            return sentence
        again = "they apply" if plural else "it applies"
        return (
            f"{sentence} From {show(group.starts_on.isoformat())} {again} again; no later notice is on file."
        )
    if group.starts_on is None:
        return f"{names} {'are' if plural else 'is'} announced, with no day on file."
    return f"{names} will apply from {show(first.measure.effective)}."


def _requirement(kind: str, alike: list[MeasureStatus], *, is_further: bool) -> str:
    """Return `the ban`, `a further licence requirement for …` as a sentence has it."""
    text = GOODS_ABROAD if all(m.covers == ABROAD for m in alike) else joined(alike)
    article = "a further" if is_further else "the"
    kind = _REQUIREMENTS.get(kind, kind)
    preposition = "on" if kind == "ban" else "for"
    goods = f" ({text})" if text and len(alike) > 1 else f" {preposition} {text}" if text else ""
    return f"{article} {kind}{goods}"


def _thing(store: Store, status: Status) -> str:
    kind = store.metal(status.metal_id).kind
    return "metal" if kind == "element" else kind


def _detail(said: Answer) -> str:
    """Return the days left, the last day of what is in force, the first licence or ban."""
    on = said.status.on
    parts = []
    for group in said.waiting:
        if group.relation != ABOVE and (group.starts_on is None or (group.starts_on - on).days > 30):
            continue
        if group.starts_on is not None:
            parts.append(_countdown(group.state, (group.starts_on - on).days))
    ends = {m.measure.expires for m in said.leading}
    if len(ends) == 1 and (end := ends.pop()):
        parts.append(f"{kind_word(said.kind)} ends on {show(end)}")
    if said.first is not None:
        day, measure = said.first
        parts.append(f"first {measure_kind(measure)} on file: {_as_published(day, measure)}")
    return " · ".join(dict.fromkeys(parts))


def _countdown(state: str, days: int) -> str:
    if state != SUSPENDED:
        return f"applies in {days} day{'s' if days != 1 else ''}"
    if days == 1:
        return "last day of the pause"
    left = days - 1
    return f"pause ends in {left} day{'s' if left != 1 else ''}"


def _as_published(day: date, measure: Measure) -> str:
    """Return the first day of a measure as the facts have it: `2006` where no more is known."""
    if measure.effective and first_day(measure.effective) == day:
        return show(measure.effective)
    return show(day)

"""The answers that list metals: what is banned, what needs a licence, what is paused."""

from explorer.data.controls.answer import Pill, in_force_of, pill_of
from explorer.data.controls.service import Controls
from explorer.data.controls.status import IN_FORCE, IN_PRINCIPLE, SUSPENDED
from explorer.data.dates import show
from explorer.data.finding.questions.answers.answer import Answer, with_warning
from explorer.data.finding.questions.answers.critical_lists import critical
from explorer.data.finding.questions.answers.form_wording import PARTS
from explorer.data.finding.questions.answers.named_companies import named_company
from explorer.data.finding.questions.reading import (
    BANNED,
    CONTROLLED,
    CRITICAL,
    LICENSED,
    PARTY,
    PAUSED,
    Reading,
)
from explorer.data.finding.rows import FILTER, Action
from explorer.data.metal_names import plain_name
from explorer.data.places import not_an_export, place_name
from explorer.data.store import Store
from explorer.data.words import with_marks
from explorer.language import gettext, gettext_noop, list_of, paragraph

_KINDS = {
    BANNED: ("prohibition",),
    LICENSED: ("licence",),
    CONTROLLED: ("prohibition", "licence"),
    PAUSED: (),
}
_FILTERS = {BANNED: "prohibition", LICENSED: "licence"}
_LISTED = {
    BANNED: gettext_noop("Banned or refused, {origin} to {destination}, {day}: {metals}."),
    LICENSED: gettext_noop("Licence required, {origin} to {destination}, {day}: {metals}."),
    CONTROLLED: gettext_noop("Ban or licence, {origin} to {destination}, {day}: {metals}."),
    PAUSED: gettext_noop("Paused, {origin} to {destination}, {day}: {metals}."),
}
_NONE = {
    BANNED: gettext_noop("No ban or refusal in force is on file, {origin} to {destination}, {day}."),
    LICENSED: gettext_noop("No licence requirement in force is on file, {origin} to {destination}, {day}."),
    CONTROLLED: gettext_noop(
        "No ban or licence requirement in force is on file, {origin} to {destination}, {day}."
    ),
    PAUSED: gettext_noop(
        "No paused ban or licence requirement is on file, {origin} to {destination}, {day}."
    ),
}
_PAUSED_TOO = {
    BANNED: gettext_noop("Ban or refusal paused: {metals}."),
    LICENSED: gettext_noop("Licence requirement paused: {metals}."),
}


def listed(store: Store, reading: Reading) -> Answer:
    """Return the metals on which something of a kind is in force or paused, with the filter that shows them."""
    if reading.listed == CRITICAL:
        return critical(store, reading)
    if reading.listed == PARTY:
        return named_company(store, reading)
    context = reading.context
    refusal = not_an_export(store, reading.origin, reading.destination)
    if refusal:
        return Answer(refusal, _filter(reading, _FILTERS.get(reading.listed, "")))
    in_force, paused = _metals(store, reading)
    if reading.outright:
        return _outright(store, reading, in_force, paused)
    names = _names(store, paused if reading.listed == PAUSED else in_force)
    sentence = gettext((_LISTED if names else _NONE)[reading.listed]).format(
        origin=place_name(store, reading.origin),
        destination=place_name(store, reading.destination),
        day=show(context.as_of),
        metals=list_of(names),
    )
    names_pauses = reading.listed in _PAUSED_TOO and bool(paused)
    also = (
        gettext(_PAUSED_TOO[reading.listed]).format(metals=list_of(_names(store, paused)))
        if names_pauses
        else ""
    )
    shown = tuple(dict.fromkeys((*in_force, *(paused if names_pauses or reading.listed == PAUSED else ()))))
    status = _FILTERS.get(reading.listed) or _common_status(store, reading, shown)
    return Answer(with_warning(store, reading, paragraph((sentence, also))), _filter(reading, status), shown)


def _outright(store: Store, reading: Reading, in_force: dict[str, Pill], paused: dict[str, Pill]) -> Answer:
    """Return the metals that are banned as such, then those that are banned in part, refused in principle or paused."""
    refused = {m: pill for m, pill in in_force.items() if pill.strictness == IN_PRINCIPLE}
    part = {m: pill for m, pill in in_force.items() if pill.covers in PARTS and m not in refused}
    whole = {m: pill for m, pill in in_force.items() if m not in refused and m not in part}
    first = (
        gettext("Banned outright, {origin} to {destination}, {day}: {metals}.")
        if whole
        else gettext("No outright ban in force is on file, {origin} to {destination}, {day}.")
    )
    fields = {
        "origin": place_name(store, reading.origin),
        "destination": place_name(store, reading.destination),
        "day": show(reading.until),
    }
    sentences = [first.format(metals=list_of(_names(store, whole)), **fields)]
    for text, metals in (
        (gettext("Banned only in part: {metals}."), part),
        (gettext("Licences refused in principle: {metals}."), refused),
        (gettext(_PAUSED_TOO[BANNED]), paused),
    ):
        if metals:
            sentences.append(text.format(metals=list_of([plain_name(store.metal(m)) for m in metals])))
    shown = tuple(dict.fromkeys((*in_force, *paused)))
    return Answer(
        with_warning(store, reading, paragraph(sentences)), _filter(reading, _FILTERS[BANNED]), shown
    )


def _filter(reading: Reading, status: str) -> Action:
    return Action(
        FILTER, day=reading.until, origin=reading.origin, destination=reading.destination, status=status
    )


def _common_status(store: Store, reading: Reading, metals: tuple[str, ...]) -> str:
    """Return the status of all metals listed, empty where they differ: a filter shows one status."""
    controls = Controls.of(store)
    found = {controls.pill_words(metal_id, reading.context).state for metal_id in metals}
    return found.pop() if len(found) == 1 else ""


def _metals(store: Store, reading: Reading) -> tuple[dict[str, Pill], dict[str, Pill]]:
    """Return the metals with a measure of the kinds in force, and those where one above it is paused."""
    kinds = _KINDS[reading.listed]
    in_force, paused = {}, {}
    for metal_id in store.metals:
        status = Controls.of(store).status(metal_id, reading.context)
        pill, certain = pill_of(status), in_force_of(status)
        if certain.state == IN_FORCE and certain.kind in kinds:
            in_force[metal_id] = certain
        if pill.state == SUSPENDED and (pill.kind in kinds or not kinds):
            paused[metal_id] = pill
    return in_force, paused


def _names(store: Store, metals: dict[str, Pill]) -> list[str]:
    return [_with_remarks(plain_name(store.metal(metal_id)), pill) for metal_id, pill in metals.items()]


def _with_remarks(name: str, pill: Pill) -> str:
    """Return the name of a metal, with how much of it is covered and whether that is presumed."""
    if pill.covers not in PARTS:
        return with_marks(name, presumed=pill.presumed, your_entry=pill.your_entry)
    if pill.presumed:
        text = gettext("{metal} (in part, presumed)").format(metal=name)
    else:
        text = gettext("{metal} (in part)").format(metal=name)
    return with_marks(text, presumed=False, your_entry=pill.your_entry)

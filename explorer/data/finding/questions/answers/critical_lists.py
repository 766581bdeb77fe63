"""The answers on official lists of critical materials: which metals are on them, and by whom."""

from collections.abc import Iterable, Sequence

from explorer.data.dates import show
from explorer.data.finding.questions.answers.answer import Answer, per_metal
from explorer.data.finding.questions.answers.form_wording import with_unused
from explorer.data.finding.questions.answers.list_additions import additions
from explorer.data.finding.questions.issuers import CURRENT, Issuers, lists_of, members_of
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import FILTER, OPEN_METAL, Action
from explorer.data.metal_names import plain_name, short_name
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.records import CriticalList
from explorer.language import gettext, list_of, paragraph


def critical(store: Store, reading: Reading) -> Answer:
    """Return on which lists metals are, or which metals are on the lists of an issuer."""
    if reading.added:
        return additions(store, reading)
    if not reading.metals:
        text = paragraph(_contents(store, place, reading) for place in reading.issuers)
        members = tuple(
            m
            for place in reading.issuers
            for x in _meant(store, place, reading)
            for m in members_of(store, x)
        )
        return Answer(text, Action(FILTER, origin=reading.origin, destination=reading.destination), members)
    sentences = [
        with_unused(store, metal, reading, _of_metal(store, metal, reading)) for metal in reading.metals
    ]
    action = Action(OPEN_METAL, metal=reading.metals[0], tab="uses")
    return Answer(per_metal(store, reading.metals, sentences), action)


def _of_metal(store: Store, metal_id: str, reading: Reading) -> str:
    """Return on which lists of the issuers that a question names, else of all, a metal is."""
    by_issuer = [_by_issuer(store, metal_id, place) for place in reading.issuers]
    return paragraph(by_issuer or [_by_all(store, metal_id)])


def _meant(store: Store, place: str, reading: Reading) -> list[CriticalList]:
    """Return the current lists of an issuer that a question means."""
    return [x for x in lists_of(store, place) if x.status == CURRENT and x.list_id in reading.lists]


def _contents(store: Store, place: str, reading: Reading) -> str:
    """Return the metals on each list of an issuer that a question means, or that no list of it is on file."""
    if not lists_of(store, place):
        return _no_list(store, place)
    entry = gettext("{list}: {metals}.")
    return paragraph(
        entry.format(
            list=_name(found), metals=list_of([plain_name(store.metal(m)) for m in members_of(store, found)])
        )
        for found in _meant(store, place, reading)
    )


def _no_list(store: Store, place: str) -> str:
    return gettext("No list of critical materials by {issuer} is on file.").format(
        issuer=place_name(store, place)
    )


def _by_issuer(store: Store, metal_id: str, place: str) -> str:
    """Return on which lists of an issuer a metal is and on which it is not; superseded ones are marked."""
    lists = lists_of(store, place)
    if not lists:
        return _no_list(store, place)
    named = _named(store, metal_id)
    on = [x for x in lists if x.list_id in named]
    off = [x for x in lists if x.list_id not in named]
    issuer = place_name(store, place)
    remarks = (*_of_group(store, metal_id, off), *_as_named(store, metal_id, on), *_incomplete(store, off))
    return paragraph((_on(on, issuer), _off(off, issuer), *remarks))


def _named(store: Store, metal_id: str) -> set[str]:
    return {m.list_id for m in store.list_members(metal_id)}


def _on(lists: Sequence[CriticalList], issuer: str) -> str:
    if not lists:
        return ""
    if lists[0].status != CURRENT:
        return gettext("Only on superseded lists by {issuer}: {lists}.").format(
            issuer=issuer, lists=_names(lists)
        )
    return gettext("On these lists by {issuer}: {lists}.").format(issuer=issuer, lists=_names(lists))


def _off(lists: Sequence[CriticalList], issuer: str) -> str:
    if not lists:
        return ""
    return gettext("Not on these lists by {issuer}: {lists}.").format(issuer=issuer, lists=_names(lists))


def _names(lists: Iterable[CriticalList]) -> str:
    return "; ".join(_name(found) for found in lists)


def _name(found: CriticalList) -> str:
    """Return the name of a list with its date, and that it is superseded."""
    text = gettext("{list}, {day}") if found.status == CURRENT else gettext("{list}, {day}, superseded")
    return text.format(list=found.name, day=show(found.date))


def _as_named(store: Store, metal_id: str, lists: Sequence[CriticalList]) -> list[str]:
    """Return under which entry a list has a metal, where that is not its own name."""
    entry = gettext("It is there as “{entry}”.")
    names = dict.fromkeys(
        m.as_named
        for m in store.list_members(metal_id)
        if m.as_named and m.list_id in {x.list_id for x in lists if x.status == CURRENT}
    )
    own = short_name(store.metal(metal_id)).casefold()
    return [entry.format(entry=name) for name in names if name.casefold() != own]


def _incomplete(store: Store, lists: Sequence[CriticalList]) -> list[str]:
    """Return that lists are not complete on file, so that a metal that is not named may still be on them."""
    sentence = gettext("{list} is not complete on file, so the metal may still be on it.")
    return [
        sentence.format(list=found.name)
        for found in lists
        if found.entry_count and len(members_of(store, found)) < found.entry_count
    ]


def _by_all(store: Store, metal_id: str) -> str:
    """Return the current lists that a metal is on, and the issuers none of whose current lists has it."""
    named = _named(store, metal_id)
    current = [x for x in store.lists.values() if x.status == CURRENT]
    on = [x for x in current if x.list_id in named]
    off = [x for x in current if x not in on]
    entry = gettext("{list} ({issuer})")
    names = "; ".join(entry.format(list=_name(x), issuer=x.issuer) for x in on)
    first = gettext("On these current lists: {lists}.") if on else gettext("On no current list on file.")
    return paragraph((first.format(lists=names), _without(store, on, off), *_of_group(store, metal_id, off)))


def _without(store: Store, on: Sequence[CriticalList], off: Sequence[CriticalList]) -> str:
    """Return the issuers that have a list on file, but none with a metal that other lists have."""
    with_it = {Issuers.of(store).place(x) for x in on}
    places = dict.fromkeys(Issuers.of(store).place(x) for x in off)
    names = [place_name(store, place) for place in places if place and place not in with_it]
    text = gettext("On no current list on file by {issuers}.")
    return text.format(issuers=list_of(names)) if on and names else ""


def _of_group(store: Store, metal_id: str, lists: Sequence[CriticalList]) -> list[str]:
    """Return which members of a group are on current lists that do not name the group."""
    members = {m.metal_id for m in store.metals.values() if m.member_of == metal_id}
    sentence = gettext("Of the group, {list} names {metals}.")
    found = [(x, [m for m in members_of(store, x) if m in members]) for x in lists if x.status == CURRENT]
    return [
        sentence.format(list=x.name, metals=list_of([plain_name(store.metal(m)) for m in on_it]))
        for x, on_it in found
        if on_it
    ]

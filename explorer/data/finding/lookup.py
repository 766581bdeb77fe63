"""Metals, documents, origins and destinations by the names that a reader types, with suggestions for misspelt ones."""

import difflib

from explorer.data.finding.document_numbers import (
    document_names,
    documents,
    find_number,
    mentions,
    whole_number,
)
from explorer.data.finding.terms import SearchTerms
from explorer.data.place_names import all_names, meanings
from explorer.data.places import ALL, FORMER_STATES, NO_PLACE, is_on_file, place_name
from explorer.data.records import Instrument, Metal
from explorer.data.spelling import OTHER_SPELLINGS, fold, normalised, toneless
from explorer.data.store import Store
from explorer.data.words import MILITARY_DESTINATIONS, military_users
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import gettext, gettext_noop, paragraph, pgettext

SHORTEST_SIMILAR = 4
DESTINATION, ORIGIN, BUYER, REMOVED = "destination", "origin", "buyer", "removed"
_UNKNOWN = {
    DESTINATION: gettext_noop("No destination {name}."),
    ORIGIN: gettext_noop("No origin {name}."),
    BUYER: gettext_noop("No buyer {name}."),
    REMOVED: gettext_noop("No country, bloc or company {name}."),
}
_NOT_GIVEN = {
    DESTINATION: gettext_noop("No destination given."),
    ORIGIN: gettext_noop("No origin given."),
    BUYER: gettext_noop("No buyer given."),
    REMOVED: gettext_noop("No country, bloc or company given."),
}
_METAL_WORDS = (" metal", " metals", "金属")


def find_metal(store: Store, text: str) -> Metal:
    """Return the metal of this id, symbol, name or pinyin; raise NotFound with similar names otherwise."""
    wanted = normalised(text)
    metals = store.metals.values()
    for spelt in _metal_spellings(store, wanted):
        for reading in (_ids, _names, _pinyin, _toneless):
            found = [m for m in metals if spelt in reading(m)]
            if len(found) > 1:
                names = _alternatives([f"{m.name_en} {m.name_zh}" for m in found])
                raise NotFound(_ambiguous(text, names))
            if found:
                return found[0]
        found = [m for m in metals if fold(spelt) and fold(spelt) in map(fold, _names(m))]
        if len(found) == 1:
            return found[0]
    english = {name: m.name_en for m in metals for name in (*_ids(m), *_names(m)) if len(name) > 2}
    raise NotFound(
        paragraph(
            (
                gettext("No metal is called {name}.").format(name=quoted(text)),
                _did_you_mean(_similar(wanted, english, english)),
            )
        ),
        window_hint=gettext("The view Metals lists all metals."),
        command_hint=gettext("`minor-metals list` shows all metals."),
    )


def _metal_spellings(store: Store, wanted: str) -> list[str]:
    """Return the name as typed, then without “metal” at its end; other names are replaced by the usual ones."""
    ends = [wanted.removesuffix(word) for word in _METAL_WORDS if wanted.endswith(word)]
    names = SearchTerms.of(store)
    return [OTHER_SPELLINGS.get(name) or names.metal_named(name) or name for name in (wanted, *ends)]


def find_document(store: Store, text: str) -> Instrument:
    """Return the document of this id, number or title; raise NotFound with the possible ones otherwise.

    Numbers are read as people write them: `46/2024`, `MOFCOM 2024 46`, `商务部公告2024年第46号`.
    """
    wanted = normalised(text)
    on_file = store.instruments.values()
    for reading in (_document_ids, document_names):
        found = [i for i in on_file if wanted in reading(i)]
        if len(found) == 1:
            return found[0]
    number = whole_number(text) or find_number(text)
    if not found and number is not None:
        found = documents(store, number)
    named = [i for i in found if mentions(store, i, text)]
    if len(named) == 1:
        return named[0]
    possible = _alternatives([_document_label(i) for i in named or found])
    if named:
        raise NotFound(_ambiguous(text, possible))
    numbers = {name: _document_label(i) for i in on_file for name in document_names(i)}
    similar = possible or _alternatives(_similar(wanted, numbers, numbers))
    raise NotFound(
        paragraph(
            (
                gettext("No document is called {name}.").format(name=quoted(text)),
                gettext("Did you mean {names}?").format(names=similar) if similar else "",
                gettext("Give its number and year, such as 46/2024, or its ID."),
            )
        )
    )


def _document_ids(instrument: Instrument) -> tuple[str, ...]:
    return (instrument.instrument_id,)


def _document_label(instrument: Instrument) -> str:
    return f"{instrument.number or instrument.title_en} ({instrument.instrument_id})"


def find_destination(store: Store, text: str, *, listed: bool = False) -> str:
    """Return the id of a destination: a country, `ALL` or military users; raise KnownError otherwise.

    With `listed` the message refers to the list of places, which the window shows.
    """
    special = {ALL: gettext("all destinations")} | {m: military_users(m) for m in MILITARY_DESTINATIONS}
    return _place(store, text, special, DESTINATION, listed=listed)


def find_buyer(store: Store, text: str) -> str:
    """Return the id of a country, or of the European Union, as a buyer; raise KnownError otherwise."""
    return _place(store, text, {}, BUYER)


def find_removed(store: Store, text: str) -> str:
    """Return the id of a country or bloc that a stress test removes; raise KnownError otherwise."""
    return _place(store, text, {}, REMOVED)


def find_jurisdiction(store: Store, text: str, *, listed: bool = False) -> str:
    """Return the id of an origin: a country or the European Union."""
    return _place(store, text, {}, ORIGIN, listed=listed)


def find_origin(store: Store, text: str, *, listed: bool = False) -> str:
    """Return the id of an origin with measures on file; raise KnownError otherwise."""
    place_id = find_jurisdiction(store, text, listed=listed)
    if not is_on_file(store, place_id):
        raise KnownError(
            gettext("No measures by {origin} are on file; some may exist.").format(
                origin=place_name(store, place_id)
            )
        )
    return place_id


def _place(store: Store, text: str, special: dict[str, str], role: str, *, listed: bool = False) -> str:
    """Return the one place that a name means; similar names are only suggested."""
    found = meanings(store, text, special)
    if len(found) == 1 and found[0] not in NO_PLACE:
        return found[0]
    if len(found) > 1:
        names = _alternatives([_label(store, special, place_id) for place_id in found])
        raise KnownError(_ambiguous(text, names, listed=listed))
    similar = [] if listed or found else _similar_places(store, text, special)
    raise KnownError(
        paragraph(
            (
                _fault(text, found, role),
                _did_you_mean(similar) or _valid_names(listed=listed, with_special=bool(special)),
            )
        )
    )


def _fault(text: str, found: tuple[str, ...], role: str) -> str:
    """Return why a text is not the name of a place."""
    name = quoted(text)
    if found and found[0] in FORMER_STATES:
        return gettext("{name} no longer exists as a country.").format(name=name)
    if found:
        return gettext("{name} is not a country.").format(name=name)
    return gettext(_UNKNOWN[role]).format(name=name) if text.strip() else gettext(_NOT_GIVEN[role])


def _ambiguous(text: str, names: str, *, listed: bool = False) -> str:
    sentence = (
        gettext("{name} can mean {names}: pick one from the list.")
        if listed
        else gettext("{name} can mean {names}: use one of these.")
    )
    return sentence.format(name=quoted(text), names=names)


def _valid_names(*, listed: bool, with_special: bool) -> str:
    """Return the sentence on how to name a place."""
    if listed:
        return gettext("Pick one from the list.")
    if with_special:
        return gettext("Use a country such as USA or Japan, ALL, USA-MIL or JPN-MIL.")
    return gettext("Use a country such as USA or Japan.")


def _did_you_mean(similar: list[str]) -> str:
    """Return the question about similar names, empty without any."""
    return gettext("Did you mean {names}?").format(names=_alternatives(similar)) if similar else ""


def _label(store: Store, special: dict[str, str], place_id: str) -> str:
    return f"{special.get(place_id) or store.country_name(place_id)} ({place_id})"


def _similar_places(store: Store, text: str, special: dict[str, str]) -> list[str]:
    """Return the places whose English name begins with the text or one of whose names is similar to it.

    Codes and other short names are excluded: they are similar to too many texts.
    """
    names = {i: own for i, own in all_names(store, special).items() if i not in NO_PLACE}
    spelt = {
        name: _label(store, special, i)
        for i, own in names.items()
        for name in own
        if len(name) >= SHORTEST_SIMILAR
    }
    english = {fold(special.get(i) or store.country_name(i)): _label(store, special, i) for i in names}
    return _similar(fold(text), spelt, english, cutoff=0.75)


def _alternatives(names: list[str]) -> str:
    """Return `A`, `A or B`, `A, B or C`."""
    if len(names) < 2:
        return "".join(names)
    start = names[0]
    for name in names[1:-1]:
        start = pgettext("alternatives", "{start}, {next}").format(start=start, next=name)
    return pgettext("alternatives", "{start} or {last}").format(start=start, last=names[-1])


def _similar(
    wanted: str, names: dict[str, str], beginnings: dict[str, str], count: int = 3, cutoff: float = 0.6
) -> list[str]:
    """Return the meanings of names that are similar to the text, and of those that begin with it, each once."""
    similar = [names[name] for name in difflib.get_close_matches(wanted, names, n=3 * count, cutoff=cutoff)]
    if len(wanted) > 2:
        similar += [meant for name, meant in beginnings.items() if name.startswith(wanted)]
    return list(dict.fromkeys(similar))[:count]


def _ids(metal: Metal) -> tuple[str, ...]:
    return (metal.metal_id, normalised(metal.symbol or metal.metal_id))


def _names(metal: Metal) -> tuple[str, ...]:
    plain, _, _ = metal.name_en.partition(" (")
    return (normalised(metal.name_en), normalised(plain), normalised(metal.name_zh))


def _pinyin(metal: Metal) -> tuple[str, ...]:
    return (normalised(metal.pinyin),)


def _toneless(metal: Metal) -> tuple[str, ...]:
    return (toneless(metal.pinyin),)

"""From what a reader types to a metal, a destination or a jurisdiction, or to what comes near."""

import difflib
import unicodedata
from collections.abc import Iterable

from explorer.data.places import ALL, NO_PLACE, origins
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.words import MILITARY
from explorer.errors import KnownError, NotFound

OTHER_SPELLINGS = {
    "aluminum": "aluminium",
    "caesium": "cesium",
    "columbium": "niobium",
    "sulphur": "sulfur",
    "sulfur": "sulphur",
    "wolfram": "tungsten",
}
_METAL_ALIASES = {
    **OTHER_SPELLINGS,
    "ree": "rare-earths",
    "rare earth": "rare-earths",
    "diamond": "superhard",
    "pgm": "platinum-group-metals",
}
_PLACE_ALIASES = {
    "us": "USA",
    "u.s.": "USA",
    "united states of america": "USA",
    "america": "USA",
    "uk": "GBR",
    "britain": "GBR",
    "great britain": "GBR",
    "eu": "EUU",
    "türkiye": "TUR",
    "drc": "COD",
    "korea": "KOR",
    "republic of korea": "KOR",
    "all destinations": ALL,
    "everywhere": ALL,
}


def normalised(text: str) -> str:
    """Return text as names are compared: compatibility forms and case folded, one blank between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def toneless(pinyin: str) -> str:
    """Return pinyin without its tone marks, ü as u."""
    letters = unicodedata.normalize("NFD", pinyin)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def find_metal(store: Store, text: str) -> Metal:
    """Return the metal of this id, symbol, name or pinyin; raise NotFound with what comes near."""
    wanted = normalised(text)
    wanted = _METAL_ALIASES.get(wanted, wanted)
    readings = (_ids, _names, _pinyin)
    for reading in readings:
        found = [m for m in store.metals.values() if wanted in reading(m)]
        if len(found) == 1:
            return found[0]
    names = {
        name: m.name_en for m in store.metals.values() for name in (*_ids(m), *_names(m)) if len(name) > 2
    }
    near = _nearest(wanted, names)
    raise NotFound(f"No metal is called “{_shown(text)}”{_question(near)}`minor-metals list` names them all.")


def find_destination(store: Store, text: str) -> str:
    """Return the id of a destination: a country, `ALL` or military users; raise KnownError otherwise."""
    special = {ALL: "all destinations", **MILITARY}
    return _place(store, text, special, NO_PLACE, "destination")


def find_buyer(store: Store, text: str) -> str:
    """Return the id of a country, or of the European Union, as a buyer; raise KnownError otherwise."""
    return _place(store, text, {}, NO_PLACE, "buyer")


def find_jurisdiction(store: Store, text: str) -> str:
    """Return the id of a controlling jurisdiction: a country or the European Union."""
    return _place(store, text, {}, NO_PLACE, "controlling country")


def find_origin(store: Store, text: str) -> str:
    """Return the id of a jurisdiction that controls something in these data; raise KnownError otherwise."""
    place_id = find_jurisdiction(store, text)
    if place_id not in {p.place_id for p in origins(store)}:
        name = store.country_name(place_id)
        raise KnownError(f"No measure of {name} is on file, which does not mean that there is none.")
    return place_id


def _place(store: Store, text: str, special: dict[str, str], left_out: Iterable[str], what: str) -> str:
    wanted = normalised(text)
    names = {normalised(key): key for key in special} | {
        normalised(name): key for key, name in special.items()
    }
    for country in store.countries.values():
        if country.country_id not in left_out:
            for name in (country.country_id, country.name_en, country.name_zh or country.country_id):
                names.setdefault(normalised(name), country.country_id)
    alias = _PLACE_ALIASES.get(wanted)
    if alias is not None and normalised(alias) in names:
        return alias
    if wanted in names:
        return names[wanted]
    labels = {name: _label(store, special, key) for name, key in names.items()}
    near = _nearest(wanted, labels)
    forms = "a country such as USA or Japan" + (", ALL, USA-MIL or JPN-MIL" if special else "")
    way_on = f"{'Write' if near else 'write'} {forms}"
    raise KnownError(f"“{_shown(text)}” is no {what}{_question(near)}{way_on}.")


def _label(store: Store, special: dict[str, str], key: str) -> str:
    return key if key in special else f"{key} ({store.country_name(key)})"


def _nearest(wanted: str, names: dict[str, str], count: int = 3) -> list[str]:
    """Return what the names nearest to the text stand for, each once."""
    pool = list(names)
    close = difflib.get_close_matches(wanted, pool, n=3 * count, cutoff=0.6)
    if len(wanted) > 2:
        close += [name for name in pool if name.startswith(wanted)]
    return list(dict.fromkeys(names[name] for name in close))[:count]


def _question(near: list[str]) -> str:
    """Return what leads from a fault to the way on: a question where something comes near."""
    if not near:
        return "; "
    head, last = near[:-1], near[-1]
    return f"; did you mean {', '.join(head)} or {last}? " if head else f"; did you mean {last}? "


def _shown(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _ids(metal: Metal) -> tuple[str, ...]:
    return (metal.metal_id, normalised(metal.symbol or metal.metal_id))


def _names(metal: Metal) -> tuple[str, ...]:
    return (normalised(metal.name_en), normalised(metal.name_zh))


def _pinyin(metal: Metal) -> tuple[str, ...]:
    return (normalised(metal.pinyin), toneless(metal.pinyin))

"""Writes the names of countries in other languages, from the Unicode CLDR in Babel.

    pip install -e '.[names]' && python -m tests.place_names

Babel is needed here only: the program reads resources/places/cldr_names.json. Raise the version of Babel in
pyproject.toml to take up a later CLDR, run this, and read the difference.
"""

import csv
import json
import re
from pathlib import Path

from explorer.data.spelling import fold

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "resources" / "places" / "cldr_names.json"
LANGUAGES = (
    *("en", "de", "fr", "es", "it", "pt", "pt_PT", "nl", "pl", "sv", "tr", "ru", "ar"),
    *("ja", "ko", "zh", "zh_Hant", "zh_Hant_HK"),
)
# Codes that differ between the CLDR and the table. Europe means the European Union here; East Germany is not Germany.
TERRITORIES: dict[str, tuple[str, ...]] = {"XKX": ("XK",), "EUU": ("EU", "150"), "DDR": ()}
# For these, the text in brackets is part of the name or a note, not another name of the place.
BRACKETS_STAY = {"COD", "COG", "HKG", "MAC", "CCK", "MAF", "SXM", "UMI", "VGB", "VIR"}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def spellings(place_id: str, language: str, name: str) -> list[str]:
    """Return a name, with another name in brackets as a separate one, and German also without umlauts."""
    names = [name]
    bracketed = re.fullmatch(r"(.+?)\s*[(（](.+)[)）]", name)
    if bracketed and place_id not in BRACKETS_STAY:
        names = [*bracketed.groups()]
    return [*names, *(n.translate(UMLAUTS) for n in names if language == "de")]


def names_of(place_id: str) -> list[str]:
    """Return the names of a country in all languages, with its two-letter code; those that compare equal once."""
    from babel import Locale
    from babel.core import get_global

    aliases = get_global("territory_aliases").get(place_id, [])
    own = tuple(aliases) if len(aliases) == 1 else ()  # a former state has several successors
    territories = TERRITORIES.get(place_id, own)
    names: dict[str, str] = {}
    for territory in territories:
        if territory.isalpha():
            names.setdefault(fold(territory), territory)
        for language in LANGUAGES:
            name = Locale.parse(language).territories[territory]
            for spelt in spellings(place_id, language, name):
                names.setdefault(fold(spelt), spelt)
    return list(names.values())


def main() -> None:
    """Write the file, one country a line."""
    from babel.core import get_cldr_version

    with (ROOT / "db" / "data" / "countries.csv").open(encoding="utf-8", newline="") as file:
        ids = [row["country_id"] for row in csv.DictReader(file)]
    named = {place_id: names for place_id in ids if (names := names_of(place_id))}
    head = {
        "source": f"Names of territories in the Unicode CLDR {get_cldr_version()}, under the Unicode License V3",
        "languages": list(LANGUAGES),
    }
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    rows = ",\n".join(
        f"    {json.dumps(key)}: {json.dumps(names, ensure_ascii=False)}" for key, names in named.items()
    )
    OUTPUT.write_text(
        "{\n" + ",\n".join([*lines, f'  "names": {{\n{rows}\n  }}']) + "\n}\n", encoding="utf-8"
    )
    print(f"{OUTPUT.name}: {sum(map(len, named.values())):,} names of {len(named)} countries")


if __name__ == "__main__":
    main()

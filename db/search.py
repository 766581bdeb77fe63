"""The rows of the full-text table: everything that can be searched, with every spelling of its names and codes."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from .csv_tables import CsvTables, Row, split_list

Entry = dict[str, str | None]


def entries(tables: CsvTables) -> Iterator[Entry]:
    """Yield the rows of the table `search`, kind by kind in key order."""
    chinese = {(row["file"], row["key"], row["column"]): row["text"] for row in tables["texts_zh"].rows}
    yield from _metals(tables, chinese)
    yield from _instruments(tables, chinese)
    yield from _items(tables, chinese)
    yield from _uses(tables, chinese)
    yield from _claims(tables, chinese)
    yield from _references(tables)
    yield from _sites(tables)
    yield from _parties(tables)


def normalise(text: str) -> str:
    """Return the text in its compatible form and without case; queries are normalised in the same way."""
    return unicodedata.normalize("NFKC", text).casefold()


def without_tones(pinyin: str) -> list[str]:
    """Return pinyin in plain letters, ü also as v, which keyboards use for it."""
    letters = unicodedata.normalize("NFD", pinyin)
    toneless = "".join(c for c in letters if not unicodedata.combining(c) or c == "\u0308")
    umlaut = unicodedata.normalize("NFC", toneless)
    plain = umlaut.replace("ü", "u").replace("Ü", "U")
    return list(dict.fromkeys((plain, umlaut, umlaut.replace("ü", "v").replace("Ü", "V"))))


def code_forms(hs_code: str) -> list[str]:
    """Return a customs number with and without dots: 8112929010 and 8112.92.9010."""
    return [hs_code, f"{hs_code[:4]}.{hs_code[4:6]}.{hs_code[6:]}"]


def plain_code(control_code: str) -> str:
    """Return a control code in capitals without dots and spaces."""
    return control_code.replace(".", "").replace(" ", "").upper()


Chinese = dict[tuple[str, str, str], str]


def _entry(kind: str, key: str, metal_id: str | None, titles: tuple[str, str], body: Iterable[str]) -> Entry:
    parts = [part for part in body if part]
    # SQLite folds the case of ASCII by itself in LIKE, so that only other differences need a copy.
    folded = [normalise(part) for part in (*titles, *parts)]
    added = [new for old, new in zip((*titles, *parts), folded, strict=True) if new != _ascii_lower(old)]
    return {
        "kind": kind,
        "key": key,
        "metal_id": metal_id,
        "title": titles[0],
        "title_zh": titles[1] or None,
        "body": "\n".join(dict.fromkeys((*parts, *added))),
    }


def _ascii_lower(text: str) -> str:
    return text.encode().lower().decode()


def _metals(tables: CsvTables, chinese: Chinese) -> Iterator[Entry]:
    for row in tables["metals"].rows:
        key = row["metal_id"]
        body = [row["symbol"], row["pinyin"], *without_tones(row["pinyin"])]
        body += [row["summary"], row["main_source"]]
        body += [chinese.get(("metals", key, column), "") for column in ("summary", "main_source")]
        yield _entry("metal", key, key, (row["name_en"], row["name_zh"]), body)


def _instruments(tables: CsvTables, chinese: Chinese) -> Iterator[Entry]:
    countries = _by_key(tables, "countries", "country_id")
    metals = _targets(tables)
    for row in tables["instruments"].rows:
        key = row["instrument_id"]
        title = " ".join(filter(None, (row["issuer"], row["number"], row["title_en"])))
        title_zh = row["title_zh"] or chinese.get(("instruments", key, "title_zh"), "")
        country = countries[row["jurisdiction"]]
        body = [row["number"], country["name_en"], country["name_zh"], row["announced"], row["summary"]]
        body += [chinese.get(("instruments", key, column), "") for column in ("issuer", "summary")]
        body += [name for metal in metals[key] for name in (metal["name_en"], metal["name_zh"])]
        yield _entry("instrument", key, None, (title, title_zh), body)


def _targets(tables: CsvTables) -> dict[str, list[Row]]:
    """Return the metals that the measures of each document target, each once."""
    metals = _by_key(tables, "metals", "metal_id")
    instruments = {row["measure_id"]: row["instrument_id"] for row in tables["measures"].rows}
    targets: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in tables["measure_metals"].rows:
        targets[instruments[row["measure_id"]]][row["metal_id"]] = metals[row["metal_id"]]
    return defaultdict(list, {key: [of[m] for m in sorted(of)] for key, of in targets.items()})


def _items(tables: CsvTables, chinese: Chinese) -> Iterator[Entry]:
    numbers: dict[str, list[str]] = defaultdict(list)
    for code in tables["item_codes"].rows:
        numbers[code["item_id"]] += code_forms(code["hs_code"])
    for row in tables["items"].rows:
        key = row["item_id"]
        codes = split_list(row["control_code"])
        body = [*codes, *map(plain_code, codes), *numbers[key]]
        title_zh = chinese.get(("items", key, "description"), "")
        yield _entry("item", key, row["metal_id"], (row["description"], title_zh), body)


def _uses(tables: CsvTables, chinese: Chinese) -> Iterator[Entry]:
    sectors = _by_key(tables, "sectors", "sector_id")
    for row in tables["uses"].rows:
        key = f"{row['metal_id']}|{row['use_no']}"
        sector = sectors[row["sector_id"]]
        body = [row["why_it_matters"], chinese.get(("uses", key, "why_it_matters"), "")]
        body += [sector["name_en"], sector["name_zh"]]
        yield _entry("use", key, row["metal_id"], (row["use"], chinese.get(("uses", key, "use"), "")), body)


def _claims(tables: CsvTables, chinese: Chinese) -> Iterator[Entry]:
    for row in tables["claims"].rows:
        key = row["claim_id"]
        body = [row["verdict"], row["explanation"], chinese.get(("claims", key, "explanation"), "")]
        yield _entry("claim", key, None, (row["claim"], chinese.get(("claims", key, "claim"), "")), body)


def _references(tables: CsvTables) -> Iterator[Entry]:
    for row in tables["sources"].rows:
        body = [row["publisher"], row["url"]]
        yield _entry("source", row["source_id"], None, (row["title"], ""), body)
    for row in tables["countries"].rows:
        key = row["country_id"]
        yield _entry("country", key, None, (row["name_en"], row["name_zh"]), [key])


def _sites(tables: CsvTables) -> Iterator[Entry]:
    metals = _by_key(tables, "metals", "metal_id")
    countries = _by_key(tables, "countries", "country_id")
    for kind, name in (("producer", "producers"), ("project", "projects")):
        for row in tables[name].rows:
            places = (metals[row["metal_id"]], countries[row["country_id"]])
            body = [word for of in places for word in (of["name_en"], of["name_zh"])]
            body += [row["stage"], row["status"], row["note"]]
            title = f"{row['company']}, {row['site']}"
            yield _entry(kind, row[f"{kind}_id"], row["metal_id"], (title, ""), body)


def _parties(tables: CsvTables) -> Iterator[Entry]:
    countries = _by_key(tables, "countries", "country_id")
    for row in tables["parties"].rows:
        country = countries.get(row["country_id"])
        names = [country["name_en"], country["name_zh"]] if country else []
        body = [*split_list(row["aliases"]), *names, row["note"]]
        yield _entry("party", row["party_id"], None, (row["name_en"], row["name_zh"]), body)


def _by_key(tables: CsvTables, name: str, column: str) -> dict[str, Row]:
    return {row[column]: row for row in tables[name].rows}

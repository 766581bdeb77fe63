"""One search over everything: exact look-ups first, then the full-text table.

Exact: symbol and names of a metal, a customs code by its beginning, a control code, the number of an
announcement, a day. Full text: three characters or more by trigrams, fewer by LIKE, so that one Chinese
character finds. Kinds of hits: those of the full-text table (metal, instrument, item, use, claim, source,
producer, project, party, country) and `event`, a dated market event with the key `date|metal_id`.
"""

import re
from collections.abc import Iterator

from explorer.data.dates import show
from explorer.data.finding.lookup import OTHER_SPELLINGS
from explorer.data.numbers import exact
from explorer.data.records import Hit
from explorer.data.spelling import normalised, toneless
from explorer.data.store import Store
from explorer.data.words import event_name
from explorer.errors import KnownError
from explorer.language import gettext, list_of

KIND_ORDER = (
    "metal",
    "instrument",
    "event",
    "item",
    "use",
    "claim",
    "producer",
    "project",
    "party",
    "source",
    "country",
)
DEFAULT_ORIGIN = "CHN"
MIN_CODE_DIGITS = 4
MIN_CONTROL_CODE = 3
TRIGRAM = 3
EXCERPT = 120
MOST_WORDS, MOST_CHARACTERS = 50, 1_000

_NUMBER = re.compile(r"(?:\D*\s)?(\d{1,4})\s*(?:of|/)\s*(\d{4})")
_NUMBER_ZH = re.compile(r"\D*?(\d{4})\s*年\s*第?\s*(\d{1,4})\s*号?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,4})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"[\d.\s]+")
_CONTROL = re.compile(r"\d[a-z]\d[0-9a-z.]*|\d{6}[a-z]")

Row = tuple[str, str, str | None, str, str | None, str]


def search(store: Store, text: str, limit: int = 50) -> list[Hit]:
    """Return the hits of a text, best first: metals, documents, items, uses, the rest; each once.

    Raise KnownError where the text is too long for a search.
    """
    if len(text) > MOST_CHARACTERS or len(set(text.split())) > MOST_WORDS:
        raise KnownError(
            gettext(
                "The search text is too long: use at most {words} words and {characters} characters."
            ).format(words=MOST_WORDS, characters=exact(MOST_CHARACTERS))
        )
    query = normalised(text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " "))
    if not query:
        return []
    hits: dict[tuple[str, str], Hit] = {}
    spellings = _spellings(query)
    for step in (_metals, _exact, _full_text):
        for spelt in spellings:
            for hit in step(store, spelt):
                hits.setdefault((hit.kind, hit.key), hit)
                if len(hits) >= limit:
                    return list(hits.values())
    return list(hits.values())


def _spellings(query: str) -> tuple[str, ...]:
    """Return the query, also with the other spelling or older name of a metal."""
    other = " ".join(OTHER_SPELLINGS.get(word, word) for word in query.split())
    return (query,) if other == query else (query, other)


# exact look-ups


def _exact(store: Store, query: str) -> Iterator[Hit]:
    if _DAY.fullmatch(query):
        yield from _on_day(store, query)
        return
    yield from _announcements(store, query)
    digits = re.sub(r"[.\s]", "", query)
    if _CODE.fullmatch(query) and len(digits) >= MIN_CODE_DIGITS:
        yield from _by_customs_code(store, digits)
    control = query.replace(" ", "")
    if len(control) >= MIN_CONTROL_CODE and _CONTROL.fullmatch(control):
        yield from _by_control_code(store, control)


def _metals(store: Store, query: str) -> Iterator[Hit]:
    """Yield the metals of this symbol or name, before those that are only pronounced like it."""
    named, pronounced = [], []
    for metal in store.metals.values():
        hit = Hit("metal", metal.metal_id, metal.metal_id, metal.name_en, metal.name_zh, metal.summary)
        if query in map(normalised, (metal.symbol or "", metal.metal_id, metal.name_en, metal.name_zh)):
            named.append(hit)
        elif query in (normalised(metal.pinyin), toneless(metal.pinyin)):
            pronounced.append(hit)
    yield from named
    yield from pronounced


def _announcements(store: Store, query: str) -> Iterator[Hit]:
    match = _NUMBER.fullmatch(query)
    number, year = match.groups() if match else ("", "")
    if not match and (match := _NUMBER_ZH.fullmatch(query) or _YEAR_FIRST.fullmatch(query)):
        year, number = match.groups()
    if not match:
        return
    for instrument in store.instruments.values():
        own = _NUMBER.fullmatch(normalised(instrument.number or ""))
        if own is not None and (int(own[1]), own[2]) == (int(number), year):
            yield _instrument(store, instrument.instrument_id, instrument.number or "")


def _instrument(store: Store, instrument_id: str, excerpt: str) -> Hit:
    i = store.instruments[instrument_id]
    return Hit("instrument", instrument_id, None, i.title_en, i.title_zh, excerpt)


def _by_customs_code(store: Store, digits: str) -> Iterator[Hit]:
    rows = store.query(
        "SELECT DISTINCT item_id, hs_code FROM item_codes "
        "WHERE substr(hs_code, 1, ?) = ? OR ? LIKE hs_code || '%' ORDER BY hs_code, item_id",
        len(digits),
        digits,
        digits,
    )
    yield from _items(store, rows)


def _by_control_code(store: Store, code: str) -> Iterator[Hit]:
    plain = code.replace(".", "").upper()
    rows = store.query(
        "SELECT DISTINCT item_id, control_code FROM items_control_codes WHERE substr(plain, 1, ?) = ? "
        "ORDER BY length(plain), plain, item_id",
        len(plain),
        plain,
    )
    yield from _items(store, rows)


def _items(store: Store, rows: list[tuple[str, str]]) -> Iterator[Hit]:
    """Yield items, those of the default origin before others."""
    chinese = dict(store.query("SELECT key, title_zh FROM search WHERE kind = 'item'")) if rows else {}
    for item_id, code in sorted(rows, key=lambda row: not _is_of_default_origin(store, row[0])):
        item = store.items[item_id]
        yield Hit("item", item_id, item.metal_id, item.description, chinese.get(item_id), code)


def _is_of_default_origin(store: Store, item_id: str) -> bool:
    return store.measures[store.items[item_id].measure_id].jurisdiction == DEFAULT_ORIGIN


def _on_day(store: Store, day: str) -> Iterator[Hit]:
    """Yield the documents with an event on the day, and the market events of the day."""
    happened: dict[str, list[str]] = {}
    for instrument in store.instruments.values():
        if instrument.announced == day:
            happened.setdefault(instrument.instrument_id, []).append("announced")
    for measure in store.measures.values():
        events = [("effective", measure.effective), *((e.event, e.date) for e in measure.events)]
        for event, when in events:
            if when == day:
                happened.setdefault(measure.instrument_id, []).append(event)
    for instrument_id, events_of in happened.items():
        yield _instrument(store, instrument_id, _events_of_day(day, events_of))
    for metal_id, headline in store.query(
        "SELECT metal_id, headline FROM market_events WHERE date = ? ORDER BY metal_id", day
    ):
        yield Hit("event", f"{day}|{metal_id}", metal_id, headline, None, show(day))


def _events_of_day(day: str, events: list[str]) -> str:
    names = list_of([event_name(event) for event in dict.fromkeys(events)])
    return gettext("{day}: {events}").format(day=show(day), events=names)


# full text


def _full_text(store: Store, query: str) -> Iterator[Hit]:
    """Yield the hits of the full-text table: rows that contain the query, or all of its words."""
    words = list(dict.fromkeys(query.split()))
    if len(query) == 1 and query.isascii():
        rows = _metals_from(store, query)
    else:
        rows = _rows(store, [query]) + (_rows(store, words) if len(words) > 1 else [])
    if 1 < len(query) <= TRIGRAM and query.isascii() and query.isalpha():  # “GaN” is not in “manganese”
        begins = re.compile(rf"\b{query}", re.IGNORECASE)
        rows = [r for r in rows if begins.search(f"{r[3]}\n{r[5]}")] or rows
    for kind, key, metal, title, zh, body in sorted(rows, key=lambda row: _rank(row, query)):
        yield Hit(kind, key, metal, title, zh, _excerpt(body, words))


def _metals_from(store: Store, letter: str) -> list[Row]:
    """Return the metals whose names begin with a letter, which nearly every other row contains."""
    return store.query(
        "SELECT kind, key, metal_id, title, title_zh, body FROM search "
        "WHERE kind = 'metal' AND title LIKE ? ESCAPE '\\'",
        f"{_literal(letter)}%",
    )


def _literal(text: str) -> str:
    """Return a text escaped for LIKE."""
    return re.sub(r"([\\%_])", r"\\\1", text)


def _rows(store: Store, words: list[str]) -> list[Row]:
    """Return the rows of the search table that contain every word: long ones by the index, short ones by LIKE."""
    long = [w for w in words if len(w) >= TRIGRAM]
    clauses, args = [], []
    if long:
        clauses.append("id IN (SELECT rowid FROM search_fts WHERE search_fts MATCH ?)")
        args.append(" AND ".join('"{}"'.format(w.replace('"', '""')) for w in long))
    for word in words:
        if len(word) < TRIGRAM:
            clauses.append("title || char(10) || ifnull(title_zh, '') || char(10) || body LIKE ? ESCAPE '\\'")
            args.append(f"%{_literal(word)}%")
    return store.query(
        f"SELECT kind, key, metal_id, title, title_zh, body FROM search WHERE {' AND '.join(clauses)}", *args
    )


def _rank(row: Row, query: str) -> tuple[int, int, str, str]:
    kind, key, _, title, title_zh, body = row
    names = (normalised(title), normalised(title_zh or ""))
    if query in names:
        place = 0
    elif any(n.startswith(query) for n in names):
        place = 1
    elif any(query in n for n in names):
        place = 2
    else:
        place = 3 if query in body.casefold() or query in normalised(body) else 4
    order = KIND_ORDER.index(kind) if kind in KIND_ORDER else len(KIND_ORDER)
    return order, place, names[0], key


def _excerpt(body: str, words: list[str]) -> str:
    """Return the line of the body that contains the first word found, cut to fit a line."""
    for line in body.split("\n"):
        at = min((i for w in words if (i := normalised(line).find(w)) >= 0), default=-1)
        if at >= 0:
            start = max(0, at - EXCERPT // 2) if len(line) > EXCERPT else 0
            part = line[start : start + EXCERPT].strip()
            return ("…" if start else "") + part + ("…" if start + EXCERPT < len(line) else "")
    return ""

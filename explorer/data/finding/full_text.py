"""The records whose texts contain the words of a query: candidates by the index, checked where words begin."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from explorer.data.entries.texts import entry_words
from explorer.data.finding.matching import SHORT, is_latin, pattern, pieces
from explorer.data.finding.query import Query, Words
from explorer.data.spelling import normalised
from explorer.data.store import Store

TRIGRAM = 3
EXCERPT = 120
_LEAST_LINE = 16
# How well a record matches, best first.
EQUAL, BEGINS, PHRASE, TITLE, BODY = range(5)


class Record(Struct, frozen=True):
    """A row of the table `search` that matches, and how well: one of EQUAL to BODY."""

    kind: str
    key: str
    metal_id: str
    title: str
    title_zh: str
    body: str
    place: int


def find_records(store: Store, query: Query) -> list[Record]:
    """Return the records that contain all words of a variant of a query, each once, in its best place.

    Of short Latin words only whole ones count, if any record has them.
    """
    if query.is_brief:
        return []
    found: dict[tuple[str, str], Record] = {}
    for variant in query.variants:
        for record in _with_all(store, variant, whole=query.whole):
            key = record.kind, record.key
            if key not in found or record.place < found[key].place:
                found[key] = record
    if query.metals and query.rest:
        for record in _of_metals(store, query):
            found.setdefault((record.kind, record.key), record)
    return list(found.values())


def _with_all(store: Store, words: Words, *, whole: bool) -> list[Record]:
    """Return the records with all words, by whole words where short ones occur so."""
    rows = _candidates(store, words)
    if any(_is_short(w) for w in words):
        whole_words = _checked(rows, words, whole=True)
        if whole or whole_words:
            return whole_words
    return _checked(rows, words, whole=False)


def _of_metals(store: Store, query: Query) -> list[Record]:
    """Return the records of the metals named that have the other words."""
    rows = [row for row in _candidates(store, query.rest) if row[2] in query.metals]
    return _checked(rows, query.rest, whole=any(_is_short(w) for w in query.rest))


def _is_short(word: str) -> bool:
    return len(word) <= SHORT and is_latin(word)


_Row = tuple[str, str, str | None, str, str | None, str]


def _checked(rows: Iterable[_Row], words: Words, *, whole: bool) -> list[Record]:
    patterns = [pattern(w, whole=whole and _is_short(w)) for w in words]
    phrase = pattern(" ".join(words), whole=whole and len(words) == 1 and _is_short(words[0]))
    return [record for row in rows if (record := _record(row, patterns, phrase, words)) is not None]


def _record(
    row: _Row, patterns: Sequence[re.Pattern[str]], phrase: re.Pattern[str], words: Words
) -> Record | None:
    """Return a row as a record with its place, None where a word does not begin in it."""
    kind, key, metal_id, title, title_zh, body = row
    titles = f"{title}\n{title_zh or ''}"
    in_title = [p.search(titles) is not None for p in patterns]
    if not all(in_title) and not all(
        found or p.search(body) for found, p in zip(in_title, patterns, strict=True)
    ):
        return None
    place = _place(title, title_zh or "", phrase, " ".join(words)) if any(in_title) else BODY
    if place == BODY and all(in_title):
        place = TITLE
    return Record(kind, key, metal_id or "", title, title_zh or "", body, place)


def _place(title: str, title_zh: str, phrase: re.Pattern[str], wanted: str) -> int:
    """Return how well the titles match the words as one phrase."""
    places = [m.start() for m in (phrase.search(title), phrase.search(title_zh)) if m is not None]
    if not places:
        return BODY
    if 0 in places and wanted in (normalised(title), normalised(title_zh)):
        return EQUAL
    return BEGINS if 0 in places else PHRASE


def _candidates(store: Store, words: Words) -> list[_Row]:
    """Return the rows that contain every word somewhere: long ones by the index, short ones by LIKE."""
    parts = pieces(words)
    long = [p for p in parts if len(p) >= TRIGRAM]
    clauses, args = [], []
    if long:
        clauses.append("id IN (SELECT rowid FROM search_fts WHERE search_fts MATCH ?)")
        args.append(" AND ".join('"{}"'.format(p.replace('"', '""')) for p in long))
    for part in parts:
        if len(part) < TRIGRAM:
            clauses.append("title || char(10) || ifnull(title_zh, '') || char(10) || body LIKE ? ESCAPE '\\'")
            args.append(f"%{_literal(part)}%")
    if not clauses:
        return []
    rows = store.query(
        f"SELECT kind, key, metal_id, title, title_zh, body FROM search WHERE {' AND '.join(clauses)}", *args
    )
    return [*rows, *_entries(store)]


def _entries(store: Store) -> Iterator[_Row]:
    """Yield the documents that are entries of the user, which are in no index; those without the words are left out."""
    for entry in store.entries.used:
        instrument = store.instruments[entry.entry_id]
        title = " ".join(filter(None, (instrument.number, instrument.title_en)))
        yield "instrument", entry.entry_id, None, title, None, entry_words(store, entry)


def _literal(text: str) -> str:
    """Return a text escaped for LIKE."""
    return re.sub(r"([\\%_])", r"\\\1", text)


def excerpt(record: Record, words: Words) -> str:
    """Return the line of a record's body that contains the most words, cut to fit a line; empty without any.

    Lines of one word or two, such as the names of metals, say nothing.
    """
    patterns = [pattern(w) for w in words]
    best, most = "", 0
    for line in record.body.split("\n"):
        if len(line) < _LEAST_LINE:
            continue
        count = sum(p.search(line) is not None for p in patterns)
        if count > most:
            best, most = line, count
    return cut_around(best, patterns) if best else ""


def cut_around(line: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """Return the part of a line around the first match, broken at words, with an ellipsis where it is cut."""
    if len(line) <= EXCERPT:
        return line
    at = min((m.start() for m in _first_matches(line, patterns)), default=0)
    start = max(0, at - EXCERPT // 3) if at > EXCERPT // 2 else 0
    if start:
        start = line.find(" ", start, at) + 1 or start
    part = line[start : start + EXCERPT]
    end = part.rfind(" ") if start + EXCERPT < len(line) else -1
    part = part[:end] if end > EXCERPT // 2 else part
    return f"{'…' if start else ''}{part.strip()}{'…' if start + len(part) < len(line) else ''}"


def _first_matches(line: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    return (m for p in patterns if (m := p.search(line)) is not None)

"""What is offered where nothing on file matches: names that are spelt alike, and the nearest records."""

import difflib
from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.finding.candidates import Candidate, Rank, Request
from explorer.data.finding.lookup import SHORTEST_SIMILAR
from explorer.data.finding.metal_mentions import MetalNames
from explorer.data.finding.producers.metals import metal_row
from explorer.data.finding.rows import DID_YOU_MEAN, NOT_ON_FILE, SEARCH, Action, Row
from explorer.data.finding.terms import ABSENT, SearchTerms
from explorer.data.places import destinations
from explorer.data.spelling import normalised, typing_errors
from explorer.data.store import Store
from explorer.data.store_service import StoreService
from explorer.errors import quoted
from explorer.language import gettext

_CANDIDATES, _NEAR = 0.7, 0.6
_MOST, _MOST_CANDIDATES = 3, 8
_LONG_WORD = 6


class Spellings(StoreService):
    """The names that a misspelt word can mean: those of metals, terms, destinations, parties and companies."""

    def __init__(self, store: Store) -> None:
        self._metals = MetalNames.of(store).spelt()
        terms = (term for term in SearchTerms.of(store).all() if term.kind != ABSENT)
        self._other = {normalised(term.term): term.term for term in terms}
        self._other |= {normalised(place.name): place.name for place in destinations(store)}
        rows = store.query("SELECT title FROM search WHERE kind IN ('party', 'producer', 'project')")
        self._other |= {normalised(title.partition(",")[0]): title.partition(",")[0] for (title,) in rows}

    def misspelt(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the metals, and the other names, of which a word is a typing error."""
        return self._typed(word, self._metals), self._typed(word, self._other)

    def near(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the metals, and the other names, that are remotely like a word."""
        return self._close(word, self._metals, _NEAR), self._close(word, self._other, _NEAR)

    def _typed(self, word: str, names: dict[str, str]) -> tuple[str, ...]:
        allowed = 1 if len(word) < _LONG_WORD else 2
        as_long = [name for name in names if abs(len(name) - len(word)) <= allowed]
        close = difflib.get_close_matches(word, as_long, n=_MOST_CANDIDATES, cutoff=_CANDIDATES)
        return tuple(dict.fromkeys(names[n] for n in close if typing_errors(word, n) <= allowed))

    def _close(self, word: str, names: dict[str, str], cutoff: float) -> tuple[str, ...]:
        close = difflib.get_close_matches(word, names, n=_MOST, cutoff=cutoff)
        return tuple(dict.fromkeys(names[name] for name in close))


class Correction(Struct, frozen=True):
    """A text with its misspelt word replaced by the name of a metal or by another name."""

    text: str
    metal_id: str = ""


def corrections(request: Request) -> tuple[Correction, ...]:
    """Return the texts that a misspelt one can mean, the most similar first; none where no name is spelt like it."""
    query = request.query
    if len(query.plain) < SHORTEST_SIMILAR or not query.plain.isascii():
        return ()
    if query.term is not None and query.term.kind == ABSENT:
        return ()
    spellings = Spellings.of(request.store)
    metals, others = spellings.misspelt(query.plain)
    whole = [Correction(_name(request.store, m), m) for m in metals] + [Correction(name) for name in others]
    if whole:
        return tuple(whole[:_MOST])
    return tuple(_word_by_word(request, spellings))[:_MOST]


def _word_by_word(request: Request, spellings: Spellings) -> Iterator[Correction]:
    words = request.query.plain.split()
    for at, word in enumerate(words):
        if len(words) > 1 and len(word) > SHORTEST_SIMILAR and not MetalNames.of(request.store).whole(word):
            for metal_id in spellings.misspelt(word)[0]:
                name = _name(request.store, metal_id)
                yield Correction(" ".join([*words[:at], name, *words[at + 1 :]]))


def _name(store: Store, metal_id: str) -> str:
    return store.metal(metal_id).name_en.partition(" (")[0].lower()


def did_you_mean(request: Request, found: tuple[Correction, ...]) -> Iterator[Candidate]:
    """Yield a row for each correction: a metal opens, any other text is searched for."""
    for position, correction in enumerate(found):
        make = partial(_correction_row, request, correction)
        key = correction.metal_id or correction.text
        yield Candidate(Rank.ANSWER, DID_YOU_MEAN, "did_you_mean", key, make, (position,))


def _correction_row(request: Request, correction: Correction) -> Row:
    if correction.metal_id:
        row = metal_row(request, correction.metal_id)
        return replace(row, kind="did_you_mean", group=DID_YOU_MEAN)
    return Row(
        kind="did_you_mean",
        key=correction.text,
        group=DID_YOU_MEAN,
        title=correction.text,
        action=Action(SEARCH, text=correction.text),
    )


def not_on_file(request: Request) -> Iterator[Candidate]:
    """Yield the remark that nothing is on file, and the nearest texts to search for."""
    offers = tuple(dict.fromkeys(_offers(request)))
    make = partial(_remark_row, request, bool(offers))
    yield Candidate(Rank.ANSWER, NOT_ON_FILE, "not_on_file", request.query.plain, make, found=False)
    for position, text in enumerate(offers, start=1):
        row = partial(_offer_row, text)
        yield Candidate(Rank.ANSWER, NOT_ON_FILE, "offer", text, row, (position,), found=False)


def _offers(request: Request) -> Iterator[str]:
    """Yield the nearest: what a term offers, the metals that are named, and names that are remotely alike."""
    query = request.query
    if query.term is not None and query.term.kind == ABSENT:
        yield from query.term.phrases
    for metal_id in query.metals:
        yield _name(request.store, metal_id)
    is_word = " " not in query.plain and len(query.plain) >= SHORTEST_SIMILAR
    if is_word and query.plain.isascii() and not query.metals:
        metals, others = Spellings.of(request.store).near(query.plain)
        yield from (_name(request.store, metal_id) for metal_id in metals)
        yield from others


def _remark_row(request: Request, has_offers: bool) -> Row:
    name = quoted(request.query.text)
    text = (
        gettext("Nothing on file for {text}. The nearest:")
        if has_offers
        else gettext("Nothing on file for {text}.")
    )
    reason = request.query.term.reason if request.query.term is not None else ""
    return Row(
        kind="not_on_file",
        key=request.query.plain,
        group=NOT_ON_FILE,
        title=text.format(text=name),
        detail=reason,
    )


def _offer_row(text: str) -> Row:
    return Row(
        kind="offer",
        key=text,
        group=NOT_ON_FILE,
        title=text,
        detail=gettext("Search for this instead."),
        action=Action(SEARCH, text=text),
    )

"""What a typed text is: its words, the metals that it names, and the term that it stands for."""

from msgspec import Struct

from explorer.data.finding.matching import SHORT, is_latin, stem
from explorer.data.finding.metal_mentions import MetalNames
from explorer.data.finding.terms import FORM, GOODS, SearchTerm, SearchTerms
from explorer.data.numbers import exact
from explorer.data.spelling import OTHER_SPELLINGS, normalised
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import gettext

MOST_WORDS, MOST_CHARACTERS = 50, 1_000
# Words that say nothing about what is searched for.
_STOP_WORDS = frozenset(
    (
        *(
            "the",
            "a",
            "an",
            "of",
            "for",
            "on",
            "in",
            "to",
            "and",
            "or",
            "is",
            "are",
            "was",
            "were",
            "be",
            "do",
            "does",
        ),
        *("did", "may", "can", "what", "which", "who", "when", "where", "how", "why"),
    )
)
# Spellings of words that records write in another way.
_WORD_SPELLINGS = OTHER_SPELLINGS | {
    "license": "licence",
    "licenses": "licence",
    "aluminum": "aluminium",
    "fiber": "fibre",
    "fibers": "fibre",
    "sulfide": "sulphide",
}

Words = tuple[str, ...]


class Query(Struct, frozen=True):
    """A text to search for.

    `plain` is the text in the form in which texts are compared. `variants` are the words of which a record must have
    all, the text's own first; where `whole` is set, short words must be whole words. `metals` are those named in a
    part of the text, `rest` the words beside them, `term` the search term in it.
    """

    text: str
    plain: str
    variants: tuple[Words, ...]
    whole: bool
    metals: tuple[str, ...]
    rest: Words
    term: SearchTerm | None

    @property
    def words(self) -> Words:
        """Every word of every variant, for marking what matches."""
        return tuple(dict.fromkeys(word for variant in self.variants for word in variant))

    @property
    def is_brief(self) -> bool:
        """Whether the text is too short for a search of whole texts: one or two Latin letters that are not a term."""
        return len(self.plain) < SHORT and self.plain.isascii() and self.term is None


def read_query(store: Store, text: str) -> Query | None:
    """Return what a text is, None where it is empty; raise KnownError where it is too long."""
    if len(text) > MOST_CHARACTERS or len(set(text.split())) > MOST_WORDS:
        raise KnownError(
            gettext(
                "The search text is too long: use at most {words} words and {characters} characters."
            ).format(words=MOST_WORDS, characters=exact(MOST_CHARACTERS))
        )
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ").strip()
    plain = normalised(text)
    if not plain:
        return None
    terms = SearchTerms.of(store)
    term, replaced = terms.get(text), plain
    if term is None:
        inside = terms.inside(text)
        term, replaced = (inside[1], normalised(inside[0])) if inside else (None, "")
    metals, rest = _metals(store, text)
    variants = _variants(plain, term, replaced)
    whole = term is not None and term.kind == FORM
    return Query(text, plain, variants, whole, metals, rest, term)


def words_of(plain: str) -> Words:
    """Return the words of a normalised text by which records are searched, each once."""
    words = [stem(word.strip(".,;:?!()\"'“”")) for word in plain.split()]
    kept = [w for w in words if w and w not in _STOP_WORDS]
    return tuple(dict.fromkeys(kept or [w for w in words if w] or plain.split()))


def _variants(plain: str, term: SearchTerm | None, replaced: str) -> tuple[Words, ...]:
    """Return the words to search for: those typed, in other spellings, and those that a term stands for."""
    other = " ".join(_WORD_SPELLINGS.get(word, word) for word in plain.split())
    texts = [plain, other]
    if term is not None:
        phrases = [normalised(phrase) for phrase in term.phrases]
        if term.kind == GOODS and term.phrases and replaced == plain:
            texts = []
        texts += [plain.replace(replaced, phrase) for phrase in phrases]
        return tuple(dict.fromkeys(_as_phrase(text, phrases) for text in texts))
    return tuple(dict.fromkeys(words_of(text) for text in texts))


def _as_phrase(text: str, phrases: list[str]) -> Words:
    """Return the words of a text; the phrase of a term stays together."""
    for phrase in phrases:
        if phrase in text and " " in phrase:
            rest = words_of(text.replace(phrase, " ")) if text != phrase else ()
            return (" ".join(words_of(phrase)) if is_latin(phrase) else phrase, *rest)
    return words_of(text)


def _metals(store: Store, text: str) -> tuple[tuple[str, ...], Words]:
    """Return the metals that a text names and the words beside them.

    A Chinese compound ends with its base metal (`砷化镓`), so that one comes first.
    """
    mentions = MetalNames.of(store).mentions(text)
    rest = text
    for mention in reversed(mentions):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    order = mentions if text.isascii() else mentions[::-1]
    plain = normalised(rest)
    return tuple(dict.fromkeys(m.metal_id for m in order)), words_of(plain) if plain else ()

"""Documents by their numbers, in the forms in which a reader types them: `46 of 2024`, `2024年第46号`."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from explorer.data.controls.legal_records import TranslatedText
from explorer.data.records import Instrument
from explorer.data.spelling import normalised
from explorer.data.store import Store

_WORDS = (
    "announcement",
    "notice",
    "order",
    "decision",
    "decree",
    "regulation",
    "proclamation",
    "statement",
    "instrument",
    "law",
)
_WORD = rf"(?P<word>{'|'.join(_WORDS)})s?"
_OWN_KINDS = ("order", "decision", "regulation", "proclamation", "instrument", "law")
_CHINESE_KINDS = {"公告": ("Announcement", "Notice"), "令": ("Order", "Presidential Order")}
# Kinds of documents of other authorities, which follow the number: `2017/852号条例`.
_KINDS_AFTER = {
    "条例": "regulation",
    "法规": "regulation",
    "决定": "decision",
    "法定文书": "instrument",
    "令": "order",
}
_KIND_AFTER = re.compile(rf"\s*(?P<kind>{'|'.join(_KINDS_AFTER)})")
_WORD_ON_FILE = rf"(?P<word>{'|'.join(word.capitalize() for word in _WORDS)})s?"
_NUMBER, _YEAR = r"(?P<number>\d{1,5})", r"(?P<year>(?:19|20)\d{2})"
_OF = r"(?:\s*(?:of|/|,)\s*|\s+)"
# How a number is written, the surest forms first; each can be a part of a longer text.
_FORMS = (
    rf"\b{_WORD}\s*(?:no\.?|number|nr\.?|#)?\s*{_NUMBER}{_OF}{_YEAR}\b",
    rf"\b{_WORD}\s*(?:no\.?|number|nr\.?|#)?\s*{_NUMBER}\s*\({_YEAR}\)",
    rf"\b{_WORD}\s*(?:\(?(?:EU|EC)\)?\s*)?(?:no\.?\s*)?{_YEAR}/{_NUMBER}\b",
    rf"(?<![\d/.-])第?{_YEAR}/{_NUMBER}\s*号",
    rf"(?<![\d/.-])第?{_NUMBER}/{_YEAR}\s*号",
    rf"\b(?P<issuer>mofcom|gac)(?:\s+{_WORD})?\s+{_YEAR}[\s/-]+(?:no\.?\s*)?{_NUMBER}\b",
    rf"\b(?P<issuer>mofcom|gac)(?:\s+{_WORD})?\s+(?:no\.?\s*)?{_NUMBER}{_OF}{_YEAR}\b",
    rf"(?<![\d/.-])\b(?:no\.?\s*)?{_NUMBER}\s*(?:of|/)\s*{_YEAR}\b(?![-/])",
    rf"{_YEAR}\s*年?\s*第?\s*{_NUMBER}\s*号",
    rf"〔{_YEAR}〕\s*{_NUMBER}\s*号",
    rf"第?\s*{_NUMBER}\s*号(?:公告|令)?\s*[（(]\s*{_YEAR}\s*年?\s*[)）]",
    rf"国务院令\s*第?\s*{_NUMBER}\s*号?",
    rf"第\s*{_NUMBER}\s*号(?=公告|令|$|[^\d])",
    rf"(?:公告|令)\s*第?\s*{_NUMBER}\s*号?",
    rf"{_NUMBER}\s*号(?=公告|令)",
    rf"\b{_WORD}\s*(?:no\.?|number|nr\.?|#)?\s*{_NUMBER}\b(?!\s*[./-]\d)",
)
_SHORT_FORM = re.compile(rf"{_YEAR}[-/]{_NUMBER}")
# How the data write the numbers of documents.
_OWN = (
    rf"{_WORD_ON_FILE}.*?\b{_NUMBER} of {_YEAR}",
    rf"{_WORD_ON_FILE}.*?\b{_NUMBER}/[A-Z]+/{_YEAR}",
    rf"{_WORD_ON_FILE}.*?\b{_YEAR}/{_NUMBER}\b",
    rf"{_WORD_ON_FILE}.*?\b{_NUMBER}/{_YEAR}\b",
    rf"{_WORD_ON_FILE} {_NUMBER}\b",
)
_LATIN, _CHINESE = re.compile(r"[a-z]+"), re.compile(r"[\u4e00-\u9fff]+")
_SMALL_WORDS = frozenset({"of", "no", "nr", "the", "number"})
_FRAME = str.maketrans("年第号", "   ")  # around year and number
# What may be beside a number that is the whole text: the issuer and the word for the document.
_BESIDE = re.compile(r"mofcom|gac|of|no|the|和|商务部|海关总署|公告|[\W_]+")


class DocumentNumber(Struct, frozen=True):
    """The number of a document in a text, with the year and the kind of document where they are given."""

    number: int
    year: str
    word: str
    start: int
    end: int


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Return the forms; most starts of the program need none of them."""
    return tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)


@cache
def _own_forms() -> tuple[re.Pattern[str], ...]:
    """Return how the data write numbers."""
    return tuple(map(re.compile, _OWN))


def find_number(text: str) -> DocumentNumber | None:
    """Return the first document number in a text, None without one."""
    for form in _forms():
        match = form.search(text)
        if match is not None:
            return _number(match)
    return None


def whole_number(text: str) -> DocumentNumber | None:
    """Return the document number that a whole text is, also the short form `2024-46`; None where it is not one."""
    plain = text.strip()
    short = _SHORT_FORM.fullmatch(plain)
    if short is not None:
        return _number(short)
    found = find_number(plain)
    if found is None:
        return None
    rest = normalised(f"{plain[: found.start]} {plain[found.end :]}")
    return None if _BESIDE.sub("", rest) else found


def _number(match: re.Match[str]) -> DocumentNumber:
    given = match.groupdict()
    word = (given.get("word") or "").lower()
    for chinese, (name, _) in _CHINESE_KINDS.items():
        if chinese in match.string:
            word = name.lower()
    end = match.end()
    kind = _KIND_AFTER.match(match.string, end) if match[0].endswith("号") else None
    if kind is not None:
        word, end = _KINDS_AFTER[kind["kind"]], kind.end()
    return DocumentNumber(int(match["number"]), given.get("year") or "", word, match.start(), end)


def documents(store: Store, wanted: DocumentNumber) -> list[Instrument]:
    """Return the documents of a number, the newest first: those of the kind that is named, if there are any.

    Where no kind is named, announcements come before other documents.
    """
    found = [(i, word) for i, number, year, word in _numbers(store) if _agrees(wanted, number, year)]
    found.sort(key=lambda x: x[0].announced or "", reverse=True)
    of_kind = [i for i, word in found if word == wanted.word]
    if of_kind:
        return of_kind
    return [i for i, _ in sorted(found, key=lambda x: x[1] != _WORDS[0])]


def documents_of_kind(store: Store, wanted: DocumentNumber) -> list[Instrument]:
    """Return the documents of a number, without those of another kind where it is that of a regulation or an order."""
    found = documents(store, wanted)
    if wanted.word not in _OWN_KINDS:
        return found
    own = {i.instrument_id for i, _, _, word in _numbers(store) if word == wanted.word}
    return [i for i in found if i.instrument_id in own]


def _agrees(wanted: DocumentNumber, number: int, year: str) -> bool:
    return number == wanted.number and wanted.year in ("", year)


def _numbers(store: Store) -> Iterator[tuple[Instrument, int, str, str]]:
    """Yield each numbered document with its number, its year and the word for the kind of document."""
    for instrument in store.instruments.values():
        matches = (form.search(instrument.number or "") for form in _own_forms())
        match = next((m for m in matches if m is not None), None)
        if match is not None:
            year = match.groupdict().get("year") or (instrument.announced or "")[:4]
            yield instrument, int(match["number"]), year, match["word"].lower()


def document_names(instrument: Instrument) -> tuple[str, ...]:
    """Return the number and the titles of a document in the form in which they are compared."""
    names = (instrument.number, instrument.title_en, instrument.title_zh)
    return tuple(normalised(name) for name in names if name)


def mentions(store: Store, instrument: Instrument, text: str) -> bool:
    """Return whether a document has every word of a text in its number, issuer or title, in either language."""
    plain = normalised(text)
    own = _LATIN.findall(" ".join((*document_names(instrument), normalised(instrument.issuer))))
    latin = {w for w in _LATIN.findall(plain) if w not in _SMALL_WORDS}
    return latin <= set(own) and all(
        _is_chinese_of(store, instrument, w) for w in _CHINESE.findall(plain.translate(_FRAME))
    )


def _is_chinese_of(store: Store, instrument: Instrument, word: str) -> bool:
    """Return whether Chinese characters, such as an issuer with the kind of document, are those of a document."""
    for kind, names in _CHINESE_KINDS.items():
        if word.endswith(kind):
            word = word.removesuffix(kind)
            if not (instrument.number or "").startswith(names):
                return False
    issuer = store.rows(TranslatedText, file="instruments", key=instrument.instrument_id, column="issuer")
    return word in "".join((*(t.text for t in issuer), instrument.title_zh or ""))

"""The number and year of a document in the forms in which people write them: `46/2024`, `2024年第46号`."""

import re
from collections.abc import Iterator

from explorer.data.controls.legal_records import TranslatedText
from explorer.data.records import Instrument
from explorer.data.spelling import normalised
from explorer.data.store import Store

_YEAR, _NO = r"(?P<year>(?:19|20)\d\d)", r"(?P<number>\d{1,4})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:.*[^\d.])??[a-z]?{_NO}\s*(?:of\s|,|/(?:[a-z]+/)?|\s)\s*{_YEAR}",
        rf"\D*?{_YEAR}\s*年?\s*[〕\])]?\s*第?\s*(?:/|-)?\s*(?:no\.?\s*)?{_NO}\s*号?\D*",
    )
)
_WORD = re.compile(r"[a-z]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_CHINESE_KINDS = {"公告": ("Announcement", "Notice"), "令": ("Order", "Presidential Order")}
_SMALL_WORDS = frozenset({"of", "no", "nr", "the", "number"})
_FRAME = str.maketrans("年第号", "   ")  # around year and number
# What documents on file are called: a day of a statement is not a number.
_OWN = (
    re.compile(rf"(?:.*\s)?[a-z]?{_NO}(?:\s+of\s+|/(?:[a-z]+/)?){_YEAR}\b.*"),
    re.compile(rf"(?:.*\s)?{_YEAR}/{_NO}"),
)


def number_and_year(text: str) -> tuple[int, str] | None:
    """Return the number and year that a text gives, None where it gives none or more."""
    return _read(text, _FORMS)


def numbered(store: Store, text: str) -> Iterator[Instrument]:
    """Yield the documents of the number and year that a text gives."""
    wanted = number_and_year(text)
    if wanted is not None:
        yield from (i for i in store.instruments.values() if _read(i.number or "", _OWN) == wanted)


def document_names(instrument: Instrument) -> tuple[str, ...]:
    """Return the number and the titles of a document in the form in which they are compared."""
    names = (instrument.number, instrument.title_en, instrument.title_zh)
    return tuple(normalised(name) for name in names if name)


def mentions(store: Store, instrument: Instrument, text: str) -> bool:
    """Return whether a document has every word of a text in its number, issuer or title, in either language."""
    plain = normalised(text)
    own = _WORD.findall(" ".join((*document_names(instrument), normalised(instrument.issuer))))
    latin = {w for w in _WORD.findall(plain) if w not in _SMALL_WORDS}
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


def _read(text: str, forms: tuple[re.Pattern[str], ...]) -> tuple[int, str] | None:
    plain = normalised(text)
    for form in forms:
        match = form.fullmatch(plain)
        if match is not None:
            return int(match["number"]), match["year"]
    return None

"""Thresholds, official wording, translations and named parties as frozen records, read on demand."""

from typing import ClassVar

from msgspec import Struct


class Threshold(Struct, frozen=True):
    """A limit that the official wording of an item sets; `value` may be a range or a ratio, such as `5 to 7`."""

    TABLE: ClassVar = "thresholds"
    ORDER: ClassVar = "quantity, operator, value"

    item_id: str
    quantity: str
    operator: str
    value: str
    unit: str | None
    joint: str
    text_basis: str
    note: str | None
    confidence: str
    source_ids: tuple[str, ...]


class LegalText(Struct, frozen=True):
    """The wording of the issuer for an item, measure or event, or a detail of a document.

    `official` is no for press and other scripts; `complete` is no where only a part is on file.
    """

    TABLE: ClassVar = "legal_texts"
    ORDER: ClassVar = "id"

    subject_kind: str
    subject_id: str
    lang: str
    official: str
    article: str
    text: str
    confidence: str
    note: str | None
    complete: str
    source_ids: tuple[str, ...]


class TranslatedText(Struct, frozen=True):
    """The Chinese of an English cell; `english_sha8` begins the SHA-256 of the English text that it translates."""

    TABLE: ClassVar = "texts_zh"
    ORDER: ClassVar = "file, key, column"

    file: str
    key: str
    column: str
    text: str
    english_sha8: str


class Party(Struct, frozen=True):
    """A firm, institute or person on a control list, watch list or unreliable entity list."""

    TABLE: ClassVar = "parties"
    ORDER: ClassVar = "name_en"

    party_id: str
    name_en: str
    name_zh: str | None
    aliases: tuple[str, ...]
    country_id: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Listing(Struct, frozen=True):
    """A party named by a measure. It has the state of the measure, unless it has dates of its own."""

    TABLE: ClassVar = "measure_parties"
    ORDER: ClassVar = "id"

    measure_id: str
    party_id: str
    list_no: str
    listed: str
    suspended_from: str | None
    suspended_until: str | None
    basis: str | None
    removed: str | None
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None

"""A part of a question: a metal, a place, days, a document, a code, or a word with what it says."""

from msgspec import Struct

from explorer.data.finding.code_verdicts import CodeText
from explorer.data.finding.document_numbers import DocumentNumber
from explorer.data.finding.questions.dates import Days
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.records import Instrument


class Place(Struct, frozen=True):
    """The places that a part of a question can mean; `adjective` marks forms such as `Chinese` and `China's`.

    `is_chosen` is whether the name can also mean others, of which the data know less.
    """

    ids: tuple[str, ...]
    adjective: bool = False
    is_chosen: bool = False


class Token(Struct, frozen=True):
    """A part of a question in its place: a metal, a place, days, a document, a code, or a word with its meanings.

    A compound has the meaning of a form and its metal, and `other_metals` where it consists of several;
    `named_metals` are those in its name where it stands for their group. `count` is how many entries are asked for,
    `is_claim` whether it is a share that the question states: `63 %`; `named_document` is a document by its short name.
    """

    text: str
    start: int
    end: int
    meanings: frozenset[Meaning] = frozenset()
    metal: str = ""
    other_metals: tuple[str, ...] = ()
    named_metals: tuple[str, ...] = ()
    count: int = 0
    place: Place | None = None
    days: Days | None = None
    document: DocumentNumber | None = None
    code: CodeText | None = None
    named_document: Instrument | None = None
    is_claim: bool = False

    @property
    def metals(self) -> tuple[str, ...]:
        """The metals that the part names."""
        return (self.metal, *self.other_metals) if self.metal else ()

    @property
    def is_known(self) -> bool:
        """Whether the part has a meaning in a question."""
        return bool(self.meanings or self.metal or self.place or self.days or self.code) or self.is_document

    @property
    def is_document(self) -> bool:
        """Whether the part is a document, by its number or its short name."""
        return self.document is not None or self.named_document is not None

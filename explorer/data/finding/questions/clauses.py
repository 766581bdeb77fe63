"""The clauses of a text: sentences, and parts between commas, dashes and brackets or before words that ask."""

import re
from collections.abc import Sequence

from msgspec import Struct

from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.words import split_words

_CJK = r"[\u3005-\u9fff]"
_MARKS = re.compile(
    rf",\s+but\b|[.?!;:,]+(?=[\s\"'”’)）]|$|{_CJK})|\s+[-–]+\s+|\s*—+\s*|[。？！；：，…]+|[()（）\[\]【】\n]"
)
_SHORT_WORDS = re.compile(
    r"(?:\b(?:no|nr|art|sec|ann|approx|vs|mr|mrs|ms|dr|prof|inc|ltd|co|corp|st|e\.g|i\.e)|\b[a-z])$",
    re.IGNORECASE,
)
_BEFORE_ASKING = re.compile(
    r"\b(?:(?:i|we)(?:['’]d| would| do)?(?: really| now)? (?:need|want|like|have|wish) to "
    r"(?:know|find out|ask|understand|check|see)|(?:could|can|would) (?:you|anyone|anybody|someone|somebody)\b|"
    r"please (?:tell|confirm|advise|check|show|find)|tell me|do you know|(?:my|our|the) question is|"
    r"(?:i|we)(?:['’]m| am|['’]re| are| was| were) (?:trying to find out|looking for|wondering)|"
    r"(?:i|we)(?:['’]d| would) need|i wonder)\b|我?(?:想知道|想了解|想问|想请教|请问|请教|帮我|麻烦|求问|问一下|"
    r"能否告知|能不能告诉我)",
    re.IGNORECASE,
)
_AFTER_ASKING = re.compile(
    r"\b(?:(?:wants?|wanted|needs?|would like) to know|asks?|asked|asking|wonders?|wondering)(?: me| us)?"
    r"(?: if| whether)?\b(?=\s+\w)",
    re.IGNORECASE,
)


class Clause(Struct, frozen=True):
    """A part of a text up to a mark, with the words and names in it."""

    text: str
    start: int
    end: int
    mark: str
    tokens: tuple[Token, ...]

    @property
    def words(self) -> list[str]:
        """The words, each by itself, also those of an expression."""
        return [plain(word.text) for word in split_words(self.text)]


def plain(text: str) -> str:
    """Return a word as words are compared."""
    return text.casefold().replace("’", "'")


def clauses(text: str, tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """Return the clauses of a text in order, without those that have no word."""
    found, start = [], 0
    for mark_start, mark_end in [*_boundaries(text, tokens), (len(text), len(text))]:
        inside = tuple(t for t in tokens if start <= t.start < mark_start)
        if inside:
            found.append(Clause(text[start:mark_start], start, mark_start, text[mark_start:mark_end], inside))
        start = mark_end
    return tuple(found)


def _boundaries(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return where clauses end and where the next ones begin; not inside a name, a date or a short word."""
    found = [
        m.span()
        for m in _MARKS.finditer(text)
        if not (m[0] == "." and _SHORT_WORDS.search(text[: m.start()]))
    ]
    found += [(m.start(), m.start()) for m in _BEFORE_ASKING.finditer(text)]
    found += [(m.end(), m.end()) for m in _AFTER_ASKING.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found):
        is_inside = any(t.start < start and end < t.end for t in tokens)
        if not is_inside and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept

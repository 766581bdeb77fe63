"""Where each question begins in a text that asks several: after a mark or `and`, where the words ask something."""

import re
from collections.abc import Sequence

from explorer.data.finding.questions.aside_words import ASKERS, words
from explorer.data.finding.questions.clauses import Clause, clauses
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.rule import named
from explorer.data.finding.questions.statements import is_courtesy

_ASKING = named("WHAT WHICH WHO WHERE WHEN WHY HOW HOW_MUCH HOW_LONG QUESTION")
_EMPTY, _TIMES = named("FUNCTION AND"), named("SINCE UNTIL")
_VERBS = named("AUXILIARY PAST FUTURE MAY")
_CHINESE_ASKING = re.compile("什么|哪|谁|多少|几时|几号|多久|何时|怎")
_OPEN = named("SINCE UNTIL FROM IN TO BY FOR")  # before a question word: `since when`, `from which countries`
_NO_QUESTION_WORDS = ("anything", "something")
_SUBJECTS = words("i we you they it there he she one this these that those the a an any my our")
# Nouns that are questions by themselves: `the uses and the price of gallium`.
_TOPICS = words(
    "use uses usage usages application applications price prices cost costs producer producers maker makers miner "
    "miners supplier suppliers reliance dependence "
    "用途 用处 应用 价格 售价 价 行情 产量 生产国 产国 主产国 生产商 供应国 供应商 进口来源 依赖度 进口依赖度 走势"
)
_JOINING = words("and & plus also then 和 与 及 以及 还有 另外 同时 并且 并")
_FILLING = words("also then please so just the its their 还 另外 同时 并且 顺便 请问 它 它的 其")
_MARKS = re.compile(r"[,;:?!.，；：？！。、&/]")
_EDGES = re.compile(
    r"^(?:[\s,;:?!.，；：？！。、&/]|(?:and|plus|also|then)\b|以及|还有|另外|同时|并且|[和与及并])+"
    r"|(?:[\s,;:，；：、&/]|\b(?:and|plus)\b|以及|还有|并且|[和与及并])+$",
    re.IGNORECASE,
)


def split_questions(text: str, tokens: Sequence[Token]) -> list[str]:
    """Return the texts of the questions in a text, without the words and marks that join them."""
    starts = [0]
    for at in range(1, len(tokens)):
        start = tokens[at].start
        before = [t for t in tokens[:at] if t.start >= starts[-1]]
        is_start = _is_joint(text, tokens, at) and _has_asked(before) and _asks_at(text, tokens, at)
        if is_start and not _are_bare(before) and not _are_bare(tokens[at:]):
            starts.append(start)
    starts = _without_courtesies(text, tokens, starts) if len(starts) > 1 else starts
    ends = [*starts[1:], len(text)]
    return [_EDGES.sub("", text[start:end]) for start, end in zip(starts, ends, strict=True)]


def _are_bare(tokens: Sequence[Token]) -> bool:
    """Return whether words are only those that ask, as in `where and by whom`; `since when` asks by itself."""
    return all(t.meanings & (_ASKING | _OPEN | _EMPTY) and not t.meanings & _TIMES for t in tokens)


def _without_courtesies(text: str, tokens: Sequence[Token], starts: Sequence[int]) -> list[int]:
    """Return where questions begin, without parts that are only polite phrases."""
    asking = [clause for clause in clauses(text, tokens) if not is_courtesy(clause)]
    kept = [
        at for at, end in zip(starts, (*starts[1:], len(text)), strict=True) if _has_clause(asking, at, end)
    ]
    return [0, *kept[1:]]


def _has_clause(found: Sequence[Clause], start: int, end: int) -> bool:
    return any(start <= token.start < end for clause in found for token in clause.tokens)


def _is_joint(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Return whether a part can begin at a position: after a mark or a word that joins."""
    before = tokens[at - 1]
    if _MARKS.search(text[before.end : tokens[at].start]):
        return True
    return before.text.casefold() in _JOINING and tokens[at].text.casefold() not in _JOINING


def _has_asked(tokens: Sequence[Token]) -> bool:
    """Return whether some words ask something; in a statement on who asks, nouns such as `cost` do not."""
    is_statement = bool(tokens) and tokens[0].text.casefold() in ASKERS
    return any(_is_asking(t) and not (is_statement and t.text.casefold() in _TOPICS) for t in tokens) or any(
        _is_verb_first(tokens, at) for at in range(len(tokens) - 1)
    )


def _is_asking(token: Token) -> bool:
    word = token.text.casefold()
    if _CHINESE_ASKING.search(word) or word in _TOPICS:
        return True
    if word.isascii() and token.meanings <= {Meaning.QUESTION}:  # a tag such as `yes or no`
        return False
    return bool(token.meanings & _ASKING) and word not in _NO_QUESTION_WORDS


def _asks_at(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Return whether the words from a position on begin as a question; in Chinese, up to the next mark, are one."""
    if not tokens[at].text.isascii() or any(not t.text.isascii() for t in tokens[at : at + 2]):
        return any(_is_asking(t) or Meaning.SINCE in t.meanings for t in _up_to_mark(text, tokens, at))
    while at < len(tokens) - 1 and (
        tokens[at].text.casefold() in _FILLING or Meaning.MAIN in tokens[at].meanings
    ):
        at += 1
    token, following = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if _is_asking(token):
        return not _is_relative(token, following)
    if token.meanings & {Meaning.SINCE, Meaning.UNTIL} and " " in token.text:
        return True
    if token.meanings & _OPEN and following is not None:
        return bool(following.meanings & _ASKING)
    return _is_verb_first(tokens, at)


def _is_relative(token: Token, following: Token | None) -> bool:
    """Return whether a word continues the one before it: `gallium, which is controlled`."""
    is_verb = following is not None and bool(following.meanings & {Meaning.AUXILIARY, Meaning.PAST})
    return Meaning.WHICH in token.meanings and is_verb


def _up_to_mark(text: str, tokens: Sequence[Token], at: int) -> list[Token]:
    found = [tokens[at]]
    for previous, token in zip(tokens[at:], tokens[at + 1 :], strict=False):
        if _MARKS.search(text[previous.end : token.start]):
            break
        found.append(token)
    return found


def _is_verb_first(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb followed by its subject is at a position: `is it`, `does Germany`."""
    if not tokens[at].meanings & _VERBS or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    if following.text.casefold() in ("a", "an", "any"):
        return any(t.meanings & {Meaning.NEED} for t in tokens[at:])
    if following.metals or following.place or following.code or following.is_document:
        return True
    return following.text.casefold() in _SUBJECTS or Meaning.EXPORTS in following.meanings

"""The verdict on a code: whether a customs number or control code is on the lists of a jurisdiction on a day.

The rule stands in the data's README. Where its words leave a choice, this module decides:

- "None is equal" speaks of codes that count. A number that equals only codes which do not count (measure
  ended, other destination, other tariff year) is judged by its neighbours, or there is no code on file.
- Eight digits asked that equal eight digits printed are equal; only what lies below either is possible.
- A match on the whole number leaves out the neighbours. A control code keeps what lies below it, even where
  the code itself is an item too, for an entry includes its sub-entries; the equal items come first.
- The headline is a word for the goods: an item under licence reads "licence" even where it is only a special
  form of its metal, whose own status is lower.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from explorer.data.context import Context
from explorer.data.controls import status
from explorer.data.dates import first_day
from explorer.data.records import KIND_RANK, Item, ItemCode, Measure
from explorer.errors import KnownError

LISTED, SUSPENDED, ANNOUNCED, POSSIBLE, NO_CODE = (
    "LISTED",
    "SUSPENDED",
    "ANNOUNCED",
    "POSSIBLE",
    "NO REFERENCE CODE ON FILE",
)
LENGTHS = (6, 8, 10)

_BEST = {status.IN_FORCE: LISTED, status.SUSPENDED: SUSPENDED, status.ANNOUNCED: ANNOUNCED}
_STATE_ORDER = {state: n for n, state in enumerate(_BEST)}
_BETWEEN_DIGITS = re.compile(r"[\s.\-\u2010-\u2015\u2212]+")
_LABEL = re.compile(
    r"(?:HS|HTS|HTSUS|CN|TARIC|NC|ECCN|TARIFF|CODE|NO|商品编号|海关编码|海关商品编号)(?:\s*(?:CODE|NO))?[\s.:#：]*(?=\d)",
    re.I,
)
_CONTROL = re.compile(r"(?=[0-9]*[A-Z])(?=[A-Z]*[0-9])[0-9A-Z]{2,12}(\.[0-9A-Z]{1,4}){0,6}", re.ASCII)
# An entry of a control list with its sub-entry grown on: `3C001A`, `3C001-A`, `3C001(A)`.
_GROWN = re.compile(r"(\d[A-Z]\d{3})(?:[-(.]|(?=[A-Z]))([0-9A-Z][0-9A-Z.()-]*)", re.ASCII)
_PIECE = re.compile(r"[A-Z]+|\d+", re.ASCII)
_CATALOGUE_NUMBER = re.compile(r"\d{6}[A-Z]", re.ASCII)
_HIDDEN_NUMBER = re.compile(r"\d{6}")
_SEVERAL = re.compile(r"\w{5}[;,、；，]\s*\w{5}")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Also:
    """Another measure that has not ended and applies to a match: a ban has no items of its own.

    It targets the metal, or with the reach `listed` every item on the dual-use list that is in force.
    """

    measure: Measure
    state: str
    presumed: bool

    def as_dict(self) -> dict[str, Any]:
        """Return the measure as plain values for JSON."""
        return {
            "measure_id": self.measure.measure_id,
            "kind": self.measure.kind,
            "strictness": self.measure.strictness,
            "destination": self.measure.destination,
            "state": self.state,
            "presumed": self.presumed,
        }


@dataclass(frozen=True, slots=True)
class Match:
    """An item that a code found, with the state of its measure; a control code's match has no `hs_code`."""

    item: Item
    measure: Measure
    hs_code: str | None
    state: str
    presumed: bool
    also: tuple[Also, ...]

    def in_force(self) -> Iterator["Match | Also"]:
        """Everything in force here: the item's own measure, and the others for its metal."""
        everything: tuple[Match | Also, ...] = (self, *self.also)
        return (found for found in everything if found.state == status.IN_FORCE)

    def as_dict(self) -> dict[str, Any]:
        """Return the match as plain values for JSON."""
        return {
            "item_id": self.item.item_id,
            "metal": self.item.metal_id,
            "control_code": self.item.control_code,
            "hs_code": self.hs_code,
            "description": self.item.description,
            "measure_id": self.measure.measure_id,
            "kind": self.measure.kind,
            "strictness": self.measure.strictness,
            "state": self.state,
            "presumed": self.presumed,
            "also": [a.as_dict() for a in self.also],
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a code: `headline` is the highest kind in force, `none`, or None without a match.

    `strictness` is `in_principle` where everything of that kind only refuses in principle, `presumed` whether
    everything of that kind is. `catch_all` is the rule in force for goods on no list, named where no code is on file.
    """

    code: str
    normalised: str
    verdict: str
    headline: str | None
    strictness: str | None
    presumed: bool
    matches: tuple[Match, ...]
    catch_all: Also | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the verdict as plain values for JSON."""
        return {
            "code": self.code,
            "normalised": self.normalised,
            "verdict": self.verdict,
            "headline": self.headline,
            "strictness": self.strictness,
            "presumed": self.presumed,
            "matches": [m.as_dict() for m in self.matches],
            "catch_all": self.catch_all.as_dict() if self.catch_all else None,
        }


@dataclass(frozen=True, slots=True)
class _Answer:
    """The part of a verdict that many codes share."""

    verdict: str
    headline: str | None
    strictness: str | None
    presumed: bool
    matches: tuple[Match, ...]


_NOTHING = _Answer(NO_CODE, None, None, False, ())


def normalise(code: str) -> str:
    """Give a customs number as bare digits, a control code as printed (`1C117.d`), or raise KnownError."""
    text = _unlabelled(unicodedata.normalize("NFKC", code).strip())
    digits = _BETWEEN_DIGITS.sub("", text)
    if not digits.isascii():
        text = _unlabelled("".join(c for c in text if unicodedata.category(c) != "Cf"))
        digits = _BETWEEN_DIGITS.sub("", text)
    if digits.isascii() and digits.isdigit():
        return _customs_number(digits, code)
    control = _control_code(text)
    if control is None:
        one = ", one by one" if _SEVERAL.search(text) else ""
        raise KnownError(
            f"“{_shown(code)}” is no code: write a customs code of 6, 8 or 10 digits, like 8112929010, "
            f"or a control code, like 3C001{one}."
        )
    return control


def _unlabelled(text: str) -> str:
    """Return a code without the word before it: `HS 8112929010`, `ECCN 3C001`."""
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def _control_code(text: str) -> str | None:
    """Return a control code as lists print it, sub-entries after dots; None where the text is none.

    `3C001a`, `3C001 a`, `3C001(a)` and `3C001-a` are all `3C001.a`. A customs number with something grown on
    (`8112929010kg`) is no code, and not one that is on no list.
    """
    plain = "".join(text.split()).rstrip(".").upper()
    grown = _GROWN.fullmatch(plain)
    if grown is not None and ".." not in plain:
        plain = ".".join((grown[1], *_PIECE.findall(grown[2])))
    hidden = _HIDDEN_NUMBER.search(plain) and not _CATALOGUE_NUMBER.fullmatch(plain)
    if hidden or not _CONTROL.fullmatch(plain):
        return None
    head, dot, tail = plain.partition(".")
    return head + dot + tail.lower()


def _customs_number(digits: str, code: str) -> str:
    if len(digits) in LENGTHS:
        return digits
    count = "1 digit" if len(digits) == 1 else f"{len(digits)} digits"
    sentence = f"“{_shown(code)}” has {count}: customs codes have 6, 8 or 10"
    if len(digits) + 1 in LENGTHS:
        raise KnownError(f"{sentence}; a spreadsheet may have dropped a leading zero.")
    raise KnownError(f"{sentence}.")


def _shown(code: str) -> str:
    text = " ".join(code.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class CodeChecker:
    """Judges codes for one day, destination and controlling jurisdiction; everything is worked out once."""

    def __init__(
        self,
        measures: Iterable[Measure],
        items: Iterable[Item],
        context: Context,
    ) -> None:
        self.context = context
        self._living = {m.measure.measure_id: m for m in _living(measures, context)}
        unlisted = (a for a in self._living.values() if a.measure.reach == "unlisted")
        self._catch_all = next((a for a in unlisted if a.state == status.IN_FORCE), None)
        self._listed = [a for a in self._living.values() if a.measure.reach == "listed"]
        self._also: dict[tuple[str, str, bool], tuple[Also, ...]] = {}
        equal: dict[str, list[Match]] = defaultdict(list)
        self._by_prefix: dict[str, list[Match]] = defaultdict(list)
        whole: dict[str, list[Match]] = defaultdict(list)
        below: dict[str, list[Match]] = defaultdict(list)
        for item in items:
            own = self._living.get(item.measure_id)
            if own is None:
                continue
            for digits in sorted({_digits(c.hs_code) for c in _counting(item, own.measure, context.as_of)}):
                match = self._match(item, own, digits)
                equal[digits].append(match)
                for length in {min(len(digits), 8), 6}:
                    self._by_prefix[digits[:length]].append(match)
            match = self._match(item, own, None)
            for key, is_whole in _control_keys(item).items():
                (whole if is_whole else below)[key].append(match)
        self._equal = {digits: _answer(found) for digits, found in equal.items()}
        self._control = {key: _answer(whole.get(key, []), below.get(key, [])) for key in {*whole, *below}}
        self._possible: dict[str, _Answer] = {}

    def check(self, code: str) -> Verdict:
        """Return the verdict on a customs number or control code; raise KnownError where it is neither."""
        normalised = normalise(code)
        if normalised.isdigit():
            answer = self._equal.get(normalised) or self._possible_for(normalised[:8])
        else:
            answer = self._control.get(normalised.upper(), _NOTHING)
        catch_all = None if answer.matches else self._catch_all
        return Verdict(
            code,
            normalised,
            answer.verdict,
            answer.headline,
            answer.strictness,
            answer.presumed,
            answer.matches,
            catch_all,
        )

    def _possible_for(self, prefix: str) -> _Answer:
        """Return what all numbers of one beginning share: of 8 digits, or 6 where only 6 are asked."""
        if prefix[:6] not in self._by_prefix:
            return _NOTHING
        answer = self._possible.get(prefix)
        if answer is None:
            near = self._by_prefix.get(prefix, [])
            far = [m for m in self._by_prefix[prefix[:6]] if (m.hs_code or "")[:8] != prefix]
            answer = _answer(near if len(prefix) == 8 else [], far, verdict=POSSIBLE)
            self._possible[prefix] = answer
        return answer

    def _match(self, item: Item, own: Also, hs_code: str | None) -> Match:
        is_raised = own.state == status.IN_FORCE and item.is_on_dual_use_list
        key = (item.metal_id, item.measure_id, is_raised)
        if key not in self._also:
            others = [a for a in self._living.values() if a is not own and a.measure.target(item.metal_id)]
            others += self._listed if is_raised else []
            self._also[key] = tuple(sorted(others, key=lambda a: (*_importance(a), a.measure.measure_id)))
        return Match(item, own.measure, hs_code, own.state, own.presumed, self._also[key])


def _living(measures: Iterable[Measure], context: Context) -> Iterator[Also]:
    """The measures that match the destination and are announced, in force or suspended on the day."""
    for measure in measures:
        state = status.state_on(measure, context.as_of) if status.matches(measure, context) else None
        if state is not None and state.name != status.ENDED:
            yield Also(measure, state.name, state.presumed)


def _counting(item: Item, measure: Measure, on: date) -> Iterator[ItemCode]:
    """The codes of an item whose tariff years hold the day."""
    return (c for c in item.codes if has_begun(c, measure, on) and not has_ended(c, on))


def has_begun(code: ItemCode, measure: Measure, on: date) -> bool:
    """Tell whether the tariff years of a code begin by the day, or by the later one on which its measure does."""
    reach = max(on, first_day(measure.effective)) if measure.effective else on
    return code.valid_from is None or first_day(code.valid_from) <= reach


def has_ended(code: ItemCode, on: date) -> bool:
    """Tell whether the tariff years of a code are over on the day."""
    return code.valid_to is not None and first_day(code.valid_to) < on


def _digits(hs_code: str) -> str:
    return "".join(c for c in hs_code if c.isdigit())


def _control_keys(item: Item) -> dict[str, bool]:
    """Return every text that finds the item by control code, and whether it is one of them as a whole."""
    keys: dict[str, bool] = {}
    for code in item.control_codes:
        parts = code.upper().split(".")
        for n in range(1, len(parts) + 1):
            key = ".".join(parts[:n])
            keys[key] = keys.get(key, False) or n == len(parts)
    return keys


def _importance(found: Match | Also) -> tuple[int, int]:
    return -KIND_RANK[found.measure.kind], _STATE_ORDER[found.state]


def _answer(near: list[Match], far: Iterable[Match] = (), verdict: str | None = None) -> _Answer:
    """Return the answer for what was found, the nearer before the farther, each by state and rank."""

    def place(match: Match) -> tuple[int, int, str, str]:
        rank, state = _importance(match)
        return state, rank, match.item.item_id, match.hs_code or ""

    matches = (*sorted(near, key=place), *sorted(far, key=place))
    best = min((m.state for m in matches), key=_STATE_ORDER.__getitem__)
    in_force = [found for match in matches for found in match.in_force()]
    headline = max((f.measure.kind for f in in_force), key=KIND_RANK.__getitem__, default="none")
    leading = [f for f in in_force if f.measure.kind == headline]
    strictness = status.strictness(f.measure for f in leading)
    presumed = bool(leading) and all(f.presumed for f in leading)
    return _Answer(verdict or _BEST[best], headline, strictness, presumed, matches)

"""The verdict on a code: whether a customs number or control code is on the lists of a jurisdiction on a day.

The rule is in the README of the data. Where it leaves a choice, this module decides:

- "None is equal" speaks of codes that count. A number that equals only codes which do not count (measure
  ended, other destination, other tariff year) is judged by its neighbours, or no code is on file.
- Eight digits that equal eight published digits are equal; longer codes under either are only possible.
- A match on the whole number excludes its neighbours. A control code includes its sub-entries, even where
  the code itself is an item too; the equal items come first.
- The headline is about the goods: an item under licence reads "licence" even where it is only a special
  form of its metal, whose own status is lower.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls import status
from explorer.data.controls.code_text import normalise
from explorer.data.controls.described_codes import described_codes, described_in
from explorer.data.controls.verdict_names import ANNOUNCED as ANNOUNCED
from explorer.data.controls.verdict_names import LISTED as LISTED
from explorer.data.controls.verdict_names import NO_CODE as NO_CODE
from explorer.data.controls.verdict_names import POSSIBLE as POSSIBLE
from explorer.data.controls.verdict_names import SUSPENDED as SUSPENDED
from explorer.data.dates import first_day
from explorer.data.records import KIND_RANK, Item, ItemCode, Measure

_BEST = {status.IN_FORCE: LISTED, status.SUSPENDED: SUSPENDED, status.ANNOUNCED: ANNOUNCED}
_STATE_ORDER = {state: n for n, state in enumerate(_BEST)}


class RelatedMeasure(Struct, frozen=True):
    """Another measure that has not ended and applies to a match: a ban has no items of its own.

    It targets the metal, or with the reach `listed` every item on the dual-use list that is in force.
    """

    measure: Measure
    state: str
    presumed: bool
    your_entry: bool

    def as_dict(self) -> dict[str, Any]:
        """Return the measure as plain values for JSON."""
        return {
            "measure_id": self.measure.measure_id,
            "kind": self.measure.kind,
            "strictness": self.measure.strictness,
            "destination": self.measure.destination,
            "state": self.state,
            "presumed": self.presumed,
            "your_entry": self.your_entry,
        }


class Match(Struct, frozen=True):
    """An item that matches a code, with the state of its measure; the match of a control code has no `hs_code`."""

    item: Item
    measure: Measure
    hs_code: str | None
    state: str
    presumed: bool
    your_entry: bool
    related: tuple[RelatedMeasure, ...]

    @property
    def measures(self) -> tuple["Match | RelatedMeasure", ...]:
        """The measure of the item, and related measures."""
        return (self, *self.related)

    def in_force(self) -> Iterator["Match | RelatedMeasure"]:
        """Return what is in force: the measure of the item, and related measures."""
        return (m for m in self.measures if m.state == status.IN_FORCE)

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
            "your_entry": self.your_entry,
            "also": [a.as_dict() for a in self.related],
        }


Waiting = tuple[Match, Match | RelatedMeasure]


class Verdict(Struct, frozen=True):
    """What is on file about a code: `headline` is the highest kind in force, `none`, or None without a match.

    `strictness` is `in_principle` where everything of that kind only refuses in principle, `presumed` whether
    everything of that kind is. `waiting` is the strictest measure above what is in force that is paused, else
    announced, after the match that it applies to. `catch_all` is the rule in force for goods on no list, given where
    no code is on file; `described` are the items that name the code only in their description, given there too,
    with the states of their measures.
    `your_entry` is whether the verdict would be another one without the entries of the user, or would name another
    measure that waits.
    """

    code: str
    normalised: str
    verdict: str
    headline: str | None
    strictness: str | None
    presumed: bool
    matches: tuple[Match, ...]
    waiting: Waiting | None = None
    catch_all: RelatedMeasure | None = None
    your_entry: bool = False
    described: tuple[Match, ...] = ()

    @property
    def naming_matches(self) -> tuple[Match, ...]:
        """The items that list the code; if there are none, those that name it only in their description."""
        return self.matches or self.described

    @property
    def metal_ids(self) -> tuple[str, ...]:
        """The metals of the items that name the code, each once."""
        return tuple(dict.fromkeys(match.item.metal_id for match in self.naming_matches))

    @property
    def shared_key(self) -> tuple[object, ...]:
        """What verdicts of one checker share where only the code differs."""
        return (
            id(self.matches),
            self.verdict,
            self.your_entry,
            *(match.item.item_id for match in self.described),
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the verdict as plain values for JSON."""
        return {
            "code": self.code,
            "normalised": self.normalised,
            "verdict": self.verdict,
            "headline": self.headline,
            "strictness": self.strictness,
            "presumed": self.presumed,
            "your_entry": self.your_entry,
            "matches": [m.as_dict() for m in self.matches],
            "catch_all": self.catch_all.as_dict() if self.catch_all else None,
            "described_in": [match.as_dict() for match in self.described],
        }


class _CodeVerdict(Struct, frozen=True):
    """The part of a verdict that many codes share."""

    verdict: str
    headline: str | None
    strictness: str | None
    presumed: bool
    matches: tuple[Match, ...]
    waiting: Waiting | None = None


_NOTHING = _CodeVerdict(NO_CODE, None, None, False, ())


class CodeChecker:
    """Checks codes for one day, origin and destination; each verdict is worked out when it is first asked for."""

    def __init__(
        self,
        measures: Iterable[Measure],
        items: Iterable[Item],
        context: Context,
    ) -> None:
        self.context = context
        measures = tuple(measures)
        items = tuple(items)
        self._published = _published_checker(measures, items, context)
        self._by_id = {m.measure.measure_id: m for m in _related_measures(measures, context)}
        unlisted = (a for a in self._by_id.values() if a.measure.reach == "unlisted")
        self._catch_all = next((a for a in unlisted if a.state == status.IN_FORCE), None)
        self._described = described_codes(item for item in items if item.measure_id in self._by_id)
        self._listed = [a for a in self._by_id.values() if a.measure.reach == "listed"]
        self._related: dict[tuple[str, str, bool], tuple[RelatedMeasure, ...]] = {}
        self._equal: dict[str, list[Match]] = defaultdict(list)
        self._by_prefix: dict[str, list[Match]] = defaultdict(list)
        self._whole: dict[str, list[Match]] = defaultdict(list)
        self._below: dict[str, list[Match]] = defaultdict(list)
        for item in items:
            own = self._by_id.get(item.measure_id)
            if own is None:
                continue
            for number in sorted({digits(c.hs_code) for c in _counting(item, own.measure, context.as_of)}):
                match = self._match(item, own, number)
                self._equal[number].append(match)
                for length in {min(len(number), 8), 6}:
                    self._by_prefix[number[:length]].append(match)
            match = self._match(item, own, None)
            for key, is_whole in _control_keys(item.control_codes).items():
                (self._whole if is_whole else self._below)[key].append(match)
        self._verdicts: dict[tuple[str, str], _CodeVerdict] = {}

    def check(self, code: str) -> Verdict:
        """Return the verdict on a customs number or control code; raise KnownError where it is neither."""
        verdict = self._check(code)
        if self._published is None:
            return verdict
        published = self._published.check(code)
        is_other = _content(verdict) != _content(published) or _lacks_waiting(verdict, published)
        return replace(verdict, your_entry=is_other)

    def _check(self, code: str) -> Verdict:
        normalised = normalise(code)
        if normalised.isdigit():
            shared = self._equal_to(normalised) or self._possible_for(normalised[:8])
        else:
            shared = self._under(normalised.upper())
        catch_all = None if shared.matches else self._catch_all
        return Verdict(
            code,
            normalised,
            shared.verdict,
            shared.headline,
            shared.strictness,
            shared.presumed,
            shared.matches,
            shared.waiting,
            catch_all,
            described=() if shared.matches else tuple(self._described_in(normalised)),
        )

    def _described_in(self, normalised: str) -> Iterator[Match]:
        for item in described_in(self._described, normalised):
            yield self._match(item, self._by_id[item.measure_id], None)

    def _equal_to(self, number: str) -> _CodeVerdict | None:
        """Return the verdict on a published number, None for any other."""
        key, found = ("equal", number), self._equal.get(number)
        if found and key not in self._verdicts:
            self._verdicts[key] = _code_verdict(found)
        return self._verdicts.get(key)

    def _under(self, control_code: str) -> _CodeVerdict:
        """Return the verdict on a control code with its sub-entries."""
        key = ("control", control_code)
        whole, below = self._whole.get(control_code, []), self._below.get(control_code, [])
        if (whole or below) and key not in self._verdicts:
            self._verdicts[key] = _code_verdict(whole, below)
        return self._verdicts.get(key, _NOTHING)

    def _possible_for(self, prefix: str) -> _CodeVerdict:
        """Return the verdict on all numbers with the same first 8 digits, or 6 where only 6 are given."""
        if prefix[:6] not in self._by_prefix:
            return _NOTHING
        key = ("possible", prefix)
        if key not in self._verdicts:
            near = self._by_prefix.get(prefix, [])
            far = [m for m in self._by_prefix[prefix[:6]] if (m.hs_code or "")[:8] != prefix]
            self._verdicts[key] = _code_verdict(near if len(prefix) == 8 else [], far, verdict=POSSIBLE)
        return self._verdicts[key]

    def _match(self, item: Item, own: RelatedMeasure, hs_code: str | None) -> Match:
        is_raised = own.state == status.IN_FORCE and item.is_on_dual_use_list
        key = (item.metal_id, item.measure_id, is_raised)
        if key not in self._related:
            others = [a for a in self._by_id.values() if a is not own and a.measure.target(item.metal_id)]
            others += self._listed if is_raised else []
            self._related[key] = tuple(sorted(others, key=lambda a: (*_importance(a), a.measure.measure_id)))
        state = own.state, own.presumed, own.your_entry
        return Match(item, own.measure, hs_code, *state, self._related[key])


def _published_checker(
    measures: Iterable[Measure], items: Iterable[Item], context: Context
) -> CodeChecker | None:
    """Return the checker without the entries of the user, None where there are none."""
    if not any(m.is_own or m.published for m in measures):
        return None
    return CodeChecker((m.published or m for m in measures if not m.is_own), items, context)


def _content(verdict: Verdict) -> tuple[object, ...]:
    """Return what a verdict says."""
    catch_all = verdict.catch_all.measure.measure_id if verdict.catch_all else None
    described = [(m.item.item_id, m.state, m.presumed) for m in verdict.described]
    return verdict.verdict, verdict.headline, verdict.strictness, verdict.presumed, catch_all, described


def _lacks_waiting(verdict: Verdict, published: Verdict) -> bool:
    """Return whether a measure that waits in the published facts is missing, and none in its place says why."""
    if published.waiting is None:
        return False
    if verdict.waiting is None:
        return True
    (_, before), (_, after) = published.waiting, verdict.waiting
    return before.measure.measure_id != after.measure.measure_id and not after.your_entry


def _related_measures(measures: Iterable[Measure], context: Context) -> Iterator[RelatedMeasure]:
    """Yield the measures that match the destination and are announced, in force or suspended on the day."""
    for measure in measures:
        state = status.state_on(measure, context.as_of) if status.matches(measure, context) else None
        if state is not None and state.name != status.ENDED:
            yield RelatedMeasure(measure, state.name, state.presumed, state.your_entry)


def _counting(item: Item, measure: Measure, on: date) -> Iterator[ItemCode]:
    """Return the codes of an item whose tariff years include the day."""
    return (c for c in item.codes if has_begun(c, measure, on) and not has_ended(c, on))


def has_begun(code: ItemCode, measure: Measure, on: date) -> bool:
    """Return whether the tariff years of a code have begun by the day, or by the later first day of its measure."""
    latest = max(on, first_day(measure.effective)) if measure.effective else on
    return code.valid_from is None or first_day(code.valid_from) <= latest


def has_ended(code: ItemCode, on: date) -> bool:
    """Return whether the tariff years of a code are over on the day."""
    return code.valid_to is not None and first_day(code.valid_to) < on


@lru_cache(maxsize=8192)
def digits(hs_code: str) -> str:
    """Return a customs code without its points and spaces."""
    return "".join(c for c in hs_code if c.isdigit())


@lru_cache(maxsize=8192)
def _control_keys(control_codes: tuple[str, ...]) -> dict[str, bool]:
    """Return every beginning of the control codes of an item, and whether it is a whole code."""
    keys: dict[str, bool] = {}
    for code in control_codes:
        parts = code.upper().split(".")
        for n in range(1, len(parts) + 1):
            key = ".".join(parts[:n])
            keys[key] = keys.get(key, False) or n == len(parts)
    return keys


def _importance(measure: Match | RelatedMeasure) -> tuple[int, int]:
    return -KIND_RANK[measure.measure.kind], _STATE_ORDER[measure.state]


def _code_verdict(near: list[Match], far: Iterable[Match] = (), verdict: str | None = None) -> _CodeVerdict:
    """Return the verdict for matches, the nearer before the farther, each by state, rank and relation.

    What targets a metal comes before a special form of it.
    """

    def place(match: Match) -> tuple[int, int, bool, str, str]:
        rank, state = _importance(match)
        return state, rank, match.item.relation != "target", match.item.item_id, match.hs_code or ""

    matches = (*sorted(near, key=place), *sorted(far, key=place))
    best = min((m.state for m in matches), key=_STATE_ORDER.__getitem__)
    in_force = [measure for match in matches for measure in match.in_force()]
    headline = max((f.measure.kind for f in in_force), key=KIND_RANK.__getitem__, default="none")
    leading = [f for f in in_force if f.measure.kind == headline]
    strictness = status.strictness(f.measure for f in leading)
    presumed = bool(leading) and all(f.presumed for f in leading)
    waiting = _strictest_waiting(matches, KIND_RANK[headline])
    return _CodeVerdict(verdict or _BEST[best], headline, strictness, presumed, matches, waiting)


def _strictest_waiting(matches: Iterable[Match], rank: int) -> Waiting | None:
    """Return the strictest measure above a rank that is paused, else announced."""
    waiting: list[Waiting] = [
        (match, measure)
        for match in matches
        for measure in match.measures
        if measure.state != status.IN_FORCE and KIND_RANK[measure.measure.kind] > rank
    ]
    return min(waiting, key=lambda pair: _importance(pair[1]), default=None)

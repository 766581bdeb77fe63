"""Checks a saved parts list: what differs from an earlier day or the last check, why, and what will change."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.code_text import normalise
from explorer.data.controls.state_changes import StateChange
from explorer.data.dates import LAST_YEAR, first_day, show
from explorer.data.parts.beginnings import beginnings, spans_from, turns_of
from explorer.data.parts.causes import causes_of
from explorer.data.parts.courses import BLOCK, DAY, Courses
from explorer.data.parts.reasons import entry_steps, reasons
from explorer.data.parts.records import DATE, ENTRY, LineChange, PartsResult, Reason
from explorer.data.places import not_an_export
from explorer.data.steps import Steps, each, result_of
from explorer.data.store import Store
from explorer.data.user.parts_records import AHEAD, Course, LastCheck, LineVerdict, PartsLine, PartsList
from explorer.errors import KnownError
from explorer.language import gettext


def check_parts(
    store: Store, parts: PartsList, as_of: date, since: date | None = None, ahead: int = AHEAD
) -> PartsResult:
    """Return the check of a list; see `stepwise_check`."""
    return result_of(stepwise_check(store, parts, as_of, since, ahead))


def stepwise_check(
    store: Store, parts: PartsList, as_of: date, since: date | None = None, ahead: int = AHEAD
) -> Steps[PartsResult]:
    """Check a list in steps of a few milliseconds, and return the result.

    Without `since`, the verdicts on the as-of date are compared with those of the last check, which another edition or
    other entries may have given. With it, both days are judged by the facts in use. `ahead` is in days.
    """
    check = _Check(store, parts, as_of, since, ahead)
    if not check.refusal:
        yield from check.run()
    return check.result()


def check_order(since: date, as_of: date) -> None:
    """Raise KnownError where the day to compare with is later than the as-of date."""
    if since > as_of:
        text = gettext("The first day, {since}, is after the last day, {until}.")
        raise KnownError(text.format(since=show(since), until=show(as_of)))


class _Check:
    """The check of one list; codes are in standard form, and several lines may have the same one."""

    def __init__(self, store: Store, parts: PartsList, as_of: date, since: date | None, ahead: int) -> None:
        facts = parts.facts
        self._store, self._parts, self._as_of = store, parts, as_of
        self._last = parts.last if since is None else None
        self._since = since or (self._last.day if self._last is not None else as_of)
        self._until = min(as_of + timedelta(days=ahead), date(LAST_YEAR, 12, 31))
        self._context = Context(as_of, facts.origin, facts.destination)
        self._codes: dict[str, str] = {}
        self._then: dict[str, Course] = {}
        self._used = Courses(store, facts.origin, facts.destination)
        is_same = store.published is store
        self._published = self._used if is_same else Courses(store.published, facts.origin, facts.destination)
        self._now: dict[str, Course] = {}
        self._begun: dict[str, date | None] = {}
        self._reasons: dict[tuple[str, date], Reason] = {}
        self._by_entries: dict[str, tuple[StateChange, ...]] = {}
        self._changes: list[LineChange] = []
        self._ahead: list[LineChange] = []
        self.refusal = not_an_export(store, facts.origin, facts.destination) or self._order_fault()

    def _order_fault(self) -> str:
        """Return the sentence where the day to compare with is later than the as-of date."""
        if self._last is not None and self._since > self._as_of:
            text = gettext(
                "The last check ({since}) is later than the as-of date ({until}). Choose an earlier day to compare "
                "with, or a later as-of date."
            )
            return text.format(since=show(self._since), until=show(self._as_of))
        try:
            check_order(self._since, self._as_of)
        except KnownError as error:
            return str(error)
        return ""

    def run(self) -> Iterator[None]:
        """Find the verdicts, what differs, and why."""
        yield from self._read_codes()
        codes = list(dict.fromkeys(self._codes.values()))
        for courses in dict.fromkeys((self._used, self._published)):
            days = self._since, self._as_of, *courses.turns_after(self._as_of)
            yield from courses.prepare(codes, days)
        yield from each(codes, self._add_course, BLOCK)
        changed: list[str] = []
        for number, code in enumerate(codes, start=1):
            if self._before(code).differs_from(self._now[code].on(self._as_of)):
                changed.append(code)
            if number % BLOCK == 0:
                yield
        self._begun = yield from beginnings(self._used, changed, self._as_of)
        yield from self._find_reasons()
        yield from each(self._parts.lines, self._add_changes, BLOCK)
        self._ahead.sort(key=lambda change: change.day or date.max)

    def _read_codes(self) -> Iterator[None]:
        """Find the standard form of the codes, without those that are not codes, and what the last check gave."""
        texts = dict.fromkeys(line.code for line in self._parts.lines)
        yield from each(texts, self._add_code, BLOCK)
        if self._last is not None:
            found = self._last.courses.items()
            self._then = {self._codes[text]: course for text, course in found if text in self._codes}

    def _add_code(self, text: str) -> None:
        with suppress(KnownError):
            self._codes[text] = normalise(text)

    def _add_course(self, code: str) -> None:
        used = spans_from(self._used, code, self._as_of)
        is_same = self._published is self._used
        published = used if is_same else spans_from(self._published, code, self._as_of)
        self._now[code] = Course(used, published)

    def _before(self, code: str) -> LineVerdict:
        """Return the verdict to compare with: that of the last check, else by the facts in use."""
        then = self._then.get(code)
        return then.on(self._since) if then is not None else self._used.on(code, self._since)

    def _find_reasons(self) -> Iterator[None]:
        """Find what changes each verdict on its day."""
        days: dict[date, dict[str, None]] = defaultdict(dict)
        for code, day in self._begun.items():
            if day is not None:
                days[day][code] = None
        for code, course in self._now.items():
            for day, _, _ in turns_of(course.used, self._until):
                days[day][code] = None
        for day, codes in days.items():
            before, after = self._used.checker(day - DAY), self._used.checker(day)
            yield
            for number, (code, reason) in enumerate(reasons(self._store, codes, before, after), start=1):
                self._reasons[code, day] = reason
                if number % BLOCK == 0:
                    yield
        by_entries = [code for code in self._begun if ENTRY in self._because(code)]
        if by_entries:
            checkers = [courses.checker(self._as_of) for courses in (self._used, self._published)]
            yield
            for code in by_entries:
                verdicts = [checker.check(code) for checker in checkers]
                self._by_entries[code] = entry_steps(self._store, verdicts, self._as_of)

    def result(self) -> PartsResult:
        """Return the result of a check that has run, or was refused."""
        last, is_checked = self._last, not self.refusal
        edition = self._store.edition.data_version
        courses = {text: self._now[code] for text, code in self._codes.items()} if is_checked else {}
        return PartsResult(
            parts=self._parts,
            context=self._context,
            since=self._since,
            is_since_last=last is not None,
            edition_before=last.edition if last is not None else edition,
            edition=edition,
            changes=tuple(self._changes),
            ahead=tuple(self._ahead),
            until=self._until,
            unreadable=tuple(line for line in self._parts.lines if line.code not in self._codes),
            check=LastCheck(self._as_of, edition, courses) if is_checked else None,
            refusal=self.refusal,
        )

    def _add_changes(self, line: PartsLine) -> None:
        """Note a line whose verdict differs from the earlier one, and the days on which it will be another."""
        code = self._codes.get(line.code)
        if code is None:
            return
        if code in self._begun:
            after, day = self._now[code].on(self._as_of), self._begun[code]
            change = self._change(line, self._before(code), after, day, self._because(code))
            reason = replace(change.reason, entries=self._by_entries.get(code, ()))
            self._changes.append(replace(change, reason=reason))
        for day, before, after in turns_of(self._now[code].used, self._until):
            self._ahead.append(self._change(line, before, after, day, (DATE,)))

    def _because(self, code: str) -> tuple[str, ...]:
        then = self._then.get(code)
        return causes_of(then, self._now[code], self._since, self._as_of) if then is not None else (DATE,)

    def _change(
        self,
        line: PartsLine,
        before: LineVerdict,
        after: LineVerdict,
        day: date | None,
        because: tuple[str, ...],
    ) -> LineChange:
        reason = self._reasons[self._codes[line.code], day] if day is not None else Reason()
        is_beyond = day is not None and day > first_day(self._store.edition.verified_to)
        return LineChange(line, before, after, day, because, reason, is_beyond)

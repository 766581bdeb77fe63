"""Since when verdicts apply, and the days on which they will be others."""

from collections.abc import Generator, Iterable, Iterator
from datetime import date

from explorer.data.parts.courses import DAY, Courses
from explorer.data.user.parts_records import LineVerdict, VerdictSpan


def beginnings(
    courses: Courses, codes: Iterable[str], as_of: date
) -> Generator[None, None, dict[str, date | None]]:
    """Return in steps the first day of each verdict that applies on a day, None where it has no beginning on file."""
    found: dict[str, date | None] = dict.fromkeys(codes)
    pending = list(found)
    for turn in reversed([day for day in courses.turns if day <= as_of]):
        if not pending:
            break
        earlier = turn - DAY
        yield from courses.prepare(pending, [earlier])
        begun = {c for c in pending if courses.on(c, earlier).differs_from(courses.on(c, as_of))}
        found |= dict.fromkeys(begun, turn)
        pending = [code for code in pending if code not in begun]
    return found


def spans_from(courses: Courses, code: str, as_of: date) -> tuple[VerdictSpan, ...]:
    """Return the verdicts on a code from a day on."""
    spans = [VerdictSpan(as_of, courses.on(code, as_of))]
    for day in courses.turns_after(as_of):
        verdict = courses.on(code, day)
        if verdict != spans[-1].verdict:
            spans.append(VerdictSpan(day, verdict))
    return tuple(spans)


def turns_of(spans: Iterable[VerdictSpan], until: date) -> Iterator[tuple[date, LineVerdict, LineVerdict]]:
    """Yield the days up to the last one on which a verdict says something else, with the verdicts before and after."""
    before: LineVerdict | None = None
    for span in spans:
        if before is not None and span.first_day <= until and span.verdict.differs_from(before):
            yield span.first_day, before, span.verdict
        before = span.verdict

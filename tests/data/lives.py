"""Generated lives of measures, and a slow oracle of the status rule that reads like its prose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from explorer.data.dates import first_day
from explorer.data.records import KIND_RANK, Measure, MeasureEvent
from tests.data.builders import EPOCH, day, event, measure

LAST = 62
DAYS = [EPOCH + timedelta(days=n) for n in range(-2, LAST + 4)]
DESTINATIONS = ("ALL", "USA", "JPN", "USA-MIL", "EUU")
KINDS = tuple(kind for kind in KIND_RANK if kind != "none")
SUBSETS: tuple[tuple[str, ...], ...] = ((), ("gallium",), ("germanium",), ("gallium", "germanium"))

numbers = st.integers(0, LAST)


def examples(count: int) -> settings:
    """Settings that give the same examples on every machine, however slow it is."""
    return settings(
        max_examples=count, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
    )


@st.composite
def dates(draw: st.DrawFn, low: int = 0, high: int = LAST) -> str:
    """A day as the tables write it: mostly whole, now and then only its month."""
    text = day(draw(st.integers(low, high)))
    return text[:7] if text.endswith("-01") and draw(st.booleans()) else text


@st.composite
def suspensions(draw: st.DrawFn, low: int = 0) -> MeasureEvent:
    """A pause of some days, or without an end."""
    start = draw(st.integers(low, LAST))
    until = draw(st.none() | st.integers(start, LAST).map(day))
    return event(day(start), "suspended", until, draw(st.sampled_from(("text", "statement"))))


@st.composite
def event_lists(draw: st.DrawFn, low: int, effective: str | None) -> tuple[MeasureEvent, ...]:
    """Events in date order, at most one a day but for endings; none before the measure is known."""
    events: dict[str, MeasureEvent] = {}
    for _ in range(draw(st.integers(0, 5))):
        kind = draw(st.sampled_from(("suspended", "suspended", "suspended", "resumed", "amended", "ending")))
        if kind == "suspended":
            new = draw(suspensions(low))
        elif kind == "ending":
            new = event(draw(dates(low)), draw(st.sampled_from(("expired", "repealed", "replaced"))))
        else:
            until = draw(dates(low)) if kind == "amended" else None
            new = event(draw(dates(low)), kind, until)
        events[str(first_day(new.date))] = new
    if effective and draw(st.booleans()):
        events.setdefault(str(first_day(effective)), event(effective, "effective"))
    return tuple(events[key] for key in sorted(events))


@st.composite
def measures(
    draw: st.DrawFn, measure_id: str = "m", kinds: tuple[str, ...] = KINDS, near: bool = False
) -> Measure:
    """A measure with any life that the tables could hold; `near` ones mostly concern gallium to all."""
    announced = draw(st.none() | dates(0, 30))
    effective = draw(dates()) if announced is None else draw(st.none() | dates())
    known = [first_day(d) for d in (announced, effective) if d]
    low = (min(known) - EPOCH).days
    return measure(
        measure_id,
        draw(st.sampled_from(kinds)),
        draw(st.sampled_from((*("ALL",) * 4 * near, *DESTINATIONS))),
        announced,
        effective,
        draw(st.none() | dates(low)),
        draw(event_lists(low, effective)),
        draw(st.sampled_from((*(("gallium",),) * 4 * near, *SUBSETS))),
        draw(st.sampled_from(("CHN", "CHN", "CHN", "EUU"))),
    )


@st.composite
def sets_of_measures(draw: st.DrawFn) -> list[Measure]:
    """Up to six measures with ids of their own, of a few kinds so that several are of one kind."""
    kinds = tuple(draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=3)))
    return [draw(measures(f"m{n}", kinds, near=True)) for n in range(draw(st.integers(0, 6)))]


@dataclass
class Pause:
    """A suspended event that has begun and was not resumed."""

    begun: date
    until: date | None
    text: bool
    shown: str | None

    def holds(self, on: date) -> bool:
        return self.until is None or on <= self.until


def walk(found: Measure, on: date) -> tuple[str, bool, str | None] | None:
    """The oracle: live through a measure's days up to the one asked; give its state, presumed, shown end."""
    pauses: list[Pause] = []
    latest: Pause | None = None
    return_recorded = ended = False
    for today in (DAYS[0] + timedelta(days=n) for n in range((on - DAYS[0]).days + 1)):
        if found.expires and today == first_day(found.expires) + timedelta(days=1):
            ended = True
        for happening in found.events:
            if first_day(happening.date) != today:
                continue
            if happening.event in ("expired", "repealed", "replaced"):
                ended = True
            elif happening.event == "suspended":
                until = first_day(happening.until) if happening.until else None
                latest = Pause(today, until, happening.basis == "text", happening.until)
                pauses.append(latest)
                return_recorded = False
            elif happening.event == "resumed":
                pauses.clear()
                return_recorded = True
            elif happening.event == "effective":
                return_recorded = True
    if ended:
        return "ended", False, None
    if latest is not None and latest in pauses and latest.holds(on):
        told_by_text = any(p.text and p.holds(on) for p in pauses)
        return "suspended", not told_by_text, latest.shown
    if found.effective and first_day(found.effective) <= on:
        lapsed = latest is not None and not return_recorded
        before_it_began = lapsed and latest.until is not None and latest.until < first_day(found.effective)
        return "in_force", lapsed and not before_it_began, None
    if found.announced and first_day(found.announced) <= on:
        return "announced", False, None
    return None


def headline(
    found: Iterable[Measure], metal: str, on: date, to: str, origin: str
) -> tuple[str, bool, bool, bool]:
    """The oracle: the highest kind in force, and whether something is announced, suspended, presumed."""
    alive = []
    for one in found:
        names_destination = one.destination == "ALL" or one.destination == to
        names_metal = metal in [t.metal_id for t in one.targets]
        state = walk(one, on)
        if one.jurisdiction == origin and names_destination and names_metal and state:
            alive.append((KIND_RANK[one.kind], one.kind, *state))
    in_force = sorted((row for row in alive if row[2] == "in_force"), reverse=True)
    rank, kind = in_force[0][:2] if in_force else (0, "none")
    on_presumption = [row[3] for row in in_force if row[0] == rank]
    covered = [row for row in alive if row[2] == "suspended" and row[3] and row[0] > rank]
    presumed = bool(covered) or (bool(on_presumption) and False not in on_presumption)
    states = {row[2] for row in alive}
    return kind, "announced" in states, "suspended" in states, presumed

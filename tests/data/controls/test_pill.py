"""The words of a pill for measures of every kind, state and coverage, on synthetic measures."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.pill import pill, pill_words
from explorer.data.controls.status import status_of
from explorer.data.records import KIND_RANK, Measure, MeasureMetal
from explorer.data.store import Store
from tests.data.builders import SOURCES, event, measure

KINDS = [kind for kind in KIND_RANK if kind != "none"]
PAUSE = event("2025-02-01", "suspended", "2025-12-31")
DAY = date(2025, 6, 1)


def words(store: Store, given: Measure, *, with_end: bool = False) -> tuple[str, str]:
    """Return the words of the pill of a measure, and the shortest ones."""
    status = status_of([given], given.targets[0].metal_id, Context(DAY))
    return pill(store, status, with_end=with_end)[0], pill_words(store, status, pill_of(status)).versions[-1]


def covering(given: Measure, covers: str, metal: str = "gallium") -> Measure:
    return replace(given, targets=(MeasureMetal("m", metal, "goods", covers, "goods", "high", SOURCES),))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_words_in_every_state(store: Store, kind: str) -> None:
    in_force = words(store, measure(kind=kind))
    paused = words(store, measure(kind=kind, events=(PAUSE,)))
    announced = words(store, measure(kind=kind, effective="2025-09-01"))
    assert len({*in_force, *paused, *announced}) >= 3
    assert all(w.endswith("paused") for w in paused) and all(w.endswith(" announced") for w in announced)


@pytest.mark.parametrize(
    ("kind", "strictness", "in_force", "paused"),
    [
        ("prohibition", None, "ban", "ban paused"),
        ("prohibition", "in_principle", "refused in principle", "refusal paused"),
        ("licence", None, "licence required", "licence requirement paused"),
        ("trade_licence", None, "ordinary export licence", "ordinary licence requirement paused"),
    ],
)
def test_the_words_of_the_main_kinds(
    store: Store, kind: str, strictness: str | None, in_force: str, paused: str
) -> None:
    assert words(store, measure(kind=kind, strictness=strictness))[0] == in_force
    assert words(store, measure(kind=kind, strictness=strictness, events=(PAUSE,)))[0] == paused


@pytest.mark.parametrize(
    ("covers", "metal", "in_force", "paused"),
    [
        ("forms", "gallium", "licence, some forms", "licence requirement paused, some forms"),
        ("ores", "gallium", "licence, ores only", "licence requirement paused, ores only"),
        ("technology", "gallium", "licence, technology only", "licence requirement paused, technology only"),
        ("forms", "rare-earths", "licence, some members", "licence requirement paused, some members"),
    ],
)
def test_a_measure_on_a_part_says_which(
    store: Store, covers: str, metal: str, in_force: str, paused: str
) -> None:
    assert words(store, covering(measure(), covers, metal))[0] == in_force
    assert words(store, covering(measure(events=(PAUSE,)), covers, metal))[0] == paused


@pytest.mark.parametrize("metal", ["gallium", "rare-earths"])
def test_what_is_in_force_is_never_said_without_its_part(store: Store, metal: str) -> None:
    status = status_of([covering(measure(), "forms", metal)], metal, Context(DAY))
    assert pill_words(store, status, pill_of(status)).versions[-1] == "licence, in part"


def test_the_part_of_a_pause_is_left_out_last(store: Store) -> None:
    status = status_of([covering(measure(events=(PAUSE,)), "ores")], "gallium", Context(DAY))
    assert pill_words(store, status, pill_of(status)).versions == (
        "licence requirement paused, ores only",
        "licence rule paused, ores only",
        "paused, ores only",
        "paused",
    )


def test_a_pause_has_its_last_day_in_place_of_the_part(store: Store) -> None:
    paused = covering(measure(events=(PAUSE,)), "forms")
    assert words(store, paused, with_end=True)[0] == "licence requirement paused until 31 Dec 2025"


def test_a_presumed_state_is_marked_in_both_widths(store: Store) -> None:
    by_statement = event("2025-02-01", "suspended", "2025-12-31", "statement")
    assert words(store, measure(events=(by_statement,))) == (
        "licence requirement paused (presumed)",
        "paused (presumed)",
    )
    lapsed = measure(kind="prohibition", events=(event("2025-02-01", "suspended", "2025-03-31"),))
    assert words(store, lapsed) == ("ban (presumed)", "ban (presumed)")


def test_a_narrow_list_has_short_words(store: Store) -> None:
    assert words(store, measure())[1] == "licence"
    assert words(store, measure(kind="trade_licence"))[1] == "ordinary licence"

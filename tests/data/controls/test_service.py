"""The service that answers about controls: the same answers as the rules, each computed once."""

import gc
import weakref
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls import service
from explorer.data.controls.answer import answer, in_force_of, pill_of
from explorer.data.controls.headline import headline
from explorer.data.controls.history import first_controlled, turning_days
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.pill import pill, pill_words
from explorer.data.controls.service import Controls
from explorer.data.controls.status import general_rules, status_of
from explorer.data.store import Store

TO_USA = Context(date(2024, 12, 10), "CHN", "USA")


@pytest.fixture
def controls(store: Store) -> Controls:
    return Controls(store)


def test_the_answers_are_those_of_the_rules(controls: Controls, store: Store) -> None:
    verified_to = date.fromisoformat(store.edition.verified_to)
    for metal_id in ("gallium", "tungsten", "holmium", "tin"):
        status = status_of(store.measures.values(), metal_id, TO_USA, verified_to)
        assert controls.status(metal_id, TO_USA) == status
        assert controls.answer(metal_id, TO_USA) == answer(store, status)
        assert controls.headline(metal_id, TO_USA) == headline(store, status)
        assert controls.first_control(metal_id, TO_USA) == first_controlled(
            store.measures.values(), metal_id, TO_USA
        )


@pytest.mark.parametrize("destination", ["ALL", "USA", "JPN", "CHN"])
def test_what_is_kept_for_other_days_and_metals_is_that_of_the_rules(store: Store, destination: str) -> None:
    """Each day before a change of any measure, and the day itself."""
    controls = Controls(store)
    turning = {day for measure in store.measures.values() for day in turning_days(measure)}
    days = sorted(day for day in turning if day.year > 2022)
    for day in (found for turns in days for found in (turns - timedelta(days=1), turns)):
        context = Context(day, "CHN", destination)
        for metal_id in ("gallium", "holmium", "tin", "graphite", "rare-earths"):
            status = status_of(store.measures.values(), metal_id, context)
            content, in_force = pill_of(status), in_force_of(status)
            assert controls.pill(metal_id, context) == pill(store, status)
            assert controls.pill(metal_id, context, with_end=True) == pill(store, status, with_end=True)
            assert controls.pill_words(metal_id, context) == pill_words(store, status, content)
            rule = controls.pill_rule(metal_id, context)
            assert (rule.kind, rule.strictness) == (content.kind, content.strictness)
            kind = controls.in_force_kind(metal_id, context)
            assert (kind.kind, kind.presumed) == (in_force.kind, in_force.presumed)


def test_a_day_before_the_first_change_has_the_answer_of_the_earliest_day(store: Store) -> None:
    assert MeasureIndex.of(store).unchanged_since("gallium", date(1900, 1, 1)) == date.min
    assert MeasureIndex.of(store).unchanged_since("gallium", date(2023, 8, 1)) == date(2023, 8, 1)
    before = Context(date(1900, 1, 1), "CHN", "USA")
    assert Controls.of(store).pill("gallium", before) == pill(
        store, status_of(store.measures.values(), "gallium", before)
    )


def test_general_rules_that_are_given_once_change_no_status(store: Store) -> None:
    measures = tuple(store.measures.values())
    general = general_rules(measures, TO_USA)
    assert general and all(not m.measure.targets for m in general)
    for metal_id in store.metals:
        named = [m for m in measures if m.target(metal_id)]
        expected = status_of(measures, metal_id, TO_USA)
        assert status_of(named, metal_id, TO_USA, general=general) == expected


def test_an_answer_is_worked_out_once(controls: Controls, monkeypatch: pytest.MonkeyPatch) -> None:
    first = controls.headline("gallium", TO_USA)
    monkeypatch.setattr(service, "status_of", None)
    monkeypatch.setattr(service, "headline_of", None)
    assert controls.headline("gallium", replace(TO_USA)) is first
    assert controls.status("gallium", replace(TO_USA)) is controls.status("gallium", TO_USA)


def test_another_context_is_another_answer(controls: Controls) -> None:
    to_japan = replace(TO_USA, destination="JPN")
    assert controls.status("gallium", TO_USA).status == "prohibition"
    assert controls.status("gallium", to_japan).status == "licence"


def test_the_first_control_is_the_same_on_every_day(controls: Controls) -> None:
    first = controls.first_control("gallium", TO_USA)
    assert first is not None and first[0] == date(2023, 8, 1)
    assert controls.first_control("gallium", replace(TO_USA, as_of=date(2020, 1, 1))) is first


def test_goods_that_are_not_exported_were_never_controlled(controls: Controls) -> None:
    assert controls.first_control("gallium", replace(TO_USA, destination="CHN")) is None
    assert controls.first_control("gallium", TO_USA) is not None


def test_other_measures_have_answers_of_their_own(controls: Controls, store: Store) -> None:
    without = Controls(store, (m for m in store.measures.values() if m.kind != "prohibition"))
    assert controls.status("gallium", TO_USA).status == "prohibition"
    assert without.status("gallium", TO_USA).status == "licence"
    assert without.headline("gallium", TO_USA).pill_state == "licence"
    assert without.store.metals is store.metals


def test_a_store_has_one_service(store: Store) -> None:
    assert Controls.of(store) is Controls.of(store)


def test_other_measures_do_not_share_the_service_of_the_store(store: Store) -> None:
    other = store.with_measures(())
    assert Controls.of(store).status("gallium", TO_USA).status == "prohibition"
    assert Controls.of(other).status("gallium", TO_USA).status == "none"


def test_a_service_does_not_keep_its_store_in_memory(store: Store) -> None:
    other = store.with_measures(store.measures.values())
    Controls.of(other).headline("gallium", TO_USA)
    gone = weakref.ref(other)
    del other
    gc.collect()
    assert gone() is None

"""The service that answers about controls: the same answers as the rules, each computed once."""

import gc
import weakref
from dataclasses import replace
from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.controls import service
from explorer.data.controls.answer import answer
from explorer.data.controls.headline import headline
from explorer.data.controls.history import first_controlled
from explorer.data.controls.service import Controls
from explorer.data.controls.status import status_of
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

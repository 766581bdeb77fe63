"""The card of a measure: customs codes with their validity, limits, status and dates."""

from datetime import date
from html import escape

import pytest
from PySide6.QtWidgets import QLabel

from explorer.data.controls.parties import purchasing_rules
from explorer.data.controls.status import IN_FORCE, MeasureStatus
from explorer.data.places import place_name
from explorer.models.metal_list_builder import MetalListBuilder
from explorer.models.state import AppState
from explorer.ui.cards.measure_card import MeasureCard
from explorer.ui.view_context import ViewContext

ITEM, CODE = "cn-2025-10-2-2-2", "3824.99.9923"


@pytest.mark.parametrize(("day", "has_day"), [(date(2025, 12, 31), True), (date(2026, 1, 1), False)])
def test_a_code_that_is_not_yet_valid_has_its_first_day(qtbot, store, day, has_day):
    state = AppState("tellurium")
    state.set_context(day=day)
    shared = ViewContext(store, state, MetalListBuilder(store))
    status = next(m for m in shared.status.measures if m.measure.measure_id == "cn-2025-10")
    card = MeasureCard(shared, status)
    qtbot.addWidget(card)
    (item,) = [i for i in store.items_of["tellurium"] if i.item_id == ITEM]
    code = next(c for c in item.codes if c.hs_code == CODE.replace(".", ""))
    assert code.valid_from == "2026-01-01"
    lines = [line for shown in card.findChildren(QLabel) for line in shown.text().split("<tr>")]
    (line,) = [line for line in lines if escape(item.description) in line]
    assert (f"{CODE} from 1 Jan 2026" in line) is has_day
    assert CODE in line


def test_a_purchasing_rule_does_not_affect_the_status(qtbot, store):
    rule = next(m for m in store.measures.values() if m.is_purchasing_rule)
    state = AppState(rule.targets[0].metal_id)
    state.set_context(day=date(2026, 10, 8), origin="USA")
    shared = ViewContext(store, state, MetalListBuilder(store))
    status = next(m for m in purchasing_rules(store, shared.status) if m.measure is rule)
    card = MeasureCard(shared, status)
    qtbot.addWidget(card)
    texts = [shown.text() for shown in card.findChildren(QLabel)]
    assert any(t.startswith("Purchasing rule (") and t.endswith("does not affect the status") for t in texts)


def texts_of_card(qtbot, store, metal: str, on: date, measure_id: str) -> str:
    state = AppState(metal)
    state.set_context(day=on)
    shared = ViewContext(store, state, MetalListBuilder(store))
    status = next(m for m in shared.status.measures if m.measure.measure_id == measure_id)
    card = MeasureCard(shared, status)
    qtbot.addWidget(card)
    return "\n".join(shown.text() for shown in card.findChildren(QLabel))


def test_the_limits_of_an_item_are_shown(qtbot, store):
    text = texts_of_card(qtbot, store, "antimony", date(2026, 11, 27), "cn-2024-33")
    assert "Limits: purity ≥ 99.99 %" in text


def test_a_measure_paused_before_its_first_day_was_due_on_it(qtbot, store):
    paused = texts_of_card(qtbot, store, "yttrium", date(2025, 12, 1), "cn-2025-61-12")
    assert "due 1 dec 2025, paused before" in paused.casefold()
    announced = texts_of_card(qtbot, store, "yttrium", date(2025, 10, 20), "cn-2025-61-12")
    assert "paused before" not in announced and "1 Dec 2025" in announced


def test_every_kind_of_measure_has_a_card(qtbot, store):
    state = AppState("gallium")
    shared = ViewContext(store, state, MetalListBuilder(store))
    one_of_each = {(m.kind, m.strictness, m.confidence): m for m in store.measures.values()}
    for measure in one_of_each.values():
        card = MeasureCard(shared, MeasureStatus(measure, IN_FORCE, False, None, None))
        qtbot.addWidget(card)
        shown = [label.text() for label in card.findChildren(QLabel)]
        destination = place_name(store, measure.destination)
        assert any(": " in text and text.endswith(f" {destination}") for text in shown) or any(
            text.startswith("Purchasing rule (end-use rule) for ") and destination in text for text in shown
        )

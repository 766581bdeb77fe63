"""The card of a measure: wording beside our words, codes with their validity, limits, events, addresses, citation."""

from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel

from explorer.data.controls.measure_list import listed_measures
from explorer.data.controls.status import IN_FORCE, MeasureStatus
from explorer.data.places import place_name
from explorer.models.table import RecordTable
from explorer.palette import DARK, LIGHT
from explorer.ui.cards.legal.events import EventsTable
from explorer.ui.cards.legal.items import LimitsTable
from explorer.ui.cards.measures.card import MeasureCard
from explorer.ui.widgets.table_view import TableView
from tests.ui.finding import by_name, by_text


@pytest.fixture
def make_card(qtbot, make_shared):
    """Return a function that makes the card of a measure on a metal."""

    def make(measure_id: str, metal: str, **context):
        shared = make_shared(metal, **context)
        listed = listed_measures(shared.store, metal, shared.context, all_destinations=True, ended=True)
        card = MeasureCard(shared, next(m for m in listed if m.measure.measure_id == measure_id))
        qtbot.addWidget(card)
        card.resize(900, 900)
        card.show()
        return card

    return make


def texts(card: MeasureCard) -> list[str]:
    return [shown.text() for shown in card.findChildren(QLabel)]


def rows(table: TableView) -> dict[str, list[str]]:
    """Return the cells of each row by its key."""
    model = table.records
    return {
        model.index(r, 0).data(RecordTable.KeyRole): [
            model.index(r, c).data() for c in range(model.columnCount())
        ]
        for r in range(model.rowCount())
    }


def row(table: TableView, text: str) -> list[str]:
    """Return the cells of the first row that begins with a text."""
    return next(cells for cells in rows(table).values() if cells[0] == text)


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2025, 12, 31), "3824.99.9923 from 1 Jan 2026"), (date(2026, 1, 1), "3824.99.9923")],
)
def test_a_code_that_is_not_yet_valid_has_its_first_day(make_card, on, code):
    card = make_card("cn-2025-10", "tellurium", on=on)
    codes = rows(card.items_table)["cn-2025-10-2-2-2"][-1].replace("\u00a0", " ").split("\n")
    assert code in codes


def test_the_limits_of_an_item_are_in_columns(make_card):
    """Oxides of antimony are controlled from 99.99 % purity."""
    card = make_card("cn-2024-33", "antimony")
    limits = card.findChild(LimitsTable)
    assert row(limits, "3C003.c") == ["3C003.c", "purity", "≥ 99.99", "%", "whole item"]
    assert row(limits, "3C003.f")[4] == "form single crystal"


def test_the_issuers_words_are_beside_ours_with_their_copy(make_card):
    shown = texts(make_card("cn-2024-46-1", "gallium"))
    assert (
        "No dual-use items of any kind to US military users or for US military use. Never suspended." in shown
    )
    (wording,) = [t for t in shown if "禁止两用物项对美国军事用户或军事用途出口" in t]
    assert (
        "Issuer&#x27;s wording, from the named copy (MOFCOM (China); weiqi-kids (GitHub), copies of ministry notices)"
        in wording
    )


def test_a_measure_without_wording_says_so_in_one_line(make_card):
    card = make_card("cd-cobalt-2025-susp", "cobalt", origin="COD", destination="ALL")
    assert "No official wording of this measure is on file." in texts(card)
    assert "Copy wording" not in [button.text() for button in card.findChildren(QAbstractButton)]


def test_an_excerpt_has_its_gap_in_our_words(make_card):
    """The copy of Announcement 10 of 2025 leaves out a line of the entry on solid tungsten."""
    card = make_card("cn-2025-10", "tungsten")
    solid = rows(card.items_table)["cn-2025-10-1-2-1"]
    assert "[gap in the copy]" in solid[2] and "［…］" not in solid[2]
    assert solid[3] == "issuer, excerpt"
    assert "codes are for reference; the wording decides." in card.items_table.caption()


def test_items_without_wording_say_so(make_card):
    card = make_card("cn-1998-245", "rhenium")
    assert "The wording of the items is not on file." in card.items_table.caption()
    assert row(card.items_table, "1C241")[1].endswith("(special form; does not affect the status)")


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_an_item_is_marked_in_the_colours_of_the_theme(make_card, qtbot, theme):
    card = make_card("cn-2024-33", "antimony")
    assert card.mark_item("nothing") == -1
    top = card.mark_item("cn-2024-33-1-3")
    table = card.items_table
    assert table.currentIndex().siblingAtColumn(0).data() == "3C003.c"
    rect = table.visualRect(table.currentIndex())
    assert top == table.y() + table.horizontalHeader().height() + rect.top()
    table.mark("cn-2024-33-1-3", theme.kind("licence").ground)
    image = table.viewport().grab(rect).toImage()
    assert image.pixelColor(image.width() - 2, 2).name() == theme.kind("licence").ground


def test_events_name_their_documents_and_open_them(make_card, qtbot):
    card = make_card("cn-2024-46-2a", "gallium")
    events = card.findChild(EventsTable)
    cells = row(events, "9 Nov 2025: paused until 27 Nov 2026")
    assert cells[1] == "Announcement 72 of 2025"
    assert cells[3].startswith("经批准，自即日起至2026年11月27日") and cells[4] == "issuer"
    with qtbot.waitSignal(events.documentRequested) as opened:
        index = next(
            events.records.index(r, 0)
            for r in range(events.records.rowCount())
            if events.records.index(r, 1).data() == "Announcement 72 of 2025"
        )
        events.activated.emit(index)
    assert opened.args == ["cn-2025-72"]


def test_an_address_that_was_not_opened_says_so(make_card):
    shown = texts(make_card("cn-2024-46-1", "gallium"))
    assert any("This page was not opened: Full Chinese text seen as copied" in t for t in shown)
    congo = texts(make_card("cd-cobalt-2025-susp", "cobalt", origin="COD", destination="ALL"))
    assert not any("not opened" in t for t in congo)


def test_what_is_copied(make_card):
    card = make_card("cn-2024-46-2a", "gallium")
    by_text(card, "Copy citation").click()
    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first.startswith("MOFCOM, Announcement 46 of 2024, section 2, first clause, ")
    by_text(card, "Copy wording").click()
    assert "(Issuer's wording, from the named copy (" in QGuiApplication.clipboard().text()
    by_text(card, "Copy address").click()
    assert QGuiApplication.clipboard().text().endswith("/202412/1072.html")


def test_a_presumed_state_says_what_it_rests_on(make_card):
    lapsed = " ".join(texts(make_card("cn-2024-46-2a", "gallium", on=date(2026, 11, 28))))
    assert "Presumed: the pause ended on 27 Nov 2026 and no later notice is on file" in lapsed
    told = " ".join(texts(make_card("cn-2025-57", "holmium", on=date(2026, 11, 27))))
    assert "a statement of 28 Sep 2026 says that the pause continues until 10 Jan 2027" in told


def test_a_measure_paused_before_its_first_day_was_due_on_it(make_card):
    paused = " ".join(texts(make_card("cn-2025-61-12", "yttrium", on=date(2025, 12, 1))))
    assert "due 1 Dec 2025, paused before" in paused
    announced = " ".join(texts(make_card("cn-2025-61-12", "yttrium", on=date(2025, 10, 20))))
    assert "paused before" not in announced and "1 Dec 2025" in announced


def test_a_purchasing_rule_does_not_affect_the_status(make_card):
    card = make_card("us-dfars-7052-1", "neodymium", on=date(2026, 6, 1), origin="USA", destination="CHN")
    shown = texts(card)
    assert any(t.startswith("Purchasing rule (") and t.endswith("does not affect the status") for t in shown)


def test_every_kind_of_measure_has_a_card(qtbot, store, make_shared):
    shared = make_shared("gallium")
    one_of_each = {(m.kind, m.strictness, m.confidence): m for m in store.measures.values()}
    for measure in one_of_each.values():
        card = MeasureCard(shared, MeasureStatus(measure, IN_FORCE, False, None, None))
        qtbot.addWidget(card)
        destination = place_name(store, measure.destination)
        assert any(": " in t and t.endswith(f" {destination}") for t in texts(card)) or any(
            t.startswith("Purchasing rule (end-use rule) for ") and destination in t for t in texts(card)
        )


def test_tables_have_names(make_card):
    card = make_card("cn-2024-33", "antimony")
    for name in ("Items and codes", "Limits", "Events"):
        assert by_name(card, TableView, name)

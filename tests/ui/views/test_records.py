"""The pages of documents and claims: what they show, how they are reached and left."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from explorer.ui.cards.legal.measures_table import MeasuresTable
from explorer.ui.cards.metal_chip import MetalChip
from explorer.ui.widgets.table_view import TableView
from tests.ui.finding import by_name, by_text


@pytest.fixture
def state(workspace):
    workspace.state.set_context(day=date(2026, 11, 27), destination="USA")
    return workspace.state


def texts(workspace) -> list[str]:
    return [x.text() for x in workspace.records.record.findChildren(QLabel) if x.text()]


def cells(table: TableView) -> list[list[str]]:
    model = table.records
    return [[model.index(r, c).data() for c in range(model.columnCount())] for r in range(model.rowCount())]


def table(workspace, name: str) -> list[list[str]]:
    return cells(by_name(workspace.records.record, TableView, name))


def test_a_document_covers_the_metal_and_leaves_the_list(workspace, state):
    state.open_record("document", "cn-2024-46")
    assert workspace.records.record.isVisible() and not workspace.detail.isVisible()
    assert workspace.list.isVisible() and state.metal_id == "gallium"
    assert workspace.records.record.accessibleName() == "Document: Announcement 46 of 2024"
    shown = texts(workspace)
    assert "Stricter controls on exports of dual-use items to the United States" in shown
    assert any("official title, as in the named copy" in t for t in shown)
    assert "Exports from China to the United States as of 27 Nov 2026" in shown
    assert any("Checked to 8 Oct 2026: the last 50 days are not covered." in t for t in shown)


def test_the_states_follow_date_and_destination(workspace, state):
    state.open_record("document", "cn-2024-46")
    states = {row[0]: (row[3], row[4]) for row in table(workspace, "Measures")}
    assert states["section 2, first clause"] == ("paused until 27 Nov 2026", "yes")
    assert states["section 1"] == ("in force\nno end date on file", "military users only")
    state.set_context(day=date(2026, 11, 28), destination="DEU")
    states = {row[0]: (row[3], row[4]) for row in table(workspace, "Measures")}
    assert states["section 2, first clause"] == ("in force (presumed)\nno end date on file", "no")
    state.set_context(destination="ALL")
    assert len(table(workspace, "Measures")[0]) == 5
    state.open_record("document", "cd-cobalt-2025-susp")
    assert table(workspace, "Measures")[0][3] == "ended\nuntil 15\u00a0Oct\u00a02025"


def test_later_documents_open_from_their_row(workspace, state):
    state.open_record("document", "cn-2024-46")
    changed = by_name(workspace.records.record, TableView, "Documents that amend this one")
    rows = cells(changed)
    assert [row[1] for row in rows] == [
        "Announcement 70 of 2025",
        "Announcement 72 of 2025",
        "Announcement 72 of 2025",
        "Statement of 28 September 2026",
    ]
    changed.activated.emit(changed.records.index(1, 0))
    assert state.record == ("document", "cn-2025-72")
    assert "No measure of this document is on file." in texts(workspace)
    assert [row[1] for row in table(workspace, "Documents that this one amends")] == [
        "Announcement 46 of 2024",
        "Announcement 46 of 2024",
    ]


def test_parties_are_counted_and_listed(workspace, state):
    state.open_record("document", "cn-2025-21")
    assert "16 named parties" in texts(workspace)
    parties = table(workspace, "Named parties")
    assert len(parties) == 16 and {row[5] for row in parties} == {"paused until 10 Jan 2027 (presumed)"}


def test_a_document_of_another_origin_says_so_and_leads_to_its_exports(workspace, state):
    state.open_record("document", "cd-cobalt-2025-quota")
    shown = " ".join(texts(workspace))
    assert "This document is about exports from DR Congo, not from China." in shown
    assert "our translation; no official Chinese title on file" in shown
    assert "No official wording of this document is on file." in shown
    assert "No address of an official text is on file." in shown
    (chip,) = workspace.records.record.findChildren(MetalChip)
    assert chip.accessibleName().startswith("Cobalt: ")
    chip.click()
    assert (state.metal_id, state.context.origin, state.record) == ("cobalt", "COD", None)
    assert workspace.detail.isVisible()


def test_a_measure_opens_on_its_metal(workspace, state):
    state.set_metal("germanium")
    state.open_record("document", "cn-2024-46")
    measures = workspace.records.record.findChild(MeasuresTable)
    row = next(n for n, row in enumerate(cells(measures)) if row[0] == "section 2, first clause")
    measures.activated.emit(measures.records.index(row, 0))
    assert (state.metal_id, state.tab, state.record) == ("germanium", "controls", None)
    assert state.selected_measure == "cn-2024-46-2a"
    state.open_record("document", "cn-2025-57")
    measures = workspace.records.record.findChild(MeasuresTable)
    measures.activated.emit(measures.records.index(0, 0))
    assert state.metal_id in {"holmium", "erbium", "thulium", "europium", "ytterbium", "rare-earths"}


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_record_is_left_for_the_metal_and_the_focus_returns(window, workspace, state, qtbot, way):
    state.set_tab("controls")
    line = workspace.detail.page("controls").list.lines()[0]
    window.activateWindow()
    line.button.setFocus()
    state.open_record("document", "cn-2024-46")
    record = workspace.records.record
    content = window.focusWidget()
    assert record.back.text() == "Back to Gallium" and content.property("role") == "content"
    if way == "button":
        record.back.click()
    else:
        QTest.keyClick(content, Qt.Key.Key_Escape)
    assert state.record is None and workspace.detail.isVisible() and workspace.records.record is None
    qtbot.waitUntil(line.button.hasFocus)


def test_a_record_is_left_by_another_metal_or_tab(workspace, state):
    state.open_record("document", "cn-2024-46")
    state.set_metal("germanium")
    assert workspace.records.record is None
    state.open_record("document", "cn-2024-46")
    state.set_tab("uses")
    assert workspace.records.record is None


def test_the_document_of_a_line_opens(workspace, state):
    state.set_tab("controls")
    line = workspace.detail.page("controls").list.line("cn-2024-46-2a")
    line.button.click()
    by_text(line, "Open document").click()
    assert state.record == ("document", "cn-2024-46") and workspace.records.record.isVisible()


def test_what_is_copied_from_a_document(workspace, state):
    state.open_record("document", "cn-2024-46")
    record = workspace.records.record
    by_text(record, "Copy citation").click()
    assert QGuiApplication.clipboard().text().startswith("MOFCOM, Announcement 46 of 2024, ")
    by_text(record, "Copy wording").click()
    assert "原则上不予许可镓、锗、锑、超硬材料" in QGuiApplication.clipboard().text()


def test_a_claim_is_a_card_with_its_verdict_in_words(workspace, state):
    state.open_record("claim", "25-rare-metals")
    shown = texts(workspace)
    assert "“25 rare metals came under control on 4 February 2025”" in shown and "Misleading" in shown
    facts = next(t for t in shown if "Best figure on file" in t)
    assert "25 metals" in facts and "5 metals" in facts and "4 Feb 2025" in facts
    assert len(table(workspace, "Sources")) == 6
    by_text(workspace.records.record, "Copy citation").click()
    assert QGuiApplication.clipboard().text().startswith("“25 rare metals came under control")


def test_a_link_opens_a_record_with_its_date(window, workspace, state):
    window.open_link("minor-metals:germanium?on=2024-12-10&document=cn-2024-46")
    assert state.record == ("document", "cn-2024-46") and state.metal_id == "germanium"
    assert workspace.records.record.back.text() == "Back to Germanium"
    window.open_link("minor-metals:?claim=25-rare-metals")
    assert state.record == ("claim", "25-rare-metals")
    window.open_link("minor-metals:gallium")
    assert state.record is None


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("instrument_id", ["cn-2024-46", "us-ear-ccl", "cn-2025-1", "cn-2024-51"])
def test_no_record_is_wider_than_a_narrow_window(window, workspace, state, qtbot, theme, instrument_id):
    window.resize(920, 676)
    state.set_theme(theme)
    state.open_record("document", instrument_id)
    page = workspace.records.record.page()
    qtbot.waitUntil(lambda: page.width() <= page.parentWidget().width())
    QApplication.processEvents()
    for shown in page.findChildren(TableView):
        widths = [shown.columnWidth(c) for c in range(shown.records.columnCount())]
        assert sum(widths) <= shown.viewport().width()
        tall = [shown.rowHeight(r) >= shown.sizeHintForRow(r) for r in range(shown.records.rowCount())]
        assert all(tall)


def test_every_record_can_be_shown(workspace, state):
    for instrument_id in workspace.shared.store.instruments:
        state.open_record("document", instrument_id)
        assert texts(workspace)
    for claim in workspace.shared.store.claims:
        state.open_record("claim", claim.claim_id)
        assert texts(workspace)


@pytest.fixture
def record(window, workspace, state, qtbot):
    window.resize(920, 600)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    state.open_record("document", "cn-2024-46")
    shown = workspace.records.record
    qtbot.waitUntil(area(shown).hasFocus)
    QApplication.processEvents()
    return shown


def area(record) -> QScrollArea:
    return record.findChild(QScrollArea)


def names(record) -> list[str]:
    return [link.text() for link in record.links.links]


def test_links_lead_to_the_sections_of_a_document(record, qtbot):
    assert names(record) == [
        "Document",
        "Measures",
        "Wording",
        "Metals",
        "Events",
        "Amended by",
        "Details",
        "Official text",
        "Sources",
    ]
    by_text(record, "Wording").click()
    card = record.page().sections[2].card
    qtbot.waitUntil(card.hasFocus)
    assert card.heading.text() == card.accessibleName() == "Official wording"
    assert 0 <= card.mapTo(area(record).viewport(), QPoint(0, 0)).y() < 40


def test_the_wording_is_three_keys_away(record, qtbot):
    """Shift+Tab to the links, two steps to the right, Enter; the next Tab copies the wording."""
    QTest.keyClick(area(record), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(record.page().sections[2].card.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Copy wording"


def test_the_links_are_one_stop_before_the_page(record):
    links = record.links.links
    assert [link.focusPolicy() for link in links].count(Qt.FocusPolicy.StrongFocus) == 1
    record.back.setFocus()
    QTest.keyClick(record.back, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is links[0]
    QTest.keyClick(links[0], Qt.Key.Key_End)
    assert QApplication.focusWidget() is links[-1]
    QTest.keyClick(links[-1], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is area(record)
    QTest.keyClick(area(record), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Copy citation"


def test_a_key_goes_from_section_to_section(record, qtbot):
    headings = []
    for _ in range(len(names(record)) + 2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        headings.append(QApplication.focusWidget().accessibleName())
    assert headings[:3] == ["Announcement 46 of 2024", "Measures", "Official wording"]
    assert headings[-3:] == ["Sources"] * 3
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget().accessibleName() == "Official text"


@pytest.mark.parametrize("place", ["back", "area", "card"])
def test_paging_keys_scroll_a_record(record, qtbot, place):
    bar = area(record).verticalScrollBar()
    focused = {"back": record.back, "area": area(record), "card": record.page().sections[1].card}[place]
    focused.setFocus()
    bar.setValue(0)
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert bar.value() > 100
    QTest.keyClick(focused, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(focused, Qt.Key.Key_PageUp)
    assert bar.value() < bar.maximum()
    QTest.keyClick(focused, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_area_that_scrolls_shows_that_it_has_the_focus(record, state, qtbot, theme):
    state.set_theme(theme)
    record.back.setFocus()
    QApplication.processEvents()

    def edge():
        image = record.grab().toImage()
        at = area(record).mapTo(record, QPoint(0, area(record).height() // 2))
        return image.pixelColor(at).name()

    before = edge()
    area(record).setFocus()
    qtbot.waitUntil(lambda: edge() != before)


def test_a_chip_shortens_its_status_where_there_is_no_room(record, qtbot):
    """The licence requirement on cobalt items is paused; the name of the chip keeps the full words."""
    chip = next(c for c in record.findChildren(MetalChip) if c.accessibleName().startswith("Cobalt: "))
    full = chip.pill.text()
    assert chip.accessibleName() == f"Cobalt: {full}" and "presumed" in full
    chip.fit(chip.sizeHint().width() - 20)
    assert chip.pill.text() != full and chip.pill.text()
    assert chip.minimumSizeHint().width() <= chip.sizeHint().width()
    chip.fit(1000)
    assert chip.pill.text() == full


def test_columns_without_content_and_repeated_texts_are_left_out(workspace, state):
    """All of Announcement 57 of 2025 is one measure, so its events have no parts and its summary says all.

    The wording on file of one of its events is that of the press, so the column does not call it official.
    """
    state.open_record("document", "cn-2025-57")
    headers = {
        x.accessibleName(): [
            x.records.headerData(c, Qt.Orientation.Horizontal) for c in range(x.records.columnCount())
        ]
        for x in workspace.records.record.findChildren(TableView)
    }
    assert headers["Measures"] == ["Part", "Kind and destination", "Effective", "Status", "Applies"]
    assert headers["Events"] == ["Event", "Document", "Note", "Wording", "Wording from"]
    assert headers["Documents that amend this one"] == ["Event", "Document"]
    shown = " ".join(texts(workspace))
    assert "2027-01-10" not in shown and shown.count("商务部 海关总署公告2025年第57号 公布") == 1


def test_a_copied_row_says_how_far_the_controls_were_checked(workspace, state):
    state.open_record("document", "cn-2025-57")
    events = by_name(workspace.records.record, TableView, "Events")
    events.setCurrentIndex(events.records.index(2, 0))
    next(entry for entry in events.entries() if entry.text == "Copy row").run()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("8 Nov 2025: was due to take effect; paused on that day, until 10 Nov 2026")
    assert copied.endswith("\nChecked to 8 Oct 2026: the last 50 days are not covered.")


def test_the_button_stays_at_the_left_where_a_record_has_no_links_to_sections(workspace, state):
    state.open_record("document", "cn-2024-46")
    QApplication.processEvents()
    left = workspace.records.record.back.x()
    state.open_record("answer", "since when are gallium and germanium controlled", date(2026, 11, 27))
    QApplication.processEvents()
    assert not workspace.records.record.links.isVisible()
    assert workspace.records.record.back.x() == left

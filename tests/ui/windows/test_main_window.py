"""The window on the real data: what it answers, how it is driven, what it remembers."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from explorer import palette
from explorer.data.dates import show
from explorer.data.finding.rows import SET_DESTINATION, VIEW, Action, Row
from explorer.models.state import TABS, AppState
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog
from explorer.ui.windows.main_window import MainWindow
from explorer.ui.windows.session import restored_state
from explorer.ui.windows.workspace import Workspace


def header(workspace: Workspace) -> tuple[str, str]:
    """Return the pill of the header, and all sentences of its lines."""
    shown = workspace.detail.header
    return shown.pill.text(), " ".join(line.accessibleName() for line in shown.lines)


@pytest.mark.parametrize(
    ("metal", "to", "day", "pill", "text"),
    [
        ("gallium", "USA", "2023-07-31", "licence requirement announced", "will apply from 1 Aug 2023"),
        ("gallium", "USA", "2023-08-01", "licence required", "Allowed with a licence."),
        ("gallium", "USA", "2024-12-10", "refused in principle", "Licences are refused in principle."),
        ("gallium", "USA", "2025-02-04", "refused in principle", "Licences are refused in principle."),
        ("gallium", "USA", "2025-04-04", "refused in principle", "Licences are refused in principle."),
        (
            "gallium",
            "USA",
            "2025-11-09",
            "refusal paused",
            "The refusal in principle is paused until 27 Nov 2026",
        ),
        (
            "gallium",
            "USA",
            "2026-11-11",
            "refusal paused",
            "The refusal in principle is paused until 27 Nov 2026",
        ),
        ("gallium", "USA", "2026-11-28", "refused in principle (presumed)", "Presumed"),
        ("gallium", "USA", "2027-01-11", "refused in principle (presumed)", "Presumed"),
        ("gallium", "JPN", "2024-12-10", "licence required", "Allowed with a licence."),
        ("gallium", "JPN", "2027-01-11", "licence required", "Allowed with a licence."),
        ("gallium", "JPN-MIL", "2025-11-09", "licence required", "Allowed with a licence."),
        ("gallium", "JPN-MIL", "2026-11-11", "ban", "Not allowed."),
        ("tungsten", "ALL", "2024-12-10", "state trading", "State trading"),
        ("tungsten", "ALL", "2025-02-04", "licence, some forms", "Licence needed for"),
        (
            "holmium",
            "ALL",
            "2025-04-04",
            "ordinary export licence",
            "Allowed with an ordinary export licence.",
        ),
        (
            "holmium",
            "ALL",
            "2025-11-09",
            "licence requirement paused",
            "Allowed with an ordinary export licence.",
        ),
        (
            "holmium",
            "ALL",
            "2026-11-11",
            "licence requirement paused (presumed)",
            "is paused until 10 Jan 2027 (presumed). Unclear: according to the notices on file",
        ),
        (
            "holmium",
            "ALL",
            "2026-11-28",
            "licence requirement paused (presumed)",
            "is paused until 10 Jan 2027 (presumed). Unclear: according to the notices on file",
        ),
        ("holmium", "ALL", "2027-01-11", "licence required (presumed)", "Presumed"),
    ],
)
def test_the_header_answers_for_metal_day_and_destination(window, workspace, metal, to, day, pill, text):
    workspace.state.set_metal(metal)
    workspace.state.set_context(day=date.fromisoformat(day), destination=to)
    shown, sentence = header(workspace)
    assert shown == pill
    assert text in sentence


def test_a_member_of_a_bloc_is_an_origin_with_the_measures_of_its_bloc(workspace):
    assert workspace.top.origin.findData("DEU") >= 0
    workspace.state.set_metal("mercury")
    workspace.state.set_context(day=date(2026, 1, 1), origin="DEU", destination="CHN")
    pill, sentence = header(workspace)
    assert pill == "ban" and sentence.startswith("Not allowed.")


def test_day_and_destination_change_list_header_and_page_at_once(window, workspace):
    workspace.state.set_context(day=date(2024, 12, 10), destination="USA")
    workspace.state.set_tab("controls")
    row = workspace.list.model.row_of("antimony")
    assert (
        workspace.list.model.index(row, 0).data(workspace.list.model.EntryRole).pill.full
        == "refused in principle"
    )
    workspace.top.day.setText("1 Jul 2023")
    QTest.keyClick(workspace.top.day, Qt.Key.Key_Return)
    assert workspace.state.context.as_of == date(2023, 7, 1)
    assert (
        workspace.list.model.index(row, 0).data(workspace.list.model.EntryRole).pill != "refused in principle"
    )
    assert header(workspace)[0] == "nothing in force"


def test_a_date_after_the_last_checked_day_is_marked(workspace):
    workspace.state.set_context(day=date(2026, 10, 8))
    assert not workspace.status.age.isVisible()
    workspace.state.set_context(day=date(2026, 10, 9))
    assert workspace.status.age.isVisible() and workspace.status.age.text() == (
        "Checked to 8 Oct 2026: the last day is not covered"
    )
    workspace.state.set_context(day=date(2026, 11, 27))
    assert workspace.status.age.text() == "Checked to 8 Oct 2026: the last 50 days are not covered"


def test_choosing_in_the_list_changes_the_detail(workspace, qtbot):
    with qtbot.waitSignal(workspace.state.metalChanged):
        workspace.list.view.setCurrentIndex(
            workspace.list.model.index(workspace.list.model.row_of("tungsten"), 0)
        )
    assert workspace.detail.header.name.text() == "Tungsten 钨"


def test_filter_keeps_the_metal_and_arrow_keys_reach_the_list(workspace, qtbot):
    qtbot.keyClicks(workspace.list.filter, "tung")
    assert workspace.state.metal_id == "gallium"
    qtbot.keyClick(workspace.list.filter, Qt.Key.Key_Down)
    assert workspace.state.metal_id == "tungsten"
    qtbot.keyClick(workspace.list.filter, Qt.Key.Key_Escape)
    assert workspace.list.filter.text() == ""


def test_a_filter_without_a_match_shows_a_message(workspace, qtbot):
    qtbot.keyClicks(workspace.list.filter, "unobtainium")
    assert "No metals found" in workspace.list.message.text()
    assert workspace.list.message.isVisible() and not workspace.list.view.isVisible()


def type_into(field, text):
    """Put a text into a field of the top bar and press Enter."""
    edit = field.lineEdit() if isinstance(field, QComboBox) else field
    edit.setText(text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_a_text_that_is_not_applied_is_explained_below_the_fields(workspace):
    workspace.state.set_context(day=date(2024, 12, 10), destination="USA")
    top, before = workspace.top, header(workspace)
    assert not top.notice.isVisible()
    type_into(top.day, "soon")
    type_into(top.destination, "Atlantis")
    type_into(top.origin, "Korea")
    assert top.notice.isVisible() and top.notice.text().split("\n") == [
        "“soon” is not a date. Try 10 Dec 2024 or 2024-12-10. Still showing: 10 Dec 2024.",
        "“Korea” can mean South Korea (KOR) or North Korea (PRK): pick one from the list. Still showing: China.",
        "No destination “Atlantis”. Pick one from the list. Still showing: United States.",
    ]
    assert header(workspace) == before and workspace.state.context.destination == "USA"
    type_into(top.destination, "Japon")
    assert workspace.state.context.destination == "JPN"
    assert (top.day.text(), top.origin.currentText()) == ("soon", "Korea")
    assert top.notice.text().count("\n") == 1
    type_into(top.origin, "China")
    QTest.keyClick(top.day, Qt.Key.Key_Escape)
    assert not top.notice.isVisible() and workspace.state.context.as_of == date(2024, 12, 10)


def test_a_text_left_by_tab_from_an_open_list_is_applied_or_marked(window, workspace, qtbot):
    box = workspace.top.destination
    window.activateWindow()
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClicks(box.lineEdit(), "germ")
    popup = box.completer().popup()
    qtbot.waitUntil(lambda: popup.isVisible() and popup.currentIndex().isValid())
    QTest.keyClick(popup, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(box.fault.sentence))
    assert box.currentText() == "germ" and workspace.state.context.destination == "ALL"


def test_another_metal_or_tab_keeps_a_marked_text_and_its_message(workspace):
    type_into(workspace.top.destination, "Atlantis")
    workspace.state.set_metal("antimony")
    workspace.state.set_tab("supply")
    assert workspace.top.destination.currentText() == "Atlantis" and workspace.top.notice.isVisible()


def test_a_link_replaces_texts_that_are_not_applied(window, workspace):
    workspace.state.set_context(day=date(2024, 12, 10), destination="USA")
    top = workspace.top
    for link in ("minor-metals:?on=2024-12-10&to=USA", "minor-metals:?on=2025-01-01&to=JPN"):
        type_into(top.day, "soon")
        type_into(top.destination, "Atlantis")
        window.open_link(link)
        assert not top.notice.isVisible() and not top.day.property("invalid")
        assert top.day.day() == workspace.state.context.as_of and top.day.text().endswith(
            str(workspace.state.context.as_of.year)
        )
        assert top.destination.currentData() == workspace.state.context.destination


def test_a_found_country_replaces_a_text_that_is_not_applied(workspace):
    workspace.state.set_context(destination="VNM")
    type_into(workspace.top.destination, "Atlantis")
    type_into(workspace.top.day, "soon")
    row = Row("set_destination", "VNM", VIEW, "Vietnam", action=Action(SET_DESTINATION, destination="VNM"))
    workspace.top.search.rowChosen.emit(row)
    assert workspace.top.destination.currentText() == "Vietnam"
    assert workspace.top.day.text() == "soon" and workspace.top.notice.text().startswith("“soon”")


def test_today_is_followed_again_by_its_name(workspace):
    workspace.state.set_context(day=date(2024, 12, 10))
    type_into(workspace.top.day, "today")
    assert workspace.state.follows_today and not workspace.top.today.isEnabled()
    workspace.state.set_context(day=date(2024, 12, 10))
    type_into(workspace.top.day, "soon")
    workspace.top.today.click()
    assert workspace.state.follows_today and not workspace.top.notice.isVisible()


def test_midnight_moves_the_day_and_keeps_a_text_that_is_not_applied(workspace, monkeypatch):
    class Tomorrow(date):
        @classmethod
        def today(cls):
            return date.today() + timedelta(days=1)

    type_into(workspace.top.day, "soon")
    type_into(workspace.top.destination, "Atlantis")
    monkeypatch.setattr("explorer.models.state.date", Tomorrow)
    workspace.state.update_today()
    assert workspace.top.day.text() == "soon" and workspace.top.day.day() == Tomorrow.today()
    assert f"Still showing: {show(Tomorrow.today())}." in workspace.top.notice.text()
    assert workspace.top.destination.currentText() == "Atlantis"
    QTest.keyClick(workspace.top.day, Qt.Key.Key_Escape)
    assert workspace.top.day.text() == show(Tomorrow.today())


def test_the_session_keeps_only_what_is_applied(window, workspace, store, settings):
    workspace.state.set_context(destination="USA")
    type_into(workspace.top.destination, "Atlantis")
    window.close()
    assert settings.value("destination") == "USA"
    assert restored_state(store, settings).context.destination == "USA"


def test_typing_a_place_changes_the_destination(workspace):
    box = workspace.top.destination
    box.lineEdit().setText("japan")
    box.lineEdit().editingFinished.emit()
    assert workspace.state.context.destination == "JPN"


def test_the_theme_can_be_forced_and_is_readable(workspace):
    workspace.state.set_theme("dark")
    assert workspace.shared.theme is palette.DARK
    workspace.state.set_theme("light")
    assert workspace.shared.theme is palette.LIGHT


def test_the_session_is_restored(qtbot, store, settings):
    first = MainWindow(settings)
    first.populate(store, AppState("antimony"))
    qtbot.addWidget(first)
    first.show()
    first.resize(900, 640)
    first.workspace.state.set_context(day=date(2024, 12, 10), destination="USA")
    first.workspace.state.set_tab("supply")
    first.close()
    again = MainWindow(settings)
    again.populate(store, restored_state(store, settings))
    qtbot.addWidget(again)
    assert (
        again.workspace.state.metal_id,
        again.workspace.state.tab,
        again.workspace.state.context.destination,
    ) == (
        "antimony",
        "supply",
        "USA",
    )
    assert again.workspace.state.follows_today
    assert again.size().height() == 640


def test_every_control_has_a_name_for_screen_readers(window, workspace):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit

    for kind in (QComboBox, QDateEdit, QLineEdit):
        for widget in (workspace.top.search, workspace.list.filter, *window.findChildren(kind)):
            inner = widget.parent() is not None and isinstance(widget.parent(), QComboBox | QDateEdit)
            assert inner or widget.objectName().startswith("qt_") or widget.accessibleName(), widget
    for button in window.findChildren(QAbstractButton):
        assert (
            button.text()
            or button.accessibleName()
            or button.objectName().startswith("qt_")
            or not button.isVisible()
        )


def test_no_modal_window_is_open(window):
    assert QApplication.activeModalWidget() is None


def test_the_focus_alone_selects_no_metal(workspace):
    workspace.list.filter.setText("tungsten")
    workspace.list.view.setFocus()
    QApplication.processEvents()
    assert workspace.state.metal_id == "gallium"
    workspace.list.filter.clear()
    assert workspace.state.metal_id == "gallium"
    assert workspace.list.view.currentIndex().data(workspace.list.model.MetalIdRole) == "gallium"


def test_the_chart_of_the_open_tab_is_exported_by_key(window, workspace, qtbot):
    workspace.state.set_tab("prices")
    qtbot.waitUntil(lambda: workspace.detail.page("prices").chart_cards[0].has_chart)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    dialog = window.findChild(ExportDialog)
    assert dialog.spec.kind == "price" and dialog.spec.metal_ids == ("gallium",)
    dialog.severalRequested.emit()
    qtbot.waitUntil(lambda: window.findChild(SeveralChartsDialog) is not None)
    assert window.findChild(SeveralChartsDialog).chosen()[0] == ["gallium"]
    window.findChild(SeveralChartsDialog).close()


def test_a_link_is_shown_as_it_is_and_never_as_html(window, workspace):
    window.open_link("minor-metals:<h1>free to export</h1>?on=zzzz")
    message = workspace.banner.findChild(QLabel)
    assert "<h1>free to export</h1>" in message.text() and "zzzz" in message.text()
    assert message.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("key", "place"), [(Qt.Key.Key_K, "search"), (Qt.Key.Key_D, "day"), (Qt.Key.Key_F, "filter")]
)
def test_a_key_moves_to_a_field_and_selects_its_text(window, workspace, qtbot, key, place):
    field = workspace.list.filter if place == "filter" else getattr(workspace.top, place)
    field.setText("zinc")
    window.activateWindow()
    field.setFocus()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert field.selectedText() == "zinc"


def test_a_valid_link_removes_the_message_about_the_last_one(window, workspace):
    window.open_link("minor-metals:gallium?to=XXX")
    assert workspace.banner.isVisible()
    window.open_link("minor-metals:gallium?tab=overview")
    assert not workspace.banner.isVisible()


class Shows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_other_window_appears_at_the_start_and_the_search_has_the_focus(qtbot, qapp, store, settings):
    shows = Shows()
    qapp.installEventFilter(shows)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.populate(store, AppState("gallium"))
    for tab in TABS:
        window.workspace.state.set_tab(tab)
        qapp.processEvents()
    qapp.removeEventFilter(shows)
    assert shows.seen == ["MainWindow"]
    assert window.focusWidget() is window.workspace.top.search

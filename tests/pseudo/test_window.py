"""The window has no plain English in the pseudo-language: what is shown, what is announced, and tooltips."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from explorer.charts.builders import registry
from explorer.data.context import Context
from explorer.data.evidence.question import Question
from explorer.factsheet.evidence import make_file
from explorer.models.state import TABS
from explorer.models.views import ALL_VIEWS, DATA_PAGES, DATA_VIEW, METALS_VIEW
from explorer.ui.dialogs.about import AboutDialog
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog
from explorer.ui.dialogs.licences import LicencesPage
from explorer.ui.dialogs.verify_evidence import VerifyEvidenceDialog
from explorer.ui.windows.data_error_window import DataErrorWindow
from explorer.ui.windows.startup_error_window import StartupErrorWindow
from tests.fuzz.evidence_contents import MUTATIONS

METALS = ("gallium", "holmium", "rare-earths", "tin")
# What is chosen in a view, so that it is not empty.
OPTIONS_OF = {
    "table": {"color": "hhi"},
    "compare": {"metals": "gallium,tin"},
    "stress": {"without": "CHN"},
    "codes": {"codes": "8112929010,3C001,84"},
    "names": {"names": "镓 公司;Ж"},
    "changes": {"since": "2024-01-01"},
}
SETTLED_MS = 700


def texts(widget: QWidget) -> Iterator[str]:
    """Yield every text of a widget and of what it holds."""
    for part in (widget, *widget.findChildren(QWidget)):
        if isinstance(part.parent(), QTabBar):  # Qt's own buttons
            continue
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())
        if isinstance(part, (QLabel, QAbstractButton)):
            yield part.text()
        elif isinstance(part, QLineEdit):
            yield part.placeholderText()
        elif isinstance(part, QComboBox):
            yield from (part.itemText(i) for i in range(part.count()))
        elif isinstance(part, QTabBar):
            yield from (part.tabText(i) for i in range(part.count()))
        elif isinstance(part, (QTextEdit, QPlainTextEdit)) and not isinstance(part.parent(), LicencesPage):
            yield part.toPlainText()
        elif isinstance(part, QAbstractItemView) and part.model() is not None:
            yield from cells(part)
    yield from (action.text() for action in widget.findChildren(QAction))


def cells(view: QAbstractItemView) -> Iterator[str]:
    """Yield the heads and the cells of a view, and their tooltips."""
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for column in range(1 if isinstance(view, QListView) else model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount()):
            yield from (str(model.index(row, column).data(role) or "") for role in roles)


@pytest.mark.parametrize("metal_id", METALS)
@pytest.mark.parametrize("tab", TABS)
def test_a_tab_has_no_plain_english(window, english, metal_id: str, tab: str) -> None:
    state = window.workspace.state
    state.set_context(destination="USA")
    state.set_metal(metal_id)
    state.set_tab(tab)
    found = list(texts(window))
    assert len(found) > 100
    assert english(found) == []


@pytest.mark.parametrize("metal_id", METALS)
def test_the_open_lines_of_measures_have_no_plain_english(window, english, metal_id: str) -> None:
    state = window.workspace.state
    state.set_context(destination="USA")
    state.set_metal(metal_id)
    state.set_tab("controls")
    lines = window.workspace.detail.page("controls").list.lines()
    assert lines
    for line in lines:
        line.button.click()
        assert line.card is not None
        assert english((*texts(line), *(action.text() for action in line.menu().actions()))) == []


@pytest.mark.parametrize(
    ("kind", "record_id"),
    [
        ("document", "cn-2024-46"),
        ("document", "cn-2025-10"),
        ("document", "cn-2025-21"),
        ("document", "cn-2024-51"),
        ("document", "cd-cobalt-2025-quota"),
        ("claim", "25-rare-metals"),
    ],
)
def test_a_record_has_no_plain_english(window, english, kind: str, record_id: str) -> None:
    state = window.workspace.state
    state.set_context(destination="USA")
    state.open_record(kind, record_id)
    found = list(texts(window.workspace.records))
    assert len(found) > 50
    assert english(found) == []


@pytest.mark.parametrize("page", DATA_PAGES)
def test_a_page_of_the_data_has_no_plain_english(window, english, qtbot, page: str) -> None:
    state = window.workspace.state
    state.set_option("data", "table", "reserves")
    state.set_option("data", "page", page)
    state.set_view("data")
    view = window.workspace.views.view("data")
    qtbot.waitUntil(lambda: not view.page(page).is_stale)
    qtbot.waitUntil(lambda: "⟦Counting" not in "".join(texts(view.page(page).parentWidget())))
    assert english(list(texts(view))) == []


@pytest.mark.parametrize("view", [view for view in ALL_VIEWS if view not in (METALS_VIEW, DATA_VIEW)])
def test_a_view_has_no_plain_english(window, english, qtbot, view: str) -> None:
    state = window.workspace.state
    state.set_context(day=date(2024, 12, 10), destination="USA")
    for option, value in OPTIONS_OF.get(view, {}).items():
        state.set_option(view, option, value)
    state.set_view(view)
    shown = window.workspace.views.view(view)
    qtbot.waitUntil(lambda: len([text for text in texts(shown) if text]) > 15)
    qtbot.wait(SETTLED_MS)
    assert english(list(texts(shown))) == []


def test_the_dialogs_have_no_plain_english(window, store, settings, qtbot, english) -> None:
    shared = window.workspace.shared
    chart = registry.price(store, "gallium", shared.context)
    for dialog in (
        ExportDialog(chart, settings),
        SeveralChartsDialog(store, shared.context, ["gallium"], settings),
        AboutDialog(store, shared.theme),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert english(texts(dialog)) == []


def test_the_check_of_an_evidence_file_has_no_plain_english(window, store, qtbot, english, tmp_path) -> None:
    question = Question(Context(date(2024, 12, 10), "CHN", "USA"), "gallium")
    good, path = make_file(store, question), tmp_path / "9.zip"
    for content in (good, good[:-1], MUTATIONS["another_database"](good, Random(1))):
        path.write_bytes(content)
        window.workspace.dialogs.evidence.verify_file(path)
        (dialog,) = [d for d in window.findChildren(VerifyEvidenceDialog) if d.isVisible()]
        qtbot.waitUntil(dialog.copy_button.isEnabled)
        assert english(text.replace("ab" * 32, "") for text in texts(dialog)) == []
        dialog.accept()


def test_errors_messages_and_search_results_have_no_plain_english(window, qtbot, english) -> None:
    workspace = window.workspace
    for field, text in ((workspace.top.day, "9999"), (workspace.top.destination, "99")):
        edit = field if isinstance(field, QLineEdit) else field.lineEdit()
        edit.setText(text)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert workspace.top.notice.isVisible()
    workspace.follow("minor-metals:99?on=99&9=9")
    workspace.copy_link()
    search = workspace.top.search
    search.setText("8112")
    qtbot.waitUntil(lambda: window.findChild(QListView, "results").model().rowCount() > 0)
    assert english(texts(window)) == []
    workspace.show_fault("9")
    search.setText("9999999999")
    assert english(texts(window)) == []
    search.setText("24/12/2024")
    assert english(texts(window)) == []


def test_the_windows_shown_in_place_of_the_main_one_have_no_plain_english(qtbot, english) -> None:
    for made in (DataErrorWindow("9"), StartupErrorWindow("9", str)):
        qtbot.addWidget(made)
        made.show()
        assert english(texts(made)) == []

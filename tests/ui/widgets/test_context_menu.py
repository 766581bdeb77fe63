"""The menus of tables, figures and charts: what they copy, and which sources they open."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from explorer.data.citation import citation
from explorer.models.table import Cell
from explorer.ui.cards.figure_card import FigureCard
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.widgets.table_view import TableView
from tests.ui.finding import by_name

MOUSE, KEY = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def opened(widget: QWidget, at: QPoint | None = None, reason=MOUSE) -> QMenu:
    """Open the menu of a widget and return it."""
    place = at if at is not None else widget.rect().center()
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    (menu,) = [m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible()]
    return menu


def choose(menu: QMenu, text: str) -> None:
    """Choose the entry that begins with a text, and close the menu."""
    (action,) = [a for a in menu.actions() if a.text().startswith(text)]
    action.trigger()
    menu.close()


def entries(menu: QMenu) -> list[str]:
    texts = [a.text() for a in menu.actions() if not a.isSeparator()]
    menu.close()
    return texts


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def plain(text: str) -> str:
    return str(text).replace("\u202f", " ").replace("\u00a0", " ")


@pytest.fixture
def producers(workspace):
    workspace.state.set_metal("antimony")
    workspace.state.set_tab("supply")
    page = workspace.detail.page("supply")
    page.refresh()
    return by_name(page, TableView, "Producers")


@pytest.mark.parametrize("reason", [MOUSE, KEY])
def test_a_cell_and_a_row_are_copied(workspace, producers, reason):
    index = producers.records.index(0, 1)
    producers.setCurrentIndex(index)
    at = producers.visualRect(index).center()
    choose(opened(producers.viewport() if reason == MOUSE else producers, at, reason), "Copy value")
    assert clipboard() == index.data() != ""
    assert workspace.status.sentence == "Copied to the clipboard."
    choose(opened(producers.viewport(), at), "Copy row")
    columns = range(producers.records.columnCount())
    assert clipboard().split("\t") == [plain(index.siblingAtColumn(c).data() or "") for c in columns]


def test_a_row_is_copied_as_one_line_with_plain_spaces(workspace, producers):
    texts = ("one\ntwo", "1\u202f500", "8\u00a0Oct\u00a02025", "", "", "", "")
    producers.set_rows([list(map(Cell, texts))])
    at = producers.visualRect(producers.records.index(0, 1)).center()
    choose(opened(producers.viewport(), at), "Copy row")
    assert clipboard() == "one; two\t1 500\t8 Oct 2025\t\t\t\t"
    choose(opened(producers.viewport(), at), "Copy value")
    assert clipboard() == "1 500"


def test_a_supplier_is_copied_with_its_source(workspace):
    workspace.state.set_metal("antimony")
    workspace.state.set_context(destination="USA")
    workspace.state.set_tab("supply")
    page = workspace.detail.page("supply")
    page.refresh()
    table = page.suppliers.table
    ids = table.records.index(0, 0).data(table.records.SourcesRole)
    at = table.visualRect(table.records.index(0, 0)).center()
    choose(opened(table.viewport(), at), "Copy citation")
    assert ids and clipboard() == citation(workspace.shared.store, ids)


def test_the_sources_of_a_row_are_copied_and_opened(workspace, producers, monkeypatch):
    urls = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url.toString()) or True)
    index = producers.records.index(0, 0)
    ids = index.data(producers.records.SourcesRole)
    store = workspace.shared.store
    at = producers.visualRect(index).center()
    choose(opened(producers.viewport(), at), "Copy citation")
    assert ids and clipboard() == citation(store, ids)
    menu = opened(producers.viewport(), at)
    (first, *_) = [a for a in menu.actions() if a.text().startswith("Open http") and "in browser" in a.text()]
    first.trigger()
    menu.close()
    assert urls == [next(store.sources[i].url for i in ids if store.sources[i].url)]


def test_a_table_without_a_row_has_no_menu(workspace, producers):
    event = QContextMenuEvent(MOUSE, QPoint(5, 5), producers.mapToGlobal(QPoint(5, 5)))
    producers.set_rows([])
    QApplication.sendEvent(producers.viewport(), event)
    assert not [m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible()]


@pytest.fixture
def figure(workspace):
    workspace.state.set_metal("tungsten")
    cards = workspace.detail.page("overview").findChildren(FigureCard)
    return next(card for card in cards if card.accessibleName().startswith("Price"))


def test_a_figure_is_copied_with_its_unit_and_its_source(workspace, figure):
    choose(opened(figure), "Copy value")
    assert clipboard() == "680 000 CNY/t, 15 Sep 2026"
    choose(opened(figure), "Copy with source")
    assert clipboard().startswith("Price: 680 000 CNY/t, 15 Sep 2026; +182 %")
    assert "market-forecast" in clipboard() and "▲" not in clipboard()
    assert "Copy citation" in entries(opened(figure))


def test_a_figure_has_its_menu_on_its_texts_and_by_key(window, workspace, figure, qtbot):
    workspace.state.set_tab("overview")
    qtbot.waitUntil(figure.isVisible)
    text = next(w for w in figure.findChildren(QLabel) if w.isVisible())
    assert text.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    window.activateWindow()
    figure.setFocus()
    qtbot.waitUntil(figure.hasFocus)
    assert "Copy value" in entries(opened(figure, reason=KEY))


def test_an_unknown_figure_has_no_source(workspace):
    workspace.state.set_metal("helium")
    card = workspace.detail.page("overview").findChildren(FigureCard)[2]
    assert entries(opened(card)) == ["Copy value", "Copy with source"]


@pytest.fixture
def card(workspace):
    workspace.state.set_metal("antimony")
    workspace.state.set_tab("prices")
    page = workspace.detail.page("prices")
    page.refresh()
    return page.chart_cards[0]


def test_a_chart_is_copied_as_an_image_and_as_data(workspace, card):
    choose(opened(card), "Copy chart")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1600, 900)
    assert workspace.status.sentence == "Image copied to the clipboard."
    choose(opened(card), "Copy data")
    assert clipboard().startswith(f"# {card.view.spec().title}")
    choose(opened(card), "Copy citation")
    assert clipboard() == citation(workspace.shared.store, [s.source_id for s in card.view.spec().sources])


def test_a_chart_is_shown_as_a_table_and_exported_from_its_menu(window, card, qtbot):
    choose(opened(card), "Show table")
    assert card.table is not None
    assert "Copy citation" in entries(opened(card.table, reason=KEY))
    choose(opened(card), "Show chart")
    assert card.table is None
    choose(opened(card), "Export chart")
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None)
    window.findChild(ExportDialog).close()


def test_a_chart_that_is_missing_has_no_menu(workspace):
    workspace.state.set_metal("helium")
    workspace.state.set_tab("prices")
    card = workspace.detail.page("prices").chart_cards[0]
    event = QContextMenuEvent(MOUSE, QPoint(5, 5), card.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(card, event)
    assert not [m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible()]

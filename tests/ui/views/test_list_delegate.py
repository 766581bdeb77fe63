"""What a line of the list shows: whole names and whole pills, side by side or below each other."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from explorer.models.metal_list import MetalListModel
from explorer.models.state import AppState
from explorer.ui.windows.main_window import MainWindow


class Recorder(QPainter):
    """Keeps each text that is drawn, with the room that it takes."""

    def __init__(self, pixmap: QPixmap) -> None:
        super().__init__(pixmap)
        self.texts: list[tuple[str, QRect]] = []

    def drawText(self, rect: QRect | QRectF, flags: Qt.AlignmentFlag, text: str) -> None:
        box, width = QRectF(rect).toRect(), QFontMetrics(self.font()).horizontalAdvance(text)
        left = box.center().x() - width // 2 if flags == Qt.AlignmentFlag.AlignCenter else box.left()
        self.texts.append((text, QRect(left, box.top(), width, box.height())))


def painted(pane, row: int, kind: type[Recorder] = Recorder) -> Recorder:
    """Return the painter that drew a line."""
    view, index = pane.view, pane.model.index(row)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, view.viewport().width(), view.visualRect(index).height())
    pixmap = QPixmap(option.rect.size())
    painter = kind(pixmap)
    pane.delegate.paint(painter, option, index)
    painter.end()
    return painter


def drawn(pane, row: int) -> list[tuple[str, QRect]]:
    """Return the texts of a line and their rooms."""
    return painted(pane, row).texts


def entries(pane):
    """Yield each line that is a metal with the number of its row."""
    for row in range(pane.model.rowCount()):
        entry = pane.model.index(row).data(MetalListModel.EntryRole)
        if entry is not None:
            yield row, entry


@pytest.fixture
def full_window(qtbot, live_store, settings):
    """The window on all metals."""
    window = MainWindow(settings)
    window.populate(live_store, AppState("gallium"))
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.mark.parametrize("destination", ["ALL", "USA", "JPN-MIL"])
@pytest.mark.parametrize("day", [date(2024, 12, 10), date(2025, 11, 1), date(2026, 11, 28)])
def test_names_and_pills_are_whole_at_a_usual_size(full_window, day, destination):
    full_window.workspace.state.set_context(day=day, destination=destination)
    pane = full_window.workspace.list
    QApplication.processEvents()
    lines = list(entries(pane))
    assert len(lines) == len(full_window.workspace.shared.store.metals)
    for row, entry in lines:
        texts = drawn(pane, row)
        assert f"{entry.metal.name_en} {entry.metal.name_zh}" in {t for t, _ in texts}
        assert {t for t, _ in texts} & set(entry.pill.versions)
        rooms = [room for _, room in texts]
        assert not any(a.intersects(b) for i, a in enumerate(rooms) for b in rooms[:i])
        assert max(room.right() for room in rooms) < pane.view.viewport().width()


def test_a_name_is_whole_before_its_pill_where_there_is_little_room(full_window):
    full_window.workspace.splitter.setSizes([240, 1000])
    pane = full_window.workspace.list
    QApplication.processEvents()
    cut = 0
    for row, entry in entries(pane):
        texts = {text for text, _ in drawn(pane, row)}
        name = f"{entry.metal.name_en} {entry.metal.name_zh}"
        cut += name not in texts
        assert name in texts or len(name) > 15
        assert texts & set(entry.pill.versions) or any(t.endswith("…") for t in texts)
    assert cut < 8


def test_a_pill_has_as_many_words_as_there_is_room_for(full_window):
    full_window.workspace.state.set_context(day=date(2026, 11, 28), destination="USA")
    pane = full_window.workspace.list
    words = []
    for width in (240, 330, 600):
        full_window.workspace.splitter.setSizes([width, 1000])
        QApplication.processEvents()
        (row, entry) = next(pair for pair in entries(pane) if pair[1].metal.metal_id == "holmium")
        texts = {text for text, _ in drawn(pane, row)}
        words.append(next(i for i, version in enumerate(entry.pill.versions) if version in texts))
    assert words == sorted(words, reverse=True) and words[-1] == 0


def test_a_material_without_a_symbol_has_a_sign_on_its_tile(full_window):
    pane = full_window.workspace.list
    row = pane.model.row_of("fluorspar")
    assert drawn(pane, row)[0][0] == "FLU"
    full_window.workspace.state.set_metal("fluorspar")
    assert "·" not in {text for text, _ in drawn(pane, row)}


class Lines(Recorder):
    """Keeps the rooms of the small lines, too."""

    def __init__(self, pixmap: QPixmap) -> None:
        super().__init__(pixmap)
        self.rooms: list[QRectF] = []

    def drawImage(self, at: QPointF, image: QImage) -> None:
        self.rooms.append(QRectF(at, image.deviceIndependentSize()))


@pytest.mark.parametrize("width", [240, 330, 600])
def test_a_small_line_covers_no_text_and_cuts_none(full_window, width):
    full_window.workspace.shared.list_builder.load_figures()
    full_window.workspace.splitter.setSizes([width, 1000])
    pane = full_window.workspace.list
    QApplication.processEvents()
    found = {}
    for shown in (False, True):
        full_window.workspace.state.set_sparklines(shown)
        pane.refresh()
        found[shown] = [painted(pane, row, Lines) for row, _ in entries(pane)]
    assert [p.texts for p in found[False]] == [p.texts for p in found[True]]
    assert not any(p.rooms for p in found[False])
    for painter in found[True]:
        texts = [QRectF(room) for _, room in painter.texts]
        assert not any(line.intersects(text) for line in painter.rooms for text in texts)
    assert sum(bool(p.rooms) for p in found[True]) > (30 if width > 300 else 10)

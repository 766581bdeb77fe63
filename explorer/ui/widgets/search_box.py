"""The search field and the list of results below it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from explorer.data.records import Hit
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext, gettext_noop

MAX_RESULTS = 12
MINIMUM_WIDTH, MARGIN = 460, 12
MAX_CODE_LENGTH, MAX_TITLE_LENGTH = 24, 70
_KINDS = {
    "metal": gettext_noop("metal"),
    "instrument": gettext_noop("announcement"),
    "item": gettext_noop("controlled item"),
    "event": gettext_noop("market event"),
    "use": gettext_noop("use"),
    "claim": gettext_noop("claim"),
    "source": gettext_noop("source"),
    "producer": gettext_noop("producer"),
    "project": gettext_noop("project"),
    "party": gettext_noop("named party"),
    "country": gettext_noop("country"),
}


@guarded
class SearchBox(QLineEdit):
    """Searches while typing; a result is chosen with the mouse or with arrows and Enter."""

    hitChosen = Signal(Hit)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._hits: list[Hit] = []
        self._list: QListWidget | None = None
        self.setPlaceholderText(gettext("Metal, 中文, use, customs or control code, announcement (Ctrl+K)"))
        self.setAccessibleName(gettext("Search metals, uses, codes and announcements"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(120)
        self.textChanged.connect(self._search)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the results while the field keeps the focus."""
        if event.type() == QEvent.Type.FocusOut and not self._list_has_mouse():
            self._hide()
        if event.type() == QEvent.Type.KeyPress and self._list is not None and self._list.isVisible():
            key = event.key()  # type: ignore[attr-defined]
            row, last = self._list.currentRow(), self._list.count() - 1
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._list.setCurrentRow(min(row + 1, last) if key == Qt.Key.Key_Down else max(row - 1, 0))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentItem())
                return True
            if key == Qt.Key.Key_Escape:
                self._hide()
                return True
        elif event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.clear()
        return super().eventFilter(watched, event)

    def _popup(self) -> QListWidget:
        if self._list is None:
            self._list = QListWidget(self.window())
            self._list.setObjectName("results")
            self._list.setAccessibleName(gettext("Search results"))
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._list.itemClicked.connect(self._choose)
        return self._list

    @Slot(str)
    def _search(self, text: str) -> None:
        from explorer.data.finding.search import search

        if not text.strip():
            self._hits = []
            self._hide()
            return
        message = gettext("Nothing found for “{text}”.").format(text=_shortened(text.strip()))
        try:
            self._hits = search(self._store, text, limit=MAX_RESULTS)
        except KnownError as error:
            self._hits, message = [], str(error)
        popup = self._popup()
        popup.clear()
        for hit in self._hits:
            popup.addItem(QListWidgetItem(self._line(hit)))
        if not self._hits:
            item = QListWidgetItem(message)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            popup.addItem(item)
        popup.setCurrentRow(0 if self._hits else -1)
        top_left = self.mapTo(self.window(), QPoint(0, self.height() + 2))
        height = sum(popup.sizeHintForRow(i) for i in range(popup.count())) + MARGIN
        available = self.window().width() - top_left.x() - MARGIN
        width = max(self.width(), min(available, max(popup.sizeHintForColumn(0) + 2 * MARGIN, MINIMUM_WIDTH)))
        popup.setGeometry(top_left.x(), top_left.y(), width, height)
        popup.show()
        popup.raise_()

    def _line(self, hit: Hit) -> str:
        title = f"{hit.title} {hit.title_zh}" if hit.title_zh and len(hit.title_zh) < 12 else hit.title
        kind = gettext(_KINDS[hit.kind]) if hit.kind in _KINDS else hit.kind
        metal = self._store.metals.get(hit.metal_id or "")
        code = hit.excerpt if hit.kind == "item" and len(hit.excerpt) <= MAX_CODE_LENGTH else ""
        number = self._store.instruments[hit.key].number if hit.kind == "instrument" else ""
        metal_name = metal.name_en if metal is not None and hit.kind != "metal" else ""
        return "   ·   ".join(part for part in (code or number, metal_name, _shortened(title), kind) if part)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None) -> None:
        if self._list is None or item is None:
            return
        row = self._list.row(item)
        if 0 <= row < len(self._hits):
            hit = self._hits[row]
            self._hide()
            self.clear()
            self.hitChosen.emit(hit)

    def _hide(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _list_has_mouse(self) -> bool:
        return self._list is not None and self._list.isVisible() and self._list.underMouse()


def _shortened(title: str) -> str:
    return title if len(title) <= MAX_TITLE_LENGTH else title[: MAX_TITLE_LENGTH - 1] + "…"

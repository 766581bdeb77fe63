"""The saved parts lists: open them in Code check, rename them, remove them with undo."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit, QPushButton, QWidget

from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.parts.records import PartsResult
from explorer.data.parts.texts import count_text, places_text
from explorer.data.user.parts_records import PartsList
from explorer.errors import KnownError, quoted
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView


@guarded
class ListsCard(Card):
    """Shows each list with what its check found; `openRequested` reports the ID of a list to open in Code check."""

    openRequested = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Parts lists"), parent=parent)
        self._shared = shared
        self._lists: dict[str, PartsList] = {}
        self._removed: PartsList | None = None
        header = (
            *(gettext("Name"), gettext("Exports"), gettext("Lines"), gettext("Last check")),
            gettext("Found"),
        )
        self.table = TableView(header, gettext("Parts lists"))
        self.table.set_weights(4, 5, 2, 3, 10, long=(4,))
        self.table.record_name = gettext("Open in Code check")
        self.table.opened.connect(self.openRequested)
        self.message = label("")
        self.open = self._button(gettext("Open in Code check"), self._open)
        self.rename = self._button(gettext("Rename…"), self._rename)
        self.remove = self._button(gettext("Remove"), self._remove)
        self.undo = self._button(gettext("Undo"), self._undo)
        self.undo.hide()
        self.message.hide()
        self.add(self.message)
        self.add(self.table)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What the Tab key reaches in the card, in reading order."""
        return self.open, self.rename, self.remove, self.undo, self.table

    @property
    def has_removed(self) -> bool:
        """Whether a list that was removed can be restored."""
        return self._removed is not None

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = link_button(text)
        button.clicked.connect(slot)
        self.add_action(button)
        return button

    def show_lists(
        self, lists: Sequence[PartsList], results: Iterable[PartsResult], checking: Collection[str] = ()
    ) -> None:
        """Show lists with what was found for them; `checking` are the IDs of those that are being checked."""
        before = self._current()
        self._lists = {parts.list_id: parts for parts in lists}
        found = {result.parts.list_id: result for result in results}
        self.table.set_rows(
            [
                self._row(parts, found.get(parts.list_id), is_checking=parts.list_id in checking)
                for parts in lists
            ]
        )
        if before is not None:
            row = self.table.records.mark(before.list_id)
            self.table.records.mark("")
            self.table.setCurrentIndex(self.table.records.index(max(row, 0), 0))
        for button in (self.open, self.rename, self.remove):
            button.setEnabled(bool(lists))
        self.table.setVisible(bool(lists))

    def _row(self, parts: PartsList, result: PartsResult | None, *, is_checking: bool) -> list[Cell]:
        facts, last = parts.facts, parts.last
        waiting = gettext("checking…") if is_checking else ""
        return [
            Cell(facts.name, key=parts.list_id, tip=facts.file_name or ""),
            Cell(places_text(self._shared.store, facts.origin, facts.destination)),
            Cell(exact(len(parts.lines)), len(parts.lines)),
            Cell(
                show(last.day) if last is not None else gettext("none yet"), str(last.day) if last else None
            ),
            Cell(count_text(result) if result is not None else waiting),
        ]

    def _current(self) -> PartsList | None:
        index = self.table.currentIndex().siblingAtColumn(0)
        return self._lists.get(str(index.data(self.table.records.KeyRole)))

    @Slot()
    def _open(self) -> None:
        parts = self._current()
        if parts is not None:
            self.openRequested.emit(parts.list_id)

    @Slot()
    def _rename(self) -> None:
        """Ask for a new name for the current list."""
        parts = self._current()
        if parts is None:
            return
        name, is_given = QInputDialog.getText(
            self,
            gettext("Rename parts list"),
            gettext("New name for {name}:").format(name=quoted(parts.facts.name)),
            QLineEdit.EchoMode.Normal,
            parts.facts.name,
        )
        if is_given:
            self._try(lambda: self._shared.parts.rename(parts.list_id, name))

    @Slot()
    def _remove(self) -> None:
        """Remove the current list; it can be restored as long as the page is open."""
        parts = self._current()
        if parts is None:
            return

        def run() -> None:
            before, self._removed = self._removed, parts  # the page asks for it as soon as the list is gone
            try:
                self._removed = self._shared.parts.remove(parts.list_id)
            except KnownError:
                self._removed = before
                raise
            self._say(gettext("Removed the parts list {name}.").format(name=quoted(parts.facts.name)))
            self.undo.show()

        self._try(run)

    @Slot()
    def _undo(self) -> None:
        """Restore the list that was removed last."""
        removed = self._removed
        if removed is None:
            return

        def run() -> None:
            self._shared.parts.restore(removed)
            self._removed = None
            self.undo.hide()
            self._say(gettext("Restored the parts list {name}.").format(name=quoted(removed.facts.name)))

        self._try(run)

    def _try(self, run: Callable[[], None]) -> None:
        """Run a function and show the message of a known error."""
        try:
            run()
        except KnownError as error:
            self._say(str(error))

    def _say(self, sentence: str) -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

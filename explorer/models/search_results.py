"""The results of a search as a list: headings and rows, with the sources folded away until they are opened."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.data.finding.rows import SOURCES, Group, Results, Row
from explorer.guard import guarded
from explorer.language import gettext

Index = QModelIndex | QPersistentModelIndex


@guarded
class SearchResultsModel(QAbstractListModel):
    """The lines of the results: each is a group, which stands for its heading, or a row.

    Lines that can't be chosen are not selectable. The heading of the sources can be: it opens and closes them.
    """

    LineRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results = Results()
        self._lines: list[Group | Row] = []
        self._is_open = False

    def show_results(self, results: Results) -> None:
        """Replace all lines; the sources are folded away, unless nothing else is found."""
        self.beginResetModel()
        self._results = results
        self._is_open = all(group.group_id == SOURCES for group in results.groups)
        self._lines = self._visible()
        self.endResetModel()

    def show_message(self, sentence: str) -> None:
        """Show a sentence in place of results."""
        row = Row("message", "", "", sentence)
        self.beginResetModel()
        self._results, self._lines = Results(), [row]
        self.endResetModel()

    def toggle_sources(self) -> None:
        """Open the sources, or fold them away."""
        self.beginResetModel()
        self._is_open = not self._is_open
        self._lines = self._visible()
        self.endResetModel()

    def _visible(self) -> list[Group | Row]:
        lines: list[Group | Row] = []
        for group in self._results.groups:
            lines.append(group)
            if group.group_id != SOURCES or self._is_open:
                lines += group.rows
        return lines

    @property
    def lines(self) -> tuple[Group | Row, ...]:
        """All lines in their order."""
        return tuple(self._lines)

    def line(self, row: int) -> Group | Row | None:
        """Return the line at a position, None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def is_selectable(self, row: int) -> bool:
        """Return whether a line can be chosen: a row with an action, or the heading of the sources."""
        line = self.line(row)
        if isinstance(line, Group):
            return line.group_id == SOURCES
        return line is not None and line.action is not None

    def next_selectable(self, row: int, step: int) -> int:
        """Return the next line that can be chosen in a direction, the same one where there is none."""
        at = row + step
        while 0 <= at < len(self._lines):
            if self.is_selectable(at):
                return at
            at += step
        return row

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (the signature of Qt)
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self.is_selectable(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        if role == self.LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.heading if isinstance(line, Group) else line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _spoken(self, line: Group | Row) -> str:
        """Return a line as a screen reader says it: everything that is painted."""
        if isinstance(line, Group):
            if line.group_id != SOURCES:
                return line.heading
            text = gettext("{heading}, open") if self._is_open else gettext("{heading}, closed")
            return text.format(heading=line.heading)
        return ", ".join(
            part for part in (line.title, line.verdict, line.pill, line.keys, line.detail) if part
        )

"""The lines of a checked list with their verdicts as a table, filled while the lines are checked."""

from collections.abc import Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.data.finding.code_texts import AnswerText
from explorer.data.reading.line_list import LineList
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.list_kinds import MOST_IN_LINK, Answer, ListKind
from explorer.models.tooltip import wrapped
from explorer.models.views import ALL_VERDICTS

Index = QModelIndex | QPersistentModelIndex
NUMBER, WRITTEN, VERDICT, APPLIES, FOUND = range(5)


class Pill(Struct, frozen=True):
    """The words of a pill and its state, one of PILL_STATES."""

    text: str
    state: str


@guarded
class CheckedLines(QAbstractTableModel):
    """One row for each line, or for those of one group; a line without an answer yet shows what is written only."""

    PillsRole = Qt.ItemDataRole.UserRole + 1
    LineRole = Qt.ItemDataRole.UserRole + 2
    FaultRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, store: Store, kind: ListKind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self.kind = store, kind
        self._header = kind.header
        self._list: LineList | None = None
        self._answers: list[Answer | None] = []
        self._texts: dict[Hashable, AnswerText] = {}
        self._counts: dict[str, int] = {}
        self._group = ALL_VERDICTS
        self._shown: list[int] = []

    @property
    def line_list(self) -> LineList | None:
        """The list shown, None without one."""
        return self._list

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._header

    @property
    def counts(self) -> Mapping[str, int]:
        """How many lines each group has so far."""
        return MappingProxyType(self._counts)

    @property
    def checked(self) -> Sequence[Answer]:
        """The lines that have an answer, in their order."""
        return [answer for answer in self._answers if answer is not None]

    def shown_lines(self) -> Sequence[Answer]:
        """Return the lines of the chosen group that have an answer."""
        found = (self._answers[line] for line in self._shown)
        return [answer for answer in found if answer is not None]

    def few(self) -> str:
        """Return the list as it is in a link, empty for a long one or one with several columns."""
        found, separator = self._list, self.kind.separator
        if found is None or len(found.names) > 1 or len(found.lines) > MOST_IN_LINK:
            return ""
        texts = [found.shown(line) for line in found.lines]
        joined = separator.join(texts)
        is_plain = all(text and separator not in text for text in texts)
        return joined if is_plain and len(joined) <= self.kind.longest else ""

    def answer(self, line: int) -> Answer | None:
        """Return the answer on a line by its place in the list, None without one."""
        return self._answers[line] if 0 <= line < len(self._answers) else None

    def row_of(self, line: int) -> int:
        """Return the row that shows a line, -1 where none does."""
        return self._shown.index(line) if line in self._shown else -1

    def set_list(self, lines: LineList | None) -> None:
        """Show the lines of a list without answers."""
        self.beginResetModel()
        self._list = lines
        self._answers = [None] * (len(lines.lines) if lines is not None else 0)
        self._texts.clear()
        self._counts = {}
        self._shown = self._of_group()
        self.endResetModel()

    def add_answers(self, first: int, answers: Sequence[Answer]) -> None:
        """Show the answers on the lines from a place on."""
        self._answers[first : first + len(answers)] = answers
        for answer in answers:
            self._counts[answer.group] = self._counts.get(answer.group, 0) + 1
        if self._group == ALL_VERDICTS:
            last = self.index(first + len(answers) - 1, FOUND)
            self.dataChanged.emit(self.index(first, 0), last)
            return
        added = [line for line, answer in enumerate(answers, start=first) if answer.group == self._group]
        if added:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(added) - 1)
            self._shown += added
            self.endInsertRows()

    def show_group(self, group: str) -> None:
        """Show the lines of one group, or all."""
        if group != self._group:
            self.beginResetModel()
            self._group = group
            self._shown = self._of_group()
            self.endResetModel()

    def _of_group(self) -> list[int]:
        if self._group == ALL_VERDICTS:
            return list(range(len(self._answers)))
        return [n for n, a in enumerate(self._answers) if a is not None and a.group == self._group]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._header[section] if 0 <= section < len(self._header) else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._list is None:
            return None
        line = self._shown[index.row()]
        column = index.column()
        if role == self.LineRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped(self._text(line, column)) or None
        if role == self.PillsRole:
            return self._pills(line, column)
        if role == self.FaultRole:
            answer = self._answers[line]
            return answer is not None and answer.verdict is None
        return None

    def _text(self, line: int, column: int) -> str:
        """Return the text of a cell; the pills of a cell are part of it."""
        assert self._list is not None
        answer = self._answers[line]
        if column == NUMBER:
            return str(self._list.lines[line].number)
        if column == WRITTEN:
            return self._list.shown(self._list.lines[line])
        if answer is None:
            return gettext("checking…") if column == VERDICT else ""
        text = self._answer_text(answer)
        return (text.verdict, "; ".join(words for words, _ in text.pills), text.item)[column - VERDICT]

    def _pills(self, line: int, column: int) -> tuple[Pill, ...]:
        answer = self._answers[line]
        if answer is None or column not in (VERDICT, APPLIES):
            return ()
        text = self._answer_text(answer)
        if column == VERDICT:
            return (Pill(text.verdict, text.verdict_state),)
        return tuple(Pill(words, state) for words, state in text.pills)

    def _answer_text(self, answer: Answer) -> AnswerText:
        """Return the texts of an answer, which many lines share."""
        if answer.verdict is None:
            return self.kind.texts(self._store, answer)
        key = self.kind.shared_by(answer)
        if key not in self._texts:
            self._texts[key] = self.kind.texts(self._store, answer)
        return self._texts[key]

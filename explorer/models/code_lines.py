"""The lines of a list of codes with their verdicts as a table, filled while the lines are checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.data.controls.codes import Verdict
from explorer.data.finding.code_check import CheckedLine
from explorer.data.finding.code_texts import AnswerText, answer_text, code_shown
from explorer.data.reading.code_list import CodeList
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.models.views import ALL_VERDICTS, CODE_SEPARATOR, LONGEST_CODES, MOST_CODES_IN_LINK

Index = QModelIndex | QPersistentModelIndex
NUMBER, CODE, VERDICT, GOODS, ITEM = range(5)


@dataclass(frozen=True, slots=True)
class Pill:
    """The words of a pill and its state, one of PILL_STATES."""

    text: str
    state: str


@guarded
class CodeLines(QAbstractTableModel):
    """One row for each line, or for those of one group; a line without an answer yet shows its code only."""

    PillsRole = Qt.ItemDataRole.UserRole + 1
    LineRole = Qt.ItemDataRole.UserRole + 2
    FaultRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._header = (
            *(gettext("Line"), gettext("Code"), gettext("Verdict"), gettext("Strictest measure")),
            gettext("Metal and item"),
        )
        self._codes: CodeList | None = None
        self._answers: list[CheckedLine | None] = []
        self._texts: dict[tuple[int, str], AnswerText] = {}
        self._counts: dict[str, int] = {}
        self._group = ALL_VERDICTS
        self._shown: list[int] = []

    @property
    def codes(self) -> CodeList | None:
        """The list shown, None without one."""
        return self._codes

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return self._header

    @property
    def counts(self) -> Mapping[str, int]:
        """How many lines each group has so far."""
        return MappingProxyType(self._counts)

    @property
    def checked(self) -> Sequence[CheckedLine]:
        """The lines that have an answer, in their order."""
        return [answer for answer in self._answers if answer is not None]

    def shown_lines(self) -> Sequence[CheckedLine]:
        """Return the lines of the chosen group that have an answer."""
        found = (self._answers[line] for line in self._shown)
        return [answer for answer in found if answer is not None]

    def few_codes(self) -> str:
        """Return the codes as they are in a link, empty for a long list or one with several columns."""
        codes = self._codes
        if codes is None or len(codes.names) > 1 or len(codes.lines) > MOST_CODES_IN_LINK:
            return ""
        texts = [code_shown(codes, line) for line in codes.lines]
        joined = CODE_SEPARATOR.join(texts)
        is_plain = all(text and CODE_SEPARATOR not in text for text in texts)
        return joined if is_plain and len(joined) <= LONGEST_CODES else ""

    def answer(self, line: int) -> CheckedLine | None:
        """Return the answer on a line by its place in the list, None without one."""
        return self._answers[line] if 0 <= line < len(self._answers) else None

    def row_of(self, line: int) -> int:
        """Return the row that shows a line, -1 where none does."""
        return self._shown.index(line) if line in self._shown else -1

    def set_codes(self, codes: CodeList | None) -> None:
        """Show the lines of a list without answers."""
        self.beginResetModel()
        self._codes = codes
        self._answers = [None] * (len(codes.lines) if codes is not None else 0)
        self._texts.clear()
        self._counts = {}
        self._shown = self._of_group()
        self.endResetModel()

    def add_answers(self, first: int, answers: Sequence[CheckedLine]) -> None:
        """Show the answers on the lines from a place on."""
        self._answers[first : first + len(answers)] = answers
        for answer in answers:
            self._counts[answer.group] = self._counts.get(answer.group, 0) + 1
        if self._group == ALL_VERDICTS:
            last = self.index(first + len(answers) - 1, ITEM)
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
        if not index.isValid() or self._codes is None:
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
        assert self._codes is not None
        answer = self._answers[line]
        if column == NUMBER:
            return str(self._codes.lines[line].number)
        if column == CODE:
            return code_shown(self._codes, self._codes.lines[line])
        if answer is None:
            return gettext("checking…") if column == VERDICT else ""
        text = self._answer_text(answer)
        return (text.verdict, "; ".join(words for words, _ in text.pills), text.item)[column - VERDICT]

    def _pills(self, line: int, column: int) -> tuple[Pill, ...]:
        answer = self._answers[line]
        if answer is None or column not in (VERDICT, GOODS):
            return ()
        text = self._answer_text(answer)
        if column == VERDICT:
            return (Pill(text.verdict, text.verdict_state),)
        return tuple(Pill(words, state) for words, state in text.pills)

    def _answer_text(self, answer: CheckedLine) -> AnswerText:
        """Return the texts of an answer, which many lines share."""
        verdict: Verdict | None = answer.verdict
        if verdict is None:
            return answer_text(self._store, answer)
        key = id(verdict.matches), verdict.verdict
        if key not in self._texts:
            self._texts[key] = answer_text(self._store, answer)
        return self._texts[key]

"""The list of metals: one line each with its status, filtered, sorted, in two sections."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from explorer.data.controls.pill import PillWords
from explorer.data.metal_order import EXPOSURE, SINCE_CONTROL, SORTS, sort_key
from explorer.data.records import Metal
from explorer.data.spelling import OTHER_SPELLINGS
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.row_changes import RowChange, row_changes
from explorer.models.tooltip import wrapped

if TYPE_CHECKING:
    from explorer.data.supply.sparkline import Sparkline

METAL_MIME = "application/x-minor-metals-metal"
Index = QModelIndex | QPersistentModelIndex


class ExposureEntry(Struct, frozen=True):
    """What a line shows where the list is sorted by exposure: its place in the order, key line and tooltip."""

    place: int
    line: str
    tooltip: str


class PriceEntry(Struct, frozen=True):
    """What a line shows when the list is sorted by price since control: the change, key line and tooltip."""

    percent: float | None
    line: str
    tooltip: str


class MetalEntry(Struct, frozen=True):
    """A line of the list, ready to paint; share and reliance in per cent, None where unknown.

    `source` is the source of the figure in `line` with its flag, empty where `line` has no figure. `in_principle`
    marks licences that are refused in principle, which is not called a ban. `exposure` is None until the list is sorted
    by it, and where the destination has no figures; `since_control` likewise.
    `sparkline` is the price as a small line, None where it is not shown.
    """

    metal: Metal
    pill: PillWords
    rank: int
    line: str
    source: str
    share_pct: float | None
    reliance_pct: float | None
    first_controlled: str | None
    in_principle: bool = False
    exposure: ExposureEntry | None = None
    since_control: PriceEntry | None = None
    sparkline: "Sparkline | None" = None

    @property
    def pill_state(self) -> str:
        """The state of the pill, one of PILL_STATES."""
        return self.pill.state

    @property
    def place(self) -> int:
        """The place in the order by exposure."""
        return self.exposure.place if self.exposure is not None else 0

    @property
    def since_control_pct(self) -> float | None:
        """The change of the price since the first control in per cent."""
        return self.since_control.percent if self.since_control is not None else None

    @property
    def listed_only(self) -> bool:
        """Whether only official lists or trade figures name it, so that it comes below the heading."""
        return self.metal.profile == "brief"


def folded(text: str) -> str:
    """Return text as filters compare it, without case, tone marks and compatibility forms."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@guarded
class MetalListModel(QAbstractListModel):
    """The visible lines; a heading, which can't be selected, separates the materials that only lists name."""

    MetalIdRole = Qt.ItemDataRole.UserRole + 1
    EntryRole = Qt.ItemDataRole.UserRole + 2
    HeadingRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[MetalEntry] = []
        self._describe: Callable[[str], str] = lambda metal_id: ""
        self._known_blobs: dict[str, tuple[Metal, str]] = {}
        self._rows: list[MetalEntry | None] = []
        self._filter = ""
        self._chip: str | None = None
        self._sort = SORTS[0]

    def set_entries(
        self, entries: Sequence[MetalEntry], describe: Callable[[str], str] | None = None
    ) -> None:
        """Replace all lines; `describe` returns the answer on a metal for its tooltip."""
        self.beginResetModel()
        self._take(entries, describe)
        self._rows = self._visible()
        self.endResetModel()

    def update_entries(
        self, entries: Sequence[MetalEntry], describe: Callable[[str], str] | None = None
    ) -> None:
        """Show lines that have changed, row by row, so that views keep their selection and position."""
        self._take(entries, describe)
        rows = self._visible()
        by_key = {_key(row): row for row in rows}
        for change in row_changes([_key(row) for row in self._rows], list(by_key)):
            self._apply(change, by_key.get(change.key))
        changed = [i for i, row in enumerate(rows) if row != self._rows[i]]
        self._rows = rows
        for first, last in _ranges(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def _take(self, entries: Sequence[MetalEntry], describe: Callable[[str], str] | None) -> None:
        self._entries = list(entries)
        self._describe = describe or (lambda metal_id: "")

    def _matching(self) -> Iterator[MetalEntry]:
        """Yield the lines that pass the text filter, whose texts are prepared only where there is a filter."""
        for entry in self._entries:
            if not self._filter or self._filter in self._blob_of(entry.metal):
                yield entry

    def _blob_of(self, metal: Metal) -> str:
        """Return what the filter is compared with; the same metal has the same text on every day."""
        kept = self._known_blobs.get(metal.metal_id)
        if kept is None or kept[0] is not metal:
            kept = self._known_blobs[metal.metal_id] = (metal, _blob(metal))
        return kept[1]

    def _apply(self, change: RowChange, row: MetalEntry | None) -> None:
        """Remove, insert or move one row."""
        source, target, nowhere = change.source, change.target, QModelIndex()
        if target is None and source is not None:
            self.beginRemoveRows(nowhere, source, source)
            del self._rows[source]
            self.endRemoveRows()
        elif source is None and target is not None:
            self.beginInsertRows(nowhere, target, target)
            self._rows.insert(target, row)
            self.endInsertRows()
        elif source is not None and target is not None:
            below = target + 1 if target > source else target  # Qt counts the rows before the move
            self.beginMoveRows(nowhere, source, source, nowhere, below)
            self._rows.insert(target, self._rows.pop(source))
            self.endMoveRows()

    def set_filter(self, text: str) -> None:
        """Show the lines whose names, symbol, pinyin or group contain the text."""
        self._filter = folded(text.strip())
        self._rebuild()

    def set_chip(self, pill_state: str | None) -> None:
        """Show the lines of one pill state, or all."""
        self._chip = pill_state
        self._rebuild()

    def set_sort(self, sort: str) -> None:
        """Sort by one of SORTS; unknown values come last."""
        self._sort = sort
        self._rebuild()

    def counts(self) -> Counter[str]:
        """Return how many lines that pass the text filter have each pill state."""
        return Counter(e.pill_state for e in self._matching())

    def refused_in_principle(self, pill_state: str) -> int:
        """Return how many of the lines counted as bans, in force or paused, are refusals in principle."""
        return sum(e.in_principle and e.pill_state == pill_state for e in self._matching())

    def row_of(self, metal_id: str) -> int:
        """Return the row of a metal, -1 where it is not shown."""
        return next(
            (i for i, e in enumerate(self._rows) if e is not None and e.metal.metal_id == metal_id), -1
        )

    def first_row(self) -> int:
        """Return the first row that is a metal, -1 where none is shown."""
        return next((i for i, e in enumerate(self._rows) if e is not None), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()] is None:
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return chosen | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [METAL_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the metal of a line that is dragged, for the comparison."""
        data = QMimeData()
        metal_id = next((i.data(self.MetalIdRole) for i in indexes), None)
        if metal_id:
            data.setData(METAL_MIME, QByteArray(metal_id.encode()))
        return data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == self.EntryRole:
            return entry
        if entry is None:
            heading = gettext("Other listed materials")
            return heading if role in (Qt.ItemDataRole.DisplayRole, self.HeadingRole) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{entry.metal.name_en} {entry.metal.name_zh}"
        if role == self.MetalIdRole:
            return entry.metal.metal_id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            texts = (
                f"{entry.metal.name_en} {entry.metal.name_zh}",
                entry.pill.full,
                entry.line,
                _price(entry),
            )
            return ", ".join(filter(None, texts))
        if role == Qt.ItemDataRole.ToolTipRole:
            figure = (entry.line, entry.source) if entry.source else ()
            texts = (self._describe(entry.metal.metal_id), *figure, _price(entry))
            return wrapped("\n".join(filter(None, texts)))
        return None

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._rows = self._visible()
        self.endResetModel()

    def _visible(self) -> list[MetalEntry | None]:
        """Return the lines that pass filter and chip, sorted, with the heading as None."""
        visible = [e for e in self._matching() if self._chip is None or e.pill_state == self._chip]
        visible.sort(key=sort_key(self._sort))
        visible = [_with_figure(e, self._sort) for e in visible]
        metals = [e for e in visible if not e.listed_only]
        others = [e for e in visible if e.listed_only]
        return [*metals, *([None] if others else []), *others]


def _price(entry: MetalEntry) -> str:
    """Return the small price chart in words, empty where none is shown."""
    return entry.sparkline.text if entry.sparkline is not None else ""


def _with_figure(entry: MetalEntry, sort: str) -> MetalEntry:
    """Return a line with the figure that an order is about in place of its other one."""
    shown = {EXPOSURE: entry.exposure, SINCE_CONTROL: entry.since_control}.get(sort)
    return replace(entry, line=shown.line, source=shown.tooltip) if shown is not None else entry


def _key(row: MetalEntry | None) -> str:
    return row.metal.metal_id if row is not None else ""


def _ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return ascending rows as ranges of rows that follow each other."""
    ranges: list[tuple[int, int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))
    return ranges


def _blob(metal: Metal) -> str:
    words = (
        metal.name_en,
        metal.name_zh,
        metal.pinyin,
        metal.symbol or "",
        metal.metal_id,
        metal.metal_group,
        metal.member_of or "",
        *(other for other, name in OTHER_SPELLINGS.items() if name == metal.metal_id),
    )
    return folded("\n".join(words))

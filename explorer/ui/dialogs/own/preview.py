"""What was read from a file: the series found, their first rows, and the lines that can't be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from explorer.charts.spec import Point
from explorer.charts.text import flag_word
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.reading.records import Candidate
from explorer.data.user.records import UserPoint
from explorer.language import gettext, ngettext, paragraph
from explorer.models.table import Cell
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView

FIRST_ROWS, MOST_BAD_LINES = 8, 200
TABLE_HEIGHT, LINES_HEIGHT = 150, 72


class SeriesPreview(QWidget):
    """A list of the series found, and what was read of the chosen one; `chosen` is emitted when that changes."""

    chosen = Signal()
    skipChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[Candidate] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.series = QComboBox()
        self.series.setAccessibleName(gettext("Columns found"))
        self.series.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.series.setMinimumContentsLength(20)
        self.series.currentIndexChanged.connect(self._show)
        header = (gettext("Date"), gettext("Price"), gettext("Low"), gettext("High"), gettext("Flag"))
        self.table = TableView(header, gettext("First rows read"), max_height=TABLE_HEIGHT)
        self.table.set_weights(2, 2, 2, 2, 2)
        self.summary = label("", "muted")
        self.bad_lines = QPlainTextEdit()
        self.bad_lines.setReadOnly(True)
        self.bad_lines.setTabChangesFocus(True)
        self.bad_lines.setMaximumHeight(LINES_HEIGHT)
        self.bad_lines.setAccessibleName(gettext("Lines that cannot be read"))
        self.skip = QCheckBox()
        self.skip.toggled.connect(self.skipChanged)
        self._title = label(gettext("Columns found"), "muted", selectable=False)
        for part in (self._title, self.series, self.table, self.summary, self.bad_lines, self.skip):
            column.addWidget(part)
        self.show_found(())

    @property
    def candidate(self) -> Candidate | None:
        """The chosen series."""
        index = self.series.currentIndex()
        return self._found[index] if 0 <= index < len(self._found) else None

    @property
    def is_accepted(self) -> bool:
        """Whether a series is chosen, and all its lines were read or are to be skipped."""
        found = self.candidate
        return found is not None and bool(found.points) and (not found.bad_lines or self.skip.isChecked())

    def show_found(self, found: Sequence[Candidate]) -> None:
        """Show the series of a file; an empty sequence clears the preview."""
        self._found = found
        self.series.blockSignals(True)
        self.series.clear()
        for candidate in found:
            unit = candidate.unit or gettext("no unit")
            name = candidate.name or gettext("no name")
            self.series.addItem(gettext("{series}, {unit}").format(series=name, unit=unit))
        self.series.blockSignals(False)
        self.setVisible(bool(found))
        self._show()

    @Slot()
    def _show(self) -> None:
        found = self.candidate
        points = found.points[:FIRST_ROWS] if found is not None else ()
        self.table.set_rows([_cells(p) for p in points])
        bad = found.bad_lines if found is not None else ()
        lines = [
            gettext("Line {number}: {reason}").format(number=b.line, reason=b.reason)
            for b in bad[:MOST_BAD_LINES]
        ]
        self.bad_lines.setPlainText("\n".join(lines))
        self.bad_lines.setVisible(bool(bad))
        self.skip.setChecked(False)
        self.skip.setVisible(bool(bad))
        text = ngettext(
            "Skip {count} line that cannot be read", "Skip {count} lines that cannot be read", len(bad)
        )
        self.skip.setText(text.format(count=exact(len(bad))))
        self.summary.setText(_summary(found) if found is not None else "")
        self.chosen.emit()


def _cells(point: UserPoint) -> tuple[Cell, ...]:
    values = (point.value, point.low, point.high)
    drawn = Point(0.0, point.value, "", flag=point.flag)
    return (
        Cell(show(point.date), point.date),
        *(Cell("" if v is None else exact(v), v) for v in values),
        Cell(flag_word(drawn)),
    )


def _summary(found: Candidate) -> str:
    """Return how many prices and gaps there are, and how they were read."""
    if not found.points:
        return gettext("No prices in this column.")
    count = len(found.points)
    prices = ngettext("{count} price, {first}.", "{count} prices, {first} to {last}.", count).format(
        count=exact(count), first=show(found.points[0].date), last=show(found.points[-1].date)
    )
    gaps = ngettext(
        "{count} line has a date but no price.", "{count} lines have a date but no price.", found.gaps
    ).format(count=exact(found.gaps))
    return paragraph((prices, gaps if found.gaps else "", *found.notes))

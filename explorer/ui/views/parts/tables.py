"""The tables of lines whose verdicts changed, and of those that will change."""

from collections.abc import Iterable, Iterator, Sequence

from explorer.data.dates import show
from explorer.data.parts.records import LineChange, PartsResult
from explorer.data.parts.texts import reason_lines
from explorer.data.parts.verdicts import pills, words
from explorer.data.store import Store
from explorer.data.user.parts_records import LineVerdict
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.palette import Theme
from explorer.ui.cards.documents_table import BETWEEN, DocumentsTable

MOST_ROWS = 200
Found = tuple[PartsResult, LineChange]


class PartsTable(DocumentsTable):
    """Lines with their verdicts before and after a day, and why; more than MOST_ROWS are left to saved tables."""

    def __init__(self, store: Store, name: str, day: str) -> None:
        header = (
            *(gettext("Line"), gettext("List"), day, gettext("Before"), gettext("After")),
            gettext("Why"),
        )
        super().__init__(store, header, name)
        self.set_weights(4, 3, 3, 5, 5, 11, long=(5,))

    def show_changes(self, found: Sequence[Found], theme: Theme) -> None:
        """Show changes."""
        self.set_theme(theme)
        self.set_rows([_row(result, change) for result, change in found[:MOST_ROWS]])


def changed_lines(results: Iterable[PartsResult]) -> Iterator[Found]:
    """Yield the lines whose verdicts changed, list by list."""
    return ((result, change) for result in results for change in result.changes)


def lines_ahead(results: Iterable[PartsResult]) -> Iterator[Found]:
    """Yield the lines whose verdicts will change, list by list."""
    return ((result, change) for result in results for change in result.ahead)


def _row(result: PartsResult, change: LineChange) -> list[Cell]:
    steps, line = change.reason.all_steps, change.line
    documents = BETWEEN.join(dict.fromkeys(step.document.instrument_id for step in steps))
    sources = tuple(dict.fromkeys(i for step in steps for i in step.measure.source_ids))
    text = gettext("{number}: {code}\n{part}") if line.part else gettext("{number}: {code}")
    day = show(change.day) or gettext("no first day on file")
    if change.beyond_verified:
        day = gettext("{day}\nnot checked").format(day=day)
    return [
        Cell(
            text.format(number=line.number, code=line.code, part=line.part),
            line.number,
            key=documents,
            source_ids=sources,
        ),
        Cell(result.parts.facts.name),
        Cell(day, change.day.isoformat() if change.day is not None else None),
        _verdict_cell(change.before),
        _verdict_cell(change.after),
        Cell("\n".join(reason_lines(result, change))),
    ]


def _verdict_cell(verdict: LineVerdict) -> Cell:
    """Return the cell of a verdict: what is in force as a pill, what is stricter and waits, and the verdict itself."""
    found = pills(verdict)
    if not found:
        return Cell(words(verdict))
    return Cell("\n".join((*(text for text, _ in found), verdict.verdict)), pill=found[0][1])

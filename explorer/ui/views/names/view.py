"""Names of companies: a list of names, the verdict on each line, and the reasons for the one selected."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.context import Context
from explorer.data.parties import record
from explorer.data.parties.check import NOT_FOUND, PartyChecker
from explorer.data.parties.examples import example_list, example_table
from explorer.data.parties.texts import no_lists, setting
from explorer.data.progress import Report
from explorer.data.reading.line_list import LineList
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.name_list_kind import NAMES
from explorer.ui.view_context import ViewContext
from explorer.ui.views.lists.empty_card import EmptyCard, Example
from explorer.ui.views.lists.view import ListView
from explorer.ui.views.lists.words import ListWords, Record
from explorer.ui.views.names.line_panel import NamePanel


@guarded
class NamesView(ListView):
    """Checks names that are typed, pasted, opened or dropped, for the day and the origin of the state."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(shared, _words(), _empty_card(shared), NamePanel(shared), parent=parent)

    @Slot(int)
    def open_line(self, line: int) -> None:
        """Show the first notice that names the party of a line."""
        answer = self.session.lines.answer(line)
        matches = answer.verdict.matches if answer is not None and answer.verdict is not None else ()
        for match in matches[:1]:
            self.shared.state.open_record("document", match.listings[0].measure.instrument_id)


def _empty_card(shared: ViewContext) -> EmptyCard:
    sentences = (
        gettext(
            "Type or paste names of companies, institutes or persons, in English or Chinese, one per line."
        ),
        gettext(
            "You can also paste cells from a spreadsheet, or open or drop a text, CSV or XLSX file, "
            "and then choose the column with the names."
        ),
        gettext(
            "Each name gets a verdict for the lists of the origin on the as-of date above. None of the verdicts means "
            "that a company may be supplied, and ownership is not covered."
        ),
    )
    examples = (
        Example(gettext("A list of names"), example_list),
        Example(gettext("A list of partners with a header"), example_table),
    )
    return EmptyCard(shared, gettext("No names yet"), sentences, examples)


def _words() -> ListWords:
    return ListWords(
        kind=NAMES,
        title=gettext("Named parties"),
        heading=gettext("Names"),
        placeholder=gettext("One name per line, or cells copied from a spreadsheet"),
        clear=gettext("Clear names"),
        choose_file=gettext("Choose a file with names"),
        nothing_to_paste=gettext("The clipboard has no text. Copy the names first."),
        table=gettext("Names and verdicts"),
        copy_one=gettext("Copy name"),
        open_one=gettext("Open notice"),
        hint=gettext("Nothing is uploaded or kept after the program closes."),
        stem=record.stem,
        least_found=130,
        read_file=_read_file,
        read_text=_read_text,
        setting=setting,
        cautions=_cautions,
        record=_record,
    )


# What reads lists is imported in the functions, which the first painting does not need.


def _read_file(path: Path, sheet: str | None, report: Report) -> LineList:
    from explorer.data.reading.read_names import read_name_file

    return read_name_file(path, sheet, report)


def _read_text(text: str, report: Report) -> LineList:
    from explorer.data.reading.read_names import read_name_text

    return read_name_text(text, report)


def _cautions(store: Store, context: Context) -> list[str]:
    """Return in short what the verdicts leave open; the panel says it in full."""
    missing = [] if PartyChecker(store, context).has_lists else [no_lists(store, context)]
    sentence = gettext(
        "Only names are compared, and ownership is not covered. “{verdict}” does not mean that a company may be "
        "supplied."
    )
    return [*missing, sentence.format(verdict=NOT_FOUND)]


def _record(store: Store, lines: Any, answers: Sequence[Any], context: Context) -> Record:
    return record.header(lines), [*record.rows(store, lines, answers, context)]

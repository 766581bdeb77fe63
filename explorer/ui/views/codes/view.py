"""Code check: a list of codes, the verdict on each line, and the reasons for the one selected."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.finding import code_record
from explorer.data.finding.code_examples import example_list, example_table
from explorer.data.finding.code_explanation import destination_caution
from explorer.data.parts.from_codes import code_list
from explorer.data.places import ALL, setting
from explorer.data.progress import Report
from explorer.data.reading.line_list import LineList
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.code_list_kind import CODES
from explorer.models.views import CODES_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.views.codes.line_panel import CodePanel
from explorer.ui.views.codes.saved_lists import SavedLists
from explorer.ui.views.lists.empty_card import EmptyCard, Example
from explorer.ui.views.lists.view import ListView
from explorer.ui.views.lists.words import ListWords, Record


@guarded
class CodesView(ListView):
    """Checks codes that are typed, pasted, opened or dropped, for the day and the places of the state."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        panel = CodePanel(shared)
        self.saved_lists = SavedLists(shared.parts)
        super().__init__(shared, _words(), _empty_card(shared), panel, self.saved_lists.buttons, parent)
        self.saved_lists.setParent(self)
        panel.itemRequested.connect(self._show_item)
        self._saved_list = ""  # the ID or name of the saved list shown, as in the options of the state
        self.saved_lists.saveRequested.connect(self._save_list)
        self.saved_lists.chosen.connect(self._choose_saved)
        self.session.listChanged.connect(self._list_changed)
        shared.state.optionsChanged.connect(self._read_saved_option)
        self._list_changed()
        self._read_saved_option(CODES_VIEW)

    @Slot()
    def _save_list(self) -> None:
        """Ask for the dialog that saves the list shown."""
        if self.session.line_list is not None:
            self.shared.parts.saveRequested.emit(self.session.line_list)

    @Slot(str)
    def _choose_saved(self, list_id: str) -> None:
        """Open a saved list, also the one that is open already."""
        self._saved_list = ""
        self.shared.state.set_option(CODES_VIEW, "list", list_id)
        self._read_saved_option(CODES_VIEW)

    @Slot(str)
    def _read_saved_option(self, view: str) -> None:
        """Open the saved list that the state names."""
        text = self.shared.state.options(CODES_VIEW)["list"]
        if view != CODES_VIEW or text == self._saved_list:
            return
        self._saved_list = text
        if text:
            self._open_saved(text)

    def _open_saved(self, text: str) -> None:
        """Show a saved list by its ID or name, for its own origin and destination."""
        try:
            parts = self.shared.parts.find(text)
        except KnownError as error:
            self.input.say(str(error))
            return
        self.input.show_name(parts.facts.name)
        self.session.show_saved(code_list(parts))
        facts = parts.facts
        self.shared.state.set_context(origin=facts.origin, destination=facts.destination)

    @Slot()
    def _list_changed(self) -> None:
        """Offer to save a list; another list than the saved one takes its name out of the state."""
        self.saved_lists.save.setEnabled(self.session.line_list is not None)
        is_saved = self.session.line_list is not None and self.session.source is None
        if self._saved_list and not is_saved:
            before, self._saved_list = self._saved_list, ""
            if (
                self.shared.state.options(CODES_VIEW)["list"] == before
            ):  # and not another one that is to be opened
                self.shared.state.set_option(CODES_VIEW, "list", "")

    @Slot(int)
    def open_line(self, line: int) -> None:
        """Show the first item of a line with its metal."""
        answer = self.session.lines.answer(line)
        matches = answer.verdict.matches if answer is not None and answer.verdict is not None else ()
        for match in matches[:1]:
            self._show_item(match.item.item_id)

    @Slot(str)
    def _show_item(self, item_id: str) -> None:
        """Show an item with its metal and the code of the current line."""
        state, item = self.shared.state, self.shared.store.items[item_id]
        answer: Any = self.session.lines.answer(self.result.table.line)
        state.set_metal(item.metal_id)
        state.show_code(answer.code if answer is not None else "")
        state.select_measure(item.measure_id, item_id)


def _empty_card(shared: ViewContext) -> EmptyCard:
    sentences = (
        gettext(
            "Type or paste customs codes of 6, 8 or 10 digits, or control codes such as 3C001.a, one "
            "per line."
        ),
        gettext(
            "You can also paste cells from a spreadsheet, or open or drop a text, CSV or XLSX file, "
            "and then choose the column with the codes."
        ),
        gettext(
            "Each line gets a verdict for the as-of date, origin and destination above. None of the verdicts means "
            "“free to export”."
        ),
    )
    examples = (
        Example(gettext("A list of codes"), example_list),
        Example(gettext("A list of parts with a header"), example_table),
    )
    return EmptyCard(shared, gettext("No codes yet"), sentences, examples)


def _words() -> ListWords:
    return ListWords(
        kind=CODES,
        title=gettext("Code check"),
        heading=gettext("Codes"),
        placeholder=gettext("One code per line, or cells copied from a spreadsheet"),
        clear=gettext("Clear codes"),
        choose_file=gettext("Choose a file with codes"),
        nothing_to_paste=gettext("The clipboard has no text. Copy the codes first."),
        table=gettext("Codes and verdicts"),
        copy_one=gettext("Copy code"),
        open_one=gettext("Open metal"),
        hint=gettext(
            "Nothing is uploaded. A list that you do not save is forgotten when the program closes."
        ),
        stem=code_record.stem,
        least_found=120,
        read_file=_read_file,
        read_text=_read_text,
        setting=setting,
        cautions=_cautions,
        record=_record,
    )


# What reads lists is imported in the functions, which the first painting does not need.


def _read_file(path: Path, sheet: str | None, report: Report) -> LineList:
    from explorer.data.reading.read_codes import read_code_file

    return read_code_file(path, sheet, report)


def _read_text(text: str, report: Report) -> LineList:
    from explorer.data.reading.read_codes import read_code_text

    return read_code_text(text, report)


def _cautions(_store: Store, context: Context) -> list[str]:
    sentence = gettext(
        "None of these verdicts means “free to export”: a code is only a reference, and the wording of the "
        "items decides."
    )
    return [sentence, *([destination_caution()] if context.destination == ALL else [])]


def _record(store: Store, lines: Any, answers: Sequence[Any], context: Context) -> Record:
    is_beyond = bool(beyond(store, context.as_of))
    return code_record.header(lines), [*code_record.rows(store, lines, answers, context, is_beyond=is_beyond)]

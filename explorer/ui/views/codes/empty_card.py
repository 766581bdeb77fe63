"""What to do before there is a list, with two examples."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from explorer.data.context import Context
from explorer.data.finding.code_examples import example_list, example_table
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label


@guarded
class EmptyCard(Card):
    """Says what can be checked; `exampleChosen` reports the text of an example."""

    exampleChosen = Signal(str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("No codes yet"), parent=parent)
        self._shared = shared
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
        for sentence in sentences:
            self.add(label(sentence))
        self.add(label(gettext("Try an example:"), "muted"))
        self.list_button = link_button(gettext("A list of codes"))
        self.table_button = link_button(gettext("A list of parts with a header"))
        for button, make in ((self.list_button, example_list), (self.table_button, example_table)):
            button.clicked.connect(partial(self._choose, make))
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, make: Callable[[Store, Context], str]) -> None:
        self.exampleChosen.emit(make(self._shared.store, self._shared.context))

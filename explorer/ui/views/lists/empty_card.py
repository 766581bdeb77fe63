"""What to do before there is a list, with two examples."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label


class Example(Struct, frozen=True):
    """An example by its name, and the function that makes it."""

    name: str
    make: Callable[[Store, Context], str]


@guarded
class EmptyCard(Card):
    """Says what can be checked; `exampleChosen` reports the text of an example."""

    exampleChosen = Signal(str)

    def __init__(
        self,
        shared: ViewContext,
        title: str,
        sentences: Sequence[str],
        examples: tuple[Example, Example],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent=parent)
        self._shared = shared
        for sentence in sentences:
            self.add(label(sentence))
        self.add(label(gettext("Try an example:"), "muted"))
        self.list_button, self.table_button = (link_button(example.name) for example in examples)
        for button, example in zip((self.list_button, self.table_button), examples, strict=True):
            button.clicked.connect(partial(self._choose, example.make))
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, make: Callable[[Store, Context], str]) -> None:
        self.exampleChosen.emit(make(self._shared.store, self._shared.context))

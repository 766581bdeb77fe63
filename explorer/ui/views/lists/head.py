"""The title of the view with what the list is checked for, the switch of codes and names, and the buttons."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import CODES_VIEW, NAMES_VIEW
from explorer.ui.widgets.buttons import toggle
from explorer.ui.widgets.title_line import TitleLine


@guarded
class ListHead(TitleLine):
    """`viewChosen` reports the switch between codes and names."""

    viewChosen = Signal(str)

    def __init__(
        self, view: str, title: str, buttons: Iterable[QPushButton], parent: QWidget | None = None
    ) -> None:
        self.views = {CODES_VIEW: toggle(gettext("Codes")), NAMES_VIEW: toggle(gettext("Company names"))}
        super().__init__(title, buttons, tuple(self.views.values()), parent)
        group = QButtonGroup(self)
        for name, button in self.views.items():
            group.addButton(button)
            button.setChecked(name == view)
            button.clicked.connect(partial(self._choose, view, name))

    def _choose(self, shown: str, name: str) -> None:
        """Ask for the other view; the button of this one stays pressed."""
        self.views[shown].setChecked(True)
        if name != shown:
            self.viewChosen.emit(name)

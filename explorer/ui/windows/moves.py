"""Where the keys and commands lead: to a view, a tab, the filter or the list, with the focus on what is shown."""

from typing import TYPE_CHECKING, cast

from explorer.models.state import TABS, AppState
from explorer.models.views import METALS_VIEW
from explorer.ui.views.stack import ViewStack
from explorer.ui.widgets.focus import focus_and_select

if TYPE_CHECKING:
    from explorer.ui.views.metals.view import MetalsView


class Moves:
    """Opens views and tabs in the state, and moves the focus."""

    def __init__(self, state: AppState, views: ViewStack) -> None:
        self._state, self._views = state, views

    @property
    def _metals(self) -> "MetalsView":
        return cast("MetalsView", self._views.view(METALS_VIEW))

    def open_view(self, view: str) -> None:
        """Open a view by its key, with the focus on what it shows; in a view that is open the focus stays."""
        stays = view == self._state.view and self._views.has_focus
        self._state.set_view(view)
        if not stays:
            self._views.focus_content()

    def open_tab(self, tab: str) -> None:
        """Open a tab by key, with the focus on its page; on the tabs themselves, where a reader chooses, it stays."""
        stays = self._metals.detail.tabs.hasFocus()
        self._state.set_tab(tab)
        if not stays:
            self._views.focus_content()

    def go_to_tab(self, number: int) -> None:
        """Open a tab by its key: of the open view where that has tabs, otherwise of the metal."""
        tabs = self._views.tabs
        if tabs is None:
            self.open_tab(TABS[number])
        elif number < tabs.count():
            stays = tabs.hasFocus()
            tabs.setCurrentIndex(number)
            if not stays:
                self._views.focus_content()

    def step_tab(self, step: int) -> None:
        """Open the next tab or the one before, the first after the last."""
        tabs = self._views.tabs
        count = len(TABS) if tabs is None else tabs.count()
        now = TABS.index(self._state.tab) if tabs is None else tabs.currentIndex()
        self.go_to_tab((now + step) % count)

    def focus_filter(self) -> None:
        """Move the focus to the filter of the list of metals."""
        self._state.show_list()
        focus_and_select(self._metals.list.filter)

    def focus_list(self) -> None:
        """Move the focus to the list of metals."""
        self._state.show_list()
        self._metals.list.view.setFocus()

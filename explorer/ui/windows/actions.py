"""Every action of the window: its text, its keys, and the menu in which it appears."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explorer.language import gettext, gettext_noop
from explorer.models.state import TABS
from explorer.models.views import VIEWS

EXPORT_MENU, HELP_MENU = "export", "help"
_OPEN_TAB, _OPEN_VIEW = gettext_noop("Open a tab"), gettext_noop("Open a view")
_MOVE_CHART = gettext_noop("Show earlier or later dates of a chart over time")


@dataclass(frozen=True, slots=True)
class Action:
    """What a user can do by key or from a menu.

    `help` is its text in the list of keys, `text` that in its menu, where it may start a new section. The keys of an
    action with `in_chart` are handled by the charts themselves. `standard` adds the keys that the system has for it.
    """

    action_id: str
    keys: str = ""
    help: str = ""
    menu: str = ""
    text: str = ""
    new_section: bool = False
    in_chart: bool = False
    standard: QKeySequence.StandardKey | None = None


ACTIONS = (
    Action(
        "search",
        "Ctrl+K",
        gettext_noop("Search metals, uses, codes, documents and places, or ask a question"),
    ),
    Action("filter", "Ctrl+F", gettext_noop("Filter the list of metals")),
    Action("list", "Ctrl+L", gettext_noop("Go to the list of metals")),
    Action("as_of", "Ctrl+D", gettext_noop("Change the as-of date")),
    Action("destination", "Ctrl+T", gettext_noop("Change the destination")),
    Action(
        "back",
        "Alt+Left",
        gettext_noop("Go back to what was shown before"),
        standard=QKeySequence.StandardKey.Back,
    ),
    Action(
        "forward",
        "Alt+Right",
        gettext_noop("Go forward again"),
        standard=QKeySequence.StandardKey.Forward,
    ),
    *(Action(f"view_{view}", f"Ctrl+{number}", _OPEN_VIEW) for number, view in enumerate(VIEWS, start=1)),
    *(Action(f"tab_{tab}", f"Alt+{number}", _OPEN_TAB) for number, tab in enumerate(TABS, start=1)),
    Action("next_tab", "Ctrl+PgDown", gettext_noop("Open the next tab")),
    Action("previous_tab", "Ctrl+PgUp", gettext_noop("Open the previous tab")),
    Action("previous_point", "Left", gettext_noop("Go to the previous point of a chart"), in_chart=True),
    Action("next_point", "Right", gettext_noop("Go to the next point of a chart"), in_chart=True),
    Action("zoom_in", "+", gettext_noop("Zoom in on a chart over time"), in_chart=True),
    Action("zoom_out", "-", gettext_noop("Zoom out of a chart over time"), in_chart=True),
    Action("earlier", "Shift+Left", _MOVE_CHART, in_chart=True),
    Action("later", "Shift+Right", _MOVE_CHART, in_chart=True),
    Action("export_focused", "Ctrl+S", gettext_noop("Export the focused chart"), in_chart=True),
    Action(
        "export_chart",
        "Ctrl+Shift+S",
        gettext_noop("Export a chart that is shown"),
        EXPORT_MENU,
        gettext_noop("This chart…"),
    ),
    Action(
        "export_several",
        "Ctrl+Shift+E",
        gettext_noop("Export several charts"),
        EXPORT_MENU,
        gettext_noop("Several charts…"),
    ),
    Action(
        "export_controls",
        menu=EXPORT_MENU,
        text=gettext_noop("All metals: timeline of controls…"),
        new_section=True,
    ),
    Action(
        "export_measures_quarters",
        menu=EXPORT_MENU,
        text=gettext_noop("All metals: measures by quarter…"),
    ),
    Action(
        "export_risk",
        menu=EXPORT_MENU,
        text=gettext_noop("All metals: concentration and import reliance…"),
    ),
    Action(
        "sheet_a4",
        "Ctrl+P",
        gettext_noop("Save the fact sheet of this metal"),
        EXPORT_MENU,
        gettext_noop("Fact sheet, A4…"),
        new_section=True,
    ),
    Action(
        "sheet_letter",
        menu=EXPORT_MENU,
        text=gettext_noop("Fact sheet, Letter…"),
    ),
    Action(
        "add_series",
        "Ctrl+Shift+A",
        gettext_noop("Add a price series of your own"),
        EXPORT_MENU,
        gettext_noop("Add a series…"),
        new_section=True,
    ),
    Action("own_series", menu=EXPORT_MENU, text=gettext_noop("Manage your series…")),
    Action("greeting", menu=HELP_MENU, text=gettext_noop("Getting started")),
    Action(
        "copy_link",
        "Ctrl+Shift+C",
        gettext_noop("Copy a link to this view"),
        HELP_MENU,
        gettext_noop("Copy link to this view"),
    ),
    Action("glossary", "Shift+F1", gettext_noop("Explain the terms"), HELP_MENU, gettext_noop("Glossary")),
    Action("copy_report", menu=HELP_MENU, text=gettext_noop("Copy diagnostic report")),
    Action(
        "about",
        "F1",
        gettext_noop("Show versions, licences and terms"),
        HELP_MENU,
        gettext_noop("About and licences"),
    ),
    Action("close", "Ctrl+Q", gettext_noop("Close the window")),
)


def key_list() -> list[tuple[str, str]]:
    """Return keys and what they do, in reading order; keys that follow each other for one thing are one line."""
    listed = [action for action in ACTIONS if action.keys]
    lines = []
    for text, group in groupby(listed, key=lambda action: action.help):
        keys = [action.keys for action in group]
        lines.append((keys[0] if len(keys) == 1 else f"{keys[0]} … {keys[-1]}", gettext(text)))
    return lines


class WindowActions(QObject):
    """The actions as a window has them, with their shortcuts."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._slots: Mapping[str, Callable[[], object]] = {}
        self._actions: dict[str, QAction] = {}
        for action in ACTIONS:
            if not action.in_chart:
                self._actions[action.action_id] = self._make(action)
        window.addActions(list(self._actions.values()))

    def _make(self, action: Action) -> QAction:
        text = action.text or action.help
        result = QAction(gettext(text), self)
        result.setData(action.action_id)
        result.setShortcuts(_keys(action))
        result.triggered.connect(self._triggered)
        return result

    def connect_to(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Call the slot of an action's id when it is triggered; each action has one."""
        self._slots = slots

    def action(self, action_id: str) -> QAction:
        """Return the action of an id."""
        return self._actions[action_id]

    def fill(self, menu: QMenu, name: str) -> None:
        """Add the actions of a menu to it, with a line before each section but the first."""
        for action in ACTIONS:
            if action.menu == name:
                if action.new_section:
                    menu.addSeparator()
                menu.addAction(self._actions[action.action_id])

    @Slot()
    def _triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._slots[action.data()]()


def _keys(action: Action) -> list[QKeySequence]:
    """Return the keys of an action, those of the registry first."""
    keys = [QKeySequence(action.keys)]
    if action.standard is not None:
        keys += (k for k in QKeySequence.keyBindings(action.standard) if k not in keys)
    return keys

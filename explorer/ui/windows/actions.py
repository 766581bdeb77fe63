"""Every action of the window: its text, its keys, its menu, and the command that the search runs."""

from collections.abc import Callable, Mapping
from itertools import groupby

from msgspec import Struct
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from explorer.language import gettext, gettext_noop
from explorer.models.state import TABS
from explorer.ui.views.metals.words import TAB_NAMES
from explorer.ui.views.registry import VIEW_KINDS

EXPORT_MENU, HELP_MENU = "export", "help"
FIND, MOVE, CHARTS, EXPORT, HELP = (
    gettext_noop("Search, date and places"),
    gettext_noop("Views and tabs"),
    gettext_noop("Charts"),
    gettext_noop("Export, copy and your own data"),
    gettext_noop("Window and help"),
)
_OPEN_TAB, _OPEN_VIEW = gettext_noop("Open a tab"), gettext_noop("Open a view")
_TO_TAB, _TO_VIEW = gettext_noop("Open the tab {name}"), gettext_noop("Open the view {name}")
_MOVE_CHART = gettext_noop("Show earlier or later dates of a chart over time")
THEME = "theme_{theme}"
_THEMES = {
    "light": gettext_noop("Use the light theme"),
    "dark": gettext_noop("Use the dark theme"),
    "system": gettext_noop("Use the light or dark theme of the system"),
}


class Action(Struct, frozen=True):
    """What a user can do by key, from a menu, or as a command in the search.

    `help` is its text in the list of keys, where `section` is its heading. `text` is that in its menu, where it may
    start a new section. `command` is that in the search, by default `help`; `name` is the message that fills a field of
    it, and `words` are others by which it is found. The search offers neither actions with `in_chart`, whose keys the
    charts handle, nor those with `in_search`. One with `is_switch` is on or off. `standard` adds the keys that the
    system has for it.
    """

    action_id: str
    section: str
    keys: str = ""
    help: str = ""
    menu: str = ""
    text: str = ""
    command: str = ""
    name: str = ""
    words: str = ""
    new_section: bool = False
    in_chart: bool = False
    in_search: bool = False
    is_switch: bool = False
    standard: QKeySequence.StandardKey | None = None

    @property
    def command_text(self) -> str:
        """The text of the command in the language of the window, empty where the search does not offer it."""
        message = "" if self.in_chart or self.in_search else self.command or self.help
        return gettext(message).format(name=gettext(self.name)) if message else ""


ACTIONS = (
    Action(
        "search",
        FIND,
        "Ctrl+K",
        gettext_noop("Search metals, uses, codes, documents, places and commands, or ask a question"),
        in_search=True,
    ),
    Action("filter", FIND, "Ctrl+F", gettext_noop("Filter the list of metals")),
    Action("list", FIND, "Ctrl+L", gettext_noop("Go to the list of metals")),
    Action("as_of", FIND, "Ctrl+D", gettext_noop("Change the as-of date")),
    Action("destination", FIND, "Ctrl+T", gettext_noop("Change the destination")),
    Action(
        "look_up_clipboard",
        FIND,
        "Ctrl+Shift+V",
        gettext_noop("Look up the code or document number on the clipboard"),
        words=gettext_noop("paste copied"),
    ),
    Action(
        "back",
        MOVE,
        "Alt+Left",
        gettext_noop("Go back to what was shown before"),
        standard=QKeySequence.StandardKey.Back,
    ),
    Action(
        "forward",
        MOVE,
        "Alt+Right",
        gettext_noop("Go forward again"),
        standard=QKeySequence.StandardKey.Forward,
    ),
    *(
        Action(f"view_{kind.view}", MOVE, f"Ctrl+{number % 10}", _OPEN_VIEW, command=_TO_VIEW, name=kind.name)
        for number, kind in enumerate(VIEW_KINDS, start=1)
    ),
    *(
        Action(f"tab_{tab}", MOVE, f"Alt+{number}", _OPEN_TAB, command=_TO_TAB, name=TAB_NAMES[tab])
        for number, tab in enumerate(TABS, start=1)
    ),
    Action(
        "my_parts",
        MOVE,
        "Ctrl+Shift+P",
        gettext_noop("Open My parts: what changed for your parts lists"),
        words=gettext_noop("parts list codes watch alert changed verdict"),
    ),
    Action("next_tab", MOVE, "Ctrl+PgDown", gettext_noop("Open the next tab")),
    Action("previous_tab", MOVE, "Ctrl+PgUp", gettext_noop("Open the previous tab")),
    Action(
        "previous_point", CHARTS, "Left", gettext_noop("Go to the previous point of a chart"), in_chart=True
    ),
    Action("next_point", CHARTS, "Right", gettext_noop("Go to the next point of a chart"), in_chart=True),
    Action("zoom_in", CHARTS, "+", gettext_noop("Zoom in on a chart over time"), in_chart=True),
    Action("zoom_out", CHARTS, "-", gettext_noop("Zoom out of a chart over time"), in_chart=True),
    Action("earlier", CHARTS, "Shift+Left", _MOVE_CHART, in_chart=True),
    Action("later", CHARTS, "Shift+Right", _MOVE_CHART, in_chart=True),
    Action(
        "export_chart",
        EXPORT,
        "Ctrl+S",
        gettext_noop("Export the chart shown, or the table if there is none"),
        EXPORT_MENU,
        gettext_noop("This chart or table…"),
        words=gettext_noop("image picture PNG SVG PDF CSV XLSX save"),
        standard=QKeySequence.StandardKey.SaveAs,
    ),
    Action(
        "export_several",
        EXPORT,
        "Ctrl+Shift+E",
        gettext_noop("Export several charts"),
        EXPORT_MENU,
        gettext_noop("Several charts…"),
        words=gettext_noop("images pictures PNG SVG PDF save"),
    ),
    Action(
        "export_controls",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("All metals: timeline of controls…"),
        command=gettext_noop("Export the timeline of controls of all metals"),
        new_section=True,
    ),
    Action(
        "export_measures_quarters",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("All metals: measures by quarter…"),
        command=gettext_noop("Export the chart of measures by quarter"),
    ),
    Action(
        "export_risk",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("All metals: concentration and import reliance…"),
        command=gettext_noop("Export the chart of concentration and import reliance"),
    ),
    Action(
        "sheet_a4",
        EXPORT,
        "Ctrl+P",
        gettext_noop("Save the fact sheet of this metal"),
        EXPORT_MENU,
        gettext_noop("Fact sheet, A4…"),
        gettext_noop("Save the fact sheet of this metal, A4"),
        words=gettext_noop("print PDF"),
        new_section=True,
    ),
    Action(
        "sheet_letter",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("Fact sheet, Letter…"),
        command=gettext_noop("Save the fact sheet of this metal, Letter"),
        words=gettext_noop("print PDF"),
    ),
    Action(
        "save_evidence",
        EXPORT,
        "Ctrl+Shift+F",
        gettext_noop("Save an evidence file of this metal, or of the list in Code check"),
        EXPORT_MENU,
        gettext_noop("Evidence file…"),
        words=gettext_noop("ZIP PDF JSON proof archive manifest SHA-256 save"),
    ),
    Action(
        "copy_status",
        EXPORT,
        command=gettext_noop("Copy the status of this metal with its documents"),
        menu=EXPORT_MENU,
        text=gettext_noop("Copy status with documents"),
        words=gettext_noop("quote cite source notice clipboard"),
    ),
    Action(
        "add_series",
        EXPORT,
        "Ctrl+Shift+A",
        gettext_noop("Add a price series of your own"),
        EXPORT_MENU,
        gettext_noop("Add a series…"),
        words=gettext_noop("CSV XLSX Excel file import"),
        new_section=True,
    ),
    Action(
        "own_series",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("Manage your series…"),
        command=gettext_noop("Manage your price series"),
    ),
    Action(
        "watch",
        EXPORT,
        "Ctrl+Shift+W",
        gettext_noop("Watch this metal, or stop watching it"),
        words=gettext_noop("star favourite favorite watchlist"),
    ),
    Action(
        "add_entry",
        EXPORT,
        "Ctrl+Shift+N",
        gettext_noop("Add an entry from a notice that you have read"),
        EXPORT_MENU,
        gettext_noop("Add an entry…"),
        words=gettext_noop("event measure notice announcement entry suspended pause"),
        new_section=True,
    ),
    Action(
        "own_entries",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("Your entries…"),
        command=gettext_noop("Show your entries"),
        words=gettext_noop("event measure notice read off on"),
    ),
    Action(
        "export_own",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("Export your data…"),
        command=gettext_noop("Export all of your own data to one file"),
        words=gettext_noop("backup save series watchlist notes entries parts lists"),
    ),
    Action(
        "import_own",
        EXPORT,
        menu=EXPORT_MENU,
        text=gettext_noop("Import your data…"),
        command=gettext_noop("Import your own data from a file"),
        words=gettext_noop("backup restore add series watchlist notes entries parts lists"),
    ),
    Action(
        "greeting",
        HELP,
        command=gettext_noop("Show how to get started"),
        menu=HELP_MENU,
        text=gettext_noop("Getting started"),
    ),
    Action(
        "copy_link",
        EXPORT,
        "Ctrl+Shift+C",
        gettext_noop("Copy a link to this view"),
        HELP_MENU,
        gettext_noop("Copy link to this view"),
    ),
    Action(
        "help",
        HELP,
        "F1",
        gettext_noop("Show help: what to type, keys, commands and terms"),
        HELP_MENU,
        gettext_noop("Help"),
        words=gettext_noop("shortcuts keyboard manual"),
    ),
    Action(
        "glossary",
        HELP,
        "Shift+F1",
        gettext_noop("Explain the terms"),
        HELP_MENU,
        gettext_noop("Glossary"),
        words=gettext_noop("glossary definitions"),
    ),
    Action(
        "install_edition",
        HELP,
        menu=HELP_MENU,
        text=gettext_noop("Install data edition…"),
        command=gettext_noop("Install a data edition from a file"),
        words=gettext_noop("update data file database"),
    ),
    Action(
        "look_up_copied",
        HELP,
        menu=HELP_MENU,
        text=gettext_noop("Look up copied text"),
        command=gettext_noop("Look up codes and document numbers copied in any program: on or off"),
        words=gettext_noop("clipboard watch"),
        is_switch=True,
    ),
    Action(
        "verify_evidence",
        HELP,
        menu=HELP_MENU,
        text=gettext_noop("Verify an evidence file…"),
        command=gettext_noop("Verify an evidence file"),
        words=gettext_noop("check ZIP proof manifest SHA-256"),
    ),
    Action(
        "copy_report",
        HELP,
        menu=HELP_MENU,
        text=gettext_noop("Copy diagnostic report"),
        command=gettext_noop("Copy the diagnostic report"),
        words=gettext_noop("bug error problem"),
    ),
    Action(
        "about",
        HELP,
        menu=HELP_MENU,
        text=gettext_noop("About and licences"),
        command=gettext_noop("Show versions, licences and terms of the data"),
        words=gettext_noop("about edition"),
    ),
    *(
        Action(
            THEME.format(theme=theme), HELP, command=command, words=gettext_noop("colours appearance mode")
        )
        for theme, command in _THEMES.items()
    ),
    Action("close", HELP, "Ctrl+Q", gettext_noop("Close the window"), words=gettext_noop("quit exit")),
)


def key_list(section: str = "") -> list[tuple[str, str]]:
    """Return keys and what they do, of a section or all; keys that follow each other for one thing are one line."""
    listed = [action for action in ACTIONS if action.keys and section in ("", action.section)]
    lines = []
    for text, group in groupby(listed, key=lambda action: action.help):
        keys = [action.keys for action in group]
        lines.append((keys[0] if len(keys) == 1 else f"{keys[0]} … {keys[-1]}", gettext(text)))
    return lines


def key_sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the lines of the list of keys below their headings."""
    return [
        (gettext(section), key_list(section))
        for section in dict.fromkeys(action.section for action in ACTIONS)
    ]


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
        result = QAction(
            gettext(action.text) if action.text else action.command_text or gettext(action.help), self
        )
        result.setData(action.action_id)
        result.setCheckable(action.is_switch)
        if action.keys:
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

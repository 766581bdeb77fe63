"""The state of the window: the view and its metal, the question about export controls, what is selected."""

from collections.abc import Mapping, Set
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QObject, QSettings, Signal, Slot

from explorer.data.comparison.chosen import MOST_METALS, ids_of, text_of
from explorer.data.context import Context
from explorer.models.last_visit import read_last_visit, write_last_visit
from explorer.models.stored_values import stored_text
from explorer.models.view_request import TABS as TABS
from explorer.models.view_request import ViewRequest
from explorer.models.views import ALL_VIEWS, COMPARE_VIEW, LIST, METALS_VIEW, OF_METAL, VIEWS, defaults

THEMES = ("system", "light", "dark")
LANGUAGES = ("en",)
RECORDS = ("document", "claim", "answer")


class AppState(QObject):
    """What all views read and set; each signal reports one change.

    `contextSet` also reports a date or country that was set to what it was: a field may show another text.
    `measureSelected` and `sourceSelected` also report the same selection again: it may be out of sight.
    `recordChanged` reports that a record covers the metal, another one or none; `codeChanged` that another code, or
    none, is shown with the metal. `factsChanged` reports that the facts of the store are others, since the entries of
    the user are among them. `filterRequested` asks the list for the
    metals of one status. `optionsChanged` reports a view of which an option was chosen.
    """

    viewChanged = Signal(str)
    optionsChanged = Signal(str)
    metalChanged = Signal(str)
    contextChanged = Signal()
    contextSet = Signal(frozenset)
    factsChanged = Signal()
    tabChanged = Signal(str)
    measureSelected = Signal(str)
    sourceSelected = Signal(str)
    headingSelected = Signal(str)
    recordChanged = Signal()
    codeChanged = Signal(str)
    filterRequested = Signal(str)
    sparklinesChanged = Signal()
    startViewChanged = Signal()
    themeChanged = Signal(str)
    languageChanged = Signal(str)

    def __init__(self, metal_id: str = "gallium", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = METALS_VIEW
        self._options = {view: defaults(view) for view in ALL_VIEWS}
        self._metal_id = metal_id
        self._context = Context(date.today())
        self._follows_today = True
        self._tab = TABS[0]
        self._selected_measure = ""
        self._selected_item = ""
        self._selected_source = ""
        self._selected_heading = ""
        self._record: tuple[str, str] | None = None
        self._asked: date | None = None
        self._code = ""
        self._sparklines = True
        self._theme = THEMES[0]
        self._start_view = VIEWS[0]
        self._language = LANGUAGES[0]
        self._last_visit: date | None = None

    @property
    def view(self) -> str:
        """The open view, one of ALL_VIEWS."""
        return self._view

    @property
    def metal_id(self) -> str:
        """The metal shown."""
        return self._metal_id

    @property
    def context(self) -> Context:
        """The as-of date, origin and destination."""
        return self._context

    @property
    def follows_today(self) -> bool:
        """Whether no date was chosen, so that the as-of date follows the clock."""
        return self._follows_today

    @property
    def tab(self) -> str:
        """The open tab, one of TABS."""
        return self._tab

    @property
    def selected_measure(self) -> str:
        """The id of the measure that was selected for this metal, empty where none was."""
        return self._selected_measure

    @property
    def selected_item(self) -> str:
        """The id of the item to mark on the card of the selected measure, empty without one."""
        return self._selected_item

    @property
    def record(self) -> tuple[str, str] | None:
        """The kind, one of RECORDS, and the id of the record that covers the metal; None where the metal is shown.

        The id of an answer is its question.
        """
        return self._record

    @property
    def asked(self) -> date | None:
        """The day on which the question of an answer was asked, from which words such as “yesterday” count."""
        return self._asked

    @property
    def code(self) -> str:
        """The code whose verdict is shown with the metal, as typed; empty without one."""
        return self._code

    @property
    def selected_source(self) -> str:
        """The id of the source that was selected for this metal, empty where none was."""
        return self._selected_source

    @property
    def selected_heading(self) -> str:
        """The customs heading whose suppliers were selected for this metal, empty where none was."""
        return self._selected_heading

    @property
    def sparklines(self) -> bool:
        """Whether the list of metals shows small price charts."""
        return self._sparklines

    @property
    def theme(self) -> str:
        """One of THEMES."""
        return self._theme

    @property
    def start_view(self) -> str:
        """The view with which the program opens, one of VIEWS."""
        return self._start_view

    @property
    def last_visit(self) -> date | None:
        """The last day before today on which the program was used, None where none is on file."""
        return self._last_visit

    @property
    def language(self) -> str:
        """The language of the interface, one of LANGUAGES."""
        return self._language

    def set_view(self, view: str) -> None:
        """Open another view."""
        if view != self._view and view in ALL_VIEWS:
            self._view = view
            self.viewChanged.emit(view)

    def options(self, view: str) -> dict[str, str]:
        """Return the options of a view by their names."""
        return dict(self._options[view])

    def set_option(self, view: str, name: str, value: str) -> None:
        """Choose an option of a view."""
        self.set_options(view, {name: value})

    def set_options(self, view: str, chosen: Mapping[str, str]) -> None:
        """Choose several options of a view as one change."""
        options = self._options[view] | dict(chosen)
        if options != self._options[view]:
            self._options[view] = options
            self.optionsChanged.emit(view)

    def set_metal(self, metal_id: str) -> None:
        """Show a metal; what was selected for another one, and a code, no longer is."""
        self.close_record()
        self.show_code("")
        if metal_id != self._metal_id:
            self._metal_id = metal_id
            self._selected_measure = self._selected_item = self._selected_source = ""
            self._selected_heading = ""
            self.metalChanged.emit(metal_id)

    def set_context(
        self, *, day: date | None = None, today: bool = False, origin: str = "", destination: str = ""
    ) -> None:
        """Set those of as-of date, origin and destination that are given."""
        before = (self._context, self._follows_today)
        if today or day:
            self._follows_today = today
            self._context = replace(self._context, as_of=day if day and not today else date.today())
        if origin or destination:
            self._context = replace(
                self._context,
                origin=origin or self._context.origin,
                destination=destination or self._context.destination,
            )
        if before != (self._context, self._follows_today):
            self.contextChanged.emit()
        given = {"as_of": today or day, "origin": origin, "destination": destination}
        fields = frozenset(name for name, value in given.items() if value)
        if fields:
            self.contextSet.emit(fields)

    def update_today(self) -> None:
        """Move an as-of date that follows the clock to today."""
        if self._follows_today and self._context.as_of != date.today():
            self._context = replace(self._context, as_of=date.today())
            self.contextChanged.emit()

    @Slot()
    def report_facts(self) -> None:
        """Report that the facts of the store have changed."""
        self.factsChanged.emit()

    def show_list(self) -> None:
        """Open the view of the metals with the list beside the metal."""
        self.set_option(METALS_VIEW, "layout", LIST)
        self.set_view(METALS_VIEW)

    def set_tab(self, tab: str) -> None:
        """Open a tab of the metal, in the view of the metals."""
        self.close_record()
        self.show_list()
        if tab != self._tab and tab in TABS:
            self._tab = tab
            self.tabChanged.emit(tab)

    def select_measure(self, measure_id: str, item_id: str = "") -> None:
        """Select a measure, with one of its items to mark, and open the tab that shows it."""
        self._selected_measure, self._selected_item = measure_id, item_id
        self.measureSelected.emit(measure_id)
        self.set_tab("controls")

    def select_source(self, source_id: str) -> None:
        """Select a source and open the tab that shows it."""
        self._selected_source = source_id
        self.sourceSelected.emit(source_id)
        self.set_tab("sources")

    def show_code(self, code: str) -> None:
        """Show the verdict on a code with the metal, or none where it is empty."""
        if code != self._code:
            self._code = code
            self.codeChanged.emit(code)

    def select_heading(self, heading: str) -> None:
        """Select the customs heading whose suppliers are shown."""
        self._selected_heading = heading
        self.headingSelected.emit(heading)

    def open_record(self, kind: str, record_id: str, asked: date | None = None) -> None:
        """Show a document, a claim or an answer in place of the metal, which stays the one selected."""
        if kind not in RECORDS:
            return
        self.show_list()
        day = (asked or date.today()) if kind == "answer" else None
        if (self._record, self._asked) != ((kind, record_id), day):
            self._record, self._asked = (kind, record_id), day
            self.recordChanged.emit()

    def close_record(self) -> None:
        """Show the metal again."""
        if self._record is not None:
            self._record = self._asked = None
            self.recordChanged.emit()

    def request_filter(self, status: str) -> None:
        """Ask the list of metals to show those of a status only, or all where it is empty."""
        self.show_list()
        self.filterRequested.emit(status)

    def set_sparklines(self, shown: bool) -> None:
        """Show or hide the small price charts in the list of metals."""
        if shown != self._sparklines:
            self._sparklines = shown
            self.sparklinesChanged.emit()

    def set_theme(self, theme: str) -> None:
        """Use the light or the dark theme, or that of the system."""
        if theme != self._theme and theme in THEMES:
            self._theme = theme
            self.themeChanged.emit(theme)

    def set_start_view(self, view: str) -> None:
        """Open the program with another view."""
        if view != self._start_view and view in VIEWS:
            self._start_view = view
            self.startViewChanged.emit()

    def set_language(self, language: str) -> None:
        """Use another language."""
        if language != self._language and language in LANGUAGES:
            self._language = language
            self.languageChanged.emit(language)

    def as_request(self) -> ViewRequest:
        """Return the request that shows this view in another window."""
        context, today = self._context, self._follows_today
        day = None if today else context.as_of
        if self._view != METALS_VIEW or self._options[METALS_VIEW]["layout"] != LIST:
            chosen = tuple(
                (n, v) for n, v in self._options[self._view].items() if v != defaults(self._view)[n]
            )
            return ViewRequest(
                self._metal_id if self._view in OF_METAL else "",
                "",
                day,
                today,
                context.origin,
                context.destination,
                view=self._view,
                options=chosen,
            )
        kind, record_id = self._record or ("", "")
        return ViewRequest(
            self._metal_id,
            self._tab,
            day,
            today,
            context.origin,
            context.destination,
            document=record_id if kind == "document" else "",
            claim=record_id if kind == "claim" else "",
            answer=record_id if kind == "answer" else "",
            asked=self._asked,
            code=self._code,
        )

    def apply(self, request: ViewRequest) -> None:
        """Show the view of a request; what the request leaves empty does not change."""
        self.set_metal(request.metal_id or self._metal_id)
        self.set_context(
            day=request.day, today=request.today, origin=request.origin, destination=request.destination
        )
        if request.view and not request.names_metal:
            self.set_options(request.view, defaults(request.view) | dict(request.options))
            self.set_view(request.view)
            return
        if request.names_metal or request.view:
            self.set_tab(request.tab or self._tab)
        self.show_code(request.code)
        records = {"document": request.document, "claim": request.claim, "answer": request.answer}
        for kind, record_id in records.items():
            if record_id:
                self.open_record(kind, record_id, request.asked)

    def save(self, settings: QSettings) -> None:
        """Write what the next session restores to the settings."""
        settings.setValue("metal", self._metal_id)
        settings.setValue("origin", self._context.origin)
        settings.setValue("destination", self._context.destination)
        settings.setValue("tab", self._tab)
        settings.setValue("theme", self._theme)
        settings.setValue("start", self._start_view)
        settings.setValue("sparklines", int(self._sparklines))
        settings.setValue("columns", self._options[METALS_VIEW]["columns"])
        settings.setValue("compared", self._options[COMPARE_VIEW]["metals"])
        write_last_visit(settings, self._last_visit, date.today())

    def restore(
        self, settings: QSettings, metals: Set[str], origins: Set[str], destinations: Set[str]
    ) -> None:
        """Read the state from the settings, without what this edition of the data does not have.

        The as-of date is not kept: the program starts with today, so that no past answer is taken for today's.
        """
        metal = stored_text(settings, "metal")
        self.set_metal(metal if metal in metals else self._metal_id)
        origin, destination = stored_text(settings, "origin"), stored_text(settings, "destination")
        self.set_context(
            origin=origin if origin in origins else "",
            destination=destination if destination in destinations else "",
        )
        tab = stored_text(settings, "tab")
        self._tab = tab if tab in TABS else self._tab
        self.set_theme(stored_text(settings, "theme"))
        self.set_start_view(stored_text(settings, "start"))
        self.set_sparklines(stored_text(settings, "sparklines") != "0")
        self.set_option(METALS_VIEW, "columns", stored_text(settings, "columns"))
        compared = dict.fromkeys(m for m in ids_of(stored_text(settings, "compared")) if m in metals)
        self.set_option(COMPARE_VIEW, "metals", text_of(tuple(compared)[:MOST_METALS]))
        self._last_visit = read_last_visit(settings, date.today())

"""The content of the window: top bar, rail, views and status bar, each of which reads the state."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStatusTipEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from explorer.data.editions.current import accept_replacement
from explorer.data.store import Store
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.history import History
from explorer.models.metal_list_builder import MetalListBuilder
from explorer.models.own_entries import covered_words
from explorer.models.state import TABS, THEMES, AppState
from explorer.models.view_request import message, read, write
from explorer.models.views import (
    CLAIMS_VIEW,
    CODES_VIEW,
    COMPARE_VIEW,
    DATA_VIEW,
    EDITION_CHANGES_PAGE,
    METALS_VIEW,
    NAMES_VIEW,
    PARTS_VIEW,
    VIEWS,
)
from explorer.ui import theme
from explorer.ui.cards.status_copy import copy_status
from explorer.ui.cards.watching import toggle_metal_shown
from explorer.ui.view_context import ViewContext
from explorer.ui.views.stack import ViewStack
from explorer.ui.widgets.file_saving import SavedFileEvent
from explorer.ui.widgets.focus import focus_and_select, set_tab_order
from explorer.ui.windows.actions import THEME, WindowActions
from explorer.ui.windows.banner import Banner
from explorer.ui.windows.greeting import Greeting, is_due
from explorer.ui.windows.message_area import MessageArea
from explorer.ui.windows.metal_drop import MetalDrop
from explorer.ui.windows.moves import Moves
from explorer.ui.windows.navigation import MouseNavigation, WindowTitle
from explorer.ui.windows.parts_notice import PartsNotice
from explorer.ui.windows.rail import Rail
from explorer.ui.windows.search_preparation import SearchPreparation
from explorer.ui.windows.session import restore_parts
from explorer.ui.windows.status_bar import StatusBar
from explorer.ui.windows.top_bar import TopBar
from explorer.ui.windows.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

    from explorer.data.editions.current import Opened
    from explorer.data.finding.rows import Row
    from explorer.ui.views.claims.view import ClaimsView
    from explorer.ui.views.codes.view import CodesView
    from explorer.ui.views.lists.view import ListView
    from explorer.ui.views.metals.detail_pane import DetailPane
    from explorer.ui.views.metals.list_pane import MetalListPane
    from explorer.ui.views.metals.records.area import RecordArea
    from explorer.ui.views.metals.view import MetalsView
    from explorer.ui.views.names.view import NamesView
    from explorer.ui.views.view_page import ViewPage
    from explorer.ui.widgets.source import Source
    from explorer.ui.windows.main_window import MainWindow

LEAST_FOR_NAMES = 1100
FIGURES_AFTER_MS = 400


@guarded
class Workspace(QWidget):
    """Builds the views on one state; after the first paint, reads the figures of the list and prepares the search.

    `opened` reports that the first view is painted.
    """

    opened = Signal()

    def __init__(
        self,
        store: Store,
        state: AppState,
        settings: QSettings | None,
        report: Callable[[], str],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.set_font(app)  # before anything measures its texts
        self.state = state
        self.shared = ViewContext(store, state, MetalListBuilder(store))
        self.shared.theme = theme.choose(state.theme)
        self.history = History(state, self)
        self._settings = settings
        self._is_opened = False
        self.dialogs = WindowDialogs(self.shared, settings, report, self)
        self.window_actions = WindowActions(self)
        self._build(store)
        self._connect()
        self.window_actions.connect_to(self._slots_of_actions())
        self._connect_copied()
        self._show_steps()
        self._title = WindowTitle(self.shared, window)
        if state.theme != "system":
            theme.force(state.theme)
        self._apply_theme()
        self.views.show_view(state.view)
        self._clock = QTimer(self)
        self._clock.setInterval(60_000)
        self._clock.timeout.connect(state.update_today)
        self._clock.timeout.connect(self.top.show_whether_today)
        self._clock.start()

    def _build(self, store: Store) -> None:
        self.top = TopBar(store, self.state, self.window_actions, self)
        self.rail = Rail(self.state, self.window_actions, self)
        MetalDrop(self.rail.buttons[COMPARE_VIEW], self.shared)
        self.views = ViewStack(self.shared, self)
        self.moves = Moves(self.state, self.views)
        self.greeting = Greeting(self._settings, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        row, column = QHBoxLayout(), QVBoxLayout()
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        column.addWidget(self.views, 1)
        column.addWidget(self.greeting)
        for part in (row, column):
            part.setSpacing(0)
        layout.addLayout(row, 1)
        self.status = StatusBar(store, self.state)
        self.banner, self.edition_banner = Banner(), Banner()
        self.parts_notice = PartsNotice(self.shared, self.status, self)
        self.search_preparation = SearchPreparation(store, self)
        self.messages = MessageArea(self.views, self.top.notice, self.edition_banner, self.banner)

    @property
    def metals(self) -> "MetalsView":
        """The view of the metals."""
        return cast("MetalsView", self.views.view(METALS_VIEW))

    @property
    def splitter(self) -> "QSplitter | None":
        """The view of the metals, whose parts share the width; None before it is first opened."""
        return self.metals.parts if self.views.is_built(METALS_VIEW) else None

    @property
    def list(self) -> "MetalListPane":
        """The list of the metals."""
        return self.metals.list

    @property
    def detail(self) -> "DetailPane":
        """The metal that is shown."""
        return self.metals.detail

    @property
    def records(self) -> "RecordArea":
        """The area of the metal, which a record may cover."""
        return self.metals.records

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the names of the views where there is room."""
        super().resizeEvent(event)
        self.rail.set_wide(wide=event.size().width() >= LEAST_FOR_NAMES)

    @Slot(str)
    def _view_built(self, name: str) -> None:
        """Connect a view that is opened for the first time."""
        if name != METALS_VIEW:
            page = cast("ViewPage", self.views.view(name))
            page.opened.connect(self._page_opened)
            page.exportRequested.connect(self.dialogs.exports.export_chart)
            if name == CODES_VIEW:
                codes = cast("CodesView", page)
                codes.statementRequested.connect(self.dialogs.exports.export_statement)
                codes.evidenceRequested.connect(self.dialogs.evidence.save_codes)
            if name == CLAIMS_VIEW:
                cast("ClaimsView", page).statementRequested.connect(self.dialogs.exports.export_fact_check)
            if name == NAMES_VIEW:
                cast("NamesView", page).statementRequested.connect(
                    self.dialogs.exports.export_names_statement
                )
            return
        metals = self.metals
        metals.list.set_theme(self.shared.theme)
        restore_parts(metals.parts, self._settings)
        metals.detail.exportRequested.connect(self.dialogs.exports.export_chart)
        metals.detail.chartRefused.connect(self.show_message)
        metals.detail.evidenceRequested.connect(self.dialogs.evidence.save_metal)
        metals.detail.opened.connect(self._page_opened)
        metals.records.currentChanged.connect(self._record_opened)
        metals.records.exportRequested.connect(self.dialogs.exports.export_chart)
        metals.records.metalOpened.connect(metals.detail.focus_page)
        if metals.records.record is not None:
            self._record_opened()

    def _connect(self) -> None:
        self.state.metalChanged.connect(self.banner.withdraw)
        self.state.contextChanged.connect(self.banner.withdraw)
        self.state.themeChanged.connect(self._theme_changed)
        self.top.search.rowChosen.connect(self._row_chosen)
        self.dialogs.connect_to(self.status, self.banner)
        shared = self.shared
        for own in (*shared.own_models, shared.editions):
            own.failed.connect(self.show_message)
        shared.editions.chosenElsewhere.connect(self._report_choice)
        self.views.built.connect(self._view_built)
        self.greeting.exampleChosen.connect(self._search_for)
        set_tab_order((self.top.last_field, *self.greeting.examples, self.greeting.done, self.rail))
        self.history.changed.connect(self._show_steps)
        self._mouse = MouseNavigation(self.window())
        self._mouse.backRequested.connect(self.history.go_back)
        self._mouse.forwardRequested.connect(self.history.go_forward)
        QApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def _connect_copied(self) -> None:
        """Let the switch of the menu show whether what is copied is looked up, and open what was found."""
        switch = self.window_actions.action("look_up_copied")
        switch.setChecked(self.dialogs.copied.is_on)
        self.dialogs.copied.changed.connect(switch.setChecked)
        self.dialogs.copied.openRequested.connect(self._open_copied)

    def _slots_of_actions(self) -> dict[str, Callable[[], object]]:
        return {
            **self.dialogs.slots_of_actions(),
            "search": partial(focus_and_select, self.top.search),
            "filter": self.moves.focus_filter,
            "list": self.moves.focus_list,
            **{f"view_{view}": partial(self.moves.open_view, view) for view in VIEWS},
            "my_parts": partial(self.moves.open_view, PARTS_VIEW),
            "as_of": partial(focus_and_select, self.top.day),
            "destination": self.top.destination.focus_and_select,
            "back": self.history.go_back,
            "forward": self.history.go_forward,
            **{f"tab_{tab}": partial(self.moves.go_to_tab, number) for number, tab in enumerate(TABS)},
            "next_tab": partial(self.moves.step_tab, 1),
            "previous_tab": partial(self.moves.step_tab, -1),
            "export_chart": self._export,
            "save_evidence": self._save_evidence,
            "copy_status": partial(copy_status, self.shared, self),
            "watch": partial(toggle_metal_shown, self.shared, self),
            "install_edition": self.shared.editions.installRequested.emit,
            "greeting": self.greeting.show,
            "copy_link": self.copy_link,
            **{THEME.format(theme=name): partial(self.state.set_theme, name) for name in THEMES},
            "close": self.window().close,
        }

    @Slot()
    def _show_steps(self) -> None:
        """Enable the steps that the history has."""
        self.window_actions.action("back").setEnabled(self.history.can_go_back)
        self.window_actions.action("forward").setEnabled(self.history.can_go_forward)

    def _export(self) -> None:
        if not self.views.export():
            self.show_message(gettext("There is no chart or table here to export."))

    def _save_evidence(self) -> None:
        """Save an evidence file of the list in the check of codes, in other views of the metal."""
        if self.state.view != CODES_VIEW:
            self.dialogs.evidence.save_metal()
        elif not cast("CodesView", self.views.view(CODES_VIEW)).request_evidence():
            self.show_message(gettext("There is no list of codes yet that is checked completely."))

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence on the banner below the top bar."""
        self.banner.show_message(sentence)

    def report_entries(self, faults: Sequence[str]) -> None:
        """Show why the user's entries can't be read, or that the edition has some of them by now."""
        covered = len(self.shared.entries.covered()) if not faults else 0
        sentences = (*faults, covered_words(self.shared.store, covered))
        if any(sentences):
            self.show_message(paragraph(filter(None, sentences)))

    @Slot(str)
    def show_fault(self, trace: str) -> None:
        """Show that the program failed, with its report to copy."""
        self.dialogs.diagnosis.add_fault(trace)
        self.banner.show_message(
            gettext("Something went wrong. The view may be incomplete; no data were changed."),
            fault=True,
        )

    @Slot()
    def copy_link(self) -> None:
        """Put a link to the view on the clipboard."""
        request = self.state.as_request()
        if self.state.view == METALS_VIEW:
            request = replace(request, chart=self.detail.chart_request())
        link = write(request)
        QApplication.clipboard().setText(link)
        self.status.show_message(gettext("Copied {link}.").format(link=link))

    @Slot(str)
    def follow(self, link: str) -> None:
        """Show the view of a link, with a message about each part that is not valid."""
        self.banner.withdraw()
        request, faults = read(link, self.shared.store)
        self.state.apply(request)
        if request.chart is not None or self.views.is_built(METALS_VIEW):
            self.detail.show_chart(request.chart)
        if faults:
            self.show_message(message(faults))

    def show_edition(self, opened: "Opened") -> None:
        """Show for how long it is true, or until it is closed, that the edition in use is not the expected one."""
        self.status.show_older(opened.older)
        sentence = opened.warning or opened.replaced
        if sentence:
            self.edition_banner.show_message(sentence)
        if opened.replaced and not opened.warning:
            accept_replacement()

    @Slot()
    def _report_choice(self) -> None:
        """Say that another edition was chosen outside this window, which keeps what is shown.

        A window on a data file of its own has nothing to do with the choice.
        """
        if not self.shared.editions.in_use(self.shared.store):
            return
        text = gettext(
            "Another data edition was chosen outside this window, which still shows edition {version}. To change to "
            "it, open “Editions” on Data and choose “Use this edition”, or start the program again."
        )
        self.show_message(text.format(version=self.shared.editions.version_in_use(self.shared.store)))

    def open_lists(self) -> dict[str, "Source"]:
        """Return the lists of codes and names that are too long for the options of their views, by view."""
        views = (name for name in (CODES_VIEW, NAMES_VIEW) if self.views.is_built(name))
        lists = {name: cast("ListView", self.views.view(name)) for name in views}
        return {name: source for name, view in lists.items() if (source := view.long_list()) is not None}

    def take_lists(self, lists: Mapping[str, "Source"]) -> None:
        """Check lists that another content of the window had."""
        for name, source in lists.items():
            cast("ListView", self.views.view(name)).input.take(source)

    def show_edition_changes(self, old: str, new: str) -> None:
        """Show what differs between two editions."""
        for name, value in (("old", old), ("new", new), ("page", EDITION_CHANGES_PAGE)):
            self.state.set_option(DATA_VIEW, name, value)
        self.moves.open_view(DATA_VIEW)

    def discard(self) -> None:
        """Delete what belongs to this content outside of it; the window shows another edition from now on."""
        for part in (self._title, self._mouse, self.messages, self):
            part.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Show what a part of the window says about what it has done, such as a copy."""
        if isinstance(event, SavedFileEvent):
            self.status.show_saved(event.tip(), event.path)
            return True
        if isinstance(event, QStatusTipEvent) and event.tip():
            self.status.show_message(event.tip())
            return True
        if event.type() == QEvent.Type.WindowActivate and self._is_opened:
            self.shared.entries.reload()
            self.shared.watchlist.reload()
            self.parts_notice.reload()
            self.shared.editions.reload(self.shared.store)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss the greeting on an Escape that nothing else has a use for."""
        if event.key() == Qt.Key.Key_Escape and self.greeting.isVisible():
            self.greeting.dismiss()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _search_for(self, text: str) -> None:
        focus_and_select(self.top.search)
        self.top.search.clear()  # so that the same text is searched for again
        self.top.search.setText(text)

    @Slot()
    def _record_opened(self) -> None:
        """Count a record that a link opens before any page of a metal as the first page."""
        QTimer.singleShot(0, self, self._page_opened)

    @Slot()
    def _page_opened(self) -> None:
        """Let the first page be painted, then greet a newcomer and read the figures of the list."""
        if self._is_opened:
            return
        self._is_opened = True
        self.opened.emit()
        if is_due(self._settings):
            self.greeting.show()
        QTimer.singleShot(FIGURES_AFTER_MS, self, self._load_figures)
        self.parts_notice.start()

    @Slot()
    def _load_figures(self) -> None:
        self.shared.list_builder.load_figures()
        if self.views.is_built(METALS_VIEW):
            self.list.refresh()
        self.search_preparation.start()

    @Slot(object)
    def _row_chosen(self, row: "Row") -> None:
        from explorer.data.finding.rows import RUN
        from explorer.models.search_actions import apply_action

        if row.action is not None and row.action.kind == RUN:
            self.views.focus_content()
            self._run_command(row.action.text)
            return
        sentence = apply_action(self.shared.store, self.state, row.action) if row.action is not None else ""
        if sentence:
            self.status.show_message(sentence)
        self.views.focus_content()

    @Slot(object)
    def _open_copied(self, row: "Row") -> None:
        """Open what the card on a copied text is about, and bring the window to the front."""
        self._row_chosen(row)
        cast("MainWindow", self.window()).come_forward()

    def _run_command(self, action_id: str) -> None:
        """Run a command of the search; one that opens a tab by its name opens that of the metal in every view."""
        tab = next((tab for tab in TABS if action_id == f"tab_{tab}"), "")
        if tab:
            self.moves.open_tab(tab)
        else:
            self.window_actions.action(action_id).trigger()

    @Slot(Qt.ColorScheme)
    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.state.theme == "system":
            self._restyle()

    @Slot(str)
    def _theme_changed(self, chosen: str) -> None:
        theme.force(chosen)
        self._restyle()

    def _restyle(self) -> None:
        self._apply_theme()
        self.views.restyle()
        self.dialogs.about.set_theme(self.shared.theme)

    def _apply_theme(self) -> None:
        chosen = theme.choose(self.state.theme)
        self.shared.theme = chosen
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, chosen)
        self.rail.set_theme(chosen)
        self.top.search.set_theme(chosen)

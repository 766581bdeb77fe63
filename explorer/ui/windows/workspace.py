"""What the window shows: top bar, metal list, detail, status bar, each reading the state."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from explorer.data.places import destinations
from explorer.data.store import Store
from explorer.models.metal_list_builder import MetalListBuilder
from explorer.models.state import TABS, AppState
from explorer.models.view_request import read, write
from explorer.ui import theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.metals.detail_pane import DetailPane
from explorer.ui.views.metals.list_pane import MetalListPane
from explorer.ui.widgets.basics import go_to
from explorer.ui.windows.banner import Banner
from explorer.ui.windows.diagnostic_report import Diagnosis
from explorer.ui.windows.exports import Exports
from explorer.ui.windows.status_bar import StatusBar
from explorer.ui.windows.top_bar import TopBar

if TYPE_CHECKING:
    from explorer.data.records import Hit
    from explorer.ui.dialogs.about import AboutDialog

FIGURES_AFTER_MS = 400
_TAB_OF_HIT = {
    "use": "uses",
    "item": "controls",
    "instrument": "controls",
    "producer": "supply",
    "project": "supply",
    "event": "prices",
    "source": "sources",
}


class Workspace(QWidget):
    """Ties the state to its views; reads the figures behind the list after the first paint."""

    def __init__(
        self,
        store: Store,
        state: AppState,
        settings: QSettings | None,
        report: Callable[[], str],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self.state = state
        self.shared = ViewContext(store, state, MetalListBuilder(store))
        self.exports = Exports(self.shared, settings, self)
        self.diagnosis = Diagnosis(report, self)
        self._about: AboutDialog | None = None
        self._build(store)
        self._connect()
        self._shortcuts()
        if state.theme != "system":
            theme.force(state.theme)
        self._dress()
        self._fill_list()
        self.list.show_metal(state.metal_id)
        self.detail.show_header()
        self.detail.show_tab(state.tab)
        self._day = date.today()
        self._clock = QTimer(self)
        self._clock.setInterval(60_000)
        self._clock.timeout.connect(self._midnight_passed)
        self._clock.start()

    def _build(self, store: Store) -> None:
        self.top = TopBar(store, self.state)
        self.list = MetalListPane()
        self.detail = DetailPane(self.shared)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        self.banner = Banner()
        layout.addWidget(self.banner)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.detail)
        self.list.setMinimumWidth(240)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([310, 1010])
        layout.addWidget(self.splitter, 1)
        self.status = StatusBar(store)

    def _connect(self) -> None:
        self.state.metalChanged.connect(self.list.show_metal)
        self.state.metalChanged.connect(self.banner.withdraw)
        self.state.contextChanged.connect(self._context_changed)
        self.state.themeChanged.connect(self._theme_changed)
        self.list.metalChosen.connect(self.state.set_metal)
        self.top.search.hitChosen.connect(self._hit_chosen)
        self.top.exportRequested.connect(self.detail.export_chart)
        self.top.manyRequested.connect(self.exports.export_many)
        self.top.kindRequested.connect(self.exports.export_kind)
        self.top.sheetRequested.connect(self.exports.export_sheet)
        self.top.help.linkRequested.connect(self.copy_link)
        self.top.help.reportRequested.connect(self.diagnosis.copy)
        self.top.help.aboutRequested.connect(self.show_about)
        self.banner.reportRequested.connect(self.diagnosis.copy)
        self.diagnosis.copied.connect(self._report_copied)
        self.exports.said.connect(self.status.say)
        self.exports.refused.connect(self.show_message)
        self.detail.exportRequested.connect(self.exports.export_chart)
        self.detail.opened.connect(self._page_opened)
        QApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)

    def _shortcuts(self) -> None:
        bound = (
            ("Ctrl+K", partial(go_to, self.top.search)),
            ("Ctrl+F", partial(go_to, self.list.filter)),
            ("Ctrl+D", partial(go_to, self.top.day)),
            ("Ctrl+L", self.list.view.setFocus),
            ("Ctrl+T", self.top.destination.setFocus),
            ("Ctrl+PgDown", self._next_tab),
            ("Ctrl+PgUp", self._previous_tab),
            ("Ctrl+Shift+S", self.detail.export_chart),
            ("Ctrl+Shift+E", self.exports.export_many),
            ("Ctrl+P", self.exports.export_sheet),
            ("Ctrl+Shift+C", self.copy_link),
            ("F1", self.show_about),
            ("Ctrl+Q", self.window().close),
        )
        for keys, slot in bound:
            QShortcut(QKeySequence(keys), self, slot)
        for number, _tab in enumerate(TABS, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, self._numbered_tab).setObjectName(str(number))

    @Slot()
    def _numbered_tab(self) -> None:
        self.state.set_tab(TABS[int(self.sender().objectName()) - 1])

    @Slot()
    def _next_tab(self) -> None:
        self.state.set_tab(TABS[(TABS.index(self.state.tab) + 1) % len(TABS)])

    @Slot()
    def _previous_tab(self) -> None:
        self.state.set_tab(TABS[(TABS.index(self.state.tab) - 1) % len(TABS)])

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a sentence on the banner below the top bar."""
        self.banner.say(sentence)

    @Slot(str)
    def show_fault(self, trace: str) -> None:
        """Tell of a fault of the program, whose report can be copied, and go on."""
        self.diagnosis.add_fault(trace)
        self.banner.say(
            self.tr(
                "The program made a mistake, and what is shown may be incomplete; your data are untouched."
            ),
            fault=True,
        )

    @Slot()
    def _report_copied(self) -> None:
        self.status.say(self.tr("The diagnostic report is on the clipboard"))

    @Slot()
    def copy_link(self) -> None:
        """Put a link to the view on the clipboard."""
        link = write(self.state.as_request())
        QApplication.clipboard().setText(link)
        self.status.say(self.tr("Copied {}").format(link))

    @Slot(str)
    def follow(self, link: str) -> None:
        """Show what a link asks for, and say what is not known of it."""
        self.banner.withdraw()
        request, faults = read(link, self.shared.store)
        self.state.apply(request)
        if request.day or request.today or request.origin or request.destination:
            self.top.show_state()
        if faults:
            self.show_message(" ".join(faults))

    @Slot()
    def show_about(self) -> None:
        """Open what tells of the program, beside the window."""
        from explorer.ui.dialogs.about import AboutDialog

        if self._about is None:
            self._about = AboutDialog(self.shared.store, self.shared.theme, self)
            self._about.reportRequested.connect(self.diagnosis.copy)
            self.diagnosis.copied.connect(self._about.report_copied)
            self._about.destroyed.connect(self._about_closed)
        self._about.show()
        self._about.raise_()
        self._about.activateWindow()

    @Slot()
    def _about_closed(self) -> None:
        self._about = None

    def _fill_list(self) -> None:
        self.list.set_entries(self.shared.list_builder.entries(self.state), self._sentence)

    def _sentence(self, metal_id: str) -> str:
        return self.shared.list_builder.sentence(metal_id, self.state)

    @Slot()
    def _page_opened(self) -> None:
        """The page is made: leave it the time to be painted, then read the figures behind the list's lines."""
        QTimer.singleShot(FIGURES_AFTER_MS, self, self._load_figures)

    @Slot()
    def _load_figures(self) -> None:
        self.shared.list_builder.load_figures()
        self._fill_list()

    @Slot()
    def _context_changed(self) -> None:
        self.banner.withdraw()
        self._fill_list()
        self.status.show_age(self.state.context.as_of)

    @Slot()
    def _midnight_passed(self) -> None:
        """Follow the clock over midnight where no day was chosen."""
        if date.today() != self._day:
            self._day = date.today()
            if self.state.follows_today:
                self.state.contextChanged.emit()

    @Slot(object)
    def _hit_chosen(self, hit: "Hit") -> None:
        from explorer.data.finding.search_targets import measure_of, metal_of, sentence_of

        store = self.shared.store
        if hit.kind == "country":
            self._place_found(hit)
            return
        metal_id = metal_of(store, hit, self.state.metal_id)
        if metal_id in store.metals:
            self.state.set_metal(metal_id)
            self.state.set_tab(_TAB_OF_HIT.get(hit.kind, self.state.tab))
            measure = measure_of(store, hit, metal_id)
            if measure is not None:
                self.state.set_context(origin=measure.jurisdiction)
                self.top.origin.show_id(measure.jurisdiction)
                self.detail.show_measure(measure.measure_id)
            elif hit.kind == "source":
                self.detail.show_source(hit.key)
                return
        said = sentence_of(store, hit, self.shared.status.context.as_of)
        if said:
            self.show_message(said)

    def _place_found(self, hit: "Hit") -> None:
        """Take a found country as the destination, where exports can go there."""
        if hit.key in {place.place_id for place in destinations(self.shared.store)}:
            self.state.set_context(destination=hit.key)
            self.top.destination.show_id(hit.key)
            self.status.say(self.tr("Destination: {}").format(hit.title))
        else:
            self.show_message(self.tr("{} is no destination of exports.").format(hit.title))

    @Slot(Qt.ColorScheme)
    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.state.theme == "system":
            self._restyle()

    @Slot(str)
    def _theme_changed(self, chosen: str) -> None:
        theme.force(chosen)
        self._restyle()

    def _restyle(self) -> None:
        self._dress()
        self.detail.restyle()
        if self._about is not None:
            self._about.set_theme(self.shared.theme)

    def _dress(self) -> None:
        chosen = theme.choose(self.state.theme)
        self.shared.theme = chosen
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, chosen)
        self.list.set_theme(chosen)
        self.status.show_age(self.state.context.as_of)

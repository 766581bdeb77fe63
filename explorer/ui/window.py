"""The window: top bar, metal list, detail, status bar."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from explorer.models.state import TABS, AppState
from explorer.ui import theme
from explorer.ui.session import restore_parts, restore_window, restored_theme, save_window

if TYPE_CHECKING:
    from explorer.data.records import Hit
    from explorer.data.store import Store
    from explorer.ui.about import AboutDialog

FIGURES_AFTER_MS = 400
_TAB_OF_HIT = {
    "use": "uses",
    "item": "controls",
    "instrument": "controls",
    "producer": "supply",
    "project": "supply",
}


class MainWindow(QMainWindow):
    """Ties the state to its views; reads the figures behind the list after the first paint.

    Without a store it is an empty window, which can be on the screen while what it will show is still imported;
    `furnish` fills it.
    """

    def __init__(
        self,
        store: "Store | None" = None,
        state: AppState | None = None,
        settings: QSettings | None = None,
        report: Callable[[], str] = str,
    ) -> None:
        super().__init__()
        self._settings, self._report = settings, report
        self._furnished = False
        self._about: AboutDialog | None = None
        self._day = date.today()
        self.setWindowTitle(self.tr("Minor Metals Explorer"))
        self.setMinimumSize(920, 560)
        restore_window(self, settings)
        if store is not None and state is not None:
            self.furnish(store, state)
        else:
            app = QApplication.instance()
            if isinstance(app, QApplication):
                theme.ground(app, theme.choose(restored_theme(settings) or "system"))

    def furnish(self, store: "Store", state: AppState) -> None:
        """Fill the window."""
        from explorer.models.entries import EntryMaker
        from explorer.ui.desk import Desk
        from explorer.ui.diagnosis import Diagnosis
        from explorer.ui.exports import Exports

        self.state = state
        self.desk = Desk(store, state, EntryMaker(store))
        self.exports = Exports(self.desk, self._settings, self)
        self.diagnosis = Diagnosis(self._report, self)
        self._build(store)
        self._connect()
        self._shortcuts()
        if state.theme != "system":
            theme.force(state.theme)
        self._dress()
        self.list.set_entries(self.desk.maker.entries(state))
        self.list.show_metal(state.metal_id)
        self.detail.show_header()
        self.detail.show_tab(state.tab)
        restore_parts(self.splitter, self._settings)
        self._clock = QTimer(self)
        self._clock.setInterval(60_000)
        self._clock.timeout.connect(self._midnight_passed)
        self._clock.start()
        self._furnished = True

    def _build(self, store: "Store") -> None:
        from explorer.ui.banner import Banner
        from explorer.ui.detail import DetailPane
        from explorer.ui.metal_list_pane import MetalListPane
        from explorer.ui.status_bar import StatusBar
        from explorer.ui.top_bar import TopBar

        self.top = TopBar(store, self.state)
        self.list = MetalListPane()
        self.detail = DetailPane(self.desk)
        central = QWidget()
        layout = QVBoxLayout(central)
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
        self.setCentralWidget(central)
        self.status = StatusBar(self.desk.store)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.state.metalChanged.connect(self.list.show_metal)
        self.state.contextChanged.connect(self._context_changed)
        self.state.themeChanged.connect(self._theme_changed)
        self.list.metalChosen.connect(self.state.set_metal)
        self.top.refused.connect(self.show_message)
        self.top.accepted.connect(self.banner.withdraw)
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
            ("Ctrl+K", self.top.search.setFocus),
            ("Ctrl+F", self.list.filter.setFocus),
            ("Ctrl+D", self.top.day.setFocus),
            ("Ctrl+L", self.list.view.setFocus),
            ("Ctrl+T", self.top.destination.setFocus),
            ("Ctrl+PgDown", self._next_tab),
            ("Ctrl+PgUp", self._previous_tab),
            ("Ctrl+Shift+S", self.detail.export_chart),
            ("Ctrl+Shift+E", self.exports.export_many),
            ("Ctrl+P", self.exports.export_sheet),
            ("Ctrl+Shift+C", self.copy_link),
            ("F1", self.show_about),
            ("Ctrl+Q", self.close),
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
        from explorer.models.link import write

        link = write(self.state.wish())
        QApplication.clipboard().setText(link)
        self.status.say(self.tr("Copied {}").format(link))

    @Slot(str)
    def open_link(self, link: str) -> None:
        """Show what a link asks for, say what is not known of it, and come forward."""
        from explorer.models.link import read

        wish, faults = read(link, self.desk.store)
        self.state.fulfil(wish)
        if faults:
            self.show_message(" ".join(faults))
        self.come_forward()

    @Slot()
    def come_forward(self) -> None:
        """Come before the other windows, as far as the system lets a window do so."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if not self.isActiveWindow():
            QApplication.alert(self)

    @Slot()
    def show_about(self) -> None:
        """Open what tells of the program, beside the window."""
        from explorer.ui.about import AboutDialog

        if self._about is None:
            self._about = AboutDialog(self.desk.store, self.desk.theme, self)
            self._about.reportRequested.connect(self.diagnosis.copy)
            self.diagnosis.copied.connect(self._about.report_copied)
            self._about.destroyed.connect(self._about_closed)
        self._about.show()
        self._about.raise_()
        self._about.activateWindow()

    @Slot()
    def _about_closed(self) -> None:
        self._about = None

    @Slot()
    def _page_opened(self) -> None:
        """The page is made: leave it the time to be painted, then read the figures behind the list's lines."""
        QTimer.singleShot(FIGURES_AFTER_MS, self._load_figures)

    @Slot()
    def _load_figures(self) -> None:
        self.desk.maker.load_figures()
        self.list.set_entries(self.desk.maker.entries(self.state))

    @Slot()
    def _context_changed(self) -> None:
        self.banner.withdraw()
        self.list.set_entries(self.desk.maker.entries(self.state))
        self.status.show_age(self.state.as_of)

    @Slot()
    def _midnight_passed(self) -> None:
        """Follow the clock over midnight where no day was chosen."""
        if date.today() != self._day:
            self._day = date.today()
            if self.state.follows_today:
                self.state.contextChanged.emit()

    @Slot(object)
    def _hit_chosen(self, hit: "Hit") -> None:
        from explorer.data.found import measure_of, metal_of

        store = self.desk.store
        metal_id = metal_of(store, hit, self.state.metal_id)
        if metal_id in store.metals:
            self.state.set_metal(metal_id)
            self.state.set_tab(_TAB_OF_HIT.get(hit.kind, self.state.tab))
            measure = measure_of(store, hit, metal_id)
            if measure is not None:
                self.state.set_context(origin=measure.jurisdiction)
                self.detail.show_measure(measure.measure_id)

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
            self._about.set_theme(self.desk.theme)

    def _dress(self) -> None:
        chosen = theme.choose(self.state.theme)
        self.desk.theme = chosen
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, chosen)
        self.list.set_theme(chosen)
        self.status.show_age(self.state.as_of)

    @Slot()
    def save_session(self) -> None:
        """Write down what the next start shall find."""
        if self._settings is not None and self._furnished:
            save_window(self, self.splitter, self.state, self._settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.save_session()
        super().closeEvent(event)

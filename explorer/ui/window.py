"""The window: top bar, metal list, detail, status bar."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from explorer.data.dates import first_day, show
from explorer.data.places import destinations, origins
from explorer.data.records import Hit, Measure
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.models.entries import EntryMaker
from explorer.models.state import TABS, AppState
from explorer.ui import theme
from explorer.ui.desk import Desk
from explorer.ui.detail import DetailPane
from explorer.ui.metal_list_pane import MetalListPane
from explorer.ui.top_bar import TopBar
from explorer.ui.widgets import label, link_button, pill

if TYPE_CHECKING:
    from explorer.charts.spec import ChartSpec

FIGURES_AFTER_MS = 400
SAID_MS = 15_000
_TAB_OF_HIT = {
    "use": "uses",
    "item": "controls",
    "instrument": "controls",
    "producer": "supply",
    "project": "supply",
}


class MainWindow(QMainWindow):
    """Ties the state to its views; reads the figures behind the list after the first paint."""

    def __init__(self, store: Store, state: AppState, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self._day = date.today()
        self.state = state
        self.desk = Desk(store, state, EntryMaker(store))
        self.setWindowTitle(self.tr("Minor Metals Explorer"))
        self.resize(1320, 860)
        self.setMinimumSize(920, 560)
        self.top = TopBar(store, state)
        self.list = MetalListPane()
        self.detail = DetailPane(self.desk)
        self._build()
        self._connect()
        self._shortcuts()
        self._dress()
        self.list.set_entries(self.desk.maker.entries(state))
        self.list.show_metal(state.metal_id)
        self.detail.show_header()
        self.detail.show_tab(state.tab)
        self._restore()
        self._clock = QTimer(self)
        self._clock.setInterval(60_000)
        self._clock.timeout.connect(self._midnight_passed)
        self._clock.start()

    def _build(self) -> None:
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self._make_banner())
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
        self._make_status_bar()

    def _make_banner(self) -> QFrame:
        self.banner = QFrame()
        self.banner.setProperty("role", "banner")
        row = QHBoxLayout(self.banner)
        row.setContentsMargins(12, 6, 8, 6)
        self._banner_text = label()
        self._banner_text.setAccessibleName(self.tr("Message"))
        row.addWidget(self._banner_text, 1)
        close = link_button(self.tr("Close"))
        close.clicked.connect(self.banner.hide)
        row.addWidget(close)
        self.banner.hide()
        return self.banner

    def _make_status_bar(self) -> None:
        bar, store = self.statusBar(), self.desk.store
        edition = store.edition
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(12, 0, 12, 0)
        bar.addWidget(label(self.tr("Data {}").format(edition.data_version), "small", wrap=False))
        verified = label(self.tr("verified to {}").format(show(edition.verified_to)), "small", wrap=False)
        verified.setToolTip(edition.verified_note)
        bar.addWidget(verified)
        self._age = pill("", "licence")
        bar.addWidget(self._age)
        counts = self.tr("{} metals and materials · {} instruments · {} sources")
        text = counts.format(
            len(store.metals), len(store.instruments), f"{store.count('sources'):,}".replace(",", "\u202f")
        )
        bar.addWidget(label(text, "small", wrap=False))
        self._said = label("", "small", wrap=False)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bar.addWidget(self._said, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SAID_MS)
        self._silence.timeout.connect(self._said.clear)
        offline = label(self.tr("Offline"), "small", wrap=False)
        offline.setToolTip(self.tr("Nothing leaves this computer."))
        bar.addPermanentWidget(offline)

    def _connect(self) -> None:
        self.state.metalChanged.connect(self.list.show_metal)
        self.state.contextChanged.connect(self._context_changed)
        self.state.themeChanged.connect(self._theme_changed)
        self.list.metalChosen.connect(self.state.set_metal)
        self.top.refused.connect(self.show_message)
        self.top.themeToggled.connect(self._toggle_theme)
        self.top.search.hitChosen.connect(self._hit_chosen)
        self.top.exportRequested.connect(self.detail.export_chart)
        self.top.manyRequested.connect(self._export_many)
        self.top.kindRequested.connect(self._export_kind)
        self.top.sheetRequested.connect(self._export_sheet)
        self.detail.exportRequested.connect(self._export_chart)
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
            ("Ctrl+E", self.detail.export_chart),
            ("Ctrl+Shift+E", self._export_many),
            ("Ctrl+P", self._export_sheet),
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
        self._banner_text.setText(sentence)
        self.banner.show()

    @Slot(object)
    def _export_chart(self, spec: "ChartSpec") -> None:
        from explorer.ui.export.dialog import ExportDialog

        dialog = ExportDialog(spec, self._kept(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._saved)
        dialog.manyRequested.connect(dialog.close)
        dialog.manyRequested.connect(self._export_many)
        dialog.open()

    @Slot()
    def _export_many(self) -> None:
        from explorer.ui.export.many import ManyDialog

        dialog = ManyDialog(self.desk.store, self.desk.context, [self.state.metal_id], self._kept(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._say)
        dialog.open()

    @Slot(str)
    def _export_kind(self, name: str) -> None:
        """Export a chart of all metals, or say why there is none."""
        from explorer.charts.build import KINDS, make
        from explorer.charts.spec import Missing

        chart = make(KINDS[name], self.desk.store, (), self.desk.context)
        if isinstance(chart, Missing):
            self.show_message(chart.reason)
        else:
            self._export_chart(chart)

    @Slot()
    @Slot(str)
    def _export_sheet(self, paper: str = "a4") -> None:
        """Ask for a place and write the fact sheet of the metal shown."""
        from explorer.ui.export.sheet import ask_and_write

        try:
            path = ask_and_write(self.desk, paper, self._kept(), self)
        except KnownError as error:
            self.show_message(str(error))
            return
        if path is not None:
            self._saved(str(path))

    @Slot(str)
    def _saved(self, path: str) -> None:
        self._say(self.tr("Saved {}").format(path))

    def _kept(self) -> QSettings:
        """Return the settings in which an export is remembered."""
        return self._settings if self._settings is not None else QSettings()

    @Slot(str)
    def _say(self, sentence: str) -> None:
        """Show a sentence on the status bar for a while."""
        room = self._said.width() - 8
        self._said.setText(self._said.fontMetrics().elidedText(sentence, Qt.TextElideMode.ElideMiddle, room))
        self._said.setToolTip(sentence)
        self._silence.start()

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
        self.banner.hide()
        self.list.set_entries(self.desk.maker.entries(self.state))
        self._show_age()

    @Slot()
    def _midnight_passed(self) -> None:
        """Follow the clock over midnight where no day was chosen."""
        if date.today() != self._day:
            self._day = date.today()
            if self.state.follows_today:
                self.state.contextChanged.emit()

    def _show_age(self) -> None:
        verified = first_day(self.desk.store.edition.verified_to)
        age = (self.state.as_of - verified).days
        self._age.setVisible(age > 0)
        text = self.tr("{} day before the day shown") if age == 1 else self.tr("{} days before the day shown")
        self._age.setText(text.format(age))
        self._age.setToolTip(
            self.tr("The day shown lies after the last day for which control events were checked.")
        )

    @Slot(Hit)
    def _hit_chosen(self, hit: Hit) -> None:
        metal_id = hit.metal_id or self._metal_of_instrument(hit)
        if metal_id in self.desk.store.metals:
            self.state.set_metal(metal_id)
            self.state.set_tab(_TAB_OF_HIT.get(hit.kind, self.state.tab))
            measure = self._measure_of(hit, metal_id)
            if measure is not None:
                self.state.set_context(origin=measure.jurisdiction)
                self.detail.show_measure(measure.measure_id)

    def _measure_of(self, hit: Hit, metal_id: str) -> Measure | None:
        """Return the measure that a found item or document stands for, the one on the metal before others."""
        store = self.desk.store
        if hit.kind == "item":
            return store.measures[store.items[hit.key].measure_id]
        own = [m for m in store.measures.values() if hit.kind == "instrument" and m.instrument_id == hit.key]
        return max(own, key=lambda m: m.target(metal_id) is not None, default=None)

    def _metal_of_instrument(self, hit: Hit) -> str:
        """Return a metal that a document binds, the one shown before others."""
        if hit.kind != "instrument":
            return ""
        measures = [m for m in self.desk.store.measures.values() if m.instrument_id == hit.key]
        named = [t.metal_id for m in measures for t in m.targets]
        return self.state.metal_id if self.state.metal_id in named or not named else named[0]

    @Slot()
    def _toggle_theme(self) -> None:
        self.state.set_theme("light" if self.desk.theme.name == "dark" else "dark")

    @Slot(Qt.ColorScheme)
    def _scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.state.theme == "system":
            self._theme_changed("system")

    @Slot(str)
    def _theme_changed(self, _theme: str) -> None:
        self._dress()
        self.detail.restyle()

    def _dress(self) -> None:
        chosen = theme.choose(self.state.theme)
        self.desk.theme = chosen
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, chosen)
        self.list.set_theme(chosen)
        self._show_age()

    def _restore(self) -> None:
        if self._settings is None:
            return
        geometry = self._settings.value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        splitter = self._settings.value("splitter")
        if isinstance(splitter, QByteArray):
            self.splitter.restoreState(splitter)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settings is not None:
            self._settings.setValue("geometry", self.saveGeometry())
            self._settings.setValue("splitter", self.splitter.saveState())
            self.state.save(self._settings)
            self._settings.sync()
        super().closeEvent(event)


def restored_state(store: Store, settings: QSettings | None) -> AppState:
    """Return the state of the last session, as far as these data know it."""
    state = AppState()
    if settings is not None:
        places = frozenset(p.place_id for p in (*destinations(store), *origins(store)))
        state.restore(settings, frozenset(store.metals), places)
    return state

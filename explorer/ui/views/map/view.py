"""The world map: output, reserves or suppliers by country, or the countries that control the metal."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCursor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolTip

from explorer.charts.builders.map_choices import MapChoices, map_choices
from explorer.charts.builders.world_map import world_map
from explorer.charts.spec import Chart, ChartSpec, Missing, Point, Series
from explorer.data.places import ALL, not_an_export
from explorer.data.supply.map_choice import CONTROLS, OUTPUT, SUPPLIERS, TAKES, MapChoice
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import MAP_VIEW, defaults
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.destination_choice import DestinationChoice
from explorer.ui.views.map.country_list import CountryList
from explorer.ui.views.map.options_bar import OptionsBar
from explorer.ui.views.map.year_bar import YearBar
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

LEAST_COLUMN = 480
SQUARE = 0.8  # ratio of height to width from which the list is below the map


@guarded
class MapView(ViewPage):
    """Follows metal, date, places and options of the state; Esc shows all countries again."""

    view = MAP_VIEW

    def build(self) -> None:
        """Build the heading, the choices, the map with its years, and the list."""
        shared = self.shared
        self._chart: Chart | None = None
        self._choices = MapChoices(MapChoice())
        self.setAccessibleName(gettext("Map"))
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        self.caption = label("", "muted")
        head.addWidget(label(gettext("Map"), "title", wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.caption, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(head)
        self.options = OptionsBar(shared)
        self.column.addWidget(self.options)
        self.card = ChartCard()
        self.chart_cards = (self.card,)
        self.card.source_entries = partial(provenance.menu_entries, shared.store, self.card)
        self.card.exportRequested.connect(self.exportRequested)
        self.years = YearBar()
        self.years.chosen.connect(self._year_chosen)
        self.years.hide()
        self.reset, self.destination = QPushButton(gettext("Show default table")), DestinationChoice(shared)
        self.reset.clicked.connect(self._reset)
        self.reset.hide()
        self.card.add(self.years)
        self.card.body.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        self.card.add(self.destination)
        self.list = CountryList(shared)
        self.list.hide()
        self._columns = self.row((self.card, 2), (self.list, 1), least=LEAST_COLUMN)
        self.card.view.placeClicked.connect(self._choose_country)
        self.card.view.placeHovered.connect(self._name_place)
        self.card.view.pointShown.connect(self._point_shown)
        self.list.hovered.connect(self._mark_on_map)
        self.list.opened.connect(self._choose_country)
        self.list.cleared.connect(self._clear_country)
        shared.state.metalChanged.connect(self._state_changed)

    @property
    def _choice(self) -> MapChoice:
        """What is chosen, without the parts that have no meaning for what is shown."""
        options = self.shared.state.options(MAP_VIEW)
        show = options["show"]
        taken = {name: options[name] if name in TAKES[show] else "" for name in TAKES[OUTPUT]}
        year = int(taken["year"]) if taken["year"] else None
        return MapChoice(show, taken["stage"], taken["form"], taken["publisher"], year)

    @property
    def _country(self) -> str:
        return self.shared.state.options(MAP_VIEW)["country"]

    def show_title(self) -> None:
        """Show the metal, and what is shown of it."""
        self.options.show_content(self._choice.show)

    def fill(self) -> None:
        """Draw the map and list its countries, or give the reason why there is no map."""
        shared, choice = self.shared, self._choice
        self._choices = map_choices(shared.store, shared.state.metal_id, shared.context, choice)
        self.options.show_choices(self._choices)
        chart = world_map(
            shared.store,
            shared.state.metal_id,
            shared.context,
            choice.show,
            choice.stage,
            choice.form,
            choice.publisher,
            choice.year,
        )
        self._chart = chart
        is_default = isinstance(chart, ChartSpec) and choice.show == OUTPUT and not choice.given
        default = gettext("{title} (default table)").format(title=chart.title)
        self.caption.setText(default if is_default else chart.title)
        self.card.show_chart(chart, shared.theme)
        is_missing = isinstance(chart, Missing)
        if is_missing:
            self.years.stop()
        self.years.show_years(() if is_missing else self._choices.years, self._choices.shown.year)
        self.reset.setVisible(is_missing and bool(choice.given))
        needs_buyer = is_missing and choice.show == SUPPLIERS and shared.context.destination == ALL
        self.destination.offer(needs_buyer)
        self._fill_list(chart)

    def _fill_list(self, chart: Chart) -> None:
        spec = chart if isinstance(chart, ChartSpec) else None
        self.list.setVisible(spec is not None or bool(self._country))
        if self._country:
            self.list.show_country(spec, self._choice.show, self._country)
            self.card.view.mark_country(self._country)
        elif spec is not None:
            self.list.show_countries(spec)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the list beside the map, or below it in a window that is about as tall as wide."""
        super().resizeEvent(event)
        size = event.size()
        is_square = size.height() >= SQUARE * size.width()
        self._columns.set_least(size.width() if is_square else LEAST_COLUMN)

    def focus_content(self) -> None:
        """Move the focus to the map, whose countries the arrow keys go through."""
        self.card.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show all countries again with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._country:
            self._clear_country()
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _year_chosen(self, year: int) -> None:
        """Show another year of the same table: without its publisher, a year could be one of another publisher."""
        shown, chosen = self._choices.shown, {"year": str(year)}
        if shown.show == OUTPUT:
            chosen |= {"stage": shown.stage, "publisher": shown.publisher}
        if len(self._choices.forms) > 1:
            chosen["form"] = shown.form
        self.shared.state.set_options(MAP_VIEW, chosen)

    @Slot()
    def _reset(self) -> None:
        chosen = {name: defaults(MAP_VIEW)[name] for name in TAKES[OUTPUT]}
        self.shared.state.set_options(MAP_VIEW, chosen)

    @Slot(str)
    def _choose_country(self, country_id: str) -> None:
        if country_id in self.shared.store.countries:
            self.shared.state.set_option(MAP_VIEW, "country", country_id)

    @Slot()
    def _clear_country(self) -> None:
        self.shared.state.set_option(MAP_VIEW, "country", "")

    @Slot(str)
    def _name_place(self, country_id: str) -> None:
        """Name a country under the pointer that has no figure."""
        named = {i for s in self._series() for p in s.points for i in p.places}
        if country_id in named or country_id not in self.shared.store.countries:
            QToolTip.hideText()
            return
        store, text = self.shared.store, gettext("{country}: not named by the publisher")
        refusal = ""
        if self._choice.show == CONTROLS:
            text = gettext("{country}: no measure on file")
            refusal = not_an_export(store, country_id, self.shared.context.destination)
        words = refusal or text.format(country=store.country_name(country_id))
        QToolTip.showText(QCursor.pos(), words, self.card.view)

    def _series(self) -> tuple[Series, ...]:
        return self._chart.series if isinstance(self._chart, ChartSpec) else ()

    @Slot(object)
    def _point_shown(self, point: Point | None) -> None:
        """Mark the row of the country that is read on the map, and then the chosen country again."""
        self.list.mark(point.country_id if point is not None else "")
        if point is None and self._country:
            self.card.view.mark_country(self._country)

    @Slot(str)
    def _mark_on_map(self, country_id: str) -> None:
        self.card.view.mark_country(country_id or self._country)

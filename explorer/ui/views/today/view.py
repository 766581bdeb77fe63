"""The view that the program opens with: what is in force on the as-of date, what ends and what comes next."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from explorer.data.dates import show
from explorer.data.overview.overview import overview
from explorer.data.places import place_name
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import ALL_ORIGINS, PARTS_VIEW, THIS_ORIGIN, TODAY_VIEW
from explorer.ui.views.today.counts_card import CountsCard
from explorer.ui.views.today.dates_card import DatesCard
from explorer.ui.views.today.examples_card import ExamplesCard
from explorer.ui.views.today.notices_card import AgeBanner, NoticesCard
from explorer.ui.views.today.parts_line import PartsLine
from explorer.ui.views.today.prices_card import PricesCard
from explorer.ui.views.today.start_choice import StartChoice
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import stacked
from explorer.ui.widgets.style import STEP

LEAST_COLUMN, LEAST_HEAD = 540, 400


@guarded
class TodayView(ViewPage):
    """Shows the controls of all metals on the as-of date of the state; the title names another day than today."""

    view = TODAY_VIEW

    def build(self) -> None:
        """Build the heading and the cards."""
        shared = self.shared
        self.setAccessibleName(gettext("Today"))
        head = QHBoxLayout()
        self.title = label("", "title", wrap=False)
        self.subtitle = label("", "muted")
        self.my_parts = link_button(gettext("My parts…"))
        self.my_parts.setToolTip(
            gettext("Your saved parts lists: which verdicts have changed, why, and which will change")
        )
        self.my_parts.clicked.connect(self._open_parts)
        self.start = StartChoice(shared.state)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.my_parts)
        head.addSpacing(3 * STEP)
        head.addWidget(self.start)
        self.column.addLayout(head)
        shared.watchlist.changed.connect(self._state_changed)
        self.age, self.notices = AgeBanner(), NoticesCard(shared)
        self.examples = ExamplesCard(shared)
        self.dates = DatesCard(shared)
        self.dates.export.clicked.connect(self.export_content)
        self.counts, self.prices = CountsCard(shared), PricesCard(shared)
        self.parts = PartsLine(shared)
        self.column.addWidget(self.parts)
        self.row((self.age, 1), (self.notices, 3), least=LEAST_HEAD)
        self.column.addWidget(self.examples)
        side = stacked(self.counts, self.prices, spacing=3 * STEP)
        self.row((self.dates, 3), (side, 2), least=LEAST_COLUMN)

    @Slot()
    def _open_parts(self) -> None:
        self.shared.state.set_view(PARTS_VIEW)

    @Slot()
    def export_content(self) -> bool:
        """Ask for the export of the dates; return whether there are any."""
        from explorer.charts.builders.near_dates import near_dates
        from explorer.charts.spec import Missing

        shared = self.shared
        all_origins = shared.state.options(TODAY_VIEW)["origins"] == ALL_ORIGINS
        chart = near_dates(shared.store, shared.context, all_origins=all_origins)
        if isinstance(chart, Missing):
            return False
        self.exportRequested.emit(chart)
        return True

    def show_title(self) -> None:
        """Show the day, unless it is today, and the places."""
        context, store = self.shared.context, self.shared.store
        is_today = context.as_of == date.today()
        self.title.setText(
            gettext("Today") if is_today else gettext("As of {day}").format(day=show(context.as_of))
        )
        text = (
            gettext("{day}, exports from {origin} to {destination}")
            if is_today
            else gettext("Exports from {origin} to {destination}")
        )
        self.subtitle.setText(
            text.format(
                day=show(context.as_of),
                origin=place_name(store, context.origin),
                destination=place_name(store, context.destination),
            )
        )

    def fill(self) -> None:
        """Fill the cards."""
        found = overview(self.shared.store, self.shared.context, date.today(), self.shared.watchlist.metals())
        for card in (self.age, self.notices, self.examples, self.counts, self.prices):
            card.show_overview(found)
        own = self.shared.state.options(TODAY_VIEW)["origins"] == THIS_ORIGIN
        self.dates.show_overview(found.of_one_origin() if own else found)
        links = (card.link for card in self.examples.cards)
        counts = self.counts.buttons.values()
        first = self.my_parts, self.start.box, self.parts.button, *self.notices.buttons
        set_tab_order((*first, *links, *self.dates.controls, *counts, self.prices.table))

"""The timeline: every measure of the origin over time, by document or by metal."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from explorer.charts.builders.timeline import controls_timeline
from explorer.charts.spec import Missing
from explorer.charts.zoom import can_zoom, range_of
from explorer.data.controls.headline import beyond
from explorer.data.controls.timeline import BY_DOCUMENT, BY_METAL, KINDS, kind_name
from explorer.data.dates import parse_day
from explorer.data.places import ALL
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.day_drag import DayDrag
from explorer.models.views import (
    ALL_DESTINATIONS,
    FULL_HISTORY,
    RANGE,
    RECENT,
    THIS_DESTINATION,
    TIMELINE_VIEW,
)
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.pinned_axis import PinnedAxis
from explorer.ui.views.page import ABOVE
from explorer.ui.views.timeline.ahead_card import AheadCard
from explorer.ui.views.view_page import ViewPage
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP

LEAST_COLUMN = 560


@guarded
class TimelineView(ViewPage):
    """Shows the measures for date, origin, destination and options of the state; a row opens its document."""

    view = TIMELINE_VIEW

    def build(self) -> None:
        """Build the heading and the card with the chart."""
        shared = self.shared
        self.setAccessibleName(gettext("Timeline"))
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        self.warning = label("", "warning")
        head.addWidget(label(gettext("Timeline"), "title", wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.warning, 1, Qt.AlignmentFlag.AlignBottom)
        self.to_ahead = link_button(gettext("Dates ahead"))
        self.to_ahead.setToolTip(gettext("Show what ends, begins or falls due, below the timeline"))
        self.to_ahead.clicked.connect(self._show_ahead)
        self.to_ahead.hide()
        head.addWidget(self.to_ahead, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(head)
        self.chart = ChartCard()
        self.chart_cards = (self.chart,)
        self.chart.source_entries = partial(provenance.menu_entries, shared.store, self.chart)
        self._add_options()
        self.chart.exportRequested.connect(self.exportRequested)
        self._day_drag = DayDrag(shared.state, self)
        self.chart.view.asOfDragged.connect(self._day_drag.move)
        self.chart.view.documentOpened.connect(self._open)
        self.chart.view.pointReached.connect(self._show_point)
        self.chart.view.range.stays = True
        self.chart.view.range.settled.connect(self._keep_range)
        self._days = ("", "")
        self.ahead = AheadCard(shared)
        self.columns = self.row((self.chart, 7), (self.ahead, 2), least=LEAST_COLUMN)
        self.columns.countChanged.connect(self._offer_way)
        self.hint = label(
            gettext(
                "Click a row to open its document, or go to a bar with the arrow keys and press Enter. "
                "Drag the line of the as-of date to change the date."
            ),
            "small",
        )
        self.column.addWidget(self.hint)
        self._axis = PinnedAxis(self, self.chart)

    def _add_options(self) -> None:
        """Add the choices of grouping, kind, destinations and time."""
        names = {BY_DOCUMENT: gettext("By document"), BY_METAL: gettext("By metal")}
        self.by = self._choice("by", gettext("Group the rows"), names)
        self.kind = self._choice("kind", gettext("Kind of measure"), {k: kind_name(k) for k in KINDS})
        self.everywhere, self.full = toggle(gettext("All destinations")), toggle(gettext("Full history"))
        self.everywhere.clicked.connect(self._choose_destinations)
        self.full.clicked.connect(self._choose_history)
        for button in (self.everywhere, self.full):
            self.chart.add_option(button)

    def _choice(self, option: str, name: str, entries: dict[str, str]) -> ChoiceBox:
        """Return a list of choices that sets an option."""
        box = self.chart.add_choice(name)
        for value, text in entries.items():
            box.addItem(text, value)
        box.activated.connect(partial(self._chosen, box, option))
        return box

    def _chosen(self, box: ChoiceBox, option: str, index: int) -> None:
        self.shared.state.set_option(TIMELINE_VIEW, option, box.itemData(index))

    @Slot(bool)
    def _choose_destinations(self, everywhere: bool) -> None:
        value = ALL_DESTINATIONS if everywhere else THIS_DESTINATION
        self.shared.state.set_option(TIMELINE_VIEW, "destinations", value)

    @Slot(bool)
    def _choose_history(self, full: bool) -> None:
        self.shared.state.set_option(TIMELINE_VIEW, "history", FULL_HISTORY if full else RECENT)

    def show_title(self) -> None:
        """Show how far the controls were checked, and the options."""
        context, options = self.shared.context, self.shared.state.options(TIMELINE_VIEW)
        self.warning.setText(beyond(self.shared.store, context.as_of))
        for box, name in ((self.by, "by"), (self.kind, "kind")):
            box.setCurrentIndex(box.findData(options[name]))
        everywhere = options["destinations"] == ALL_DESTINATIONS
        self.everywhere.setChecked(everywhere or context.destination == ALL)
        self.everywhere.setEnabled(context.destination != ALL)
        self.full.setChecked(options["history"] == FULL_HISTORY)

    def fill(self) -> None:
        """Fill the chart, or show why there is none, and the dates ahead."""
        shared, options = self.shared, self.shared.state.options(TIMELINE_VIEW)
        everywhere = options["destinations"] == ALL_DESTINATIONS
        chart = controls_timeline(
            shared.store,
            shared.context,
            by=options["by"],
            kind=options["kind"],
            all_destinations=everywhere,
            full_history=options["history"] == FULL_HISTORY,
        )
        self.chart.show_chart(chart, shared.theme)
        self._show_range()
        context = replace(shared.context, destination=ALL) if everywhere else shared.context
        self.ahead.show_dates(context)
        self.hint.setVisible(not isinstance(chart, Missing))
        self._axis.set_theme(shared.theme)
        if self.hasFocus():  # the chart was not there when the view was opened
            self.focus_content()

    def _show_range(self) -> None:
        """Show the days that a link or the history has put into the options, the whole chart for none."""
        options, chart = self.shared.state.options(TIMELINE_VIEW), self.chart.chart
        wanted = (options["since"], options["until"])
        if chart is None or wanted == self._days:
            return
        self._days = wanted
        if not any(wanted):
            self.chart.view.range.show_years(0)
        elif can_zoom(chart):
            since, until = (parse_day(day) if day else None for day in wanted)
            self.chart.view.range.ask_for(range_of(chart.x, since, until))

    @Slot()
    def _keep_range(self) -> None:
        """Keep the days that are shown in the options, and so in link and history."""
        if self.chart.has_chart:
            self._days = self.chart.days
            self.shared.state.set_options(TIMELINE_VIEW, dict(zip(RANGE, self._days, strict=True)))

    @Slot()
    def _offer_way(self) -> None:
        """Offer the way to the dates ahead where they are below the chart."""
        self.to_ahead.setVisible(self.columns.count == 1 and not self.ahead.isHidden())

    @Slot()
    def _show_ahead(self) -> None:
        self.bring_into_view(self.ahead)
        if self.ahead.buttons:
            self.ahead.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_content(self) -> None:
        """Move the focus to the chart, whose bars the arrow keys go through."""
        target = self.chart.view if self.chart.has_chart and self.chart.view.isVisible() else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _open(self, document_id: str) -> None:
        self.shared.state.open_record("document", document_id)

    @Slot(QPoint)
    def _show_point(self, at: QPoint) -> None:
        """Scroll to the bar that a key has reached."""
        page = self.widget()
        if page is not None:
            self.ensureVisible(0, self.chart.view.mapTo(page, at).y(), 0, ABOVE)

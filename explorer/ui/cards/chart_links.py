"""A chart of the window as a part of a link, and back."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from explorer.charts.zoom import can_zoom, days_of, range_of, rounded
from explorer.errors import quoted
from explorer.language import gettext
from explorer.models.chart_request import ChartRequest
from explorer.ui.cards.chart_options import Controls
from explorer.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from explorer.ui.cards.chart_card import ChartCard


def request_of(card: "ChartCard", controls: Controls) -> ChartRequest | None:
    """Return what a reader has chosen to see of the chart of a card, None for the default."""
    chart = card.chart
    if chart is None:
        return None
    shown = card.view.range.shown
    since, until = (None, None) if shown is None else days_of(rounded(shown, chart.x), chart.x)
    request = ChartRequest(
        chart.kind,
        tuple((n, key) for n, c in controls.items() if isinstance(c, ChoiceBox) and (key := _chosen(c))),
        tuple(n for n, c in controls.items() if isinstance(c, QPushButton) and c.isChecked()),
        since,
        until,
        card.series.hidden,
    )
    return None if request.is_default else request


def _chosen(box: ChoiceBox) -> str:
    """Return the key that was chosen, empty where the list shows its default or no longer has the choice."""
    return box.chosen if box.chosen and box.chosen == box.currentData() else ""


def apply(request: ChartRequest, card: "ChartCard", controls: Controls) -> Iterable[str]:
    """Show a chart as a request has it, and return a sentence on each part that the chart does not have."""
    faults = [*_choose(request, controls)]
    chart = card.chart
    if chart is None:
        return faults
    offered = [s.choice.key for s in chart.series]
    card.series.hide_series(request.hidden)
    faults += [_no_series(key) for key in request.hidden if key not in offered]
    if request.since or request.until:
        if can_zoom(chart):
            card.view.range.ask_for(range_of(chart.x, request.since, request.until))
        else:
            faults.append(gettext("The chart in the link has no range of dates to choose."))
    return faults


def _choose(request: ChartRequest, controls: Controls) -> Iterable[str]:
    """Choose what a request names in the lists and switches of a card."""
    named = dict(request.choices)
    for name, control in controls.items():
        if isinstance(control, QPushButton):
            control.setChecked(name in request.switches)
        elif name not in named and control.count():
            control.setCurrentIndex(0)
            control.chosen = None
    for name, key in named.items():
        listed = controls.get(name)
        index = listed.findData(key) if isinstance(listed, ChoiceBox) else -1
        if isinstance(listed, ChoiceBox) and index >= 0:
            listed.choose(index)
        else:
            yield _no_series(key)


def _no_series(key: str) -> str:
    return gettext("The chart in the link has no {choice}.").format(choice=quoted(key))

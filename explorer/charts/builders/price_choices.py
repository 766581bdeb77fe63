"""The price series of a metal among which a reader chooses, with unit, frequency, span and number of points."""

from explorer.charts.builders.periods import span_name
from explorer.charts.spec import Choice
from explorer.data.dates import first_day, show
from explorer.data.store import Store
from explorer.data.supply.figures import default_series
from explorer.data.supply.records import PriceSeries
from explorer.data.terms import frequency_word
from explorer.language import gettext, ngettext


def price_choices(store: Store, metal_id: str) -> tuple[Choice, ...]:
    """Return all price series of a metal with span and number of points, the default one first."""
    series = list(store.price_series(metal_id))
    default = default_series(series, first_day(store.edition.verified_to))
    series.sort(
        key=lambda s: (s is not default, s.basis != "nominal", -first_day(s.last_date).toordinal(), -s.points)
    )
    return tuple(Choice(s.series_id, choice_label(s, s.name)) for s in series)


def choice_label(series: PriceSeries, name: str) -> str:
    """Return what the list shows of a series."""
    points = ngettext("{count} point", "{count} points", series.points).format(count=series.points)
    return gettext("{series} · {unit}, {frequency}, {span}, {points}").format(
        series=name,
        unit=series.unit,
        frequency=frequency_word(series.frequency),
        span=span_name(show(series.first_date), show(series.last_date)),
        points=points,
    )

"""The prices of several metals set to 100 on one day, as the chart `compare` has them, in values and in words."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from explorer.commands.support.output import plain, table, unknown
from explorer.data.context import Context
from explorer.data.dates import last_day, show
from explorer.data.numbers import exact, price_text, with_unit
from explorer.data.store import Store
from explorer.data.words import flag_name
from explorer.language import gettext

if TYPE_CHECKING:
    from explorer.charts.spec import Series


def indexed_prices(
    store: Store, metal_ids: Sequence[str], context: Context, base: date | None
) -> dict[str, Any]:
    """Return the base date and the last price of each series by the as-of date, with its index.

    `reason` is why there are none. The chart also shows later prices: `later` has their number and the last one's date.
    """
    from explorer.charts.builders.registry import compare
    from explorer.charts.spec import ChartSpec

    chart = compare(store, metal_ids, context, base=base)
    if not isinstance(chart, ChartSpec):
        return {"base": None, "reason": chart.reason, "series": [], "left_out": []}
    return {
        "base": chart.base.isoformat() if chart.base is not None else None,
        "reason": None,
        "series": [_series_dict(series, context.as_of) for series in chart.series],
        "left_out": list(chart.left_out),
    }


def _series_dict(series: "Series", as_of: date) -> dict[str, Any]:
    """Return a series with its last price by a day, None in each field where it has none by then."""
    known = [point for point in series.points if point.when and last_day(point.when) <= as_of]
    later = [point for point in series.points if point not in known]
    last = known[-1] if known else None
    return {
        "series": series.key,
        "name": series.name,
        "date": last.when if last is not None else None,
        "price": last.published if last is not None else None,
        "unit": series.published_unit,
        "flag": last.flag if last is not None else None,
        "index": last.y if last is not None else None,
        "confidence": last.confidence if last is not None else None,
        "source_ids": list(last.source_ids) if last is not None else [],
        "later": {"count": len(later), "last_date": later[-1].when if later else None},
    }


def prices_text(prices: dict[str, Any], as_of: date) -> str:
    """Return the last price of each series with its index as a table, what is left out, and which are later."""
    if prices["base"] is None:
        return str(prices["reason"])
    heading = gettext("Latest prices, {day} = 100:").format(day=show(prices["base"]))
    header = (
        gettext("Index"),
        gettext("Date"),
        gettext("Price"),
        gettext("Note"),
        gettext("Series"),
    )
    rows = [
        (
            unknown() if series["index"] is None else plain(exact(round(series["index"], 1))),
            show(series["date"]),
            unknown()
            if series["price"] is None
            else plain(with_unit(price_text(series["price"]), series["unit"])),
            flag_name(series["flag"]),
            series["name"],
        )
        for series in prices["series"]
    ]
    later = max((series["later"]["last_date"] or "" for series in prices["series"]), key=_end, default="")
    text = gettext("Prices after {day} are left out here; the chart shows them to {last}.")
    notes = (text.format(day=show(as_of), last=show(later)),) if later else ()
    return "\n".join((heading, "", table(header, rows, right=(0,)), *notes, *prices["left_out"]))


def _end(partial: str) -> date:
    return last_day(partial) if partial else date.min

"""The prices of several metals set to 100 on one day, as the chart `compare` has them, in values and in words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from explorer.commands.support.output import plain, table
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.numbers import exact, price_text, with_unit
from explorer.data.store import Store
from explorer.data.words import flag_name
from explorer.language import gettext


def indexed_prices(
    store: Store, metal_ids: Sequence[str], context: Context, base: date | None
) -> dict[str, Any]:
    """Return the base date and the last price of each series with its index; `reason` is why there are none."""
    from explorer.charts.builders.registry import compare
    from explorer.charts.spec import ChartSpec

    chart = compare(store, metal_ids, context, base=base)
    if not isinstance(chart, ChartSpec):
        return {"base": None, "reason": chart.reason, "series": [], "left_out": []}
    return {
        "base": chart.base.isoformat() if chart.base is not None else None,
        "reason": None,
        "series": [
            {
                "series": series.key,
                "name": series.name,
                "date": last.when,
                "price": last.published,
                "unit": series.published_unit,
                "flag": last.flag,
                "index": last.y,
                "confidence": last.confidence,
                "source_ids": list(last.source_ids),
            }
            for series in chart.series
            for last in series.points[-1:]
        ],
        "left_out": list(chart.left_out),
    }


def prices_text(prices: dict[str, Any]) -> str:
    """Return the last price of each series with its index as a table, and what is left out."""
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
            plain(exact(round(series["index"], 1))),
            show(series["date"]),
            plain(with_unit(price_text(series["price"]), series["unit"])),
            flag_name(series["flag"]),
            series["name"],
        )
        for series in prices["series"]
    ]
    return "\n".join((heading, "", table(header, rows, right=(0,)), *prices["left_out"]))

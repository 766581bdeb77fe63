"""Volatility and percentile of a price in words, the same in the window and on the command line."""

from datetime import date

from explorer.data.dates import show
from explorer.data.numbers import percent
from explorer.data.supply.figure_text import KeyFigureText, entries
from explorer.data.supply.price_points import SeriesPrices
from explorer.data.supply.price_statistics import (
    LEAST_CHANGES,
    LEAST_FIGURES,
    PriceStatistics,
    Statistic,
    price_statistics,
)
from explorer.data.supply.records import PriceSeries
from explorer.data.words import flag_name
from explorer.language import gettext, list_of, ngettext


def statistics_texts(held: SeriesPrices | None, as_of: date) -> tuple[KeyFigureText, KeyFigureText]:
    """Return the volatility and the percentile of a series on a day."""
    found = price_statistics(held, as_of)
    if found is None:
        reason = _no_statistics(held, as_of)
        return (
            KeyFigureText(gettext("Price volatility, 12 months"), details=(reason,)),
            KeyFigureText(gettext("Price percentile, 5 years"), details=(reason,)),
        )
    return _volatility(found), _percentile(found)


def _no_statistics(held: SeriesPrices | None, as_of: date) -> str:
    if held is None:
        return gettext("no prices on file")
    if not held.is_nominal:
        return gettext("only constant (real) prices on file")
    return gettext("no price on file by {day}").format(day=show(as_of))


def _volatility(found: PriceStatistics) -> KeyFigureText:
    series, statistic = found.held.series, found.volatility
    label = gettext("Price volatility, 12 months")
    if series.is_unit_value:
        label = gettext("Unit value volatility, 12 months")
    if statistic.percent is None:
        text = ngettext(
            "too few points: {count} monthly change, {least} needed",
            "too few points: {count} monthly changes, {least} needed",
            statistic.count,
        )
        return _too_few(label, text.format(count=statistic.count, least=LEAST_CHANGES), series)
    counted = gettext("{count} monthly changes, {first} to {last}").format(
        count=statistic.count, first=show(statistic.prices[0].date), last=show(statistic.prices[-1].date)
    )
    return _text(label, gettext("a year"), counted, series, statistic, "volatility")


def _percentile(found: PriceStatistics) -> KeyFigureText:
    series, statistic = found.held.series, found.percentile
    label = gettext("Price percentile, 5 years")
    if series.is_unit_value:
        label = gettext("Unit value percentile, 5 years")
    if statistic.percent is None:
        text = ngettext(
            "too few points: {count} month with a figure, {least} needed",
            "too few points: {count} months with a figure, {least} needed",
            statistic.count,
        )
        return _too_few(label, text.format(count=statistic.count, least=LEAST_FIGURES), series)
    counted = gettext("at or below the figure for {last}; {first} to {last}").format(
        first=show(statistic.prices[0].date), last=show(statistic.prices[-1].date)
    )
    unit = gettext("of {count} months").format(count=statistic.count)
    return _text(label, unit, counted, series, statistic, "percentile")


def _too_few(label: str, reason: str, series: PriceSeries) -> KeyFigureText:
    return KeyFigureText(label, details=(reason, series.name), source_ids=series.source_ids)


def _text(
    label: str, unit: str, counted: str, series: PriceSeries, statistic: Statistic, term: str
) -> KeyFigureText:
    """Return a statistic with the figures it is computed from and the flags of those."""
    terms = ("unit_value",) if series.is_unit_value else ()
    return KeyFigureText(
        label=label,
        value=percent(statistic.percent or 0.0),
        unit=unit,
        qualification=counted,
        details=entries(series.name, series.unit, flags_text(statistic)),
        source_ids=statistic.source_ids,
        confidence=statistic.confidence,
        tooltip=gettext("Computed from the last figure of each month."),
        terms=(term, *terms),
    )


def flags_text(statistic: Statistic) -> str:
    """Return how many of the prices of a statistic are flagged: `2 of 13 figures: outlier`; empty without any."""
    total = len(statistic.prices)
    texts = [
        ngettext("{count} of {total} figures: {flag}", "{count} of {total} figures: {flag}", count).format(
            count=count, total=total, flag=flag_name(flag)
        )
        for flag, count in statistic.flagged.items()
    ]
    return list_of(texts)

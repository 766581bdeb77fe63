"""Volatility, percentile and the change of a price since the first control, as text and as plain values."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from explorer.commands.support.output import plain
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.numbers import change
from explorer.data.store import Store
from explorer.data.supply.figure_text import KeyFigureText
from explorer.data.supply.price_change import PriceSinceControl, price_since_first_control
from explorer.data.supply.price_change_texts import change_sentences, flagged_price, gap_text
from explorer.data.supply.price_points import SeriesPrices
from explorer.data.supply.price_statistics import Statistic, price_statistics
from explorer.data.supply.price_statistics_texts import statistics_texts
from explorer.data.supply.records import Price
from explorer.language import gettext


def price_lines(store: Store, held: SeriesPrices | None, metal_id: str, context: Context) -> Iterator[str]:
    """Yield a line each on volatility, percentile and the change since the first control."""
    for text in statistics_texts(held, context.as_of):
        yield plain(_statistic_line(text))
    yield plain(_since_control_line(store, price_since_first_control(store, metal_id, context), context))


def _since_control_line(store: Store, found: PriceSinceControl, context: Context) -> str:
    sentences = change_sentences(store, found, context)
    if found.percent is None:
        return gettext("Price since control: {text}").format(text=sentences)
    if found.held is not None and found.held.series.is_unit_value:
        text = gettext("Unit value since control: {change}; {text}")
    else:
        text = gettext("Price since control: {change}; {text}")
    return text.format(change=change(found.percent), text=sentences)


def _statistic_line(text: KeyFigureText) -> str:
    remarks = "; ".join(part for part in (text.qualification, *text.details, text.confidence_text) if part)
    if not text.value:
        return gettext("{label}: no figure ({remarks})").format(label=text.label, remarks=remarks)
    return gettext("{label}: {value} {unit} ({remarks})").format(
        label=text.label, value=text.value, unit=text.unit, remarks=remarks
    )


def since_control_text(store: Store, found: PriceSinceControl, context: Context) -> str:
    """Return the change with the two figures that it compares, or the reason why there is none."""
    moved, held = found.change, found.held
    if moved is None or held is None:
        reason = gap_text(store, found, context)
        return gettext("no figure: {reason}").format(reason=reason)
    if held.series.is_unit_value:
        text = gettext("{change} in unit value ({first}: {first_price}; {last}: {last_price}; {series})")
    else:
        text = gettext("{change} ({first}: {first_price}; {last}: {last_price}; {series})")
    return plain(
        text.format(
            change=change(moved.percent),
            first_price=flagged_price(moved.first, held.series.unit),
            first=show(moved.first.date),
            last_price=flagged_price(moved.last, held.series.unit),
            last=show(moved.last.date),
            series=held.series.name,
        )
    )


def since_control_dict(store: Store, found: PriceSinceControl, context: Context) -> dict[str, Any]:
    """Return the change in per cent with the two points and the series; null with the reason where it is unknown."""
    moved = found.change
    return {
        "change_pct": round(moved.percent, 2) if moved is not None else None,
        "reason": gap_text(store, found, context) or None,
        "control_date": found.control.isoformat() if found.control is not None else None,
        "first": _point_dict(moved.first) if moved is not None else None,
        "last": _point_dict(moved.last) if moved is not None else None,
        "confidence": moved.confidence if moved is not None else None,
        "series": _series_dict(found.held),
    }


def statistics_dict(held: SeriesPrices | None, as_of: date) -> dict[str, Any]:
    """Return volatility and percentile with what they are computed from; null with the reason where unknown."""
    found = price_statistics(held, as_of)
    volatility, percentile = statistics_texts(held, as_of)
    return {
        "as_of": as_of.isoformat(),
        "series": _series_dict(held),
        "points_used": "last figure of each month",
        "volatility": _statistic_dict(found.volatility if found else None, volatility, "changes"),
        "percentile": _statistic_dict(found.percentile if found else None, percentile, "months"),
    }


def _statistic_dict(statistic: Statistic | None, text: KeyFigureText, counted: str) -> dict[str, Any]:
    percent = statistic.percent if statistic is not None else None
    prices = statistic.prices if statistic is not None else ()
    return {
        "percent": round(percent, 2) if percent is not None else None,
        "reason": None if percent is not None else text.details[0],
        counted: statistic.count if statistic is not None else 0,
        "first_date": prices[0].date if prices else None,
        "last_date": prices[-1].date if prices else None,
        "flags": statistic.flagged if statistic is not None else {},
        "confidence": statistic.confidence if statistic is not None else None,
        "source_ids": list(statistic.source_ids) if statistic is not None else [],
    }


def _series_dict(held: SeriesPrices | None) -> dict[str, Any] | None:
    if held is None:
        return None
    series = held.series
    return {
        "series": series.series_id,
        "name": series.name,
        "unit": series.unit,
        "frequency": series.frequency,
        "basis": series.basis,
        "is_unit_value": series.is_unit_value,
        "first_date": series.first_date,
        "last_date": series.last_date,
        "points": series.points,
        "source_ids": list(series.source_ids),
    }


def _point_dict(price: Price) -> dict[str, Any]:
    return {
        "date": price.date,
        "value": price.value,
        "flag": price.flag,
        "confidence": price.confidence,
        "source_ids": list(price.source_ids),
    }

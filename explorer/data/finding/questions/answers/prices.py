"""The answers on prices: the latest one, those of a time, and the change since a control."""

import re
from datetime import date

from msgspec.structs import replace

from explorer.data.dates import first_day, read_day, show
from explorer.data.finding.questions.answers.answer import (
    Answer,
    QuotedPrice,
    figure_sentence,
    open_tab,
    per_metal,
)
from explorer.data.finding.questions.answers.controls import first_measures
from explorer.data.finding.questions.answers.form_wording import naming_most, with_unused
from explorer.data.finding.questions.forms import names_other_good
from explorer.data.finding.questions.reading import CONTROLLED, Reading
from explorer.data.numbers import change, price_text
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.figures import default_series
from explorer.data.supply.key_figure_texts import key_figure_texts
from explorer.data.supply.key_figures import key_figures
from explorer.data.supply.price_change import price_since_control, price_since_first_control
from explorer.data.supply.price_change_texts import change_sentences
from explorer.data.supply.price_points import default_prices
from explorer.data.supply.records import Price, PriceSeries
from explorer.data.words import flag_name, kind_word
from explorer.language import gettext, paragraph

_OLDEST_LATEST = "-3y"
_MARKETS = {"EUU": "Europe"}  # as the names of series have it
_OF_TRADE = re.compile(r"\b(?:export|import|customs)")
Priced = tuple[str, tuple[QuotedPrice, ...]]


def price(store: Store, reading: Reading) -> Answer:
    """Return the latest price of metals, the prices of a time, or the change since a control."""
    found = [_price(store, metal, reading) for metal in reading.metals]
    sentences = [
        with_unused(store, metal, reading, text)
        for metal, (text, _) in zip(reading.metals, found, strict=True)
    ]
    return Answer(
        per_metal(store, reading.metals, sentences),
        open_tab(reading, "prices", with_context=False),
        prices=tuple(quoted for _, prices in found for quoted in prices),
    )


def _since_rule(store: Store, metal_id: str, reading: Reading) -> Priced:
    """Return the change of a price since the first rule of the kind that a question names."""
    context = reading.context
    if reading.since_rule == CONTROLLED:
        found = price_since_first_control(store, metal_id, context)
    else:
        firsts = [day for day, _ in first_measures(store, metal_id, context, (reading.since_rule,))]
        if not firsts or firsts[0] > context.as_of:
            text = gettext(
                "No {rule} on exports from {origin} to {destination} that was in force by {day} is on file. A rule for "
                "another destination needs the destination."
            )
            fields = {
                "rule": kind_word(reading.since_rule),
                "origin": place_name(store, context.origin),
                "destination": place_name(store, context.destination),
                "day": show(context.as_of),
            }
            return text.format(**fields), ()
        found = price_since_control(default_prices(store, metal_id), firsts[0], context.as_of)
    moved = found.change
    sentences = change_sentences(store, found, context)
    if moved is None or found.held is None:
        return sentences, ()
    first = gettext("{change} since the control.").format(change=change(moved.percent))
    compared = (moved.first, moved.last)
    return paragraph((first, sentences)), tuple(QuotedPrice(found.held.series, p) for p in compared)


def _price(store: Store, metal_id: str, reading: Reading) -> Priced:
    if reading.since_rule:
        return _since_rule(store, metal_id, reading)
    if reading.over_year:
        return _over_year(store, metal_id, reading)
    if not reading.has_days and not reading.forms and not (reading.market or reading.currency):
        figures = key_figures(store, metal_id, reading.context)
        text = key_figure_texts(store, metal_id, figures, reading.context).price
        if figures.series is None or figures.latest_price is None:
            return figure_sentence(text), ()
        details = dict.fromkeys((*_product(figures.series), *text.details))
        latest = QuotedPrice(figures.series, figures.latest_price)
        return figure_sentence(replace(text, details=tuple(details))), (latest,)
    in_currency = tuple(s for s in store.price_series(metal_id) if reading.currency in ("", s.currency))
    on_file = _of_market(store, in_currency, reading.market)
    if reading.market and not on_file:
        none = gettext("No prices on the market of {place} are on file.")
        return none.format(place=place_name(store, reading.market)), ()
    if reading.average:
        on_file = tuple(s for s in on_file if s.frequency == reading.average_frequency)
        if not any(_of_time(store.prices(s.series_id), reading) for s in on_file):
            return gettext("No average price for that time is on file."), ()
    on_file = tuple(naming_most(store, reading, on_file, lambda s: s.name))
    return _of_series(store, on_file, reading)


def _over_year(store: Store, metal_id: str, reading: Reading) -> Priced:
    """Return the change of a price within the year up to the latest one, in one of the series with both prices."""
    in_currency = tuple(s for s in store.price_series(metal_id) if reading.currency in ("", s.currency))
    on_file = _of_market(store, in_currency, reading.market)
    dated = tuple(s for s in on_file if len(_latest_year(store.prices(s.series_id), reading.until)) > 1)
    dated = tuple(naming_most(store, reading, dated, lambda s: s.name))
    shown = key_figures(store, metal_id, reading.context).series
    series = shown if shown in dated else default_series(dated, first_day(store.edition.verified_to))
    if series is None:
        return gettext("No series on file has a recent price and one of a year before it."), ()
    found = _latest_year(store.prices(series.series_id), reading.until)
    text = gettext("Over the year to the latest price on file in this series: {prices}")
    moved = text.format(prices=_prices_text(series, found))
    return moved, tuple(QuotedPrice(series, price) for price in (found[0], found[-1]))


def _latest_year(prices: tuple[Price, ...], until: date) -> list[Price]:
    """Return the prices from a year before the latest one up to that one; none without one of that time, or if old."""
    known = [p for p in prices if first_day(p.date) <= until]
    if not known or first_day(known[-1].date) < read_day(_OLDEST_LATEST, until):
        return []
    last = first_day(known[-1].date)
    start = read_day("-12m", last)
    first = next(
        (p for p in known if p.date[:7] == start.isoformat()[:7] or first_day(p.date) == start), None
    )
    return known[known.index(first) :] if first is not None else []


def _of_series(store: Store, on_file: tuple[PriceSeries, ...], reading: Reading) -> Priced:
    """Return the prices of the time of a question in one of several series."""
    dated = tuple(s for s in on_file if _of_time(store.prices(s.series_id), reading))
    compared = _comparing_years(store, dated, reading)
    series = default_series(compared or dated or on_file, first_day(store.edition.verified_to))
    if series is None:
        return gettext("No prices are on file."), ()
    found = _of_time(store.prices(series.series_id), reading)
    if not found:
        return _none_in_time(store, series, reading)
    ends = dict.fromkeys((found[0], found[-1]))
    text = _prices_text(series, found)
    if reading.compares_years and not compared:
        none = gettext("No series on file has prices of both {first} and {last}.")
        text = paragraph((none.format(first=reading.since.year, last=reading.until.year), text))
    return text, tuple(QuotedPrice(series, price) for price in ends)


def _comparing_years(
    store: Store, on_file: tuple[PriceSeries, ...], reading: Reading
) -> tuple[PriceSeries, ...]:
    """Return the series with prices of both years of a question: of the metal itself and by year, where there are."""
    both = tuple(s for s in on_file if reading.compares_years and _has_both_years(store, s, reading))
    both = tuple(s for s in both if reading.forms or not names_other_good(s.name)) or both
    return tuple(s for s in both if s.frequency == "annual") or both


def _has_both_years(store: Store, series: PriceSeries, reading: Reading) -> bool:
    """Return whether a series has prices of the first and of the last year of a question."""
    years = {first_day(price.date).year for price in store.prices(series.series_id)}
    return {reading.since.year, reading.until.year} <= years


def _none_in_time(store: Store, series: PriceSeries, reading: Reading) -> Priced:
    """Return that a series has no price in the time of a question, with the latest one before it."""
    none = gettext("No price in that time is on file in the series {series}.").format(series=series.name)
    before = [p for p in store.prices(series.series_id) if first_day(p.date) <= reading.until]
    if not before:
        return none, ()
    latest = gettext("Latest price before that: {price}").format(price=_prices_text(series, before[-1:]))
    return paragraph((none, latest)), (QuotedPrice(series, before[-1]),)


def _of_market(store: Store, on_file: tuple[PriceSeries, ...], market: str) -> tuple[PriceSeries, ...]:
    """Return the series of a market, every one where none is named; prices of trade only where there is no other."""
    if not market:
        return on_file
    name = re.escape(_MARKETS.get(market) or store.countries[market].name_en)
    found = tuple(s for s in on_file if re.search(rf"(?<!outside )\b{name}\b", s.market or ""))
    within = tuple(
        s for s in found if re.match(name, s.market or "") and not _OF_TRADE.search(s.market or "")
    )
    return within or found


def _of_time(prices: tuple[Price, ...], reading: Reading) -> list[Price]:
    """Return the prices of the time that a question names, the latest one where it names none."""
    if not reading.has_days:
        return list(prices[-1:])
    if reading.is_day:
        return _on_day(prices, reading.until)
    return _in_span(prices, reading.since, reading.until)


def _on_day(prices: tuple[Price, ...], day: date) -> list[Price]:
    """Return the last price dated no later than a day, where another follows it or it is of the same month."""
    before = [p for p in prices if first_day(p.date) <= day]
    if not before:
        return []
    is_last = before[-1] is prices[-1]
    return before[-1:] if not is_last or before[-1].date[:7] == day.isoformat()[:7] else []


def _in_span(prices: tuple[Price, ...], since: date, until: date) -> list[Price]:
    """Return the prices dated in a span; a price dated by its month or year counts from its first day."""
    return [p for p in prices if since <= first_day(p.date) <= until]


def _product(series: PriceSeries) -> tuple[str, ...]:
    """Return what a series is the price of: its name, and the specification where the name does not have it."""
    specification = series.specification or ""
    is_in_name = specification.casefold() in series.name.casefold()
    return (series.name,) if is_in_name else (series.name, specification)


def _prices_text(series: PriceSeries, found: list[Price]) -> str:
    first, last = found[0], found[-1]
    flags = "; ".join(dict.fromkeys(flag_name(p.flag) for p in found if p.flag))
    details = dict.fromkeys((*_product(series), series.market or "", flags))
    source = "; ".join(part for part in details if part)
    if first is last:
        text = gettext("{value} {unit}, {date} ({series}).")
        return text.format(
            value=price_text(first.value), unit=series.unit, date=show(first.date), series=source
        )
    low, high = min(p.value for p in found), max(p.value for p in found)
    text = gettext(
        "{first} {unit} ({start}), {last} ({end}): {change}; lowest {low}, highest {high} ({series})."
    )
    moved = change(100 * (last.value / first.value - 1)) if first.value else ""
    return text.format(
        first=price_text(first.value),
        unit=series.unit,
        start=show(first.date),
        last=price_text(last.value),
        end=show(last.date),
        change=moved,
        low=price_text(low),
        high=price_text(high),
        series=source,
    )

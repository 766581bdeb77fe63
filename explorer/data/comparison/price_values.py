"""The latest price of each metal, and its change since the first control, both of the default price series."""

from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.dates import age, months_old, show
from explorer.data.numbers import change, price_text, with_unit
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import unknown
from explorer.data.store import Store
from explorer.data.supply.figure_text import entries
from explorer.data.supply.price_change import PriceSinceControl, price_since_control
from explorer.data.supply.price_change_texts import change_sentences
from explorer.data.supply.price_points import DefaultPrices, SeriesPrices, up_to
from explorer.data.supply.records import Price
from explorer.data.terms import price_basis_word
from explorer.data.words import flag_name
from explorer.language import gettext

OLD_MONTHS = 12


def last_price_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the last price of each metal whose day, month or year had ended by the as-of date."""
    of_metal = DefaultPrices.of(store).of_metal
    for metal_id in metal_ids:
        held = of_metal[metal_id]
        known = up_to(held.prices, context.as_of) if held is not None else ()
        if held is None:
            yield unknown(metal_id, _subject(held), gettext("No prices are on file."))
        elif not known:
            text = gettext("No price is on file by {day}.").format(day=show(context.as_of))
            yield unknown(metal_id, _subject(held), text, source_ids=held.series.source_ids)
        else:
            yield _last(metal_id, held, known[-1], context)


def _subject(held: SeriesPrices | None) -> str:
    is_unit_value = held is not None and held.series.is_unit_value
    return gettext("Latest unit value") if is_unit_value else gettext("Latest price")


def _last(metal_id: str, held: SeriesPrices, price: Price, context: Context) -> MetalValue:
    series, months = held.series, months_old(price.date, context.as_of)
    old = gettext("{age} old").format(age=age(months)) if months >= OLD_MONTHS else ""
    text = with_unit(price_text(price.value), series.unit)
    return MetalValue(
        metal_id,
        _subject(held),
        (text,),
        text,
        price.value,
        date=price.date,
        flag=price.flag,
        flags=entries(
            gettext("unit value") if series.is_unit_value else "",
            "" if held.is_nominal else price_basis_word(series.basis),
            flag_name(price.flag),
            old,
        ),
        details=(series.name,),
        source_ids=price.source_ids,
        confidence=price.confidence,
        unit=series.unit,
    )


def since_control_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the change of the price of each metal since its first licence requirement or ban."""
    controls = Controls.of(store)
    of_metal = DefaultPrices.of(store).of_metal
    for metal_id in metal_ids:
        held = of_metal[metal_id]
        first = controls.first_control(metal_id, context)
        control = first[0] if first is not None else None
        yield _since(store, metal_id, price_since_control(held, control, context.as_of), context)


def _since(store: Store, metal_id: str, found: PriceSinceControl, context: Context) -> MetalValue:
    held, moved = found.held, found.change
    subject = gettext("Price change since the first control")
    if held is not None and held.series.is_unit_value:
        subject = gettext("Unit value change since the first control")
    sentences = change_sentences(store, found, context)
    if held is None or moved is None:
        sources = held.series.source_ids if held is not None else ()
        return unknown(metal_id, subject, sentences, source_ids=sources)
    prices = (moved.first, moved.last)
    text = gettext("{first} to {last}")
    return MetalValue(
        metal_id,
        subject,
        (change(moved.percent),),
        change(moved.percent),
        moved.percent,
        date=moved.last.date,
        flag=next((price.flag for price in reversed(prices) if price.flag), None),
        flags=entries(
            gettext("unit value") if held.series.is_unit_value else "",
            *dict.fromkeys(flag_name(price.flag) for price in prices),
        ),
        details=(text.format(first=show(moved.first.date), last=show(moved.last.date)), sentences),
        source_ids=tuple(dict.fromkeys(i for price in prices for i in price.source_ids)),
        confidence=moved.confidence,
    )

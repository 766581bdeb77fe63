"""The key figures of a metal in words, in one wording for window, fact sheet and command line."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.dates import last_day, show
from explorer.data.metal_names import short_name
from explorer.data.numbers import change, change_arrow, exact, percent, price_text
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.dependence import dependence_text
from explorer.data.supply.figure_text import KeyFigureText, entries
from explorer.data.supply.figures import HIGHEST_HHI, ProductionTable
from explorer.data.supply.key_figures import KeyFigures
from explorer.data.supply.price_change_texts import flagged_price
from explorer.data.supply.records import PriceSeries
from explorer.data.terms import output_word, price_basis_word
from explorer.data.words import flag_name
from explorer.language import gettext


class KeyFigureTexts(Struct, frozen=True):
    """The texts of all key figures."""

    share: KeyFigureText
    dependence: KeyFigureText
    price: KeyFigureText
    concentration: KeyFigureText


def key_figure_texts(store: Store, metal_id: str, figures: KeyFigures, context: Context) -> KeyFigureTexts:
    """Return the texts of the key figures of a metal."""
    group = "" if figures.supply_of == metal_id else short_name(store.metal(figures.supply_of))
    on, found = context.as_of, figures.dependence
    year = str(figures.table.year) if figures.table is not None else ""
    return KeyFigureTexts(
        share=_with_later(_share(store, figures, group, context.origin), year, on),
        dependence=_with_later(dependence_text(store, found), str(found.year or ""), on),
        price=_price(figures, on),
        concentration=_with_later(_concentration(figures, group), year, on),
    )


def _with_later(text: KeyFigureText, year: str, on: date) -> KeyFigureText:
    """Return a figure with the remark that its year ends after the as-of date, where it does."""
    if not text.value or not year or last_day(year) <= on:
        return text
    return replace(text, details=(*text.details, gettext("later than the as-of date")))


def _share(store: Store, figures: KeyFigures, group: str, origin: str) -> KeyFigureText:
    country, table = store.country_name(origin), figures.table
    if table is None:
        label = gettext("{country}, share of output").format(country=country)
        return KeyFigureText(label, details=(gettext("no output by country on file"),))
    if figures.amount is not None:
        label, name = _amount_names(store.country_name(figures.amount.country_id), table, group)
    else:
        label, name = _share_names(country, table, group)
    row = figures.amount or (figures.share.row if figures.share is not None else None)
    if row is None:
        reason = gettext("not named in the {source} table").format(source=table.source)
        return KeyFigureText(label, details=(reason,), source_ids=_table_sources(table))
    share = figures.share.share_pct if figures.share is not None else None
    flag = flag_name(row.flag)
    value = percent(share) if share is not None else published(row)
    return KeyFigureText(
        label=label,
        value=value or flag,
        flag=flag if value else "",
        details=(table.form,),
        source=table.source,
        source_ids=row.source_ids,
        confidence=row.confidence,
        tooltip=table.form,
        terms=(table.stage,),
        name=name,
        date=str(table.year),
    )


def _share_names(country: str, table: ProductionTable, group: str) -> tuple[str, str]:
    """Return the label of a share, and its name without the year."""
    if group:
        label = gettext("{country}, share of {output}, {year} ({group})")
        name = gettext("{country}, share of {output} ({group})")
    else:
        label = gettext("{country}, share of {output}, {year}")
        name = gettext("{country}, share of {output}")
    fields = {"country": country, "output": output_word(table.stage), "group": group}
    return label.format(**fields, year=table.year), name.format(**fields)


def _amount_names(country: str, table: ProductionTable, group: str) -> tuple[str, str]:
    """Return the label of an amount, and its name without the year."""
    if group:
        label = gettext("{country}, {output}, {year} ({group})")
        name = gettext("{country}, {output} ({group})")
    else:
        label, name = gettext("{country}, {output}, {year}"), gettext("{country}, {output}")
    fields = {"country": country, "output": output_word(table.stage), "group": group}
    return label.format(**fields, year=table.year), name.format(**fields)


def _table_sources(table: ProductionTable) -> tuple[str, ...]:
    return (table.world or table.rows[0]).source_ids


def _concentration(figures: KeyFigures, group: str) -> KeyFigureText:
    table, index = figures.table, figures.concentration
    if table is None or index is None:
        label = gettext("Supply concentration (HHI)")
        return KeyFigureText(label, details=(gettext("no full production table on file"),))
    if group:
        label = gettext("Supply concentration (HHI), {year} ({group})")
        name = gettext("Supply concentration (HHI) ({group})").format(group=group)
    else:
        label, name = gettext("Supply concentration (HHI), {year}"), gettext("Supply concentration (HHI)")
    value, highest = exact(index.in_tens), exact(HIGHEST_HHI)
    tooltip = gettext(
        "Herfindahl-Hirschman index by country, 0 to {highest}. “>” marks a minimum: some output is "
        "withheld or not named."
    )
    return KeyFigureText(
        label=label.format(year=table.year, group=group),
        value=f"> {value}" if index.at_least else value,
        unit=gettext("of {highest}").format(highest=highest),
        flag=flag_name(index.flag),
        details=(gettext("{output}, {form}").format(output=output_word(table.stage), form=table.form),),
        source=gettext("calculated from {source}").format(source=table.source),
        source_ids=_table_sources(table),
        confidence=index.confidence,
        tooltip=tooltip.format(highest=highest),
        terms=("hhi",),
        name=name,
        date=str(table.year),
    )


def _price(figures: KeyFigures, on: date) -> KeyFigureText:
    series, latest = figures.series, figures.latest_price
    if series is None:
        return KeyFigureText(gettext("Price"), details=(gettext("no prices on file"),))
    if latest is None:
        reason = gettext("no price on file by {day}").format(day=show(on))
        return KeyFigureText(gettext("Price"), details=(reason,), source_ids=series.source_ids)
    label = gettext("Unit value, {date}") if series.is_unit_value else gettext("Price, {date}")
    return KeyFigureText(
        label=label.format(date=show(latest.date)),
        value=price_text(latest.value),
        unit=series.unit,
        warning=figures.price_age,
        flag=flag_name(latest.flag),
        details=_series_details(series),
        source_ids=latest.source_ids,
        confidence=latest.confidence,
        tooltip=series.name,
        terms=("unit_value",) if series.is_unit_value else (),
        name=gettext("Unit value") if series.is_unit_value else gettext("Price"),
        date=show(latest.date),
        change=_change_text(figures, change),
        arrow=_change_text(figures, change_arrow),
    )


def _series_details(series: PriceSeries) -> tuple[str, ...]:
    """Return where a price applies, and the basis of constant prices."""
    return entries(
        series.market or series.name, "" if series.basis == "nominal" else price_basis_word(series.basis)
    )


def _change_text(figures: KeyFigures, write: Callable[[float], str]) -> str:
    """Return the change of the price since the first licence or ban, empty where it is unknown."""
    moved, since, series = figures.price_change, figures.controlled_since, figures.series
    if moved is None or since is None or series is None:
        return ""
    text = gettext("{change} since {first} ({price}); first licence requirement or ban: {control_date}")
    return text.format(
        change=write(moved.percent),
        first=show(moved.first.date),
        price=flagged_price(moved.first, series.unit),
        control_date=show(since),
    )

"""The key figures of a metal in words, in one wording for window, fact sheet and command line."""

from dataclasses import dataclass

from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.numbers import change, exact, percent, price_text, short
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.dependence import dependence_text
from explorer.data.supply.figure_text import KeyFigureText, entries
from explorer.data.supply.figures import HIGHEST_HHI, ProductionTable
from explorer.data.supply.key_figures import KeyFigures
from explorer.data.supply.records import PriceSeries
from explorer.data.terms import output_word, price_basis_word
from explorer.data.words import flag_name
from explorer.language import gettext


@dataclass(frozen=True, slots=True)
class KeyFigureTexts:
    """The texts of all key figures; `price_change` is the price with its change since control, None without one."""

    share: KeyFigureText
    dependence: KeyFigureText
    price: KeyFigureText
    price_change: KeyFigureText | None
    concentration: KeyFigureText


def key_figure_texts(store: Store, metal_id: str, figures: KeyFigures, context: Context) -> KeyFigureTexts:
    """Return the texts of the key figures of a metal."""
    group = "" if figures.supply_of == metal_id else short_name(store.metal(figures.supply_of))
    return KeyFigureTexts(
        share=_share(store, figures, group, context.origin),
        dependence=dependence_text(store, figures.dependence),
        price=_price(figures),
        price_change=_price_change(figures),
        concentration=_concentration(figures, group),
    )


def _share(store: Store, figures: KeyFigures, group: str, origin: str) -> KeyFigureText:
    country, table = store.country_name(origin), figures.table
    if table is None:
        label = gettext("{country}, share of output").format(country=country)
        return KeyFigureText(label, details=(gettext("no output by country on file"),))
    if figures.amount is not None:
        label = _amount_label(store.country_name(figures.amount.country_id), table, group)
    else:
        label = _share_label(country, table, group)
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
    )


def _share_label(country: str, table: ProductionTable, group: str) -> str:
    if group:
        label = gettext("{country}, share of {output}, {year} ({group})")
    else:
        label = gettext("{country}, share of {output}, {year}")
    return label.format(country=country, output=output_word(table.stage), year=table.year, group=group)


def _amount_label(country: str, table: ProductionTable, group: str) -> str:
    without_group = gettext("{country}, {output}, {year}")
    label = gettext("{country}, {output}, {year} ({group})") if group else without_group
    return label.format(country=country, output=output_word(table.stage), year=table.year, group=group)


def _table_sources(table: ProductionTable) -> tuple[str, ...]:
    return (table.world or table.rows[0]).source_ids


def _concentration(figures: KeyFigures, group: str) -> KeyFigureText:
    table, index = figures.table, figures.concentration
    if table is None or index is None:
        label = gettext("Supply concentration (HHI)")
        return KeyFigureText(label, details=(gettext("no full production table on file"),))
    if group:
        label = gettext("Supply concentration (HHI), {year} ({group})")
    else:
        label = gettext("Supply concentration (HHI), {year}")
    value, highest = exact(round(index.hhi, -1)), exact(HIGHEST_HHI)
    tooltip = gettext(
        "Herfindahl-Hirschman index by country, 0 to {highest}. “>” marks a minimum: some output is "
        "withheld or not named."
    )
    return KeyFigureText(
        label=label.format(year=table.year, group=group),
        value=f"> {value}" if index.at_least else value,
        unit=gettext("of {highest}").format(highest=highest),
        flag=flag_name(index.flag),
        source=gettext("calculated from {source}").format(source=table.source),
        source_ids=_table_sources(table),
        confidence=index.confidence,
        tooltip=tooltip.format(highest=highest),
    )


def _price(figures: KeyFigures) -> KeyFigureText:
    series, latest = figures.series, figures.latest_price
    if series is None or latest is None:
        return KeyFigureText(gettext("Price"), details=(gettext("no prices on file"),))
    label = gettext("Unit value, {date}") if series.is_unit_value else gettext("Price, {date}")
    return KeyFigureText(
        label=label.format(date=show(latest.date)),
        value=price_text(latest.value),
        unit=series.unit,
        warning=figures.price_age,
        flag=flag_name(latest.flag),
        details=entries(_change_text(figures), *_series_details(series)),
        source_ids=latest.source_ids,
        confidence=latest.confidence,
        tooltip=series.name,
    )


def _series_details(series: PriceSeries) -> tuple[str, ...]:
    """Return where a price applies, and the basis of constant prices."""
    return entries(
        series.market or series.name, "" if series.basis == "nominal" else price_basis_word(series.basis)
    )


def _change_text(figures: KeyFigures) -> str:
    """Return the change of the price since the first licence or ban, empty where it is unknown."""
    moved, since = figures.price_change, figures.controlled_since
    if moved is None or since is None:
        return ""
    text = gettext("{change} since {date} (first licence requirement or ban: {control_date})")
    return text.format(change=change(moved.percent), date=show(moved.first.date), control_date=show(since))


def _price_change(figures: KeyFigures) -> KeyFigureText | None:
    series, latest, moved = figures.series, figures.latest_price, figures.price_change
    if series is None or latest is None or moved is None:
        return None
    dates = {"first": show(moved.first.date), "last": show(moved.last.date)}
    unit_value, price = gettext("Unit value, {first} to {last}"), gettext("Price, {first} to {last}")
    return KeyFigureText(
        label=(unit_value if series.is_unit_value else price).format(**dates),
        value=f"{short(moved.first.value)} → {short(moved.last.value)}",
        unit=series.unit,
        qualification=change(moved.percent),
        warning=figures.price_age,
        flag=flag_name(latest.flag),
        details=_series_details(series),
        source_ids=latest.source_ids,
        confidence=latest.confidence,
        tooltip=series.name,
    )

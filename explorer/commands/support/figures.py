"""The latest figures of a metal as `show` prints them, each with its flag, edition and sources."""

from collections.abc import Iterable, Iterator
from datetime import date

from explorer.commands.support.latest_figures import Latest
from explorer.commands.support.output import number, plain, share, table, unknown
from explorer.commands.support.price_figures import price_lines
from explorer.data.citation import publishers
from explorer.data.context import Context
from explorer.data.dates import last_day, show
from explorer.data.numbers import price_text
from explorer.data.store import Store
from explorer.data.supply.amounts import reliance_word
from explorer.data.supply.figure_text import KeyFigureText
from explorer.data.supply.figures import Concentration, ProductionTable, age_note, concentration
from explorer.data.supply.price_points import SeriesPrices
from explorer.data.supply.records import Dependence, Price, PriceSeries, Production, Reserve
from explorer.data.terms import frequency_word, output_word, price_basis_word
from explorer.data.words import flag_name, publisher_name
from explorer.language import gettext, ngettext, pgettext


def sections(
    store: Store, figures: Latest, context: Context, metal_id: str, dependence: KeyFigureText
) -> Iterator[tuple[str, str]]:
    """Yield headings and texts; an unknown figure reads `unknown`, and an old price is followed by its age."""
    yield _production_heading(store, figures.production_of), _production(store, figures.production)
    is_dependence = dependence.unit or dependence.notes
    reliance = gettext("Import reliance") if is_dependence else gettext("Net import reliance")
    yield reliance, "\n\n".join(filter(None, (_dependence(dependence), _reliance(store, figures.reliance))))
    texts = (
        _price(store, figures, context.as_of),
        *price_lines(store, figures.prices, metal_id, context),
    )
    yield _price_heading(figures.prices), "\n".join(texts)
    yield _reserves_heading(store, figures.reserves_of), _reserves(store, figures.reserves)


def later_sentence(figures: Latest, on: date) -> str:
    """Return that figures are the latest on file, where a year of them ends after the as-of date; empty otherwise."""
    years = [r.year for r in figures.reliance]
    if figures.production is not None:
        years.append(figures.production.year)
    if all(last_day(str(year)) <= on for year in years):
        return ""
    text = gettext(
        "Output, reliance, reserves and suppliers are the latest figures on file, some of them later than {day}; "
        "prices are those up to that day."
    )
    return text.format(day=show(on))


def _production_heading(store: Store, metal_id: str) -> str:
    metal = store.metal(metal_id)
    if metal.kind == "group":
        return gettext("Production of the group {group}").format(group=metal.name_en)
    return gettext("Production")


def _reserves_heading(store: Store, metal_id: str) -> str:
    metal = store.metal(metal_id)
    if metal.kind == "group":
        return gettext("Reserves of the group {group}").format(group=metal.name_en)
    return gettext("Reserves")


def _production(store: Store, production: ProductionTable | None) -> str:
    if production is None:
        return unknown()
    head = gettext("{stage}, {form}, {year}, {publisher}").format(
        stage=output_word(production.stage),
        form=production.form,
        year=production.year,
        publisher=publisher_name(production.publisher),
    )
    rows = [
        (
            store.country_name(s.row.country_id),
            published(s.row),
            share(s.share_pct),
            flag_name(s.row.flag),
            publishers(store, s.row.source_ids),
        )
        for s in production.shares
    ]
    if production.world is not None:
        world = production.world
        rows.append(
            (
                gettext("World total"),
                published(world),
                "",
                flag_name(world.flag),
                publishers(store, world.source_ids),
            )
        )
    body = table(
        (gettext("Country"), production.unit, gettext("Share"), gettext("Flag"), gettext("Sources")),
        rows,
        right=(1, 2),
    )
    hhi = concentration(production)
    if hhi is None:
        partial = gettext("{table} (partial table: no ranks, no concentration)").format(table=head)
        return f"{partial}\n{body}"
    return f"{head}\n{body}\n{_concentration(hhi)}"


def _concentration(hhi: Concentration) -> str:
    """Return the line on the concentration by country, with its bound and its flag."""
    if hhi.at_least and hhi.flag:
        text = gettext("Supply concentration (HHI): at least {value} of {most} ({flag})")
    elif hhi.at_least:
        text = gettext("Supply concentration (HHI): at least {value} of {most}")
    elif hhi.flag:
        text = gettext("Supply concentration (HHI): {value} of {most} ({flag})")
    else:
        text = gettext("Supply concentration (HHI): {value} of {most}")
    return text.format(value=number(round(hhi.hhi)), most=number(10_000), flag=flag_name(hhi.flag))


def _reliance(store: Store, rows: Iterable[Dependence]) -> str:
    cells = [
        (
            store.country_name(d.importer),
            store.metal(d.metal_id).name_en,
            d.form,
            str(d.year),
            reliance_value(d),
            flag_name(d.flag),
            publishers(store, d.source_ids),
        )
        for d in rows
    ]
    header = (
        gettext("Importer"),
        gettext("Metal"),
        gettext("Form"),
        gettext("Year"),
        gettext("Reliance"),
        gettext("Flag"),
        gettext("Sources"),
    )
    return table(header, cells, right=(4,)) if cells else unknown()


def _dependence(text: KeyFigureText) -> str:
    """Return the main figure on a destination's dependence, empty where the table holds all that is known."""
    if not text.unit and not text.notes:
        return ""
    value = " ".join(part for part in (text.value or unknown(), text.unit) if part)
    figure = f"{text.label}: {'; '.join(part for part in (value, text.qualification) if part)}"
    details = ", ".join(part for part in (text.flag, *text.details) if part) if text.value else ""
    lines = (figure, details, text.comparison, text.warning, *text.notes)
    return "\n".join(plain(line) for line in lines if line)


def reliance_value(row: Dependence) -> str:
    """Return a net import reliance with what bounds it, or the word that was published instead."""
    if row.net_import_reliance_pct is None:
        return reliance_word(row.qualifier or "") or unknown()
    return f"{qualified(row.net_import_reliance_pct, row.qualifier)} %"


def _price_heading(held: SeriesPrices | None) -> str:
    return gettext("Unit value") if held is not None and held.series.is_unit_value else gettext("Price")


def _price(store: Store, figures: Latest, on: date) -> str:
    """Return the last price by a day with its date and sources, its age, and the series."""
    if figures.prices is None:
        return unknown()
    if figures.price is None:
        none = gettext("No price is on file by {day}.").format(day=show(on))
        return "\n".join(
            (none, "; ".join(_about(figures.prices.series)), _series_line(figures.prices.series))
        )
    series, price = figures.price
    note = age_note(series, price, on)
    lines = (
        _price_line(store, series, price),
        f"{note}." if note else "",
        "; ".join(_about(series)),
        _series_line(series),
    )
    return "\n".join(line for line in lines if line)


def _price_line(store: Store, series: PriceSeries, price: Price) -> str:
    unit = series.unit if series.unit.startswith(series.currency) else f"{series.currency}/{series.unit}"
    value = f"{plain(price_text(price.value))} {unit}"
    if price.low is not None and price.high is not None:
        value = f"{value} ({_range(price_text(price.low), price_text(price.high))})"
    entries = (value, show(price.date), flag_name(price.flag))
    return f"{', '.join(entry for entry in entries if entry)} [{publishers(store, price.source_ids)}]"


def _about(series: PriceSeries) -> tuple[str, ...]:
    """Return name, specification and market of a series, each once, its frequency and its price basis."""
    money = gettext("{frequency}, {price_basis}").format(
        frequency=frequency_word(series.frequency), price_basis=price_basis_word(series.basis)
    )
    entries = (series.name, series.specification, series.market, money)
    return tuple(dict.fromkeys(entry for entry in entries if entry))


def _series_line(series: PriceSeries) -> str:
    text = ngettext(
        "{count} value from {first} to {last}",
        "{count} values from {first} to {last}",
        series.points,
    )
    return text.format(count=series.points, first=show(series.first_date), last=show(series.last_date))


def _range(low: str, high: str) -> str:
    return plain(pgettext("range", "{low} to {high}").format(low=low, high=high))


def _reserves(store: Store, rows: tuple[Reserve, ...]) -> str:
    if not rows:
        return unknown()
    ordered = sorted(
        rows, key=lambda r: (r.form, r.country_id == "WLD", r.country_id == "OTH", -(r.value or 0))
    )
    cells = [
        (
            store.country_name(r.country_id),
            r.form,
            qualified(r.value, r.qualifier) if r.word is None else f"“{r.word}”",
            r.unit,
            r.note or "",
            publishers(store, r.source_ids),
        )
        for r in ordered
    ]
    header = (
        gettext("Country"),
        gettext("Form"),
        gettext("Amount"),
        gettext("Unit"),
        gettext("Note"),
        gettext("Sources"),
    )
    return table(header, cells, right=(2,))


def published(row: Production) -> str:
    """Return a figure, a range or a word, as the publisher gives it."""
    if row.value is None and row.low is not None and row.high is not None:
        return _range(number(row.low), number(row.high))
    if row.value is None and row.word is not None:
        return f"“{row.word}”"
    return qualified(row.value, row.qualifier)


def qualified(value: float | None, qualifier: str | None) -> str:
    """Return a figure with the sign that bounds it, or `unknown`."""
    if value is None:
        return qualifier or unknown()
    return f"{qualifier or ''}{number(value)}"

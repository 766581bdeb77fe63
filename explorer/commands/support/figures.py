"""The latest figures of a metal as `show` prints them, each with its flag, edition and sources."""

from collections.abc import Iterable, Iterator
from datetime import date

from explorer.commands.support.latest_figures import Latest
from explorer.commands.support.output import UNKNOWN, number, share, table
from explorer.data.dates import show
from explorer.data.numbers import THIN
from explorer.data.store import Store
from explorer.data.supply.dependence import DependenceText
from explorer.data.supply.figures import ProductionTable, age_note, concentration
from explorer.data.supply.records import Dependence, Price, PriceSeries, Production, Reserve
from explorer.data.words import flag_name, publisher_name


def sections(
    store: Store, figures: Latest, on: date, dependence: DependenceText
) -> Iterator[tuple[str, str]]:
    """Yield headings and texts; an unknown figure reads `unknown`, and an old price is followed by its age."""
    yield _heading(store, "Production", figures.production_of), _production(store, figures.production)
    reliance = "Dependence on imports" if dependence.unit or dependence.notes else "Net import reliance"
    yield reliance, "\n\n".join(filter(None, (_dependence(dependence), _reliance(store, figures.reliance))))
    yield _price_heading(figures.price), _price(figures.price, on)
    yield _heading(store, "Reserves", figures.reserves_of), _reserves(store, figures.reserves)


def _heading(store: Store, what: str, metal_id: str) -> str:
    metal = store.metal(metal_id)
    return f"{what} of the group {metal.name_en}" if metal.kind == "group" else what


def _production(store: Store, production: ProductionTable | None) -> str:
    if production is None:
        return UNKNOWN
    head = f"{production.stage}, {production.form}, {production.year}, {publisher_name(production.publisher)}"
    rows = [
        (
            store.country_name(s.row.country_id),
            published(s.row),
            share(s.share_pct),
            flag_name(s.row.flag),
            "; ".join(s.row.source_ids),
        )
        for s in production.shares
    ]
    if production.world is not None:
        world = production.world
        rows.append(
            (
                "World total",
                published(world),
                "",
                flag_name(world.flag),
                "; ".join(world.source_ids),
            )
        )
    body = table(("Country", production.unit, "Share", "Flag", "Sources"), rows, right=(1, 2))
    hhi = concentration(production)
    if hhi is None:
        return f"{head} (a partial table: no ranks, no concentration)\n{body}"
    bound = "at least " if hhi.at_least else ""
    flag = f" ({flag_name(hhi.flag)})" if hhi.flag else ""
    return f"{head}\n{body}\nConcentration by country (HHI): {bound}{hhi.hhi:,.0f} of 10,000{flag}"


def _reliance(store: Store, rows: Iterable[Dependence]) -> str:
    cells = [
        (
            store.country_name(d.importer),
            store.metal(d.metal_id).name_en,
            d.form,
            str(d.year),
            _reliance_value(d),
            flag_name(d.flag),
            "; ".join(d.source_ids),
        )
        for d in rows
    ]
    return (
        table(("Importer", "Of", "Form", "Year", "Reliance", "Flag", "Sources"), cells, right=(4,))
        if cells
        else UNKNOWN
    )


def _dependence(text: DependenceText) -> str:
    """Return the main figure on a destination's dependence, empty where the table holds all that is known."""
    if not text.unit and not text.notes:
        return ""
    value = " ".join(part for part in (text.value or UNKNOWN, text.unit) if part)
    figure = f"{text.caption}: {'; '.join(part for part in (value, text.also) if part)}"
    lines = (figure, ", ".join(text.detail), text.beside, text.warning, *text.notes)
    return "\n".join(line.replace(THIN, " ") for line in lines if line)


def _reliance_value(row: Dependence) -> str:
    if row.net_import_reliance_pct is None:
        return row.qualifier or UNKNOWN
    return f"{qualified(row.net_import_reliance_pct, row.qualifier)} %"


def _price_heading(latest: tuple[PriceSeries, Price] | None) -> str:
    return "Unit value" if latest is not None and latest[0].is_unit_value else "Price"


def _price(latest: tuple[PriceSeries, Price] | None, on: date) -> str:
    if latest is None:
        return UNKNOWN
    series, price = latest
    span = (
        f" ({number(price.low)} to {number(price.high)})"
        if price.low is not None and price.high is not None
        else ""
    )
    flag = f", {flag_name(price.flag)}" if price.flag else ""
    unit = series.unit if series.unit.startswith(series.currency) else f"{series.currency}/{series.unit}"
    about = [series.name, series.specification, series.market, f"{series.frequency}, {series.basis}"]
    note = age_note(series, price, on)
    return (
        f"{number(price.value)} {unit}{span}, {show(price.date)}{flag} [{'; '.join(price.source_ids)}]\n"
        f"{f'{note[0].upper()}{note[1:]}.{chr(10)}' if note else ''}"
        f"{'; '.join(dict.fromkeys(a for a in about if a))}\n"
        f"{series.points} points from {show(series.first_date)} to {show(series.last_date)}, "
        f"series {series.series_id}"
    )


def _reserves(store: Store, rows: tuple[Reserve, ...]) -> str:
    if not rows:
        return UNKNOWN
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
            "; ".join(r.source_ids),
        )
        for r in ordered
    ]
    return table(("Country", "Form", "Amount", "Unit", "Note", "Sources"), cells, right=(2,))


def published(row: Production) -> str:
    """Return a figure, a range or a word, as the publisher gives it."""
    if row.value is None and row.low is not None and row.high is not None:
        return f"{number(row.low)} to {number(row.high)}"
    if row.value is None and row.word is not None:
        return f"“{row.word}”"
    return qualified(row.value, row.qualifier)


def qualified(value: float | None, qualifier: str | None) -> str:
    """Return a figure with the sign that bounds it, or `unknown`."""
    if value is None:
        return qualifier or UNKNOWN
    return f"{qualifier or ''}{number(value)}"

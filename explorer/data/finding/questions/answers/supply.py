"""The answers on figures of metals: producers, uses and prices."""

from dataclasses import replace
from datetime import date

from explorer.data.dates import first_day, show
from explorer.data.finding.questions.answers.answer import Answer, figure_sentence, open_tab, per_metal
from explorer.data.finding.questions.answers.form_wording import naming_most, not_a_filter, with_unused
from explorer.data.finding.questions.reading import Reading
from explorer.data.metal_names import short_name
from explorer.data.numbers import change, percent, price_text, qualified
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.figures import (
    FULL_TABLE_COUNTRIES,
    WORLD,
    ProductionTable,
    Share,
    default_series,
    default_table,
    default_uses,
    is_subtotal,
    own_or_group,
    production_tables,
    use_groups,
)
from explorer.data.supply.key_figure_texts import key_figure_texts
from explorer.data.supply.key_figures import key_figures
from explorer.data.supply.records import Price, PriceSeries, Use
from explorer.data.terms import output_word
from explorer.data.words import flag_name
from explorer.language import gettext, list_of, ngettext

MOST_COUNTRIES, MOST_USES, MOST_COMPANIES = 5, 5, 6


def producers(store: Store, reading: Reading) -> Answer:
    """Return the largest producers of metals, or the share of one country."""
    sentences = [
        with_unused(store, metal, reading, _producers(store, metal, reading)) for metal in reading.metals
    ]
    return Answer(
        per_metal(store, reading.metals, sentences), open_tab(reading, "supply", with_context=False)
    )


def _producers(store: Store, metal_id: str, reading: Reading) -> str:
    if reading.companies:
        return _companies(store, metal_id, reading)
    year = reading.until.year if reading.has_days else None
    owner, table = _table(store, metal_id, year, reading)
    if table is None:
        if year is None:
            return gettext("No output by country is on file.")
        return gettext("No output by country in {year} is on file.").format(year=year)
    is_other_stage = reading.stages and table.stage not in reading.stages
    text = _of_table(store, table, _heading(store, table, owner, metal_id), reading)
    return not_a_filter(store, metal_id, reading.stage_words, text) if is_other_stage else text


def _of_table(store: Store, table: ProductionTable, heading: str, reading: Reading) -> str:
    """Return the largest producers in a table, or the share of the country that a question names."""
    if reading.has_origin:
        share = table.share_of(reading.origin)
        name = place_name(store, reading.origin)
        if share is None:
            text = gettext("{table}: {country} is not named ({source}).")
            return text.format(table=heading, country=name, source=table.source)
        text = gettext("{table}: {country} ({source}).")
        return text.format(table=heading, country=_share_text(store, share), source=table.source)
    shown = [s for s in table.shares if s.row in table.countries and s.row.value != 0]
    shown = shown[: reading.count or MOST_COUNTRIES]
    if not shown:
        return gettext("{table}: no country is named ({source}).").format(table=heading, source=table.source)
    countries = list_of([_share_text(store, share) for share in shown])
    text = gettext("{table}: {countries} ({source}).")
    return text.format(table=heading, countries=countries, source=table.source)


def _table(
    store: Store, metal_id: str, year: int | None, reading: Reading
) -> tuple[str, ProductionTable | None]:
    """Return the metal or group that has output by country, and the default table, or that of a year and of forms."""

    def read(owner: str) -> ProductionTable | None:
        tables = production_tables(store.production(owner))
        of_year = [t for t in tables if year is None or t.year == year]
        of_stage = [t for t in of_year if t.stage in reading.stages and _has_rank(t)] or of_year
        return default_table(naming_most(store, reading, of_stage, lambda t: t.form))

    return own_or_group(store.metal(metal_id), read)


def _has_rank(table: ProductionTable) -> bool:
    """Return whether a table has so many figures by country that it says who the largest producers are."""
    return len([row for row in table.countries if row.value is not None]) >= FULL_TABLE_COUNTRIES


def _heading(store: Store, table: ProductionTable, owner: str, metal_id: str) -> str:
    if owner == metal_id:
        text = gettext("{output}, {form}, {year}")
    else:
        text = gettext("{output} of the group {group}, {form}, {year}")
    return text.format(
        output=output_word(table.stage),
        form=table.form,
        year=table.year,
        group=short_name(store.metal(owner)),
    )


def _share_text(store: Store, share: Share) -> str:
    """Return a country with its share of the world total, or its output, and the flag of the figure."""
    name = place_name(store, share.row.country_id)
    flag = flag_name(share.row.flag)
    value = percent(share.share_pct) if share.share_pct is not None else published(share.row)
    if not value:
        return gettext("{country} ({flag})").format(country=name, flag=flag or gettext("no figure"))
    if flag:
        return gettext("{country} {value} ({flag})").format(country=name, value=value, flag=flag)
    return gettext("{country} {value}").format(country=name, value=value)


def _companies(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the companies with a main mine or plant, those in the country that is named."""
    found = [p for p in store.producers(metal_id) if not reading.has_origin or p.country_id == reading.origin]
    if not found:
        return gettext("No mine or plant is on file.")
    entry = gettext("{company} ({country})")
    names = [entry.format(company=p.company, country=store.country_name(p.country_id)) for p in found]
    unique = list(dict.fromkeys(names))
    text = ngettext(
        "{count} company with a main mine or plant is on file: {companies}.",
        "{count} companies with main mines or plants are on file, among them {companies}.",
        len(unique),
    )
    return text.format(count=len(unique), companies=list_of(unique[:MOST_COMPANIES]))


def uses(store: Store, reading: Reading) -> Answer:
    """Return the main uses of metals, with their shares where those are known."""
    most = reading.count or MOST_USES
    sentences = [with_unused(store, metal, reading, _uses(store, metal, most)) for metal in reading.metals]
    return Answer(per_metal(store, reading.metals, sentences), open_tab(reading, "uses", with_context=False))


def _uses(store: Store, metal_id: str, most: int) -> str:
    rows = store.uses(metal_id)
    groups = use_groups(rows)
    group = default_uses(groups, WORLD)
    if group is None:
        names = list(dict.fromkeys(use.use for use in rows if not is_subtotal(use)))
        if not names:
            return gettext("No uses are on file.")
        return gettext("{uses} (no shares are on file).").format(uses="; ".join(names[:most]))
    region, year, _ = group
    entries = "; ".join(_use_text(use) for use in groups[group][:most])
    place = (
        gettext("world")
        if region == WORLD
        else place_name(store, region)
        if region
        else gettext("region unknown")
    )
    if year is None:
        return gettext("{uses} ({place}).").format(uses=entries, place=place)
    return gettext("{uses} ({place}, {year}).").format(uses=entries, place=place, year=year)


def _use_text(use: Use) -> str:
    share = qualified(percent(use.share_pct or 0), use.qualifier)
    if use.confidence == "low":
        return gettext("{use} {share} (low confidence)").format(use=use.use, share=share)
    return gettext("{use} {share}").format(use=use.use, share=share)


def price(store: Store, reading: Reading) -> Answer:
    """Return the latest price of metals with its change since the first control, or the prices of a time."""
    sentences = [
        with_unused(store, metal, reading, _price(store, metal, reading)) for metal in reading.metals
    ]
    return Answer(
        per_metal(store, reading.metals, sentences), open_tab(reading, "prices", with_context=False)
    )


def _price(store: Store, metal_id: str, reading: Reading) -> str:
    if not reading.has_days and not reading.forms:
        figures = key_figures(store, metal_id, reading.context)
        text = key_figure_texts(store, metal_id, figures, reading.context).price
        if figures.series is None:
            return figure_sentence(text)
        details = dict.fromkeys((*_product(figures.series), *text.details))
        return figure_sentence(replace(text, details=tuple(details)))
    on_file = store.price_series(metal_id)
    on_file = tuple(naming_most(store, reading, on_file, lambda s: s.name))
    dated = tuple(s for s in on_file if _of_time(store.prices(s.series_id), reading))
    series = default_series(dated or on_file, first_day(store.edition.verified_to))
    if series is None:
        return gettext("No prices are on file.")
    found = _of_time(store.prices(series.series_id), reading)
    if not found:
        return gettext("No price in that time is on file in the series {series}.").format(series=series.name)
    return _prices_text(series, found)


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

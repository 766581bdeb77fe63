"""The answers on producers and uses of metals."""

from collections.abc import Iterable

from msgspec.structs import replace

from explorer.data.finding.questions.answers.answer import Answer, open_tab, per_metal
from explorer.data.finding.questions.answers.applied import metals_used_in, substitutes_in, with_applications
from explorer.data.finding.questions.answers.companies import companies_text
from explorer.data.finding.questions.answers.form_wording import naming_most, not_a_filter, with_unused
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.questions.stages import separately
from explorer.data.finding.rows import FILTER, Action
from explorer.data.metal_names import short_name
from explorer.data.numbers import percent, qualified
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.figures import (
    FULL_TABLE_COUNTRIES,
    WORLD,
    ProductionTable,
    Share,
    default_table,
    default_uses,
    is_subtotal,
    own_or_group,
    use_groups,
)
from explorer.data.supply.metal_tables import MetalTables
from explorer.data.supply.records import Substitute, Use
from explorer.data.terms import output_word
from explorer.data.words import flag_name
from explorer.language import gettext, list_of, paragraph

MOST_COUNTRIES, MOST_USES = 5, 5


def producers(store: Store, reading: Reading) -> Answer:
    """Return the largest producers of metals, or the share of one country."""
    sentences = [
        with_unused(store, metal, reading, _of_stages(store, metal, reading)) for metal in reading.metals
    ]
    return Answer(
        per_metal(store, reading.metals, sentences), open_tab(reading, "supply", with_context=False)
    )


def _of_stages(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the producers at each stage that a question names."""
    first, *others = dict.fromkeys(
        _producers(store, metal_id, replace(reading, stages=stages)) for stages in separately(reading.stages)
    )
    return paragraph((first, *(text[:1].upper() + text[1:] for text in others)))


def _producers(store: Store, metal_id: str, reading: Reading) -> str:
    if reading.companies:
        return companies_text(store, metal_id, reading)
    year = reading.until.year if reading.has_days else None
    owner, table = _table(store, metal_id, year, reading)
    if table is None:
        if year is None:
            return gettext("No output by country is on file.")
        none = gettext("No output by country in {year} is on file.").format(year=year)
        return paragraph((none, _latest(store, metal_id, reading)))
    is_other_stage = reading.stages and table.stage not in reading.stages
    text = _of_table(store, table, _heading(store, table, owner, metal_id), reading)
    if not reading.has_origin and not _has_rank(table):
        others = _other_forms(table, MetalTables.of(store).tables(owner))
        text = paragraph((text, _in_other_forms(store, others, reading)))
    return not_a_filter(store, metal_id, reading.stage_words, text) if is_other_stage else text


def _latest(store: Store, metal_id: str, reading: Reading) -> str:
    """Return the newest output on file, for a question on a year that has none; empty without any."""
    owner, table = _table(store, metal_id, None, reading)
    if table is None:
        return ""
    text = gettext("The latest on file: {output}")
    return text.format(output=_of_table(store, table, _heading(store, table, owner, metal_id), reading))


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
    shown = [
        s
        for s in table.shares
        if s.row in table.countries and s.row.value != 0 and s.row.country_id not in reading.excluded
    ]
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
        tables = MetalTables.of(store).tables(owner)
        of_year = [t for t in tables if year is None or t.year == year]
        of_stage = [t for t in of_year if t.stage in reading.stages and _has_rank(t)] or of_year
        named = naming_most(store, reading, of_stage, lambda t: t.form)
        table = default_table(named)
        if table is None or not reading.has_origin or table.share_of(reading.origin) is not None:
            return table
        alike = [t for t in _other_forms(table, named) if t.share_of(reading.origin) is not None]
        return default_table(alike) or table

    return own_or_group(store.metal(metal_id), read)


def _other_forms(table: ProductionTable, tables: Iterable[ProductionTable]) -> list[ProductionTable]:
    """Return the tables of the stage and year of a table that are on other forms, which are not added up."""
    return [t for t in tables if (t.stage, t.year) == (table.stage, table.year) and t.form != table.form]


def _in_other_forms(store: Store, tables: Iterable[ProductionTable], reading: Reading) -> str:
    """Return the producers that are only on file in forms which can't be compared with each other."""
    entry = gettext("{form}: {countries}")
    entries = []
    for table in tables:
        names = [
            _share_text(store, share)
            for share in table.shares
            if share.row in table.countries
            and share.row.value != 0
            and share.row.country_id not in reading.excluded
        ]
        if names:
            entries.append(entry.format(form=table.form, countries=list_of(names[:MOST_COUNTRIES])))
    text = gettext("Also on file, in forms that cannot be compared: {forms}.")
    return text.format(forms="; ".join(entries)) if entries else ""


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


def uses(store: Store, reading: Reading) -> Answer:
    """Return the main uses of metals, with their shares where those are known, or what replaces them."""
    most = reading.count or MOST_USES
    if not reading.metals:
        text, metals = metals_used_in(store, reading)
        return Answer(text, Action(FILTER, origin=reading.origin, destination=reading.destination), metals)
    texts = [
        _substitutes(store, metal, reading) if reading.substitutes else _uses(store, metal, most)
        for metal in reading.metals
    ]
    sentences = [
        with_applications(store, metal, reading, with_unused(store, metal, reading, text))
        for metal, text in zip(reading.metals, texts, strict=True)
    ]
    return Answer(per_metal(store, reading.metals, sentences), open_tab(reading, "uses", with_context=False))


def _substitutes(store: Store, metal_id: str, reading: Reading) -> str:
    """Return what can replace a metal in its uses, in those that a form in the question names where it names one."""
    on_file = substitutes_in(store.substitutes(metal_id), reading)
    rows = naming_most(store, reading, on_file, lambda row: row.use)
    if not rows:
        return gettext("No substitutes are on file.")
    entries = "; ".join(_substitute_text(row) for row in rows)
    return gettext("Substitutes by use: {entries}.").format(entries=entries)


def _substitute_text(row: Substitute) -> str:
    if row.penalty:
        text = gettext("{use}: {substitute} (drawback: {penalty})")
        return text.format(use=row.use, substitute=row.substitute, penalty=row.penalty)
    return gettext("{use}: {substitute}").format(use=row.use, substitute=row.substitute)


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

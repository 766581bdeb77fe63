"""The key figures of a fact sheet, each with its year or edition and its flags; unknown reads `unknown`."""

from explorer.charts.text import capital
from explorer.data import numbers
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.numbers import exact, percent, price_text
from explorer.data.store import Store
from explorer.data.supply.amounts import published
from explorer.data.supply.dependence import dependence_text, find_dependence
from explorer.data.supply.figures import value_words
from explorer.data.supply.key_figures import KeyFigures, key_figures
from explorer.data.words import flag_name
from explorer.factsheet.facts.records import UNKNOWN, Figure
from explorer.factsheet.facts.sources import ranked

MOST_SOURCES = 2


def figures(store: Store, metal_id: str, context: Context) -> tuple[Figure, ...]:
    """Return the share of output, the destination's dependence, the price and the concentration of supply."""
    found = key_figures(store, metal_id, context)
    return (
        _share(store, metal_id, found, context.origin),
        _concentration(store, metal_id, found),
        _dependence(store, found),
        _price(store, found),
    )


def _detail(*parts: str | None, confidence: str | None = None) -> str:
    """Join what qualifies a figure; a low confidence is said."""
    words = [p for p in parts if p]
    return " · ".join([*words, "low confidence"] if confidence == "low" else words)


def _of(store: Store, owner: str, metal_id: str) -> str:
    """Return the group whose figure it is, empty where it is the metal's own."""
    return "" if owner == metal_id else f"of {store.metal(owner).name_en.lower()}"


def _share(store: Store, metal_id: str, found: KeyFigures, origin: str) -> Figure:
    country = store.country_name(origin)
    table, share = found.table, found.share
    if table is None:
        return Figure(f"{country}, share of output", UNKNOWN, "", "no output by country on file")
    of = _of(store, found.supply_of, metal_id)
    row = found.amount
    if row is not None:
        caption = f"{store.country_name(row.country_id)}, {table.stage} output, {table.year}"
        detail = _detail(flag_name(row.flag), of, table.source, confidence=row.confidence)
        return Figure(caption, published(row), "", detail, ranked(store, row.source_ids, MOST_SOURCES))
    caption = f"{country}, share of {table.stage} output, {table.year}"
    if share is None:
        row = table.world or table.rows[0]
        detail = _detail("not named in the table", of, table.source)
        return Figure(caption, UNKNOWN, "", detail, ranked(store, row.source_ids, MOST_SOURCES))
    flag = flag_name(share.row.flag)
    known = share.share_pct is not None
    value = percent(share.share_pct) if share.share_pct is not None else flag or UNKNOWN
    detail = _detail(flag if known else "", of, table.source, confidence=share.row.confidence)
    return Figure(caption, value, "", detail, ranked(store, share.row.source_ids, MOST_SOURCES))


def _concentration(store: Store, metal_id: str, found: KeyFigures) -> Figure:
    table, index = found.table, found.concentration
    caption = "Supply concentration (HHI)"
    if table is None or index is None:
        return Figure(caption, UNKNOWN, "", "no full table by country on file")
    sources = (table.world or table.rows[0]).source_ids
    value = exact(round(index.hhi, -1))
    return Figure(
        f"{caption}, {table.year}",
        f"≥ {value}" if index.at_least else value,
        "of 10\u202f000",
        _detail(
            f"from {flag_name(index.flag)} figures" if index.flag else "",
            _of(store, found.supply_of, metal_id),
            table.source,
            confidence=index.confidence,
        ),
        ranked(store, sources, MOST_SOURCES),
    )


def _dependence(store: Store, found: KeyFigures) -> Figure:
    text = dependence_text(store, found.dependence)
    if not text.value:
        return Figure(text.caption, UNKNOWN, "", "no figure on file")
    edition = found.dependence.reliance.edition if found.dependence.reliance is not None else None
    detail = _detail(
        text.also,
        text.warning.rstrip("."),
        *text.detail,
        edition if not text.unit else "",
        text.beside,
        confidence=text.confidence,
    )
    return Figure(text.caption, text.value, text.unit, detail, ranked(store, text.source_ids, MOST_SOURCES))


def dependence_note(store: Store, metal_id: str, context: Context) -> str:
    """Return the sentences that belong to the figure on a destination's dependence, the source's credit last."""
    return " ".join(dependence_text(store, find_dependence(store, metal_id, context.destination)).notes)


def _price(store: Store, found: KeyFigures) -> Figure:
    series, latest = found.series, found.latest_price
    if series is None or latest is None:
        return Figure("Price", UNKNOWN, "", "no price on file")
    return Figure(
        f"{capital(value_words([series]).one)}, {show(latest.date)}",
        price_text(latest.value),
        series.unit,
        _detail(
            found.price_age,
            flag_name(latest.flag),
            _change(found),
            series.market,
            "" if series.basis == "nominal" else series.basis,
            confidence=latest.confidence,
        ),
        ranked(store, latest.source_ids, MOST_SOURCES),
    )


def _change(found: KeyFigures) -> str:
    """Return how the price moved since the first licence or ban, empty where that can't be told."""
    change = found.price_change
    if change is None:
        return ""
    since = f"since {show(change.first.date)} (first licence or ban {show(found.controlled_since)})"
    return f"{numbers.change(change.percent)} {since}"

"""Coverage: what is on file for each metal and kind of fact, with its latest year and confidence."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.terms import confidence_word
from explorer.language import gettext, gettext_noop, list_of, ngettext, paragraph

_Query = Callable[..., list[tuple[Any, ...]]]
# metal, date (empty where the kind has none), confidence, number of rows
_BY_YEAR = "SELECT metal_id, {date}, confidence, count(*) FROM {table} GROUP BY 1, 2, 3"
_END_OF_PERIOD = "substr(substr(period, instr(period, '/') + 1), 1, 4)"
# Capacity is not output. Events after the last checked day are expected, not seen.
_PRODUCTION = """
SELECT metal_id, year, confidence, count(*) FROM production WHERE stage <> 'capacity' GROUP BY 1, 2, 3
"""
_MEASURES = """
SELECT metal_id, substr(max(date), 1, 4), targets.confidence, count(DISTINCT targets.measure_id)
FROM measure_metals AS targets LEFT JOIN measure_events ON measure_events.measure_id = targets.measure_id
AND date <= (SELECT value FROM meta WHERE key = 'verified_to') GROUP BY targets.id
"""
_ITEMS = """
SELECT metal_id, substr(coalesce(effective, announced), 1, 4), items.confidence, count(*)
FROM items JOIN measures USING (measure_id) WHERE metal_id IS NOT NULL GROUP BY 1, 2, 3
"""
_LISTS = """
SELECT metal_id, substr(date, 1, 4), list_members.confidence, count(*)
FROM list_members JOIN lists USING (list_id) GROUP BY 1, 2, 3
"""
# By the rule of the data, an outlier of the buyer tables has a low confidence, all other rows a medium one.
_BUYERS = """
SELECT metal_id, year, CASE WHEN flag = 'o' THEN 'low' ELSE 'medium' END, count(*)
FROM buyer_dependence GROUP BY 1, 2, 3
"""
CONFIDENCES = ("low", "medium", "high")


class FactKind(Struct, frozen=True):
    """A kind of fact: its table, its title, the tab of a metal that shows it, and the query that counts it.

    `falls_back` marks the figures for which those of the group are shown where a metal has none of its own.
    """

    table: str
    title: str
    tab: str
    query: str
    falls_back: bool = False


def _kind(
    table: str, title: str, tab: str, date: str = "''", *, query: str = "", falls_back: bool = False
) -> FactKind:
    return FactKind(table, title, tab, query or _BY_YEAR.format(table=table, date=date), falls_back)


KINDS = (
    _kind("uses", gettext_noop("Uses"), "uses", "year"),
    _kind("substitutes", gettext_noop("Substitutes"), "uses"),
    _kind("recycling", gettext_noop("Recycling"), "uses", "year"),
    _kind("list_members", gettext_noop("Critical lists"), "uses", query=_LISTS),
    _kind("measure_metals", gettext_noop("Measures"), "controls", query=_MEASURES),
    _kind("items", gettext_noop("Controlled items"), "controls", query=_ITEMS),
    _kind("production", gettext_noop("Production"), "supply", query=_PRODUCTION, falls_back=True),
    _kind("reserves", gettext_noop("Reserves"), "supply", "edition", falls_back=True),
    _kind("producers", gettext_noop("Mines and plants"), "supply", "capacity_year"),
    _kind("projects", gettext_noop("Projects"), "supply", "substr(status_as_of, 1, 4)"),
    _kind("price_series", gettext_noop("Prices"), "prices", "substr(last_date, 1, 4)"),
    _kind("trade", gettext_noop("Trade"), "trade", _END_OF_PERIOD, falls_back=True),
    _kind("dependence", gettext_noop("Import reliance"), "trade", "year", falls_back=True),
    _kind("import_sources", gettext_noop("Import sources"), "trade", _END_OF_PERIOD, falls_back=True),
    _kind("buyer_dependence", gettext_noop("Buyer's dependence"), "trade", query=_BUYERS, falls_back=True),
    _kind("risk_scores", gettext_noop("Risk scores"), "", "year"),
)


class Coverage(Struct, frozen=True):
    """What is on file of one kind for one metal.

    `latest` is the latest year, or the edition where no year is stated, empty where neither is; `confidences` counts
    the rows of that year by confidence. `owner` is the group whose figures are shown where the metal has none.
    """

    metal_id: str
    kind: FactKind
    rows: int = 0
    latest: str = ""
    confidences: Mapping[str, int] | None = None
    owner: str = ""

    @property
    def lowest(self) -> str:
        """The lowest confidence of the latest rows, empty without rows."""
        return next((c for c in CONFIDENCES if (self.confidences or {}).get(c)), "")

    @property
    def highest(self) -> str:
        """The highest confidence of the latest rows, empty without rows."""
        return next((c for c in reversed(CONFIDENCES) if (self.confidences or {}).get(c)), "")


class CoverageMatrix(Struct, frozen=True):
    """The coverage of all metals: for each metal one entry per kind, in the order of KINDS."""

    metals: tuple[Metal, ...]
    entries: tuple[tuple[Coverage, ...], ...]


def coverage_matrix(store: Store) -> CoverageMatrix:
    """Return what is on file for each metal and kind."""
    return coverage_of(store.query, store.metals)


def coverage_of(query: _Query, metals: Mapping[str, Metal]) -> CoverageMatrix:
    """Return what is on file for each metal and kind, read by a function that queries the data file."""
    columns = [_entries(query, metals, kind) for kind in KINDS]
    return CoverageMatrix(
        tuple(metals.values()), tuple(tuple(c[metal_id] for c in columns) for metal_id in metals)
    )


def _entries(query: _Query, metals: Mapping[str, Metal], kind: FactKind) -> dict[str, Coverage]:
    counts: dict[str, int] = defaultdict(int)
    last: dict[str, tuple[str, Counter[str]]] = {}
    for metal_id, latest, confidence, rows in query(kind.query):
        date = "" if latest is None else str(latest)
        counts[metal_id] += rows
        if metal_id not in last or date > last[metal_id][0]:
            last[metal_id] = date, Counter()
        if date == last[metal_id][0]:
            last[metal_id][1][confidence] += rows
    own = {}
    for metal_id in metals:
        date, confidences = last.get(metal_id, ("", None))
        own[metal_id] = Coverage(metal_id, kind, counts[metal_id], date, confidences and dict(confidences))
    return {metal_id: _or_group(metals[metal_id], entry, own) for metal_id, entry in own.items()}


def _or_group(metal: Metal, entry: Coverage, own: Mapping[str, Coverage]) -> Coverage:
    group = own.get(metal.member_of or "")
    if entry.rows or not entry.kind.falls_back or group is None or not group.rows:
        return entry
    return Coverage(metal.metal_id, entry.kind, owner=group.metal_id)


def latest_text(entry: Coverage) -> str:
    """Return the latest year, or what else is known of what is on file."""
    if entry.owner:
        return gettext("group only")
    if not entry.rows:
        return gettext("nothing on file")
    return entry.latest or gettext("no year")


def confidence_text(entry: Coverage) -> str:
    """Return the confidence of the latest rows: `high`, or `low to high` where they differ."""
    low, high = confidence_word(entry.lowest), confidence_word(entry.highest)
    return low if low == high else gettext("{low} to {high}").format(low=low, high=high)


def explanation(store: Store, entry: Coverage) -> str:
    """Return what is on file in a sentence or two."""
    if entry.owner:
        text = gettext(
            "Nothing on file for the metal alone. Only figures for its group, {group}, are on file."
        )
        return text.format(group=store.metal(entry.owner).name_en)
    if not entry.rows:
        return gettext("Nothing on file. This does not mean that nothing exists.")
    one = gettext("{confidence} ({count})")
    counts = entry.confidences or {}
    parts = [one.format(confidence=confidence_word(c), count=counts[c]) for c in CONFIDENCES if c in counts]
    rows = ngettext("{count} row on file.", "{count} rows on file.", entry.rows).format(count=entry.rows)
    latest = gettext("Latest: {latest}. Confidence of the latest rows: {confidences}.")
    return paragraph((rows, latest.format(latest=latest_text(entry), confidences=list_of(parts))))


HEADER = ("metal_id", "kind", "rows", "latest", "confidence_lowest", "confidence_highest", "figures_of")


def csv_rows(matrix: CoverageMatrix) -> list[tuple[object, ...]]:
    """Return the rows of the CSV file under HEADER; an unknown value is empty."""
    return [
        (
            e.metal_id,
            e.kind.table,
            e.rows or None,
            e.latest or None,
            e.lowest or None,
            e.highest or None,
            e.owner or None,
        )
        for entries in matrix.entries
        for e in entries
    ]

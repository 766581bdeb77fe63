"""Who supplies a buyer by the survey of the United States, which gives shares over several years."""

from collections import defaultdict
from collections.abc import Callable

from explorer.data.numbers import percent, qualified
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import REST, buyer_name, supplier_name
from explorer.data.supply.records import ImportSource
from explorer.language import gettext, list_of, paragraph

MOST_FORMS = 3
_ALL_FORMS = "all forms"


def _newest(store: Store, metal_id: str, buyer: str, year: int = 0) -> list[ImportSource]:
    """Return the shares of the newest period for a buyer, or of the newest one with a year; none without any."""
    rows = [
        r
        for r in store.import_sources(metal_id)
        if r.importer == buyer and r.share_pct is not None and (not year or _has_year(r.period, year))
    ]
    period = max((r.period for r in rows), default="")
    return [r for r in rows if r.period == period]


def _has_year(period: str, year: int) -> bool:
    """Return whether a year is in a period such as `2021/2024`."""
    first, _, last = period.partition("/")
    return first <= str(year) <= (last or first)


def survey_suppliers(
    store: Store, metal_id: str, buyer: str, is_wanted: Callable[[str], bool], year: int = 0
) -> str:
    """Return the import sources of a buyer by the forms that are wanted, all forms first; empty without any.

    With a `year` they are those of the newest period that has it.
    """
    forms: dict[str, list[ImportSource]] = defaultdict(list)
    for row in _newest(store, metal_id, buyer, year):
        if is_wanted(row.form):
            forms[row.form].append(row)
    text = gettext("Import sources of {buyer}, {form}, {period} (U.S. Geological Survey): {suppliers}.")
    ordered = sorted(forms, key=lambda form: (form != _ALL_FORMS, form))[:MOST_FORMS]
    return paragraph(
        [
            text.format(
                buyer=buyer_name(store, buyer),
                form=form,
                period=forms[form][0].period.replace("/", "–"),
                suppliers=list_of(_shares(store, forms[form])),
            )
            for form in ordered
        ]
    )


def _shares(store: Store, rows: list[ImportSource]) -> list[str]:
    """Return suppliers with their shares, the largest first and the rest last."""
    entry, others = gettext("{supplier} {share}"), gettext("others {share}")
    ordered = sorted(rows, key=lambda r: (r.country_id == REST, -(r.share_pct or 0)))
    return [
        (others if row.country_id == REST else entry).format(
            supplier=supplier_name(store, row.country_id),
            share=qualified(percent(row.share_pct or 0), row.qualifier),
        )
        for row in ordered
    ]


def survey_share(store: Store, metal_id: str, buyer: str, origin: str) -> str:
    """Return the share of an origin in a buyer's imports by the survey of the United States, empty without one."""
    rows = _newest(store, metal_id, buyer)
    if not rows:
        return ""
    period = rows[0].period
    found = [r for r in rows if r.country_id == origin]
    entry = gettext("{share} of {form}")
    shares = [
        entry.format(share=qualified(percent(r.share_pct or 0), r.qualifier), form=r.form) for r in found
    ]
    if not shares:
        text = gettext("{origin} is not named among the import sources of {buyer}, {period}.")
    else:
        text = gettext("Share of {origin} in the imports of {buyer}, {period}: {shares}.")
    return text.format(
        origin=place_name(store, origin),
        buyer=buyer_name(store, buyer),
        period=period.replace("/", "–"),
        shares="; ".join(shares),
    )

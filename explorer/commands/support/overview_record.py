"""What matters on a day across all metals as plain values."""

from typing import Any

from explorer.data.controls.change_record import metal_change_dict, state_dict
from explorer.data.overview.dates import DatedChange
from explorer.data.overview.overview import Overview
from explorer.data.overview.prices import WatchedPrice
from explorer.data.store import Store


def as_dict(store: Store, found: Overview) -> dict[str, Any]:
    """Return what matters on a day as plain values."""
    context = found.context
    return {
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "to": context.destination,
        "data_version": store.edition.data_version,
        "checked": {
            "verified_to": found.checked.day.isoformat(),
            "days": found.checked.days,
            "text": found.checked.text,
            "meaning": found.checked.meaning,
        },
        "notices": [
            {"when": n.when, "title": n.title, "text": n.text, "date": date_dict(n.entry)}
            for n in found.notices
        ],
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "dates": [date_dict(entry) for entry in found.dates],
        "counts": [
            {
                "pill_state": count.state,
                "count": len(count.metal_ids),
                "metals": list(count.metal_ids),
                "next_count": len(count.next_metal_ids),
                "next_metals": list(count.next_metal_ids),
            }
            for count in found.counts
        ],
        "next_day": [metal_change_dict(change) for change in found.next_day.metals],
        "watching": found.is_watching,
        "prices": [_price_dict(price) for price in found.prices],
        "examples": [{"question": e.question, "answer": e.answer} for e in found.examples],
    }


def date_dict(entry: DatedChange) -> dict[str, Any]:
    """Return a date as plain values."""
    return {
        "day": entry.day.isoformat(),
        "published": entry.published,
        "change": entry.kind,
        "words": entry.words,
        "document": entry.document.instrument_id,
        "from": entry.origin,
        "to": list(entry.destinations),
        "places": list(entry.places),
        "measures": [measure.measure_id for measure in entry.measures],
        "metals": list(entry.metal_ids),
        "before": state_dict(entry.before),
        "after": state_dict(entry.after),
        "note": entry.note or None,
        "applies_from": entry.applies_from.isoformat(),
        "by_statement": entry.by_statement,
        "your_entry": entry.your_entry,
        "beyond_verified": entry.beyond_verified,
    }


def _price_dict(found: WatchedPrice) -> dict[str, Any]:
    series, price = found.series, found.price
    return {
        "metal": found.metal_id,
        "series_id": series.series_id if series is not None else None,
        "name": series.name if series is not None else None,
        "unit": series.unit if series is not None else None,
        "basis": series.basis if series is not None else None,
        "date": price.date if price is not None else None,
        "value": price.value if price is not None else None,
        "flag": price.flag if price is not None else None,
        "confidence": price.confidence if price is not None else None,
        "source_ids": list(price.source_ids) if price is not None else [],
        "age_months": found.months,
    }

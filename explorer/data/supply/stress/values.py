"""What one metal loses in a stress test, and what a buyer imports of it, as plain values; None where unknown."""

from typing import Any

from explorer.data.store import Store
from explorer.data.supply.buyers import SOURCE_ID, confidence, contents_text
from explorer.data.supply.figures import Concentration
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.imports import HeadingImports
from explorer.data.supply.stress.losses import Largest, Loss
from explorer.data.supply.stress.stress_test import StressRow

Values = dict[str, Any]


def not_calculated(store: Store, row: StressRow, buyer: str | None) -> Values:
    """Return why a metal has no loss, and what the buyer imports of it."""
    return {
        "metal": row.metal_id,
        "of": row.owner,
        "gap": row.gap,
        "reason": texts.reason_text(store, row),
        **_imports(store, row, buyer),
        "import_headings": import_headings(store, row),
    }


def import_headings(store: Store, row: StressRow) -> list[Values]:
    """Return the imports under all headings of the buyer."""
    return [_heading(store, heading) for heading in row.imports.headings] if row.imports is not None else []


def flat_values(store: Store, row: StressRow, buyer: str | None) -> Values:
    """Return the figures of a metal, one value each, with the reason where they are unknown or bounds."""
    metal = store.metal(row.metal_id)
    return {
        "metal": row.metal_id,
        "name_en": metal.name_en,
        "name_zh": metal.name_zh,
        "of": row.owner,
        **(_loss(row.loss) if row.loss is not None else dict.fromkeys(_LOSS_FIELDS)),
        "reason": texts.reason_text(store, row) or None,
        **_imports(store, row, buyer),
    }


_LOSS_FIELDS = (
    "stage",
    "form",
    "year",
    "publisher",
    "unit",
    "full_table",
    "total",
    "total_is_sum",
    "lost",
    "lost_at_least",
    "lost_flag",
    "lost_pct",
    "remaining",
    "remaining_at_most",
    "share_flag",
    "largest_before",
    "largest_before_pct",
    "largest_before_at_least",
    "largest_before_uncertain",
    "largest_before_flag",
    "largest_after",
    "largest_after_pct",
    "largest_after_at_least",
    "largest_after_uncertain",
    "largest_after_flag",
    "hhi_before",
    "hhi_before_at_least",
    "hhi_after",
    "hhi_after_at_least",
    "hhi_flag",
    "more_concentrated",
    "withheld",
    "not_named",
    "confidence",
    "source_ids",
)


def _loss(found: Loss) -> Values:
    table = found.table
    values = (
        table.stage,
        table.form,
        table.year,
        table.publisher,
        table.unit,
        table.full,
        found.total,
        found.total_is_sum,
        found.lost,
        found.at_least,
        found.flag,
        _rounded(found.lost_pct),
        found.remaining,
        found.at_least,
        found.total_flag,
        *_largest(found.largest_before),
        *_largest(found.largest_after),
        *_hhi(found.before),
        *_hhi(found.after),
        found.before.flag if found.before is not None else None,
        found.is_more_concentrated,
        [r.country_id for r in found.withheld],
        list(found.not_named) if found.at_least else [],
        found.confidence,
        list(dict.fromkeys(i for r in table.figures for i in r.source_ids)),
    )
    return dict(zip(_LOSS_FIELDS, values, strict=True))


def _largest(found: Largest | None) -> tuple[Any, ...]:
    if found is None:
        return None, None, None, None, None
    countries = [row.country_id for row in found.rows]
    return countries, _rounded(found.share_pct), found.at_least, found.is_uncertain, found.flag


def _hhi(found: Concentration | None) -> tuple[int | None, bool | None]:
    return (None, None) if found is None else (round(found.hhi), found.at_least)


def _imports(store: Store, row: StressRow, buyer: str | None) -> Values:
    """Return the imports under the leading heading; all values are None without a buyer."""
    found, heading = row.imports, row.imports.leading if row.imports is not None else None
    values = _heading(store, heading) if heading is not None else dict.fromkeys(_HEADING_FIELDS)
    return {
        "buyer": buyer,
        "imports_of": found.owner if found is not None else None,
        **{f"imports_{name}": value for name, value in values.items()},
        "imports_state": found.state if found is not None else None,
        "imports_reason": texts.no_imports_text(store, row, buyer) or None if buyer is not None else None,
    }


_HEADING_FIELDS = (
    "state",
    "hs_code",
    "form",
    "use",
    "scope",
    "contents",
    "year",
    "tonnage_pct",
    "value_pct",
    "with_hong_kong_tonnage_pct",
    "with_hong_kong_value_pct",
    "at_least",
    "not_named",
    "flag",
    "preliminary",
    "note",
    "confidence",
    "source_ids",
)


def _heading(store: Store, heading: HeadingImports) -> Values:
    total = heading.total
    values = (
        heading.state,
        heading.code.hs_code,
        heading.code.form,
        heading.code.use,
        heading.code.scope,
        contents_text(store, heading.code) or None,
        total.year if total is not None else None,
        _rounded(heading.of_tonnage),
        _rounded(heading.of_value),
        _rounded(heading.upper_of_tonnage),
        _rounded(heading.upper_of_value),
        heading.at_least,
        list(heading.not_named),
        total.flag if total is not None else None,
        heading.is_preliminary,
        total.note if total is not None else None,
        confidence(total.flag) if total is not None else None,
        [SOURCE_ID] if heading.has_rows else [],
    )
    return dict(zip(_HEADING_FIELDS, values, strict=True))


def _rounded(share: float | None) -> float | None:
    """Return a share with four decimals."""
    return None if share is None else round(share, 4)

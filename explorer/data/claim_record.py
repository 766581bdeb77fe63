"""The claims as plain values and as rows of a CSV file."""

from collections.abc import Iterable, Iterator
from typing import Any

from explorer.data.claims import CheckedClaim

HEADER = (
    *("claim_id", "claim", "article_value", "best_value", "unit", "as_of", "verdict", "explanation"),
    *("metal_ids", "chart", "confidence", "source_ids"),
)


def as_dict(checked: CheckedClaim) -> dict[str, Any]:
    """Return a claim as plain values, with the figures as in the data and as a reader sees them."""
    claim = checked.claim
    return {
        "claim_id": claim.claim_id,
        "claim": claim.claim,
        "article_value": claim.article_value,
        "best_value": claim.best_value,
        "unit": claim.unit,
        "as_of": claim.as_of,
        "claimed": checked.claimed,
        "found": checked.found,
        "verdict": claim.verdict,
        "explanation": claim.explanation,
        "metals": list(claim.metal_ids),
        "chart": claim.chart,
        "confidence": claim.confidence,
        "sources": list(claim.source_ids),
    }


def rows(claims: Iterable[CheckedClaim]) -> Iterator[tuple[str, ...]]:
    """Yield a row of the CSV file for each claim, with the columns of the facts."""
    for checked in claims:
        claim = checked.claim
        yield (
            *(claim.claim_id, claim.claim, claim.article_value or "", claim.best_value or ""),
            *(claim.unit or "", claim.as_of or "", claim.verdict, claim.explanation),
            *(";".join(claim.metal_ids), claim.chart or "", claim.confidence, ";".join(claim.source_ids)),
        )

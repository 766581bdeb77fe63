"""The claims of the press article with what the data say about each."""

import re

from msgspec import Struct

from explorer.data.citation import citation, edition
from explorer.data.dates import show
from explorer.data.numbers import exact
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.records import Claim
from explorer.data.terms import confidence_word, verdict_label
from explorer.errors import NotFound, quoted
from explorer.language import gettext, pgettext

_DAY = re.compile(r"\b\d{4}-\d{2}(-\d{2})?\b")
_LARGE = re.compile(r"\b\d{5,}\b")
_WITHOUT_UNIT = ("date", "status", "year")  # what the figure is, not what it is counted in


class CheckedClaim(Struct, frozen=True):
    """A claim with its figures as a reader sees them; an unknown figure is empty."""

    claim: Claim
    claimed: str
    found: str
    as_of: str
    metals: tuple[Metal, ...]


def checked_claims(store: Store, verdict: str = "") -> tuple[CheckedClaim, ...]:
    """Return all claims in the order of the data, or those with a verdict."""
    return tuple(_checked(store, c) for c in store.claims if not verdict or c.verdict == verdict)


def checked_claim(store: Store, claim_id: str) -> CheckedClaim:
    """Return a claim; raise NotFound for an unknown id."""
    claim = next((c for c in store.claims if c.claim_id == claim_id), None)
    if claim is None:
        raise NotFound(gettext("No claim with the ID {id}.").format(id=quoted(claim_id)))
    return _checked(store, claim)


def claim_citation(store: Store, checked: CheckedClaim) -> str:
    """Return a claim with its verdict, the reasons and the sources, as in a footnote."""
    claim = checked.claim
    text = gettext("“{claim}”: {verdict}. {explanation} Confidence: {confidence}.").format(
        claim=claim.claim,
        verdict=verdict_label(claim.verdict),
        explanation=claim.explanation,
        confidence=confidence_word(claim.confidence),
    )
    checked_in = gettext("{edition}.").format(edition=edition(store))
    return "\n".join((text, citation(store, claim.source_ids), checked_in))


def _checked(store: Store, claim: Claim) -> CheckedClaim:
    metals = tuple(store.metals[i] for i in claim.metal_ids if i in store.metals)
    return CheckedClaim(
        claim, _figure(claim.article_value, claim), _figure(claim.best_value, claim), _period(claim), metals
    )


def _figure(value: str | None, claim: Claim) -> str:
    """Return a figure with its unit, with dates and large numbers in the style of the program."""
    text = _DAY.sub(lambda day: show(day[0]), value or "")
    text = _LARGE.sub(lambda number: exact(int(number[0])), text)
    if not text or not claim.unit or claim.unit in _WITHOUT_UNIT or not text[-1].isdigit():
        return text
    return pgettext("figure", "{value} {unit}").format(value=text, unit=claim.unit)


def _period(claim: Claim) -> str:
    """Return the day, month or year of a figure, or both ends of its period."""
    if not claim.as_of:
        return ""
    start, _, end = claim.as_of.partition("/")
    if not end:
        return show(start)
    return pgettext("period", "{start} to {end}").format(start=show(start), end=show(end))

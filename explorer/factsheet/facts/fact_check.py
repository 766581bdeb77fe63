"""The content of the fact check on paper: the claims with figures, verdict, reasons and sources."""

import shlex
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from explorer.charts.spec import PRODUCT
from explorer.data.citation import citation
from explorer.data.claims import CheckedClaim
from explorer.data.dates import first_day, show
from explorer.data.store import Store
from explorer.data.terms import VERDICTS, confidence_word, verdict_label
from explorer.language import gettext, list_of, ngettext, paragraph

STEM = "fact-check"


class ClaimText(Struct, frozen=True):
    """A claim in words; `figures` says what was claimed and what is on file."""

    claim: str
    verdict: str
    figures: str
    explanation: str
    confidence: str
    sources: tuple[str, ...]


class FactCheck(Struct, frozen=True):
    """All that the pages show: `about` says how many claims have which verdict, `verdict` which ones were chosen."""

    about: str
    footer: str
    claims: tuple[ClaimText, ...]
    data_version: str
    checked_to: date
    verdict: str = ""

    @property
    def title(self) -> str:
        """The title of the document."""
        return gettext("Fact check of the press article")


def make_fact_check(store: Store, claims: Sequence[CheckedClaim], verdict: str = "") -> FactCheck:
    """Return the fact check of claims, which are all or those with a verdict."""
    edition = store.edition
    footer = gettext("{product}, edition {edition}, controls checked to {day}.").format(
        product=PRODUCT, edition=edition.data_version, day=show(edition.verified_to)
    )
    return FactCheck(
        about=_about(claims),
        footer=paragraph((footer, gettext("For reference only; not legal advice."))),
        claims=tuple(_text(store, checked) for checked in claims),
        data_version=edition.data_version,
        checked_to=first_day(edition.verified_to),
        verdict=verdict,
    )


def command(found: FactCheck, paper: str) -> str:
    """Return the command line that writes the same pages."""
    chosen = ["--verdict", found.verdict] if found.verdict else []
    return shlex.join(["minor-metals", "claims", *chosen, "--paper", paper, "--pdf", f"{STEM}.pdf"])


def _about(claims: Sequence[CheckedClaim]) -> str:
    total = len(claims)
    first = ngettext("{count} claim.", "{count} claims.", total).format(count=total)
    text = gettext("{name}: {count}")
    counts = {verdict: sum(c.claim.verdict == verdict for c in claims) for verdict in VERDICTS}
    parts = [text.format(name=verdict_label(v), count=count) for v, count in counts.items() if count]
    return paragraph((first, gettext("{counts}.").format(counts=list_of(parts)) if parts else ""))


def _text(store: Store, checked: CheckedClaim) -> ClaimText:
    claim = checked.claim
    figures = (
        gettext("Claimed: {claimed}.").format(claimed=checked.claimed) if checked.claimed else "",
        gettext("Best figure on file: {best}.").format(best=checked.found or gettext("none on file")),
        gettext("As of {day}.").format(day=checked.as_of) if checked.as_of else "",
    )
    return ClaimText(
        claim=gettext("“{claim}”").format(claim=claim.claim),
        verdict=verdict_label(claim.verdict),
        figures=paragraph(figures),
        explanation=claim.explanation,
        confidence=gettext("Confidence: {confidence}").format(confidence=confidence_word(claim.confidence)),
        sources=tuple(citation(store, claim.source_ids).split("\n")),
    )

"""Which licence or ban covers a customs heading, and the flags of the figure on it, in words."""

from explorer.data.store import Store
from explorer.data.supply.buyer_texts import flag_words, remarks
from explorer.data.supply.exposure import Coverage, HeadingExposure
from explorer.data.supply.figure_text import entries
from explorer.data.words import measure_kind, measure_name
from explorer.language import gettext, gettext_noop

LOW = "low"
_COVERED = {
    "yes": gettext_noop("Covered by {measure} ({kind})."),
    "part": gettext_noop("Covered in part by {measure} ({kind})."),
    "no": gettext_noop("Not covered by {measure} ({kind})."),
}


def coverage_text(heading: HeadingExposure) -> str:
    """Return which measure in force covers a heading, or not; empty where none is in force."""
    if not heading.coverage:
        return ""
    first = heading.coverage[0]
    return gettext(_COVERED[heading.covers]).format(
        measure=measure_name(first.measure), kind=_kind_text(first)
    )


def coverage_sentences(heading: HeadingExposure) -> tuple[str, ...]:
    """Return which measure in force covers a heading, or not, and why."""
    if not heading.coverage:
        return ()
    first = heading.coverage[0].row
    unchecked = gettext("Low confidence: this was not checked against the official list.")
    return (coverage_text(heading), first.reason, unchecked if first.confidence == LOW else "")


def _kind_text(coverage: Coverage) -> str:
    kind = measure_kind(coverage.measure)
    if coverage.presumed and coverage.your_entry:
        return gettext("{kind}, presumed, your entry").format(kind=kind)
    if coverage.your_entry:
        return gettext("{kind}, your entry").format(kind=kind)
    return gettext("{kind}, presumed").format(kind=kind) if coverage.presumed else kind


def heading_flags(store: Store, heading: HeadingExposure) -> tuple[str, ...]:
    """Return the flags of a figure: preliminary, small amounts, presumed, low confidence in what is covered."""
    if heading.total is None:
        return ()
    low = bool(heading.coverage) and heading.coverage[0].row.confidence == LOW
    return entries(
        *flag_words(heading.total, is_preliminary=heading.is_preliminary),
        remarks(store, heading.total).small,
        gettext("presumed") if heading.presumed else "",
        gettext("your entry") if heading.your_entry else "",
        gettext("coverage uncertain") if low else "",
    )

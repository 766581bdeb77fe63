"""The exposure of a buyer to what is controlled, as `list --sort exposure` prints it."""

from typing import Any

from explorer.commands.support.context import context_fields
from explorer.commands.support.output import plain, share, table
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import heading_text, military_note
from explorer.data.supply.buyers import CREDIT, SOURCE_ID, buyer_name, buyer_notes, confidence
from explorer.data.supply.coverage_texts import coverage_text, heading_flags
from explorer.data.supply.exposure import (
    NOT_CONTROLLED,
    RANKED,
    Exposure,
    Exposures,
    HeadingExposure,
)
from explorer.data.supply.exposure_texts import reason_text, summary_text
from explorer.data.supply.origin_shares import upper_text
from explorer.language import gettext, ngettext


def exposure_text(store: Store, found: Exposures) -> str:
    """Return the ranking, the controlled metals without a share with the reason, and what the headings contain."""
    title = gettext(
        "Share of {origin} in imports by {buyer}, where a licence or ban in force covers the customs code, "
        "as of {date}:"
    )
    fields = context_fields(store, found.context)
    ranked = [(row, h) for row in found.ranked for h in row.headings if h.state == RANKED]
    parts = [
        title.format(
            origin=fields["origin"], buyer=buyer_name(store, found.buyer or ""), date=fields["date"]
        ),
        _ranking(store, ranked) if ranked else "",
        _without_share(store, found),
        _not_controlled(found),
        summary_text(store, found),
        "\n".join(plain(heading_text(store, h.code)) for _, h in ranked),
        "\n".join(buyer_notes(store, found.buyer or "")),
        CREDIT,
    ]
    return "\n\n".join(part for part in parts if part)


def _ranking(store: Store, ranked: list[tuple[Exposure, HeadingExposure]]) -> str:
    header = (
        gettext("ID"),
        gettext("HS code"),
        gettext("Form"),
        gettext("Year"),
        gettext("Share of tonnage"),
        gettext("Share of value"),
        gettext("With Hong Kong"),
        gettext("Flags"),
        gettext("Coverage"),
    )
    rows = []
    for row, heading in ranked:
        found, total = heading.share, heading.total
        assert found is not None and total is not None
        rows.append(
            (
                row.metal_id,
                heading.code.hs_code,
                heading.code.form,
                str(total.year),
                share(found.of_tonnage),
                share(found.of_value),
                plain(upper_text(found)),
                "; ".join(heading_flags(store, heading)),
                coverage_text(heading),
            )
        )
    return table(header, rows, right=(4, 5))


def _without_share(store: Store, found: Exposures) -> str:
    rest = [row for row in found.controlled if row.state != RANKED]
    if not rest:
        return ""
    rows = [(row.metal_id, plain(reason_text(store, row))) for row in rest]
    heading = gettext("Under a licence or ban, without a share:")
    return "\n\n".join((heading, table((gettext("ID"), gettext("Reason")), rows)))


def _not_controlled(found: Exposures) -> str:
    count = sum(row.state == NOT_CONTROLLED for row in found.rows)
    text = ngettext(
        "{count} other metal or material: no licence or ban in force.",
        "{count} other metals and materials: no licence or ban in force.",
        count,
    )
    return text.format(count=count) if count else ""


def exposure_dict(store: Store, found: Exposure, context_note: str = "") -> dict[str, Any]:
    """Return the exposure to one metal as plain values; figures are None where unknown, never 0."""
    leading = found.leading
    return {
        "buyer": found.buyer,
        "buyer_name": buyer_name(store, found.buyer),
        "origin": found.origin,
        "origin_name": place_name(store, found.origin),
        "state": found.state,
        "group": found.group or None,
        "reason": plain(reason_text(store, found)) or None,
        **(_heading_dict(store, leading) if leading else _NO_HEADING),
        "headings": [_heading_dict(store, h) for h in found.headings],
        "notes": [note for note in (context_note, *buyer_notes(store, found.buyer)) if note],
        "source_ids": [SOURCE_ID] if found.headings else [],
        "credit": CREDIT if found.headings else None,
    }


def _heading_dict(store: Store, heading: HeadingExposure) -> dict[str, Any]:
    total, found = heading.total, heading.share
    upper = found is not None and found.upper_of_value is not None
    return {
        "hs_code": heading.code.hs_code,
        "form": heading.code.form,
        "heading": heading.code.heading,
        "scope": heading.code.scope,
        "use": heading.code.use,
        "what_else": heading.code.what_else,
        "heading_state": heading.state,
        "year": total.year if total else None,
        "share_pct": found.of_tonnage if found else None,
        "value_share_pct": _rounded(found.of_value) if found else None,
        "share_chn_hkg_pct": found.upper_of_tonnage if found and upper else None,
        "share_chn_hkg_value_pct": found.upper_of_value if found and upper else None,
        "flag": total.flag if total else None,
        "preliminary": heading.is_preliminary if total else None,
        "confidence": confidence(total.flag) if total else None,
        "note": total.note if total else None,
        "flags": list(heading_flags(store, heading)),
        "covers": heading.covers,
        "presumed": heading.presumed,
        "your_entry": heading.your_entry,
        "measure_ids": [c.row.measure_id for c in heading.coverage],
        "coverage_reason": heading.coverage[0].row.reason if heading.coverage else None,
        "coverage_confidence": heading.coverage[0].row.confidence if heading.coverage else None,
        "coverage_source_ids": list(heading.coverage[0].row.source_ids) if heading.coverage else [],
    }


_NO_HEADING: dict[str, None] = dict.fromkeys(
    (
        "hs_code",
        "form",
        "year",
        "share_pct",
        "value_share_pct",
        "share_chn_hkg_pct",
        "share_chn_hkg_value_pct",
    )
)


def _rounded(figure: float | None) -> float | None:
    """Return a share with the two decimals that the published ones have."""
    return None if figure is None else round(figure, 2)


def context_note(store: Store, found: Exposures) -> str:
    """Return the note on a military destination, empty for others."""
    return military_note(store, found.context.destination)

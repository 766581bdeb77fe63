"""How much of its imports the buyer has from the origin, metal by metal, whether or not the metal is controlled.

The customs heading is the one that ranks the metal in the list by exposure, otherwise the one with the greatest share.
"""

from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.numbers import percent
from explorer.data.periodic.colourings import BUYER, step_of
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import of_group_only, unknown
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import flag_words, remarks, scope_words
from explorer.data.supply.buyers import (
    SOURCE_ID,
    SOURCE_NAME,
    buyer_name,
    confidence,
    contents_text,
    is_of_one_material,
)
from explorer.data.supply.exposure import Exposure, HeadingExposure, exposures
from explorer.data.supply.exposure_texts import gap_text, left_out_text
from explorer.data.supply.figure_text import entries
from explorer.data.supply.origin_shares import not_named_text, shares_text, upper_text
from explorer.data.words import flag_name
from explorer.language import gettext


def buyer_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the share of the origin in the buyer's imports of each metal; all are unknown without a buyer."""
    ids = tuple(metal_ids)
    found = exposures(store, context, ids)
    if found.gap or found.buyer is None:
        general = gettext("Share of {origin} in imports").format(origin=place_name(store, context.origin))
        reason = gap_text(store, context, found.gap)
        for metal_id in ids:
            yield unknown(metal_id, general, reason)
        return
    by_metal = {row.metal_id: row for row in found.rows}
    for metal_id in ids:
        yield _value(store, by_metal[metal_id])


def _value(store: Store, found: Exposure) -> MetalValue:
    text = gettext("Imports by {buyer} from {origin}")
    subject = text.format(buyer=buyer_name(store, found.buyer), origin=place_name(store, found.origin))
    if found.group:
        return of_group_only(store, found.metal_id, subject, found.group)
    if not found.headings:
        reason = gettext(
            "The trade data have no customs code of its own; this does not mean that it is not imported."
        )
        return unknown(found.metal_id, subject, reason, gettext("not covered"))
    heading = next((h for h in found.headings if h.share_pct is not None), None)
    if heading is None:
        return _unknown(store, found, subject)
    return _share(store, found.metal_id, heading, subject)


def _unknown(store: Store, found: Exposure, subject: str) -> MetalValue:
    """Return why no heading of a metal has a share."""
    codes = ", ".join(heading.code.hs_code for heading in found.headings)
    if any(heading.share is not None for heading in found.headings):
        reason = not_named_text(store, found.origin)
        return unknown(found.metal_id, subject, reason, gettext("not named"), (SOURCE_ID,))
    if any(heading.has_rows for heading in found.headings):
        reason = gettext("No reliable year is on file (HS {codes}).").format(codes=codes)
        general = gettext("No reliable year is on file.")
    else:
        reason = gettext("No imports are on file (HS {codes}).").format(codes=codes)
        general = gettext("No imports are on file.")
    return unknown(found.metal_id, subject, reason, source_ids=(SOURCE_ID,), general_reason=general)


def _share(store: Store, metal_id: str, heading: HeadingExposure, subject: str) -> MetalValue:
    share, total, code = heading.share, heading.total, heading.code
    assert share is not None and total is not None and share.of_tonnage is not None
    tonnage = percent(share.of_tonnage)
    value = percent(share.of_value) if share.of_value is not None else ""
    upper = gettext("With Hong Kong, the upper reading: {shares}")
    contents = gettext("HS {code}: {contents}")
    of_form = gettext("{form}: {shares}")  # a share of one form says nothing about the others
    is_whole = is_of_one_material(code)
    return MetalValue(
        metal_id,
        subject,
        ("\n".join(entries(tonnage, value)), tonnage),
        of_form.format(form=code.form, shares=shares_text(share)),
        share.of_tonnage,
        step_of(BUYER, share.of_tonnage),
        form=code.form,
        date=str(total.year),
        flag=total.flag or ("p" if heading.is_preliminary else None),
        flags=entries(
            *flag_words(total, is_preliminary=heading.is_preliminary),
            flag_name(share.flag) if share.flag not in (None, "p") else "",
            remarks(store, total).small,
            "" if is_whole else scope_words(code),
        ),
        details=entries(
            gettext("HS {code} (1992)").format(code=code.hs_code),
            upper.format(shares=upper_text(share)) if share.differs_with_hong_kong else "",
            left_out_text(store, metal_id),
            "" if is_whole else contents.format(code=code.hs_code, contents=contents_text(store, code)),
        ),
        source=SOURCE_NAME,
        source_ids=(SOURCE_ID,),
        confidence=confidence(total.flag),
    )

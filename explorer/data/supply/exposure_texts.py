"""The exposure to what is controlled in words: the line of the list, the card of the overview, the reasons."""

from collections.abc import Mapping

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.metal_names import plain_name, short_name
from explorer.data.numbers import percent
from explorer.data.places import not_an_export, place_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import (
    cautions,
    left_out,
    military_note,
    remarks,
    scope_words,
)
from explorer.data.supply.buyers import CREDIT, LABELLED, buyer_name, buyer_notes, buyer_of, contents_sentence
from explorer.data.supply.coverage_texts import coverage_sentences
from explorer.data.supply.exposure import (
    NO_BUYER,
    NO_EXPORT,
    NO_HEADING,
    NO_IMPORTS,
    NO_YEAR,
    NOT_CONTROLLED,
    NOT_NAMED,
    OTHER_FORM,
    RANKED,
    Exposure,
    Exposures,
    HeadingExposure,
)
from explorer.data.supply.figure_text import entries
from explorer.data.supply.origin_shares import not_named_text, shares_text, upper_text
from explorer.language import gettext, gettext_noop, list_of, ngettext, paragraph


class ExposureText(Struct, frozen=True):
    """The exposure to one metal in words: a title, the figures and what covers them, cautions, and details."""

    title: str
    sentences: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


_LINES: Mapping[str, str] = {
    NOT_NAMED: gettext_noop("{origin} not among the named suppliers, HS {codes}"),
    NO_YEAR: gettext_noop("no reliable year on file, HS {codes}"),
    NO_IMPORTS: gettext_noop("no imports on file, HS {codes}"),
    OTHER_FORM: gettext_noop("not in a controlled form, HS {codes}"),
    NO_HEADING: gettext_noop("not covered by the trade data"),
    NOT_CONTROLLED: gettext_noop("no licence or ban in force"),
}


def gap_text(store: Store, context: Context, gap: str) -> str:
    """Return the sentence on why the imports of a destination cannot be ranked."""
    if gap == NO_BUYER:
        return gettext("Choose a destination: the figures are by importing country.")
    if gap == NO_EXPORT:
        return not_an_export(store, context.origin, context.destination)
    text = gettext("The trade data do not cover imports by {buyer}; this does not mean that there are none.")
    return text.format(buyer=buyer_name(store, buyer_of(context.destination) or ""))


def summary_text(store: Store, found: Exposures) -> str:
    """Return how many metals are controlled, have a heading and are ranked, or why there is no ranking."""
    if found.gap:
        return gap_text(store, found.context, found.gap)
    controlled, with_heading = len(found.controlled), len(found.with_heading)
    count = ngettext(
        "{count} metal is under a licence or ban to {destination}.",
        "{count} metals are under a licence or ban to {destination}.",
        controlled,
    )
    ranked = ngettext(
        "{headings} of them has a customs code in the trade data; {ranked} are ranked by share of tonnage.",
        "{headings} of them have a customs code in the trade data; {ranked} are ranked by share of tonnage.",
        with_heading,
    )
    return paragraph(
        (
            count.format(count=controlled, destination=place_name(store, found.context.destination)),
            ranked.format(headings=with_heading, ranked=len(found.ranked)),
            military_note(store, found.context.destination),
        )
    )


def exposure_line(store: Store, found: Exposure) -> str:
    """Return the key line of a metal in a list that is sorted by exposure."""
    leading = found.leading
    if leading is not None and leading.total is not None:
        return _ranked_line(store, found, leading)
    if found.state == NO_HEADING and found.group:
        text = gettext("not covered alone: see {group}")
        return text.format(group=short_name(store.metal(found.group)))
    codes = ", ".join(h.code.hs_code for h in found.headings if h.state == found.state)
    return gettext(_LINES[found.state]).format(origin=place_name(store, found.origin), codes=codes)


def _ranked_line(store: Store, found: Exposure, heading: HeadingExposure) -> str:
    share, total = heading.share, heading.total
    assert share is not None and total is not None
    text = gettext("{origin} {share} ({value}), {code}, {year}")
    parts = [
        text.format(
            share=percent(share.of_tonnage or 0.0),
            origin=store.country_name(found.origin),
            value=_value_text(heading),
            code=heading.code.hs_code,
            year=total.year,
        ),
        gettext("presumed") if heading.presumed else "",
        gettext("your entry") if heading.your_entry else "",
        scope_words(heading.code) if heading.code.use == LABELLED else "",
        remarks(store, total).small,
    ]
    return ", ".join(entries(*parts))


def _value_text(heading: HeadingExposure) -> str:
    """Return the share of the origin in the value: that of China with Hong Kong where China's own is not on file."""
    share = heading.share
    if share is not None and share.of_value is not None:
        return gettext("value {share}").format(share=percent(share.of_value))
    if share is not None and share.upper_of_value is not None:
        return gettext("value with Hong Kong {share}").format(share=percent(share.upper_of_value))
    return gettext("value unknown")


def exposure_title(store: Store, found: Exposure) -> str:
    """Return the exposure to one metal in a line: the share of the origin, or why it is unknown."""
    buyer, leading = buyer_name(store, found.buyer), _shown(found)
    if leading is None or leading.total is None or leading.share_pct is None:
        text = gettext("Imports by {buyer}: {reason}")
        return text.format(buyer=buyer, reason=exposure_line(store, found))
    text = gettext("Imports by {buyer}: {share} from {origin} ({metal}, {form}, {year})")
    return text.format(
        buyer=buyer,
        share=percent(leading.share_pct),
        origin=place_name(store, found.origin),
        metal=plain_name(store.metal(found.group or found.metal_id)),
        form=leading.code.form,
        year=leading.total.year,
    )


def _shown(found: Exposure) -> HeadingExposure | None:
    """Return the heading to show for a metal: its own, or for a controlled member that of its group."""
    if found.state == NO_HEADING and found.group and found.headings[0].state == RANKED:
        return found.headings[0]
    return found.leading


def exposure_text(store: Store, found: Exposure) -> ExposureText:
    """Return the exposure to one metal with what is behind it, or why there is no share."""
    heading = _shown(found)
    title = exposure_title(store, found)
    if heading is None or heading.share is None or heading.total is None:
        return ExposureText(title, _reasons(store, found))
    share = heading.share
    upper = gettext("With Hong Kong, the upper reading: {shares}.")
    group = gettext("No figures are on file for {metal} alone; these are for {group}.")
    names = {
        "metal": plain_name(store.metal(found.metal_id)),
        "group": plain_name(store.metal(found.group or found.metal_id)),
    }
    return ExposureText(
        title,
        entries(
            group.format(**names) if found.group else "",
            gettext("{shares}.").format(shares=shares_text(share)),
            upper.format(shares=upper_text(share)) if share.differs_with_hong_kong else "",
            *coverage_sentences(heading),
        ),
        entries(
            *cautions(store, heading.total, is_preliminary=heading.is_preliminary),
            left_out_text(store, found.group or found.metal_id),
        ),
        entries(
            *(_other_text(h) for h in found.headings if h is not heading),
            contents_sentence(store, heading.code),
            *buyer_notes(store, found.buyer),
            CREDIT,
        ),
    )


def left_out_text(store: Store, metal_id: str) -> str:
    """Return the headings of a metal that are not shown, empty where there are none."""
    codes = left_out(store, metal_id)
    if not codes:
        return ""
    entry = gettext("{form} (HS {code})")
    text = gettext("Not in these figures: {headings}.")
    return text.format(headings=list_of([entry.format(form=c.form, code=c.hs_code) for c in codes]))


def _other_text(heading: HeadingExposure) -> str:
    """Return the share under another heading of the metal and whether it counts."""
    if heading.covers == "no":
        text = gettext("HS {code}, {form}, is not in a controlled form and does not count.")
        return text.format(code=heading.code.hs_code, form=heading.code.form)
    if heading.state != RANKED or heading.share is None or heading.total is None:
        text = gettext("HS {code}, {form}: no share on file.")
        return text.format(code=heading.code.hs_code, form=heading.code.form)
    text = gettext("HS {code}, {form}, {year}: {shares}.")
    return text.format(
        code=heading.code.hs_code,
        form=heading.code.form,
        year=heading.total.year,
        shares=shares_text(heading.share),
    )


def reason_text(store: Store, found: Exposure) -> str:
    """Return why a metal has no share of its own; empty where it has one."""
    if found.leading is not None:
        return ""
    if found.state == NO_HEADING and found.group:
        text = gettext("No figures are on file for {metal} alone; see {group}.")
        return text.format(
            metal=plain_name(store.metal(found.metal_id)), group=plain_name(store.metal(found.group))
        )
    return paragraph(_reasons(store, found))


def _reasons(store: Store, found: Exposure) -> tuple[str, ...]:
    """Return why a metal has no share."""
    metal = plain_name(store.metal(found.metal_id))
    buyer, origin = buyer_name(store, found.buyer), place_name(store, found.origin)
    codes = list_of([h.code.hs_code for h in found.headings if h.state == found.state])
    texts = {
        NOT_NAMED: not_named_text(store, found.origin),
        NO_YEAR: gettext(
            "No year of the imports by {buyer} under HS {codes} is reliable enough: outliers or thin records."
        ).format(buyer=buyer, codes=codes),
        NO_IMPORTS: gettext(
            "No imports by {buyer} under HS {codes} are on file; this does not mean that there are none."
        ).format(buyer=buyer, codes=codes),
        OTHER_FORM: gettext(
            "Imports of {metal} by {buyer} are on file only in forms that no licence or ban in force covers "
            "(HS {codes})."
        ).format(metal=metal, buyer=buyer, codes=codes),
        NO_HEADING: gettext(
            "The trade data do not cover imports of {metal} by {buyer}; this does not mean that there are none."
        ).format(metal=metal, buyer=buyer),
        NOT_CONTROLLED: gettext("No licence or ban by {origin} on {metal} is in force.").format(
            origin=origin, metal=metal
        ),
    }
    coverage = found.headings[0] if found.state == OTHER_FORM and found.headings else None
    return (
        texts[found.state],
        *((s for s in coverage_sentences(coverage) if s) if coverage is not None else ()),
    )


def exposure_tooltip(store: Store, found: Exposure) -> str:
    """Return all that is behind a line of a list, with the credit of the source where it has a figure."""
    if found.leading is None:
        return reason_text(store, found)
    text = exposure_text(store, found)
    return paragraph((*text.sentences, *text.cautions, *text.details))

"""How far a buyer depends on an origin: every heading, the largest share first, with its flags."""

from explorer.data.finding.answer_pages.content import Field, Line, Listing
from explorer.data.finding.questions.answers.most_dependent import headline_tables, none_text
from explorer.data.finding.questions.answers.origin_headings import ranked_share
from explorer.data.finding.questions.answers.uncovered import uncovered, uncovered_text
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import OPEN_METAL, Action
from explorer.data.metal_names import short_name
from explorer.data.numbers import percent
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import (
    cautions,
    flag_words,
    imports_only_text,
    military_note,
    scope_words,
)
from explorer.data.supply.buyers import (
    CREDIT,
    SOURCE_ID,
    SupplierTable,
    buyer_name,
    buyer_notes,
    buyer_of,
)
from explorer.data.supply.origin_shares import table_share
from explorer.data.words import flag_name
from explorer.language import gettext, ngettext, paragraph


def reliance_listing(
    store: Store, reading: Reading
) -> tuple[str, tuple[str, ...], tuple[str, ...], Listing | None]:
    """Return what the table gives, what limits it, notes, and the table; no table where nothing is on file."""
    buyer = buyer_of(reading.destination) or ""
    ranked: list[SupplierTable] = []
    unranked: list[SupplierTable] = []
    for table in headline_tables(store, buyer, reading):
        (unranked if ranked_share(table, reading.origin) is None else ranked).append(table)
    ranked.sort(key=lambda t: (-(ranked_share(t, reading.origin) or 0.0), t.code.hs_code))
    if not (ranked or unranked):
        return none_text(store, buyer, reading), (), (), None
    text = gettext(
        "Share of {origin} in imports by {buyer}, by customs heading, largest share of tonnage first."
    )
    sentence = text.format(origin=place_name(store, reading.origin), buyer=buyer_name(store, buyer))
    if not ranked:
        sentence = none_text(store, buyer, reading)
    lines = tuple(_line(store, table, reading.origin) for table in (*ranked, *unranked))
    others = uncovered(store, buyer, {table.code.metal_ids[0] for table in (*ranked, *unranked)})
    remarks = (_not_ranked(len(unranked)) if ranked else "", _not_covered(store, buyer, len(others)))
    notes = (
        uncovered_text(store, buyer, others),
        military_note(store, reading.destination),
        *buyer_notes(store, buyer),
        imports_only_text(),
        CREDIT,
    )
    listing = Listing(gettext("Customs headings"), _columns(), lines, (2, 3, 4))
    return sentence, tuple(filter(None, remarks)), (paragraph(notes),), listing


def _columns() -> tuple[tuple[str, int], ...]:
    return (
        (gettext("Metal"), 4),
        (gettext("Heading"), 6),
        (gettext("Of tonnage"), 3),
        (gettext("Of value"), 3),
        (gettext("Year"), 2),
        (gettext("Remarks"), 7),
    )


def _line(store: Store, table: SupplierTable, origin: str) -> Line:
    share, unknown = table_share(table, origin), gettext("unknown")
    heading = gettext("{form}, HS {code} (1992)").format(form=table.code.form, code=table.code.hs_code)
    flags = [*flag_words(table.total, is_preliminary=table.is_preliminary)]
    if share.flag and share.flag != "p":
        flags.append(flag_name(share.flag))
    scope = scope_words(table.code) if table.code.scope != "alone" else ""
    return Line(
        (
            Field(short_name(store.metal(table.code.metal_ids[0]))),
            Field(heading),
            Field(unknown if share.of_tonnage is None else percent(share.of_tonnage), share.of_tonnage),
            Field(unknown if share.of_value is None else percent(share.of_value), share.of_value),
            Field(str(table.year), table.year),
            Field(
                "; ".join(dict.fromkeys(word for word in (*flags, scope) if word)),
                tip=paragraph(cautions(store, table.total, is_preliminary=table.is_preliminary)),
            ),
        ),
        Action(OPEN_METAL, metal=table.code.metal_ids[0], tab="trade", heading=table.code.hs_code),
        source_ids=(SOURCE_ID,),
    )


def _not_ranked(count: int) -> str:
    if not count:
        return ""
    text = ngettext(
        "{count} heading at the end is not ranked because its share is unknown or uncertain.",
        "{count} headings at the end are not ranked because their shares are unknown or uncertain.",
        count,
    )
    return text.format(count=count)


def _not_covered(store: Store, buyer: str, count: int) -> str:
    if not count:
        return ""
    text = ngettext(
        "{count} other metal or material, named below the table, is not ranked; "
        "{buyer} may still depend on imports of it.",
        "{count} other metals and materials, named below the table, are not ranked; "
        "{buyer} may still depend on imports of them.",
        count,
    )
    return text.format(count=count, buyer=buyer_name(store, buyer))

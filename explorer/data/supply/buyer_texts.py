"""The figures of a table of suppliers in words: facts by name, cautions, and what the headings leave out."""

from msgspec import Struct

from explorer.data.controls.status import MILITARY_USERS
from explorer.data.numbers import THIN as THIN_SPACE
from explorer.data.numbers import exact, percent, short, with_unit
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyers import (
    OUTLIER,
    SHOWN_USES,
    THIN,
    SupplierTable,
    buyer_name,
    contents_text,
    supplier_name,
    total_note,
)
from explorer.data.supply.figures import HIGHEST_HHI
from explorer.data.supply.origin_shares import not_named_text, shares_text, table_share, upper_text
from explorer.data.supply.records import BuyerCode, BuyerDependence
from explorer.data.words import flag_name
from explorer.language import gettext, gettext_noop

_HUBS, _SMALL = "re-export hubs: ", "small: "
_SCOPES = {
    "alone": gettext_noop("this material only"),
    "part": gettext_noop("only part of its trade"),
    "mixed": gettext_noop("forms of very different content or price"),
    "basket": gettext_noop("several materials together"),
}
_WANTED = "wanted"


class Remarks(Struct, frozen=True):
    """The parts of the note on a total, with country names: each empty where the note has none."""

    hubs: str
    thin: str
    small: str
    reasons: str


class Fact(Struct, frozen=True):
    """A figure on a table of suppliers: its name, its text, and the key of its term in the glossary."""

    name: str
    text: str
    term: str = ""


def remarks(store: Store, total: BuyerDependence) -> Remarks:
    """Return the parts of the note on a total."""
    parts = [part for part in total_note(store, total).split("; ") if part]
    hubs = [
        part.removeprefix(_HUBS).replace(" %", f"{THIN_SPACE}%") for part in parts if part.startswith(_HUBS)
    ]
    small = [part.removeprefix(_SMALL) for part in parts if part.startswith(_SMALL)]
    thin = [part for part in parts if part.startswith(THIN)]
    rest = [part for part in parts if not part.startswith((_HUBS, _SMALL, THIN))]
    return Remarks(*("; ".join(group) for group in (hubs, thin, small, rest)))


def scope_words(code: BuyerCode) -> str:
    """Return how a heading relates to the material."""
    return gettext(_SCOPES[code.scope])


def heading_text(store: Store, code: BuyerCode) -> str:
    """Return a heading with its official description, scope and what else it contains or leaves out."""
    text = gettext("HS {code} (1992): {heading}. Scope: {scope}. {contents}.")
    return text.format(
        code=code.hs_code,
        heading=code.heading.rstrip("."),
        scope=scope_words(code),
        contents=contents_text(store, code),
    )


def facts(store: Store, table: SupplierTable, origin: str) -> tuple[Fact, ...]:
    """Return the figures on the suppliers of a buyer, the share of the origin first."""
    total, share = table.total, table_share(table, origin)
    place = place_name(store, origin)
    found = [
        Fact(
            gettext("From {origin}").format(origin=place), shares_text(share) or not_named_text(store, origin)
        ),
        Fact(gettext("With Hong Kong (upper reading)"), upper_text(share), "upper"),
        Fact(gettext("Largest supplier"), _largest_text(store, total)),
        Fact(gettext("Re-export hubs"), _hubs_text(store, total), "hubs"),
        Fact(gettext("Concentration (HHI)"), _hhi_text(total), "hhi"),
        Fact(gettext("Number of suppliers"), exact(total.suppliers)),
        Fact(gettext("Unit value"), _unit_value_text(total), "unit_value"),
        Fact(gettext("Total"), total_text(total)),
    ]
    return tuple(fact for fact in found if fact.text)


def total_text(total: BuyerDependence) -> str:
    """Return the quantity and the value of all imports."""
    value = short(total.total_kusd / 1000)
    if total.total_t is None:
        return gettext("tonnage unknown, {value} million USD").format(value=value)
    text = gettext("{quantity}, {value} million USD")
    return text.format(quantity=with_unit(short(total.total_t), "t"), value=value)


def _largest_text(store: Store, total: BuyerDependence) -> str:
    if total.top_supplier is None or total.top_share_pct is None:
        return ""
    return gettext("{supplier}, {share} of tonnage").format(
        supplier=supplier_name(store, total.top_supplier), share=percent(total.top_share_pct)
    )


def _hubs_text(store: Store, total: BuyerDependence) -> str:
    if total.share_hubs_pct is None:
        return ""
    hubs, share = remarks(store, total).hubs, percent(total.share_hubs_pct)
    if not hubs:
        return gettext("{share} of tonnage").format(share=share)
    return gettext("{share} of tonnage ({hubs})").format(share=share, hubs=hubs)


def _hhi_text(total: BuyerDependence) -> str:
    if total.hhi is None:
        return ""
    return gettext("{hhi} of {highest}").format(hhi=exact(total.hhi), highest=exact(HIGHEST_HHI))


def _unit_value_text(total: BuyerDependence) -> str:
    world = short(total.world_usd_t)
    if total.unit_value_usd_t is None:
        return gettext("unknown; world trade {world} USD/t (not a price)").format(world=world)
    text = gettext("{value} USD/t; world trade {world} USD/t (not a price)")
    return text.format(value=short(total.unit_value_usd_t), world=world)


def cautions(store: Store, total: BuyerDependence, *, is_preliminary: bool) -> tuple[str, ...]:
    """Return the sentences that limit the use of a total: outlier, thin record, small amounts, preliminary."""
    found = remarks(store, total)
    sentences = []
    if total.flag == OUTLIER:
        text = gettext("The total has low confidence: {reason}.")
        outlier = gettext("The total has low confidence: it is flagged as an outlier.")
        sentences.append(text.format(reason=found.reasons) if found.reasons else outlier)
    elif found.reasons:
        sentences.append(gettext("Note: {remark}.").format(remark=found.reasons))
    if found.thin:
        text = gettext("Not ranked or compared over time: {remark} (a report is probably missing).")
        sentences.append(text.format(remark=found.thin))
    if found.small:
        sentences.append(gettext("Small imports: {amount}.").format(amount=found.small))
    if is_preliminary:
        text = gettext("Figures for {year} are preliminary; CEPII may revise them substantially.")
        sentences.append(text.format(year=total.year))
    return tuple(sentences)


def flag_words(total: BuyerDependence, *, is_preliminary: bool) -> tuple[str, ...]:
    """Return the flags of a total as words: outlier, thin record, preliminary."""
    return tuple(
        word
        for word in (
            flag_name(OUTLIER) if total.flag == OUTLIER else "",
            gettext("thin record") if THIN in (total.note or "") else "",
            flag_name("p") if is_preliminary else "",
        )
        if word
    )


def row_flags(table: SupplierTable, flag: str | None) -> str:
    """Return the flags of a row as text; every figure of the last year is preliminary, whatever its own flag."""
    own = "" if flag == "p" else flag_name(flag)
    return ", ".join(word for word in (own, flag_name("p") if table.is_preliminary else "") if word)


def flag_terms(total: BuyerDependence, flag: str | None, *, is_preliminary: bool) -> tuple[str, ...]:
    """Return the keys of the glossary for the flags of a row or of a total."""
    thin = THIN in (total.note or "")
    return tuple(
        key for key, is_set in (("o", flag == OUTLIER), ("thin", thin), ("p", is_preliminary)) if is_set
    )


def military_note(store: Store, destination: str) -> str:
    """Return that the figures are those of the whole country, empty where the destination is not military users."""
    if not destination.endswith(MILITARY_USERS):
        return ""
    text = gettext("The figures are for all imports by {buyer}, not only those of {destination}.")
    return text.format(
        buyer=buyer_name(store, destination.removesuffix(MILITARY_USERS)),
        destination=place_name(store, destination),
    )


def imports_only_text() -> str:
    """Return that a share of imports says nothing about stocks, domestic output or scrap."""
    return gettext("A share of imports is not a share of supply.")


def left_out_texts(store: Store, metal_id: str) -> tuple[str, ...]:
    """Return a sentence for each heading of a metal that is not shown, with the reason."""
    refused = gettext("HS {code}, {form}, is not shown: {reason}.")
    wanted = gettext("HS {code}, {form}, is not in the trade data: {reason}.")
    return tuple(
        (wanted if code.use == _WANTED else refused).format(
            code=code.hs_code, form=code.form, reason=contents_text(store, code)
        )
        for code in left_out(store, metal_id)
    )


def left_out(store: Store, metal_id: str) -> tuple[BuyerCode, ...]:
    """Return the headings of a metal that are not shown: refused, or suitable but not in the source."""
    codes = store.buyer_codes.values()
    return tuple(c for c in codes if metal_id in c.metal_ids and c.use not in SHOWN_USES)

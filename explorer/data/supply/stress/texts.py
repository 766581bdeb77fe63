"""The results of a stress test in words: amounts with what bounds them, reasons, and the assumptions."""

from explorer.data.metal_names import plain_name
from explorer.data.numbers import exact, percent, with_unit
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import scope_words
from explorer.data.supply.buyers import (
    LABELLED,
    contents_sentence,
    is_of_one_material,
    labelled_only_text,
    no_suppliers_text,
)
from explorer.data.supply.figures import Concentration
from explorer.data.supply.origin_shares import OriginShare, shares_text, upper_text
from explorer.data.supply.stress.imports import (
    LABELLED_ONLY,
    NO_HEADING,
    NO_IMPORTS,
    NO_YEAR,
    NOT_IMPORTED,
    NOT_NAMED,
    HeadingImports,
    MetalImports,
)
from explorer.data.supply.stress.losses import Largest, Loss
from explorer.data.supply.stress.removal import Removal
from explorer.data.supply.stress.stress_test import IN_GROUP, NO_COUNTRIES, StressRow
from explorer.data.words import flag_name
from explorer.language import gettext, list_of, paragraph

# A smaller share in per cent is shown as less than 0.1 %, which cannot be a lower bound.
SMALLEST_SHARE = 0.05


def at_least(figure: str, is_bound: bool) -> str:
    """Return a figure, as a lower bound where it is one."""
    return gettext("at least {figure}").format(figure=figure) if is_bound else figure


def at_most(figure: str, is_bound: bool) -> str:
    """Return a figure, as an upper bound where it is one."""
    return gettext("at most {figure}").format(figure=figure) if is_bound else figure


def places_text(store: Store, removal: Removal) -> str:
    """Return the countries and blocs that are removed: `China and the European Union`."""
    return list_of([place_name(store, place) for place in removal.places])


def removed_text(store: Store, removal: Removal) -> str:
    """Return all that is removed: `China, the European Union and Umicore`."""
    return list_of([*(place_name(store, place) for place in removal.places), *removal.companies])


def lost_text(found: Loss) -> str:
    """Return the amount lost with its unit, empty where it is unknown."""
    if found.lost is None:
        return ""
    return at_least(with_unit(exact(found.lost), found.table.unit), found.at_least)


def lost_share_text(found: Loss) -> str:
    """Return the share of the world total that is lost, empty where it is unknown."""
    if found.lost_pct is None:
        return ""
    if found.at_least and found.lost_pct < SMALLEST_SHARE:
        return gettext("more than {figure}").format(figure=percent(0.0))
    return at_least(percent(found.lost_pct), found.at_least)


def remaining_text(found: Loss) -> str:
    """Return what remains with its unit, empty where it is unknown."""
    if found.remaining is None:
        return ""
    return at_most(with_unit(exact(found.remaining), found.table.unit), found.at_least)


def largest_text(store: Store, found: Largest | None) -> str:
    """Return the largest producers with the share of each, empty where they are unknown."""
    if found is None:
        return ""
    names = list_of([store.country_name(row.country_id) for row in found.rows])
    text = gettext("{countries} {share}")
    if found.is_uncertain:
        text = gettext("{countries} {share} (largest named)")
    return text.format(countries=names, share=at_least(percent(found.share_pct), found.at_least))


def hhi_text(found: Concentration | None) -> str:
    """Return an HHI, empty where it is unknown."""
    return at_least(exact(round(found.hhi)), found.at_least) if found is not None else ""


def flags_text(found: Loss) -> str:
    """Return the flags of a loss and its shares: estimated, withheld, a total that is the sum of the rows."""
    words = [flag_name(found.total_flag or found.flag)]
    if found.withheld:
        words.append(flag_name("W"))
    words.append(sum_text(found))
    return "; ".join(word for word in words if word)


def sum_text(found: Loss) -> str:
    """Return that the total is the sum of the rows, empty where it is the published one."""
    return gettext("total: sum of the rows, which exceeds the rounded total") if found.total_is_sum else ""


def reason_text(store: Store, row: StressRow) -> str:
    """Return why the loss of a metal, or its share, is unknown or only a minimum; empty where neither is."""
    if row.loss is None:
        return _gap_text(store, row)
    reasons = []
    if row.loss.withheld:
        names = list_of([store.country_name(r.country_id) for r in row.loss.withheld])
        reasons.append(gettext("withheld: {countries}").format(countries=names))
    if row.loss.at_least and row.loss.not_named:
        reasons.append(_not_named_text(store, row.loss.not_named))
    if row.loss.total is None:
        reasons.append(gettext("no world total published"))
    return "; ".join(reasons)


def _gap_text(store: Store, row: StressRow) -> str:
    if row.gap == IN_GROUP:
        text = gettext("counted with its group ({group})")
        return text.format(group=plain_name(store.metal(row.owner)))
    if row.gap == NO_COUNTRIES:
        return gettext("only a world total on file")
    return gettext("no production on file")


def _not_named_text(store: Store, countries: tuple[str, ...]) -> str:
    if len(countries) == 1:
        text = gettext("{country} is not named and may be included in “other countries”")
        return text.format(country=store.country_name(countries[0]))
    return gettext(
        "{count} of the countries removed are not named and may be included in “other countries”"
    ).format(count=len(countries))


def imports_text(heading: HeadingImports) -> str:
    """Return the share of the removed countries under a heading with year, flag and note, or why it is unknown."""
    if heading.total is None:
        text = gettext("no usable figures (HS {code}, {form})")
        return text.format(code=heading.code.hs_code, form=heading.code.form)
    text = gettext("{shares} (HS {code}, {form}, {year})")
    if heading.is_preliminary:
        text = gettext("{shares} (HS {code}, {form}, {year}, preliminary)")
    found = text.format(
        shares=import_shares_text(heading),
        code=heading.code.hs_code,
        form=heading.code.form,
        year=heading.total.year,
    )
    return gettext("{imports}; {note}").format(imports=found, note=heading.note) if heading.note else found


def import_shares_text(heading: HeadingImports) -> str:
    """Return the shares under a heading, with the scope of the heading where it is not of this material only."""
    if is_of_one_material(heading.code):
        return _shares_text(heading)
    return gettext("{shares}; {scope}").format(shares=_shares_text(heading), scope=scope_words(heading.code))


def _shares_text(heading: HeadingImports) -> str:
    """Return the shares of tonnage and value under a heading, with the upper reading where it differs."""
    if heading.state == NOT_IMPORTED:
        return gettext("not among the suppliers")
    if heading.state == NOT_NAMED:
        return gettext("not among the named suppliers")
    share = OriginShare(
        "", heading.of_tonnage, heading.of_value, heading.upper_of_tonnage, heading.upper_of_value
    )
    text = at_least(shares_text(share), heading.at_least)
    if not share.differs_with_hong_kong:
        return text
    return gettext("{shares}; with Hong Kong {upper}").format(shares=text, upper=upper_text(share))


def imports_gap(found: MetalImports) -> str:
    """Return in a few words why no share of imports is known, empty where one is."""
    return {
        LABELLED_ONLY: gettext("only under codes that match the metal poorly"),
        NO_HEADING: gettext("no customs code on file"),
        NO_IMPORTS: gettext("no imports on file"),
        NO_YEAR: gettext("no usable year"),
    }.get(found.state, "")


def labelled_text(store: Store, found: MetalImports) -> str:
    """Return the shares under the headings that match a metal poorly, each with what it contains."""
    labelled = [h for h in found.headings if h.code.use == LABELLED]
    return paragraph(
        s
        for h in labelled
        for s in (gettext("{imports}.").format(imports=imports_text(h)), contents_sentence(store, h.code))
    )


def no_imports_text(store: Store, row: StressRow, buyer: str) -> str:
    """Return why there is no share of a buyer's imports, empty where there is one."""
    found: MetalImports | None = row.imports
    if found is None:
        return ""
    if found.state in (NO_HEADING, NO_IMPORTS):
        return no_suppliers_text(store, row.metal_id, buyer)
    if found.state == LABELLED_ONLY:
        return labelled_only_text(store, buyer, [h.code for h in found.headings])
    if found.state == NO_YEAR:
        return gettext("The figures are too uncertain in every year.")
    return ""

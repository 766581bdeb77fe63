"""The metals that an answer on all imports of a buyer leaves out: they are named, so that no gap is silent."""

from collections.abc import Collection

from explorer.data.hints import hint
from explorer.data.metal_names import plain_name
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_name, headings, supplier_tables
from explorer.data.supply.dependence import HEADLINE_USE
from explorer.language import gettext, list_of, paragraph


def uncovered(store: Store, buyer: str, shown: Collection[str]) -> tuple[str, ...]:
    """Return the metals with no table among those shown; the members of a group share its table."""
    return tuple(m for m in store.metals if supplier_tables(store, m, buyer)[0] not in shown)


def uncovered_text(store: Store, buyer: str, metals: Collection[str]) -> str:
    """Return the names of the metals that have no usable figures, and of those with poorly matching headings only."""
    poorly = [m for m in metals if _has_only_poor_headings(store, m, buyer)]
    without = [m for m in metals if m not in poorly]
    labelled = hint(
        window=gettext(
            "On file only under customs codes that match the metal poorly, and not ranked: {metals}; see Suppliers."
        ),
        command=gettext(
            "On file only under customs codes that match the metal poorly, and not ranked: {metals}; "
            "`minor-metals show METAL --buyer {buyer_id}` shows the suppliers of each."
        ),
    )
    missing = gettext(
        "No usable trade figures are on file for {metals}; {buyer} may still depend on imports of them."
    )
    return paragraph(
        text.format(
            metals=list_of([plain_name(store.metal(m)) for m in named]),
            buyer=buyer_name(store, buyer),
            buyer_id=buyer,
        )
        for text, named in ((labelled, poorly), (missing, without))
        if named
    )


def _has_only_poor_headings(store: Store, metal_id: str, buyer: str) -> bool:
    owner, codes = headings(store, metal_id)
    own = supplier_tables(store, metal_id, buyer)[1] if owner == metal_id else {}
    return bool(own) and all(code.use != HEADLINE_USE for code in codes)

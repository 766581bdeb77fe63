"""The suppliers of a buyer as `show` prints them: one table per customs heading, for its latest year."""

from typing import Any

from msgspec.structs import asdict

from explorer.commands.support.output import number, plain, share, table
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.data.supply.buyer_texts import row_flags
from explorer.data.supply.buyers import (
    CREDIT,
    SOURCE_ID,
    SupplierTable,
    buyer_name,
    buyer_notes,
    china_shares_text,
    confidence,
    headings,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
    total_note,
)
from explorer.language import gettext


def suppliers_text(store: Store, metal_id: str, buyer: str) -> tuple[str, tuple[str, ...]]:
    """Return the suppliers of a buyer and their source, or the sentence that explains why there are none."""
    owner, tables = supplier_tables(store, metal_id, buyer)
    if not tables:
        return no_suppliers_text(store, metal_id, buyer), ()
    group = short_name(store.metal(owner))
    parts = [] if owner == metal_id else [gettext("Figures for the group: {group}").format(group=group)]
    parts += [_table_text(store, own[-1]) for own in tables.values()]
    parts += buyer_notes(store, buyer)
    return "\n\n".join([*parts, CREDIT]), (SOURCE_ID,)


def _table_text(store: Store, by_supplier: SupplierTable) -> str:
    total = by_supplier.total
    flags = row_flags(by_supplier, total.flag)
    code = by_supplier.code
    year = f"{by_supplier.year} ({flags})" if flags else str(by_supplier.year)
    head = gettext("HS {code} (1992), {form}, {year}").format(code=code.hs_code, form=code.form, year=year)
    rows = [
        (
            supplier_name(store, row.partner),
            number(row.quantity_t),
            share(row.share_pct),
            share(by_supplier.value_share_pct(row)),
            row_flags(by_supplier, row.flag),
        )
        for row in by_supplier.suppliers
    ]
    header = (
        gettext("Supplier"),
        gettext("Tonnes"),
        gettext("Share of tonnage"),
        gettext("Share of value"),
        gettext("Flag"),
    )
    lines = [
        head,
        code.what_else,
        table(header, rows, right=(1, 2, 3)),
        gettext("Total: {tonnes} t, {value} thousand USD").format(
            tonnes=number(total.total_t), value=number(total.total_kusd)
        ),
    ]
    if china_shares_text(total):
        lines.append(plain(china_shares_text(total)))
    note = total_note(store, total)
    if note:
        lines.append(gettext("Note: {note}").format(note=note))
    return "\n".join(lines)


def suppliers_dict(store: Store, metal_id: str, buyer: str) -> dict[str, Any]:
    """Return the suppliers of a buyer, every heading and year, as plain values."""
    owner, tables = supplier_tables(store, metal_id, buyer)
    return {
        "buyer": buyer,
        "name": buyer_name(store, buyer),
        "of": owner,
        "credit": CREDIT,
        "notes": list(buyer_notes(store, buyer)),
        "source_ids": [SOURCE_ID] if tables else [],
        "covered": bool(headings(store, metal_id)[1]),
        "reason": None if tables else no_suppliers_text(store, metal_id, buyer),
        "headings": [_heading_dict(own) for own in tables.values()],
    }


def _heading_dict(tables: tuple[SupplierTable, ...]) -> dict[str, Any]:
    code = tables[0].code
    return {
        "hs_code": code.hs_code,
        "hs_edition": code.hs_edition,
        "form": code.form,
        "heading": code.heading,
        "scope": code.scope,
        "use": code.use,
        "what_else": code.what_else,
        "years": [_year_dict(year) for year in tables],
    }


def _year_dict(by_supplier: SupplierTable) -> dict[str, Any]:
    key = ("buyer", "metal_id", "form", "hs_code")
    total = {name: value for name, value in asdict(by_supplier.total).items() if name not in key}
    return {
        **total,
        "preliminary": by_supplier.is_preliminary,
        "confidence": confidence(by_supplier.total.flag),
        "suppliers": [
            {
                "partner": row.partner,
                "quantity_t": row.quantity_t,
                "value_kusd": row.value_kusd,
                "share_pct": row.share_pct,
                "value_share_pct": _rounded(by_supplier.value_share_pct(row)),
                "flag": row.flag,
            }
            for row in by_supplier.suppliers
        ],
    }


def _rounded(share: float | None) -> float | None:
    """Return a share with the two decimals that the published ones have."""
    return None if share is None else round(share, 2)

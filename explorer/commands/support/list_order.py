"""What `list --sort` shows of each metal: the value by which it is sorted, as text and as plain values."""

from collections.abc import Iterable
from typing import Any

from explorer.commands.support.figures import reliance_value
from explorer.commands.support.output import plain, unknown
from explorer.commands.support.price_figures import since_control_text
from explorer.data.context import Context
from explorer.data.controls.item_record import plain as as_plain
from explorer.data.dates import show
from explorer.data.metal_order import SINCE_CONTROL, ListedMetal, listed_metal, sort_key
from explorer.data.numbers import percent
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.list_figures import OriginShare, list_figures
from explorer.data.terms import output_word
from explorer.data.words import flag_name
from explorer.language import gettext, gettext_noop

_FIGURES = ("share", "reliance", SINCE_CONTROL)
_HEADERS = {
    "share": gettext_noop("Origin's share"),
    "reliance": gettext_noop("US net import reliance"),
    "first_controlled": gettext_noop("First controlled"),
    SINCE_CONTROL: gettext_noop("Price since control"),
}


def in_order(store: Store, metals: Iterable[Metal], context: Context, sort: str) -> list[ListedMetal]:
    """Return metals in an order, those that only lists or trade figures name after the others."""
    figures = list_figures(store) if sort in _FIGURES else None
    listed = sorted((listed_metal(store, m, context, figures) for m in metals), key=sort_key(sort))
    return sorted(listed, key=lambda m: m.metal.profile == "brief")


def header(sort: str) -> tuple[str, ...]:
    """Return the title of the column with the values of an order, none where the table has them anyway."""
    return (gettext(_HEADERS[sort]),) if sort in _HEADERS else ()


def cell(store: Store, listed: ListedMetal, context: Context, sort: str) -> tuple[str, ...]:
    """Return the value of a metal for the column of an order."""
    if sort == "share":
        return (_share_text(listed.share),)
    if sort == "reliance":
        return (_reliance_text(listed),)
    if sort == "first_controlled":
        return (show(listed.first_controlled) or gettext("none on file"),)
    if sort == SINCE_CONTROL and listed.since_control is not None:
        return (since_control_text(store, listed.since_control, context),)
    return ()


def value(listed: ListedMetal, sort: str) -> dict[str, Any]:
    """Return the value of a metal for the JSON of an order: None where it is unknown."""
    if sort == "share":
        return {"share": _share_dict(listed.share)}
    if sort == "reliance":
        return {"reliance": as_plain(listed.reliance, "metal_id") if listed.reliance is not None else None}
    if sort == "first_controlled":
        return {"first_controlled": listed.first_controlled}
    return {}


def _share_text(found: OriginShare | None) -> str:
    if found is None or found.share.share_pct is None:
        return unknown()
    text = (
        gettext("{share} of {output} {year} ({form}; {flag})")
        if found.share.row.flag
        else gettext("{share} of {output} {year} ({form})")
    )
    return plain(
        text.format(
            share=percent(found.share.share_pct),
            output=output_word(found.table.stage),
            year=found.table.year,
            form=found.table.form,
            flag=flag_name(found.share.row.flag),
        )
    )


def _reliance_text(listed: ListedMetal) -> str:
    row = listed.reliance
    if row is None:
        return unknown()
    text = gettext("{value}, {year} ({form}; {flag})") if row.flag else gettext("{value}, {year} ({form})")
    fields = {"value": reliance_value(row), "year": row.year, "form": row.form}
    return plain(text.format(flag=flag_name(row.flag), **fields))


def _share_dict(found: OriginShare | None) -> dict[str, Any] | None:
    """Return the share of the origin with its table; the per cent is None where it was not published."""
    if found is None:
        return None
    table, row = found.table, found.share.row
    pct = found.share.share_pct
    return {
        "country": row.country_id,
        "share_pct": None if pct is None else round(pct, 2),
        "stage": table.stage,
        "form": table.form,
        "year": table.year,
        "publisher": table.publisher,
        "flag": row.flag,
        "confidence": row.confidence,
        "source_ids": list(row.source_ids),
    }

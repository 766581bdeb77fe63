"""The rows of controlled items."""

from itertools import takewhile

from explorer.data.finding.candidates import Request
from explorer.data.finding.code_verdicts import item_state
from explorer.data.finding.rows import ITEMS, OPEN_ITEM, Action, Ranges, Row
from explorer.data.metal_names import short_name
from explorer.data.places import place_name
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name
from explorer.language import gettext


def open_item(item: Item, code: str = "") -> Action:
    """Return the action that shows an item, marked, on the card of its measure, and the verdict on a code."""
    return Action(
        OPEN_ITEM,
        metal=item.metal_id,
        tab="controls",
        measure=item.measure_id,
        item=item.item_id,
        code=code,
    )


def item_row(request: Request, item: Item, hs_code: str = "", wanted: str = "", typed: str = "") -> Row:
    """Return the row of an item: its codes and wording, its metal, its measure and the state of that.

    `hs_code` is the customs code by which it was found, `wanted` the code that was looked for, and `typed` that code as
    the reader wrote it where there is a verdict on it.
    """
    store = request.store
    code = item.control_code
    title = gettext("{code} · {item}").format(code=code, item=item.description) if code else item.description
    chinese = _chinese(store, item.item_id)
    detail = request.with_chinese(title, _detail(request, item, hs_code), chinese)
    return Row(
        kind="item",
        key=item.item_id,
        group=ITEMS,
        title=title,
        detail=detail,
        title_zh=chinese,
        metal_id=item.metal_id,
        action=open_item(item, typed),
        title_marks=request.marks(title),
        detail_marks=_shared_digits(detail, hs_code, wanted) or request.marks(detail),
    )


def _shared_digits(detail: str, hs_code: str, wanted: str) -> Ranges:
    """Return the digits at the start of a detail that its code shares with another one."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(hs_code, wanted, strict=False)))
    return ((0, shared),) if shared and detail.startswith(hs_code) else ()


def _detail(request: Request, item: Item, hs_code: str) -> str:
    store = request.store
    measure = store.measures[item.measure_id]
    state = item_state(store, item, request.context)
    rule = gettext("{kind}, {state}").format(kind=measure_kind(measure), state=state) if state else ""
    place = (
        ""
        if measure.destination == "ALL"
        else gettext("to {destination}").format(destination=place_name(store, measure.destination))
    )
    origin = (
        ""
        if measure.jurisdiction == request.context.origin
        else gettext("from {origin}").format(origin=place_name(store, measure.jurisdiction))
    )
    parts = (hs_code, short_name(store.metal(item.metal_id)), origin, place, rule, measure_name(measure))
    return " · ".join(part for part in parts if part)


def _chinese(store: Store, item_id: str) -> str:
    rows = store.query("SELECT title_zh FROM search WHERE kind = 'item' AND key = ?", item_id)
    return rows[0][0] or "" if rows else ""

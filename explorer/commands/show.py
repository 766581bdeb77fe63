"""`minor-metals show`: one metal with its measures and figures."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import Any

from explorer.commands.status import measures_table, purchasing_text, sentence
from explorer.commands.support import figures, items, latest_figures, suppliers
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context, title
from explorer.commands.support.options import add_buyer, add_context, add_metal
from explorer.commands.support.output import print_json, section, table, unknown, wrap
from explorer.commands.support.price_figures import since_control_dict
from explorer.data.citation import citation
from explorer.data.context import Context
from explorer.data.controls import item_record
from explorer.data.controls.headline import beyond
from explorer.data.controls.service import Controls
from explorer.data.controls.status import ENDED, Status
from explorer.data.controls.status_record import status_dict
from explorer.data.finding.lookup import find_buyer, find_metal
from explorer.data.metal_names import plain_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_name, buyer_of
from explorer.data.supply.dependence import dependence_text, import_dependence
from explorer.data.supply.figure_text import KeyFigureText
from explorer.data.supply.figures import WORLD
from explorer.data.supply.price_change import price_since_first_control
from explorer.data.supply.records import Use
from explorer.data.terms import group_word, metal_kind_word
from explorer.language import gettext, gettext_noop

_TEXT_WIDTH = 100


def add_arguments(parser: ArgumentParser) -> None:
    """Add the metal, the buyer and the context."""
    add_metal(parser)
    add_buyer(parser)
    add_context(parser)


def run(args: Namespace) -> int:
    """Print one metal: names, uses, measures, the latest figures with their sources."""
    with open_store(args) as store:
        context = read_context(args, store)
        metal = find_metal(store, args.metal)
        status = Controls.of(store).status(metal.metal_id, context)
        latest = latest_figures.latest(store, metal, context.as_of)
        dependence = dependence_text(store, import_dependence(store, metal.metal_id, context.destination))
        buyer = buyer_of(context.destination) if args.buyer is None else find_buyer(store, args.buyer)
        if args.json:
            print_json(_as_dict(store, metal, status, latest, dependence, buyer))
        else:
            print(_text(store, metal, context, status, latest, dependence, buyer))
    return 0


def _as_dict(
    store: Store,
    metal: Metal,
    status: Status,
    latest: latest_figures.Latest,
    dependence: KeyFigureText,
    buyer: str | None,
) -> dict[str, Any]:
    head = Controls.of(store).headline(metal.metal_id, status.context)
    return {
        "metal": metal.metal_id,
        "symbol": metal.symbol,
        "atomic_number": metal.atomic_number,
        "name_en": metal.name_en,
        "name_zh": metal.name_zh,
        "pinyin": metal.pinyin,
        "kind": metal.kind,
        "metal_group": metal.metal_group,
        "member_of": metal.member_of,
        "profile": metal.profile,
        "main_source": metal.main_source,
        "by_product_of": list(metal.by_product_of),
        "summary": metal.summary,
        "source_ids": list(metal.source_ids),
        "headline": {"pill": head.pill, "sentence": head.sentence, "detail": head.detail},
        "status": status_dict(store, status),
        "uses": [_use_dict(u) for u in store.uses(metal.metal_id)],
        **latest_figures.as_dict(latest, dependence, status.context.as_of),
        "price_since_control": since_control_dict(
            store, price_since_first_control(store, metal.metal_id, status.context), status.context
        ),
        "items": item_record.items_dict(store, item_record.items_of(store, status)),
        "measure_texts": item_record.measure_texts(store, status),
        "parties": items.parties_dict(store, status),
        "suppliers": suppliers.suppliers_dict(store, metal.metal_id, buyer) if buyer else None,
    }


def _use_dict(use: Use) -> dict[str, Any]:
    return {
        "use": use.use,
        "sector": use.sector_id,
        "share_pct": use.share_pct,
        "qualifier": use.qualifier,
        "region": use.region,
        "year": use.year,
        "basis": use.basis,
        "source_ids": list(use.source_ids),
    }


def _text(
    store: Store,
    metal: Metal,
    context: Context,
    status: Status,
    latest: latest_figures.Latest,
    dependence: KeyFigureText,
    buyer: str | None,
) -> str:
    parts = ["\n".join(_names(store, metal)), _status_part(store, metal, context, status)]
    controlled = item_record.items_of(store, status)
    if controlled:
        parts.append(section(gettext("Controlled items"), items.items_text(store, controlled, context.as_of)))
    named = items.parties_text(store, status)
    if named:
        parts.append(section(gettext("Named parties"), named))
    uses = store.uses(metal.metal_id)
    parts.append(section(gettext("Uses"), _uses_table(store, uses) if uses else unknown()))
    parts += filter(None, [figures.later_sentence(latest, context.as_of)])
    parts += [
        section(heading, text)
        for heading, text in figures.sections(store, latest, context, metal.metal_id, dependence)
    ]
    used = [*metal.source_ids, *(i for u in uses for i in u.source_ids), *latest.source_ids]
    used += dependence.source_ids
    if buyer:
        heading = gettext("Suppliers to {buyer}").format(buyer=buyer_name(store, buyer))
        text, source_ids = suppliers.suppliers_text(store, metal.metal_id, buyer)
        parts.append(section(heading, text))
        used += source_ids
    parts.append(section(gettext("Sources"), citation(store, used)))
    return "\n\n".join(parts)


def _names(store: Store, metal: Metal) -> Iterable[str]:
    name = f"{title(metal)} ({metal.pinyin})"
    if metal.symbol:
        name = f"{name}, {metal.symbol} {metal.atomic_number}"
    yield gettext("{name}: {group} ({kind})").format(
        name=name,
        group=group_word(metal),
        kind=metal_kind_word(metal),
    )
    if metal.member_of:
        yield gettext("Member of the group {group}").format(group=store.metal(metal.member_of).name_en)
    yield from wrap(metal.summary, _TEXT_WIDTH)
    yield gettext("Main source: {source}").format(source=metal.main_source or unknown())
    if metal.by_product_of:
        names = (plain_name(store.metal(m)) if m in store.metals else m for m in metal.by_product_of)
        yield gettext("By-product of: {metals}").format(metals=", ".join(names))
    if metal.note:
        yield gettext("Note: {note}").format(note=metal.note)


def _status_part(store: Store, metal: Metal, context: Context, status: Status) -> str:
    head = Controls.of(store).headline(metal.metal_id, context)
    lines = [sentence(store, metal, context), head.detail, beyond(store, context.as_of)]
    current = tuple(m for m in status.measures if m.state != ENDED)
    tables = [
        measures_table(store, current, status.context.as_of) if current else "",
        purchasing_text(store, status),
    ]
    text = "\n".join(line for line in lines if line)
    return section(gettext("Controls"), "\n\n".join(part for part in (text, *tables) if part))


def _uses_table(store: Store, uses: tuple[Use, ...]) -> str:
    rows = [
        (
            figures.qualified(u.share_pct, u.qualifier),
            _region(store, u.region),
            str(u.year or ""),
            store.sectors[u.sector_id].name_en,
            u.use,
        )
        for u in uses
    ]
    header = (
        gettext("Share, %"),
        gettext("Region"),
        gettext("Year"),
        gettext("Sector"),
        gettext("Use"),
    )
    return table(header, rows, right=(0,))


def _region(store: Store, region: str | None) -> str:
    if region == WORLD:
        return gettext("World")
    return store.country_name(region) if region else ""


COMMAND = Command(
    "show",
    gettext_noop("Show one metal: uses, measures and the latest figures with their sources."),
    add_arguments,
    run,
)

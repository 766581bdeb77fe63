"""Three questions with their answers, made from the data for the destination; the search answers them in full."""

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.dates import show
from explorer.data.metal_names import plain_name, short_name
from explorer.data.numbers import percent
from explorer.data.places import ALL, place_name
from explorer.data.store import Store
from explorer.data.supply.default_tables import default_production
from explorer.data.terms import output_word
from explorer.data.words import flag_name, measure_rule
from explorer.language import gettext, ngettext, paragraph

EXAMPLES = 3


class Example(Struct, frozen=True):
    """A question that the search understands as it is, and a short answer."""

    question: str
    answer: str


def examples(store: Store, context: Context, metal_ids: Sequence[str]) -> tuple[Example, ...]:
    """Return three questions on metals, the first of which matters most on the day."""
    return tuple(islice(_examples(store, context, metal_ids), EXAMPLES))


def _examples(store: Store, context: Context, metal_ids: Sequence[str]) -> Iterator[Example]:
    for metal_id in metal_ids[:1]:
        yield _status(store, metal_id, context)
    yield _licences(store, context)
    yield from (found for metal_id in metal_ids if (found := _producers(store, metal_id)) is not None)
    for metal_id in metal_ids:
        yield _first_control(store, metal_id, context)


def _status(store: Store, metal_id: str, context: Context) -> Example:
    fields = {
        "metal": plain_name(store.metal(metal_id)),
        "origin": place_name(store, context.origin),
        "destination": place_name(store, context.destination),
    }
    if context.destination == ALL:
        question = gettext("May {metal} leave {origin}?").format(**fields)
    else:
        question = gettext("May {metal} go to {destination}?").format(**fields)
    head = Controls.of(store).headline(metal_id, context)
    short = paragraph((head.in_force, head.waiting, head.entries))
    return Example(
        question, head.sentence if context.destination == ALL else short
    )  # which may be stricter somewhere


def _licences(store: Store, context: Context) -> Example:
    if context.destination == ALL:
        question = gettext("What needs a licence?")
    else:
        question = gettext("What needs a licence to {destination}?").format(
            destination=place_name(store, context.destination)
        )
    in_force = (Controls.of(store).in_force_kind(metal_id, context) for metal_id in store.metals)
    found = [strictest for strictest in in_force if strictest.kind == "licence"]
    answer = ngettext(
        "{count} of {total} metals and materials, at least in some forms.",
        "{count} of {total} metals and materials, at least in some forms.",
        len(found),
    ).format(count=len(found), total=len(store.metals))
    presumed = sum(strictest.presumed for strictest in found)
    remark = ngettext(
        "For {count} of them, this is presumed.", "For {count} of them, this is presumed.", presumed
    )
    by_entry = sum(strictest.your_entry for strictest in found)
    own = ngettext(
        "For {count} of them, this is based on your entry.",
        "For {count} of them, this is based on your entries.",
        by_entry,
    )
    remarks = [
        remark.format(count=presumed) if presumed else "",
        own.format(count=by_entry) if by_entry else "",
    ]
    return Example(question, paragraph((answer, *remarks)))


def _producers(store: Store, metal_id: str) -> Example | None:
    """Return the question of who makes a metal, with the largest producer's share; None if no share is on file."""
    supply_of, table = default_production(store, metal_id)
    shares = table.shares if table is not None else ()
    if table is None or not shares or shares[0].share_pct is None:
        return None
    largest = shares[0]
    text = (
        gettext("{country}: {share} of {output} ({metal}, {year}; {flag}).")
        if largest.row.flag
        else gettext("{country}: {share} of {output} ({metal}, {year}).")
    )
    question = gettext("Who makes {metal}?").format(metal=plain_name(store.metal(metal_id)))
    answer = text.format(
        country=store.country_name(largest.row.country_id),
        share=percent(largest.share_pct or 0),
        output=output_word(table.stage),
        metal=short_name(store.metal(supply_of)),
        year=table.year,
        flag=flag_name(largest.row.flag),
    )
    return Example(question, answer)


def _first_control(store: Store, metal_id: str, context: Context) -> Example:
    question = gettext("Since when is {metal} controlled?").format(metal=plain_name(store.metal(metal_id)))
    first = Controls.of(store).answer(metal_id, context).first
    if first is None:
        return Example(question, gettext("No licence requirement or ban that was in force is on file."))
    day, measure = first
    answer = gettext("First {rule} on file: {day}.").format(rule=measure_rule(measure), day=show(day))
    return Example(question, answer)

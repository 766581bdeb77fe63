"""Since when each metal is controlled: its first licence requirement or ban in force by the as-of date."""

from collections.abc import Iterable, Iterator

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.dates import show
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.unknown_values import unknown
from explorer.data.places import not_an_export, place_name
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name
from explorer.language import gettext


def first_control_values(store: Store, context: Context, metal_ids: Iterable[str]) -> Iterator[MetalValue]:
    """Yield the first day on which a licence requirement or ban was in force; its date is the value."""
    subject = gettext("First licence requirement or ban")
    controls = Controls.of(store)
    text = gettext(
        "No licence requirement or ban on file for exports from {origin} to {destination} had taken "
        "effect by {day}."
    )
    none = text.format(
        origin=place_name(store, context.origin),
        destination=place_name(store, context.destination),
        day=show(context.as_of),
    )
    refusal = not_an_export(store, context.origin, context.destination)
    for metal_id in metal_ids:
        first = controls.first_control(metal_id, context)
        if refusal or first is None or first[0] > context.as_of:
            yield unknown(metal_id, subject, refusal or none, gettext("none on file"))
            continue
        day, measure = first
        detail = gettext("{kind}, {measure}")
        yield MetalValue(
            metal_id,
            subject,
            (show(day),),
            show(day),
            date=day.isoformat(),
            details=(detail.format(kind=measure_kind(measure), measure=measure_name(measure)),),
            source_ids=measure.source_ids,
            confidence=measure.confidence,
        )

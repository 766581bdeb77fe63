"""The countries that control the export of a metal on the as-of date, each by the status rule."""

from collections.abc import Iterator

from msgspec.structs import replace

from explorer.charts.builders.content import Content, join_subtitle
from explorer.charts.builders.subject import Subject
from explorer.charts.spec import Axis, Missing, Point, Series
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.pill import PILL_STATES
from explorer.data.controls.service import Controls
from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.places import not_an_export, origins, place_name
from explorer.data.store import Store
from explorer.language import gettext, paragraph

KIND = "map"
NOTHING = "none"


def controls_content(store: Store, metal_id: str, context: Context) -> Content | Missing:
    """Describe the status of a metal in each country with measures on it; the destination counts, the origin does not.

    A bloc stands for its members.
    """
    metal = store.metal(metal_id)
    title, heading = Subject(metal, metal).titles(
        gettext("export controls by country, {day}").format(day=show(context.as_of))
    )
    found = sorted(_points(store, metal_id, context), key=_order)
    destination = place_name(store, context.destination)
    if not found:
        text = gettext(
            "No export controls on {metal} to {destination} are on file as of {day}; some may exist."
        )
        metal_name, day = plain_name(metal), show(context.as_of)
        reason = text.format(metal=metal_name, destination=destination, day=day)
        return Missing(KIND, reason, metal_id, title, heading)
    return Content(
        kind=KIND,
        title=title,
        heading=heading,
        subtitle=join_subtitle(
            gettext("Each exporting country’s own measures"),
            gettext("exports to {destination}").format(destination=destination),
        ),
        x=Axis("value", gettext("Status")),
        y=Axis("category", gettext("Country")),
        series=(Series(gettext("Status"), tuple(replace(p, x=n) for n, p in enumerate(found))),),
        notes=tuple(filter(None, _notes(store, context))),
    )


def _order(point: Point) -> tuple[int, str]:
    return PILL_STATES.index(point.word_key), point.label


def _points(store: Store, metal_id: str, context: Context) -> Iterator[Point]:
    """Yield a point for each jurisdiction with a measure; a bloc stands for its members without one of their own."""
    found = {}
    for origin in origins(store):
        here = replace(context, origin=origin.place_id)
        if not not_an_export(store, here.origin, here.destination):
            point = _point(store, metal_id, here, origin.name)
            if point is not None:
                found[origin.place_id] = point
    for place_id, point in found.items():
        members = store.bloc_members.get(place_id, frozenset())
        yield replace(point, members=tuple(sorted(members - found.keys())))


def _point(store: Store, metal_id: str, here: Context, name: str) -> Point | None:
    """Return the status in an origin, None where it has no measure of its own."""
    controls = Controls.of(store)
    words, state = controls.pill(metal_id, here, with_end=True)
    answer, headline = controls.answer(metal_id, here), controls.headline(metal_id, here)
    measures = [m.measure for m in answer.status.measures]
    measures += [store.measures[item.measure_id] for item in answer.forms]
    if state == NOTHING or not any(m.jurisdiction == here.origin for m in measures):
        return None
    shown = [m.measure.source_ids for m in answer.pill.measures] or [f.source_ids for f in answer.forms]
    return Point(
        x=0,
        y=None,
        label=name,
        word=words,
        word_key=state,
        note=paragraph((headline.in_force, headline.waiting)),
        source_ids=tuple(dict.fromkeys(i for ids in shown for i in ids)),
        country_id=here.origin,
    )


def _notes(store: Store, context: Context) -> Iterator[str]:
    yield beyond(store, context.as_of)
    yield gettext("A country without a measure on file may still control the metal.")
    if any(not_an_export(store, place.place_id, context.destination) for place in origins(store)):
        text = gettext("Deliveries within {destination} or its bloc are not exports and are not shown.")
        yield text.format(destination=place_name(store, context.destination))

"""The control dates 90 days before and after the as-of date, and how many metals have each status on it."""

from collections.abc import Iterator

from explorer.charts.builders.choices import options
from explorer.charts.builders.content import Content, finish
from explorer.charts.spec import Axis, Chart, Missing
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.overview.date_entry import NearDates
from explorer.data.overview.date_record import near_dates as record_of
from explorer.data.overview.dates import NEAR
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.language import gettext

KIND = "dates"


def near_dates(store: Store, context: Context, all_origins: bool = False) -> Chart:
    """Describe the dates of the origin, or of all, that concern the destination or its military users."""
    found = record_of(store, context, all_origins=all_origins)
    text = gettext("Control dates within {count} days of {day}")
    title = text.format(count=NEAR, day=show(context.as_of))
    if not found.entries and not found.counts:
        return Missing(KIND, gettext("No control dates are on file."), "", title)
    content = Content(
        kind=KIND,
        title=title,
        subtitle=_subtitle(store, context, all_origins=all_origins),
        x=Axis("category"),
        y=Axis("category"),
        shape="dates",
        left_out=tuple(_cautions(store, context, found)),
        notes=() if found.entries else (gettext("No control dates are on file for these days."),),
        options=options(**{"all-origins": all_origins}),
        source_ids=tuple(i for entry in found.entries for i in entry.source_ids),
        dates=found,
    )
    return finish(store, (), context, content)


def _subtitle(store: Store, context: Context, *, all_origins: bool) -> str:
    text = gettext("Exports from {origin} to {destination}")
    if all_origins:
        text = gettext("Exports from any origin on file to {destination}")
    return text.format(
        origin=place_name(store, context.origin), destination=place_name(store, context.destination)
    )


def _cautions(store: Store, context: Context, found: NearDates) -> Iterator[str]:
    caution = beyond(store, context.as_of)
    if caution:
        yield caution
    if any(entry.beyond_verified for entry in found.entries):
        text = gettext(
            "Dates after {day} are after the last day checked; anything announced since then is missing."
        )
        yield text.format(day=show(store.edition.verified_to))

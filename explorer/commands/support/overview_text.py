"""What matters on a day across all metals as text."""

from collections.abc import Iterator, Sequence

from explorer.commands.support.context import context_fields
from explorer.commands.support.output import plain, section, table, unknown
from explorer.data.controls.change_texts import shown_state
from explorer.data.controls.pill import state_label
from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.overview.dates import DatedChange
from explorer.data.overview.overview import Overview
from explorer.data.overview.prices import WatchedPrice
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext, list_of, ngettext, paragraph

MOST_NAMES = 3


def as_text(store: Store, found: Overview) -> str:
    """Return what matters on a day as sections of text."""
    title = gettext("Exports from {origin} to {destination} as of {date}.")
    head = paragraph(
        (title.format(**context_fields(store, found.context)), found.checked.text, found.checked.meaning)
    )
    days = {"first": show(found.since), "last": show(found.until)}
    sections = (
        (gettext("What ends or begins"), _notices(found)),
        (gettext("Dates until {last}").format(**days), dates_text(store, found.ahead)),
        (gettext("Dates since {first}").format(**days), dates_text(store, found.before)),
        (gettext("Metals and materials by status"), _counts(found)),
        (_prices_heading(found), _prices(store, found)),
        (gettext("Questions to ask"), "\n".join(_examples(found))),
    )
    return "\n\n".join((head, *(section(heading, text) for heading, text in sections)))


def _notices(found: Overview) -> str:
    if not found.notices:
        return gettext("Nothing on file ends or begins on this date or the day after.")
    text = gettext("{when}: {title}\n{text}")
    return "\n\n".join(text.format(when=n.when, title=n.title, text=n.text) for n in found.notices)


def dates_text(store: Store, entries: Sequence[DatedChange]) -> str:
    """Return dates as a table, with a sentence on those after the last day checked."""
    rows = [
        (
            show(entry.published),
            entry.words_with_note,
            instrument_name(entry.document),
            list_of(entry.places),
            shown_state(entry.measures[0], entry.before),
            shown_state(entry.measures[0], entry.after),
            _metals(store, entry),
        )
        for entry in entries
    ]
    if not rows:
        return gettext("No dates are on file.")
    header = (
        *(gettext("Date"), gettext("Change"), gettext("Document"), gettext("Places")),
        *(gettext("Before"), gettext("After"), gettext("Metals and materials")),
    )
    parts = [table(header, rows)]
    if any(entry.beyond_verified for entry in entries):
        text = gettext(
            "Dates after {day} are after the last day checked; anything announced since then is missing."
        )
        parts.append(text.format(day=show(store.edition.verified_to)))
    return "\n\n".join(parts)


def _metals(store: Store, entry: DatedChange) -> str:
    """Return how many metals a date concerns, and the names of the first ones."""
    names = [short_name(store.metal(metal_id)) for metal_id in entry.metal_ids]
    if len(names) <= MOST_NAMES:
        return list_of(names) or gettext("none named")
    text = ngettext("{count}: {names} and others", "{count}: {names} and others", len(names))
    return text.format(count=len(names), names=", ".join(names[:MOST_NAMES]))


def _counts(found: Overview) -> str:
    rows = [
        (state_label(count.state), str(len(count.metal_ids)), str(len(count.next_metal_ids)))
        for count in found.counts
        if count.metal_ids or count.next_metal_ids
    ]
    header = (gettext("Status"), show(found.context.as_of), show(found.next_day.until.as_of))
    return table(header, rows, right=(1, 2))


def _prices_heading(found: Overview) -> str:
    if found.is_watching:
        return gettext("Last prices of the metals you watch")
    return gettext("Last prices of example metals")


def _prices(store: Store, found: Overview) -> str:
    """Return the last prices, after how to choose the metals where these are examples."""
    header = (gettext("Metal"), gettext("Price"), gettext("Date"), gettext("Age"), gettext("Series"))
    prices = table(header, [_price_cells(store, price) for price in found.prices])
    if found.is_watching:
        return prices
    hint = gettext(
        "You do not watch any metals yet: these are examples. To list your own here, use `minor-metals own watch "
        "METAL`."
    )
    return f"{hint}\n\n{prices}"


def _price_cells(store: Store, found: WatchedPrice) -> tuple[str, ...]:
    name, series, price = short_name(store.metal(found.metal_id)), found.series, found.price
    if series is None:
        return name, unknown(), "", "", gettext("no prices on file")
    if price is None:
        return name, unknown(), "", "", gettext("{series}: no price by this date").format(series=series.name)
    return name, plain(found.value_text), show(price.date), found.age or gettext("under a month"), series.name


def _examples(found: Overview) -> Iterator[str]:
    text = gettext("{question}\n  {answer}")
    for example in found.examples:
        yield plain(text.format(question=example.question, answer=example.answer))

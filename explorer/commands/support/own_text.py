"""The user's own data as text and as plain values."""

from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from explorer.commands.support import parts_text
from explorer.commands.support.context import title
from explorer.commands.support.output import number, section, table
from explorer.commands.support.own_entry_text import entries_text, listed
from explorer.data.dates import show
from explorer.data.parts.record import summary_dict
from explorer.data.reading.records import Candidate
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry, EventFacts
from explorer.data.user.parts_records import PartsSummary
from explorer.data.user.records import Note, UserSeries, WatchedMetal
from explorer.language import gettext, ngettext, paragraph, pgettext


class Saved(Struct, frozen=True):
    """What the user has saved, or the part of it on one metal; parts lists are not on a metal, and None there."""

    series: tuple[UserSeries, ...]
    watchlist: tuple[WatchedMetal, ...]
    notes: tuple[Note, ...]
    entries: tuple[Entry, ...]
    parts: tuple[PartsSummary, ...] | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is saved."""
        return not (self.series or self.watchlist or self.notes or self.entries or self.parts)


def is_on(store: Store, entry: Entry, metal_id: str) -> bool:
    """Return whether an entry is on a measure that targets a metal."""
    if not isinstance(entry.facts, EventFacts):
        return metal_id in entry.facts.metal_ids
    measure = store.measures.get(entry.facts.measure_id)
    return measure is not None and measure.target(metal_id) is not None


def nothing_text(metal: Metal | None, path: Path) -> str:
    """Return that none of it is saved, on a metal or at all."""
    if metal is None:
        text = gettext("No series, watchlist, notes, entries or parts lists are saved in {file}.")
        return text.format(file=path)
    text = gettext("You have no series, note or entry for {metal}, and it is not on your watchlist.")
    return text.format(metal=title(metal))


def frequency_word(frequency: str) -> str:
    """Return how often a series has a price."""
    words = {
        "daily": pgettext("frequency", "daily"),
        "weekly": pgettext("frequency", "weekly"),
        "monthly": pgettext("frequency", "monthly"),
        "quarterly": pgettext("frequency", "quarterly"),
        "annual": pgettext("frequency", "annual"),
    }
    return words.get(frequency, pgettext("frequency", "irregular"))


def series_dict(series: UserSeries) -> dict[str, Any]:
    """Return a series as plain values."""
    return asdict(series)


def saved_dict(store: Store, saved: Saved) -> dict[str, Any]:
    """Return what is saved as plain values, with how each entry is used."""
    return {
        "series": [series_dict(s) for s in saved.series],
        "watchlist": [asdict(s) for s in saved.watchlist],
        "notes": [asdict(n) for n in saved.notes],
        "entries": listed(store, saved.entries),
        "parts": None if saved.parts is None else [summary_dict(p) for p in saved.parts],
    }


def saved_text(store: Store, saved: Saved, path: Path) -> str:
    """Return what is saved as text, with the path of the file."""
    parts = []
    if saved.series:
        parts.append(section(gettext("Your series"), _series_table(store, saved.series)))
    if saved.watchlist:
        rows = [(_metal(store, w.metal_id), show(w.added)) for w in saved.watchlist]
        parts.append(section(gettext("Your watchlist"), table((gettext("Metal"), gettext("Added")), rows)))
    if saved.notes:
        notes = [(n.subject_id, show(n.changed), n.text) for n in saved.notes]
        header = (gettext("Metal or measure"), gettext("Changed"), gettext("Note"))
        parts.append(section(gettext("Your notes"), table(header, notes)))
    if saved.entries:
        parts.append(section(gettext("Your entries"), entries_text(store, saved.entries)))
    if saved.parts:
        parts.append(section(gettext("Your parts lists"), parts_text.listed_text(store, saved.parts)))
    return "\n\n".join((*parts, gettext("File: {path}").format(path=path)))


def _series_table(store: Store, series: tuple[UserSeries, ...]) -> str:
    header = (
        gettext("ID"),
        gettext("Metal"),
        gettext("Name"),
        gettext("Unit"),
        gettext("Frequency"),
        gettext("Prices"),
        gettext("First date"),
        gettext("Last date"),
    )
    rows = [
        (
            s.series_id,
            _metal(store, s.metal_id),
            s.name,
            s.unit,
            frequency_word(s.frequency),
            number(s.points),
            show(s.first_date),
            show(s.last_date),
        )
        for s in series
    ]
    return table(header, rows, right=(5,))


def _metal(store: Store, metal_id: str) -> str:
    metal = store.metals.get(metal_id)
    return title(metal) if metal is not None else metal_id


def added_dict(series: UserSeries, found: Candidate) -> dict[str, Any]:
    """Return a series that was added, with what was left out, as plain values."""
    return {
        "series": series_dict(series),
        "gaps": found.gaps,
        "bad_lines": [asdict(bad) for bad in found.bad_lines],
        "notes": list(found.notes),
    }


def added_text(series: UserSeries, found: Candidate, *, is_update: bool) -> str:
    """Return the sentences on a series that was added or updated."""
    text = gettext("Added the series “{name}” with the ID {id}.")
    if is_update:
        text = gettext("Replaced the prices of the series “{name}” with the ID {id}.")
    extent = ngettext(
        "{count} price in {unit}, {first}.", "{count} prices in {unit}, {first} to {last}.", series.points
    )
    gaps = ngettext(
        "{count} line has a date but no price.", "{count} lines have a date but no price.", found.gaps
    )
    return paragraph(
        (
            text.format(name=series.name, id=series.series_id),
            extent.format(
                count=number(series.points),
                unit=series.unit,
                first=show(series.first_date),
                last=show(series.last_date),
            ),
            gaps.format(count=number(found.gaps)) if found.gaps else "",
        )
    )

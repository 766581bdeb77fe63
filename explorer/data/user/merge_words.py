"""What an import of the user's own data did, in sentences."""

from explorer.data.numbers import exact
from explorer.data.user.exchange import Merge
from explorer.language import gettext, ngettext, paragraph


def added_words(merge: Merge) -> str:
    """Return the sentences on what an import added, empty where it only found or replaced what differs."""
    if merge.is_unchanged:
        return gettext("Nothing new to add.")
    series, watched, notes = len(merge.added_series), len(merge.added_to_watchlist), len(merge.added_notes)
    series_text = ngettext("Added {count} series.", "Added {count} series.", series)
    watchlist_text = ngettext(
        "Added {count} metal to your watchlist.", "Added {count} metals to your watchlist.", watched
    )
    notes_text = ngettext("Added {count} note.", "Added {count} notes.", notes)
    entries = len(merge.added_entries)
    entries_text = ngettext("Added {count} entry.", "Added {count} entries.", entries)
    lists = len(merge.added_parts)
    lists_text = ngettext("Added {count} parts list.", "Added {count} parts lists.", lists)
    counted = (
        (series_text, series),
        (watchlist_text, watched),
        (notes_text, notes),
        (entries_text, entries),
        (lists_text, lists),
    )
    return paragraph([text.format(count=exact(count)) for text, count in counted if count])


def merge_words(merge: Merge) -> str:
    """Return what an import that replaces nothing added, and how much of the user's own it kept."""
    return paragraph(filter(None, (added_words(merge), kept_words(merge))))


def kept_words(merge: Merge) -> str:
    """Return how much differs and was kept as it was, empty where nothing does."""
    differing = (
        *merge.differing_series,
        *merge.differing_notes,
        *merge.differing_entries,
        *merge.differing_parts,
    )
    text = ngettext(
        "{count} series, note, entry or parts list in the file differs from yours, which was kept.",
        "{count} series, notes, entries or parts lists in the file differ from yours, which were kept.",
        len(differing),
    )
    return text.format(count=exact(len(differing))) if differing else ""

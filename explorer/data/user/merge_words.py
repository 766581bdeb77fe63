"""What an import of the user's own data did, in sentences."""

from explorer.data.numbers import exact
from explorer.data.user.merge_record import Merge
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
    """Return what an import added, and how much of the user's own it kept or replaced."""
    return paragraph(filter(None, (added_words(merge), differing_words(merge), copy_words(merge))))


def new_words(merge: Merge) -> str:
    """Return how much in a file is new, the same and different, before it is imported."""
    new = sum(
        len(added)
        for added in (
            merge.added_series,
            merge.added_to_watchlist,
            merge.added_notes,
            merge.added_entries,
            merge.added_parts,
        )
    )
    text = gettext("New in the file: {new}. The same as yours: {same}. Different from yours: {different}.")
    return text.format(new=exact(new), same=exact(merge.same), different=exact(len(merge.differences)))


def differing_words(merge: Merge) -> str:
    """Return how much differs and was kept as it was or replaced, empty where nothing does."""
    count = len(merge.differences)
    if not count:
        return ""
    if merge.is_replaced:
        text = ngettext(
            "{count} series, note, entry or parts list of yours was replaced by the one in the file.",
            "{count} series, notes, entries or parts lists of yours were replaced by those in the file.",
            count,
        )
    else:
        text = ngettext(
            "{count} series, note, entry or parts list in the file differs from yours, which was kept.",
            "{count} series, notes, entries or parts lists in the file differ from yours, which were kept.",
            count,
        )
    return text.format(count=exact(count))


def copy_words(merge: Merge) -> str:
    """Return where the user's data are as they were before some of them were replaced; empty where none were."""
    if merge.copy is None:
        return ""
    return gettext("A copy of your data from before the import is in {path}.").format(path=merge.copy)

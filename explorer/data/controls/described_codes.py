"""Customs codes that only the description of an item names, because the text of the list gives none."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from explorer.data.records import Item

_CODE = re.compile(r"(?<!\d)\d{8}(?:\d{2})?(?!\d)")
_SHARED = 8  # digits that are the same in every country's codes for the goods


def described_codes(items: Iterable[Item]) -> Mapping[str, tuple[Item, ...]]:
    """Return the items by each beginning of a code in their description that a verdict may be asked about.

    Several metals can have the same entry of a list: it is given once, for the metal that it targets.
    """
    found: dict[str, dict[tuple[str, str], Item]] = defaultdict(dict)
    for item in sorted(items, key=lambda i: (i.is_other_form, i.item_id)):
        entry = item.measure_id, item.printed_number or item.item_id
        for code in _codes(item.description):
            for length in (6, _SHARED):
                found[code[:length]].setdefault(entry, item)
    return {start: tuple(entries.values()) for start, entries in found.items()}


@cache
def _codes(description: str) -> tuple[str, ...]:
    """Return the codes in a description, which is read again for each day and route."""
    return tuple(_CODE.findall(description))


def described_in(codes: Mapping[str, tuple[Item, ...]], normalised: str) -> tuple[Item, ...]:
    """Return the items whose description names a code in standard form, in its first 8 digits or all 6 of them."""
    return codes.get(normalised[:_SHARED], ()) if normalised.isdigit() else ()

"""Which metals are compared: as a text with commas, in a link and in the state, and one by one."""

from collections.abc import Sequence

from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import ngettext

MOST_METALS = 8


def ids_of(text: str) -> tuple[str, ...]:
    """Return the ids in a text of the state."""
    return tuple(filter(None, text.split(",")))


def text_of(metal_ids: Sequence[str]) -> str:
    """Return ids as a text for the state or a link."""
    return ",".join(metal_ids)


def read_metals(store: Store, names: Sequence[str]) -> tuple[str, ...]:
    """Return the metals of these ids or names, each once; raise KnownError for an unknown one or too many."""
    from explorer.data.finding.lookup import find_metal  # which a start does not need

    metal_ids = tuple(dict.fromkeys(find_metal(store, name).metal_id for name in names if name.strip()))
    if len(metal_ids) > MOST_METALS:
        raise KnownError(too_many())
    return metal_ids


def too_many() -> str:
    """Return the sentence on more metals than can be compared."""
    text = ngettext(
        "At most {count} metal can be compared. Remove one first.",
        "At most {count} metals can be compared. Remove one first.",
        MOST_METALS,
    )
    return text.format(count=MOST_METALS)

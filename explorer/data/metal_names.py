"""The names of metals as they are shown."""

from explorer.data.records import Metal

_GROUP = " (group)"


def short_name(metal: Metal) -> str:
    """Return the name of a metal without the remark that it is a group."""
    return metal.name_en.removesuffix(_GROUP)


def plain_name(metal: Metal) -> str:
    """Return the name of a metal as it is written inside a sentence."""
    return short_name(metal).lower()

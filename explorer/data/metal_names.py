"""The names and the short signs of metals as they are shown."""

import re

from explorer.data.records import Metal

SIGN_LENGTH = 3
_GROUP = " (group)"


def short_name(metal: Metal) -> str:
    """Return the name of a metal without the remark that it is a group."""
    return metal.name_en.removesuffix(_GROUP)


def plain_name(metal: Metal) -> str:
    """Return the name of a metal as it is written inside a sentence."""
    return short_name(metal).lower()


def tile_sign(metal: Metal) -> str:
    """Return the symbol of a metal, or three capitals of a name without one: no symbol has more than two letters.

    They are the initials of the words, with more letters of the first where there are fewer than three.
    """
    if metal.symbol:
        return metal.symbol
    words: list[str] = re.findall(r"\w+", short_name(metal))
    first, *rest = words
    initials = "".join(word[0] for word in rest)[: SIGN_LENGTH - 1]
    return (first[: SIGN_LENGTH - len(initials)] + initials).upper()

"""The metals that a text may mean while it is typed: by English or Chinese name, pinyin, symbol or id."""

from explorer.data.metal_names import short_name
from explorer.data.place_names import Suggestions
from explorer.data.places import Place
from explorer.data.records import Metal
from explorer.data.spelling import normalised, toneless
from explorer.data.store import Store
from explorer.language import gettext


def offered_metals(store: Store) -> tuple[Place, ...]:
    """Return all metals with both names, as a field offers them."""
    text = gettext("{metal} {chinese}")
    return tuple(
        Place(metal.metal_id, text.format(metal=short_name(metal), chinese=metal.name_zh))
        for metal in store.metals.values()
    )


def suggested_metals(store: Store, text: str) -> Suggestions:
    """Return the metals whose names begin with a text, then those that contain it, a whole symbol first."""
    wanted = normalised(text)
    if not wanted:
        return Suggestions(tuple(store.metals), certain=False)
    ranked = sorted(
        (rank, place, metal.metal_id)
        for place, metal in enumerate(store.metals.values())
        if (rank := _rank(metal, wanted)) is not None
    )
    ids = tuple(metal_id for _, _, metal_id in ranked)
    return Suggestions(ids, certain=bool(ranked) and (len(ranked) == 1 or ranked[0][0] < ranked[1][0]))


def _rank(metal: Metal, wanted: str) -> int | None:
    """Return how well a metal matches, 0 for the best, None where it does not."""
    names = tuple(
        normalised(name) for name in (metal.metal_id, metal.name_en, metal.name_zh, toneless(metal.pinyin))
    )
    if wanted in (*names, normalised(metal.symbol or "")):
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    return 2 if any(wanted in name for name in names) else None

"""The names of metals in headings and in sentences."""

import pytest

from explorer.data.metal_names import plain_name, short_name, tile_sign
from explorer.data.store import Store


@pytest.mark.parametrize(
    ("metal_id", "short", "plain"),
    [
        ("gallium", "Gallium", "gallium"),
        ("rare-earths", "Rare earths", "rare earths"),
        ("graphite", "Graphite (natural)", "graphite (natural)"),
    ],
)
def test_a_group_is_named_without_its_remark(store: Store, metal_id: str, short: str, plain: str) -> None:
    metal = store.metal(metal_id)
    assert (short_name(metal), plain_name(metal)) == (short, plain)


@pytest.mark.parametrize(
    ("metal_id", "sign"),
    [("gallium", "Ga"), ("rare-earths", "RAE"), ("fluorspar", "FLU"), ("platinum-group-metals", "PGM")],
)
def test_a_material_without_a_symbol_has_a_sign(live_store: Store, metal_id: str, sign: str) -> None:
    assert tile_sign(live_store.metal(metal_id)) == sign


def test_no_sign_can_be_taken_for_an_element_or_another_material(live_store: Store) -> None:
    metals = live_store.metals.values()
    symbols = {m.symbol for m in metals if m.symbol}
    signs = [tile_sign(m) for m in metals if not m.symbol]
    assert len(signs) > 5 and len(set(signs)) == len(signs)
    assert all(len(s) == 3 and s.isupper() and s not in symbols for s in signs)

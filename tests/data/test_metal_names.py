"""The names of metals in headings and in sentences."""

import pytest

from explorer.data.metal_names import plain_name, short_name
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

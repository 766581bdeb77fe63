"""What a record says of itself."""

import pytest

from explorer.data.store import Store


@pytest.mark.parametrize(
    ("item_id", "number"),
    [
        ("cn-2023-57-ree-1", ""),  # named by us: the catalogue prints no number
        ("cn-quota-ree-1", "1"),
        ("cn-2023-23-1-1", "3C001.a"),
    ],
)
def test_an_item_has_the_number_that_its_document_prints(
    live_store: Store, item_id: str, number: str
) -> None:
    assert live_store.items[item_id].printed_number == number

"""What is worked out once from the facts of a store, and kept as long as the store."""

from typing import Self

from explorer.data.store import Store


class StoreService:
    """Answers from the facts of a store; `of` returns the same one for a store each time."""

    def __init__(self, store: Store) -> None:
        """Read what is needed of a store."""

    @classmethod
    def of(cls, store: Store) -> Self:
        """Return the service of a store, which is made at the first call."""
        if cls not in store.services:
            store.services[cls] = cls(store)
        found: Self = store.services[cls]
        return found

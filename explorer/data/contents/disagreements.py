"""Where publishers disagree: the rows of the table, with their figures in the order of the publishers."""

from collections.abc import Iterable, Iterator

from explorer.data.contents.cells import plain_values
from explorer.data.store import Store
from explorer.data.supply.records import Disagreement

HEADER = Disagreement.__struct_fields__


def all_disagreements(store: Store) -> tuple[Disagreement, ...]:
    """Return the disagreements of all metals, in the order of metals, countries and years."""
    found: tuple[Disagreement, ...] = store.rows(Disagreement)
    return tuple(sorted(found, key=lambda d: (d.metal_id, d.country_id, d.year, d.basis)))


def csv_rows(found: Iterable[Disagreement]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of the CSV file under HEADER."""
    for disagreement in found:
        cells = (getattr(disagreement, name) for name in HEADER)
        yield tuple(plain_values([";".join(c) if isinstance(c, tuple) else c for c in cells]))

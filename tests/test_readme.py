"""What the README says of the data is what the data file holds."""

import re
from pathlib import Path

from explorer.data.store import Store

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")


def test_the_counts_are_those_of_the_data_file(store: Store) -> None:
    jurisdictions = {m.jurisdiction for m in store.measures.values()}
    words = " ".join(README.split())
    assert f"Edition {store.edition.data_version}" in words
    assert f"{len(store.metals)} metals and materials, {len(store.measures)} measures" in words
    assert f"measures of {len(jurisdictions)} jurisdictions" in words
    assert f"{store.count('sources'):,} sources" in words
    for table, noun in (
        ("production", "production figures"),
        ("prices", "prices"),
        ("trade", "trade figures"),
    ):
        found = re.search(rf"([\d,]+) {noun}", words)
        assert found is not None
        told, real = int(found[1].replace(",", "")), store.count(table)
        assert abs(told - real) < 100, (noun, real)

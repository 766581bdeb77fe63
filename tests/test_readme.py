"""What the README says of the data is what the data file that ships holds; a new edition makes these tests fail."""

import re
from pathlib import Path

import pytest

from explorer.data.dates import first_day
from explorer.data.numbers import THIN, exact
from explorer.data.store import Store

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
WORDS = " ".join(README.split())
UPDATE = "update the section “The data” of README.md to the edition that ships"
NEAR = 100


def buyers(store: Store) -> int:
    """Return how many buyers have suppliers on file."""
    return int(store.query("SELECT count(DISTINCT buyer) FROM buyer_imports")[0][0])


def test_the_edition_and_the_last_checked_day_are_those_of_the_data_file(live_store: Store) -> None:
    edition = live_store.edition
    day = first_day(edition.verified_to)
    text = f"Edition {edition.data_version}, controls checked to {day.day} {day:%B} {day.year}: "
    assert text in WORDS, f"“{text}” is missing: {UPDATE}"


def test_small_counts_are_exact(live_store: Store) -> None:
    measures = live_store.measures.values()
    for text in (
        f"{len(live_store.metals)} metals and materials",
        f"{len(measures)} measures of {len({m.jurisdiction for m in measures})} jurisdictions",
        f"supplier figures of {buyers(live_store)} buyers",
        f"{exact(live_store.count('sources')).replace(THIN, ' ')} sources",
    ):
        assert f" {text}" in WORDS, f"“{text}” is missing: {UPDATE}"


@pytest.mark.parametrize(
    ("table", "noun"),
    [
        ("production", "production figures"),
        ("prices", "prices"),
        ("trade", "trade figures"),
        ("buyer_imports", "supplier figures"),
    ],
)
def test_large_counts_are_rounded(live_store: Store, table: str, noun: str) -> None:
    found = re.search(rf"([\d ]+) {noun}", WORDS)
    assert found is not None
    rounded, real = int(found[1].replace(" ", "")), live_store.count(table)
    assert abs(rounded - real) < NEAR, f"{real:,} {noun} are on file, not {rounded:,}: {UPDATE}"


def test_the_sample_query_finds_the_suppliers_it_speaks_of(live_store: Store) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    rows = live_store.query(query.strip().rstrip(";"))
    filed = live_store.query(
        "SELECT count(*) FROM buyer_imports WHERE buyer = 'DEU' AND metal_id = 'graphite' AND year = 2023"
    )
    assert [(len(rows),)] == filed
    assert {row[0] for row in rows} == {"250410", "250490"}
    assert "China" in {row[1] for row in rows} and "Other suppliers" in {row[1] for row in rows}

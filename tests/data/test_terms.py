"""The words for coded values: every value that the data may have has its own, and any other is shown as it is."""

from collections.abc import Callable

import pytest

from db.tables import TABLES
from explorer.data import terms
from explorer.data.store import Store

LOOK_UPS = (
    ("production", "stage", terms.output_word),
    ("production", "stage", terms.output_label),
    ("producers", "stage", terms.stage_name),
    ("producers", "status", terms.site_state),
    ("projects", "stage", terms.stage_name),
    ("projects", "status", terms.site_state),
    ("price_series", "frequency", terms.frequency_word),
    ("price_series", "frequency", terms.frequency_label),
    ("sources", "kind", terms.source_kind_word),
    ("sources", "kind", terms.source_kind_label),
    ("production", "confidence", terms.confidence_word),
    ("instruments", "kind", terms.document_kind_label),
    ("claims", "verdict", terms.verdict_word),
    ("claims", "verdict", terms.verdict_label),
)


@pytest.mark.parametrize(("table", "column", "look_up"), LOOK_UPS)
def test_every_value_of_the_data_has_its_own_word(
    table: str, column: str, look_up: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "gettext", lambda text: f"[{text}]")
    values = next(c.words for c in TABLES[table].columns if c.name == column)
    assert values and all(look_up(value).startswith("[") for value in values)
    assert len({look_up(value) for value in values}) == len(values)
    assert look_up("something new") == "something new"


def test_a_group_called_other_is_shown_as_the_kind(store: Store) -> None:
    assert terms.group_or_kind_label(store.metal("gallium")) == terms.group_label(store.metal("gallium"))
    others = [m for m in store.metals.values() if m.metal_group == terms.OTHER_GROUP]
    assert others and all(terms.group_or_kind_label(m) == m.kind.capitalize() for m in others)


def test_every_group_and_price_basis_on_file_has_a_word(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terms, "gettext", lambda text: f"[{text}]")
    assert all(terms.group_word(m).startswith("[") for m in store.metals.values())
    assert all(terms.metal_kind_word(m).startswith("[") for m in store.metals.values())
    bases = {s.basis for metal_id in store.metals for s in store.price_series(metal_id)}
    assert len(bases) > 1 and all(terms.price_basis_word(basis).startswith("[") for basis in bases)
    assert {terms.price_basis_label(basis) for basis in bases}.isdisjoint(bases)

"""Which codes a metal has."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

CONTEXT = Context(date(2026, 11, 28), "CHN", "ALL")


def _reply(store: Store, text: str) -> Reply:
    return ask(store, text, CONTEXT, CONTEXT.as_of)


@pytest.mark.parametrize(
    "text", ["control code for indium phosphide", "what is the customs code of indium phosphide"]
)
def test_a_compound_has_the_codes_of_its_items_only(store: Store, text: str) -> None:
    """items.csv: indium phosphide is 3C004.a, trimethylindium 3C004.b."""
    found = _reply(store, text)
    assert found.reading is not None and found.reading.intent == "code"
    assert "3C004.a" in found.text and "2853904051" in found.text and "3C004.b" not in found.text


@pytest.mark.parametrize("text", ["石墨的海关编码有哪些", "customs codes of graphite", "graphite HS code"])
def test_a_metal_has_the_codes_of_the_tariff_year(store: Store, text: str) -> None:
    """item_codes.csv: 2504101000 from 2023 on, 3801100030 to 2025 only; items without one say so."""
    found = _reply(store, text)
    assert "1C108.c" in found.text and "2504101000" in found.text and "3801100030" not in found.text
    assert "3C901.b.1; no customs code on file" in found.text
    assert "A code is only a reference" in found.text


def test_a_form_without_items_is_no_filter(store: Store) -> None:
    found = _reply(store, "customs code of gallium powder")
    assert "“powder” was not used as a filter" in found.text and "8112929010" in found.text


def test_a_group_names_one_of_its_metals(store: Store) -> None:
    assert "ask about one of them" in _reply(store, "customs codes of rare earths").text


def test_a_metal_without_codes_says_so(store: Store) -> None:
    assert "No code of cesium on a control list of China" in _reply(store, "customs code for cesium").text


@pytest.mark.parametrize(
    "text",
    ["ECCN for gallium", "HTS code for gallium", "customs gallium", "what code do I need to import graphite"],
)
def test_other_codes_are_refused(store: Store, text: str) -> None:
    assert _reply(store, text).reading is None

"""Keys of our own, such as those of sources and items, are in no text that a reader sees."""

import json
import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtWidgets import QLabel

from explorer.data.store import Store
from explorer.models.state import AppState
from explorer.ui.widgets.table_view import TableView
from explorer.ui.windows.main_window import MainWindow
from tests.commands.conftest import run as run
from tests.commands.running import Run

TABLES = (
    ("sources", "source_id"),
    ("instruments", "instrument_id"),
    ("measures", "measure_id"),
    ("items", "item_id"),
    ("items", "item_no"),
    ("price_series", "series_id"),
    ("producers", "producer_id"),
    ("projects", "project_id"),
    ("parties", "party_id"),
    ("claims", "claim_id"),
    ("lists", "list_id"),
    ("sectors", "sector_id"),
)
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9.]+)+")
TABS = ("overview", "uses", "controls", "supply", "prices", "trade", "sources")
# Metals whose items have names of our own in place of numbers, and one with items of every kind.
METALS = ("rare-earths", "gallium", "antimony")


@pytest.fixture(scope="module")
def keys(live_store: Store) -> frozenset[str]:
    """Every key of the data that is not a word: it has a hyphen and a digit, or names an item of a list."""
    found = {
        str(key) for table, column in TABLES for (key,) in live_store.query(f"SELECT {column} FROM {table}")
    }
    chosen = {k for k in found if KEY.fullmatch(k) and any(c.isdigit() for c in k)}
    assert {"cn-2024-46", "ree-1", "mofcom-2024-46"} <= chosen and len(chosen) > 1000
    return frozenset(chosen)


def shown_keys(texts: Iterable[str], keys: frozenset[str]) -> list[str]:
    """Return the keys in texts, addresses left out, which may contain anything."""
    plain = (re.sub(r"https?://\S+|source:[^\"]*", "", text) for text in texts)
    return sorted({word for text in plain for word in KEY.findall(text) if word in keys})


def texts_of(page) -> Iterator[str]:
    """Yield the texts of the labels and of all rows of the tables of a page."""
    for text in page.findChildren(QLabel):
        yield re.sub(r'title="[^"]*"', "", text.text())
    for table in page.findChildren(TableView):
        model = table.records
        for row in range(model.rowCount()):
            yield from (str(model.index(row, c).data() or "") for c in range(model.columnCount()))


@pytest.mark.parametrize("tab", TABS)
def test_no_key_is_on_a_page(qtbot, live_store: Store, keys: frozenset[str], tab: str) -> None:
    window = MainWindow()
    window.populate(live_store, AppState("gallium"))
    qtbot.addWidget(window)
    state, page = window.workspace.state, window.workspace.detail.page(tab)
    state.set_context(destination="USA")
    rows = 0
    for metal_id in live_store.metals:
        state.set_metal(metal_id)
        page.refresh()
        if tab == "controls":
            for line in page.list.lines():
                line.button.setChecked(True)
        texts = list(texts_of(page))
        rows += len(texts)
        assert shown_keys(texts, keys) == [], metal_id
    assert rows > 500


def test_no_key_is_on_the_page_of_a_document_or_claim(qtbot, live_store: Store, keys: frozenset[str]) -> None:
    window = MainWindow()
    window.populate(live_store, AppState("gallium"))
    qtbot.addWidget(window)
    workspace = window.workspace
    workspace.state.set_context(destination="USA")
    records = [("document", i) for i in live_store.instruments]
    records += [("claim", c.claim_id) for c in live_store.claims]
    for kind, record_id in records:
        workspace.state.open_record(kind, record_id)
        texts = list(texts_of(workspace.records.record))
        assert texts and shown_keys(texts, keys) == [], record_id


@pytest.mark.parametrize("words", [("show",), ("status", "--to", "USA"), ("export", "--list")])
def test_no_key_is_in_the_words_of_a_command(
    run: Run, live_store: Store, keys: frozenset[str], words: tuple[str, ...]
) -> None:
    command, *options = words
    handles = keys if command != "export" else keys - series_keys(live_store)
    for metal_id in METALS:
        out = run("--data", live_store.path, command, metal_id, *options).out
        assert out and shown_keys([out], handles) == [], metal_id


def series_keys(store: Store) -> frozenset[str]:
    """Return the keys that a reader gives to the option --series."""
    return frozenset(str(key) for (key,) in store.query("SELECT series_id FROM price_series"))


def test_no_key_is_in_the_verdict_on_a_code(run: Run, live_store: Store, keys: frozenset[str]) -> None:
    codes = [str(code) for (code,) in live_store.query("SELECT DISTINCT control_code FROM items")][1:60]
    out = run("--data", live_store.path, "check", *codes, "--to", "USA").out
    assert len(out.splitlines()) > 60 and shown_keys([out], keys) == []


def test_json_keeps_the_keys(run: Run, live_store: Store, keys: frozenset[str]) -> None:
    found = run("--data", live_store.path, "show", "rare-earths", "--json").out
    assert json.loads(found)["production"]["world"]["source_ids"]
    assert {"ree-1", "cn-2023-57-ree-1"} <= set(shown_keys([found], keys))

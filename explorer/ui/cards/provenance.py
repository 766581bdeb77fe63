"""The sources of a figure: short publisher names for a line, full citations for a tooltip, links, cells, menus."""

from collections.abc import Iterable
from functools import partial
from html import escape

from PySide6.QtWidgets import QWidget

from explorer.data.citation import citation, cite
from explorer.data.store import Store
from explorer.data.web_address import opening_text
from explorer.language import gettext
from explorer.models.table import Cell
from explorer.ui.browser import is_web_address, open_in_browser
from explorer.ui.widgets.context_menu import Entry, copy_entry
from explorer.ui.widgets.table_view import TableView

MAX_NAMED = 2
MOST_ENTRIES = 6


def short(store: Store, source_ids: Iterable[str]) -> str:
    """Return the publishers, the first two named."""
    names = list(dict.fromkeys(store.sources[i].publisher for i in source_ids))
    text = "; ".join(names[:MAX_NAMED])
    if len(names) > MAX_NAMED:
        text = f"{text} +{len(names) - MAX_NAMED}"
    return text


def citations(store: Store, source_ids: Iterable[str]) -> str:
    """Return the full citations as plain text, one per line."""
    return "\n".join(cite(store.sources[i]) for i in dict.fromkeys(source_ids))


def links(store: Store, source_ids: Iterable[str]) -> str:
    """Return the sources as HTML links to the Sources tab."""
    sources = [store.sources[i] for i in dict.fromkeys(source_ids)]
    return "; ".join(
        f'<a href="source:{escape(s.source_id)}" title="{escape(cite(s))}">{escape(s.publisher)}</a>'
        for s in sources
    )


def cell(store: Store, text: str, source_ids: Iterable[str]) -> Cell:
    """Return a cell with the sources of its row, the citations as its tooltip."""
    ids = tuple(source_ids)
    return Cell(text, tip=citations(store, ids), source_ids=ids)


def menu_entries(store: Store, owner: QWidget, source_ids: tuple[str, ...]) -> list[Entry]:
    """Return the entries that copy the citations of sources and open those that have a web address."""
    if not source_ids:
        return []
    entries = [copy_entry(gettext("Copy citation"), citation(store, source_ids), owner)]
    known = [store.sources[i] for i in dict.fromkeys(source_ids) if i in store.sources]
    addressed = [source for source in known if is_web_address(source.url)]
    for place, source in enumerate(addressed[:MOST_ENTRIES]):
        address = source.url or ""
        entries.append(Entry(opening_text(address), partial(open_in_browser, address), place == 0))
    return entries


def offer_sources(store: Store, tables: Iterable[TableView]) -> None:
    """Let the menus of tables cite and open the sources of a row, and a saved table list its sources."""
    for table in tables:
        table.source_entries = partial(menu_entries, store, table)
        table.source_rows = partial(source_rows, store)


def source_rows(store: Store, source_ids: Iterable[str]) -> list[tuple[str, str, str]]:
    """Return the sources of a table that is saved: ID, publisher and title of each."""
    known = (store.sources[i] for i in source_ids if i in store.sources)
    return [(s.source_id, s.publisher, s.title) for s in known]

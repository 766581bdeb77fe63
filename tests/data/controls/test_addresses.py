"""The addresses of documents: their order, what is there, and which were not opened."""

import pytest
from msgspec.structs import replace

from explorer.data.controls.addresses import addresses, how_read, own_address
from explorer.data.store import Store


def test_an_address_of_which_only_a_copy_was_read_is_marked(store: Store) -> None:
    """The particulars of Announcement 46 of 2024 say that the page was not opened; the source only speaks of a copy."""
    (address,) = addresses(store, store.instruments["cn-2024-46"])
    assert address.url.endswith("/202412/1072.html")
    assert address.not_opened and address.own
    assert address.note == "Full Chinese text seen as copied from the export control information site"


def test_the_documents_own_address_comes_before_those_of_others(store: Store) -> None:
    """Order 245 of 1998 cites the catalogue of 2026 and Announcement 51 of 2024 besides its own text."""
    instrument = store.instruments["cn-1998-245"]
    found = addresses(store, instrument)
    assert [a.own for a in found] == [True, False, False, False]
    assert found[0].title.startswith(instrument.title_en) and "wikisource" in found[0].url
    assert own_address(found) == found[0]


def test_a_source_about_something_else_is_not_the_document(store: Store) -> None:
    """The only official source on the export duties is a Japanese note on their end."""
    found = addresses(store, store.instruments["cn-duty-2006"])
    assert len(found) == 1 and not found[0].own and own_address(found) is None


def test_a_document_without_an_official_source_has_no_address(store: Store) -> None:
    assert addresses(store, store.instruments["cd-cobalt-2025-quota"]) == ()


def test_the_congo_decision_was_read_where_it_was_published(store: Store) -> None:
    found = addresses(store, store.instruments["cd-cobalt-2025-susp"])
    assert [a.not_opened for a in found] == [False, False]
    assert [a.note for a in found] == [
        "Decision of 22 Feb 2025",
        "Decision 001/ARECOMS/2025 of 22 Feb 2025 extended on 21 Jun 2025",
    ]


@pytest.mark.parametrize(
    ("note", "not_opened"),
    [
        ("the page itself was not opened; content read in digests", True),
        ("address from a register; page not opened", True),
        ("Number, date and address through a register; content read elsewhere", True),
        ("Text read through full reprints, not on the ministry page itself", True),
        ("Chinese text read through a copy", True),
        ("Official PDF address; content taken from the secondary sources", True),
        ("Full text seen", False),
        ("first half read on the ministry's licensing bureau page; the rest through a copy", False),
        ("codes read for holmium. Full text at 12335.example.cn (not opened)", False),
        (None, False),
    ],
)
def test_how_a_note_says_that_a_page_was_not_opened(
    store: Store, monkeypatch: pytest.MonkeyPatch, note: str | None, not_opened: bool
) -> None:
    changed = replace(store.sources["mofcom-2007-54"], note=note)
    monkeypatch.setattr(store, "sources", {**store.sources, "mofcom-2007-54": changed})
    found = addresses(store, store.instruments["cn-2007-54"])
    assert found[0].url == changed.url and found[0].not_opened is not_opened


def test_only_web_addresses_are_offered(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = replace(store.sources["mofcom-2007-54"], url="file:///etc/passwd")
    monkeypatch.setattr(store, "sources", {**store.sources, "mofcom-2007-54": changed})
    assert all(a.url.startswith("http") for a in addresses(store, store.instruments["cn-2007-54"]))


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("address as given by the copy; the page was not opened", "address as given by the copy"),
        ("read through the copies; the ministry page itself was not opened", "read through the copies"),
        ("the page was not opened", ""),
        ("the page was not opened, only a copy of 2 Jan", "the page was not opened, only a copy of 2 Jan"),
    ],
)
def test_that_a_page_was_not_opened_is_said_once(store: Store, note: str, words: str) -> None:
    address = replace(addresses(store, store.instruments["cn-2024-46"])[0], note=note)
    assert how_read(address) == words
    assert how_read(replace(address, not_opened=False)) == note

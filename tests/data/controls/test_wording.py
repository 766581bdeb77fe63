"""Official wording: whose words they are, whether they are complete, and what stands in place of gaps."""

from datetime import date

import pytest

from explorer.data.controls.legal_records import LegalText
from explorer.data.controls.legal_texts import texts_by_subject
from explorer.data.controls.wording import (
    GAP,
    coverage,
    is_complete,
    is_official,
    mark,
    note_words,
    short_mark,
    shown_text,
    wording_heading,
)
from explorer.data.finding.code_explanation import item_texts
from explorer.data.finding.code_explanation_text import wording_line
from explorer.data.store import Store


def text_of(store: Store, kind: str, subject: str) -> LegalText:
    return texts_by_subject(store, kind)[subject][0]


def test_the_issuers_words_name_their_copy(store: Store) -> None:
    text = text_of(store, "measure", "cn-2024-46-1")
    assert is_official(text) and is_complete(text)
    assert mark(store, text) == (
        "Issuer's wording, from the named copy "
        "(MOFCOM (China); weiqi-kids (GitHub), copies of ministry notices)"
    )
    assert short_mark(text) == "issuer"


def test_an_excerpt_is_called_one_and_its_gap_is_in_our_words(store: Store) -> None:
    """The copy of Announcement 10 of 2025 leaves out a line of the entry on solid tungsten."""
    text = text_of(store, "item", "cn-2025-10-1-2-1")
    assert GAP in text.text and not is_complete(text)
    assert "excerpt only" in mark(store, text) and short_mark(text) == "issuer, excerpt"
    assert GAP not in shown_text(text) and "[gap in the copy]" in shown_text(text)


def test_the_press_is_never_called_the_issuer(store: Store) -> None:
    text = text_of(store, "measure", "cn-2026-12")
    assert not is_official(text)
    assert mark(store, text).startswith("Press or other script, not the issuer's own words, from ")
    assert short_mark(text) == "press or other script"


def test_every_text_on_file_has_a_mark_that_fits_it(store: Store) -> None:
    for text in store.rows(LegalText):
        words = mark(store, text)
        assert words.startswith("Issuer's") is (text.official == "yes")
        assert ("excerpt only" in words) is (text.complete == "no")
        assert GAP not in shown_text(text)


def test_a_note_names_publishers_in_place_of_ids(store: Store) -> None:
    assert "weiqi-regtext" in store.sources
    assert note_words(store, "Chinese text read through weiqi-regtext") == (
        "Chinese text read through weiqi-kids (GitHub), copies of ministry notices"
    )
    assert note_words(store, "read through the copies ann18-*; the page was not opened") == (
        "read through the copies; the page was not opened"
    )
    assert note_words(store, "date in ISO form") == "" == note_words(store, None)
    assert note_words(store, "date in ISO form; from the body of the notice") == "from the body of the notice"


def test_no_note_of_a_source_shows_an_id(store: Store) -> None:
    for source in store.sources.values():
        shown = note_words(store, source.note)
        assert not {word.strip(".,;()") for word in shown.split()} & {i for i in store.sources if "-" in i}


def test_wording_of_others_is_not_called_official(store: Store) -> None:
    texts = texts_by_subject(store, "item")
    assert wording_heading(texts["cn-2023-23-2-3"]) == "Wording"
    assert wording_heading(texts["cn-2023-23-1-1"]) == "Official wording"
    explained = {
        i.item.item_id: wording_line(i)
        for i in item_texts(store, store.items_of["germanium"], date(2026, 10, 1))
    }
    assert explained["cn-2023-23-2-3"].startswith("Wording (press or other script")


@pytest.mark.parametrize(
    ("found", "total", "text"),
    [
        (0, 7, "The wording of the items is not on file."),
        (1, 1, "The wording of the item is on file."),
        (7, 7, "The wording of all 7 items is on file."),
        (2, 7, "The wording of 2 of 7 items is on file."),
    ],
)
def test_how_many_items_have_wording(found: int, total: int, text: str) -> None:
    assert coverage(found, total) == text

"""The record of a document: titles, measures, events, changes, parties and wording, worked out from the tables."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.controls.document_texts import (
    clauses,
    covers_words,
    dates_of,
    event_words,
    other_origin,
    particular_text,
    shows_destination,
    state_text,
)
from explorer.data.controls.documents import (
    APPLIES,
    APPLIES_NOT,
    MILITARY_ONLY,
    ON_FILE,
    PRINTED,
    TRANSLATED,
    Document,
    document,
    item_order,
)
from explorer.data.controls.legal_records import TranslatedText
from explorer.data.controls.listings import listing_words
from explorer.data.store import Store
from explorer.errors import NotFound

LAST_DAY = Context(date(2026, 11, 27), "CHN", "USA")


def states(shown: Document) -> dict[str, str]:
    return {m.measure.measure_id: state_text(m) for m in shown.measures}


def test_the_parts_of_a_document_have_states_of_their_own(store: Store) -> None:
    """Section 2 of Announcement 46 of 2024 is paused to 27 Nov 2026, section 1 never was."""
    shown = states(document(store, "cn-2024-46", LAST_DAY))
    assert shown["cn-2024-46-1"] == "in force"
    assert shown["cn-2024-46-2a"] == shown["cn-2024-46-2b"] == "paused until 27 Nov 2026"
    assert shown["cn-2024-46-1d"] == "paused until 10 Jan 2027 (presumed)"
    next_day = states(document(store, "cn-2024-46", Context(date(2026, 11, 28), "CHN", "USA")))
    assert next_day["cn-2024-46-2a"] == "in force (presumed)"


def test_a_part_that_was_announced_later_says_so(store: Store) -> None:
    shown = document(store, "cn-2024-46", Context(date(2024, 12, 10), "CHN", "USA"))
    assert states(shown)["cn-2024-46-1b"] == "not yet announced"
    assert next(m for m in shown.measures if m.measure.measure_id == "cn-2024-46-1b").state is None


def test_how_each_part_applies_to_the_destination(store: Store) -> None:
    shown = document(store, "cn-2024-46", LAST_DAY)
    assert {m.measure.measure_id: m.applies for m in shown.measures} == {
        "cn-2024-46-1": MILITARY_ONLY,
        "cn-2024-46-1-rest": MILITARY_ONLY,
        "cn-2024-46-1b": MILITARY_ONLY,
        "cn-2024-46-1c": MILITARY_ONLY,
        "cn-2024-46-1d": MILITARY_ONLY,
        "cn-2024-46-2a": APPLIES,
        "cn-2024-46-2b": APPLIES,
        "cn-2024-46-x": APPLIES,
    }
    to_germany = document(store, "cn-2024-46", Context(date(2026, 11, 27), "CHN", "DEU"))
    assert {m.applies for m in to_germany.measures} == {APPLIES_NOT} and shows_destination(to_germany)
    everywhere = document(store, "cn-2024-46", Context(date(2026, 11, 27)))
    assert {m.applies for m in everywhere.measures} == {APPLIES} and not shows_destination(everywhere)


def test_several_amendments_are_in_order_and_name_their_documents(store: Store) -> None:
    """The Congo's stop was extended twice, then replaced by quotas."""
    shown = document(store, "cd-cobalt-2025-susp", Context(date(2026, 11, 27), "COD"))
    on = shown.context.as_of
    assert [event_words(e, on) for e in shown.events] == [
        "22 Feb 2025: took effect",
        "24 Feb 2025: announced",
        "21 Jun 2025: amended; until 20 Sep 2025",
        "20 Sep 2025: amended; until 15 Oct 2025",
        "16 Oct 2025: replaced by Decision 004/ARECOMS/2025",
    ]
    assert [(e.by.instrument_id if e.by else None) for e in shown.changed_by] == ["cd-cobalt-2025-quota"]
    assert states(shown) == {"cd-cobalt-2025-susp": "ended"} and shown.metal_ids == ("cobalt",)
    quota = document(store, "cd-cobalt-2025-quota", Context(date(2026, 11, 27), "COD"))
    assert [e.document.instrument_id for e in quota.changes] == ["cd-cobalt-2025-susp"]


def test_a_document_without_measures_shows_what_it_changes(store: Store) -> None:
    """Announcement 72 of 2025 pauses both clauses of section 2 and amends the closing clause of 46 of 2024."""
    shown = document(store, "cn-2025-72", LAST_DAY)
    assert shown.measures == () and shown.events == () and shown.metal_ids == ()
    assert [
        (e.event.date, e.event.event, e.document.instrument_id, clauses(e.measures)) for e in shown.changes
    ] == [
        ("2025-11-09", "suspended", "cn-2024-46", "section 2, first clause; section 2, second clause"),
        ("2025-11-09", "amended", "cn-2024-46", "closing clause"),
    ]
    changed = document(store, "cn-2024-51", LAST_DAY)
    assert {e.document.instrument_id for e in changed.changes} == {
        "cn-1998-245",
        "cn-2002-361",
        "cn-2023-23",
        "cn-2023-39",
        "cn-2024-33",
    }


@pytest.mark.parametrize(
    ("instrument_id", "count", "state"),
    [
        ("cn-2025-1", 28, "in force"),
        ("cn-2025-13", 15, "listed, measures stopped on 10 Nov 2025"),
        ("cn-2025-21", 16, "paused until 10 Jan 2027 (presumed)"),
    ],
)
def test_an_entity_list_has_its_parties_with_their_states(
    store: Store, instrument_id: str, count: int, state: str
) -> None:
    shown = document(store, instrument_id, LAST_DAY)
    assert len(shown.parties) == count and shown.items == () and shown.metal_ids == ()
    words = {listing_words(p.listed.listing, p.measure, LAST_DAY.as_of) for p in shown.parties}
    assert words == {state}
    numbers = [int(p.listed.listing.list_no) for p in shown.parties]
    assert numbers == list(range(1, count + 1))


def test_numbers_within_a_number_are_in_order(store: Store) -> None:
    """Notice 10 of 2025 names a firm as 14 and its branches as 14.1 and following."""
    numbers = [p.listed.listing.list_no for p in document(store, "cn-uel-2025-10", LAST_DAY).parties]
    assert numbers.index("14.2") == numbers.index("14.1") + 1
    assert "14.9" in numbers and numbers.index("14.9") > numbers.index("14.2")


def test_the_title_is_official_on_file_or_translated(store: Store) -> None:
    """Particulars are printed titles, `instruments.title_zh` is on file, and `texts_zh` is our translation."""
    printed = document(store, "cn-2024-46", LAST_DAY).title_zh
    on_file = document(store, "cn-2025-72", LAST_DAY).title_zh
    translated = document(store, "cd-cobalt-2025-susp", LAST_DAY).title_zh
    assert printed and printed.basis == PRINTED and printed.text.startswith("商务部公告2024年第46号 ")
    assert on_file and on_file.basis == ON_FILE and on_file.text.startswith("商务部公告2025年第72号 ")
    assert translated and (translated.text, translated.basis) == ("暂停钴出口", TRANSLATED)


def test_a_translation_of_another_english_title_is_not_shown(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = store.rows

    def outdated(record: type, **equal: object) -> tuple[object, ...]:
        if record is not TranslatedText:
            return rows(record, **equal)
        return (TranslatedText("instruments", "cd-cobalt-2025-susp", "title_zh", "暂停钴出口", "00000000"),)

    monkeypatch.setattr(store, "rows", outdated)
    assert document(store, "cd-cobalt-2025-susp", LAST_DAY).title_zh is None


def test_the_states_are_those_of_the_documents_own_exports(store: Store) -> None:
    shown = document(store, "cd-cobalt-2025-quota", LAST_DAY)
    assert shown.context.origin == "COD" and shown.measures[0].applies == APPLIES
    assert other_origin(store, shown, LAST_DAY) == (
        "This document is about exports from DR Congo, not from China."
    )
    assert other_origin(store, document(store, "cn-2024-46", LAST_DAY), LAST_DAY) == ""
    home = document(store, "cn-2024-46", Context(date(2026, 11, 27), "CHN", "CHN"))
    assert "are not exports" in home.refusal and not shows_destination(home)


def test_metals_are_those_targeted_and_those_of_which_only_forms_are_named(store: Store) -> None:
    shown = document(store, "cn-1998-245", LAST_DAY)
    assert "beryllium" in shown.metal_ids
    assert "rhenium" in shown.form_metal_ids and "beryllium" not in shown.form_metal_ids
    assert covers_words(shown, "rhenium") == "special forms only"
    assert covers_words(shown, "beryllium") == "the material as such"


def test_items_come_in_the_order_of_their_numbers(store: Store) -> None:
    shown = document(store, "cn-2023-23", LAST_DAY)
    order = [i.item_id for i in shown.items]
    assert order == sorted(order, key=item_order)
    assert item_order("a-1-2") < item_order("a-1-10")


def test_the_wording_of_a_document_is_listed_once(store: Store) -> None:
    """The sentence of section 1 is on file for five measures."""
    shown = document(store, "cn-2024-46", LAST_DAY)
    assert [t.text for t in shown.wording].count("一、禁止两用物项对美国军事用户或军事用途出口。") == 1
    assert {t.article for t in shown.wording}.isdisjoint({"标题", "文号", "网址"})
    assert {t.article for t in shown.particulars} >= {"标题", "文号", "网址"}
    assert particular_text(next(t for t in shown.particulars if t.article == "发文日期")) == "3 Dec 2024"
    assert document(store, "cd-cobalt-2025-susp", LAST_DAY).wording == ()


def test_a_day_that_never_came_is_only_due(store: Store) -> None:
    assert dates_of(document(store, "cn-2025-57", LAST_DAY)) == "due 8 Nov 2025"
    assert dates_of(document(store, "cd-cobalt-2025-quota", LAST_DAY)) == "16 Oct 2025"
    assert dates_of(document(store, "cn-2025-72", LAST_DAY)) == ""


def test_every_document_on_file_has_a_record(store: Store) -> None:
    for instrument_id in store.instruments:
        shown = document(store, instrument_id, LAST_DAY)
        assert shown.instrument.instrument_id == instrument_id
        assert all(m.measure.instrument_id == instrument_id for m in shown.measures)
        assert all(i in store.sources for i in shown.source_ids)


def test_an_unknown_document_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="No document with the ID “nothing”"):
        document(store, "nothing", LAST_DAY)

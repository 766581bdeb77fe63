"""The rows of a search: what matches, in which group and order, what is marked, and what a row does."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.rows import GROUPS, SOURCES
from explorer.data.finding.search import MOST_IN_GROUP, search
from explorer.data.store import Store
from explorer.errors import DataFileError, KnownError

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "USA")


def rows(store: Store, text: str, kind: str | None = None, context: Context = CONTEXT):
    found = search(store, text, context, DAY).rows
    return [row for row in found if kind is None or row.kind == kind]


def keys(store: Store, text: str, kind: str | None = None) -> list[str]:
    return [row.key for row in rows(store, text, kind)]


@pytest.mark.parametrize(
    "text", ["Ga", "ga", "镓", "gallium", "GALLIUM", "ＧＡＬＬＩＵＭ", "Gallium ", "jiā", "jia", "gal", "g"]
)
def test_a_metal_comes_first(store: Store, text: str) -> None:
    first = rows(store, text)[0]
    assert (first.kind, first.key, first.metal_id) == ("metal", "gallium", "gallium")
    assert first.action is not None and first.action.as_dict() == {"kind": "open_metal", "metal": "gallium"}


def test_a_symbol_of_one_letter_is_before_names_that_begin_with_it(store: Store) -> None:
    assert keys(store, "W")[0] == "tungsten"
    begin = {m.metal_id for m in store.metals.values() if m.name_en.startswith("G")}
    assert len(begin) > 2 and begin <= set(keys(store, "g"))


def test_a_metal_has_its_pill_for_the_day_and_the_places(store: Store) -> None:
    day = date(2024, 12, 10)
    to_usa, to_japan = (rows(store, "镓", context=Context(day, "CHN", to))[0] for to in ("USA", "JPN"))
    assert (to_usa.pill, to_usa.pill_state) == ("refused in principle", "prohibition")
    assert (to_japan.pill, to_japan.pill_state) == ("licence required", "licence")


@pytest.mark.parametrize(
    "text", ["8112929010", "8112.92.9010", "8112.92.90.10", "8112 929010", "HS 8112929010"]
)
def test_a_customs_code_has_its_verdict_and_opens_its_item(store: Store, text: str) -> None:
    verdict, item = rows(store, text)[:2]
    assert (verdict.kind, verdict.verdict, verdict.pill) == ("verdict", "LISTED", "licence")
    assert (item.kind, item.key) == ("item", "cn-2023-23-1-1")
    assert verdict.action is not None and (verdict.action.kind, verdict.action.item) == (
        "open_item",
        item.key,
    )
    assert verdict.title_marks == ((0, len(text)),)


@pytest.mark.parametrize(
    ("text", "shared"), [("8112929010", "8112929010"), ("8112 92 89", "811292"), ("8112", "8112")]
)
def test_the_digits_that_an_item_shares_with_the_code_are_marked(
    store: Store, text: str, shared: str
) -> None:
    item = next(row for row in rows(store, text, "item") if row.detail.startswith("8112929010"))
    assert [item.detail[start:end] for start, end in item.detail_marks] == [shared]


def test_a_verdict_follows_the_context(store: Store) -> None:
    """Announcement 46 of 2024: refused in principle to the United States from 3 Dec 2024."""
    refused = rows(store, "8112929010", context=Context(date(2024, 12, 10), "CHN", "USA"))[0]
    assert (refused.verdict, refused.pill, refused.pill_state) == (
        "LISTED",
        "refused in principle",
        "prohibition",
    )
    before = rows(store, "8112929010", context=Context(date(2023, 7, 2), "CHN", "USA"))[0]
    assert (before.verdict, before.action) == ("NO REFERENCE CODE ON FILE", None)


def test_a_code_that_only_a_description_names_opens_that_item(store: Store) -> None:
    (verdict,) = rows(store, "8505.11.10", "verdict")
    assert verdict.verdict == "NO REFERENCE CODE ON FILE" and verdict.metal_id == "dysprosium"
    assert verdict.detail.startswith("NdFeB permanent magnet material")
    assert verdict.action is not None
    assert (verdict.action.item, verdict.action.code) == ("cn-2025-18-4-4", "8505.11.10")


def test_digits_without_a_code_are_never_called_free(store: Store) -> None:
    found = search(store, "7403110000", CONTEXT, DAY)
    (verdict,) = found.rows
    assert not found.found and verdict.verdict == "NO REFERENCE CODE ON FILE"
    assert "may still be controlled" in verdict.title and "free" not in f"{verdict.title} {verdict.detail}"


@pytest.mark.parametrize(
    ("text", "words"),
    [("8112", "at least six digits"), ("81129", "at least six digits"), ("8112929", "6, 8 or 10 digits")],
)
def test_the_beginning_of_a_code_has_no_verdict_but_its_items(store: Store, text: str, words: str) -> None:
    first, *others = rows(store, text)
    assert (first.kind, first.verdict, first.action) == ("code_beginning", "", None)
    assert words in first.detail
    items = [row for row in others if row.kind == "item"]
    assert "cn-2023-23-1-1" in [row.key for row in items]
    for row in items:
        assert any(code.hs_code.startswith(text) for code in store.items[row.key].codes)


def test_four_digits_that_begin_no_code_can_be_a_year(store: Store) -> None:
    found = rows(store, "2024")
    assert found[0].kind == "suggestion" and found[0].title == "what changed in 2024"
    assert "cn-2024-33" in [row.key for row in found if row.kind == "document"]


@pytest.mark.parametrize("text", ["3C001", "3c001", "3C001.a", "3c001a", "ECCN 3C001"])
def test_a_control_code_opens_its_first_item(store: Store, text: str) -> None:
    first = rows(store, text)[0]
    assert first.kind == "verdict" and first.action is not None and first.action.item == "cn-2023-23-1-1"


def test_a_control_code_finds_its_sub_entries(store: Store) -> None:
    found = keys(store, "1C117", "item")
    assert {"cn-2025-10-4-1", "cn-2025-10-1-1-1"} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "46 of 2024",
        "Announcement 46 of 2024",
        "46/2024",
        "2024年第46号",
        "商务部公告2024年第46号",
        "046 of 2024",
        "2024-46",
    ],
)
def test_the_number_of_an_announcement(store: Store, text: str) -> None:
    first = rows(store, text)[0]
    assert (first.kind, first.key) == ("document", "cn-2024-46")
    assert first.action is not None and first.action.as_dict() == {
        "kind": "open_document",
        "record": "cn-2024-46",
    }


def test_a_kind_of_measure_on_a_metal_finds_its_document(store: Store) -> None:
    assert rows(store, "antimony licence")[0].key == "cn-2024-33"
    assert rows(store, "helium ban")[0].key == "cn-2026-29"


def test_a_day_can_be_set_and_has_its_events(store: Store) -> None:
    found = rows(store, "2024-12-03")
    assert (
        found[0].kind == "set_day"
        and found[0].action is not None
        and found[0].action.day == date(2024, 12, 3)
    )
    by_key = {row.key: row for row in found if row.kind == "document"}
    assert by_key["cn-2024-46"].detail == "3 Dec 2024: announced and effective"
    assert any(row.kind == "event" and row.metal_id == "gallium" for row in found)
    paused = {row.key: row.detail for row in rows(store, "27 Nov 2026", "document")}
    assert paused["cn-2024-46"] == "27 Nov 2026: last day of the pause"


def test_a_day_without_events_can_still_be_set(store: Store) -> None:
    (only,) = rows(store, "1999-01-01")
    assert only.kind == "set_day" and only.detail == "No event is on file for that day."


@pytest.mark.parametrize(
    ("text", "day"), [("today", DAY), ("yesterday", date(2026, 11, 26)), ("tomorrow", date(2026, 11, 28))]
)
def test_relative_days_count_from_today(store: Store, text: str, day: date) -> None:
    first = rows(store, text)[0]
    assert first.kind == "set_day" and first.action is not None and first.action.day == day


@pytest.mark.parametrize("text", ["Japan", "日本", "Japon", "to Japan", "到日本"])
def test_a_place_becomes_the_destination(store: Store, text: str) -> None:
    first = rows(store, text)[0]
    assert (first.kind, first.key) == ("set_destination", "JPN")


def test_a_place_after_from_becomes_the_origin(store: Store) -> None:
    first, *others = rows(store, "from Indonesia")
    assert (first.kind, first.key) == ("set_origin", "IDN")
    assert "nickel" in [row.metal_id for row in others if row.kind == "metal"]
    assert not rows(store, "from Nowhere", "set_origin")


def test_chinese_of_one_two_and_three_characters(store: Store) -> None:
    assert keys(store, "钨")[0] == "tungsten"
    assert "cn-2023-23-1-2" in keys(store, "氮化镓", "item")
    assert keys(store, "氮化")


def test_a_chinese_text_marks_the_chinese_title(store: Store) -> None:
    row = next(row for row in rows(store, "氮化镓", "item") if row.key == "cn-2023-23-1-2")
    ((start, end),) = row.detail_marks
    assert row.detail[start:end] == "氮化镓"


@pytest.mark.parametrize(
    ("text", "metals"),
    [
        ("GaN", ["gallium"]),
        ("wc", ["tungsten"]),
        ("Sb2O3", ["antimony"]),
        ("REE", ["rare-earths"]),
        ("APT", ["tungsten"]),
    ],
)
def test_a_formula_or_an_abbreviation_leads_to_its_metal(store: Store, text: str, metals: list[str]) -> None:
    found = rows(store, text)
    assert [row.metal_id for row in found[: len(metals)]] == metals


def test_a_formula_inside_a_text_is_replaced(store: Store) -> None:
    assert "cn-2023-23-1-2" in keys(store, "GaN wafers", "item")


def test_separate_words_find_rows_that_contain_all_of_them(store: Store) -> None:
    assert "cn-2023-23" in keys(store, "gallium licence", "document")
    assert keys(store, "bullets primes", "use") == ["antimony|4"]


@pytest.mark.parametrize(("text", "inside"), [("tin", "existing"), ("gan", "sangdong"), ("ron", "iron")])
def test_no_word_is_found_inside_another(store: Store, text: str, inside: str) -> None:
    for row in rows(store, text):
        shown = f"{row.title} {row.detail}"
        for start, _ in row.title_marks:
            assert start == 0 or not row.title[start - 1].isascii() or not row.title[start - 1].isalnum()
        assert inside not in shown.casefold() or any(text == word for word in shown.casefold().split())


def test_a_plural_finds_the_singular(store: Store) -> None:
    assert (
        set(keys(store, "lead-acid batteries", "use"))
        == set(keys(store, "lead-acid battery", "use"))
        != set()
    )


def test_what_matches_is_marked(store: Store) -> None:
    for row in rows(store, "gallium nitride"):
        if row.kind == "item":
            assert [row.title[start:end].casefold() for start, end in row.title_marks]
    use = next(row for row in rows(store, "bauxite", "metal") if row.metal_id == "gallium")
    assert [use.detail[start:end].casefold() for start, end in use.detail_marks] == ["bauxite"]


def test_firms_and_sources(store: Store) -> None:
    assert "lynas-mt-weld" in keys(store, "Lynas", "producer")
    assert "usgs-mcs-2026-gallium" in keys(store, "Mineral Commodity Summaries 2026: Gallium", "source")


@pytest.mark.parametrize("text", ["Hensoldt", "亨索尔特", "汉翔航空工业"])
def test_a_named_party_by_any_of_its_names(store: Store, text: str) -> None:
    first = rows(store, text, "party")[0]
    assert first.key == ("hensoldt" if text != "汉翔航空工业" else "aerospace-industrial-development")
    assert first.action is not None and first.action.kind == "open_document"
    if first.key == "hensoldt":
        assert first.detail == "Announcement 20 of 2026: ban, listed on 24 Apr 2026; in force"


def test_a_claim_opens_with_its_verdict(store: Store) -> None:
    first = rows(store, "25 rare metals")[0]
    assert (first.kind, first.detail) == ("claim", "Checked: misleading")
    assert first.action is not None and first.action.as_dict() == {
        "kind": "open_claim",
        "record": "25-rare-metals",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "%",
        "_",
        '"',
        "'",
        '" OR "',
        "a\x00b",
        "\udcff\udcfe",
        "NEAR(",
        "*",
        "-",
        "(",
        "\\",
        "%%%",
        "___",
        '"""',
        "?",
        "1",
    ],
)
def test_unusual_queries_raise_nothing(store: Store, text: str) -> None:
    search(store, text, CONTEXT, DAY)


def test_wildcards_are_taken_literally(store: Store) -> None:
    assert not rows(store, "g%", "metal")
    assert rows(store, "g_llium")[0].kind == "did_you_mean"  # a letter is wrong


@pytest.mark.parametrize("text", ["gallium", "licence", "2024", "镓", "in", "China", "antinomy"])
def test_groups_are_unique_ordered_limited_and_end_with_sources(store: Store, text: str) -> None:
    found = search(store, text, CONTEXT, DAY)
    assert len({(row.kind, row.key) for row in found.rows}) == len(found.rows)
    names = [group.group_id for group in found.groups]
    assert len(set(names)) == len(names) and set(names) <= set(GROUPS)
    assert SOURCES not in names[:-1]
    for group in found.groups:
        assert len(group.rows) <= min(group.total, MOST_IN_GROUP)
        assert all(row.group == group.group_id for row in group.rows)


def test_a_heading_counts_the_rows_that_are_left_out(store: Store) -> None:
    headings = [group.heading for group in search(store, "gallium", CONTEXT, DAY).groups]
    assert any(f", {MOST_IN_GROUP} of " in heading for heading in headings)


@pytest.mark.parametrize(
    ("text", "metal"),
    [
        ("antinomy", "antimony"),
        ("gallum", "gallium"),
        ("molibdenum", "molybdenum"),
        ("germnaium", "germanium"),
    ],
)
def test_a_typing_error_is_asked_about(store: Store, text: str, metal: str) -> None:
    found = search(store, text, CONTEXT, DAY)
    assert found.found
    assert (found.rows[0].kind, found.rows[0].metal_id, found.rows[0].group) == (
        "did_you_mean",
        metal,
        "did_you_mean",
    )


def test_a_typing_error_among_other_words(store: Store) -> None:
    first = rows(store, "antinomy bullets")[0]
    assert first.kind == "did_you_mean" and first.action is not None
    assert first.action.as_dict() == {"kind": "search", "text": "antimony bullets"}


@pytest.mark.parametrize(
    ("text", "offer"), [("F-35", "aircraft"), ("f 35", ""), ("xqzzy", ""), ("gallium xqzzy", "gallium")]
)
def test_what_is_not_on_file_is_said_with_the_nearest(store: Store, text: str, offer: str) -> None:
    found = search(store, text, CONTEXT, DAY)
    remarks = [row for row in found.rows if row.kind == "not_on_file"]
    if text == "gallium xqzzy":  # the metal is a row of its own
        assert found.rows[0].metal_id == "gallium" and not remarks
        return
    if offer:
        assert not found.found and found.rows[0] is remarks[0] and found.rows[0].action is None
        assert found.rows[1].kind == "offer" and found.rows[1].title == offer
        assert search(store, offer, CONTEXT, DAY).found
    elif text == "xqzzy":
        assert [row.title for row in found.rows] == ["Nothing on file for “xqzzy”."]


@pytest.mark.parametrize(
    ("text", "metal"),
    [("caesium", "cesium"), ("wolfram", "tungsten"), ("quicksilver", "mercury"), ("水银", "mercury")],
)
def test_other_spellings_and_older_names(store: Store, text: str, metal: str) -> None:
    assert rows(store, text)[0].key == metal


def test_a_question_has_its_answer_first(store: Store) -> None:
    first, second = rows(store, "may gallium go to Japan")[:2]
    assert first.kind == "answer" and "Allowed with a licence." in first.title
    assert first.detail == "gallium · China to Japan · 27 Nov 2026"
    assert first.action is not None
    assert (first.action.metal, first.action.tab, first.action.destination) == ("gallium", "controls", "JPN")
    assert (second.kind, second.metal_id, second.pill) == ("metal", "gallium", "licence required")


def test_a_question_that_is_not_understood_says_why_and_offers_others(store: Store) -> None:
    found = rows(store, "why is gallium controlled?")
    assert (found[0].kind, found[0].action) == ("not_understood", None)
    assert "“why”" in found[0].title
    assert found[1].kind == "suggestion" and found[1].action is not None and found[1].action.kind == "search"
    assert "gallium" in [row.metal_id for row in found]


def test_a_metal_alone_is_no_question(store: Store) -> None:
    assert not rows(store, "gallium", "answer") and not rows(store, "gallium", "not_understood")


@pytest.mark.parametrize(
    "text",
    [" ".join(f"{n}" for n in range(1_000)), "镓" * 5_000, " ".join(chr(0x4E00 + n) for n in range(400))],
    ids=["short words", "one long word", "characters"],
)
def test_a_text_that_is_too_long_raises(store: Store, text: str) -> None:
    with pytest.raises(KnownError, match="at most 50 words and 1000 characters") as caught:
        search(store, text, CONTEXT, DAY)
    assert not isinstance(caught.value, DataFileError)


def test_a_repeated_word_counts_once(store: Store) -> None:
    assert keys(store, "镓 " * 300 + "氮化", "item") == keys(store, "镓 氮化", "item") != []


def test_the_same_text_gives_the_same_rows(store: Store) -> None:
    for text in ("gallium", "8112 92", "may gallium go to Japan", "antinomy"):
        assert search(store, text, CONTEXT, DAY) == search(store, text, CONTEXT, DAY)


@pytest.mark.parametrize(
    "text", ["check the claim that China controls 25 rare metals", "claim 25 rare metals", "25 rare metals"]
)
def test_a_claim_is_found_by_its_words(store, text):
    first = search(store, text, Context(date(2026, 11, 27), "CHN", "USA")).groups[0].rows[0]
    assert (first.kind, first.key, first.action.record) == ("claim", "25-rare-metals", "25-rare-metals")


def test_all_claims_are_listed(store):
    groups = search(store, "claims", Context(date(2026, 11, 27), "CHN", "USA")).groups
    (claims,) = [g for g in groups if g.group_id == "claims"]
    assert len(claims.rows) == min(len(store.claims), 8)


@pytest.mark.parametrize(
    ("text", "party_id", "detail"),
    [
        ("Siera Nevada", "sierra-nevada", "Similar name, not the same: "),
        ("Leidos PLC", "leidos", "Announcement 13 of 2025: "),
        ("日本宇宙航空研究開発機構", "japan-aerospace-exploration-agency", "Announcement 11 of 2026: "),
    ],
)
def test_a_party_is_found_by_another_spelling(store: Store, text: str, party_id: str, detail: str) -> None:
    first = rows(store, text, "party")[0]
    assert (first.key, first.detail.startswith(detail)) == (party_id, True)


def test_an_unknown_name_is_not_taken_for_a_party(store: Store) -> None:
    assert keys(store, "Qwertz Industries GmbH", "party") == []

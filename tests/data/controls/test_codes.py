"""The verdict on customs and control codes, against a table worked out by hand from the notices."""

import json
from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.controls.code_text import normalise
from explorer.data.controls.codes import (
    ANNOUNCED,
    LISTED,
    NO_CODE,
    POSSIBLE,
    SUSPENDED,
    CodeChecker,
    Verdict,
)
from explorer.data.controls.status import status_of
from explorer.data.records import KIND_RANK, Item, Measure
from explorer.data.store import Store
from explorer.errors import KnownError
from tests.data.builders import code, event, item, measure


def ask(store: Store, text: str, on: str, to: str = "ALL", origin: str = "CHN") -> Verdict:
    checker = CodeChecker(
        store.measures.values(), store.items.values(), Context(date.fromisoformat(on), origin, to)
    )
    return checker.check(text)


def ids(verdict: Verdict) -> list[str]:
    return [m.item.item_id for m in verdict.matches]


def test_an_entry_comes_before_its_sub_entries_whatever_their_states(store: Store) -> None:
    found = ask(store, "2B005", "2026-10-01")
    assert ids(found) == ["cn-2024-33-2-3", "cn-2025-55-5"]
    assert [m.state for m in found.matches] == ["in_force", "suspended"]
    assert (found.verdict, found.headline) == (LISTED, "licence")


def test_a_ban_without_items_is_a_related_measure(store: Store) -> None:
    (match,) = ask(store, "8112929010", "2024-12-10", "USA").matches
    assert (match.item.metal_id, match.measure.measure_id) == ("gallium", "cn-2023-23")
    assert (match.state, match.presumed) == ("in_force", False)
    assert [(a.measure.measure_id, a.state, a.presumed) for a in match.related] == [
        ("cn-2024-46-2a", "in_force", False),
        ("cn-2024-46-x", "in_force", False),
        ("cn-2023-57-ga", "in_force", False),
    ]


def test_a_paused_ban_is_a_related_measure(store: Store) -> None:
    (match,) = ask(store, "8112929010", "2026-10-01", "USA").matches
    (ban,) = [a for a in match.related if a.measure.measure_id == "cn-2024-46-2a"]
    assert (ban.state, ban.presumed, ban.measure.destination) == ("suspended", False, "USA")
    (later,) = ask(store, "8112929010", "2026-11-28", "USA").matches
    (back,) = [a for a in later.related if a.measure.measure_id == "cn-2024-46-2a"]
    assert (back.state, back.presumed) == ("in_force", True)
    (other,) = ask(store, "8112929010", "2026-10-01", "JPN").matches
    assert "cn-2024-46-2a" not in [a.measure.measure_id for a in other.related]


def test_a_special_form_is_judged_by_its_own_measure(store: Store) -> None:
    found = ask(store, "1C902.a.4", "2026-10-01")
    (match,) = found.matches
    assert (found.verdict, found.headline) == (LISTED, "licence")
    assert (match.item.metal_id, match.item.relation) == ("cobalt", "other form")
    assert match.state == "in_force"
    assert [(a.measure.measure_id, a.state) for a in match.related] == [("cn-2025-58", "suspended")]


def test_one_number_can_have_items_of_several_metals(store: Store) -> None:
    before = ask(store, "2931900032", "2025-02-03", "USA")
    after = ask(store, "2931900032", "2025-02-04", "USA")
    assert {m.item.metal_id for m in before.matches} == {"antimony"}
    assert {m.item.metal_id for m in after.matches} == {"antimony", "bismuth", "indium"}
    assert before.headline == after.headline == "prohibition"


def test_possible_matches_share_eight_digits_first_then_six(store: Store) -> None:
    found = ask(store, "8112929055", "2024-12-10")
    shared = [(m.hs_code or "")[:8] == "81129290" for m in found.matches]
    assert shared == sorted(shared, reverse=True)
    assert {True, False} == set(shared)
    assert {(m.hs_code or "")[:6] for m in found.matches} == {"811292"}
    assert {m.hs_code for m in found.matches[: sum(shared)]} == {"8112929010", "8112929090"}


def test_every_number_on_file_is_found_by_the_state_of_its_measure(store: Store) -> None:
    best = {"in_force": LISTED, "suspended": SUSPENDED, "announced": ANNOUNCED}
    for text in ("2023-07-15", "2024-12-10", "2025-10-15", "2026-10-01", "2027-02-01"):
        on = date.fromisoformat(text)
        checker = CodeChecker(store.measures.values(), store.items.values(), Context(on))
        for hs_code in {c.hs_code for i in store.items.values() for c in i.codes}:
            found = checker.check(hs_code)
            equal = [m for m in found.matches if m.hs_code == hs_code]
            if equal:
                assert found.matches == tuple(equal)
                assert found.verdict == best[equal[0].state]
            else:
                assert found.verdict in (POSSIBLE, NO_CODE)


@pytest.mark.parametrize("to", ["ALL", "USA", "JPN", "USA-MIL", "JPN-MIL"])
@pytest.mark.parametrize(
    "on", ["2023-08-01", "2024-12-10", "2025-10-20", "2026-10-01", "2026-11-28", "2027-02-01"]
)
def test_the_headline_is_the_status_of_the_metal(store: Store, on: str, to: str) -> None:
    day = date.fromisoformat(on)
    checker = CodeChecker(store.measures.values(), store.items.values(), Context(day, destination=to))
    words = {
        m: status_of(store.measures.values(), m, Context(day, destination=to)).status for m in store.metals
    }
    judged = 0
    for hs_code in {c.hs_code for i in store.items.values() for c in i.codes}:
        found = checker.check(hs_code)
        if found.matches and all(m.item.relation == "target" for m in found.matches):
            kinds = [words[m.item.metal_id] for m in found.matches]
            assert found.headline == max(kinds, key=KIND_RANK.__getitem__), hs_code
            judged += 1
    assert judged > 20


TO_MILITARY = Context(date(2025, 6, 1), destination="USA-MIL")
LISTED_FOR_MILITARY = measure("rest", "prohibition", "USA-MIL", metals=(), reach="listed")


@pytest.mark.parametrize(
    ("control_code", "to", "headline"),
    [
        ("1C240.a", "USA-MIL", "prohibition"),
        ("1C240", "USA-MIL", "prohibition"),
        ("1C240.a", "USA", "licence"),
        ("1C240.a", "JPN-MIL", "licence"),
        ("252604X", "USA-MIL", "licence"),  # a number of the technology catalogue
        ("1C2401", "USA-MIL", "licence"),  # four digits
        ("1F240", "USA-MIL", "licence"),  # a letter after E
    ],
)
def test_a_measure_on_all_listed_items_raises_the_headline_of_listed_items(
    control_code: str, to: str, headline: str
) -> None:
    listed = item(control_code=control_code, codes=("7504002010",))
    checker = CodeChecker(
        [measure(), LISTED_FOR_MILITARY], [listed], Context(date(2025, 6, 1), destination=to)
    )
    for asked in (control_code, "7504002010"):
        found = checker.check(asked)
        assert (found.verdict, found.headline) == (LISTED, headline)
        (match,) = found.matches
        assert [a.measure.measure_id for a in match.related] == (
            ["rest"] if headline == "prohibition" else []
        )


def test_a_suspended_item_is_not_raised() -> None:
    paused = measure(events=(event("2025-05-01", "suspended", "2025-12-31"),))
    listed = item(control_code="1C240.a")
    found = CodeChecker([paused, LISTED_FOR_MILITARY], [listed], TO_MILITARY).check("1C240.a")
    assert (found.verdict, found.headline) == (SUSPENDED, "none")
    assert found.matches[0].related == ()


def test_a_suspended_measure_on_all_listed_items_raises_nothing() -> None:
    paused = measure(
        "rest",
        "prohibition",
        "USA-MIL",
        metals=(),
        reach="listed",
        events=(event("2025-05-01", "suspended", "2025-12-31"),),
    )
    listed = item(control_code="1C240.a")
    found = CodeChecker([measure(), paused], [listed], TO_MILITARY).check("1C240.a")
    assert (found.verdict, found.headline) == (LISTED, "licence")
    assert [(a.measure.measure_id, a.state) for a in found.matches[0].related] == [("rest", "suspended")]


def test_as_dict_is_plain_and_complete(store: Store) -> None:
    found = ask(store, " 8112.92.9010 ", "2026-10-01", "USA").as_dict()
    assert json.loads(json.dumps(found)) == found
    keys = ("code", "normalised", "verdict", "headline", "strictness", "presumed", "your_entry")
    assert {k: found[k] for k in keys} == {
        "code": " 8112.92.9010 ",
        "normalised": "8112929010",
        "verdict": "LISTED",
        "headline": "licence",
        "strictness": None,
        "presumed": False,
        "your_entry": False,
    }
    (match,) = found["matches"]
    also = match.pop("also")
    assert match == {
        "item_id": "cn-2023-23-1-1",
        "metal": "gallium",
        "control_code": "3C001.a",
        "hs_code": "8112929010",
        "description": store.items["cn-2023-23-1-1"].description,
        "measure_id": "cn-2023-23",
        "kind": "licence",
        "strictness": None,
        "state": "in_force",
        "presumed": False,
        "your_entry": False,
    }
    assert also[0] == {
        "measure_id": "cn-2024-46-2a",
        "kind": "prohibition",
        "strictness": "in_principle",
        "destination": "USA",
        "state": "suspended",
        "presumed": False,
        "your_entry": False,
    }


def test_nothing_found_as_dict(store: Store) -> None:
    assert ask(store, "010121", "2026-10-01").as_dict() == {
        "code": "010121",
        "normalised": "010121",
        "verdict": "NO REFERENCE CODE ON FILE",
        "headline": None,
        "strictness": None,
        "presumed": False,
        "your_entry": False,
        "matches": [],
        "catch_all": {
            "measure_id": "cn-sc-792-14",
            "kind": "licence",
            "strictness": None,
            "destination": "ALL",
            "state": "in_force",
            "presumed": False,
            "your_entry": False,
        },
        "described_in": [],
    }
    assert ask(store, "010121", "2024-11-30").as_dict()["catch_all"] is None


# how people write codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8112929010", "8112929010"),
        ("8112.92.9010", "8112929010"),
        (" 8112 92 90 10\n", "8112929010"),
        ("8112-92-9010", "8112929010"),
        ("8112–92\u20119010", "8112929010"),
        ("８１１２９２９０１０", "8112929010"),
        ("８１１２．９２．９０", "81129290"),
        ("8112\u00a092\u30009010", "8112929010"),
        ("\ufeff8112929010\u200b", "8112929010"),
        ("811292", "811292"),
        ("01012100", "01012100"),
        ("1c117.D", "1C117.d"),
        ("1C111.B.1.A", "1C111.b.1.a"),
        (" 3 c 001 ", "3C001"),
        ("３Ｃ００１．ａ", "3C001.a"),
        ("252604x", "252604X"),
        ("1C117.", "1C117"),
        ("\u200b1C117", "1C117"),
    ],
)
def test_ways_to_write_a_code(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize("text", ["12345", "1234567", "123456789", "8112.92.901", "８１１２９２９"])
def test_a_dropped_zero_is_suspected_of_odd_lengths(text: str) -> None:
    with pytest.raises(KnownError, match=r"customs codes have 6, 8 or 10; .*leading zero\.$"):
        normalise(text)


@pytest.mark.parametrize(("text", "count"), [("1", 1), ("8112", 4), ("81129290101", 11), ("1" * 500, 500)])
def test_other_lengths_give_the_number_of_digits_only(text: str, count: int) -> None:
    with pytest.raises(KnownError, match=rf"has {count} digits?: customs codes have 6, 8 or 10\.$") as fault:
        normalise(text)
    assert len(str(fault.value)) < 120


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "...",
        "gallium",
        "C",
        "8.11E+09",
        "8.11292901E9",
        "=8112929010",
        "8112929010;8112929090",
        "1C117/d",
        "1C117..d",
        ".1C117",
        "٨١١٢٩٢",
        "镓1C117",
        "Ⅷ",
        "1C117\x00",
        "A" * 9000 + "1",
    ],
)
def test_text_that_is_not_a_code_raises_a_known_error(text: str) -> None:
    with pytest.raises(
        KnownError, match=r"is not a valid code\. Enter .*a customs code of 6, 8 or 10 digits"
    ) as fault:
        normalise(text)
    assert len(str(fault.value)) < 200


# details, on synthetic measures and items

JUNE = date(2025, 6, 1)


def check(text: str, measures: list[Measure], items: list[Item], on: date = JUNE, to: str = "ALL") -> str:
    return CodeChecker(measures, items, Context(on, destination=to)).check(text).verdict


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "effective", "verdict"),
    [
        (None, None, "2025-01-01", LISTED),
        ("2025-06-01", None, "2025-01-01", LISTED),
        ("2025-06-02", None, "2025-01-01", NO_CODE),
        ("2026", None, "2025-01-01", NO_CODE),
        ("2025-06", None, "2025-01-01", LISTED),
        (None, "2025-06-01", "2025-01-01", LISTED),
        (None, "2025-05-31", "2025-01-01", NO_CODE),
        # a measure to come brings the numbers of its first day
        ("2025-07-01", None, "2025-07-01", ANNOUNCED),
        ("2025-07-02", None, "2025-07-01", NO_CODE),
        ("2025-07-01", None, None, NO_CODE),
        ("2025-06-01", None, None, ANNOUNCED),
        # its end is counted from the day asked, not from the first day
        (None, "2025-06-30", "2025-07-01", ANNOUNCED),
    ],
)
def test_tariff_years(
    valid_from: str | None, valid_to: str | None, effective: str | None, verdict: str
) -> None:
    listed = item(codes=(code("1234567890", valid_from, valid_to),))
    assert check("1234567890", [measure(effective=effective)], [listed]) == verdict


def test_a_number_renewed_in_a_later_year_is_one_match() -> None:
    renewed = item(codes=(code("1234567890", "2025-01-01"), code("1234567890", "2025-05-01")))
    found = CodeChecker([measure()], [renewed], Context(JUNE)).check("1234567890")
    assert len(found.matches) == 1


@pytest.mark.parametrize(
    "found",
    [
        measure(destination="USA"),
        measure(jurisdiction="EUU"),
        measure(announced="2025-07-01", effective="2025-08-01"),
        measure(expires="2025-05-31"),
        measure(events=(event("2025-06-01", "repealed"),)),
        measure("another"),
    ],
    ids=["destination", "jurisdiction", "not yet", "expired", "repealed", "unknown"],
)
def test_items_of_a_measure_that_does_not_count_do_not_match(found: Measure) -> None:
    items = [item(control_code="9Z999", codes=("1234567890",))]
    for text in ("1234567890", "12345678", "123456", "9Z999"):
        assert check(text, [found], items) == NO_CODE


def test_equal_numbers_that_do_not_count_leave_the_neighbours() -> None:
    measures = [measure("gone", expires="2025-05-31"), measure("here")]
    items = [item("a", "gone", codes=("1234567890",)), item("b", "here", codes=("1234567899",))]
    found = CodeChecker(measures, items, Context(JUNE)).check("1234567890")
    assert (found.verdict, ids(found)) == (POSSIBLE, ["b"])
    assert check("1234567890", measures[:1], items) == NO_CODE


def test_the_best_state_of_equal_numbers_is_the_verdict() -> None:
    coming = measure("coming", effective="2026-01-01")
    paused = measure("paused", "quota", events=(event("2025-05-01", "suspended"),))
    lapsed = measure("lapsed", "reporting", events=(event("2025-02-01", "suspended", "2025-03-01"),))
    items = [
        item(m.measure_id, m.measure_id, "gallium", None, ("1234567890",)) for m in (coming, paused, lapsed)
    ]
    assert check("1234567890", [coming], items) == ANNOUNCED
    assert check("1234567890", [coming, paused], items) == SUSPENDED
    found = CodeChecker([coming, paused, lapsed], items, Context(JUNE)).check("1234567890")
    assert (found.verdict, found.headline) == (LISTED, "reporting")
    assert ids(found) == ["lapsed", "paused", "coming"]
    assert [m.presumed for m in found.matches] == [True, False, False]
    assert [a.measure.measure_id for a in found.matches[0].related] == ["coming", "paused"]


def test_published_numbers_of_eight_and_six_digits() -> None:
    def found(text: str) -> str:
        return check(text, [measure()], [item("a", codes=("12345678",)), item("b", codes=("654321",))])

    assert found("12345678") == LISTED
    assert found("1234567811") == found("123456") == found("12345699") == POSSIBLE
    assert found("654321") == LISTED
    assert found("65432100") == found("6543210000") == POSSIBLE
    assert found("654320") == found("6543200000") == NO_CODE


def test_an_equal_number_excludes_its_neighbours() -> None:
    items = [item("a", codes=("1234567890",)), item("b", codes=("1234567891", "12345678"))]
    found = CodeChecker([measure()], items, Context(JUNE)).check("1234567890")
    assert ids(found) == ["a"]


def test_related_measures_target_the_same_metal_and_match_the_destination() -> None:
    others = [
        measure("ban", "prohibition", "USA"),
        measure("ban-mil", "prohibition", "USA-MIL"),
        measure("old", "prohibition", expires="2025-02-01"),
        measure("firms", "prohibition", metals=()),
        measure("indium", "prohibition", metals=("indium",)),
        measure("abroad", "prohibition", jurisdiction="EUU"),
        measure("later", "prohibition", announced="2025-07-01", effective="2025-07-01"),
        measure("soon", "end_use", effective="2025-07-01"),
    ]
    listed = [item(codes=("1234567890",))]
    found = CodeChecker([measure(), *others], listed, Context(JUNE, destination="USA")).check("1234567890")
    assert [a.measure.measure_id for a in found.matches[0].related] == ["ban", "soon"]
    assert found.headline == "prohibition"
    everyone = CodeChecker([measure(), *others], listed, Context(JUNE)).check("1234567890")
    assert [a.measure.measure_id for a in everyone.matches[0].related] == ["soon"]
    assert everyone.headline == "licence"


def test_a_checker_reads_its_arguments_once() -> None:
    checker = CodeChecker(iter([measure()]), iter([item(codes=("1234567890",))]), Context(JUNE))
    first, second = checker.check("1234567890"), checker.check("1234.56.7890")
    assert first.verdict == second.verdict == LISTED
    assert first.matches is second.matches
    assert checker.check("123456").matches is checker.check("123 456").matches


def test_eight_shared_digits_come_before_six_whatever_state_and_rank() -> None:
    measures = [measure("ban", "prohibition"), measure("soon", "reporting", effective="2026-01-01")]
    items = [item("a", "ban", codes=("1234569900",)), item("b", "soon", codes=("1234567800",))]
    found = CodeChecker(measures, items, Context(JUNE)).check("1234567899")
    assert (found.verdict, ids(found)) == (POSSIBLE, ["b", "a"])


def test_a_number_of_six_digits_finds_each_item_once() -> None:
    items = [item("a", codes=("1234567800",)), item("b", codes=("12345699", "123456"))]
    assert ids(CodeChecker([measure()], items[:1], Context(JUNE)).check("123456")) == ["a"]
    assert ids(CodeChecker([measure()], items, Context(JUNE)).check("12345600")) == ["a", "b", "b"]


@pytest.mark.parametrize("cell", ["9Z999;9Z999.a", "9Z999.a;9Z999"])
def test_an_item_with_both_an_entry_and_its_sub_entry_counts_as_the_entry(cell: str) -> None:
    items = [item("a", control_code="9Z999.b"), item("b", control_code=cell)]
    found = CodeChecker([measure()], items, Context(JUNE))
    assert ids(found.check("9Z999")) == ["b", "a"]
    assert ids(found.check("9z999.A")) == ["b"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("HS 8112929010", "8112929010"),
        ("HS code: 8112.92.90.10", "8112929010"),
        ("HTS8112.92.90.10", "8112929010"),
        ("海关编码：8112929010", "8112929010"),
        ("ECCN 3C001", "3C001"),
        ("3C001a", "3C001.a"),
        ("3c001 A", "3C001.a"),
        ("3C001(a)", "3C001.a"),
        ("3C001-a", "3C001.a"),
        ("1C902a4", "1C902.a.4"),
        ("1C902.a4", "1C902.a.4"),
        ("1C902.a.4.", "1C902.a.4"),
        ("252604x", "252604X"),
    ],
)
def test_codes_in_the_notations_of_parts_lists(written: str, read: str) -> None:
    assert normalise(written) == read
    assert normalise(read) == read


@pytest.mark.parametrize(
    "text", ["8112929010 kg", "8112929010kg", "x8112929010", "8112929010*", "8112929010 / 3C001", "3C001..a"]
)
def test_a_number_with_letters_attached_is_not_a_code(text: str) -> None:
    with pytest.raises(KnownError, match="is not a valid code"):
        normalise(text)


def test_several_codes_in_one_text_are_rejected() -> None:
    with pytest.raises(KnownError, match="one code at a time"):
        normalise("1E004;1E101.b")


# codes that only a description names


@pytest.mark.parametrize("code", ["8505111000", "8505.11.10", "850511"])
def test_a_code_that_only_the_description_of_an_item_names_leads_to_the_item(store: Store, code: str) -> None:
    """Announcement 18 of 2025 gives no code for magnets with dysprosium; customs class them under 8505111000."""
    found = ask(store, code, "2026-10-01")
    assert (found.verdict, found.headline, found.matches) == (NO_CODE, None, ())
    [described] = found.described
    assert (described.item.item_id, described.measure.measure_id, described.state) == (
        *("cn-2025-18-4-4", "cn-2025-18"),
        "in_force",
    )
    assert found.catch_all is not None


@pytest.mark.parametrize(("code", "on"), [("8505119000", "2026-10-01"), ("8505111000", "2025-04-03")])
def test_another_heading_or_an_earlier_day_leads_to_no_description(store: Store, code: str, on: str) -> None:
    assert ask(store, code, on).described == ()


def test_codes_that_match_nothing_but_a_description_have_texts_of_their_own(store: Store) -> None:
    assert ask(store, "8505111000", "2026-10-01").shared_key != ask(store, "010121", "2026-10-01").shared_key

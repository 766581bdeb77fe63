"""Why a code has its verdict, with values from the README of the data and the rows of the edition."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.code_cause import cause_lines, causes
from explorer.data.finding.code_check import check_line
from explorer.data.finding.code_explanation import explanation_of, joint_explanation
from explorer.data.finding.code_explanation_text import military_line, plain_text
from explorer.data.finding.code_texts import answer_text
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.reading.read_codes import read_code_text

REFUSED = Context(date(2024, 12, 10), "CHN", "USA")
PAUSED = Context(date(2026, 11, 27), "CHN", "USA")


@pytest.fixture
def checked(store):
    """Return a function that gives the answers on codes for a context."""

    def check(text, context):
        codes = read_code_text(text)
        checker = CodeVerdicts.of(store).checker(context)
        return [check_line(codes, line, checker) for line in codes.lines]

    return check


def test_the_item_has_its_wording_its_codes_and_its_measure(store, checked):
    (answer,) = checked("8112929010", REFUSED)
    found = explanation_of(store, answer.verdict, REFUSED)
    (item,) = found.items
    assert (item.metal, item.number, item.wording_from) == ("Gallium", "3C001.a", "issuer")
    assert "金属镓" in item.wording and "8112.92.9010" in item.codes
    (own,) = found.own
    assert (own.name, own.state, own.tone) == ("Announcement 23 of 2023", "in force", "licence")
    assert own.rule == "licence, to all destinations (first day: 1 Aug 2023)"
    assert own.title_zh == "关于对镓、锗相关物项实施出口管制的公告"
    refusal = next(rule for rule in found.related if rule.measure.measure_id == "cn-2024-46-2a")
    assert (refusal.state, refusal.metals) == ("in force", "Gallium")


def test_measures_for_military_users_alone_are_apart(store, checked):
    (answer,) = checked("8112929010", REFUSED)
    found = explanation_of(store, answer.verdict, REFUSED)
    assert "cn-2024-46-1" in {rule.measure.measure_id for rule in found.military}
    assert all("US military users" in rule.rule for rule in found.military)
    assert not {rule.measure.measure_id for rule in found.related} & {"cn-2024-46-1"}


def test_what_would_change_it_has_its_day_and_document(store, checked):
    (answer,) = checked("8112929010", PAUSED)
    found = explanation_of(store, answer.verdict, PAUSED)
    assert found.changes == (
        "27 Nov 2026: Last day of the pause: refusal in principle (China to the United States). Measure: Announcement "
        "46 of 2024, section 2, first clause. Basis: Announcement 72 of 2025. Status from then on: in force "
        "(presumed).",
    )
    after = Context(date(2026, 11, 28), "CHN", "USA")
    (answer,) = checked("8112929010", after)
    found = explanation_of(store, answer.verdict, after)
    refusal = next(rule for rule in found.related if rule.measure.measure_id == "cn-2024-46-2a")
    assert refusal.state == "in force (presumed)" and "no later notice is on file" in refusal.note
    assert "No later change of these measures is on file (controls checked to 8 Oct 2026)." in found.changes


def test_a_change_for_military_users_says_so(store, checked):
    (answer,) = checked("28539030", PAUSED)
    changes = explanation_of(store, answer.verdict, PAUSED).changes
    (ban,) = (text for text in changes if "pause: ban" in text)
    assert "10 Jan 2027" in ban and "(China to US military users)" in ban


def test_no_verdict_is_called_free(store, checked):
    for answer in checked("8112929010\n999999\n811292", PAUSED):
        cautions = explanation_of(store, answer.verdict, PAUSED).cautions
        assert any("wording of" in text for text in cautions)
        assert "Checked to 8 Oct 2026: the last 50 days are not covered." in cautions
    (nothing,) = checked("999999", PAUSED)
    cautions = explanation_of(store, nothing.verdict, PAUSED).cautions
    assert "This does not mean “free to export”" in cautions[0] and "(Order 792)" in cautions[-1]


def test_all_destinations_say_that_stricter_ones_are_left_out(store, checked):
    context = Context(date(2024, 12, 10))
    (answer,) = checked("8112929010", context)
    assert any(
        "single destinations" in text for text in explanation_of(store, answer.verdict, context).cautions
    )


def test_a_row_names_what_is_in_force_and_a_stricter_pause(store, checked):
    refused, unreadable = checked("8112929010\n84", REFUSED)
    text = answer_text(store, refused)
    assert text.pills == (("refused in principle", "prohibition"),) and text.verdict_state == "licence"
    assert answer_text(store, unreadable).verdict == "Not a code"
    (paused,) = checked("8112929010", PAUSED)
    assert answer_text(store, paused).pills == (
        ("licence", "licence"),
        ("refusal paused", "prohibition-paused"),
    )
    (possible,) = checked("8112.92", PAUSED)
    assert answer_text(store, possible).item.endswith("(and 3 more)")


def test_a_row_names_the_item_and_the_measure_behind_its_label(store, checked):
    """Announcement 46 of 2024 has no items: its refusal applies to those of Announcement 23 of 2023."""
    refused, paused = checked("8112929010", REFUSED) + checked("8112929010", PAUSED)
    assert answer_text(store, refused).item.startswith(
        "3C001.a, Announcement 46 of 2024, section 2, first clause – Gallium: Gallium metal (element)"
    )
    assert answer_text(store, paused).item.startswith("3C001.a, Announcement 23 of 2023 – Gallium: ")
    assert list(cause_lines(store, paused.verdict, PAUSED.as_of)) == [
        "licence: Announcement 23 of 2023, as last amended by Announcement 51 of 2024, for item 3C001.a, Gallium: "
        "“1.金属镓(单质)(参考海关商品编号:8110929010、8112929090、8112999000)。”",
        "refusal paused: Announcement 46 of 2024, section 2, first clause (paused until 27 Nov 2026 by Announcement "
        "72 of 2025), for the same item",
    ]
    (nothing,) = checked("999999", PAUSED)
    assert not list(cause_lines(store, nothing.verdict, PAUSED.as_of))


def test_the_item_named_is_that_of_the_strictest_measure(store, checked):
    """3C001.e is also an arsenic item: the cause is an item of the strictest measure, not just the first match."""
    (answer,) = checked("3C001", REFUSED)
    for cause in causes(answer.verdict):
        match = next(m for m in answer.verdict.matches if m.item is cause.item)
        assert cause.entry in (match, *match.related)
        assert cause.entry.measure.kind == answer.verdict.headline == "prohibition"


def test_a_joint_explanation_has_each_item_and_measure_once(store, checked):
    answers = checked("8112929010\n3C001.a\n999999\n8112929010", REFUSED)
    found = joint_explanation(store, (a.verdict for a in answers), REFUSED)
    assert [item.number for item in found.items] == ["3C001.a"]
    ids = [rule.measure.measure_id for rule in (*found.own, *found.related, *found.military)]
    assert len(ids) == len(set(ids)) and "(Order 792)" in found.cautions[-1]


def test_the_text_to_copy_has_every_part(store, checked):
    (answer,) = checked("8112929010", REFUSED)
    text = plain_text(store, answer, explanation_of(store, answer.verdict, REFUSED), REFUSED)
    lines = text.splitlines()
    assert lines[0] == "Exports from China to the United States as of 10 Dec 2024"
    assert lines[1].startswith("8112929010: LISTED.")
    assert lines[2].startswith(
        "refused in principle: Announcement 46 of 2024, section 2, first clause, for item 3C0"
    )
    assert lines[3].startswith("Gallium 3C001.a: Gallium metal")


def test_a_code_that_only_a_description_names_leads_to_that_item_in_every_text(store, checked):
    described, nothing = checked("8505111000\n0101.21", PAUSED)
    item = "1C905.a.4, Announcement 18 of 2025 – Dysprosium: NdFeB permanent magnet material"
    assert answer_text(store, described).item.startswith(
        f"Named only in the description of an item (licence): {item}"
    )
    assert answer_text(store, nothing).item.startswith("No item on file names this code")
    sentence = f"No item lists 8505111000, but the description of one item names it (licence): {item}"
    for found in (
        explanation_of(store, described.verdict, PAUSED),
        joint_explanation(store, [nothing.verdict, described.verdict], PAUSED),
    ):
        assert any(caution.startswith(sentence) for caution in found.cautions)
    assert "The description of 1C905.a.4 names this code, so the goods may be controlled" in plain_text(
        store, described, explanation_of(store, described.verdict, PAUSED), PAUSED
    )


@pytest.mark.parametrize(("destination", "users"), [("USA", "US"), ("JPN", "Japanese")])
def test_rules_that_apply_to_an_item_named_by_its_description_are_shown(store, checked, destination, users):
    """Announcement 46 of 2024 and Announcement 1 of 2026 bar all dual-use items to military users."""
    context = Context(date(2026, 11, 24), "CHN", destination)
    (answer,) = checked("8505111000", context)
    found = explanation_of(store, answer.verdict, context)
    assert (found.items, found.own) == ((), ())
    (ban,) = found.military
    assert (ban.metals, ban.state) == ("Dysprosium", "in force") and f"ban, to {users} military" in ban.rule
    assert "cn-2025-89" in {rule.measure.measure_id for rule in found.related}
    assert any("31 Dec 2026" in change for change in found.changes)
    assert military_line(store, answer.verdict, context).startswith(
        f"For military users only (not counted in the verdict): Dysprosium: ban, to {users} military users"
    )


@pytest.mark.parametrize(
    ("code", "context"),
    [
        ("8505111000", Context(date(2026, 11, 24), "CHN", "DEU")),  # no rule for military users
        ("8505111000", Context(date(2026, 11, 24), "CHN", "USA-MIL")),  # the rule itself is the question
        ("8505111000", Context(date(2025, 4, 3), "CHN", "USA")),  # before Announcement 18 of 2025
        ("8505111000", Context(date(2026, 11, 24), "EUU", "USA")),
        ("010121", PAUSED),
    ],
)
def test_where_no_item_or_rule_applies_no_military_users_are_named(store, checked, code, context):
    (answer,) = checked(code, context)
    assert military_line(store, answer.verdict, context) == ""
    assert explanation_of(store, answer.verdict, context).military == ()


def test_a_joint_explanation_keeps_the_rules_of_each_described_item(store, checked):
    answers = checked("010121\n8110929010\n8505111000", PAUSED)
    found = joint_explanation(store, [answer.verdict for answer in answers], PAUSED)
    assert {(rule.measure.measure_id, rule.metals) for rule in found.military} == {
        ("cn-2024-46-1", "Gallium"),
        ("cn-2024-46-1c", "Dysprosium"),
    }

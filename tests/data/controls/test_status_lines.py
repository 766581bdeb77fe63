"""The three lines of the header: what they say on days worked out by hand, and how they are shortened."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.controls.other_rule_names import other_rules
from explorer.data.controls.service import Controls
from explorer.data.controls.status_lines import StatusLine, StatusLines
from explorer.data.store import Store

TODAY = date(2026, 11, 27)


def lines(store: Store, metal: str, on: str, to: str, origin: str = "CHN") -> StatusLines:
    context = Context(date.fromisoformat(on), origin, to)
    return Controls.of(store).status_lines(metal, context, TODAY)


def longest(line: StatusLine) -> str:
    return line.fitted(lambda text: True)


def within(line: StatusLine, characters: int) -> str:
    return line.fitted(lambda text: len(text) <= characters)


@pytest.mark.parametrize(
    ("metal", "on", "to", "text"),
    [
        ("gallium", "2026-11-27", "USA", "Allowed with a licence today"),
        ("gallium", "2026-11-28", "USA", "Licences are refused in principle on 28 Nov 2026 (presumed)"),
        ("gallium", "2024-12-10", "USA", "Licences are refused in principle on 10 Dec 2024"),
        ("gallium", "2023-07-31", "USA", "Nothing in force on 31 Jul 2023"),
        ("holmium", "2026-11-27", "DEU", "Allowed with an ordinary export licence today"),
        ("rhenium", "2026-11-27", "USA", "Nothing in force today for the metal itself"),
        ("copper", "2026-11-27", "USA", "Nothing on file; some controls may exist"),
    ],
)
def test_the_first_line_answers_for_the_day(store: Store, metal: str, on: str, to: str, text: str) -> None:
    assert longest(lines(store, metal, on, to).in_force) == text


def test_a_licence_for_some_forms_names_them_after_the_day(store: Store) -> None:
    line = lines(store, "indium", "2026-11-27", "USA").in_force
    assert longest(line).startswith("Licence needed today for indium phosphide, trimethylindium and")
    shortened = within(line, 60)
    assert shortened.startswith("Licence needed today for indium phosphide") and shortened.endswith("…")
    assert len(shortened) <= 60 and shortened[:-1] == longest(line)[: len(shortened) - 1]


def test_the_last_day_of_a_pause_names_what_comes_next_in_its_colour(store: Store) -> None:
    line = lines(store, "gallium", "2026-11-27", "USA").next
    assert longest(line) == (
        "The refusal in principle is paused until 27 Nov 2026. From 28 Nov 2026 it applies again unless the pause is "
        "extended; no later notice is on file (checked to 8 Oct 2026). This pause is based on Announcement 72 of 2025."
    )
    assert (line.kind, line.countdown) == ("prohibition", "last day of the pause")


@pytest.mark.parametrize(
    ("on", "kind", "countdown"),
    [
        ("2026-10-28", "", "pause ends in 30 days"),  # the refusal applies from 28 Nov, in 31 days
        ("2026-10-29", "prohibition", "pause ends in 29 days"),
        ("2026-11-26", "prohibition", "pause ends in 1 day"),
    ],
)
def test_the_second_line_has_its_colour_within_thirty_days(
    store: Store, on: str, kind: str, countdown: str
) -> None:
    line = lines(store, "gallium", on, "USA").next
    assert (line.kind, line.countdown) == (kind, countdown)


def test_a_pause_that_has_run_out_explains_the_presumption(store: Store) -> None:
    line = lines(store, "gallium", "2026-11-28", "USA").next
    assert longest(line) == (
        "Presumed: the pause ended on 27 Nov 2026 and no later notice is on file (checked to 8 Oct 2026)."
    )
    assert (line.kind, line.countdown) == ("", "")


def test_a_pause_by_a_statement_keeps_its_days_in_the_short_version(store: Store) -> None:
    line = lines(store, "holmium", "2026-11-27", "DEU").next
    assert "Unclear" in longest(line) and longest(line) == line.complete
    assert within(line, 140) == (
        "The licence requirement is paused until 10 Jan 2027 by a statement only; under the notices on file, in force "
        "since 11 Nov 2026."
    )


def test_the_end_of_what_is_in_force_is_named_a_month_before(store: Store) -> None:
    assert longest(lines(store, "tin", "2026-12-20", "DEU").next) == (
        "The term of the ordinary export licence requirement ends on 31 Dec 2026, and no replacement is on file. "
        "Note on file: “Annual catalogue; renewed each December”."
    )
    early = longest(lines(store, "tin", "2026-11-20", "DEU").next)
    assert early == "No paused or announced measure is on file."
    assert longest(lines(store, "tin", "2027-01-01", "DEU").next) == (
        "The term of the ordinary export licence requirement ended on 31 Dec 2026, and no replacement is on file. "
        "Note on file: “Annual catalogue; renewed each December”."
    )


def test_an_answer_for_all_names_destinations_with_a_pause_of_their_own(store: Store) -> None:
    line = lines(store, "gallium", "2026-10-01", "ALL").next
    assert line.complete == "Paused or announced measures are on file for the United States only."
    assert lines(store, "gallium", "2026-11-28", "ALL").next.complete == (
        "No paused or announced measure is on file."
    )
    assert lines(store, "gallium", "2026-10-01", "JPN").next.complete == (
        "No paused or announced measure is on file."
    )


def test_the_third_line_names_stricter_destinations_first(store: Store) -> None:
    text = longest(lines(store, "antimony", "2026-11-28", "ALL").others)
    assert text.startswith(
        "Also: stricter for the United States (refusal in principle, presumed); stricter for "
    )


def test_the_third_line_lists_other_rules_and_how_far_the_data_go(store: Store) -> None:
    line = lines(store, "gallium", "2026-11-27", "USA").others
    text = longest(line)
    assert text.startswith(
        "Also: never to US military users (since 3 Dec 2024); re-export rule (since 3 Dec 2024)"
    )
    assert text.endswith("Checked to 8 Oct 2026: the last 50 days are not covered.")
    shorter = within(line, len(text) - 1)
    assert "; and 1 more. Checked to 8 Oct 2026" in shorter
    assert within(line, 88) == (
        "Also: never to US military users (since 3 Dec 2024); and 3 more. Checked to 8 Oct 2026."
    )
    assert within(line, 70) == "Also: never to US military users (since 3 Dec 2024); and 3 more."
    assert longest(lines(store, "gallium", "2026-10-01", "USA").others).endswith(
        "Controls checked to 8 Oct 2026."
    )


def test_the_strictest_other_rule_is_named_in_every_width(store: Store) -> None:
    """The military users of the United States are refused more than 20 metals."""
    seen = 0
    for metal in store.metals:
        for to in ("USA", "ALL", "DEU", "JPN"):
            found = other_rules(store, Controls.of(store).answer(metal, Context(TODAY, "CHN", to)))
            assert [rule.rank for rule in found] == sorted((rule.rank for rule in found), reverse=True)
            if not found or not found[0].is_severe:
                continue
            seen += 1
            line = lines(store, metal, "2026-11-27", to).others
            assert all(found[0].text in version for version in line.versions)
    assert seen > 20


def test_a_line_without_a_ban_or_licence_keeps_its_number_of_rules(store: Store) -> None:
    line = lines(store, "tin", "2026-11-27", "DEU").others
    assert within(line, 30) == "Checked to 8 Oct 2026."


def test_goods_that_are_not_exported_have_one_sentence(store: Store) -> None:
    found = lines(store, "gallium", "2026-11-27", "CHN")
    assert "are not exports" in longest(found.in_force)
    assert (longest(found.next), longest(found.others), found.first) == ("", "", "")


def test_every_line_of_every_metal_can_be_fitted_into_any_width(store: Store) -> None:
    for metal in store.metals:
        for to in ("USA", "JPN-MIL", "ALL"):
            found = lines(store, metal, "2026-11-27", to)
            for line in (found.in_force, found.next, found.others):
                assert all(len(within(line, n)) <= n for n in (20, 60, 120))


def test_a_text_is_cut_at_a_word_and_without_spaces_at_a_character() -> None:
    assert within(StatusLine(("Licence needed for wafers, ingots",), ""), 27) == "Licence needed for wafers…"
    assert within(StatusLine(("镓和锗需要许可证",), ""), 4) == "镓和锗…"
    assert within(StatusLine(("Minor metal · element 31",), ""), 15) == "Minor metal…"


@pytest.mark.parametrize(
    ("metal", "on", "to", "text"),
    [
        ("gallium", "2026-11-27", "USA", "Paused until 27 Nov 2026; then applies unless extended."),
        ("holmium", "2026-11-27", "DEU", "Paused until 10 Jan 2027 by a statement only."),
        ("holmium", "2026-10-20", "DEU", "Paused until 10 Jan 2027: the licence requirement."),
        ("graphite", "2026-11-10", "DEU", "Paused until 10 Jan 2027: a further licence requirement."),
        ("gallium", "2026-11-28", "USA", "Presumed: no notice confirms it."),
    ],
)
def test_a_narrow_line_keeps_its_days(store: Store, metal: str, on: str, to: str, text: str) -> None:
    found = lines(store, metal, on, to)
    assert within(found.next, max(51, len(text))) == text


@pytest.mark.parametrize(
    ("metal", "on", "to", "text"),
    [
        (
            "dysprosium",
            "2026-11-28",
            "DEU",
            "Paused until 10 Jan 2027 by a statement only: a further licence requirement; 1 more (see Controls).",
        ),
        (
            "holmium",
            "2026-11-27",
            "DEU",
            "Paused until 10 Jan 2027 by a statement only: the licence requirement.",
        ),
        ("holmium", "2026-10-20", "DEU", "The licence requirement is paused until 10 Jan 2027."),
        (
            "gallium",
            "2026-11-20",
            "USA",
            "Paused until 27 Nov 2026, in force from 28 Nov 2026 unless extended: the refusal in principle.",
        ),
    ],
)
def test_a_line_of_middle_length_names_the_rule_that_is_paused(
    store: Store, metal: str, on: str, to: str, text: str
) -> None:
    """Beside “Allowed with a licence” it has to be clear that the licence in force is not what is paused."""
    assert within(lines(store, metal, on, to).next, 100) == text

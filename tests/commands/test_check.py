"""`minor-metals check` with codes on the command line."""

import json

import pytest

from tests.commands.running import Run

ON = ("--on", "2024-12-10", "--to", "USA")


def test_json_is_a_list_of_verdicts(run: Run) -> None:
    code, out, err = run("check", "8112929010", "9999999999", *ON, "--json")
    listed, nothing = json.loads(out)
    assert (code, err) == (0, "")
    assert list(listed) == [
        "code",
        "normalised",
        "verdict",
        "headline",
        "strictness",
        "presumed",
        "your_entry",
        "matches",
        "catch_all",
        "described_in",
        "military_users_only",
        "beyond_verified",
    ]
    assert (listed["verdict"], listed["headline"], listed["strictness"]) == (
        "LISTED",
        "prohibition",
        "in_principle",
    )
    assert listed["matches"][0]["measure_id"] == "cn-2023-23"
    assert {a["measure_id"] for a in listed["matches"][0]["also"]} >= {"cn-2024-46-2a"}
    assert (nothing["verdict"], nothing["headline"], nothing["matches"]) == (
        "NO REFERENCE CODE ON FILE",
        None,
        [],
    )
    assert listed["catch_all"] is None
    assert (nothing["catch_all"]["measure_id"], nothing["catch_all"]["state"]) == ("cn-sc-792-14", "in_force")


def test_limits_of_the_items_are_shown(run: Run) -> None:
    out = run("check", "2825800010", "--on", "2026-11-27").out
    assert "  3C003.c: purity ≥ 99.99 %" in out
    assert (
        "Antimony, to all destinations: state trading, in force" in out
        and "ordinary export licence, in force" in out
    )
    assert "Limits (goods" not in run("check", "8112929010", *ON).out


def test_table(run: Run) -> None:
    out = run("check", "8112.92.9010", "3c002.a", "999999", *ON).out
    assert out.startswith("Codes for exports from China to the United States as of 10 Dec 2024:")
    assert "8112929010  LISTED" in out and "NO REFERENCE CODE ON FILE" in out
    assert "Announcement 23 of 2023: licence" in out
    assert (
        "Gallium, to the United States: refusal in principle, in force (Announcement 46 of 2024, section 2"
        in out
    )
    assert "A code is only a reference: the wording of the item decides" in out
    assert "free" not in out.casefold()


def test_no_match_has_an_exit_code_of_its_own(run: Run) -> None:
    code, out, err = run("check", "9999999999", "999999", *ON, "--json")
    assert (code, err) == (1, "")
    assert [v["verdict"] for v in json.loads(out)] == ["NO REFERENCE CODE ON FILE"] * 2
    assert run("check", "999999", "811292", *ON).code == 0  # POSSIBLE is a match


def test_a_measure_on_every_listed_item_raises_the_headline(run: Run) -> None:
    """Fine nickel powder needs a licence; to US military users no dual-use item may go."""
    asked = ("check", "1C240.a", "--on", "2026-06-01", "--json")
    (found,) = json.loads(run(*asked, "--to", "USA-MIL").out)
    assert (found["verdict"], found["headline"]) == ("LISTED", "prohibition")
    (match,) = found["matches"]
    assert (match["item_id"], match["kind"], match["state"]) == ("cn-1998-245-1c240-a", "licence", "in_force")
    raised = [(a["measure_id"], a["state"]) for a in match["also"] if a["kind"] == "prohibition"]
    assert raised[0] == ("cn-2024-46-1-rest", "in_force")
    (found,) = json.loads(run(*asked, "--to", "USA").out)
    assert (found["verdict"], found["headline"]) == ("LISTED", "licence")


def test_a_pause_has_its_last_day(run: Run) -> None:
    out = run("check", "2846904400", "8112929010", "--on", "2026-11-24", "--to", "USA").out
    assert "paused until 27 Nov 2026" in out and "2026-11-27" not in out
    assert "the last 47 days are not covered" in out


def test_an_invalid_code_does_not_stop_the_others(run: Run) -> None:
    code, out, err = run("check", "85", "8112929010", "gallium!", *ON, "--json")
    assert code == 2
    assert [v["code"] for v in json.loads(out)] == ["8112929010"]
    assert err.count("\n") == 2 and "85" in err


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("8112929010", "--file", "x.csv"),
        ("8112929010", "-o", "x.csv"),
        ("8112929010", "--column", "code"),
        ("8112929010", "--format", "csv"),
        ("--file", "x.csv", "--json"),
    ],
)
def test_invalid_combinations_are_refused(run: Run, argv: tuple[str, ...]) -> None:
    code, out, err = run("check", *argv)
    assert (code, out) == (2, "") and err.count("\n") == 1


@pytest.mark.parametrize(("on", "is_beyond"), [("2026-10-08", False), ("2026-10-09", True)])
def test_json_says_that_the_day_is_later_than_the_last_one_checked(
    run: Run, on: str, is_beyond: bool
) -> None:
    (verdict,) = json.loads(run("check", "8112929010", "--on", on, "--json").out)
    assert verdict["beyond_verified"] is is_beyond


def test_rules_for_military_users_alone_are_named(run: Run) -> None:
    _, out, _ = run("check", "8112929010", "--on", "2024-12-10", "--to", "USA")
    head, _, rest = out.partition("For military users only (not counted in the verdict):\n")
    assert "section 1)" not in head and "(Announcement 46 of 2024, section 1)" in rest.splitlines()[0]
    assert "military users" in rest.splitlines()[0]


@pytest.mark.parametrize(
    ("to", "named"),
    [("USA", [("cn-2024-46-1", "USA-MIL", "in_force", False)]), ("USA-MIL", []), ("DEU", []), ("ALL", [])],
)
def test_rules_for_military_users_alone_are_apart_in_json(
    run: Run, to: str, named: list[tuple[str, str, str, bool]]
) -> None:
    listed, nothing = json.loads(
        run("check", "8112929010", "999999", "--on", "2024-12-10", "--to", to, "--json").out
    )
    found = listed["military_users_only"]
    assert [(m["measure_id"], m["destination"], m["state"], m["presumed"]) for m in found] == named
    assert all(m["metals"] == ["gallium"] and not m["your_entry"] for m in found)
    assert nothing["military_users_only"] == []
    own = {a["measure_id"] for m in listed["matches"] for a in m["also"]}
    assert own.isdisjoint(m["measure_id"] for m in found)


def test_a_code_that_only_a_description_names_has_the_other_rules_of_its_metal(run: Run) -> None:
    """On 10 December 2024 gallium was refused in principle to the United States, and barred to military users."""
    refused = "8110929010", "--on", "2024-12-10", "--to", "USA"
    found = run("check", *refused)
    named, also, military = (
        found.out.index(text)
        for text in ("No item lists 8110929010", "refusal in principle, in force", "For military")
    )
    assert found.code == 1 and named < also < military
    assert "Gallium: ban, to US military users (first day: 3 Dec 2024), in force" in found.out
    (verdict,) = json.loads(run("check", *refused, "--json").out)
    (rule,) = verdict["military_users_only"]
    assert (rule["measure_id"], rule["metals"], verdict["headline"]) == ("cn-2024-46-1", ["gallium"], None)

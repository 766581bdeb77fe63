"""`minor-metals changes`: text, JSON and CSV agree, and what can't be asked is refused in one sentence."""

import csv
import json
from io import StringIO

import pytest

from tests.commands.running import Run

DAYS = ("--since", "2026-11-27", "--until", "2026-11-28")


def test_the_text_names_metals_measures_and_documents(run: Run) -> None:
    code, out, err = run("changes", *DAYS, "--to", "USA")
    assert (code, err) == (0, "")
    assert out.startswith(
        "Changes after 27 Nov 2026 and up to 28 Nov 2026: exports from China to the United States. "
        "4 metals and materials have a different status. 2 measures have a different status on the last day. "
        "Checked to 8 Oct 2026: the last 51 days are not covered."
    )
    (gallium,) = [line for line in out.splitlines() if line.startswith("Gallium")]
    assert "refusal paused, until 27 Nov 2026" in gallium and "refused in principle (presumed)" in gallium
    assert gallium.endswith("presumed: text of Announcement 72 of 2025; no notice confirms this")
    assert "In force again (presumed): end-use rule" in out


def test_all_destinations_are_named(run: Run) -> None:
    code, out, _ = run("changes", *DAYS, "--to", "all")
    assert code == 0 and "exports from China to all destinations" in out
    (gallium,) = [line for line in out.splitlines() if line.startswith("Gallium")]
    assert "the United States" in gallium


def test_json_and_csv_hold_the_same_changes(run: Run) -> None:
    found = json.loads(run("changes", *DAYS, "--to", "USA", "--json").out)
    assert (found["since"], found["until"], found["from"], found["to"]) == (
        "2026-11-27",
        "2026-11-28",
        "CHN",
        "USA",
    )
    assert (found["verified_to"], found["beyond_verified"]) == ("2026-10-08", True)
    metals = {m["metal"]: m for m in found["metals"]}
    assert list(metals) == ["antimony", "gallium", "germanium", "superhard"]
    gallium = metals["gallium"]
    assert (gallium["before"]["pill_state"], gallium["after"]["pill_state"]) == (
        "prohibition-paused",
        "prohibition",
    )
    assert (gallium["measures"], gallium["documents"]) == (["cn-2024-46-2a"], ["cn-2025-72"])
    (step,) = found["measures"][0]["steps"]
    assert (step["day"], step["document"], step["beyond_verified"]) == ("2026-11-28", "cn-2025-72", True)
    assert step["after"] == {"state": "in_force", "presumed": True, "your_entry": False, "until": None}
    rows = list(csv.DictReader(StringIO(run("changes", *DAYS, "--to", "USA", "--csv").out)))
    of_metals = [row for row in rows if row["record"] == "metal"]
    assert [(r["metal"], r["before"], r["after"], r["after_presumed"]) for r in of_metals] == [
        (m["metal"], m["before"]["pill"], m["after"]["pill"], "yes") for m in found["metals"]
    ]
    of_measures = [row for row in rows if row["record"] == "measure"]
    assert [(r["measure"], r["day"], r["document"], r["after_state"]) for r in of_measures] == [
        (m["measure_id"], s["published"], s["document"], s["after"]["state"])
        for m in found["measures"]
        for s in m["steps"]
    ]
    assert {row["after_beyond_verified"] for row in rows} == {"yes"}


def test_a_measure_without_a_state_before_says_so(run: Run) -> None:
    out = run("changes", "--since", "2026-07-09", "--until", "2026-07-10", "--csv").out
    helium = [row for row in csv.DictReader(StringIO(out)) if row["measure"] == "cn-2026-29"]
    assert {row["before"] for row in helium if row["record"] == "measure"} == {"not yet announced"}


def test_a_term_that_ran_out_says_so_with_its_note(run: Run) -> None:
    span = ("changes", "--since", "2026-12-31", "--until", "2027-01-01")
    (step,) = (
        s
        for m in json.loads(run(*span, "--json").out)["measures"]
        if m["measure_id"] == "cn-2025-89"
        for s in m["steps"]
    )
    note = "Annual catalogue; renewed each December"
    assert (step["change"], step["words"], step["note"]) == (
        "term ended",
        "Term ended: ordinary export licence requirement",
        note,
    )
    rows = csv.DictReader(StringIO(run(*span, "--csv").out))
    row = next(r for r in rows if r["measure"] == "cn-2025-89" and r["record"] == "measure")
    assert (row["after"], row["after_state"], row["note"]) == ("term ended", "ended", note)


def test_a_quiet_span_ends_with_code_1(run: Run) -> None:
    code, out, err = run("changes", "--since", "2026-10-20", "--until", "2026-10-21", "--to", "DEU")
    assert (code, out) == (1, "")
    assert "No metal or measure on file has a different status on the last day." in err
    found = json.loads(run("changes", "--since", "2026-10-20", "--until", "2026-10-21", "--json").out)
    assert (found["metals"], found["measures"], found["returned"]) == ([], [], [])


def test_the_last_day_is_today_and_days_may_be_relative(run: Run) -> None:
    assert run("changes", "--since", "-10y").code == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--since", "2026-11-28", "--until", "2026-11-27"), "must be before the last day, 27 Nov 2026"),
        (("--since", "2026-11-27", "--until", "2026-11-27"), "must be before"),
        ((*DAYS, "--to", "China"), "not exports"),
        ((*DAYS, "--json", "--csv"), "cannot be combined"),
        (("--since", "soon"), "is not a date"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(run: Run, words: tuple[str, ...], part: str) -> None:
    code, out, err = run("changes", *words)
    assert (code, out) == (2, "") and part in err and err.count("\n") == 1


def test_a_day_before_the_command_is_not_ignored(run: Run) -> None:
    code, _, err = run("--on", "2026-11-27", "changes", *DAYS)
    assert code != 0 and "--on does not apply to `changes`" in err

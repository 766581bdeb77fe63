"""The check as a whole: the project's facts pass, and all faults of all files come at once."""

from pathlib import Path

from db.rows import read_all
from edited import Copy, facts

from db import rules_controls, rules_figures, rules_tables
from db.check import BETWEEN_TABLES, EVERY_TABLE, check
from db.faults import Fault


def test_the_facts_pass() -> None:
    assert check(facts()) == []


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    expected = {
        ("claims.csv", copy.set("claims", "apt-licence", verdict="true"), "verdict"),
        ("metals.csv", copy.set("metals", "gallium", kind="rock", atomic_number="x"), "kind"),
        ("uses.csv", copy.set("uses", "gallium|1", sector_id="nowhere"), "sector_id"),
        ("prices.csv", copy.set("prices", "antimony-china-everbright|2025-01-01", value="dear"), "value"),
    }
    expected.add(
        (
            "metals.csv",
            next(iter(line for file, line, _ in expected if file == "metals.csv")),
            "atomic_number",
        )
    )
    faults = check(read_all(tmp_path))
    assert {(fault.file, fault.line, fault.column) for fault in faults} == expected
    assert faults == sorted(faults)


def test_a_missing_file_is_one_fault_and_the_others_are_checked(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.path("sources").unlink()
    line = copy.set("metals", "gallium", kind="rock")
    missing, wrong = sorted(check(read_all(tmp_path)), key=lambda fault: fault.line)
    assert missing == Fault("sources.csv", 0, "", "", "The file is missing.")
    assert (wrong.file, wrong.line) == ("metals.csv", line)


def test_an_empty_folder_has_a_fault_for_every_file(tmp_path: Path) -> None:
    faults = check(read_all(tmp_path))
    assert len(faults) == len(facts())
    assert {fault.rule for fault in faults} == {"The file is missing."}


def test_a_fault_reads_as_one_line() -> None:
    fault = Fault("metals.csv", 12, "kind", "rock\n", "The word is one of: element.")
    assert str(fault) == "metals.csv:12: kind 'rock\\n': The word is one of: element."


def test_every_rule_is_run() -> None:
    run = {*EVERY_TABLE, *(rule for rule, _ in BETWEEN_TABLES)}
    written = {
        rule
        for module in (rules_tables, rules_controls, rules_figures)
        for name, rule in vars(module).items()
        if getattr(rule, "__module__", "") == module.__name__ and not name.startswith("_")
    }
    assert run == written

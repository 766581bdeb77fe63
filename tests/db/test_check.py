"""The check as a whole: all faults of all files are reported at once, and every rule runs."""

from pathlib import Path

import pytest

from db.check import BETWEEN_TABLES, EVERY_TABLE, check
from db.csv_tables import CsvTable, read_all
from db.faults import DataFaultsError, Fault
from db.rules import buyers, controls, figures, tables
from db.tables import TABLES
from tests.db.edited import EDITION, Copy, facts


def test_the_edition_passes() -> None:
    assert {path.name for path in EDITION.iterdir()} == {f"{name}.csv" for name in TABLES}
    assert check(facts()) == []


def test_all_faults_of_all_files_are_reported_at_once_in_order(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    gallium = copy.set("metals", "gallium", kind="rock", atomic_number="x")
    expected = [
        ("claims.csv", copy.set("claims", "apt-licence", verdict="true"), "verdict"),
        ("metals.csv", gallium, "atomic_number"),
        ("metals.csv", gallium, "kind"),
        ("prices.csv", copy.set("prices", "antimony-china-everbright|2025-01-01", value="dear"), "value"),
        ("uses.csv", copy.set("uses", "gallium|1", sector_id="nowhere"), "sector_id"),
    ]
    assert [(fault.file, fault.line, fault.column) for fault in check(read_all(tmp_path))] == expected


def test_a_missing_file_is_one_fault_and_the_others_are_checked(tmp_path: Path) -> None:
    copy = Copy(tmp_path)
    copy.path("sources").unlink()
    line = copy.set("metals", "gallium", kind="rock")
    wrong, missing = check(read_all(tmp_path))
    assert missing == Fault("sources.csv", 0, "", "", "The file is missing.")
    assert (wrong.file, wrong.line) == ("metals.csv", line)


@pytest.mark.parametrize("name", ["sources", "metals", "countries", "measures", "measure_metals", "texts_zh"])
def test_a_file_that_cannot_be_read_is_the_only_fault(name: str) -> None:
    fault = Fault(f"{name}.csv", 1, "", "", "The file must be UTF-8.")
    broken = CsvTable(TABLES[name], faults=[fault], is_broken=True)
    assert check(facts() | {name: broken}) == [fault]


def test_an_empty_folder_has_a_fault_for_every_file(tmp_path: Path) -> None:
    faults = check(read_all(tmp_path))
    assert [fault.file for fault in faults] == sorted(f"{name}.csv" for name in TABLES)
    assert {fault.rule for fault in faults} == {"The file is missing."}


def test_a_fault_reads_as_one_line() -> None:
    fault = Fault("metals.csv", 12, "kind", "rock\n", "The word must be one of: element.")
    assert str(fault) == "metals.csv:12: kind 'rock\\n': The word must be one of: element."
    assert str(DataFaultsError([fault, fault])) == f"{fault}\n{fault}"


def test_every_rule_is_run() -> None:
    run = [*EVERY_TABLE, *(rule for rule, _ in BETWEEN_TABLES)]
    written = {
        rule
        for module in (tables, controls, figures, buyers)
        for name, rule in vars(module).items()
        if getattr(rule, "__module__", "") == module.__name__ and not name.startswith("_")
    }
    assert set(run) == written
    assert len(run) == len(written)


def test_rules_between_tables_name_tables() -> None:
    assert {name for _, needed in BETWEEN_TABLES for name in needed} <= set(TABLES)
    assert all(needed for _, needed in BETWEEN_TABLES)

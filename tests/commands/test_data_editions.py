"""`minor-metals data install`, `list`, `use`, `rollback` and `diff`."""

import csv
import io
import json
from pathlib import Path

import pytest

from explorer.data.editions import folder
from tests.commands.running import Run

pytestmark = pytest.mark.usefixtures("no_editions")


def test_install_shows_what_was_checked_and_what_to_do_next(run: Run, later_file: Path) -> None:
    done = run("data", "install", later_file)
    assert (done.code, done.err) == (0, "")
    digest = folder.sha256(later_file)
    name = f"2099.01-{digest[:8]}"
    assert done.out.splitlines() == [
        "Edition 2099.01, controls checked to 22 Nov 2026",
        f"SHA-256: {digest}",
        "The file matches its checksum file.",
        "No signature file found.",
        f"Installed as {name} and now in use.",
        f"To see what changed: minor-metals data diff bundled {name}",
    ]
    assert "Checked to 22 Nov 2026" in run("status", "gallium", "--on", "2026-11-28").out
    again = run("data", "install", later_file, "--json")
    assert json.loads(again.out) | {"sha256": ""} == {
        "name": name,
        "data_version": "2099.01",
        "verified_to": "2026-11-22",
        "sha256": "",
        "checksum_file": True,
        "signature": "none",
        "signature_sentence": "No signature file found.",
        "new": False,
        "before": name,
        "older": "",
    }


def test_a_bad_file_is_one_sentence_and_nothing_changes(run: Run, truncated: Path) -> None:
    done = run("data", "install", truncated)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"minor-metals: The data file {truncated} ") and done.err.count("\n") == 1
    assert run("data", "list", "--json").out.count('"name"') == 1


def test_an_older_edition_says_so(run: Run, earlier_file: Path) -> None:
    assert "An older edition is in use: 2020.06." in run("data", "install", earlier_file).out
    assert "An older edition is in use: 2020.06." in run("data", "list").out
    assert "Edition in use" in run("doctor").out


def test_editions_are_listed_chosen_and_taken_back(run: Run, later_file: Path) -> None:
    name = json.loads(run("data", "install", later_file, "--json").out)["name"]
    found = json.loads(run("data", "list", "--json").out)
    assert [(e["name"], e["in_use"], e["fault"]) for e in found] == [
        ("bundled", False, None),
        (name, True, None),
    ]
    assert run("data", "use", "bundled").out == (
        "Edition 2026.12-test is now in use; controls checked to 8 Oct 2026.\n"
    )
    assert "bundled" in run("data", "list").out
    assert run("data", "rollback").out.startswith("Edition 2099.01 is now in use")
    assert json.loads(run("data", "use", "newest", "--json").out)["name"] == name
    missing = run("data", "use", "2031.01")
    assert (missing.code, missing.err) == (
        1,
        "minor-metals: No data edition “2031.01”. `minor-metals data list` lists the editions.\n",
    )


def test_an_edition_that_is_not_in_use_is_removed(run: Run, later_file: Path) -> None:
    name = json.loads(run("data", "install", later_file, "--json").out)["name"]
    refused = run("data", "remove", name)
    assert (refused.code, refused.err) == (
        2,
        f"minor-metals: Edition {name} is in use and cannot be removed. Use another one first: "
        "`minor-metals data use EDITION`.\n",
    )
    run("data", "use", "bundled")
    assert run("data", "remove", "2099.01") == (0, f"Removed edition {name}.\n", "")
    assert [e["name"] for e in json.loads(run("data", "list", "--json").out)] == ["bundled"]
    assert run("data", "remove", "bundled").err.endswith("came with the program cannot be removed.\n")
    assert run("data", "remove", name).code == 1
    installed = json.loads(run("data", "install", later_file, "--json").out)["name"]
    run("data", "use", "bundled")
    removed = json.loads(run("data", "remove", installed, "--json").out)
    assert removed == {"removed": installed, "file": str(folder.edition_path(installed))}


def test_a_broken_edition_is_reported_by_every_command(run: Run, later_file: Path) -> None:
    name = json.loads(run("data", "install", later_file, "--json").out)["name"]
    path = folder.edition_path(name)
    path.write_bytes(path.read_bytes()[:-100])
    done = run("status", "gallium")
    assert done.code == 0
    assert done.err == (
        f"minor-metals: The data edition 2099.01 cannot be used. The data file {path} was changed after its "
        "installation. Install this edition again. Edition 2026.12-test is used instead.\n"
    )
    assert "damaged" in run("data", "list").out
    assert "PROBLEM: The data edition 2099.01 cannot be used." in run("doctor").out
    refused = run("data", "use", "2099.01")
    assert refused.code == 2 and "was changed after its installation" in refused.err


def test_options_of_the_data_file_do_not_apply(run: Run, later_file: Path) -> None:
    done = run("--data", later_file, "data", "list")
    assert (done.code, done.err) == (2, "minor-metals: --data does not apply to `data list`.\n")


def test_diff_compares_editions_and_files(run: Run, later_file: Path) -> None:
    run("data", "install", later_file)
    text = run("data", "diff", "bundled", "2099.01", "--on", "2026-11-28")
    assert text.code == 0
    assert "Gallium  China         all destinations  licence required  ban" in text.out
    assert "Measures (measures)" in text.out and "added   cn-2099-1" in text.out
    found = json.loads(run("data", "diff", "bundled", later_file, "--on", "2026-11-28", "--json").out)
    assert (found["old"]["data_version"], found["new"]["data_version"]) == ("2026.12-test", "2099.01")
    assert [s["metal"] for s in found["statuses"]] == ["gallium"]
    assert [t["added"] for t in found["tables"] if t["table"] == "measures"] == [1]
    assert [found[name] for name in ("on", "from", "to", "beyond_verified")] == [
        *("2026-11-28", "CHN", "ALL"),
        True,
    ]
    table = list(csv.DictReader(io.StringIO(run("data", "diff", "bundled", "2099.01", "--csv").out)))
    assert {row["record"] for row in table} == {"fact", "status"}
    everywhere = json.loads(run("data", "diff", "bundled", "2099.01", "--all-places", "--json").out)
    assert len(everywhere["statuses"]) > 1 and everywhere["from"] is everywhere["to"] is None
    same = run("data", "diff", "2099.01", later_file)
    assert same.code == 1 and "No fact differs. No status differs." in same.out


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_diff_says_that_the_day_is_not_covered_beside_its_output(
    run: Run, later_file: Path, form: str
) -> None:
    late = run("data", "diff", "bundled", later_file, "--on", "2026-11-28", form)
    assert late.err == "minor-metals: Checked to 22 Nov 2026: the last 6 days are not covered.\n"
    assert run("data", "diff", "bundled", later_file, "--on", "2026-11-22", form).err == ""


def test_diff_refuses_what_it_cannot_compare(run: Run, truncated: Path) -> None:
    assert run("data", "diff", "bundled", "2031.01").code == 1
    assert run("data", "diff", "bundled", truncated).code == 2
    both = run("data", "diff", "bundled", "bundled", "--json", "--csv")
    assert (both.code, both.err) == (2, "minor-metals: --json and --csv cannot be combined.\n")

"""`minor-metals today`: text, JSON and the calendar file agree."""

import json
from pathlib import Path

import pytest

from explorer import paths
from tests.commands.running import Run
from tests.data.calendar_parser import events_of

DAY = ("--on", "2026-11-27", "--to", "USA")


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test begin without a watchlist."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))


def test_the_text_has_every_part(run: Run) -> None:
    code, out, err = run("today", *DAY)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Exports from China to the United States as of 27 Nov 2026. "
        "Controls checked to 8 Oct 2026, 50 days before 27 Nov 2026."
    )
    assert ": Last day of the pause: refusal in principle and end-use rule\n" in out
    assert "Zimbabwe to all destinations" in out
    assert "Gallium" in out and "(estimated)" in out
    assert "May gallium go to the United States?\n  Allowed with a licence." in out


def test_the_text_marks_dates_after_the_last_day_checked(run: Run) -> None:
    """Checked to 8 Oct 2026: dates ahead of 27 Nov 2026 are later, and those near 1 Jan 2025 are not."""
    sentence = (
        "Dates after 8 Oct 2026 are after the last day checked; anything announced since then is missing."
    )
    for day in ("2026-11-27", "2025-01-01"):
        found = json.loads(run("today", "--on", day, "--to", "USA", "--json").out)
        out = run("today", "--on", day, "--to", "USA").out
        ahead, before = out.split("\nDates since ")
        for part, entries in (
            (ahead, [d for d in found["dates"] if d["day"] >= day]),
            (before, [d for d in found["dates"] if d["day"] < day]),
        ):
            assert (sentence in part) == any(d["beyond_verified"] for d in entries)
    assert sentence in run("today", *DAY).out and sentence not in out


def test_an_origin_leaves_only_its_own_dates(run: Run) -> None:
    every = json.loads(run("today", *DAY, "--json").out)
    own = json.loads(run("today", *DAY, "--from", "CHN", "--json").out)
    assert {d["from"] for d in own["dates"]} == {"CHN"} < {d["from"] for d in every["dates"]}
    assert own["counts"] == every["counts"]


def test_the_json_has_flags_and_ids(run: Run) -> None:
    found = json.loads(run("today", *DAY, "--json").out)
    assert (found["on"], found["from"], found["to"]) == ("2026-11-27", "CHN", "USA")
    assert (found["checked"]["verified_to"], found["checked"]["days"]) == ("2026-10-08", 50)
    (notice,) = found["notices"]
    assert (notice["date"]["document"], notice["date"]["applies_from"]) == ("cn-2025-72", "2026-11-28")
    last = next(d for d in found["dates"] if d["day"] == "2026-11-27")
    own = {"your_entry": False}
    assert last["before"] == {"state": "suspended", "presumed": False, "until": "2026-11-27", **own}
    assert last["after"] == {"state": "in_force", "presumed": True, "until": None, **own}
    assert last["beyond_verified"] is True
    paused = next(c for c in found["counts"] if c["pill_state"] == "prohibition-paused")
    assert (paused["metals"], paused["next_metals"]) == (
        ["antimony", "gallium", "germanium", "superhard"],
        [],
    )
    assert [m["metal"] for m in found["next_day"]] == paused["metals"]
    assert all(p["date"] is None or p["source_ids"] for p in found["prices"])


def test_the_watchlist_decides_whose_prices_are_shown(run: Run) -> None:
    assert run("own", "watch", "tin").code == 0
    found = json.loads(run("today", *DAY, "--json").out)
    assert [p["metal"] for p in found["prices"]] == ["tin"] and found["watching"] is True
    text = run("today", *DAY).out
    assert "Last prices of the metals you watch\n" in text and "examples" not in text


def test_without_a_watchlist_the_metals_are_named_as_examples(run: Run) -> None:
    assert json.loads(run("today", *DAY, "--json").out)["watching"] is False
    text = run("today", *DAY).out
    assert "Last prices of example metals\n" in text
    assert "these are examples. To list your own here, use `minor-metals own watch METAL`." in text


def test_the_calendar_file_has_the_dates_ahead(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "dates.ics"
    code, out, err = run("today", *DAY, "--ics", str(path))
    assert (code, out, err) == (0, f"{path}\n", "")
    data = path.read_bytes()
    ahead = [d for d in json.loads(run("today", *DAY, "--json").out)["dates"] if d["day"] >= "2026-11-27"]
    assert [e["DTSTART;VALUE=DATE"] for e in events_of(data)] == [d["day"].replace("-", "") for d in ahead]
    code, _, err = run("today", *DAY, "--ics", str(path))
    assert code != 0 and "already exists" in err
    assert run("today", *DAY, "--ics", str(path), "--force").code == 0
    assert path.read_bytes() == data


def test_goods_that_are_not_exported_are_refused(run: Run) -> None:
    code, out, err = run("today", "--on", "2026-11-27", "--to", "China")
    assert (code, out) == (2, "") and "not exports" in err

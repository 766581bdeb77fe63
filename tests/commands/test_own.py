"""`minor-metals own`: series, watchlist, export and import from the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from explorer import paths
from explorer.data.dates import show
from explorer.data.user.notes import set_note
from explorer.data.user.series import points_of
from explorer.data.user.user_file import UserFile
from tests.commands.running import Run

GALLIUM = "Gallium, Rotterdam (USD/kg)\ndate,price\n2026-11-25,310.5\n2026-11-26,n/a\n2026-11-27,311.5\n"


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's file of one test."""
    monkeypatch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home" / "own.db"


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    """A file with prices of gallium."""
    path = tmp_path / "prices.csv"
    path.write_text(GALLIUM)
    return path


def test_without_data_the_list_says_so_and_makes_no_file(run: Run, own_file: Path) -> None:
    code, out, err = run("own", "list")
    assert (code, out, err) == (
        1,
        "",
        f"minor-metals: No series, watchlist, notes, entries or parts lists are saved in {own_file}.\n",
    )
    found = json.loads(run("own", "list", "--json").out)
    nothing = {"series": [], "watchlist": [], "notes": [], "entries": [], "parts": []}
    assert found == {"file": str(own_file), **nothing}
    assert not own_file.parent.exists()
    sentence = "You have no series, note or entry for Gallium 镓, and it is not on your watchlist."
    assert run("own", "list", "gallium").err == f"minor-metals: {sentence}\n"


def test_entries_and_parts_lists_are_listed_too(run: Run, tmp_path: Path) -> None:
    notice = ("--title", "Notice 1", "--address", "https://example.org/1", "--read", "2026-11-21")
    pause = ("cn-2023-23", "suspended", "--date", "2026-11-20", "--until", "2027-11-20")
    assert run("own", "add-event", *pause, *notice).code == 0
    rule = ("--document", "Notice 2", "--kind", "licence", "--metal", "bismuth", "--effective", "2026-11-20")
    assert run("own", "add-measure", *rule, *notice).code == 0
    codes = tmp_path / "motors.csv"
    codes.write_text("code\n8505111000\n")
    assert run("parts", "add", codes, "--name", "Motors").code == 0
    text = run("own", "list").out
    assert "Your entries" in text and "paused from 20 Nov 2026 until 20 Nov 2027" in text
    assert "Your parts lists" in text and "Motors" in text
    found = json.loads(run("own", "list", "--json").out)
    assert found["entries"] == json.loads(run("own", "entries", "--json").out)["entries"]
    assert found["parts"] == json.loads(run("parts", "list", "--json").out)["lists"]
    on_gallium = json.loads(run("own", "list", "gallium", "--json").out)
    assert [e["words"].partition(":")[0] for e in on_gallium["entries"]] == ["Announcement 23 of 2023"]
    assert on_gallium["parts"] is None and "Motors" not in run("own", "list", "gallium").out
    (on_bismuth,) = json.loads(run("own", "list", "Bi", "--json").out)["entries"]
    assert on_bismuth["words"].startswith("Notice 2: licence on bismuth")


def test_a_series_is_added_listed_updated_and_removed(run: Run, prices: Path, own_file: Path) -> None:
    code, out, err = run("own", "add", prices, "--metal", "Ga")
    assert (code, err) == (0, "")
    [listed] = json.loads(run("own", "list", "gallium", "--json").out)["series"]
    assert out == (
        f"Added the series “Gallium, Rotterdam” with the ID {listed['series_id']}. "
        "2 prices in USD/kg, 25 Nov 2026 to 27 Nov 2026. 1 line has a date but no price.\n"
    )
    assert listed["file_name"] == "prices.csv" and listed["currency"] == "USD"
    text = run("own", "list").out
    assert listed["series_id"] in text and "25 Nov 2026" in text and "Gallium 镓" in text
    assert run("own", "list", "tin").code == 1
    prices.write_text(GALLIUM + "2026-11-28,312\n")
    code, out, _ = run("own", "add", prices, "--update", listed["series_id"], "--json")
    added = json.loads(out)
    assert code == 0 and added["series"]["points"] == 3 and added["gaps"] == 1 and added["bad_lines"] == []
    assert [p.value for p in points_of(UserFile(own_file), listed["series_id"])] == [310.5, 311.5, 312]
    assert run("own", "remove", listed["series_id"]).out.startswith("Removed the series “Gallium, Rotterdam”")
    code, out, err = run("own", "remove", listed["series_id"])
    assert code == 1 and err.count("\n") == 1 and "You have no series with the ID" in err


def test_what_the_user_states_counts_more_than_the_file(run: Run, prices: Path) -> None:
    words = ("--name", "Mine", "--unit", "EUR/lb")
    done = json.loads(run("own", "add", prices, "--metal", "gallium", *words, "--json").out)["series"]
    assert (done["name"], done["unit"], done["currency"]) == ("Mine", "EUR/lb", "EUR")


def test_bad_lines_are_reported_and_only_skipped_on_demand(run: Run, prices: Path, own_file: Path) -> None:
    prices.write_text(GALLIUM + "2026-11-28,many\n")
    code, out, err = run("own", "add", prices, "--metal", "gallium")
    assert (code, out) == (2, "") and not own_file.exists()
    assert err.splitlines() == [
        "minor-metals: Line 6: “many” is not a number.",
        "minor-metals: 1 line cannot be read, so the series was not used. Correct it, or add --skip-bad-lines.",
    ]
    code, out, err = run("own", "add", prices, "--metal", "gallium", "--skip-bad-lines", "--json")
    assert code == 0 and json.loads(out)["bad_lines"] == [{"line": 6, "reason": "“many” is not a number."}]
    assert "Line 6" in err


def test_many_bad_lines_are_counted(run: Run, prices: Path) -> None:
    prices.write_text(GALLIUM + "2026-11-28,many\n" * 25)
    err = run("own", "add", prices, "--metal", "gallium").err
    assert err.count("is not a number") == 20 and "5 more lines cannot be read." in err


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("date,a,b\n2026-11-27,1,2\n", (), "prices.csv has 2 series: “a”, “b”. Choose one with --column."),
        (
            "date,a,b\n2026-11-27,1,2\n",
            ("--series", "c"),
            "prices.csv has no series “c”, or more than one. Its series: “a”, “b”.",
        ),
        ("date,price\n01/02/2026,5\n", (), "(line 2). Add --dates dmy or --dates mdy."),
        ("date;price\n2026-11-27;1.234\n", (), "is a decimal sign. Add --decimal point or --decimal comma."),
        ("date,price\n2026-11-27,5\n", (), "The file does not name the unit. Add it, such as --unit USD/kg."),
        (
            "date,price\n2026-11-27,5\n",
            ("--unit", "index"),
            "The unit does not name the currency. Add it, such as --currency USD.",
        ),
        ("hello\n", (), "prices.csv has no table of dates and prices"),
        (GALLIUM, ("--currency", "dollars"), "“dollars” is not a currency."),
        (GALLIUM, ("--name", " "), "Give the series a name."),
    ],
)
def test_what_is_missing_is_one_sentence(
    run: Run, prices: Path, own_file: Path, text: str, words: tuple[str, ...], sentence: str
) -> None:
    prices.write_text(text)
    code, out, err = run("own", "add", prices, "--metal", "gallium", *words)
    assert (code, out) == (2, "") and err.count("\n") == 1 and sentence in err
    assert not own_file.exists()


def test_one_series_of_several_is_chosen(run: Run, prices: Path) -> None:
    prices.write_text("date,A (USD/kg),B (USD/t)\n2026-11-27,1,2\n")
    done = json.loads(run("own", "add", prices, "--metal", "tin", "--series", "b", "--json").out)
    assert (done["series"]["name"], done["series"]["unit"]) == ("B", "USD/t")


def test_an_update_keeps_what_the_series_is(run: Run, prices: Path) -> None:
    code, _, err = run("own", "add", prices, "--update", "x", "--unit", "USD/t")
    assert code == 2 and "--update keeps name, unit and currency." in err
    assert run("own", "add", prices, "--update", "x").code == 1
    assert (
        run("own", "add", prices).code == run("own", "add", prices, "--metal", "a", "--update", "b").code == 2
    )
    assert run("own", "add", prices, "--metal", "nometal").code == 1


def test_a_metal_is_put_on_the_watchlist_and_taken_off(run: Run) -> None:
    assert run("own", "unwatch", "W").code == 1
    assert run("own", "watch", "W").out == "Tungsten 钨 is now on your watchlist.\n"
    assert run("own", "watch", "钨").out == "Tungsten 钨 is already on your watchlist.\n"
    assert json.loads(run("own", "watch", "tin", "--json").out) == {
        "metal": "tin",
        "watched": True,
        "changed": True,
    }
    assert "Tungsten 钨" in run("own", "list").out
    assert run("own", "unwatch", "W").out == "Tungsten 钨 is no longer on your watchlist.\n"
    assert [s["metal_id"] for s in json.loads(run("own", "--json", "list").out)["watchlist"]] == ["tin"]


def test_export_and_import(
    run: Run, prices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_file: Path
) -> None:
    out_file = tmp_path / "mine.db"
    assert run("own", "export", out_file).code == 1 and not out_file.exists()
    series_id = json.loads(run("own", "add", prices, "--metal", "gallium", "--json").out)["series"][
        "series_id"
    ]
    run("own", "watch", "tin")
    set_note(UserFile(own_file), "metal", "tin", "ask again")
    assert run("own", "export", out_file).out == f"{out_file}\n"
    code, _, err = run("own", "export", out_file)
    assert code == 2 and "already exists. Add --force" in err
    assert json.loads(run("own", "export", out_file, "--force", "--json").out) == {"file": str(out_file)}
    assert run("own", "import", out_file)[:2] == (0, "Nothing new to add.\n")
    with monkeypatch.context() as patch:
        patch.setenv(paths.USER_DATA_VARIABLE, str(tmp_path / "another home"))
        assert run("own", "import", out_file).out == (
            "Added 1 series. Added 1 metal to your watchlist. Added 1 note.\n"
        )
        prices.write_text(GALLIUM.replace("310.5", "999"))
        run("own", "add", prices, "--update", series_id)
        code, out, err = run("own", "import", out_file)
        assert (code, out) == (0, "")
        assert f"({series_id}) differs from yours, which was kept. Add --replace to replace it." in err
        done = json.loads(run("own", "import", out_file, "--replace", "--json").out)
        assert done["differing_series"] == [series_id] and done["replaced"]
        (difference,) = done["differences"]
        assert (difference["kind"], difference["id"]) == ("series", series_id)
        assert difference["new"] == f"{difference['old']} Some values differ."
        assert points_of(UserFile(Path(done["copy"])), series_id)[0].value == 999
        assert points_of(UserFile(), series_id)[0].value == 310.5
        run("own", "add", prices, "--update", series_id)
        code, out, err = run("own", "import", out_file, "--replace")
        assert code == 0 and f"({series_id}) was replaced." in err
        assert out.startswith("A copy of your data from before the import is in ")


def test_an_import_says_what_you_had_and_what_the_file_has(run: Run, tmp_path: Path, own_file: Path) -> None:
    out_file = tmp_path / "mine.db"
    set_note(UserFile(own_file), "metal", "tin", "ask again")
    run("own", "export", out_file)
    set_note(UserFile(own_file), "metal", "tin", "done")
    today = show(date.today())
    kept = run("own", "import", out_file)
    assert kept.err == (
        "minor-metals: The note on tin differs from yours, which was kept. Add --replace to replace it. "
        f"Yours: “done” (changed {today}). In the file: “ask again” (changed {today}).\n"
    )
    for replace in (), ("--replace",):
        done = json.loads(run("own", "import", out_file, *replace, "--json").out)
        assert done["replaced"] == bool(replace)
        assert done["differences"] == [
            {
                "kind": "note",
                "id": "tin",
                "name": "Note on tin",
                "old": f"“done” (changed {today}).",
                "new": f"“ask again” (changed {today}).",
            }
        ]
    set_note(UserFile(own_file), "metal", "tin", "done")
    replaced = run("own", "import", out_file, "--replace")
    assert replaced.err == (
        f"minor-metals: The note on tin was replaced. Before: “done” (changed {today}). "
        f"Now: “ask again” (changed {today}).\n"
    )
    done = json.loads(run("own", "import", out_file, "--replace", "--json").out)
    assert (done["differences"], done["replaced"], done["copy"]) == ([], False, None)


def test_an_import_names_the_entries_and_parts_lists_that_differ(
    run: Run, tmp_path: Path, own_file: Path
) -> None:
    out_file, codes = tmp_path / "mine.db", tmp_path / "codes.csv"
    codes.write_text("code\n8505111000\n")
    notice = "--title", "Notice 1", "--address", "https://example.org/1", "--read", "2026-11-21"
    run("parts", "add", codes, "--name", "Motors", "--to", "USA")
    run("own", "add-event", "cn-2023-23", "suspended", "--date", "2026-11-20", *notice)
    run("own", "export", out_file)
    run("parts", "rename", "Motors", "Pumps")
    run("own", "entry", "all", "off")
    found = run("own", "import", out_file, "--json")
    entry, parts = json.loads(found.out)["differences"]
    assert (entry["kind"], entry["name"]) == ("entry", "Entry") and "turned off" in entry["old"]
    assert "turned off" not in entry["new"]
    assert (parts["kind"], parts["name"]) == ("parts_list", "Parts list “Pumps”")
    assert parts["old"].startswith("Pumps: 1 line") and parts["new"].startswith("Motors: 1 line")
    assert all("which was kept" in line and "Yours:" in line for line in found.err.splitlines())


def test_a_damaged_file_is_reported_and_the_command_goes_on(run: Run, own_file: Path) -> None:
    run("own", "watch", "tin")
    own_file.write_text("nothing")
    code, out, err = run("own", "watch", "zinc")
    assert (code, out) == (0, "Zinc 锌 is now on your watchlist.\n")
    assert err.startswith("minor-metals: The file with your own data was damaged and has been renamed to ")


def test_a_hostile_import_is_one_sentence(run: Run, prices: Path, own_file: Path) -> None:
    code, out, err = run("own", "import", prices)
    assert (code, out) == (2, "") and err.count("\n") == 1 and "cannot be imported" in err
    assert not own_file.exists()


def test_the_action_is_required(run: Run) -> None:
    code, _, err = run("own")
    assert code == 2 and err.count("\n") == 1 and "--help" in err
    assert "Nothing is removed." in run("own", "import", "--help").out

"""`minor-metals status`: the statuses by date and destination, the JSON, the text, the errors."""

import json
import re
from datetime import date, timedelta

import pytest

from explorer.data.dates import show
from tests.commands.running import Run

KEYS = [
    "metal",
    "on",
    "to",
    "from",
    "status",
    "strictness",
    "announced",
    "suspended",
    "presumed",
    "your_entry",
    "beyond_verified",
    "stricter",
    "answer",
    "measures",
    "general",
    "purchasing_rules",
    "your_entries",
]
MEASURE_KEYS = [
    "measure_id", "instrument", "kind", "destination", "state", "presumed", "your_entry", "effective", "until",
    "scope", "covers", "phrase", "reach", "strictness",
]  # fmt: skip

DAYS = (
    "2023-08-01",
    "2024-12-10",
    "2025-02-04",
    "2025-04-04",
    "2025-11-09",
    "2026-11-11",
    "2026-11-28",
    "2027-01-11",
)
BAN, LICENCE, STATE, TRADE = "prohibition", "licence", "state_trading", "trade_licence"
TABLE = {
    ("gallium", "USA"): [(LICENCE, "")] + [(BAN, "")] * 3 + [(LICENCE, "s")] * 2 + [(BAN, "p")] * 2,
    ("gallium", "JPN"): [(LICENCE, "")] * 8,
    ("gallium", "JPN-MIL"): [(LICENCE, "")] * 5 + [(BAN, "")] * 3,
    ("tungsten", "ALL"): [(STATE, "")] * 2 + [(LICENCE, "")] * 6,
    ("holmium", "ALL"): [(TRADE, "")] * 4 + [(TRADE, "s"), (TRADE, "sp"), (TRADE, "sp"), (LICENCE, "p")],
}
CASES = [
    (metal, to, day, status, flags)
    for (metal, to), row in TABLE.items()
    for day, (status, flags) in zip(DAYS, row, strict=True)
]


@pytest.mark.parametrize(("metal", "to", "day", "status", "flags"), CASES)
def test_the_status_by_metal_destination_and_date(
    run: Run, metal: str, to: str, day: str, status: str, flags: str
) -> None:
    code, out, err = run("status", metal, "--on", day, "--to", to, "--json")
    found = json.loads(out)
    assert (code, err, found["status"]) == (0, "", status)
    assert found["presumed"] is ("p" in flags)
    if "s" in flags:
        assert found["suspended"] is True
    assert found["beyond_verified"] is (day > "2026-10-08")


def test_json_has_these_keys_and_no_others(run: Run) -> None:
    out = run("status", "gallium", "--on", "2026-11-24", "--to", "USA", "--from", "CHN", "--json").out
    found = json.loads(out)
    assert list(found) == KEYS
    assert [found[k] for k in ("metal", "on", "to", "from")] == ["gallium", "2026-11-24", "USA", "CHN"]
    assert found["measures"] and found["general"]
    for measure in (*found["measures"], *found["general"]):
        assert list(measure) == MEASURE_KEYS
    ban = next(m for m in found["measures"] if m["measure_id"] == "cn-2024-46-2a")
    assert ban == {
        "measure_id": "cn-2024-46-2a",
        "instrument": "cn-2024-46",
        "kind": "prohibition",
        "destination": "USA",
        "state": "suspended",
        "presumed": False,
        "your_entry": False,
        "effective": "2024-12-03",
        "until": "2026-11-27",
        "scope": "All listed dual-use items of this material bound for the US",
        "covers": "metal",
        "phrase": "all listed dual-use items of this material bound for the US",
        "reach": None,
        "strictness": "in_principle",
    }
    licence = next(m for m in found["measures"] if m["measure_id"] == "cn-2023-23")
    assert (licence["until"], licence["effective"]) == (None, "2023-08-01")
    assert (licence["covers"], licence["strictness"]) == ("metal", None)
    assert licence["phrase"] == licence["scope"].replace("Metal,", "metal,")
    beyond_lists = next(m for m in found["general"] if m["measure_id"] == "cn-sc-792-14")
    assert (beyond_lists["covers"], beyond_lists["phrase"], beyond_lists["reach"]) == (None, None, "unlisted")


def test_an_unknown_effective_date_is_null(run: Run) -> None:
    found = json.loads(run("status", "graphite", "--on", "2026-11-24", "--from", "MOZ", "--json").out)
    assert [(m["state"], m["effective"]) for m in found["measures"]] == [("announced", None)]
    assert found["announced"] is True


def test_the_text_of_a_refusal(run: Run) -> None:
    out = run("status", "gallium", "--on", "2024-12-10", "--to", "USA").out
    assert out.startswith(
        "Gallium 镓, exports from China to the United States as of 10 Dec 2024. "
        "Licences are refused in principle. Also in force: "
    )
    assert re.search(r"section 1 +ban +US military users +in force +3 Dec 2024", out)
    assert "not covered" not in out
    assert "General rules and company lists that also apply:" not in out.split("Measure")[0]


def test_the_text_of_a_pause(run: Run) -> None:
    out = run("status", "gallium", "--on", "2026-11-24", "--to", "USA").out
    assert "Allowed with a licence. The refusal in principle is paused until 27 Nov 2026." in out
    assert "pause ends in 3 days · first licence requirement on file: 1 Aug 2023" in out
    assert "Checked to 8 Oct 2026: the last 47 days are not covered." in out
    assert "Announcement 46 of 2024, section 2, first clause" in out
    assert "General rules and company lists that also apply:" in out
    assert "paused until 10 Jan 2027 (presumed)" in out


def test_the_text_of_a_presumed_measure(run: Run) -> None:
    out = run("status", "holmium", "--on", "2026-11-11").out
    assert (
        "in force since 11 Nov 2026; a statement of 28 Sep 2026 says that the pause continues until 10 Jan 2027"
        in out
    )


def test_special_forms_are_counted_where_the_metal_is_not_controlled(run: Run) -> None:
    out = run("status", "platinum", "--on", "2026-11-24").out
    assert "Nothing in force for the metal itself. 2 special forms or compounds are controlled." in out
    assert "1A225" in out


def test_an_origin_without_measures_is_not_called_free(run: Run) -> None:
    out = run("status", "gallium", "--on", "2026-11-24", "--from", "Brazil").out
    assert (
        "exports from Brazil to all destinations as of 24 Nov 2026. "
        "Nothing on file; some controls may exist." in out
    )


def test_a_member_of_a_bloc_has_the_measures_of_its_bloc(run: Run) -> None:
    asked = ("status", "mercury", "--from", "DEU", "--to", "CHN", "--on", "2026-01-01")
    found = json.loads(run(*asked, "--json").out)
    assert (found["from"], found["status"]) == ("DEU", "prohibition")
    assert [(m["measure_id"], m["state"]) for m in found["measures"]] == [
        ("eu-2017-852", "in_force"),
        ("eu-2008-1102", "ended"),
    ]
    assert run(*asked).out.startswith(
        "Mercury 汞, exports from Germany to China as of 1 Jan 2026. Not allowed."
    )


def test_a_member_of_a_bloc_has_the_notices_against_its_bloc(run: Run) -> None:
    asked = ("status", "gallium", "--to", "DEU", "--on", "2026-10-08")
    found = json.loads(run(*asked, "--json").out)["general"]
    aimed = [(m["measure_id"], m["reach"], m["state"]) for m in found if m["destination"] == "EUU"]
    assert aimed == [("cn-2026-30", "parties", "in_force"), ("cn-2026-20", "parties", "in_force")]
    out = run(*asked).out.split("General rules and company lists that also apply:")[1]
    for number in (20, 30):
        assert re.search(
            rf"Announcement {number} of 2026, named companies only +ban +the European Union", out
        )
    assert "European Union" not in run("status", "gallium", "--to", "CHE", "--on", "2026-10-08").out


@pytest.mark.parametrize("to", ["germany", "DEU", "deu", "德国"])
def test_destinations_in_words(run: Run, to: str) -> None:
    found = json.loads(run("status", "Ga", "--on", "2026-11-24", "--to", to, "--json").out)
    assert found["to"] == "DEU"


def test_options_before_the_command_count_too(run: Run) -> None:
    found = json.loads(run("--on", "2024-12-10", "--to", "USA", "status", "gallium", "--json").out)
    assert (found["on"], found["to"]) == ("2024-12-10", "USA")
    found = json.loads(run("--on", "2024-12-10", "status", "gallium", "--on", "2023-08-01", "--json").out)
    assert found["on"] == "2023-08-01"


def test_an_unknown_metal(run: Run) -> None:
    code, out, err = run("status", "galium", "--on", "2026-11-24")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1 and "No metal is called “galium”. Did you mean Gallium" in err


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--on", "2026-02-30", "“2026-02-30” is not a date. Try 10 Dec 2024 or 2024-12-10."),
        ("--on", "", "No date given. Try 10 Dec 2024 or 2024-12-10."),
        ("--on", "Dec 2024", "“Dec 2024” is not a full date."),
        (
            "--on",
            "10/12/2024",
            "“10/12/2024” can mean 10 Dec 2024 or 12 Oct 2024: write the month as a word.",
        ),
        ("--on", "0001-01-01", "out of range (1900 to 2199)"),
        ("--on", "-900y", "out of range (1900 to 2199)"),
        ("--to", "Germny", "Did you mean Germany (DEU)?"),
        ("--to", "Korea", "“Korea” can mean South Korea (KOR) or North Korea (PRK): use one of these."),
        ("--to", "WLD", "“WLD” is not a country."),
        ("--from", "ALL", "No origin “ALL”."),
        ("--from", "USA-MIL", "No origin “USA-MIL”."),
    ],
)
def test_an_error_is_one_sentence(run: Run, option: str, value: str, message: str) -> None:
    code, out, err = run("status", "gallium", option, value)
    assert (code, out) == (2, "")
    assert message in err and err.count("\n") == 1


@pytest.mark.parametrize(
    ("to", "name"), [("Deutschland", "Germany"), ("德国", "Germany"), ("Corea del Sur", "South Korea")]
)
def test_a_destination_in_another_language(run: Run, to: str, name: str) -> None:
    code, out, _ = run("status", "gallium", "--on", "2024-12-10", "--to", to)
    assert code == 0 and f"exports from China to {name} as of 10 Dec 2024" in out


@pytest.mark.parametrize("day", ["10 Dec 2024", "10.12.2024", "20241210", "Dec 10, 2024", "2024-12-10"])
def test_a_date_in_several_formats(run: Run, day: str) -> None:
    assert "as of 10 Dec 2024" in run("status", "gallium", "--on", day).out


@pytest.mark.parametrize("argv", [("--on", "-2w"), ("--on=-2w",), ("--on", "-14d")])
def test_a_day_before_today_is_not_taken_for_an_option(run: Run, argv: tuple[str, ...]) -> None:
    day = show(date.today() - timedelta(days=14))
    assert f"as of {day}" in run("status", "gallium", *argv).out


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_the_last_day(run: Run, day: str) -> None:
    assert run("status", "gallium", "--on", day, "--to", "USA").code == 0


@pytest.mark.parametrize(
    "command",
    [
        "status mercury",
        "show mercury",
        "list",
        "check 8112929010",
    ],
)
@pytest.mark.parametrize(
    ("origin", "to"), [("DEU", "FRA"), ("CHN", "CHN"), ("EUU", "DEU"), ("USA", "USA-MIL")]
)
def test_what_is_not_an_export_is_refused(run: Run, command: str, origin: str, to: str) -> None:
    code, out, err = run(*command.split(), "--from", origin, "--to", to, "--on", "2026-01-01")
    assert (code, out) == (2, "")
    assert err.startswith("minor-metals: Goods sent from ") and "not exports" in err

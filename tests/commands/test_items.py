"""`minor-metals show`: controlled items with limits and wording, and the parties that notices name."""

import json
import re
from typing import Any

from tests.commands.running import Run

ON = ("--on", "2026-10-08")


def shown(run: Run, *argv: str) -> dict[str, Any]:
    """Return the JSON of `show`."""
    found: dict[str, Any] = json.loads(run("show", *argv, *ON, "--json").out)
    return found


def test_an_item_has_its_thresholds(run: Run) -> None:
    (item,) = [i for i in shown(run, "graphite")["items"] if i["item_id"] == "cn-2023-39-1"]
    assert (item["control_code"], item["relation"], item["code_basis"]) == ("1C108.b", "target", "printed")
    assert (item["kind"], item["state"], item["presumed"], item["until"]) == (
        "licence",
        "in_force",
        False,
        None,
    )
    limits = [(t["quantity"], t["operator"], t["value"], t["unit"]) for t in item["thresholds"]]
    assert limits == [
        ("density", ">", "1.73", "g/cm3"),
        ("flexural strength", ">", "30", "MPa"),
        ("purity", ">", "99.9", "%"),
    ]
    assert {t["joint"] for t in item["thresholds"]} == {"all"}
    assert all(t["source_ids"] == ["mofcom-2023-39", "lc-2026"] for t in item["thresholds"])


def test_thresholds_are_in_the_table(run: Run) -> None:
    out = run("show", "graphite", *ON).out
    line = next(x for x in out.splitlines() if x.startswith("1C108.b "))
    assert "density > 1.73 g/cm3; flexural strength > 30 MPa; purity > 99.9 %" in line
    assert re.search(
        r"^3C901.b.1 +Announcement 58 of 2025 +paused until 10 Jan 2027 +none given  ", out, re.MULTILINE
    )


def test_an_item_has_its_official_wording(run: Run) -> None:
    (item,) = [i for i in shown(run, "gallium")["items"] if i["item_id"] == "cn-2023-23-1-1"]
    (text,) = item["legal_texts"]
    assert text["text"] == "1.金属镓(单质)(参考海关商品编号:8110929010、8112929090、8112999000)。"
    assert (text["lang"], text["official"], text["complete"]) == ("zh", "yes", "yes")
    assert text["source_ids"] == ["mofcom-2023-23", "zzjt-2023-07-07"]
    assert item["thresholds"] == []


def test_measures_have_their_official_wording(run: Run) -> None:
    texts = shown(run, "gallium")["measure_texts"]
    (text,) = texts["cn-2023-23"]
    assert text["text"] == "一、满足以下特性的物项,未经许可,不得出口:"
    assert "cn-2024-46-2a" not in texts
    (text,) = shown(run, "gallium", "--to", "USA")["measure_texts"]["cn-2024-46-2a"]
    assert text["text"].startswith("二、原则上不予许可镓、锗、锑、超硬材料相关两用物项对美国出口")


def test_named_parties_are_those_of_the_destination(run: Run) -> None:
    parties = shown(run, "gallium", "--to", "DEU")["parties"]
    assert {measure_id: len(listed) for measure_id, listed in parties.items()} == {
        "cn-2026-30": 14,
        "cn-2026-20": 7,
        "cn-uel-2025-10-ca": 11,
    }
    (rheinmetall,) = [p for p in parties["cn-2026-30"] if p["party_id"] == "rheinmetall"]
    assert (rheinmetall["name_en"], rheinmetall["name_zh"], rheinmetall["country_id"]) == (
        "Rheinmetall AG",
        "莱茵金属公司",
        "DEU",
    )
    assert (rheinmetall["listing"]["list_no"], rheinmetall["listing"]["listed"]) == ("4", "2026-07-24")
    assert "cn-2026-30" not in shown(run, "gallium", "--to", "JPN")["parties"]


def test_a_paused_notice_is_shown_as_paused(run: Run) -> None:
    out = run("show", "gallium", "--to", "USA", *ON).out
    section = out.split("\nNamed parties\n=============\n")[1].split("\n\n")[0]
    assert re.search(r"Announcement 21 of 2025\b.* paused until 10 Jan 2027 \(presumed\) +16  ", section)
    assert re.search(r"listed, measures stopped on 12 Aug 2025", section)
    parties = shown(run, "gallium", "--to", "USA")["parties"]
    assert {p["state"] for p in parties["cn-2025-21"]} == {"paused until 10 Jan 2027 (presumed)"}


def test_named_parties_have_a_section(run: Run) -> None:
    out = run("show", "gallium", "--to", "DEU", *ON).out
    section = out.split("\nNamed parties\n=============\n")[1].split("\n\n")[0]
    assert re.search(r"Announcement 30 of 2026, named companies only +ban +in force +14  ", section)
    assert re.search(r"Announcement 20 of 2026, named companies only +ban +in force +7  ", section)

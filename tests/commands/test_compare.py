"""`minor-metals compare`: text, JSON and CSV agree; what is left out is named."""

import csv
import json

from tests.commands.running import Run

DAY = ("--on", "2026-11-24", "--to", "USA")


def test_json_and_csv_agree(run: Run, tmp_path) -> None:
    file = tmp_path / "compared.csv"
    code, out, err = run("compare", "gallium", "W", "重晶石", *DAY, "--json", "--csv", str(file))
    record = json.loads(out)
    assert (code, err) == (0, "")
    assert [m["metal"] for m in record["metals"]] == ["gallium", "tungsten", "barite"]
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("# ")))
    flat = [figure for metal in record["metals"] for figure in metal["figures"]]
    assert [(r["metal"], r["figure"], r["text"]) for r in rows] == [
        (v["metal"], v["figure"], v["text"] or "") for v in flat
    ]
    assert run("compare", "gallium", *DAY, "--csv", str(file)).code == 2  # it exists
    assert run("compare", "gallium", *DAY, "--csv", str(file), "--force").code == 0


def test_prices_are_set_to_100_on_the_base_day(run: Run) -> None:
    prices = json.loads(run("compare", "gallium", "barite", *DAY, "--base", "2024-01-02", "--json").out)[
        "prices"
    ]
    (gallium,) = prices["series"]
    assert prices["base"] == "2024-01-02" and gallium["unit"] == "USD/kg" and gallium["date"] == "2026-07"
    assert prices["left_out"] == ["Not shown, because no prices are on file: barite."]


def test_prices_end_with_the_as_of_date_and_later_ones_are_counted(run: Run) -> None:
    """The unit values of gallium are monthly to July 2026: 20 months follow November 2024."""
    day = ("--on", "2024-12-10", "--to", "USA")
    (gallium,) = json.loads(run("compare", "gallium", *day, "--json").out)["prices"]["series"]
    assert (gallium["date"], gallium["later"]) == ("2024-11", {"count": 20, "last_date": "2026-07"})
    assert (
        "Prices after 10 Dec 2024 are left out here; the chart shows them to Jul 2026."
        in run("compare", "gallium", *day).out
    )
    (none,) = json.loads(run("compare", "gallium", "--on", "2022-12-10", "--json").out)["prices"]["series"]
    assert (none["date"], none["price"], none["index"]) == (None, None, None)
    (now,) = json.loads(run("compare", "gallium", *DAY, "--json").out)["prices"]["series"]
    assert now["later"] == {"count": 0, "last_date": None}


def test_the_text_has_the_figures_and_what_is_left_out(run: Run) -> None:
    code, out, _ = run("compare", "gallium", "holmium", *DAY, "--figures", "share,lists")
    assert code == 0
    assert out.startswith("Key figures as of 24 Nov 2026, exports from China to the United States:")
    assert "99 % (estimated); 2025, primary output, low-purity gallium\n" in out and "group only" in out
    assert "Origin's share: USGS Mineral Commodity Summaries 2026." in out
    assert "Not known for holmium: Origin's share. " in out and "Latest prices, " in out


def test_errors_say_what_to_do(run: Run) -> None:
    assert "At most 8 metals" in run("compare", "Ga", "W", "Sb", "Bi", "In", "Te", "Sn", "Zn", "Cu", *DAY).err
    assert "is not a key figure" in run("compare", "Ga", "--figures", "weather", *DAY).err
    assert "“unobtainium”" in run("compare", "unobtainium", *DAY).err


def test_without_any_figure_it_ends_with_1(run: Run) -> None:
    assert run("compare", "gallium", "--figures", "buyer").code == 1

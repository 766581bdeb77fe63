"""Files as agencies, statistics and spreadsheets write them, and what a reader must find in them."""

from datetime import date
from pathlib import Path

import pytest

from explorer.data.reading.read import read_file, read_text
from explorer.data.reading.records import Candidate, Choices, Undecided
from explorer.errors import KnownError

CORPUS = Path(__file__).resolve().parent / "corpus"
TODAY = date(2026, 11, 28)
DAYS = ("2026-11-25", "2026-11-26", "2026-11-27")
Series = tuple[str, str, dict[str, float]]

EXPECTED: dict[str, list[Series]] = {
    "plain.csv": [("plain", "", dict(zip(DAYS, (310.5, 312, 311.25), strict=True)))],
    "german.csv": [("Gallium 99,99 %, frei Rotterdam", "USD/kg", {DAYS[0]: 1310.5, DAYS[1]: 1312})],
    "german_umlauts.csv": [("Erlöse für Germanium in", "EUR/kg", {DAYS[0]: 2100.5, DAYS[1]: 2110.5})],
    "low_mid_high.csv": [("Tungsten APT", "USD/mtu WO3", {"2026-11-20": 610, "2026-11-27": 617.5})],
    "low_high.csv": [("low_high", "", {"2026-11-20": 1100.5, "2026-11-27": 1150})],
    "several.csv": [
        ("Antimony ingot", "USD/t", {"2026-11-27": 25500, "2026-11-28": 25600}),
        ("Bismuth 99.99%", "USD/lb", {"2026-11-27": 14.2}),
    ],
    "pairs.csv": [
        ("Germanium", "EUR/kg", {DAYS[0]: 2500.5, DAYS[1]: 2510.5}),
        ("Indium", "USD/kg", {"2026-11-24": 380.25}),
    ],
    "chinese_gb18030.csv": [("金属镓价格", "CNY/kg", dict(zip(DAYS, (1650, 1655.5, 1660), strict=True)))],
    "chinese_utf8.csv": [("锑锭均价", "CNY/t", {"2026-09": 170000, "2026-11": 165000})],
    "long.csv": [
        ("Gallium fob China", "USD/kg", {"2026-11-20": 1010, "2026-11-27": 1015}),
        ("Germanium fob China", "USD/kg", {"2026-11-20": 3100, "2026-11-27": 3150}),
    ],
    "quarters.csv": [("quarters", "USD/kg", {"2026-Q1": 10, "2026-Q2": 11.5, "2026-Q3": 12, "2026-Q4": 13})],
    "years.csv": [("Antimony", "USD/t", {"2023": 12000, "2024": 20000, "2025": 50000})],
    "months.csv": [
        (
            "months",
            "",
            {"2025-11": 10.5, "2025-12": 11.5, "2026-01": 12.5, "2026-02": 13.5, "2026-03": 14.5},
        )
    ],
    "serials.csv": [("serials", "", dict(zip(DAYS, (310.5, 312.5, 311.5), strict=True)))],
    "swiss.csv": [("swiss", "CHF/kg", {DAYS[0]: 1310.5, DAYS[1]: 1312})],
    "french.csv": [("french", "EUR/kg", dict(zip(DAYS, (1310.5, 12312, 1313.5), strict=True)))],
    "american.csv": [("american", "", dict(zip(DAYS, (1310.5, 1312.5, 980), strict=True)))],
    "flags.csv": [("flags", "USD/kg", {"2026-01": 10, "2026-02": 11, "2026-03": 12, "2026-04": 13})],
    "bad_lines.csv": [("bad_lines", "", {"2026-11-23": 1, "2026-11-27": 4})],
    "products.csv": [
        ("Gallium", "USD/kg", {"2026-11-20": 2, "2026-11-27": 3}),
        ("Germanium", "USD/kg", {"2026-11-20": 12, "2026-11-27": 13}),
    ],
    "title_with_comma.csv": [("Gallium, Rotterdam", "USD/kg", {"2026-11-26": 5, "2026-11-27": 6})],
    "sep.csv": [("sep", "", {"2026-11-26": 1.5, "2026-11-27": 1.75})],
    "times.csv": [("times", "", {"2026-11-26": 5.5, "2026-11-27": 5.75})],
    "quoted_header.csv": [("Gallium 99.99%", "USD/kg", {"2026-11-26": 5.5, "2026-11-27": 5.75})],
    "stray_quote.csv": [("stray_quote", "", {"2026-11-26": 5.75, "2026-11-27": 5.5})],
    "codes_above.csv": [
        (
            "Gallium 99.99% Ga min, in-whs Rotterdam, Mid",
            "USD/kg",
            {"2026-11-20": 1040, "2026-11-25": 1045, "2026-11-27": 1050},
        ),
        (
            "Germanium 99.999% Ge, in-whs Rotterdam, Mid",
            "USD/kg",
            {"2026-11-20": 3150, "2026-11-27": 3200},
        ),
        (
            "Antimony max 100 ppm Bi, in-whs Rotterdam, Mid",
            "USD/t",
            {"2026-11-25": 41250, "2026-11-27": 41500},
        ),
    ],
    "low_high_rows.csv": [
        ("Gallium 99.99% fob China, Low", "USD/kg", {"2026-11-20": 1000, "2026-11-27": 1010}),
        ("Gallium 99.99% fob China, High", "USD/kg", {"2026-11-20": 1020, "2026-11-27": 1030}),
    ],
    "two_header_rows.csv": [
        ("Tungsten APT", "USD/mtu WO3", {"2026-11-20": 1610.5, "2026-11-27": 1620}),
        ("Ferro-tungsten", "USD/kg W", {"2026-11-20": 86, "2026-11-27": 86.25}),
    ],
    "title_and_change.csv": [
        ("Gallium 99.99% (EXW China)", "CNY/kg", dict(zip(DAYS, (1645, 1640, 1650), strict=True)))
    ],
    "monthly_bulletin.csv": [
        ("Aluminum", "USD/t", {"2026-08": 2611.47, "2026-09": 2620.5, "2026-10": 2630.25}),
        ("Tin", "USD/t", {"2026-08": 35180.4, "2026-09": 35500.1, "2026-10": 36000}),
        ("Nickel", "USD/t", {"2026-08": 16310, "2026-10": 16500}),
    ],
    "point_for_missing.csv": [("PTINUSDM", "", {"2026-08-01": 35180.4, "2026-10-01": 36000.25})],
    "terminal_pairs.csv": [
        ("GALL CN Index PX_LAST", "", {DAYS[0]: 310.5, DAYS[2]: 311.5}),
        ("GERM CN Index PX_LAST", "", {"2026-11-24": 2500.5, DAYS[1]: 2510.5}),
    ],
    "months_across.csv": [
        (
            "Antimony metal price",
            "USD/t",
            {f"2025-{n:02d}": 39000 + 1000 * n for n in range(1, 13)}
            | {f"2026-{n:02d}": 51000 + 1000 * n for n in range(1, 11)},
        )
    ],
    "long_months_across.csv": [
        ("Gallium", "USD/kg", {"2025-01": 400, "2025-02": 401, "2025-03": 402}),
        ("Indium", "USD/kg", {"2025-01": 380, "2025-02": 381, "2026-01": 390}),
    ],
    "dates_across.csv": [
        ("Gallium", "USD/kg", {"2026-08": 1000, "2026-09": 1010, "2026-10": 1020}),
        ("Germanium", "USD/kg", {"2026-08": 3000, "2026-10": 3100}),
    ],
    "years_across.csv": [
        ("metal", "USD/kg", {"2022": 400, "2023": 450, "2024": 500}),
        ("scrap", "USD/kg", {"2022": 200, "2024": 250}),
    ],
    "year_and_month.csv": [
        ("year_and_month", "USD/t", {"2026-08": 35000, "2026-09": 35500, "2026-10": 36000})
    ],
    "german_months.csv": [
        ("german_months", "EUR/kg", {"2026-09": 1310.5, "2026-10": 1312, "2026-11": 1400.25})
    ],
    "holidays.csv": [("holidays", "", {"2026-11-24": 315, "2026-11-27": 316})],
    "unit_row.csv": [
        ("Gallium", "USD/kg", {"2026-11-24": 310.5, "2026-11-25": 311}),
        ("Indium", "USD/kg", {"2026-11-24": 380.25, "2026-11-25": 381}),
        ("Bismuth", "USD/lb", {"2026-11-24": 14.2, "2026-11-25": 14.25}),
    ],
    "assessments.csv": [
        ("Gallium", "USD/kg", {"2026-11-20": 1010, "2026-11-27": 1015}),
        ("Germanium", "USD/kg", {"2026-11-20": 3100, "2026-11-27": 3150}),
    ],
}
REFUSED = {
    "ambiguous_dates.csv": (
        "It is not clear whether the day or the month comes first in “01/02/2026” (line 2)."
    ),
    "mixed_dates.csv": (
        "Date order is inconsistent: day first in “13/02/2026” (line 2), month first in “02/14/2026” (line 3)."
    ),
    "ambiguous_numbers.csv": "It is not clear whether the point or comma in “1.234” (line 2) is a decimal sign.",
    "mixed_numbers.csv": "The decimal sign is a point in “1.5” (line 2) and a comma in “1,5” (line 3).",
    "no_table.csv": "no_table.csv has no table of dates and prices. Put them in columns under a header row.",
    "only_words.csv": "only_words.csv has no table of dates and prices. Put them in columns under a header row.",
    "binary.csv": "binary.csv has no table of dates and prices. Put them in columns under a header row.",
    "undecodable.csv": "undecodable.csv is not text. Save the table as CSV in UTF-8.",
    "empty.csv": "empty.csv is empty.",
}
BAD_LINES = {
    "bad_lines.csv": {
        3: "“2026-11-31” is not a valid date.",
        4: "“many” is not a number.",
        5: "0 is not valid: prices must be above zero.",
        6: "−3 is not valid: prices must be above zero.",
        7: "Line 2 has a different price for 23 Nov 2026; that price is kept.",
        9: "The date is missing.",
    },
    "stray_quote.csv": {2: "A quotation mark is opened but never closed."},
    "long_months_across.csv": {4: "“x” is not a number."},
}
GAPS = {
    **dict.fromkeys(("german.csv", "several.csv", "pairs.csv", "chinese_utf8.csv"), 1),
    **{"codes_above.csv": 2, "monthly_bulletin.csv": 1, "point_for_missing.csv": 1, "terminal_pairs.csv": 1},
    **{"dates_across.csv": 1, "years_across.csv": 1, "holidays.csv": 2},
}
MIDDLE = "Prices given as a range were read as the midpoint."
NOTES = {
    "low_high.csv": (MIDDLE,),
    "flags.csv": (MIDDLE,),
    "two_header_rows.csv": (MIDDLE,),
    "holidays.csv": (MIDDLE,),
    "serials.csv": ("Dates were read as spreadsheet date numbers.",),
    "bad_lines.csv": ("1 line repeats a date with the same price.",),
    "quarters.csv": (),
}


def read(name: str, choices: Choices | None = None) -> list[Candidate]:
    return read_file(CORPUS / name, choices or Choices(), lambda: TODAY)


def test_every_file_is_expected_or_refused() -> None:
    assert {p.name for p in CORPUS.iterdir()} == EXPECTED.keys() | REFUSED.keys()
    assert len(EXPECTED) + len(REFUSED) > 30


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_is_read_as_its_writer_meant_it(name: str) -> None:
    found = read(name)
    assert [(c.name, c.unit, {p.date: p.value for p in c.points}) for c in found] == EXPECTED[name]
    bad = {b.line: b.reason for c in found for b in c.bad_lines}
    assert bad == BAD_LINES.get(name, {})
    assert sum(c.gaps for c in found) == GAPS.get(name, 0)
    assert found[0].notes == NOTES.get(name, ())
    for candidate in found:
        assert not candidate.unit or candidate.unit.startswith(candidate.currency)


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_one_sentence(name: str) -> None:
    with pytest.raises(KnownError) as raised:
        read(name)
    assert str(raised.value) == REFUSED[name]
    assert isinstance(raised.value, Undecided) == name.startswith(("ambiguous", "mixed"))


def test_a_choice_settles_what_a_file_leaves_open() -> None:
    for order, expected in (("dmy", ["2026-02-01", "2026-04-03"]), ("mdy", ["2026-01-02", "2026-03-04"])):
        (found,) = read("ambiguous_dates.csv", Choices(dates=order))
        assert [p.date for p in found.points] == expected
    for sign, values in (("point", [1.234, 1.235]), ("comma", [1234, 1235])):
        (found,) = read("ambiguous_numbers.csv", Choices(decimal=sign))
        assert [p.value for p in found.points] == values
    (found,) = read("mixed_dates.csv", Choices(dates="dmy"))
    assert [p.date for p in found.points] == ["2026-02-13"]
    assert [(b.line, b.reason) for b in found.bad_lines] == [(3, "“02/14/2026” is not a valid date.")]
    (found,) = read("mixed_numbers.csv", Choices(decimal="point"))
    assert [(b.line, b.reason) for b in found.bad_lines] == [(3, "“1,5” is not a number.")]


def test_ranges_and_flags_are_kept() -> None:
    (found,) = read("low_mid_high.csv")
    assert [(p.low, p.high) for p in found.points] == [(600, 620), (605, 630)]
    (found,) = read("flags.csv")
    assert [p.flag for p in found.points] == ["e", "p", None, None]
    assert (found.points[3].low, found.points[3].high) == (12.5, 13.5)


@pytest.mark.parametrize(
    ("name", "frequency"),
    [
        ("plain.csv", "daily"),
        ("low_mid_high.csv", "weekly"),
        ("months.csv", "monthly"),
        ("quarters.csv", "quarterly"),
        ("years.csv", "annual"),
        ("pairs.csv", "daily"),
    ],
)
def test_the_frequency_is_the_usual_step(name: str, frequency: str) -> None:
    assert read(name)[0].frequency == frequency


def test_pasted_cells_are_read_and_need_a_name() -> None:
    (found,) = read_text("27/11/2026\t5,5\n26/11/2026\t5,25\n", today=lambda: TODAY)
    assert found.name == "" and [p.value for p in found.points] == [5.25, 5.5]


def test_a_date_after_today_is_pointed_out() -> None:
    (found,) = read_text("date,price\n2026-11-27,5\n2026-11-29,6\n2026-12,7\n", today=lambda: TODAY)
    assert found.notes == (
        "2 dates are in the future; the last is Dec 2026. Check the order of day and month.",
    )


def test_a_price_outside_its_range_is_a_bad_line() -> None:
    text = "date,low,high,mid\n2026-11-26,1,3,2\n2026-11-27,1,3,4\n2026-11-28,3,1,2\n2026-11-25,3,,\n"
    (found,) = read_text(text, today=lambda: TODAY)
    assert [p.date for p in found.points] == ["2026-11-26"]
    assert [(b.line, b.reason) for b in found.bad_lines] == [
        (3, "The price 4 is not between 1 and 3."),
        (4, "The price 2 is not between 3 and 1."),
        (5, "One end of the range is missing."),
    ]


def test_text_between_prices_is_a_bad_line_and_text_below_them_is_none() -> None:
    text = "date,price\n2026-11-25,5\nsee note,6\n2026-11-27,7\nSource: an agency\nNote,x\n"
    (found,) = read_text(text, today=lambda: TODAY)
    assert [(b.line, b.reason) for b in found.bad_lines] == [(3, "“see note” is not a date.")]


@pytest.mark.parametrize("limit", ["bytes", "line", "columns", "lines"])
def test_a_file_beyond_a_limit_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    from explorer.data.reading import read as module
    from explorer.data.reading import tables

    path = tmp_path / "large.csv"
    path.write_text("date,price\n2026-11-26,5\n2026-11-27,6\n2026-11-28,6\n")
    if limit == "bytes":
        monkeypatch.setattr(tables, "MOST_BYTES", 20)
    elif limit == "line":
        path.write_text(f"date,price\n2026-11-26,{'5' * 100_001}\n")
    elif limit == "columns":
        path.write_text("date" + ",x" * 1_000 + "\n2026-11-26" + ",1" * 1_000 + "\n")
    else:
        monkeypatch.setattr(module, "MOST_LINES", 2)
    with pytest.raises(KnownError) as raised:
        read_file(path)
    assert str(raised.value) in (
        "large.csv is too large (limit: 0 MB).",
        f"{path} is too large (limit: 0 MB).",
        "large.csv has more than 100000 characters in line 2.",
        "large.csv has more than 1000 columns.",
        "large.csv has more than 2 lines.",
    )


YEARS_DOWN = "Year,Jan,Feb,Mar\n2023,1,2,3\n{year},4,5,6\n2025,7,8,9\n"


@pytest.mark.parametrize(
    ("year", "reason"),
    [
        ("2024*", "“2024*” is not a date."),
        ("2024e", "“2024e” is not a date."),
        ("", "The date is missing."),
        ("2024-05", "“(2024-05)” is not a date."),
    ],
)
def test_a_row_of_months_without_a_bare_year_is_a_bad_line(year: str, reason: str) -> None:
    (found,) = read_text(YEARS_DOWN.format(year=year), today=lambda: TODAY)
    assert [p.value for p in found.points] == [1, 2, 3, 7, 8, 9]
    assert [(b.line, b.reason) for b in found.bad_lines] == [(3, reason)]


def test_a_row_of_months_without_year_and_numbers_is_a_remark() -> None:
    (found,) = read_text(YEARS_DOWN.format(year="").replace("4,5,6", "USD,USD,USD"), today=lambda: TODAY)
    assert len(found.points) == 6 and not found.bad_lines


def test_a_line_without_a_date_is_reported_with_its_own_series() -> None:
    text = (
        "Metal,Year,Jan,Feb,Mar\nTin,2023,1,2,3\nTin,2024e,4,5,6\nZinc,2023,1,2,3\nZinc,,4,5,6\nLead,,7,8,9\n"
    )
    tin, zinc = read_text(text, today=lambda: TODAY)
    assert [(b.line, b.reason) for b in tin.bad_lines] == [
        (3, "“2024e” is not a date."),
        (6, "The date is missing."),
    ]
    assert [(b.line, b.reason) for b in zinc.bad_lines] == [(5, "The date is missing.")]

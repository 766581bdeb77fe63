"""The status rule against the texts: lives of the important controls, worked out by hand from the notices.

Each life lists the days on which the answer changes; before its first day nothing is known. Flags: `a` for
something announced, `s` for something suspended, `p` for a headline that is presumed.
"""

from datetime import date, timedelta

import pytest

from explorer.data.context import Context
from explorer.data.controls.history import spans, turning_days
from explorer.data.controls.status import Status, status_of
from explorer.data.records import Measure
from explorer.data.store import Store

# (jurisdiction, metal, destinations): life
LIVES: dict[tuple[str, str, str], str] = {
    # Announcement 23 of 2023: published 3 July, in force 1 August, any destination; a repeal on paper in
    # December 2024 changed nothing. Announcement 46 of 2024, section 2: the ban to the United States, from
    # 3 December 2024, paused from 9 November 2025 to 27 November 2026, back by its own text the day after.
    ("CHN", "gallium", "ALL TWN EUU KOR FRA JPN"): """
        2023-07-03 none a
        2023-08-01 licence""",
    ("CHN", "gallium", "USA"): """
        2023-07-03 none a
        2023-08-01 licence
        2024-12-03 prohibition
        2025-11-09 licence s
        2026-11-28 prohibition p""",
    ("CHN", "gallium", "USA-MIL"): """
        2023-07-03 none a
        2023-08-01 licence
        2024-12-03 prohibition""",
    ("CHN", "gallium", "JPN-MIL"): """
        2023-07-03 none a
        2023-08-01 licence
        2026-01-06 prohibition""",
    ("CHN", "germanium", "ALL TWN EUU JPN BRA"): """
        2023-07-03 none a
        2023-08-01 licence""",
    ("CHN", "germanium", "USA"): """
        2023-07-03 none a
        2023-08-01 licence
        2024-12-03 prohibition
        2025-11-09 licence s
        2026-11-28 prohibition p""",
    ("CHN", "germanium", "JPN-MIL"): """
        2023-07-03 none a
        2023-08-01 licence
        2026-01-06 prohibition""",
    # Graphite: a temporary licence of 2006 (day not found), carried on by Announcement 39 of 2023 from
    # 1 December; Announcement 58 of 2025 never operated. To the United States a stricter look, not a ban.
    ("CHN", "graphite", "ALL TWN EUU JPN"): """
        2006-01-01 licence
        2023-10-20 licence a
        2023-12-01 licence
        2025-10-09 licence a
        2025-11-07 licence s
        2027-01-11 licence""",
    ("CHN", "graphite", "USA"): """
        2006-01-01 licence
        2023-10-20 licence a
        2023-12-01 licence
        2025-10-09 licence a
        2025-11-07 licence s
        2027-01-11 licence""",
    ("CHN", "graphite", "USA-MIL"): """
        2006-01-01 licence
        2023-10-20 licence a
        2023-12-01 licence
        2024-12-03 prohibition
        2025-10-09 prohibition a
        2025-11-07 prohibition s
        2027-01-11 prohibition""",
    ("CHN", "graphite", "JPN-MIL"): """
        2006-01-01 licence
        2023-10-20 licence a
        2023-12-01 licence
        2025-10-09 licence a
        2025-11-07 licence s
        2026-01-06 prohibition s
        2027-01-11 prohibition""",
    # Antimony: quota to the end of 2016, named exporters from 2009, Announcement 33 from 15 September 2024.
    ("CHN", "antimony", "ALL TWN EUU JPN"): """
        2004-12-01 none a
        2005-01-01 quota
        2016-12-31 quota a
        2017-01-01 state_trading
        2024-08-15 state_trading a
        2024-09-15 licence
        2025-10-26 licence a
        2026-01-01 licence""",
    ("CHN", "antimony", "USA"): """
        2004-12-01 none a
        2005-01-01 quota
        2016-12-31 quota a
        2017-01-01 state_trading
        2024-08-15 state_trading a
        2024-09-15 licence
        2024-12-03 prohibition
        2025-10-26 prohibition a
        2025-11-09 licence as
        2026-01-01 licence s
        2026-11-28 prohibition p""",
    # Superhard materials: Announcement 33 of 2024; Announcement 55 of 2025 paused the day before it was due.
    # A second licence that comes back unrecorded does not make the first one a presumption.
    ("CHN", "superhard", "ALL EUU JPN"): """
        2024-08-15 none a
        2024-09-15 licence
        2025-10-09 licence a
        2025-11-07 licence s
        2027-01-11 licence""",
    ("CHN", "superhard", "USA"): """
        2024-08-15 none a
        2024-09-15 licence
        2024-12-03 prohibition
        2025-10-09 prohibition a
        2025-11-07 prohibition s
        2025-11-09 licence s
        2026-11-28 prohibition sp
        2027-01-11 prohibition p""",
    # Five metals, Announcement 10 of 2025: at once on 4 February, and barred to US military users that day.
    ("CHN", "tungsten", "ALL USA EUU JPN TWN"): """
        2004-12-01 none a
        2005-01-01 quota
        2014-12-01 quota a
        2015-01-01 state_trading
        2025-02-04 licence
        2025-10-26 licence a
        2026-01-01 licence""",
    ("CHN", "tungsten", "USA-MIL"): """
        2004-12-01 none a
        2005-01-01 quota
        2014-12-01 quota a
        2015-01-01 state_trading
        2025-02-04 prohibition
        2025-10-26 prohibition a
        2026-01-01 prohibition""",
    ("CHN", "indium", "ALL USA JPN"): """
        2007-06-11 none a
        2007-06-18 quota
        2016-12-31 quota a
        2017-01-01 trade_licence
        2025-02-04 licence
        2025-12-30 licence a
        2026-01-01 licence""",
    ("CHN", "molybdenum", "ALL USA EUU"): """
        2007-06-11 none a
        2007-06-18 quota
        2014-12-01 quota a
        2015-01-01 trade_licence
        2025-02-04 licence
        2025-12-30 licence a
        2026-01-01 licence""",
    ("CHN", "bismuth", "ALL USA JPN TWN"): "2025-02-04 licence",
    ("CHN", "bismuth", "USA-MIL"): "2025-02-04 prohibition",
    ("CHN", "tellurium", "JPN-MIL"): """
        2025-02-04 licence
        2026-01-06 prohibition""",
    # Silver and tin: no dual-use licence ever; Announcement 68 names exporters to the end of 2027, the yearly
    # catalogue of Announcement 89 ends with 2026.
    ("CHN", "silver", "ALL USA"): """
        2004-12-01 none a
        2005-01-01 quota
        2016-12-31 quota a
        2017-01-01 state_trading
        2025-10-26 state_trading a
        2026-01-01 state_trading
        2028-01-01 none""",
    ("CHN", "tin", "ALL USA JPN-MIL"): """
        2004-12-01 none a
        2005-01-01 quota
        2016-12-31 quota a
        2017-01-01 trade_licence
        2025-12-30 trade_licence a
        2026-01-01 trade_licence
        2027-01-01 none""",
    # Seven rare earths, Announcement 18 of 2025, never suspended; those of October 2025 (56, 57, 61, 62) are
    # paused by text to 10 November 2026 and by a statement to 10 January 2027.
    ("CHN", "dysprosium", "ALL USA JPN EUU"): """
        2004-12-01 none a
        2005-01-01 quota
        2008-09-16 quota a
        2008-11-01 quota
        2014-12-01 quota a
        2015-01-01 trade_licence
        2025-04-04 licence
        2025-10-09 licence a
        2025-11-07 licence s
        2025-12-30 licence as
        2026-01-01 licence s
        2027-01-11 licence""",
    ("CHN", "dysprosium", "USA-MIL"): """
        2004-12-01 none a
        2005-01-01 quota
        2008-09-16 quota a
        2008-11-01 quota
        2014-12-01 quota a
        2015-01-01 trade_licence
        2025-04-04 prohibition
        2025-10-09 prohibition a
        2025-11-07 prohibition s
        2025-12-30 prohibition as
        2026-01-01 prohibition s
        2027-01-11 prohibition""",
    ("CHN", "yttrium", "JPN-MIL"): """
        2004-12-01 none a
        2005-01-01 quota
        2008-09-16 quota a
        2008-11-01 quota
        2014-12-01 quota a
        2015-01-01 trade_licence
        2025-04-04 licence
        2025-10-09 licence a
        2025-11-07 licence s
        2025-12-30 licence as
        2026-01-01 licence s
        2026-01-06 prohibition s
        2027-01-11 prohibition""",
    # Five more, Announcement 57 of 2025, never in operation: the ordinary export licence holds to the end of
    # 2026, the control of technology after that, and the licence comes by presumption on 11 January 2027.
    ("CHN", "holmium", "ALL USA JPN TWN"): """
        2004-12-01 none a
        2005-01-01 quota
        2008-09-16 quota a
        2008-11-01 quota
        2014-12-01 quota a
        2015-01-01 trade_licence
        2025-10-09 trade_licence a
        2025-11-07 trade_licence s
        2025-12-30 trade_licence as
        2026-01-01 trade_licence s
        2026-11-11 trade_licence sp
        2027-01-01 technology sp
        2027-01-11 licence p""",
    ("CHN", "holmium", "USA-MIL JPN-MIL"): """
        2004-12-01 none a
        2005-01-01 quota
        2008-09-16 quota a
        2008-11-01 quota
        2014-12-01 quota a
        2015-01-01 trade_licence
        2025-10-09 trade_licence a
        2025-11-07 trade_licence s
        2025-12-30 trade_licence as
        2026-01-01 trade_licence s
        2026-11-11 trade_licence sp
        2027-01-01 technology sp
        2027-01-11 prohibition p""",
    # Neodymium is in no list of metals, only in the ores of Announcement 56.
    ("CHN", "neodymium", "ALL USA"): """
        2004-12-01 none a
        2005-01-01 quota
        2008-09-16 quota a
        2008-11-01 quota
        2014-12-01 quota a
        2015-01-01 trade_licence
        2025-10-09 trade_licence a
        2025-11-07 trade_licence s
        2025-12-30 trade_licence as
        2026-01-01 trade_licence s
        2026-11-11 trade_licence sp
        2027-01-01 technology sp
        2027-01-11 licence p""",
    # Battery materials of Announcement 58, never in operation; lithium know-how restricted since July 2025.
    ("CHN", "lithium", "ALL USA"): """
        2025-07-15 technology
        2025-10-09 technology a
        2025-11-07 technology s
        2026-11-11 technology sp
        2027-01-11 licence p""",
    ("CHN", "cobalt", "ALL JPN"): """
        2025-10-09 none a
        2025-11-07 none s
        2026-11-11 none sp
        2027-01-11 licence p""",
    ("CHN", "nickel", "USA-MIL"): """
        2025-10-09 none a
        2025-11-07 none s
        2026-11-11 none sp
        2027-01-11 prohibition p""",
    # The nuclear rules of 1998, and helium, barred for all on 10 July 2026.
    ("CHN", "beryllium", "ALL USA EUU JPN"): "1998-06-10 licence",
    ("CHN", "hafnium", "USA-MIL"): """
        1998-06-10 licence
        2024-12-03 prohibition""",
    ("CHN", "helium", "ALL USA TWN JPN-MIL"): "2026-07-10 prohibition",
    # Metals that only special forms or other metals' items name
    ("CHN", "arsenic", "ALL USA USA-MIL"): "1990-01-01 none",
    ("EUU", "tungsten", "ALL CHN"): "1990-01-01 none",
    # Other jurisdictions
    ("EUU", "beryllium", "ALL CHN USA"): """
        2021-06-11 none a
        2021-09-09 licence""",
    ("COD", "cobalt", "ALL CHN USA"): """
        2025-02-22 prohibition
        2025-09-20 prohibition a
        2025-10-16 quota
        2028-01-01 none""",
    ("IDN", "nickel", "ALL CHN"): """
        2014-01-12 prohibition
        2017-01-01 none
        2019-09-01 none a
        2020-01-01 prohibition
        2026-05-20 prohibition a
        2027-01-01 prohibition""",
    ("IDN", "aluminium", "ALL"): """
        2014-01-12 prohibition
        2017-01-01 none
        2022-12-21 none a
        2023-06-10 prohibition""",
    ("IDN", "tin", "ALL"): "2014-01-01 prohibition",
    ("ZWE", "lithium", "ALL CHN"): """
        2022-12-20 prohibition
        2025-06-10 prohibition a
        2027-01-01 prohibition""",
    ("RUS", "helium", "ALL USA"): """
        2026-04-14 licence
        2028-01-01 none""",
    ("RUS", "uranium", "USA"): "2024-11-15 prohibition",
    ("RUS", "uranium", "ALL FRA USA-MIL"): "1990-01-01 none",
    # The rules on what the Department of Defense may buy set no status of exports.
    ("USA", "neodymium", "USA-MIL ALL"): "2019-04-30 none",
    ("USA", "tantalum", "USA-MIL ALL"): "2020-09-29 none",
    ("USA", "tungsten", "ALL USA CHN"): "1990-01-01 none",
    ("GAB", "manganese", "ALL"): """
        2025-05-30 none a
        2029-01-01 prohibition""",
    ("KAZ", "copper", "ALL"): """
        2025-07-01 prohibition
        2026-01-01 none""",
    ("MWI", "graphite", "ALL"): "2025-10-21 prohibition",
    ("MYS", "dysprosium", "ALL"): """
        2023-09-11 none a
        2024-01-01 prohibition""",
    ("NAM", "lithium", "ALL"): "2023-06-07 prohibition",
    ("IND", "neodymium", "ALL USA JPN"): "1990-01-01 none",
    # A member of the Union counts the Union's measure, whether it sells or the Union does.
    ("EUU", "mercury", "CHN USA"): """
        2008-10-22 none a
        2011-03-01 prohibition
        2017-05-24 prohibition a
        2018-01-01 prohibition""",
    ("DEU", "mercury", "CHN USA"): """
        2008-10-22 none a
        2011-03-01 prohibition
        2017-05-24 prohibition a
        2018-01-01 prohibition""",
    ("IND", "titanium", "ALL"): "2018-08-01 state_trading",
    ("VNM", "rare-earths", "ALL"): """
        2025-12-11 none a
        2026-01-01 prohibition""",
}

# The answers that the first users asked for: exports from China, (status, flags)
ASKED_DAYS = (
    "2023-08-01",
    "2024-12-10",
    "2025-02-04",
    "2025-04-04",
    "2025-11-09",
    "2026-11-11",
    "2026-11-28",
    "2027-01-11",
)
ASKED: dict[tuple[str, str], tuple[str, ...]] = {
    ("gallium", "USA"): (
        "licence",
        "prohibition",
        "prohibition",
        "prohibition",
        "licence s",
        "licence s",
        "prohibition p",
        "prohibition p",
    ),
    ("gallium", "JPN"): ("licence",) * 8,
    # on 2025-11-09 the list of exporters for 2026 is announced
    ("tungsten", "ALL"): (*("state_trading",) * 2, *("licence",) * 2, "licence a", *("licence",) * 3),
    ("holmium", "ALL"): (
        *("trade_licence",) * 4,
        "trade_licence s",
        "trade_licence sp",
        "trade_licence sp",
        "licence p",
    ),
    ("gallium", "JPN-MIL"): (*("licence",) * 5, *("prohibition",) * 3),
}

# Announcement 70 of 2025, then the statement of 28 September 2026
OCTOBER_PAUSE = """2025-11-07 suspended 2026-11-10, 2026-09-28 suspended 2027-01-10,
    2026-11-11 suspended! 2027-01-10, 2027-01-11 in_force!"""

# measure: its states with first days, an exclamation mark where presumed, and the end of a suspension
STATES: dict[str, str] = {
    # dated back: in force a week before it was published, for two years
    "cn-2023-ree-report": "2023-10-31 in_force, 2025-11-01 ended",
    "cd-cobalt-2025-susp": "2025-02-22 in_force, 2025-10-16 ended",
    "mw-minerals-2025": "2025-10-21 in_force",
    "zw-lithium-quota-2026": "2026-04-02 in_force, 2027-01-01 ended",
    "zw-lithium-2022": "2022-12-20 in_force",
    "cn-2006-50": "2006-01-01 in_force, 2023-12-01 ended",
    "cn-2008-12": "2008-09-16 announced, 2008-11-01 in_force, 2023-12-21 ended",
    "cn-st-2014": "2009-01-01 in_force, 2026-01-01 ended",
    "cn-trade-licence-2015": "2014-12-01 announced, 2015-01-01 in_force, 2026-01-01 ended",
    "cn-trade-licence-2017": "2016-12-31 announced, 2017-01-01 in_force, 2026-01-01 ended",
    "cn-2025-68": "2025-10-26 announced, 2026-01-01 in_force, 2028-01-01 ended",
    "cn-2025-89": "2025-12-30 announced, 2026-01-01 in_force, 2027-01-01 ended",
    "cn-2024-46-1": "2024-12-03 in_force",
    "cn-2024-46-2a": "2024-12-03 in_force, 2025-11-09 suspended 2026-11-27, 2026-11-28 in_force!",
    "cn-2024-46-2b": "2024-12-03 in_force, 2025-11-09 suspended 2026-11-27, 2026-11-28 in_force!",
    "cn-2024-46-x": "2024-12-03 in_force",
    "cn-2024-46-1d": f"2025-10-09 announced, {OCTOBER_PAUSE}",
    "cn-2025-55": f"2025-10-09 announced, {OCTOBER_PAUSE}",
    "cn-2025-57": f"2025-10-09 announced, {OCTOBER_PAUSE}",
    "cn-2025-61-12": f"2025-10-09 announced, {OCTOBER_PAUSE}",
    # these two ran for four weeks before the pause
    "cn-2025-61-3": f"2025-10-09 in_force, {OCTOBER_PAUSE}",
    "cn-2025-62": f"2025-10-09 in_force, {OCTOBER_PAUSE}",
    # named firms: paused by statement, by text, by statement again; one ended, one ended while paused
    "cn-2025-13": "2025-03-04 in_force, 2025-11-10 ended",
    "cn-2025-21": """2025-04-04 in_force, 2025-05-14 suspended! 2025-08-12, 2025-08-12 suspended! 2025-11-10,
        2025-11-10 suspended! 2026-11-10, 2026-09-28 suspended! 2027-01-10, 2027-01-11 in_force!""",
    "cn-2025-22": """2025-04-09 announced, 2025-04-10 in_force, 2025-05-14 suspended! 2025-08-12,
        2025-08-12 ended""",
    "kz-scrap-449": "2025-10-23 announced, 2025-10-30 in_force, 2026-04-30 ended",
    # in force the day before it was announced
    "na-minerals-2023": "2023-06-07 in_force",
    "ru-helium-2026": "2026-04-14 in_force, 2028-01-01 ended",
    "us-dfars-7052-2": "2024-05-30 announced, 2027-01-01 in_force",
}


def flags(status: Status) -> str:
    named = {"a": status.announced, "s": status.suspended, "p": status.presumed}
    return "".join(letter for letter, on in named.items() if on)


def answer(status: Status) -> str:
    return f"{status.status} {flags(status)}".strip()


def around(days: list[date]) -> list[date]:
    """Every day with the one before and the one after."""
    return sorted({d + timedelta(days=n) for d in days for n in (-1, 0, 1)})


def jurisdiction_days(measures: dict[str, Measure], metal: str) -> list[date]:
    return [d for m in measures.values() if not m.targets or m.target(metal) for d in turning_days(m)]


@pytest.mark.parametrize("key", LIVES, ids=lambda key: "-".join(key).replace(" ", "+"))
def test_life_of_a_control_before_on_after_each_event(live_store: Store, key: tuple[str, str, str]) -> None:
    origin, metal, destinations = key
    rows = [line.strip().split(" ", 1) for line in LIVES[key].strip().splitlines()]
    life = [(date.fromisoformat(start), expected) for start, expected in rows]
    days = around([*(start for start, _ in life), *jurisdiction_days(live_store.measures, metal)])
    assert metal in live_store.metals
    for to in destinations.split():
        for on in days:
            expected = next((e for start, e in reversed(life) if start <= on), "none")
            found = status_of(live_store.measures.values(), metal, Context(on, origin, to))
            assert answer(found) == expected, f"{metal} to {to} on {on}"


@pytest.mark.parametrize("key", ASKED, ids="-".join)
def test_the_answers_that_were_asked_for(live_store: Store, key: tuple[str, str]) -> None:
    metal, to = key
    verified_to = date.fromisoformat(live_store.edition.verified_to)
    for text, expected in zip(ASKED_DAYS, ASKED[key], strict=True):
        found = status_of(
            live_store.measures.values(), metal, Context(date.fromisoformat(text), "CHN", to), verified_to
        )
        assert answer(found) == expected, text
        assert found.beyond_verified == (text > "2026-10-08"), text


def test_the_warning_starts_the_day_after_the_last_check(live_store: Store) -> None:
    verified_to = date.fromisoformat(live_store.edition.verified_to)
    assert verified_to == date(2026, 10, 8)
    beyond = [
        status_of(
            live_store.measures.values(), "gallium", Context(on, "CHN", "USA"), verified_to
        ).beyond_verified
        for on in around([verified_to])
    ]
    assert beyond == [False, False, True]
    assert not status_of(live_store.measures.values(), "gallium", Context(date(2099, 1, 1))).beyond_verified


@pytest.mark.parametrize("measure_id", STATES)
def test_states_of_a_measure(live_store: Store, measure_id: str) -> None:
    found = []
    for span in spans(live_store.measures[measure_id]):
        presumed = "!" if span.state.presumed else ""
        found.append(f"{span.start} {span.state.name}{presumed} {span.state.until or ''}".strip())
    assert found == [" ".join(part.split()) for part in STATES[measure_id].split(",")]


def test_a_country_that_no_measure_names_gets_what_all_get(live_store: Store) -> None:
    measures = live_store.measures.values()
    assert not any(m.destination == "CHE" for m in measures)
    for metal in live_store.metals:
        targeting = [m for m in measures if m.target(metal)]
        for on in around([d for m in targeting for d in turning_days(m)]):
            everyone = status_of(targeting, metal, Context(on))
            switzerland = status_of(targeting, metal, Context(on, destination="CHE"))
            assert answer(switzerland) == answer(everyone)
            assert switzerland.measures == everyone.measures


def test_named_parties_never_set_a_status_and_are_listed_for_their_destination(live_store: Store) -> None:
    measures = live_store.measures.values()
    on = date(2026, 7, 1)
    assert status_of(measures, "copper", Context(on, destination="USA")).status == "none"
    named = {
        to: {m.measure.measure_id for m in status_of(measures, "copper", Context(on, destination=to)).general}
        for to in ("ALL", "USA", "USA-MIL", "JPN", "JPN-MIL", "EUU", "TWN", "FRA", "BRA")
    }
    assert {"cn-2025-1", "cn-2025-21", "cn-2025-51", "cn-2026-23"} <= named["USA"]
    assert {"cn-2026-11", "cn-2026-12", "cn-2026-27", "cn-2026-28"} <= named["JPN"]
    assert named["EUU"] - named["ALL"] == {"cn-2026-20"}
    assert named["TWN"] - named["ALL"] == {"cn-2025-07-09-tw"}
    assert named["BRA"] == named["ALL"]
    # Members inherit what is aimed at the Union, military users what is aimed at firms of their country.
    assert named["FRA"] == named["EUU"]
    assert named["USA"] - named["ALL"] <= named["USA-MIL"] and named["JPN"] - named["ALL"] <= named["JPN-MIL"]


def test_the_pill_names_what_is_paused_above_the_headline(live_store: Store) -> None:
    def above(metal: str, on: date, to: str) -> str | None:
        outranking = status_of(live_store.measures.values(), metal, Context(on, destination=to)).outranking
        return outranking[0].measure.measure_id if outranking else None

    assert above("gallium", date(2026, 10, 1), "USA") == "cn-2024-46-2a"
    assert above("gallium", date(2026, 10, 1), "JPN") is None
    assert above("gallium", date(2026, 12, 1), "USA") is None
    assert above("cobalt", date(2025, 10, 20), "ALL") == "cn-2025-58"


def test_what_leads_a_headline(live_store: Store) -> None:
    def leading(metal: str, on: date, to: str) -> set[str]:
        return {
            m.measure.measure_id
            for m in status_of(live_store.measures.values(), metal, Context(on, destination=to)).leading
        }

    assert leading("gallium", date(2024, 12, 10), "USA") == {"cn-2024-46-2a"}
    assert leading("gallium", date(2025, 11, 9), "USA") == {"cn-2023-23"}
    assert leading("superhard", date(2027, 1, 11), "ALL") == {"cn-2024-33", "cn-2025-55"}
    assert leading("cobalt", date(2025, 10, 20), "ALL") == set()

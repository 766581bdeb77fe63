"""The words for a status, each worked out by hand from the facts of the frozen edition."""

from datetime import date

import pytest

from explorer.data.beside import (
    forms,
    forms_words,
    military_measures,
    purchasing_rules,
    special_forms,
)
from explorer.data.headline import PILL_STATES, beyond, headline, measure_tone
from explorer.data.status import Status, status_of
from explorer.data.store import Store


def status(store: Store, metal: str, on: str, to: str = "ALL", origin: str = "CHN") -> Status:
    return status_of(store.measures.values(), metal, date.fromisoformat(on), to, origin)


PAUSED = "paused by a statement of 28 Sep 2026 only; by the text, in force since 11 Nov 2026"
RE_EXPORT = (
    "end-user duty (passing Chinese-origin items on to US recipients in breach of section 1 or 2 of the notice) "
    "since 3 Dec 2024"
)
US_BAN = "prohibition for US military users since 3 Dec 2024"
GROUP = "seven of the group: samarium, gadolinium, terbium, dysprosium, lutetium, scandium and yttrium"

MILITARY_TOO = "Stricter for Japanese military users and US military users."
NOTHING = (
    "Nothing on file, which does not mean that none exists. Goods on no list also need a licence where the exporter "
    "knows of an end use of concern (Order 792)."
)

CASES = [
    # metal, day, destination, origin, pill, colour, sentence
    (
        "gallium",
        "2023-07-20",
        "USA",
        "CHN",
        "licence announced",
        "announced",
        "Nothing in force; licence announced for 1 Aug 2023.",
    ),
    ("gallium", "2023-08-01", "USA", "CHN", "licence", "licence", "Licence."),
    (
        "gallium",
        "2024-12-10",
        "USA",
        "CHN",
        "ban",
        "prohibition",
        f"Prohibition. Also: {RE_EXPORT}; {US_BAN}.",
    ),
    (
        "gallium",
        "2026-11-24",
        "USA",
        "CHN",
        "ban suspended",
        "suspended",
        f"Licence; prohibition suspended to 27 Nov 2026. Also: {RE_EXPORT}; {US_BAN}.",
    ),
    (
        "gallium",
        "2026-11-28",
        "USA",
        "CHN",
        "presumed ban",
        "prohibition",
        "Prohibition. Presumed: the suspension ran to 27 Nov 2026 and nothing later is on record. "
        f"Also: {RE_EXPORT}; {US_BAN}.",
    ),
    (
        "gallium",
        "2026-11-24",
        "JPN",
        "CHN",
        "licence",
        "licence",
        "Licence. Also: end-user duty since 6 Jan 2026; prohibition for Japanese "
        "military users since 6 Jan 2026.",
    ),
    ("gallium", "2026-01-05", "JPN", "CHN", "licence", "licence", "Licence."),
    ("gallium", "2026-11-24", "JPN-MIL", "CHN", "ban", "prohibition", "Prohibition."),
    (
        "holmium",
        "2025-10-20",
        "ALL",
        "CHN",
        "licence announced",
        "announced",
        "Ordinary export licence; licence announced for 8 Nov 2025.",
    ),
    (
        "holmium",
        "2025-11-09",
        "ALL",
        "CHN",
        "licence suspended",
        "suspended",
        "Ordinary export licence; licence suspended to 10 Nov 2026.",
    ),
    (
        "holmium",
        "2026-11-11",
        "ALL",
        "CHN",
        "licence suspended, presumed",
        "suspended",
        f"Ordinary export licence; licence suspended to 10 Jan 2027. Presumed: {PAUSED}.",
    ),
    (
        "holmium",
        "2027-01-11",
        "ALL",
        "CHN",
        "presumed licence",
        "licence",
        "Licence. Presumed: the pause by a statement ran to 10 Jan 2027 and nothing later is on record; "
        f"by the text, in force since 11 Nov 2026. {MILITARY_TOO}",
    ),
    ("holmium", "2024-01-01", "ALL", "CHN", "ordinary licence", "other", "Ordinary export licence."),
    (
        "neodymium",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence suspended, presumed",
        "suspended",
        "Ordinary export licence; licence for ores bearing it and reagents to separate it suspended to "
        f"10 Jan 2027. Presumed: {PAUSED}. Also: 2 special forms or compounds controlled.",
    ),
    (
        "indium",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence",
        "licence",
        f"Licence for indium phosphide, trimethylindium and triethylindium, with technology. {MILITARY_TOO}",
    ),
    (
        "molybdenum",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence",
        "licence",
        "Licence for powder of 97 percent or more and 50 micrometres or less, for missile parts, with technology. "
        f"{MILITARY_TOO}",
    ),
    ("rare-earths", "2026-11-24", "ALL", "CHN", "licence", "licence", f"Licence for {GROUP}. {MILITARY_TOO}"),
    (
        "rare-earths",
        "2027-01-11",
        "ALL",
        "CHN",
        "licence",
        "licence",
        f"Licence for {GROUP}; presumed also for ores, flotation reagents and "
        "extractants; five more of the group: "
        f"holmium, erbium, thulium, europium and ytterbium. {MILITARY_TOO}",
    ),
    (
        "tin",
        "2026-11-24",
        "ALL",
        "CHN",
        "ordinary licence",
        "other",
        "Ordinary export licence (named in the 2017 catalogue, 2026 annex not available).",
    ),
    (
        "tungsten",
        "2023-08-01",
        "ALL",
        "CHN",
        "state trading",
        "other",
        "State trading: export only by listed state trading enterprises. Also: 2 "
        "special forms or compounds controlled.",
    ),
    (
        "indium",
        "2010-06-01",
        "ALL",
        "CHN",
        "quota",
        "other",
        "Quota: unwrought, scrap, powder and wrought indium.",
    ),
    (
        "lithium",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence suspended, presumed",
        "suspended",
        "Technology control: cathode, extraction and lithium metal technology "
        "(restricted); licence for batteries of "
        "300 Wh/kg or more, LFP cathode, equipment, with technology suspended to 10 "
        f"Jan 2027. Presumed: {PAUSED}. "
        "Also: 1 special form or compound controlled.",
    ),
    (
        "platinum",
        "2026-11-24",
        "ALL",
        "CHN",
        "2 special forms",
        "none",
        "None for the metal; 2 special forms or compounds controlled.",
    ),
    (
        "nickel",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence suspended, presumed",
        "suspended",
        "None for the metal; 2 special forms or compounds controlled; licence for "
        "NCM and NCA precursor hydroxides "
        f"suspended to 10 Jan 2027. Presumed: {PAUSED}.",
    ),
    ("copper", "2026-11-24", "ALL", "CHN", "none", "none", NOTHING),
    ("helium", "2026-11-24", "ALL", "CHN", "ban", "prohibition", "Prohibition."),
    (
        "helium",
        "2026-11-24",
        "ALL",
        "RUS",
        "licence",
        "licence",
        "Licence.",
    ),
    ("cobalt", "2026-11-24", "ALL", "COD", "quota", "other", "Quota: cobalt content, by company quota."),
    ("cobalt", "2025-06-01", "ALL", "COD", "ban", "prohibition", "Prohibition."),
    (
        "lithium",
        "2026-11-24",
        "ALL",
        "NAM",
        "ban",
        "prohibition",
        "Prohibition for unprocessed material.",
    ),
    (
        "rare-earths",
        "2026-11-24",
        "ALL",
        "VNM",
        "ban",
        "prohibition",
        "Prohibition: raw ore banned, refined exports limited.",
    ),
    ("holmium", "2026-11-24", "ALL", "MYS", "ban", "prohibition", "Prohibition for raw material."),
]


@pytest.mark.parametrize(("metal", "on", "to", "origin", "pill", "state", "sentence"), CASES)
def test_pill_and_sentence(
    store: Store, metal: str, on: str, to: str, origin: str, pill: str, state: str, sentence: str
) -> None:
    found = headline(store, status(store, metal, on, to, origin))
    assert (found.pill, found.pill_state, found.sentence) == (pill, state, sentence)


@pytest.mark.parametrize(
    ("metal", "on", "to", "detail"),
    [
        ("gallium", "2026-11-24", "USA", "3 days left · first controlled 1 Aug 2023"),
        ("gallium", "2026-11-26", "USA", "1 day left · first controlled 1 Aug 2023"),
        ("gallium", "2026-11-27", "USA", "last day · first controlled 1 Aug 2023"),
        ("gallium", "2026-11-28", "USA", "first controlled 1 Aug 2023"),
        ("gallium", "2023-07-31", "USA", "in force in 1 day"),
        ("gallium", "2023-08-01", "USA", "first controlled 1 Aug 2023"),
        ("holmium", "2026-11-24", "ALL", "47 days left · ordinary export licence runs to 31 Dec 2026"),
        ("copper", "2026-11-24", "ALL", ""),
    ],
)
def test_detail(store: Store, metal: str, on: str, to: str, detail: str) -> None:
    assert headline(store, status(store, metal, on, to)).detail == detail


def test_every_metal_has_words_on_every_kind_of_day(store: Store) -> None:
    for on in ("2000-01-01", "2010-06-01", "2024-12-10", "2025-10-20", "2026-11-24", "2027-01-11"):
        for to in ("ALL", "USA", "JPN", "USA-MIL", "JPN-MIL", "EUU"):
            for metal in store.metals:
                found = headline(store, status(store, metal, on, to))
                assert found.pill and found.pill_state in PILL_STATES
                assert found.sentence[0].isupper() and found.sentence.endswith(".")
                assert ".." not in found.sentence and "None." not in found.sentence


def test_a_metal_with_special_forms_is_never_plain_none(store: Store) -> None:
    for metal in store.metals:
        found = status(store, metal, "2026-11-24")
        if found.status == "none" and special_forms(store, found):
            words = headline(store, found)
            assert words.pill != "none"
            assert words.sentence.startswith("None for the ") and " controlled" in words.sentence


def test_special_forms_follow_destination_and_jurisdiction(store: Store) -> None:
    chinese = {i.item_id for i in special_forms(store, status(store, "tungsten", "2026-11-24"))}
    european = {
        i.item_id for i in special_forms(store, status(store, "tungsten", "2026-11-24", origin="EUU"))
    }
    assert chinese and european and not chinese & european
    assert special_forms(store, status(store, "tungsten", "1990-01-01")) == []


def test_forms_are_counted_in_words() -> None:
    assert forms_words(1) == "1 special form or compound"
    assert forms_words(3) == "3 special forms or compounds"


def test_forms_are_told_with_the_state_of_their_measure(store: Store) -> None:
    before = forms(store, status(store, "indium", "2024-08-20"))
    assert {(f.item.control_code, f.found.state) for f in before} == {
        ("3C001.f", "in_force"),
        ("3C003.f", "announced"),
    }
    assert len(special_forms(store, status(store, "indium", "2024-08-20"))) == 1


def test_measures_for_military_users_are_told_beside_the_status(store: Store) -> None:
    asked = status(store, "gallium", "2024-12-10", "USA")
    assert {m.measure.destination for m in military_measures(store, asked)} == {"USA-MIL"}
    assert all(m.measure.destination != "USA-MIL" for m in asked.measures)
    assert military_measures(store, status(store, "gallium", "2024-12-10", "DEU")) == ()
    assert military_measures(store, status(store, "gallium", "2024-12-02", "USA")) == ()


def test_a_partial_first_day_is_printed_as_it_stands(store: Store) -> None:
    assert headline(store, status(store, "graphite", "2026-10-08")).detail == "first controlled 2006"


def test_a_day_after_the_last_checked_one_is_warned_of(store: Store) -> None:
    assert beyond(store, date(2026, 10, 8)) == ""
    assert beyond(store, date(2026, 10, 9)) == (
        "9 Oct 2026 is later than the last checked day, 8 Oct 2026: newer events are not on file."
    )


def test_a_measure_has_the_colour_of_its_state_or_in_force_of_its_kind(store: Store) -> None:
    found = {
        m.measure.measure_id: measure_tone(m)
        for m in status(store, "antimony", "2026-11-24", to="USA").measures
    }
    assert set(found.values()) == {"suspended", "licence", "other", "none"}
    assert found["cn-2024-33"] == "licence" and found["cn-quota-sb"] == "none"
    assert set(found.values()) <= set(PILL_STATES)


def test_purchasing_rules_are_listed_whatever_the_destination(store: Store) -> None:
    for to in ("ALL", "CHN", "USA-MIL"):
        asked = status(store, "neodymium", "2026-06-01", to, "USA")
        found = {m.measure.measure_id: m.state for m in purchasing_rules(store, asked)}
        assert found == {"us-dfars-7052-1": "in_force", "us-dfars-7052-2": "announced"}
        assert asked.status == "none"
    assert purchasing_rules(store, status(store, "neodymium", "2026-06-01", "USA", "CHN")) == ()

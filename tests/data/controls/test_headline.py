"""The words for a status, each worked out by hand from the facts of the frozen edition."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.headline import beyond, headline
from explorer.data.controls.parties import military_measures, purchasing_rules
from explorer.data.controls.pill import PILL_STATES, measure_tone
from explorer.data.controls.service import Controls
from explorer.data.controls.special_forms import forms, special_forms
from explorer.data.controls.status import Status, status_of
from explorer.data.store import Store


def status(store: Store, metal: str, on: str, to: str = "ALL", origin: str = "CHN") -> Status:
    return status_of(store.measures.values(), metal, Context(date.fromisoformat(on), origin, to))


CASES = [
    # metal, day, destination, origin, pill, colour, what is in force, what waits, what else applies
    (
        "gallium",
        "2023-07-20",
        "USA",
        "CHN",
        "licence requirement announced",
        "announced",
        "Nothing in force.",
        "The licence requirement will apply from 1 Aug 2023.",
        "",
    ),
    (
        "gallium",
        "2023-08-01",
        "USA",
        "CHN",
        "licence required",
        "licence",
        "Allowed with a licence.",
        "",
        "",
    ),
    (
        "gallium",
        "2024-12-10",
        "USA",
        "CHN",
        "refused in principle",
        "prohibition",
        "Licences are refused in principle.",
        "",
        (
            "Also in force: technology control. Re-export rule (since 3 Dec 2024), which also binds third "
            "countries: passing Chinese-origin items on to US recipients in breach of section 1 or 2 of the "
            "notice. Never to US military users (since 3 Dec 2024)."
        ),
    ),
    (
        "gallium",
        "2026-11-24",
        "USA",
        "CHN",
        "refusal paused",
        "prohibition-paused",
        "Allowed with a licence.",
        (
            "The refusal in principle is paused until 27 Nov 2026. From 28 Nov 2026 it applies again unless the "
            "pause is extended; no later notice is on file (checked to 8 Oct 2026). This pause is based on "
            "Announcement 72 of 2025."
        ),
        (
            "Also in force: technology control. Re-export rule (since 3 Dec 2024), which also binds third "
            "countries: passing Chinese-origin items on to US recipients in breach of section 1 or 2 of the "
            "notice. Never to US military users (since 3 Dec 2024)."
        ),
    ),
    (
        "gallium",
        "2026-11-28",
        "USA",
        "CHN",
        "refused in principle (presumed)",
        "prohibition",
        (
            "Licences are refused in principle. Presumed: the pause ended on 27 Nov 2026 and no later notice is "
            "on file (checked to 8 Oct 2026)."
        ),
        "",
        (
            "Also in force: technology control. Re-export rule (since 3 Dec 2024), which also binds third "
            "countries: passing Chinese-origin items on to US recipients in breach of section 1 or 2 of the "
            "notice. Never to US military users (since 3 Dec 2024)."
        ),
    ),
    (
        "gallium",
        "2026-11-24",
        "JPN",
        "CHN",
        "licence required",
        "licence",
        "Allowed with a licence.",
        "",
        (
            "Also in force: end-use rule (since 6 Jan 2026); technology control. Never to Japanese military users"
            " (since 6 Jan 2026)."
        ),
    ),
    (
        "gallium",
        "2026-01-05",
        "JPN",
        "CHN",
        "licence required",
        "licence",
        "Allowed with a licence.",
        "",
        "Also in force: technology control.",
    ),
    (
        "gallium",
        "2026-11-24",
        "JPN-MIL",
        "CHN",
        "ban",
        "prohibition",
        "Not allowed.",
        "",
        "Also in force: technology control.",
    ),
    (
        "holmium",
        "2025-10-20",
        "ALL",
        "CHN",
        "licence requirement announced",
        "announced",
        "Allowed with an ordinary export licence.",
        (
            "Will apply from 8 Nov 2025: the licence requirement; the technology control for equipment to "
            "extract, separate and process holmium."
        ),
        "Also in force: technology control; reporting duty.",
    ),
    (
        "holmium",
        "2025-11-09",
        "ALL",
        "CHN",
        "licence requirement paused",
        "licence-paused",
        "Allowed with an ordinary export licence.",
        "The licence requirement is paused until 10 Nov 2026. This pause is based on Announcement 70 of 2025.",
        "Also in force: technology control.",
    ),
    (
        "holmium",
        "2026-11-11",
        "ALL",
        "CHN",
        "licence requirement paused (presumed)",
        "licence-paused",
        "Allowed with an ordinary export licence.",
        (
            "The licence requirement is paused until 10 Jan 2027 (presumed). Unclear: according to the "
            "notices on file, it has been in force since 11 Nov 2026; a statement of 28 Sep 2026 says "
            "that the pause continues until 10 Jan 2027. No notice confirms this."
        ),
        "Also in force: technology control.",
    ),
    (
        "holmium",
        "2027-01-11",
        "ALL",
        "CHN",
        "licence required (presumed)",
        "licence",
        (
            "Allowed with a licence. Presumed: the pause ended on 10 Jan 2027 and no later notice is "
            "on file (checked to 8 Oct 2026). The pause was based only on a statement; according to "
            "the notices on file, the measure has been in force since 11 Nov 2026."
        ),
        "",
        (
            "Also in force: technology control. Stricter for Japanese military users and US military "
            "users (ban, presumed)."
        ),
    ),
    (
        "holmium",
        "2024-01-01",
        "ALL",
        "CHN",
        "ordinary export licence",
        "other",
        "Allowed with an ordinary export licence.",
        "",
        "Also in force: technology control; reporting duty.",
    ),
    (
        "neodymium",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence requirement paused, ores only (presumed)",
        "licence-paused",
        "Allowed with an ordinary export licence.",
        (
            "Paused until 10 Jan 2027 (presumed): the licence requirement for ores bearing neodymium "
            "and reagents to separate neodymium. Unclear: according to the notices on file, it has "
            "been in force since 11 Nov 2026; a statement of 28 Sep 2026 says that the pause continues "
            "until 10 Jan 2027. No notice confirms this."
        ),
        "Also in force: technology control. 2 special forms or compounds are controlled.",
    ),
    (
        "indium",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence, some forms",
        "licence",
        (
            "Licence needed for indium phosphide, trimethylindium and triethylindium, with technology. The metal "
            "itself needs an ordinary export licence."
        ),
        "",
        (
            "2 special forms or compounds are controlled. Stricter for Japanese military users and US military "
            "users (ban)."
        ),
    ),
    (
        "molybdenum",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence, some forms",
        "licence",
        (
            "Licence needed for powder of 97 percent or more and 50 micrometres or less, for missile parts, with "
            "technology. The metal itself needs an ordinary export licence."
        ),
        "",
        "Stricter for Japanese military users and US military users (ban).",
    ),
    (
        "rare-earths",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence, some members",
        "licence",
        (
            "Licence needed for seven of the group: samarium, gadolinium, terbium, dysprosium, lutetium, scandium"
            " and yttrium. The group itself needs an ordinary export licence."
        ),
        (
            "Paused until 10 Jan 2027 (presumed): a further licence requirement for goods outside "
            "the exporting country; a further licence requirement for ores, flotation reagents and extractants; a "
            "further licence requirement for five more of the group: holmium, erbium, thulium, europium and "
            "ytterbium. This pause is based only on a statement."
        ),
        "Also in force: technology control. Stricter for Japanese military users and US military users (ban).",
    ),
    (
        "rare-earths",
        "2027-01-11",
        "ALL",
        "CHN",
        "licence, some members",
        "licence",
        (
            "Licence needed for seven of the group: samarium, gadolinium, terbium, dysprosium, lutetium, scandium"
            " and yttrium. Presumed: a licence is also needed for ores, flotation reagents and extractants; five "
            "more of the group: holmium, erbium, thulium, europium and ytterbium."
        ),
        "",
        (
            "Also in force: technology control. Goods outside China (presumed): a licence from China is also needed "
            "for seven of the group. Stricter for Japanese military users and US military users (ban)."
        ),
    ),
    (
        "tin",
        "2026-11-24",
        "ALL",
        "CHN",
        "ordinary export licence",
        "other",
        "Allowed with an ordinary export licence.",
        "",
        "",
    ),
    (
        "tungsten",
        "2023-08-01",
        "ALL",
        "CHN",
        "state trading",
        "other",
        "State trading: export only by listed state trading enterprises.",
        "",
        "Also in force: ordinary export licence requirement. 2 special forms or compounds are controlled.",
    ),
    (
        "indium",
        "2010-06-01",
        "ALL",
        "CHN",
        "quota",
        "other",
        "Quota: unwrought, scrap, powder and wrought indium.",
        "",
        "",
    ),
    (
        "lithium",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence requirement paused, some forms (presumed)",
        "licence-paused",
        "Technology control: cathode, extraction and lithium metal technology (restricted).",
        (
            "Paused until 10 Jan 2027 (presumed): the licence requirement for batteries of 300 Wh/kg "
            "or more, LFP cathode, equipment, with technology. Unclear: according to the notices on "
            "file, it has been in force since 11 Nov 2026; a statement of 28 Sep 2026 says that the "
            "pause continues until 10 Jan 2027. No notice confirms this."
        ),
        "1 special form or compound is controlled.",
    ),
    (
        "platinum",
        "2026-11-24",
        "ALL",
        "CHN",
        "some forms controlled (2)",
        "other",
        (
            "Nothing in force for the metal itself. 2 special forms or compounds are controlled. Nothing on file "
            "for the metal itself; some controls may exist."
        ),
        "",
        (
            "Goods that are not on any list also need a licence where the exporter knows of an end use of "
            "concern (Order 792)."
        ),
    ),
    (
        "nickel",
        "2026-11-24",
        "ALL",
        "CHN",
        "licence requirement paused, some forms (presumed)",
        "licence-paused",
        "Nothing in force for the metal itself. 2 special forms or compounds are controlled.",
        (
            "Paused until 10 Jan 2027 (presumed): the licence requirement for NCM and NCA precursor "
            "hydroxides. Unclear: according to the notices on file, it has been in force since 11 Nov "
            "2026; a statement of 28 Sep 2026 says that the pause continues until 10 Jan 2027. No notice "
            "confirms this."
        ),
        "",
    ),
    (
        "copper",
        "2026-11-24",
        "ALL",
        "CHN",
        "nothing on file",
        "none",
        "Nothing on file; some controls may exist.",
        "",
        (
            "Goods that are not on any list also need a licence where the exporter knows of an end use of "
            "concern (Order 792)."
        ),
    ),
    (
        "helium",
        "2026-11-24",
        "ALL",
        "CHN",
        "ban",
        "prohibition",
        "Not allowed.",
        "",
        "",
    ),
    (
        "helium",
        "2026-11-24",
        "ALL",
        "RUS",
        "licence required",
        "licence",
        "Allowed with a licence.",
        "",
        "",
    ),
    (
        "cobalt",
        "2026-11-24",
        "ALL",
        "COD",
        "quota",
        "other",
        "Quota: cobalt content, by company quota.",
        "",
        "",
    ),
    (
        "cobalt",
        "2025-06-01",
        "ALL",
        "COD",
        "ban",
        "prohibition",
        "Not allowed.",
        "",
        "",
    ),
    (
        "lithium",
        "2026-11-24",
        "ALL",
        "NAM",
        "ban, ores only",
        "prohibition",
        "Ban on unprocessed material.",
        "",
        "",
    ),
    (
        "rare-earths",
        "2026-11-24",
        "ALL",
        "VNM",
        "ban, ores only",
        "prohibition",
        "Partial ban: raw ore banned, refined exports limited.",
        "",
        "",
    ),
    (
        "holmium",
        "2026-11-24",
        "ALL",
        "MYS",
        "ban, ores only",
        "prohibition",
        "Ban on raw material.",
        "",
        "",
    ),
]


@pytest.mark.parametrize(
    ("metal", "on", "to", "origin", "pill", "state", "in_force", "waiting", "further"), CASES
)
def test_pill_and_sentences(
    store: Store,
    metal: str,
    on: str,
    to: str,
    origin: str,
    pill: str,
    state: str,
    in_force: str,
    waiting: str,
    further: str,
) -> None:
    found = headline(store, status(store, metal, on, to, origin))
    assert (found.pill, found.pill_state) == (pill, state)
    assert (found.in_force, found.waiting, found.further) == (in_force, waiting, further)
    assert found.sentence == " ".join(filter(None, (in_force, waiting, further)))


@pytest.mark.parametrize(
    ("metal", "on", "to", "detail"),
    [
        (
            "gallium",
            "2026-11-24",
            "USA",
            "pause ends in 3 days · first licence requirement on file: 1 Aug 2023",
        ),
        (
            "gallium",
            "2026-11-26",
            "USA",
            "pause ends in 1 day · first licence requirement on file: 1 Aug 2023",
        ),
        (
            "gallium",
            "2026-11-27",
            "USA",
            "last day of the pause · first licence requirement on file: 1 Aug 2023",
        ),
        ("gallium", "2026-11-28", "USA", "first licence requirement on file: 1 Aug 2023"),
        ("gallium", "2023-07-31", "USA", "licence requirement applies in 1 day"),
        ("gallium", "2023-08-01", "USA", "first licence requirement on file: 1 Aug 2023"),
        (
            "holmium",
            "2026-11-24",
            "ALL",
            "pause ends in 47 days · term of the ordinary export licence requirement ends on 31 Dec 2026",
        ),
        ("graphite", "2026-11-27", "USA", "last day of the pause · first licence requirement on file: 2006"),
        ("helium", "2026-11-24", "ALL", "first ban on file: 10 Jul 2026"),
        ("copper", "2026-11-24", "ALL", ""),
    ],
)
def test_detail(store: Store, metal: str, on: str, to: str, detail: str) -> None:
    assert headline(store, status(store, metal, on, to)).detail == detail


def test_every_metal_has_a_headline_on_every_kind_of_day(store: Store) -> None:
    for on in ("2000-01-01", "2010-06-01", "2024-12-10", "2025-10-20", "2026-11-24", "2027-01-11"):
        for to in ("ALL", "USA", "JPN", "USA-MIL", "JPN-MIL", "EUU"):
            for metal in store.metals:
                found = headline(store, status(store, metal, on, to))
                assert found.pill and found.pill_state in PILL_STATES
                assert found.sentence[0].isupper() and found.sentence.endswith(".")
                assert (
                    ".." not in found.sentence and "None" not in found.sentence and "{" not in found.sentence
                )


def test_a_metal_with_special_forms_is_never_plain_none(store: Store) -> None:
    for metal in store.metals:
        found = status(store, metal, "2026-11-24")
        if found.status == "none" and special_forms(store, found):
            words = headline(store, found)
            assert words.pill != "nothing on file"
            assert words.sentence.startswith("Nothing in force for the ") and " controlled." in words.sentence


def test_refused_and_controlled_forms_are_counted_apart(store: Store) -> None:
    words = headline(store, status(store, "platinum", "2026-06-01", "USA-MIL"))
    assert "1 special form or compound is banned. 1 more is controlled." in words.in_force


def test_special_forms_follow_destination_and_jurisdiction(store: Store) -> None:
    chinese = {i.item_id for i in special_forms(store, status(store, "tungsten", "2026-11-24"))}
    european = {
        i.item_id for i in special_forms(store, status(store, "tungsten", "2026-11-24", origin="EUU"))
    }
    assert chinese and european and not chinese & european
    assert special_forms(store, status(store, "tungsten", "1990-01-01")) == []


def test_forms_have_the_state_of_their_measure(store: Store) -> None:
    before = forms(store, status(store, "indium", "2024-08-20"))
    assert {(f.item.control_code, f.found.state) for f in before} == {
        ("3C001.f", "in_force"),
        ("3C003.f", "announced"),
    }
    assert len(special_forms(store, status(store, "indium", "2024-08-20"))) == 1


def test_measures_for_military_users_do_not_set_the_status(store: Store) -> None:
    found = status(store, "gallium", "2024-12-10", "USA")
    assert {m.measure.destination for m in military_measures(store, found)} == {"USA-MIL"}
    assert all(m.measure.destination != "USA-MIL" for m in found.measures)
    assert military_measures(store, status(store, "gallium", "2024-12-10", "DEU")) == ()
    assert military_measures(store, status(store, "gallium", "2024-12-02", "USA")) == ()


def test_a_partial_first_date_is_shown_as_published(store: Store) -> None:
    assert (
        headline(store, status(store, "graphite", "2026-10-08")).detail
        == "first licence requirement on file: 2006"
    )


def test_a_day_after_the_last_checked_one_has_a_warning(store: Store) -> None:
    assert beyond(store, date(2026, 10, 8)) == ""
    assert beyond(store, date(2026, 10, 9)) == ("Checked to 8 Oct 2026: the last day is not covered.")
    assert beyond(store, date(2026, 11, 27)) == "Checked to 8 Oct 2026: the last 50 days are not covered."


def test_a_measure_has_the_colour_of_its_state_or_in_force_of_its_kind(store: Store) -> None:
    found = {
        m.measure.measure_id: measure_tone(m)
        for m in status(store, "antimony", "2026-11-24", to="USA").measures
    }
    assert set(found.values()) == {"prohibition-paused", "licence", "other", "none"}
    assert found["cn-2024-33"] == "licence" and found["cn-quota-sb"] == "none"
    assert set(found.values()) <= set(PILL_STATES)


def test_purchasing_rules_are_listed_whatever_the_destination(store: Store) -> None:
    for to in ("ALL", "CHN", "USA-MIL"):
        neodymium = status(store, "neodymium", "2026-06-01", to, "USA")
        rules = {m.measure.measure_id: m.state for m in purchasing_rules(store, neodymium)}
        assert rules == {"us-dfars-7052-1": "in_force", "us-dfars-7052-2": "announced"}
        assert neodymium.status == "none"
    assert purchasing_rules(store, status(store, "neodymium", "2026-06-01", "USA", "CHN")) == ()


def test_the_last_day_of_a_refusal_in_principle_is_not_that_of_a_ban(store: Store) -> None:
    measures = [replace(m, expires="2025-01-31") for m in store.measures.values()]
    other = store.with_measures(measures)
    context = Context(date(2024, 12, 10), "CHN", "USA")
    detail = Controls.of(other).headline("gallium", context).detail
    assert "refusal in principle ends on 31 Jan 2025" in detail and "ban ends" not in detail


def test_a_further_rule_whose_pause_goes_on_by_a_statement_says_so(store: Store) -> None:
    """In measure_events.csv, the notice pauses cn-2025-58 until 2026-11-10, a statement until 2027-01-10."""
    context = Context(date(2026, 11, 10), "CHN", "DEU")
    found = Controls.of(store).headline("graphite", context)
    assert "only a statement of 28 Sep 2026 says that the pause continues until 10 Jan 2027" in found.waiting

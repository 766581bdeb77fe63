"""The answers to questions, against facts worked out from the notices and the tables."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 27)


def reply(store: Store, text: str, to: str = "USA", day: date = DAY) -> Reply:
    return ask(store, text, Context(day, "CHN", to), DAY)


def answer(store: Store, text: str, to: str = "USA", day: date = DAY) -> str:
    found = reply(store, text, to, day)
    assert found.reading is not None, found.text
    return found.text


def test_the_status_on_a_day_follows_the_notices(store: Store) -> None:
    """Announcement 23 of 2023 and, from 3 Dec 2024, Announcement 46 of 2024, paused until 27 Nov 2026."""
    for day, words in (
        ("2 Dec 2024", "Gallium on 2 Dec 2024: Allowed with a licence."),
        ("3 Dec 2024", "Gallium on 3 Dec 2024: Licences are refused in principle."),
        ("27 Nov 2026", "The refusal in principle is paused until 27 Nov 2026."),
    ):
        assert words in answer(store, f"may gallium go to the US on {day}")
    assert "refus" not in answer(store, "may gallium go to Germany")


def test_a_day_after_the_last_check_is_marked(store: Store) -> None:
    assert "Checked to 8 Oct 2026: the last 50 days are not covered." in answer(
        store, "is gallium controlled"
    )
    assert "Checked to" not in answer(store, "was gallium controlled on 8 Oct 2026")


def test_the_status_over_a_span_has_each_state_with_its_days(store: Store) -> None:
    assert answer(store, "was gallium banned in 2024") == (
        "Gallium: from 1 Jan 2024 to 2 Dec 2024 licence, in force; "
        "from 3 Dec 2024 to 31 Dec 2024 refusal in principle, in force."
    )


def test_goods_that_are_not_exported_have_no_status(store: Store) -> None:
    assert "are not exports" in answer(store, "may gallium go from China to China")
    assert "are not exports" in answer(store, "when does the pause end", to="CHN")


def test_each_kind_of_control_has_its_first_day(store: Store) -> None:
    text = answer(store, "since when is gallium controlled")
    assert "first dual-use licence from 1 Aug 2023 (Announcement 23 of 2023), in force" in text
    assert "first refusal in principle from 3 Dec 2024 (Announcement 46 of 2024" in text
    assert "paused until 27 Nov 2026" in text
    assert "refusal" not in answer(store, "since when is gallium controlled", to="JPN")


def test_a_measure_that_was_only_paused_was_never_in_force(store: Store) -> None:
    """Announcement 57 of 2025 on holmium was paused before its first day."""
    assert "No licence requirement or ban that was in force is on file." in answer(
        store, "since when is holmium controlled"
    )


def test_the_ends_of_pauses(store: Store) -> None:
    text = answer(store, "when does the pause end")
    assert "Paused until 27 Nov 2026: refusal in principle (Announcement 46 of 2024)" in text
    assert "Paused until 10 Jan 2027 (presumed): " in text and "Announcement 57 of 2025" in text
    assert "No pause is on file." in answer(store, "until when is the pause on the helium ban")
    assert "pause" not in answer(store, "until when is helium banned")
    assert "No pause is on file for these exports." in answer(
        store, "when does the pause end", day=date(2024, 1, 1)
    )


def test_a_list_of_bans_on_the_day_of_the_refusal(store: Store) -> None:
    text = answer(store, "what was banned on 10 Dec 2024")
    for name in ("gallium", "germanium", "antimony", "superhard materials"):
        assert name in text
    assert "helium" not in text  # its ban is of July 2026
    assert answer(store, "what is banned", to="JPN").startswith(
        "Banned or refused, China to Japan, 27 Nov 2026: helium."
    )


def test_what_is_paused_is_filtered_where_one_status_has_it_all(store: Store) -> None:
    """On 1 Jan 2026 the licence rules of October 2025 were paused for all, the refusals only for the United States."""
    for to, status in (("JPN", "licence-paused"), ("USA", "")):
        found = reply(store, "what is paused", to, date(2026, 1, 1))
        assert found.answer is not None and found.answer.action.status == status


def test_a_list_leads_to_the_filter_for_its_day_and_places(store: Store) -> None:
    found = reply(store, "what was banned on 10 Dec 2024")
    assert found.answer is not None
    assert found.answer.action.as_dict() == {
        "kind": "filter",
        "day": "2024-12-10",
        "origin": "CHN",
        "destination": "USA",
        "status": "prohibition",
        "question": "what was banned on 10 Dec 2024",
        "asked": "2026-11-27",
    }


def test_changes_of_a_day_and_of_a_day_without_any(store: Store) -> None:
    text = answer(store, "what changed on 3 Dec 2024")
    assert text.startswith("3 Dec 2024: In force: refusal in principle (Announcement 46 of 2024; ")
    quiet = answer(store, "what changed on 27 Nov 2026")
    assert quiet.startswith("No change on file takes effect on 27 Nov 2026 for these exports, but ")
    assert "27 Nov 2026: Last day of the pause: refusal in principle (Announcement 72 of 2025; " in quiet
    assert "imposed by Announcement 46 of 2024" in quiet
    tomorrow = answer(store, "what changes tomorrow")
    assert "28 Nov 2026: In force again (presumed): refusal in principle (" in tomorrow
    assert "presumed: text of Announcement 72 of 2025; no notice confirms this" in tomorrow


def test_changes_of_several_days_name_each_day_once(store: Store) -> None:
    text = answer(store, "what changed in December 2024")
    assert text.count("3 Dec 2024") == 1 and "In force: end-use rule (Announcement 46 of 2024; " in text


def test_uncertain_imports_are_not_said_to_be_missing(store: Store) -> None:
    """All headline tables of the Union are thin records in buyer_dependence.csv."""
    text = answer(store, "what does the EU depend on China for")
    assert text == (
        "The records of imports by the European Union are too uncertain to rank them by the share of China."
    )


def test_changes_for_one_metal_leave_out_the_others(store: Store) -> None:
    text = answer(store, "what changed for antimony in 2024")
    assert "Announcement 33 of 2024" in text and "Announcement 21 of 2024" not in text


def test_producers_keep_the_flags_of_their_figures(store: Store) -> None:
    text = answer(store, "who makes gallium")
    assert (
        "low-purity gallium, 2025: China 99 % (estimated), Russia 0.7 % (estimated)".replace(" %", "\u202f%")
        in text
    )
    assert "United States" not in text  # its figure is zero
    share = answer(store, "how much gallium does China produce in 2024")
    assert "2024: China 99" in share and "estimated" not in share  # 839 of 848 tonnes


def test_producers_of_a_year_that_is_not_on_file(store: Store) -> None:
    assert "No output by country in 1950 is on file." in answer(store, "who produced gallium in 1950")
    assert reply(store, "who produced gallium in May 2020").reading is None


def test_a_price_of_a_month_is_that_of_the_series(store: Store) -> None:
    assert answer(store, "price of gallium on 1 Aug 2023").startswith("Gallium: 388.62 USD/kg, Aug 2023 (")
    assert "No price in that time is on file" in answer(store, "price of gallium in 1999")
    assert "Unit value" in answer(store, "price of gallium")


def test_reliance_has_the_shares_of_weight_and_value_and_the_credit(store: Store) -> None:
    """Rare-earth compounds, 2024: 58.47 % of the tonnes from China, 58.58 % with Hong Kong, 37.66 % of the value."""
    text = answer(store, "how dependent is Germany on China for rare earths").replace("\u202f", " ")
    assert "58 % of tonnage" in text and "59 % of tonnage" in text and "38 % of value" in text
    assert text.endswith("own calculation.")


def test_what_a_country_depends_on_is_given_by_heading(store: Store) -> None:
    text = answer(store, "what does Germany depend on China for").replace("\u202f", " ")
    first, second = (
        "graphite (natural), other natural: 94 % of tonnage",
        "rare earths, metals: 89 % of tonnage",
    )
    assert text.index(first) < text.index(second) < text.index("rare earths, compounds: 58 % of tonnage")
    assert (
        "The figures of 2024 are preliminary." in text and "No usable trade figures are on file for" in text
    )
    assert "Germany may still depend on imports of them." in text


def test_suppliers_have_both_shares(store: Store) -> None:
    text = answer(store, "who supplies Germany with graphite").replace("\u202f", " ")
    assert "HS 250410 (1992), 2024 (preliminary): China (32 % of tonnage, 30 % of value)" in text
    assert "No supplier figures are on file for gallium" in answer(store, "who supplies Germany with gallium")


def test_suppliers_of_the_united_states_are_those_of_its_survey(live_store: Store) -> None:
    """Import sources of tantalum in all forms, 2021 to 2024; the origin of the view plays no part."""
    for text in ("美国从哪些国家进口钽", "which countries does the US import tantalum from"):
        found = answer(live_store, text).replace("\u202f", " ")
        assert "China 22 %, Australia 14 %, Germany 11 %, Indonesia 7 % and others 46 %" in found
    assert (
        reply(live_store, "美国从哪些国家进口钽").reading_text == "tantalum · the United States · 27 Nov 2026"
    )


def test_the_first_day_of_a_quota_is_given_where_it_is_asked_for(live_store: Store) -> None:
    """Decision 001/ARECOMS/2025 banned exports on 22 Feb 2025, Decision 004 set a quota from 16 Oct 2025."""
    text = answer(live_store, "since when is there a quota on cobalt from the DRC")
    assert "first ban from 22 Feb 2025" in text and "first quota from 16 Oct 2025" in text
    assert "The term of the quota ends on 31 Dec 2027, and no replacement is on file." in answer(
        live_store, "until when does the DR Congo cobalt quota run"
    )


def test_a_control_that_was_replaced_is_named_with_the_present_one(live_store: Store) -> None:
    """Graphite: Announcement 50 of 2006 first, Announcement 39 of 2023 now."""
    text = answer(live_store, "since when has China controlled graphite")
    assert "first licence from 2006 (Announcement 50 of 2006), ended" in text
    assert "present dual-use licence from 1 Dec 2023 (Announcement 39 of 2023)" in text


def test_an_answer_on_a_form_names_it(live_store: Store) -> None:
    found = reply(live_store, "may nickel ore go from Indonesia to China")
    assert "Ban on ore of all grades" in found.text and "nickel (“ore”)" in found.reading_text
    assert "Ban on enriched uranium" in answer(live_store, "俄罗斯可以向美国出口浓缩铀吗")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Announcement 23 of 2023 lists gallium oxide and germanium dioxide.
        (
            "may gallium oxide go to Japan",
            "On “gallium oxide”, the wording of Announcement 23 of 2023 decides – licence,",
        ),
        ("may germanium dioxide go to Japan", "dioxide and tetrachloride"),
        (
            "may GaAs go to Japan",
            "On “GaAs”, the wording of Announcement 23 of 2023 decides – licence, in force: metal, ni",
        ),
        # Its items name scrap of gallium nitride and others, not that of the metal.
        ("may gallium scrap go to Japan", "Gallium nitride: wafers, powder, scrap"),
        # Announcement 33 of 2024 lists antimony oxide from 99.99 percent, so not every trioxide.
        ("may antimony trioxide go to Japan", "oxide of 99.99 percent or better"),
        # Announcement 18 of 2025 lists magnets under dysprosium and terbium.
        ("may NdFeB go to Germany", "NdFeB magnets with dysprosium"),
    ],
)
def test_a_form_that_a_measure_names_is_answered_with_its_wording(
    live_store: Store, text: str, words: str
) -> None:
    assert words in answer(live_store, text)


@pytest.mark.parametrize(
    ("text", "form", "metal"),
    [
        ("may gallium foil go to Japan", "foil", "gallium"),
        ("镓箔能出口吗", "箔", "gallium"),
        ("until when is the germanium waste ban paused", "waste", "germanium"),
    ],
)
def test_a_form_that_no_measure_names_is_said_first(
    live_store: Store, text: str, form: str, metal: str
) -> None:
    words = f"No measure for these exports names “{form}” in connection with {metal}"
    assert words in answer(live_store, text).partition(".")[0]


def test_a_form_belongs_to_the_metal_beside_it(live_store: Store) -> None:
    text = answer(live_store, "may gallium oxide and germanium go to Japan")
    gallium, germanium = text.split("Germanium:")
    assert "“gallium oxide”" in gallium and "oxide" not in germanium


@pytest.mark.parametrize(
    "text", ["who makes gallium arsenide", "price of rhenium scrap", "what is gallium oxide used for"]
)
def test_figures_of_a_form_are_given_only_where_they_are_on_file(live_store: Store, text: str) -> None:
    found = reply(live_store, text)
    assert found.reading is None and found.unused


def test_the_price_of_a_form_is_that_of_its_own_series(live_store: Store) -> None:
    assert "wolframite concentrate" in answer(live_store, "price of tungsten concentrate")
    assert "Neodymium oxide 99.5% min" in answer(live_store, "neodymium oxide price")
    assert (
        "trioxide grade" not in reply(live_store, "price of antimony trioxide").text
    )  # a grade of the metal


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("germanum to netherlands", "“germanum” read as germanium"),
        (
            "who are the bigest producers of antimoney",
            "“bigest” read as biggest · “antimoney” read as antimony",
        ),
        ("may gallium go to Untied Kingdom", "“Untied Kingdom” read as united kingdom"),
    ],
)
def test_a_misspelt_word_is_corrected_and_shown(live_store: Store, text: str, read_as: str) -> None:
    assert read_as in reply(live_store, text).reading_text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("does Apple need a licence for gallium", "Apple"),  # not `apply`
        ("may gallium tellurate go to Japan", "tellurate"),  # not tellurium
        ("may irdium go to Japan", "irdium"),  # iridium or indium
        ("may gallium chips go to Japan", "chips"),  # not `ships`
        ("may plutonium go to Japan", "plutonium"),
        ("may gallium go to Austrlia", "Austrlia"),  # Austria or Australia
    ],
)
def test_a_word_that_may_be_another_is_not_corrected(live_store: Store, text: str, word: str) -> None:
    found = reply(live_store, text)
    assert found.reading is None and word in found.unused


@pytest.mark.parametrize(
    "opening",
    ["Hello, ", "Good morning! Could you please confirm: ", "您好，请问", "老板想知道："],
)
def test_an_opening_without_content_is_passed_over(store: Store, opening: str) -> None:
    assert answer(store, f"{opening}may gallium go to Japan") == answer(store, "may gallium go to Japan")


@pytest.mark.parametrize(
    "text",
    [
        "Except for the military: may gallium go to Japan",
        "We are a military contractor. May gallium go to Japan?",
        "Hypothetical question: may gallium go to Japan",
        "Apart from licences, is gallium banned",
        "is China planning to ban gallium",
        "中国打算禁止镓出口吗",
    ],
)
def test_words_that_could_change_the_meaning_are_never_passed_over(store: Store, text: str) -> None:
    found = reply(store, text)
    assert found.reading is None and found.unused


def test_a_code_is_answered_by_its_verdict(store: Store) -> None:
    assert "8112929010: LISTED. Strictest measure in force: licence." in answer(
        store, "may 8112929010 go to Japan"
    )
    assert "8112929010: LISTED. Strictest measure in force: refusal in principle." in answer(
        store, "is 8112929010 banned on 10 Dec 2024"
    )
    unknown = answer(store, "may 7403110000 go to Japan")
    assert "NO REFERENCE CODE ON FILE" in unknown and "may still be controlled" in unknown


def test_a_code_names_the_document_of_the_strictest_measure_before_those_of_its_items(store: Store) -> None:
    """Section 2 of Announcement 46 of 2024 refuses what Announcement 23 of 2023 puts under licence."""
    text = answer(store, "may 8112929010 go to the US on 10 Dec 2024")
    strictest = "Document of the strictest measure: Announcement 46 of 2024, section 2, first clause."
    assert text.index(strictest) < text.index("Announcement 23 of 2023")
    assert "Document of the strictest" not in answer(store, "may 8112929010 go to Japan")


def test_a_document_is_summed_up_with_the_states_of_its_measures(store: Store) -> None:
    text = answer(store, "what does announcement 23 of 2023 say")
    assert text.startswith(
        "Announcement 23 of 2023: Export controls on items related to gallium and germanium."
    )
    assert (
        "Published 3 Jul 2023." in text
        and "Its measures on 27 Nov 2026: licence requirement, in force" in text
    )
    assert "None of its measures targets tin." in answer(
        store, "what does announcement 23 of 2023 say about tin"
    )


def test_several_metals_have_an_answer_each(store: Store) -> None:
    text = answer(store, "may gallium and helium go to Japan")
    assert "Gallium: Allowed with a licence." in text and "Helium: Not allowed." in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what is a dual-use licence", "do not answer this kind"),
        ("which metals are allowed without a licence", "“without”"),
        ("how much does a gallium licence cost", "licence"),
        ("how do I get a licence for gallium", "“how”"),
        ("are 8112929010 and 8110101000 controlled", "more than one code"),
        ("price of gallium in 2030", "no forecasts"),
        ("is gallium more restricted than tin", "“more” and “than”"),
        ("will gallium be banned in 2030?", "checked to 8 Oct 2026"),
        ("will China ban gallium", "no forecasts"),
        ("is China going to ban gallium", "no forecasts"),
        ("may gallium go to the US, Japan, Germany, France and Italy", "at most 4 at a time"),
        ("may gallium go from China and Russia to Japan", "more than one origin"),
        ("is gallium banned in the US", "origin or the destination"),
        ("what changed", "Name a day or a span"),
        ("may it go to Japan", "Name a metal"),
        ("who supplies gallium", "name the country that imports"),
        ("what is announcement 1 about", "Write the year"),
        ("what does announcement 999 say", "No document with the number 999"),
        ("may 8112 go to Japan", "6, 8 or 10 digits"),
        ("may gallium leave Brazil", "No measures by Brazil are on file"),
        ("gallium", "asks nothing"),
    ],
)
def test_a_question_that_is_not_understood_says_why(store: Store, text: str, words: str) -> None:
    found = reply(store, text)
    assert found.reading is None and words in found.text


@pytest.mark.parametrize(
    "text", ["", "   ", "?", "\x00", "\udcff", "镓" * 3_000, "may " * 300, "the the the"]
)
def test_unusual_questions_raise_nothing(store: Store, text: str) -> None:
    assert reply(store, text).reading is None


def test_the_reading_names_what_was_taken_from_the_question_and_the_view(store: Store) -> None:
    assert reply(store, "may gallium go to Japan").reading_text == "gallium · China to Japan · 27 Nov 2026"
    assert reply(store, "who makes gallium").reading_text == "gallium"
    assert reply(store, "what changed in 2025").reading_text == (
        "China to the United States · 1 Jan 2025 to 31 Dec 2025"
    )


def test_a_code_has_what_is_paused_and_in_force_for_the_destination(store):
    text = answer(store, "may 8112 92 90 10 go to the US on 27 Nov 2026")
    assert "Gallium to the United States: licence required; refusal paused until 27 Nov 2026." in text
    assert "Gallium to Japan: licence required." in answer(store, "may 8112 92 90 10 go to Japan")
    after = answer(store, "may 8112 92 90 10 go to the US on 28 Nov 2026")
    assert "Gallium to the United States: refused in principle (presumed)." in after


def test_each_of_several_destinations_has_its_own_answer(live_store: Store) -> None:
    """The refusal of Announcement 46 of 2024 is aimed at the United States only."""
    found = reply(live_store, "may antimony go to the US, to Japan?")
    american, japanese = found.text.split("To Japan: ")
    assert american.startswith("To the United States: ") and "refusal in principle" in american
    assert "refusal" not in japanese and "Never to Japanese military users" in japanese
    assert found.text.count("Checked to ") == 1
    assert found.reading is not None
    assert found.reading.as_dict()["destination"] == "USA"
    assert found.reading.as_dict()["destinations"] == ["USA", "JPN"]
    assert "China to the United States and Japan" in found.reading_text


def test_the_credit_of_several_buyers_is_given_once(live_store: Store) -> None:
    text = answer(live_store, "how dependent are Germany and France on China for graphite")
    assert "imports by Germany" in text and "imports by France" in text
    assert text.count("CEPII, BACI") == 1


@pytest.mark.parametrize(
    ("text", "on", "off"),
    [
        # lists.csv and list_members.csv: silver and tellurium are on the list of 2025; no list of the EU has tellurium.
        ("is silver on the US critical minerals list", "2025 List of Critical Minerals", "2022 Final List"),
        ("白银在不在美国的关键矿产清单上", "2025 List of Critical Minerals", "2022 Final List"),
        ("is tellurium on the EU critical raw materials list", "", "Critical raw materials (Annex II)"),
        ("does Japan list gallium as critical", "Thirty-four rare metals", ""),
        ("is antimony on India's critical minerals list", "Thirty critical minerals", "Part D"),
    ],
)
def test_a_list_of_critical_materials_has_a_metal_or_not(
    live_store: Store, text: str, on: str, off: str
) -> None:
    found = answer(live_store, text)
    first, _, rest = found.partition("Not on these lists")
    assert on in first and off in rest
    assert bool(on) == ("On these lists" in first) and bool(off) == bool(rest)


def test_a_list_that_is_not_complete_on_file_proves_nothing(live_store: Store) -> None:
    assert "is not complete on file, so the metal may still be on it" in answer(
        live_store, "is molybdenum critical in the UK"
    )
    assert "not complete" not in answer(live_store, "is tellurium critical in the EU")


def test_a_group_that_a_list_does_not_name_has_members_on_it(live_store: Store) -> None:
    """The Korean list of 2023 has five rare earths, each by its own name."""
    text = answer(live_store, "are rare earths critical in South Korea")
    assert "Of the group, Thirty-three critical minerals names" in text and "neodymium" in text


def test_without_an_issuer_every_current_list_counts(live_store: Store) -> None:
    text = answer(live_store, "which critical minerals lists include bismuth")
    assert "2025 List of Critical Minerals" in text and "2022" not in text
    assert "Defence-critical" not in text  # NATO's list has no bismuth
    assert "No list of critical materials by Vietnam is on file." in answer(
        live_store, "is cobalt on Vietnam's list of critical minerals"
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("has Beijing banned gallium for Washington", "China to the United States"),
        ("雅加达禁止镍矿出口吗", "Indonesia to the United States"),
        ("is Congolese cobalt under a quota", "DR Congo to the United States"),
        ("does Brussels restrict mercury exports to Brazil", "European Union to Brazil"),
    ],
)
def test_capitals_and_adjectives_stand_for_their_countries(live_store: Store, text: str, places: str) -> None:
    assert places in reply(live_store, text).reading_text


@pytest.mark.parametrize(
    ("negative", "positive"),
    [
        ("isn't gallium banned for the US", "is gallium banned for the US"),
        ("Didn't China ban germanium in 2024?", "did China ban germanium in 2024"),
        ("don't I need a licence for gallium to Japan", "do I need a licence for gallium to Japan"),
    ],
)
def test_a_question_that_expects_a_yes_has_the_same_answer(
    store: Store, negative: str, positive: str
) -> None:
    assert answer(store, negative) == answer(store, positive)


def test_a_measure_that_was_due_while_it_was_paused_is_not_said_to_be_in_force(store: Store) -> None:
    """Announcement 70 of 2025 paused the notices of October 2025 on 7 Nov 2025, before their first days."""
    december = answer(store, "what changed on 1 Dec 2025")
    assert december == (
        "No change on file takes effect on 1 Dec 2025 for these exports, but other dates on file fall on that day. "
        "1 Dec 2025: Due to take effect, but paused: licence "
        "requirement (Announcement 61 of 2025; paused until 10 Nov 2026; dysprosium, rare earths and yttrium). "
        "Other origins with changes in this period: Russia (1 Dec 2025)."
    )
    november = answer(store, "what changed on 8 Nov 2025")
    assert "In force" not in november and "effective" not in november
    assert (
        "Announcement 57 of 2025" in november
        and "Due to take effect, but paused: licence requirement (Announcement 57 of 2025; paused until"
        in november
    )


def test_the_last_day_of_a_pause_that_goes_on_says_so(store: Store) -> None:
    text = answer(store, "what changed on 10 Nov 2026")
    assert "Announcement 57 of 2025" in text
    assert (
        "Last day of a pause that continues until 10 Jan 2027 by a statement only: licence requirement"
        in text
    )
    assert text.count("10 Nov 2026:") == 1 and "Checked to 8 Oct 2026" in text
    assert "Announcement 70 of 2025; pause continued by Statement of 28 September 2026; imposed by" in text


def test_a_question_may_say_how_many_it_asks_for(live_store: Store) -> None:
    text = answer(live_store, "Top three nickel mining countries in 2025?")
    assert text.count("%") == 3 and text.index("Indonesia") < text.index("Philippines") < text.index("Russia")
    assert answer(live_store, "2025年前三大镍生产国") == text


def test_the_stage_that_is_asked_about_is_shown_or_named_as_unused(live_store: Store) -> None:
    """Gallium is not mined: its output on file is primary metal; copper is both mined and refined."""
    assert answer(live_store, "who refines copper").startswith("Copper: refinery output, refined copper")
    assert answer(live_store, "who mines copper").startswith("Copper: mine output, copper content")
    assert answer(live_store, "who mines gallium").startswith(
        "Gallium: The word “mines” was not used as a filter. On file for gallium: primary output"
    )


def test_figures_of_a_product_are_given_or_the_word_is_named_as_unused(live_store: Store) -> None:
    sponge = answer(live_store, "US net import reliance for titanium sponge")
    assert "(estimated; titanium sponge metal;" in sponge and "filter" not in sponge
    natural = answer(live_store, "韩国的天然石墨有多依赖中国")
    assert "HS 250410" in natural and "filter" not in natural
    synthetic = answer(live_store, "How dependent is South Korea on Chinese synthetic graphite?")
    assert synthetic.startswith("Graphite (natural): The word “synthetic” was not used as a filter.")
    rods = answer(live_store, "price of tungsten rods")
    assert rods.startswith("Tungsten: The word “rods” was not used as a filter. On file for tungsten: ")


def test_an_alloy_with_iron_has_its_own_customs_heading(live_store: Store) -> None:
    for text in ("Which countries supply German ferro-niobium?", "德国的铌铁从哪些国家进口"):
        assert "imports by Germany, ferro-niobium, HS 720293" in answer(live_store, text)


def test_the_end_of_a_quota_is_given_first_or_said_not_to_exist(live_store: Store) -> None:
    """The Zimbabwean letter of 2 April 2026 sets quotas to the end of 2026; China has none on cobalt."""
    text = answer(live_store, "does the Zimbabwe lithium quota have an end date")
    assert text.index("The quota ends on 31 Dec 2026.") < text.index("No end date of the ban is on file.")
    assert "No quota in force is on file for these exports." in answer(live_store, "钴的配额期限是哪天")


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("Until when is the US ban on antimony paused?", "CHN", "USA"),
        ("美国的镓禁令什么时候恢复", "CHN", "USA"),
        ("Is the Chinese gallium ban on the US paused or not?", "CHN", "USA"),
        ("Until when does the Indonesia ban on nickel run?", "IDN", "USA"),
        ("印尼的镍禁令从什么时候开始", "IDN", "USA"),
        ("Since when is the export of bauxite banned in Indonesia?", "IDN", "USA"),
        ("Do EU members need a licence for gallium from China?", "CHN", "EUU"),
    ],
)
def test_the_place_of_a_ban_is_the_one_that_it_is_aimed_at_or_that_has_it(
    live_store: Store, text: str, origin: str, destination: str
) -> None:
    found = reply(live_store, text)
    assert found.reading is not None
    assert (found.reading.origin, found.reading.destination) == (origin, destination)


def test_an_adjective_before_a_ban_is_open_where_both_roles_are_possible(live_store: Store) -> None:
    found = reply(live_store, "Is the American ban on gallium paused?")
    assert found.reading is None and "write “from” or “to”" in found.text


def test_around_a_day_means_the_days_near_it_for_changes_only(store: Store) -> None:
    found = reply(store, "what changed around 1 December 2024")
    assert found.reading is not None and "3 Dec 2024: " in found.text
    assert (found.reading.since, found.reading.until) == (date(2024, 11, 24), date(2024, 12, 8))
    for text in ("may gallium go to the US around 1 December 2024", "around 1 December 2024"):
        refused = reply(store, text)
        assert refused.reading is None and "means several days" in refused.text
        assert refused.suggestions[0] == "what changed around 1 December 2024"
    other = reply(store, "gallium around 1 December 2024 flurb")
    assert other.reading is None and "flurb" in other.text

"""Words of questions that must not be passed over, and reasons that name what is not understood."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def reply(store: Store, text: str, to: str = "ALL") -> Reply:
    return ask(store, text, Context(DAY, "CHN", to), DAY)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Who is the CEO of Xiamen Tungsten?", "“CEO”"),
        ("今天上海天气怎么样？", "“天气”"),
        ("is gallium outright controlled", "“outright”"),
        ("Are rare earths completely banned for Japanese military users?", "“completely”"),
        ("may gallium leave China after the ban", "“after”"),
    ],
)
def test_an_unknown_word_is_named_before_anything_else(store: Store, text: str, word: str) -> None:
    found = reply(store, text)
    assert found.reading is None and word in found.text and "origin" not in found.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("How big are Indonesia's nickel reserves?", "Supply tab"),
        (
            "What import duty does Brazil charge on tungsten carbide?",
            "Import duties and taxes are not on file.",
        ),
        ("美国会不会对中国稀土加征新关税？", "Import duties and taxes are not on file."),
    ],
)
def test_what_is_not_answered_says_what_is_on_file(store: Store, text: str, reason: str) -> None:
    assert reason in reply(store, text).text


def test_a_list_of_outright_bans_leaves_out_parts_and_refusals(store: Store) -> None:
    """For US military users Announcement 46 of 2024 bans gallium as such, and tungsten only in some forms."""
    found = reply(store, "which metals has China banned outright for American military users")
    outright, _, rest = found.text.partition("Banned only in part: ")
    assert "gallium" in outright and "tungsten" not in outright and "tungsten" in rest
    assert (
        "refused in principle: antimony, gallium" in reply(store, "which metals are fully banned", "USA").text
    )


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("may gallium go to our plant in Dallas", "USA"),
        ("may gallium go to Texas", "USA"),
        ("may gallium go to Bavaria", "DEU"),
        ("may gallium go to Abu Dhabi", "ARE"),
        ("镓可以出口到得克萨斯吗", "USA"),
        ("may gallium leave Inner Mongolia for Scotland", "GBR"),
    ],
)
def test_large_cities_and_states_stand_for_their_countries(store: Store, text: str, destination: str) -> None:
    found = reply(store, text)
    assert found.reading is not None and found.reading.destination == destination


def test_a_place_that_lets_something_out_is_the_origin(store: Store) -> None:
    found = reply(store, "Does Zimbabwe still let lithium concentrate out?")
    assert found.reading is not None and found.reading.origin == "ZWE"


def test_the_form_that_is_asked_about_decides(store: Store) -> None:
    """Zimbabwe: concentrate within a quota until 31 Dec 2026, banned from January 2027; ore banned."""
    text = reply(store, "may lithium concentrate leave Zimbabwe").text
    assert text.startswith(
        "Lithium: On “concentrate”, the wording of Letter of 2 April 2026 decides – quota, in force"
    )
    assert "in force until 31 Dec 2026" in text and "ban, announced for Jan 2027" in text
    assert reply(store, "may lithium ore leave Zimbabwe").text.startswith("Lithium: Ban on raw minerals; ore")


def test_a_quota_has_its_days_and_its_document(store: Store) -> None:
    text = reply(store, "can cobalt leave the DRC for China").text
    assert "The quota applies from 16 Oct 2025 to 31 Dec 2027 (Decision 004/ARECOMS/2025)." in text


def test_a_share_in_a_question_is_compared_and_not_judged(store: Store) -> None:
    text = reply(store, "Is it true that 63% of US antimony imports come from China?").text
    assert "55 % of metal and oxide" in text.replace("\u202f", " ")
    assert "The question says 63%: compare that with the figures above" in text
    assert reply(store, "who makes 99.99% gallium").reading is None


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("明年1月1日以后石墨出口到首尔还要许可证吗？", date(2027, 1, 1), date(2027, 1, 1)),
        ("may gallium go to Japan after 10 Jan 2027", date(2027, 1, 11), date(2027, 1, 11)),
        ("may gallium go to Japan on 1 January next year", date(2027, 1, 1), date(2027, 1, 1)),
        ("去年12月有哪些新规", date(2025, 12, 1), date(2025, 12, 31)),
        ("Are any control dates coming up next week?", date(2026, 11, 30), date(2026, 12, 6)),
    ],
)
def test_a_date_in_a_year_seen_from_today(store: Store, text: str, since: date, until: date) -> None:
    found = reply(store, text)
    assert found.reading is not None, found.text
    assert (found.reading.since, found.reading.until) == (since, until)


def test_an_open_span_in_the_future_has_no_changes(store: Store) -> None:
    assert reply(store, "what changes after 10 Jan 2027").reading is None


def test_the_measures_of_a_document_have_their_destinations(store: Store) -> None:
    text = reply(store, "What does MOFCOM announcement 46 of 2024 say?").text
    assert "ban to US military users, in force (4 measures)" in text and "times" not in text


def test_what_happened_to_the_rules_of_a_place_is_about_its_exports(store: Store) -> None:
    found = reply(store, "what happened to China's mineral export rules between July and September 2026?")
    assert found.reading is not None and (found.reading.origin, found.reading.destination) == ("CHN", "ALL")

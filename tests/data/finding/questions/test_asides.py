"""Clauses beside a question: what is set aside and mentioned, what is used, and what is never set aside."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "USA")


def reply(store: Store, text: str) -> Reply:
    return ask(store, text, CONTEXT, DAY)


@pytest.mark.parametrize(
    ("before", "after", "mentioned"),
    [
        ("Our forwarder asks: ", "", "Not used: “Our forwarder asks”."),
        ("Procurement question: ", "", "Not used: “Procurement question”."),
        ("I am a journalist. ", " Many thanks.", "Not used: “I am a journalist”."),
        ("", "? We make coatings in Springfield.", "Not used: “We make coatings in Springfield”."),
        (
            "Long story short: ",
            " (for a school essay)",
            "Not used: “Long story short” and “for a school essay”.",
        ),
        ("Dear Anna, ", "? Best regards, Tom", "Not used: “Tom”."),
        ("我在写作业。", "", "Not used: “我在写作业”."),
    ],
)
def test_what_is_not_used_is_mentioned_at_the_end(
    store: Store, before: str, after: str, mentioned: str
) -> None:
    plain = reply(store, "may gallium go to Japan").text
    assert reply(store, f"{before}may gallium go to Japan{after}").text == f"{plain} {mentioned}"


def test_a_long_clause_is_mentioned_as_a_whole(store: Store) -> None:
    clause = "We are a small family business in a valley of Tyrol that makes lamps for gardens and balconies"
    assert f"“{clause}”" in reply(store, f"{clause}. May gallium go to Japan?").text


def test_a_date_of_delivery_is_that_of_the_question(store: Store) -> None:
    """Section 2 of Announcement 46 of 2024 is paused until 27 Nov 2026."""
    found = reply(store, "Loading is planned for 28 November 2026. May gallium go to the US?")
    assert found.reading is not None and found.reading.until == date(2026, 11, 28)
    assert "Licences are refused in principle." in found.text
    assert found.text.endswith("Of “Loading is planned for 28 November 2026”, only the date was used.")


def test_another_date_is_not_that_of_the_question(store: Store) -> None:
    found = reply(store, "I need an answer by 30 November 2026: may gallium go to the US?")
    assert found.reading is None and "30 November 2026" in found.unused[0]
    found = reply(store, "I need an answer by 30 November 2026: may gallium go to the US on 3 December 2024?")
    assert found.reading is not None and found.reading.until == date(2024, 12, 3)


def test_the_place_of_the_one_who_buys_is_the_destination(live_store: Store) -> None:
    found = reply(live_store, "We are a Dutch trading house. Can we still buy germanium from China?")
    assert found.reading is not None and (found.reading.origin, found.reading.destination) == ("CHN", "NLD")
    assert found.text.endswith("Of “We are a Dutch trading house”, only the place was used.")
    found = reply(live_store, "My office is in Germany: may gallium go to Japan?")
    assert found.reading is None and "Germany" in found.text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("We are a US military contractor: may gallium go to Japan?", "US military"),
        ("We build rockets: may gallium go to Japan?", "rockets"),
        ("I work for Lockheed Martin. May gallium go to Japan?", "Lockheed"),
        ("We only want samples: may gallium go to Japan?", "only"),
        ("We have no offer yet: who supplies Germany with gallium?", "no"),
        ("Unless we are wrong: may gallium go to Japan?", "Unless"),
        ("We ship from Terneuzen: may gallium go to Japan?", "Terneuzen"),
        ("We make lamps in Springfield: may gallium be sold to us?", "us"),
        ("We make lamps: is gallium in them controlled for Japan?", "them"),
        ("我们做军品，镓能出口到日本吗", "军"),
        ("我们的客户是三菱重工，镓能出口到日本吗", "三菱重工"),
        ("我们不含税报价，谁生产镓", "不"),
    ],
)
def test_a_clause_that_could_change_the_question_is_never_set_aside(
    live_store: Store, text: str, word: str
) -> None:
    found = reply(live_store, text)
    assert found.reading is None and word in found.unused
    assert f"“{word}”" in found.text


def test_the_page_of_an_answer_mentions_what_was_not_used(live_store: Store) -> None:
    text = "We sell lamps: what changed in Chinese export controls in January 2026?"
    content = answer_content(live_store, text, CONTEXT, DAY)
    assert content.understood and content.remarks[-1] == "Not used: “We sell lamps”."


def test_a_code_names_the_metals_of_its_items_only_where_it_is_theirs(live_store: Store) -> None:
    """2825800010 is antimony oxide; 2825809900 only shares its first six digits with that."""
    for text, metals in (("is 2825800010 controlled", ("antimony",)), ("is 2825809900 controlled", ())):
        found = reply(live_store, text)
        assert found.reading is not None and found.reading.metals == metals


def test_a_character_with_the_sound_of_a_metal_is_corrected_and_shown(live_store: Store) -> None:
    found = reply(live_store, "缔可以出口到荷兰吗")
    assert found.reading is not None and found.reading.metals == ("tellurium",)
    assert "“缔” read as 碲" in found.reading_text
    assert reply(live_store, "缔和镓可以出口到荷兰吗").reading is None  # another metal is named


@pytest.mark.parametrize(
    "text",
    [
        "We have an antimonny order waiting at the port. Until when is the US ban suspended?",
        "我们有一批锑在港口等着发货，对美禁令暂停到哪天",
    ],
)
def test_the_metal_of_a_clause_is_that_of_the_question(live_store: Store, text: str) -> None:
    """Announcement 72 of 2025 pauses the refusal of antimony for the United States until 27 Nov 2026."""
    found = reply(live_store, text)
    assert found.reading is not None
    assert (found.reading.metals, found.reading.destination) == (("antimony",), "USA")
    assert (
        found.text.startswith("Antimony: ")
        and "The refusal in principle is paused until 27 Nov 2026." in found.text
    )
    assert f"Of “{text.replace('，', '.').partition('.')[0]}”, only the metal was used." in found.text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("We have a galium order at the port. May germanium go to Japan?", "galium"),
        ("We make gallium lamps. Is a licence needed for Japan?", "lamps"),
        ("We live in Jappan. Until when is the ban on gallium suspended?", "Jappan"),
        ("Our gallium order is for the military. Do we need a licence for Japan?", "military"),
        ("My question is on 8112.92.9O10. Until when is the US ban suspended?", "9O10"),
        ("My essay is on anouncement 46 of 2024. Until when is the US ban suspended?", "anouncement"),
    ],
)
def test_a_clause_with_a_misspelt_name_or_other_goods_is_never_set_aside(
    live_store: Store, text: str, word: str
) -> None:
    found = reply(live_store, text)
    assert found.reading is None and word in found.unused


def test_a_character_that_looks_like_one_of_a_metal_is_corrected_and_shown(live_store: Store) -> None:
    for typed, meant, metal in (
        ("稀士", "稀土", "rare-earths"),
        ("钩", "钨", "tungsten"),
        ("石黑", "石墨", "graphite"),
    ):
        found = reply(live_store, f"{typed}可以出口到荷兰吗")
        assert found.reading is not None and found.reading.metals == (metal,)
        assert f"“{typed}” read as {meant}" in found.reading_text

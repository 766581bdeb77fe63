"""The complete answers to questions, against facts worked out from the notices and the tables."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.entries.apply import with_entries
from explorer.data.finding.answer_pages.content import AnswerContent, as_text
from explorer.data.finding.answer_pages.deciding_documents import deciding_documents
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.answer_pages.quoted_answer import quoted_answer
from explorer.data.finding.questions.ask import ask
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.user.entry_records import Entry, EventFacts, Notice

DAY = date(2026, 11, 27)
CHECKED = "Checked to 8 Oct 2026: the last {days} days are not covered."


def page(store: Store, question: str, to: str = "USA", day: date = DAY) -> AnswerContent:
    return answer_content(store, question, Context(day, "CHN", to), DAY)


def texts(content: AnswerContent) -> list[list[str]]:
    assert content.listing is not None
    return [[f.text.replace("\u00a0", " ") for f in line.fields] for line in content.listing.lines]


def test_the_dates_of_a_day_are_those_of_the_measures_for_the_destination(store: Store) -> None:
    """In measure_events.csv these pauses have 2026-11-10 as their last day and apply to the United States.

    That of Announcement 46 of 2024, section 1, applies to military users only, and its section 2 pauses to 27 Nov.
    Statements of 2026-09-28 prolong all of them to 2027-01-10; no text does, so the next day is paused by presumption.
    """
    content = page(store, "what changed on 10 Nov 2026")
    assert content.sentences == (
        "No change on file takes effect on 10 Nov 2026 for these exports, but other dates on file fall on that day.",
    )
    assert content.remarks == (CHECKED.format(days=33),)
    found = texts(content)
    assert {row[1] for row in found} == {"Announcement 70 of 2025", "Statement of 5 November 2025"}
    for name in (*(f"Announcement {n} of 2025" for n in (21, 55, 56, 57, 58, 61, 62)), "Notice 7 of 2025"):
        assert any(name in row[2] for row in found)
    for row in found:
        assert row[0] == "10 Nov 2026"
        assert row[2].startswith("Last day of a pause that continues until 10 Jan 2027 by a statement only: ")
    licences = next(row for row in found if "licence requirement" in row[2])
    for metal in ("cobalt", "graphite (natural)", "lithium", "nickel"):
        assert metal in licences[3]
    assert (
        "Announcement 46"
        not in ask(store, "what changed on 10 Nov 2026", Context(DAY, "CHN", "USA"), DAY).text
    )


def test_every_change_of_a_year_is_listed_with_what_it_opens(store: Store) -> None:
    content = page(store, "what changed in 2024")
    days = [line.fields[0].value for line in content.listing.lines]
    assert days == sorted(days) and {d.year for d in days} == {2024}
    found = texts(content)
    refusal = [r for r in found if r[:2] == ["3 Dec 2024", "Announcement 46 of 2024"]]
    assert {r[2] for r in refusal} == {"In force: end-use rule", "In force: refusal in principle"}
    (metals,) = [r[3] for r in refusal if r[2] == "In force: refusal in principle"]
    assert metals == "antimony, gallium, germanium and superhard materials"
    assert all(line.action.record in store.instruments and line.source_ids for line in content.listing.lines)
    changes = sum(line.fields[2].value is not None for line in content.listing.lines)
    assert content.sentences == (
        f"{changes} changes from 1 Jan 2024 to 31 Dec 2024 are on file for these exports.",
    )


def test_the_whole_ranking_of_a_buyer_has_its_flags(store: Store) -> None:
    """Germany in 2024: 89.12 % of rare-earth metals and 58.47 % of compounds came from China by weight."""
    content = page(store, "what does Germany depend on China for")
    found = {row[1]: row for row in texts(content)}
    metals, compounds = found["metals, HS 280530 (1992)"], found["compounds, HS 284690 (1992)"]
    assert (metals[0], metals[2], metals[4], metals[5]) == ("Rare earths", "89\u202f%", "2024", "preliminary")
    assert compounds[2] == "58\u202f%"
    shares = [line.fields[2].value for line in content.listing.lines]
    assert len(shares) > 8 and shares == sorted(shares, reverse=True)
    assert any("may still depend" in remark for remark in content.remarks)
    assert "CEPII, BACI" in content.notes[0] and "not a share of supply" in content.notes[0]
    assert content.tab == "trade" and content.source_ids == ("cepii-baci",)


def test_a_thin_record_is_listed_without_a_rank(store: Store) -> None:
    """The 2024 imports of bismuth by the Union, 87.59 % from China, are a thin record in buyer_dependence.csv."""
    content = page(store, "what does the EU depend on China for")
    thin = [line for line in content.listing.lines if "thin record" in line.fields[5].text]
    assert content.listing.lines == tuple(thin)
    assert ["Bismuth", "88\u202f%"] in [[line.fields[0].text, line.fields[2].text] for line in thin]
    assert "too uncertain to rank" in content.sentences[0]


def test_a_list_has_each_metal_with_its_status(store: Store) -> None:
    content = page(store, "what was banned on 10 Dec 2024")
    found = {row[0]: row for row in texts(content)}
    assert {"Gallium", "Germanium", "Antimony"} <= set(found)
    assert found["Gallium"][1] == "refused in principle"
    assert found["Gallium"][2].startswith("Licences are refused in principle.")
    assert content.tab == "controls" and all(line.action.metal for line in content.listing.lines)
    assert content.sentences[0].startswith("Banned or refused, China to the United States, 10 Dec 2024:")


def test_each_of_several_metals_has_its_sentence_and_the_warning_is_given_once(store: Store) -> None:
    content = page(store, "may gallium and germanium go to Japan")
    assert [sentence.partition(":")[0] for sentence in content.sentences] == ["Gallium", "Germanium"]
    assert content.remarks == (CHECKED.format(days=50),)
    assert not any("Checked to" in sentence for sentence in content.sentences)
    assert (content.metals, content.tab) == (("gallium", "germanium"), "controls")


def test_each_of_two_destinations_has_its_line_which_sets_it(store: Store) -> None:
    """Announcement 23 of 2023 binds all exports; section 2 of Announcement 46 of 2024 is paused to 27 Nov 2026."""
    content = page(store, "may gallium go to the US and to Japan", to="DEU")
    assert [(row[0], row[1]) for row in texts(content)] == [
        ("United States", "refusal paused"),
        ("Japan", "licence required"),
    ]
    assert content.reading == "gallium · China to the United States and Japan · 27 Nov 2026"
    assert (content.sentences, content.remarks) == ((), (CHECKED.format(days=50),))
    actions = [line.action for line in content.listing.lines]
    assert [(a.kind, a.metal, a.tab, a.destination) for a in actions] == [
        ("open_metal", "gallium", "controls", "USA"),
        ("open_metal", "gallium", "controls", "JPN"),
    ]
    assert all(line.source_ids for line in content.listing.lines)


def test_each_destination_of_a_code_opens_its_item(store: Store) -> None:
    content = page(store, "may 8112 92 89 go to the US, to Japan?")
    rows = texts(content)
    assert [row[0] for row in rows] == ["United States", "Japan"]
    assert [row[1] for row in rows] == ["POSSIBLE: licence", "POSSIBLE: licence"]
    assert all("8112 92 89: POSSIBLE." in row[2] for row in rows)
    actions = [line.action for line in content.listing.lines]
    assert {(a.kind, a.code, a.item) for a in actions} == {("open_item", "8112 92 89", "cn-2023-23-1-1")}
    assert [a.destination for a in actions] == ["USA", "JPN"]


def test_each_of_two_metals_has_a_line_for_each_of_two_destinations(store: Store) -> None:
    content = page(store, "may gallium and germanium go to the US and to Japan")
    found = [(row[0], row[2].partition(":")[0]) for row in texts(content)]
    places = [(place, metal) for place in ("United States", "Japan") for metal in ("Gallium", "Germanium")]
    assert found == places
    assert [line.action.metal for line in content.listing.lines] == ["gallium", "germanium"] * 2


def test_each_of_two_destinations_has_its_measures(store: Store) -> None:
    content = page(store, "may gallium go to the US and to Japan")
    assert content.measures is not None and content.listing is not None
    assert [listing.name for listing in content.listings] == ["Destinations", "Measures"]
    found = {(line.action.destination, line.action.record) for line in content.measures.lines}
    for place in ("USA", "JPN"):
        single = page(store, f"may gallium go to {place_name(store, place)}")
        assert single.listing is not None and single.measures is None
        assert {record for to, record in found if to == place} == {
            line.action.record for line in single.listing.lines
        }
        assert set(single.source_ids) <= set(content.source_ids)
    assert not any(note.startswith("Documents: ") for note in content.notes)
    lines = [line for listing in content.listings for line in listing.lines]
    named = sum(line.action.destination == "JPN" for line in lines)
    assert quoted_answer(store, content).count("\nJapan\t") == named > 1


def test_a_list_for_two_destinations_has_the_metals_of_each(store: Store) -> None:
    content = page(store, "what was banned to the US and to Japan on 10 Dec 2024")
    found = texts(content)
    assert ["United States", "Gallium", "refused in principle"] in [row[:3] for row in found]
    assert not any(row[:2] == ["Japan", "Gallium"] for row in found)
    assert [sentence.partition(":")[0] for sentence in content.sentences] == [
        "To the United States",
        "To Japan",
    ]
    assert {line.action.destination for line in content.listing.lines} >= {"USA"}


def test_a_question_on_the_first_day_for_two_destinations_has_no_status(store: Store) -> None:
    content = page(store, "since when is gallium controlled to the US and to Japan")
    assert [name for name, _ in content.listing.columns] == ["Destination", "Answer"]
    united_states, japan = texts(content)
    assert "first refusal in principle from 3 Dec 2024" in united_states[1]
    assert "refusal" not in japan[1]


def test_a_question_that_is_not_understood_says_so(store: Store) -> None:
    content = page(store, "why is gallium controlled")
    assert not content.understood and "“why”" in content.sentences[0] and content.suggestions


def test_words_such_as_yesterday_count_from_the_day_of_the_question(store: Store) -> None:
    context = Context(date(2025, 1, 1), "CHN", "USA")
    content = answer_content(store, "what changed yesterday", context, date(2024, 12, 4))
    assert content.reading.endswith("3 Dec 2024") and content.listing.lines


def test_the_text_to_copy_has_everything(store: Store) -> None:
    content = page(store, "what changed on 10 Nov 2026")
    copied = as_text(content)
    assert copied.startswith("what changed on 10 Nov 2026\n\nChina to the United States · 10 Nov 2026\n\n")
    assert CHECKED.format(days=33) in copied
    assert copied.count("\n10\u00a0Nov\u00a02026\t") == len(content.listing.lines)


@pytest.mark.parametrize(
    ("question", "has_page"),
    [
        ("what changed on 10 Nov 2026", True),
        ("what does Germany depend on China for", True),
        ("what is banned", True),
        ("who makes gallium and tungsten", True),
        ("may 7403110000 go to Japan", True),
        ("may gallium go to the US and to Japan", True),
        ("may 8112 92 89 go to the US, to Japan?", True),
        ("who makes gallium", False),
        ("may gallium go to Japan", False),
        ("may 8112929010 go to Japan", False),
        ("what does announcement 46 say", False),
    ],
)
def test_an_answer_that_no_view_shows_has_a_page(store: Store, question: str, has_page: bool) -> None:
    found = ask(store, question, Context(DAY, "CHN", "USA"), DAY)
    assert found.answer is not None
    action = found.answer.action
    assert (action.question, action.asked) == ((question, DAY) if has_page else ("", None))


def test_an_answer_on_a_status_names_the_measures_behind_it(store: Store) -> None:
    """By measures.csv and measure_events.csv, Announcement 72 of 2025 pauses section 2 until 2026-11-27."""
    content = page(store, "may gallium go to the US", day=date(2026, 10, 1))
    found = {row[0]: row[1:] for row in texts(content)}
    assert found["Announcement 23 of 2023"] == ["licence, all destinations", "in force", "", "gallium"]
    assert found["Announcement 46 of 2024, section 2, first clause"] == [
        "refusal in principle, the United States",
        "paused until 27 Nov 2026",
        "Announcement 72 of 2025",
        "gallium",
    ]
    assert found["Announcement 46 of 2024, section 1"][:2] == ["ban, US military users", "in force"]
    assert content.source_ids and "Announcement 72 of 2025" in as_text(content)


def test_an_answer_for_all_destinations_names_the_measures_of_the_stricter_ones(store: Store) -> None:
    content = page(store, "China bans all exports of gallium and germanium", "ALL", date(2026, 11, 28))
    found = {row[0]: row[1:] for row in texts(content)}
    assert found["Announcement 46 of 2024, section 2, first clause"] == [
        "refusal in principle, the United States",
        "in force (presumed)",
        "Announcement 72 of 2025",
        "gallium and germanium",
    ]
    assert page(store, "is gold controlled", "ALL").listing is None


def test_an_answer_on_all_destinations_names_the_documents_that_decide_it(store: Store) -> None:
    """In measures.csv: a licence by 23 of 2023, refusals by 46 of 2024 and 1 of 2026.

    By measure_events.csv, 51 of 2024 continues the licence, and 72 of 2025 paused one refusal to 27 Nov 2026.
    """
    content = page(store, "does China ban all exports of gallium", to="USA", day=date(2026, 11, 28))
    assert content.documents == ("cn-2023-23", "cn-2024-51", "cn-2024-46", "cn-2025-72", "cn-2026-1")
    assert content.listing is not None and content.notes == ()
    both = page(store, "may gallium go to the US and Japan", day=date(2026, 11, 28))
    assert both.documents == ("cn-2024-46", "cn-2025-72", "cn-2023-23", "cn-2024-51", "cn-2026-1")
    assert both.measures is not None and both.notes == ()


def test_a_quoted_answer_cites_its_documents_and_the_edition_once(store: Store) -> None:
    text = quoted_answer(store, page(store, "may gallium and germanium go to Japan"))
    assert text.startswith("may gallium and germanium go to Japan\n\ngallium and germanium · China to Japan")
    lines = text.splitlines()
    cited = [line for line in lines if line.startswith("MOFCOM")]
    assert len(cited) == 3 and "Announcement 23 of 2023" in cited[0] and "https://" in cited[0]
    assert text.count("edition") == 1
    assert lines[-1].endswith("controls checked to 8 Oct 2026.")


def test_a_quoted_answer_to_several_questions_cites_the_documents_of_each(store: Store) -> None:
    both = quoted_answer(store, page(store, "Is gallium banned to the US? Is antimony banned to Japan?"))
    for title in (
        '"Stricter controls on exports of dual-use items to the United States"',
        '"Ban on dual-use exports for Japanese military users, uses or military strength"',
    ):
        assert both.count(title) == 1
    assert both.count("controls checked to") == 1


def test_an_answer_that_is_not_on_an_export_names_no_documents(store: Store) -> None:
    content = page(store, "Is gallium banned from China to China?")
    assert content.documents == () and not any("Documents" in note for note in content.notes)


def test_a_quoted_answer_names_the_pause_that_decides_among_those_of_one_day(store: Store) -> None:
    pauses = [e for e in store.measures["cn-2024-46-2a"].events if e.event == "suspended"]
    facts = EventFacts("cn-2024-46-2a", "suspended", pauses[0].date, "2027-11-27")
    notice = Notice("Announcement 80 of 2026", "https://www.mofcom.gov.cn/80.html", "2026-11-21")
    longer = with_entries(store, [Entry("own_00000001", facts, notice, "2026-11-21")])
    context = Context(date(2026, 11, 28), "CHN", "USA")
    assert "own_00000001" in deciding_documents(longer, "gallium", context)


def test_a_quoted_answer_with_many_sources_counts_the_rest(store: Store) -> None:
    content = page(store, "what needs a licence")
    assert len(content.source_ids) > 12
    text = quoted_answer(store, content)
    assert f"{len(content.source_ids) - 12} more source" in text
    unread = page(store, "why is gallium controlled")
    assert quoted_answer(store, unread) == as_text(unread)

"""`minor-metals ask`."""

import json

from explorer.data.context import Context
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.store import Store
from explorer.models.view_request import read
from tests.commands.running import Run

CONTEXT = ("--on", "2026-11-27")


def test_an_answer_as_json(run: Run) -> None:
    code, out, err = run("ask", "may gallium go to Japan", *CONTEXT, "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert list(found) == ["understood", "reading", "answer", "link", "suggestions"]
    assert found["reading"] == {
        "intent": "status",
        "metals": ["gallium"],
        "origin": "CHN",
        "destination": "JPN",
        "since": "2026-11-27",
        "until": "2026-11-27",
    }
    assert found["understood"] is True and found["suggestions"] == []
    assert "Allowed with a licence." in found["answer"]
    assert found["link"] == "minor-metals:gallium?tab=controls&on=2026-11-27&from=CHN&to=JPN"


def test_several_questions_as_json_have_parts(run: Run, store: Store) -> None:
    question = "may gallium go to Japan and who makes it"
    found = json.loads(run("ask", question, *CONTEXT, "--json").out)
    assert list(found) == ["understood", "reading", "answer", "link", "suggestions", "parts"]
    assert [part["question"] for part in found["parts"]] == ["may gallium go to Japan", "who makes it"]
    assert found["reading"] == found["parts"][0]["reading"]
    assert all(part["answer"] in found["answer"] for part in found["parts"][1:])
    request, _ = read(found["link"], store)
    assert request.answer == question


def test_several_questions_in_words_are_answered_in_blocks(run: Run) -> None:
    out = run("ask", "who makes tungsten and what does it cost", *CONTEXT).out
    first, second = out.split("\n\n")
    assert first.startswith("Tungsten: mine output") and second.startswith("Tungsten: Price")


def test_the_same_question_gives_the_same_json(run: Run) -> None:
    words = ("ask", "what changed in 2025", *CONTEXT, "--json")
    assert run(*words).out == run(*words).out


def test_a_question_that_is_not_understood_as_json(run: Run) -> None:
    code, out, _ = run("ask", "why is gallium controlled", *CONTEXT, "--json")
    found = json.loads(out)
    assert code == 1 and (found["understood"], found["reading"], found["link"]) == (False, None, None)
    assert "“why”" in found["answer"] and found["suggestions"]
    for suggestion in found["suggestions"]:
        assert run("ask", suggestion, *CONTEXT).code == 0


def test_the_context_fills_in_what_the_question_does_not_name(run: Run) -> None:
    words = ("ask", "is antimony controlled", "--on", "2024-12-10", "--to", "USA", "--json")
    reading = json.loads(run(*words).out)["reading"]
    assert (reading["destination"], reading["since"]) == ("USA", "2024-12-10")
    words = ("ask", "is mercury controlled", "--from", "Germany", *CONTEXT, "--json")
    assert json.loads(run(*words).out)["reading"]["origin"] == "DEU"


def test_relative_days_count_from_the_day_that_is_given(run: Run) -> None:
    reading = json.loads(run("ask", "what changed yesterday", *CONTEXT, "--json").out)["reading"]
    assert (reading["since"], reading["until"]) == ("2026-11-26", "2026-11-26")


def test_an_answer_with_a_page_of_its_own_is_linked_for_its_day(run: Run) -> None:
    found = json.loads(run("ask", "what changed yesterday", *CONTEXT, "--to", "USA", "--json").out)
    assert found["link"] == (
        "minor-metals:?on=2026-11-26&from=CHN&to=USA&answer=what%20changed%20yesterday&asked=2026-11-27"
    )


def test_a_code_is_linked_with_its_verdict(run: Run) -> None:
    found = json.loads(run("ask", "may 8112 92 90 10 go to Japan", *CONTEXT, "--json").out)
    assert found["link"] == (
        "minor-metals:gallium?tab=controls&on=2026-11-27&from=CHN&to=JPN&code=8112%2092%2090%2010"
    )


def test_the_link_of_an_answer_opens_the_same_answer(run: Run, store: Store) -> None:
    found = json.loads(
        run("ask", "what changed yesterday", "--on", "2024-12-04", "--to", "USA", "--json").out
    )
    request, faults = read(found["link"], store)
    context = Context(request.day, request.origin, request.destination)
    content = answer_content(store, request.answer, context, request.asked)
    assert faults == () and content.reading.endswith("3 Dec 2024")
    assert found["reading"]["until"] == "2024-12-03" == request.day.isoformat()


def test_an_answer_in_words(run: Run) -> None:
    code, out, err = run("ask", "谁生产镓", *CONTEXT)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0].startswith("Gallium: primary output") and lines[1] == "gallium"
    assert lines[-1] == "minor-metals:gallium?tab=supply"


def test_a_question_that_is_not_understood_in_words(run: Run) -> None:
    code, out, err = run("ask", "should galium go to Japan", *CONTEXT)
    assert code == 1 and "“should”" in err
    assert out.splitlines()[0] == "Questions that are understood:"


def test_a_misspelt_name_is_corrected_and_shown(run: Run) -> None:
    code, out, _ = run("ask", "may galium go to Japan", *CONTEXT)
    assert code == 0 and "gallium · China to Japan · 27 Nov 2026 · “galium” read as gallium" in out


def test_a_document_is_linked_in_place_of_a_metal(run: Run) -> None:
    found = json.loads(run("ask", "what does announcement 46 say", *CONTEXT, "--json").out)
    assert found["understood"] and found["link"] == "minor-metals:?document=cn-2024-46"


def test_a_price_as_json_has_its_series(run: Run) -> None:
    """The default series of bismuth is the unit value of US imports above 99.99 %."""
    found = json.loads(run("ask", "what does bismuth cost", *CONTEXT, "--json").out)
    (price,) = found["prices"]
    assert price["metal"] == "bismuth" and price["name"].startswith("Bismuth above 99.99%")
    assert price["market"] == "United States (customs value of imports)"
    assert price["unit"] == "USD/kg" and price["date"] and price["name"] in found["answer"]


def test_a_term_is_defined(run: Run) -> None:
    code, out, err = run("ask", "what is HHI", *CONTEXT)
    assert (code, err) == (0, "") and out.startswith("Supply concentration (HHI): ")
    found = json.loads(run("ask", "what is HHI", *CONTEXT, "--json").out)
    assert (found["understood"], found["reading"], found["term"]) == (True, None, "hhi")
    assert found["answer"].replace("\u202f", " ") == out.strip().replace("\u202f", " ")

"""A view as a link: written and read, with a message for each part that is not valid."""

from datetime import date

import pytest

from explorer.models.state import AppState
from explorer.models.view_request import SCHEME, TABS, ViewRequest, message, read, write

WHOLE = ViewRequest("gallium", "controls", date(2024, 12, 10), False, "CHN", "USA")


def test_a_request_is_written_as_people_write_it():
    assert write(WHOLE) == "minor-metals:gallium?tab=controls&on=2024-12-10&from=CHN&to=USA"
    assert write(ViewRequest()) == "minor-metals:"
    assert write(ViewRequest(today=True)) == "minor-metals:?on=today"
    assert write(ViewRequest("rare-earths", destination="JPN-MIL")) == "minor-metals:rare-earths?to=JPN-MIL"
    assert write(ViewRequest(document="cn-2024-46")) == "minor-metals:?document=cn-2024-46"
    assert (
        write(ViewRequest("gallium", claim="25-rare-metals")) == "minor-metals:gallium?claim=25-rare-metals"
    )


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("day", [None, date(1998, 6, 10), date(2027, 1, 11)])
@pytest.mark.parametrize(("origin", "destination"), [("CHN", "ALL"), ("USA", "JPN-MIL"), ("", "TWN")])
def test_a_link_gives_back_its_request(store, tab, day, origin, destination):
    for metal_id in store.metals:
        request = ViewRequest(metal_id, tab, day, day is None, origin, destination)
        assert read(write(request), store) == (request, ())


def test_a_link_to_a_record_gives_back_its_request(store):
    for instrument_id in store.instruments:
        request = ViewRequest(document=instrument_id)
        assert read(write(request), store) == (request, ())
    for claim in store.claims:
        request = ViewRequest("gallium", "uses", claim=claim.claim_id)
        assert read(write(request), store) == (request, ())


def test_a_link_to_an_answer_gives_back_its_request(store):
    request = ViewRequest(
        day=date(2026, 11, 26), origin="CHN", answer="what changed yesterday?", asked=date(2026, 11, 27)
    )
    link = "minor-metals:?on=2026-11-26&from=CHN&answer=what%20changed%20yesterday%3F&asked=2026-11-27"
    assert write(request) == link and read(link, store) == (request, ())
    longest = ViewRequest(answer=500 * "镓", asked=date(2026, 11, 27))
    assert read(write(longest), store) == (longest, ())
    assert "is too long" in read(write(ViewRequest(answer=501 * "a")), store)[1][0]


def test_a_link_to_a_code_gives_back_its_request(store):
    request = ViewRequest("gallium", "controls", code="8112 92 89")
    assert write(request) == "minor-metals:gallium?tab=controls&code=8112%2092%2089"
    assert read(write(request), store) == (request, ())


@pytest.mark.parametrize("code", ["8112", "811292901", "gallium"])
def test_a_code_that_has_no_verdict_is_refused(store, code):
    request, faults = read(f"minor-metals:gallium?code={code}", store)
    assert request == ViewRequest("gallium")
    assert faults == (f"“{code}” in the link is not a complete customs or control code.",)


@pytest.mark.parametrize(
    ("link", "request_"),
    [
        ("minor-metals:?document=46%2F2024", ViewRequest(document="cn-2024-46")),
        ("minor-metals:?document=CN-2024-46", ViewRequest(document="cn-2024-46")),
        ("minor-metals:?claim=25-Rare-Metals", ViewRequest(claim="25-rare-metals")),
    ],
)
def test_a_record_by_another_spelling(store, link, request_):
    assert read(link, store) == (request_, ())


@pytest.mark.parametrize(
    "link",
    [
        "minor-metals:gallium?tab=controls&on=2024-12-10&to=USA&from=CHN",
        "Minor-Metals:Gallium?tab=Controls&on=2024-12-10&to=usa&from=china",
        "minor-metals://gallium/?tab=controls&on=2024-12-10&to=USA&from=CHN",
        "minor-metals:%E9%95%93?tab=controls&on=2024-12-10&to=United%20States&from=CHN#top",
        "minor-metals:Ga?tab=controls&on=2024%2D12%2D10&to=United+States&from=%E4%B8%AD%E5%9B%BD&tab=",
    ],
)
def test_other_spellings_mean_the_same(store, link):
    assert read(link, store) == (WHOLE, ())


@pytest.mark.parametrize(
    ("link", "text"),
    [
        ("minor-metals:galium?tab=uses", "Did you mean Gallium"),
        ("minor-metals:?tab=uses&on=2024-13-40", "“2024-13-40” is not a valid date"),
        ("minor-metals:?tab=uses&on=2024-W50-2", "“2024-W50-2” is not a valid date"),
        ("minor-metals:?tab=uses&on=10%20Dec%202024", "use YYYY-MM-DD"),
        ("minor-metals:?tab=uses&on=%2B30d", "use YYYY-MM-DD"),
        ("minor-metals:?tab=uses&on=tomorrow", "use YYYY-MM-DD"),
        ("minor-metals:?tab=uses&on=0001-01-01", "out of range (1900 to 2199)"),
        ("minor-metals:?tab=uses&to=Atlantis", "No destination “Atlantis”"),
        ("minor-metals:?tab=uses&to=Korea", "South Korea (KOR) or North Korea (PRK)"),
        ("minor-metals:?tab=uses&from=ALL", "No origin “ALL”"),
        ("minor-metals:?tab=uses&from=LIE", "No measures by Liechtenstein"),
        ("minor-metals:?tab=uses&exec=rm", "“exec”"),
        ("minor-metals:?tab=uses&document=nothing", "No document is called “nothing”"),
        ("minor-metals:?tab=uses&document=1%2F2025", "use one of these"),
        ("minor-metals:?tab=uses&claim=nothing", "No claim with the ID “nothing”"),
        ("minor-metals:?tab=uses&to=" + 300 * "x", "too long"),
        ("minor-metals:?tab=uses&on=%FF%00", "is not a valid date"),
    ],
)
def test_a_part_that_is_not_valid_is_ignored_with_a_message(store, link, text):
    request, faults = read(link, store)
    assert request == ViewRequest(tab="uses")
    assert len(faults) == 1 and text in faults[0] and faults[0].endswith(".") and len(faults[0]) < 300


def test_an_unknown_tab_leaves_the_tab(store):
    assert read("minor-metals:gallium?tab=nothing", store)[0] == ViewRequest("gallium")


def test_every_fault_has_its_message(store):
    assert len(read("minor-metals:nonsense?tab=x&on=y&from=z&to=w", store)[1]) == 5


@pytest.mark.parametrize(
    "text", ["", "gallium", "https://example.org/minor-metals:gallium", SCHEME + 5_000 * "a", "minor-metals"]
)
def test_a_text_that_is_not_a_link(store, text):
    request, faults = read(text, store)
    assert request == ViewRequest() and "is not a link" in faults[0]


@pytest.mark.parametrize(
    "text", ["minor-metals:%", "minor-metals:%ZZ?%&&=&===", "minor-metals:?\n\0;`id`$(id)"]
)
def test_a_damaged_link_changes_nothing(store, text):
    assert read(text, store)[0] == ViewRequest()


def test_a_state_gives_and_takes_a_link(qtbot, store):
    state = AppState("antimony")
    state.set_context(day=date(2024, 12, 10), destination="USA")
    state.set_tab("prices")
    other = AppState()
    other.apply(read(write(state.as_request()), store)[0])
    assert other.as_request() == state.as_request()
    other.apply(ViewRequest(today=True))
    assert other.follows_today and other.metal_id == "antimony" and other.context.destination == "USA"


@pytest.mark.parametrize(("kind", "record_id"), [("document", "cn-2024-46"), ("claim", "25-rare-metals")])
def test_a_state_gives_and_takes_the_record_that_it_shows(qtbot, store, kind, record_id):
    state = AppState("antimony")
    state.open_record(kind, record_id)
    other = AppState()
    other.apply(read(write(state.as_request()), store)[0])
    assert other.record == (kind, record_id) and other.metal_id == "antimony"
    other.apply(ViewRequest("gallium"))
    assert other.record is None


def test_a_request_is_reported_once(qtbot):
    state, requests = AppState(), []
    state.contextChanged.connect(lambda: requests.append(state.as_request()))
    state.apply(WHOLE)
    state.apply(WHOLE)
    state.apply(ViewRequest())
    assert requests == [ViewRequest("gallium", "overview", WHOLE.day, False, "CHN", "USA")]
    assert state.as_request() == WHOLE


def test_a_message_quotes_a_link_without_control_characters(store):
    request, faults = read("minor-metals:gallium?tab=%E2%80%AEx%1B%5B31m&%E2%80%AE=1&on=%0A%07", store)
    assert request == ViewRequest("gallium") and len(faults) == 3
    assert all(fault.isprintable() for fault in faults) and "“x[31m”" in faults[0]


def test_a_link_with_many_faults_has_a_message_of_a_few_sentences(store):
    _, faults = read("minor-metals:gallium?" + "&".join(f"x{n}=1" for n in range(300)), store)
    text = message([*faults, faults[0]])
    assert text.count("not recognised") == 3 and text.endswith("297 more parts of the link are not valid.")
    assert message(faults[:2]) == " ".join(faults[:2]) and message(()) == ""

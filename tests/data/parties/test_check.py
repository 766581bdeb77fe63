"""Verdicts on names as of days, worked out by hand from the lists of the frozen edition."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.parties.check import NOT_FOUND, ON_LIST, OTHER_DAYS, SIMILAR, PartyChecker, PartyVerdict
from explorer.data.parties.texts import cautions, listing_line, listing_pill, reasons, verdict_sentence
from explorer.data.store import Store
from explorer.errors import KnownError

DAY = Context(date(2026, 10, 8))


def check(store: Store, name: str, day: str = "2026-10-08", origin: str = "CHN") -> PartyVerdict:
    return PartyChecker(store, Context(date.fromisoformat(day), origin)).check(name)


def decided(verdict: PartyVerdict) -> list[str]:
    return [m.party.party_id for m in verdict.decisive]


@pytest.mark.parametrize(
    ("name", "party_id"),
    [
        ("Skydio, Inc.", "skydio"),
        ("skydio", "skydio"),
        ("斯凯迪奥公司", "skydio"),
        ("斯凯迪奥", "skydio"),
        ("漢翔航空工業股份有限公司", "aerospace-industrial-development"),
        ("Aerospace Industrial Development Corporation", "aerospace-industrial-development"),
        ("JAXA", "japan-aerospace-exploration-agency"),
        ("日本宇宙航空研究開発機構", "japan-aerospace-exploration-agency"),
        ("Fabrique Nationale de Herstal", "fn-herstal"),
        ("L3Harris Technologies, Inc.", "l3-harris-technologies"),
        ("Boeing Defense, Space and Security", "boeing-defense-space-and-security"),
        ("MITSUI E&S Co., Ltd.", "mitsui-e-and-s"),
        ("UAB Ekspla", "ekspla"),
    ],
)
def test_the_same_name_is_on_a_list_in_every_spelling(store: Store, name: str, party_id: str) -> None:
    verdict = check(store, name)
    assert (verdict.verdict, decided(verdict)) == (ON_LIST, [party_id])


@pytest.mark.parametrize(
    ("name", "party_id"),
    [
        ("Martin Lockheed Corporation", "lockheed-martin"),
        ("Mitubisi Materials", "mitsubishi-materials"),
        ("Lockheed Martin Space Systems", "lockheed-martin"),
        ("Siera Nevada Corp", "sierra-nevada"),
        ("Nacalai Tesk", "nacalai-tesque"),
        ("National Zhongshan Institute of Science and Technology",
         "national-chung-shan-institute-of-science-and-technology"),
        ("Rheinmetall Inc.", "rheinmetall"),
        ("三菱材料科技有限公司", "mitsubishi-materials"),
        ("MP Materials Canada", "mp-materials"),
    ],
)  # fmt: skip
def test_a_similar_name_names_the_party(store: Store, name: str, party_id: str) -> None:
    verdict = check(store, name)
    assert verdict.verdict == SIMILAR
    assert decided(verdict)[0] == party_id


@pytest.mark.parametrize(
    "name",
    [
        "China National Corp",
        "Advanced Materials Company",
        "Global Systems Technologies Inc.",
        "Umicore SA",
        "中国稀土集团有限公司",
        "National Institute of Technology",
        "Summit Metals Ltd",
        "Sony Group Corporation",
    ],
)
def test_words_that_many_names_share_do_not_make_names_similar(store: Store, name: str) -> None:
    verdict = check(store, name)
    assert (verdict.verdict, verdict.matches) == (NOT_FOUND, ())


@pytest.mark.parametrize(
    ("name", "day", "verdict", "lines"),
    [
        # Announcement 13 of 4 March 2025, ended on 10 November; notice 7 of 4 April 2025, paused by statements.
        ("Skydio", "2025-03-03", OTHER_DAYS, ["not listed yet", "not listed yet"]),
        ("Skydio", "2025-03-04", ON_LIST, ["in force", "not listed yet"]),
        ("Skydio", "2025-04-04", ON_LIST, ["in force", "in force"]),
        ("Skydio", "2026-11-10", ON_LIST,
         ["paused until 10 Jan 2027 (presumed)", "listed, measures stopped since 10 Nov 2025"]),
        ("Skydio", "2027-01-11", ON_LIST,
         ["in force (presumed)", "listed, measures stopped since 10 Nov 2025"]),
        ("Leidos", "2025-11-09", ON_LIST, ["in force"]),
        ("Leidos", "2026-10-08", ON_LIST, ["listed, measures stopped since 10 Nov 2025"]),
        ("Echodyne", "2025-04-09", ON_LIST, ["announced"]),
        ("Echodyne", "2025-04-08", OTHER_DAYS, ["not listed yet"]),
        ("Rheinmetall AG", "2026-07-23", OTHER_DAYS, ["not listed yet"]),
        ("Rheinmetall AG", "2026-07-24", ON_LIST, ["in force"]),
    ],
)  # fmt: skip
def test_the_verdict_is_that_of_the_day(
    store: Store, name: str, day: str, verdict: str, lines: list[str]
) -> None:
    found = check(store, name, day)
    (match,) = found.decisive
    context = Context(date.fromisoformat(day))
    assert found.verdict == verdict
    assert [listing_line(x, context).rpartition("; ")[2] for x in match.listings] == lines
    assert match.is_listed == (verdict == ON_LIST)


def test_two_parties_can_have_one_name_but_for_the_legal_form(store: Store) -> None:
    assert decided(check(store, "Strategy Analytics")) == ["sarl-strategy-analytics"]
    assert check(store, "Strategy Analytics, Inc.").verdict == SIMILAR


def test_an_origin_without_lists_has_no_parties(store: Store) -> None:
    verdict = check(store, "Rheinmetall AG", origin="DEU")
    assert (verdict.verdict, verdict.matches) == (NOT_FOUND, ())
    checker = PartyChecker(store, Context(DAY.as_of, "DEU"))
    assert not checker.has_lists
    texts = cautions(store, Context(DAY.as_of, "DEU"), has_lists=False)
    assert texts[0] == "No lists of named parties issued by Germany are on file; some may exist."


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "“” is not a name: it has no letters."),
        ("12345", "“12345” is not a name: it has no letters."),
        ("x" * 201, "The name is too long (201 characters; limit: 200)."),
    ],
)
def test_a_text_that_is_not_a_name_is_refused(store: Store, text: str, sentence: str) -> None:
    with pytest.raises(KnownError) as refused:
        check(store, text)
    assert str(refused.value) == sentence


def test_the_reasons_name_words_and_differences(store: Store) -> None:
    verdict = check(store, "Mitubishi Materials Europe")
    assert reasons(verdict.name, verdict.matches[0]) == [
        "Words that match: Mitubishi (on file: Mitsubishi) and Materials.",
        "Only in the name entered: Europe.",
    ]
    verdict = check(store, "Rheinmetall Inc.")
    assert reasons(verdict.name, verdict.matches[0]) == [
        "Words that match: Rheinmetall.",
        "The legal forms differ.",
    ]
    verdict = check(store, "Tkin Corporation")
    assert reasons(verdict.name, verdict.matches[0]) == [
        "The names differ by one letter.",
        "Only in the name entered: Tkin.",
        "Only in the name on file: Tokin.",
    ]
    verdict = check(store, "DTC")
    assert reasons(verdict.name, verdict.matches[0])[0] == "The name is spelt as on file."
    verdict = check(store, "dtc ltd")
    (first, second) = reasons(verdict.name, verdict.matches[0])
    assert first.startswith(
        "The same name as “DTC”, another name of Domo Tactical Communications on file, ignoring case,"
    )
    assert second == "Only one of the two names has a legal form: check that it is the same company."


def test_the_pill_of_a_listing_says_what_applies(store: Store) -> None:
    pills = [listing_pill(x) for x in check(store, "Skydio", "2026-11-10").decisive[0].listings]
    assert pills == [("ban paused (presumed)", "prohibition-paused"), ("measures stopped", "none")]
    assert listing_pill(check(store, "TDK").decisive[0].listings[0]) == ("end-use rule", "other")


def test_no_verdict_says_that_a_name_is_free_or_clear(store: Store) -> None:
    for name in ("Skydio", "Umicore", "Siera Nevada", "Rheinmetall AG"):
        verdict = check(store, name, "2026-01-01")
        sentence = verdict_sentence(verdict, Context(date(2026, 1, 1)))
        assert name in sentence
        assert not {"free", "clear", "allowed", "safe"} & set(sentence.casefold().rstrip(".").split())
    assert any("Ownership is not covered" in text for text in cautions(store, DAY, has_lists=True))


def test_unrelated_legal_words_and_huge_words_are_no_trouble(store: Store) -> None:
    assert check(store, "Ltd").verdict == NOT_FOUND
    assert check(store, "z" * 200).verdict == NOT_FOUND
    assert check(store, "a " * 99 + "b").verdict == NOT_FOUND

"""Answers against worked examples of the rules; `verified_to` is 8 October 2026 in all of them."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import Answer, answer, pill_of
from explorer.data.controls.headline import headline
from explorer.data.controls.pill import pill, pill_words
from explorer.data.controls.status import Status, status_of
from explorer.data.places import not_an_export
from explorer.data.records import KIND_RANK, MeasureMetal
from explorer.data.store import Store
from tests.data.builders import SOURCES, measure

SUSPENDED, PRESUMED, BEYOND = "suspended", "presumed", "beyond_verified"

EXAMPLES = [
    # origin, destination, day, metal, headline, flags
    ("CHN", "ALL", "2024-12-10", "gallium", "licence", set()),
    ("CHN", "USA", "2024-12-10", "gallium", "prohibition", set()),
    ("CHN", "USA-MIL", "2026-11-27", "gallium", "prohibition", {BEYOND}),
    ("CHN", "USA", "2026-11-27", "gallium", "licence", {SUSPENDED, BEYOND}),
    ("CHN", "USA", "2026-11-28", "gallium", "prohibition", {PRESUMED, BEYOND}),
    ("CHN", "USA", "2026-11-27", "graphite", "licence", {SUSPENDED, BEYOND}),
    ("CHN", "ALL", "2026-11-10", "nickel", "none", {SUSPENDED, BEYOND}),
    ("CHN", "ALL", "2026-11-11", "nickel", "none", {SUSPENDED, PRESUMED, BEYOND}),
    ("CHN", "ALL", "2026-11-10", "yttrium", "licence", {SUSPENDED, BEYOND}),
    ("CHN", "ALL", "2026-11-11", "yttrium", "licence", {SUSPENDED, BEYOND}),
    ("CHN", "ALL", "2025-12-01", "yttrium", "licence", {SUSPENDED}),
    ("CHN", "ALL", "2027-01-11", "yttrium", "licence", {BEYOND}),
    ("CHN", "ALL", "2027-01-10", "holmium", "technology", {SUSPENDED, PRESUMED, BEYOND}),
    ("CHN", "ALL", "2027-01-11", "holmium", "licence", {PRESUMED, BEYOND}),
    ("CHN", "USA-MIL", "2026-06-01", "nickel", "none", {SUSPENDED}),
    ("CHN", "JPN", "2026-06-01", "nickel", "none", {SUSPENDED}),
    ("CHN", "DEU", "2026-09-01", "gallium", "licence", set()),
    ("CHN", "DEU", "2026-09-01", "copper", "none", set()),
    ("CHN", "ALL", "2026-11-27", "indium", "licence", {BEYOND}),
    ("CHN", "ALL", "2026-11-27", "antimony", "licence", {BEYOND}),
    ("CHN", "ALL", "2027-01-01", "tin", "none", {BEYOND}),
    ("DEU", "CHN", "2026-01-01", "mercury", "prohibition", set()),
    ("IDN", "CHN", "2025-06-01", "nickel", "prohibition", set()),
    ("USA", "ALL", "2026-06-01", "beryllium", "none", set()),
    ("CHN", "JPN-MIL", "2026-11-11", "rare-earths", "prohibition", {SUSPENDED, BEYOND}),
]


def status_for(store: Store, metal: str, on: str, to: str = "ALL", origin: str = "CHN") -> Status:
    verified_to = date.fromisoformat(store.edition.verified_to)
    return status_of(store.measures.values(), metal, Context(date.fromisoformat(on), origin, to), verified_to)


def answer_of(store: Store, metal: str, on: str, to: str = "ALL", origin: str = "CHN") -> Answer:
    return answer(store, status_for(store, metal, on, to, origin))


def sentence(store: Store, metal: str, on: str, to: str = "ALL", origin: str = "CHN") -> str:
    return headline(store, status_for(store, metal, on, to, origin)).sentence


def target(metal: str, covers: str, phrase: str) -> MeasureMetal:
    return MeasureMetal("top", metal, phrase, covers, phrase, "high", SOURCES)


def general(status: Status) -> set[str]:
    return {m.measure.measure_id for m in status.general if m.state != "ended"}


@pytest.mark.parametrize(("origin", "to", "on", "metal", "kind", "flags"), EXAMPLES)
def test_headline_and_flags(
    store: Store, origin: str, to: str, on: str, metal: str, kind: str, flags: set[str]
) -> None:
    found = status_for(store, metal, on, to, origin)
    assert found.status == kind
    named = ("announced", SUSPENDED, PRESUMED, BEYOND)
    assert {name for name in named if getattr(found, name)} == flags


def test_stricter_destinations_are_named_with_their_rule(store: Store) -> None:
    found = answer_of(store, "gallium", "2024-12-10").stricter
    assert [(x.destination, x.status, x.strictness) for x in found] == [
        ("USA", "prohibition", "in_principle"),
        ("USA-MIL", "prohibition", None),
    ]
    assert sentence(store, "gallium", "2024-12-10").endswith(
        "Stricter for the United States (refusal in principle); US military users (ban)."
    )


def test_a_refusal_in_principle_is_not_a_ban(store: Store) -> None:
    found = answer_of(store, "gallium", "2024-12-10", "USA")
    assert (found.pill.kind, found.pill.strictness, found.pill.covers) == (
        "prohibition",
        "in_principle",
        "metal",
    )
    assert [m.measure.measure_id for m in found.leading] == ["cn-2024-46-2a"]
    assert [m.measure.measure_id for m in found.abroad] == ["cn-2024-46-x"]
    words = headline(store, found.status)
    assert words.pill == "refused in principle"
    assert "refused in principle" in words.in_force and "ban" not in words.in_force.casefold()
    assert "Re-export rule" in words.further


def test_military_users_have_a_ban_and_the_notices_for_their_country(store: Store) -> None:
    found = answer_of(store, "gallium", "2026-11-27", "USA-MIL")
    assert [m.measure.measure_id for m in found.leading] == ["cn-2024-46-1"]
    assert found.strictness is None and found.waiting == ()
    assert headline(store, found.status).pill == "ban"
    assert {"cn-2025-1", "cn-uel-2025-2"} <= general(found.status)


def test_the_last_day_of_a_pause_and_the_day_after(store: Store) -> None:
    last = answer_of(store, "gallium", "2026-11-27", "USA")
    assert last.returns_on == date(2026, 11, 28)
    assert [(w.relation, w.until) for w in last.waiting] == [("above", "2026-11-27")]
    words = headline(store, last.status)
    assert words.pill == "refusal paused" and words.detail.startswith("last day of the pause")
    assert "From 28 Nov 2026 it applies again" in words.waiting and "resumed" not in words.waiting
    after = headline(store, status_for(store, "gallium", "2026-11-28", "USA"))
    assert after.pill == "refused in principle (presumed)"


def test_a_lower_rule_that_applies_again_tomorrow_has_a_countdown(store: Store) -> None:
    found = answer_of(store, "graphite", "2026-11-27", "USA")
    assert (found.kind, found.covers) == ("licence", "forms")
    assert [(w.relation, w.until, {m.measure.measure_id for m in w.measures}) for w in found.waiting] == [
        ("same", "2027-01-10", {"cn-2025-58"}),
        ("below", "2026-11-27", {"cn-2024-46-2b"}),
    ]
    assert found.returns_on == date(2026, 11, 28)
    words = headline(store, found.status)
    assert words.detail.startswith("last day of the pause")
    assert "Paused until 10 Jan 2027 (presumed): a further" in words.waiting
    assert "This pause is based only on a statement." in words.waiting
    assert "Paused until 27 Nov 2026: the end-use rule for" in words.waiting
    month_before = answer_of(store, "graphite", "2026-10-27", "USA").waiting
    assert [w.relation for w in month_before] == ["same"]  # 32 days off: a lower rule is only listed


def test_a_pause_that_continues_by_statement_only_is_presumed(store: Store) -> None:
    before = headline(store, status_for(store, "nickel", "2026-11-10"))
    after = headline(store, status_for(store, "nickel", "2026-11-11"))
    assert before.pill == "licence requirement paused, some forms"
    assert after.pill == "licence requirement paused, some forms (presumed)"
    assert (
        "The notice pauses it until 10 Nov 2026; after that, only a statement of 28 Sep 2026"
        in before.waiting
    )
    assert (
        "(presumed)" in after.waiting
        and "in force since 11 Nov 2026; a statement of 28 Sep 2026" in after.waiting
    )


def test_a_change_of_measures_is_visible_when_the_flags_do_not_change(store: Store) -> None:
    def states(on: str) -> dict[str, tuple[str, bool]]:
        return {
            m.measure.measure_id: (m.state, m.presumed) for m in status_for(store, "yttrium", on).measures
        }

    before, after = states("2026-11-10"), states("2026-11-11")
    changed = {measure for measure in before if before[measure] != after[measure]}
    paused = {"cn-2025-56-1", "cn-2025-56-2", "cn-2025-61-12", "cn-2025-61-3", "cn-2025-62"}
    assert changed == paused
    assert {after[measure] for measure in changed} == {("suspended", True)}
    assert sentence(store, "yttrium", "2026-11-10") != sentence(store, "yttrium", "2026-11-11")


def test_a_firm_licence_is_not_presumed_because_others_are(store: Store) -> None:
    found = answer_of(store, "yttrium", "2027-01-11")
    assert not found.pill.presumed and headline(store, found.status).pill == "licence required"
    assert {m.measure.measure_id for m in found.abroad} == {"cn-2025-61-12", "cn-2025-61-3"}
    assert all(m.presumed for m in found.abroad)
    assert (
        "Goods outside China (presumed): a licence from China is also needed for goods made abroad"
        in sentence(store, "yttrium", "2027-01-11")
    )


def test_the_last_day_of_a_statement_and_the_day_after(store: Store) -> None:
    last = answer_of(store, "holmium", "2027-01-10")
    assert last.kind == "technology" and last.returns_on == date(2027, 1, 11)
    words = headline(store, last.status)
    assert words.pill == "licence requirement paused (presumed)"
    assert words.detail == "last day of the pause"
    after = answer_of(store, "holmium", "2027-01-11")
    assert {m.measure.measure_id for m in after.leading} == {"cn-2025-57", "cn-2025-56-2"}
    assert after.covers == "metal"
    assert headline(store, after.status).pill == "licence required (presumed)"


def test_special_forms_for_military_users_are_refused(store: Store) -> None:
    words = headline(store, status_for(store, "nickel", "2026-06-01", "USA-MIL"))
    assert "2 special forms or compounds are banned." in words.in_force
    assert words.pill == "ban paused, some forms"
    assert "controlled" not in words.sentence


def test_special_forms_to_japan_are_under_the_end_use_rule(store: Store) -> None:
    found = status_for(store, "nickel", "2026-06-01", "JPN")
    assert "cn-2026-1-rest" in general(found)
    words = headline(store, found)
    assert "2 special forms or compounds are controlled." in words.in_force
    assert "end-use rule for forms on the dual-use list" in words.further


def test_a_member_inherits_measures_against_its_bloc(store: Store) -> None:
    listed = general(status_for(store, "gallium", "2026-09-01", "DEU"))
    assert {"cn-2026-20", "cn-2026-30", "cn-sc-792-14"} <= listed


def test_nothing_on_file_names_the_catch_all_from_its_day(store: Store) -> None:
    words = headline(store, status_for(store, "copper", "2026-09-01", "DEU"))
    assert words.pill == "nothing on file"
    assert "some controls may exist" in words.sentence and "Order 792" in words.sentence
    assert "Order 792" not in sentence(store, "copper", "2024-11-30", "DEU")


def test_a_lower_rule_on_the_metal_itself_is_named(store: Store) -> None:
    found = answer_of(store, "indium", "2026-11-27")
    assert found.pill.covers == "forms" and headline(store, found.status).pill == "licence, some forms"
    assert found.metal_itself is not None and found.metal_itself.measure.kind == "trade_licence"
    assert "The metal itself needs an ordinary export licence." in sentence(store, "indium", "2026-11-27")
    assert [x.destination for x in found.stricter] == ["JPN-MIL", "USA-MIL"]


def test_goods_outside_a_limit_are_named_with_the_other_rules(store: Store) -> None:
    found = answer_of(store, "antimony", "2026-11-27")
    assert [m.measure.kind for m in found.other_rules] == ["state_trading", "trade_licence"]
    text = sentence(store, "antimony", "2026-11-27")
    assert "Also in force: state trading rule; ordinary export licence requirement." in text
    assert (
        "Not covered by the licence requirement (the other rules in force still apply): antimony oxides below 99.99 %"
        in text
    )
    assert "antimony hydrides up to 99.999 % purity." in text
    assert "Not covered by" not in sentence(store, "gallium", "2026-11-27")
    assert "Not covered by" not in sentence(store, "antimony", "2024-09-14")  # the day before the licence


def test_an_ended_measure_is_not_nothing_on_file(store: Store) -> None:
    words = headline(store, status_for(store, "tin", "2027-01-01"))
    assert words.pill == "nothing in force"
    assert words.in_force == (
        "Nothing in force. The term of the ordinary export licence requirement ended on 31 Dec 2026, and no "
        "replacement is on file. Note on file: “Annual catalogue; renewed each December”."
    )


def test_a_member_as_origin_inherits_the_measures_of_its_bloc(store: Store) -> None:
    found = answer_of(store, "mercury", "2026-01-01", "CHN", "DEU")
    assert [m.measure.measure_id for m in found.leading] == ["eu-2017-852"]
    assert headline(store, found.status).pill == "ban"


@pytest.mark.parametrize(
    ("origin", "to"), [("DEU", "FRA"), ("CHN", "CHN"), ("EUU", "DEU"), ("DEU", "EUU"), ("USA", "USA-MIL")]
)
def test_goods_that_are_not_exported_have_no_answer(store: Store, origin: str, to: str) -> None:
    refusal = not_an_export(store, origin, to)
    assert refusal
    words = headline(store, status_for(store, "mercury", "2026-01-01", to, origin))
    assert (words.pill, words.sentence) == ("not an export", refusal)


def test_a_ban_on_ores_only_has_its_own_pill(store: Store) -> None:
    found = answer_of(store, "nickel", "2025-06-01", "CHN", "IDN")
    assert [m.measure.measure_id for m in found.leading] == ["id-nickel-ore-2020"]
    words = headline(store, found.status)
    assert words.pill == "ban, ores only" and words.in_force == "Ban on ore of all grades."


def test_some_destinations_are_counted_where_nothing_applies_to_all(store: Store) -> None:
    status = status_for(store, "beryllium", "2026-06-01", "ALL", "USA")
    assert pill(store, status) == ("some destinations (6)", "other")
    assert {x.destination for x in answer(store, status).stricter} == {
        "CHN",
        "HKG",
        "IND",
        "MAC",
        "TWN",
        "VNM",
    }
    assert "Stricter for China, Hong Kong" in headline(store, status).sentence


def test_a_ban_on_some_members_of_a_group(store: Store) -> None:
    found = answer_of(store, "rare-earths", "2026-11-11", "JPN-MIL")
    assert headline(store, found.status).pill == "ban, some members"
    assert [m.measure.effective for m in found.leading] == ["2026-01-06"]
    assert {"cn-2026-11", "cn-2026-12", "cn-2026-27", "cn-2026-28"} <= general(found.status)
    assert not found.pill.presumed


def test_a_pill_summarises_measures_of_one_kind_on_the_metal(store: Store) -> None:
    """Each measure that a pill summarises covers the metal or a part of it, never only goods abroad."""
    for on in ("2024-12-10", "2025-12-01", "2026-11-11", "2026-11-27", "2027-01-11"):
        for to in ("ALL", "USA", "JPN", "USA-MIL"):
            for metal in store.metals:
                found = answer_of(store, metal, on, to)
                assert (found.pill.covers is None) == (found.pill.kind == "none")
                assert all(m.covers != "abroad" for m in found.pill.measures)
                assert {m.measure.kind for m in found.leading} <= {found.kind}


def test_a_stricter_destination_can_be_presumed(store: Store) -> None:
    (america, *_) = answer_of(store, "gallium", "2026-11-28").stricter
    assert (america.destination, america.strictness, america.presumed) == ("USA", "in_principle", True)
    text = sentence(store, "gallium", "2026-11-28")
    assert "the United States (refusal in principle, presumed)" in text and "US military users (ban)" in text


def test_other_rules_can_be_presumed(store: Store) -> None:
    text = sentence(store, "graphite", "2027-01-11", "JPN-MIL")
    assert "Also in force: licence requirement" in text
    mixed = answer_of(store, "graphite", "2027-01-11", "JPN-MIL").other_rules
    licences = [m.presumed for m in mixed if m.measure.kind == "licence"]
    assert ("licence requirement (presumed)" in text) is all(licences)


def test_rules_that_never_applied_do_not_apply_again(store: Store) -> None:
    never = headline(store, status_for(store, "holmium", "2026-12-31")).waiting
    assert "From 11 Jan 2027 they apply unless the pause is extended" in never
    before = headline(store, status_for(store, "gallium", "2026-11-24", "USA")).waiting
    assert "it applies again unless the pause is extended" in before


def test_a_successor_on_file_is_counted(store: Store) -> None:
    text = sentence(store, "nickel", "2017-06-01", "ALL", "IDN")
    assert text == "Nothing in force. The term of the ban ended on 31 Dec 2016."


def test_an_ended_measure_is_named_with_special_forms(store: Store) -> None:
    text = sentence(store, "copper", "2026-01-01", "ALL", "KAZ")
    assert "1 special form or compound is " in text
    assert "The term of the ban ended on 31 Dec 2025" in text


@pytest.mark.parametrize("kind", [kind for kind in KIND_RANK if kind not in ("none", "prohibition")])
def test_every_kind_on_the_metal_itself_has_its_sentence(store: Store, kind: str) -> None:
    ban = replace(measure("top", "prohibition"), targets=(target("gallium", "forms", "wafers"),))
    status = status_of([ban, measure("low", kind)], "gallium", Context(date(2025, 6, 1)))
    text = headline(store, status).in_force
    assert text.startswith("Ban on wafers. ") and " the metal itself" in text.lower()


def test_a_list_has_a_pill_for_goods_that_are_not_exported(store: Store) -> None:
    status = status_for(store, "holmium", "2026-11-24", "CHN")
    nothing = pill_words(store, status, pill_of(status))
    assert (nothing.versions, nothing.state) == (("not an export",), "none")
    paused = status_for(store, "holmium", "2026-11-24")
    words = pill_words(store, paused, pill_of(paused))
    assert words.full.startswith("licence requirement paused") and words.full.endswith(" (presumed)")
    assert (words.versions[-1], words.state) == ("paused (presumed)", "licence-paused")
    assert words.terms == ("licence", "suspended", "presumed")


@pytest.mark.parametrize(
    ("metal", "on", "to", "text"),
    [
        # A certain ban on listed forms with a presumed one on others, and a certain licence with a presumed one.
        ("nickel", "2027-01-11", "USA-MIL", "2 special forms or compounds are banned."),
        ("cobalt", "2027-01-11", "ALL", "1 special form or compound is controlled."),
        # Goods outside the limits of the items are outside a refusal and a ban as well.
        (
            "antimony",
            "2024-12-10",
            "USA",
            "Not covered by the refusal in principle (the other rules in force",
        ),
        ("antimony", "2026-10-01", "USA-MIL", "Not covered by the ban"),
        # A presumed licence on ores with a certain one on the metal.
        ("yttrium", "2027-01-11", "ALL", "Presumed: a licence is also needed for ores bearing yttrium"),
        # A ban on some forms is not a ban on the metal.
        ("indium", "2026-10-01", "USA", "For US military users: ban (some forms) (since 4 Feb 2025)."),
        ("gallium", "2026-10-01", "USA", "Never to US military users (since 3 Dec 2024)."),
    ],
)
def test_no_rule_on_a_part_is_lost_or_made_stronger(
    store: Store, metal: str, on: str, to: str, text: str
) -> None:
    assert text in sentence(store, metal, on, to)


def test_forms_alone_are_not_nothing_on_file(store: Store) -> None:
    words = headline(store, status_for(store, "platinum", "2026-11-24"))
    assert words.pill == "some forms controlled (2)"
    assert "some controls may exist" in words.in_force and "Order 792" in words.further

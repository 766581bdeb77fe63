"""The verdict on generated codes, items and measures: invariants, and agreement with a slow oracle."""

import json
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from explorer.data.context import Context
from explorer.data.controls.code_text import normalise
from explorer.data.controls.codes import (
    ANNOUNCED,
    LISTED,
    NO_CODE,
    POSSIBLE,
    SUSPENDED,
    CodeChecker,
    Verdict,
)
from explorer.data.dates import first_day
from explorer.data.records import KIND_RANK, Item, Measure
from explorer.errors import KnownError
from tests.data.builders import code, item
from tests.data.lives import DAYS, DESTINATIONS, dates, examples, sets_of_measures, walk

usual = examples(60)

ENDS = ("", "00", "10", "0000", "0010", "1000", "1010")
numbers = st.builds(lambda a, b: (a + b)[:10], st.sampled_from(("811292", "280530")), st.sampled_from(ENDS))
controls = st.sampled_from(
    ("1C117", "1C117.a", "1C117.b", "1C117.b.1", "1C11", "3C001.a", "1C117.a;3C001", "252604X")
)
texts = st.one_of(numbers, controls.map(lambda c: c.split(";")[0]))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Measure], list[Item]]:
    """Some measures with some items, a few of them of measures that do not exist."""
    measures = draw(sets_of_measures())
    items = []
    for n in range(draw(st.integers(0, 6))):
        printed = draw(st.lists(st.tuples(numbers, st.none() | dates(), st.none() | dates()), max_size=3))
        items.append(
            item(
                f"i{n}",
                f"m{draw(st.integers(0, 6))}",
                draw(st.sampled_from(("gallium", "germanium"))),
                draw(st.none() | controls),
                tuple(code(number, start, end, f"i{n}") for number, start, end in printed),
            )
        )
    return measures, items


worlds_asked = st.tuples(worlds(), st.sampled_from(DAYS), st.sampled_from((*DESTINATIONS, "CHE")))
Asked = tuple[tuple[list[Measure], list[Item]], date, str]


def checker_of(asked: Asked) -> CodeChecker:
    (measures, items), on, to = asked
    return CodeChecker(measures, items, Context(on, destination=to))


def found_pairs(verdict: Verdict) -> set[tuple[str, str | None]]:
    return {(m.item.item_id, m.hs_code) for m in verdict.matches}


def oracle(asked: Asked, text: str) -> tuple[str, set[tuple[str, str | None]]]:
    """The verdict and its matches by the prose, item by item, number by number."""
    (measures, items), on, to = asked
    alive: dict[str, str] = {}
    effective: dict[str, date | None] = {}
    for one in measures:
        state = walk(one, on)
        if state and state[0] != "ended" and one.destination in ("ALL", to) and one.jurisdiction == "CHN":
            alive[one.measure_id] = state[0]
            effective[one.measure_id] = first_day(one.effective) if one.effective else None
    if any(c.isalpha() for c in text):
        equal = {
            (i.item_id, None): alive[i.measure_id]
            for i in items
            if i.measure_id in alive
            and any(
                c.upper() == text.upper() or c.upper().startswith(text.upper() + ".") for c in i.control_codes
            )
        }
        near: dict[tuple[str, str | None], str] = {}
    else:
        counting = {}
        for i in items:
            for c in i.codes:
                begins = effective.get(i.measure_id)
                later = begins if begins and begins > on else on
                begun = c.valid_from is None or first_day(c.valid_from) <= later
                over = c.valid_to is not None and on > first_day(c.valid_to)
                if i.measure_id in alive and begun and not over:
                    counting[(i.item_id, c.hs_code)] = alive[i.measure_id]
        equal = {pair: state for pair, state in counting.items() if pair[1] == text}
        near = {pair: state for pair, state in counting.items() if pair[1][:6] == text[:6]}
    for state, verdict in (("in_force", LISTED), ("suspended", SUSPENDED), ("announced", ANNOUNCED)):
        if state in equal.values():
            return verdict, set(equal)
    return (POSSIBLE, set(near)) if near else (NO_CODE, set())


@examples(200)
@given(worlds_asked, texts)
def test_the_verdict_agrees_with_the_oracle(asked: Asked, text: str) -> None:
    found = checker_of(asked).check(text)
    assert (found.verdict, found_pairs(found)) == oracle(asked, text)


@usual
@given(worlds_asked, texts)
def test_the_parts_of_a_verdict_are_consistent(asked: Asked, text: str) -> None:
    found = checker_of(asked).check(text)
    (measures, _), on, to = asked
    assert (found.headline is None) == (found.verdict == NO_CODE) == (not found.matches)
    assert len(found_pairs(found)) == len(found.matches)
    states = {m.state for m in found.matches}
    if found.verdict == LISTED:
        assert "in_force" in states
    if found.verdict == SUSPENDED:
        assert "suspended" in states
        assert "in_force" not in states
    if found.verdict == ANNOUNCED:
        assert states == {"announced"}
    kinds = {"none"}
    for match in found.matches:
        others = [m for m in measures if m.target(match.item.metal_id) and m != match.measure]
        assert {a.measure.measure_id for a in match.related} <= {m.measure_id for m in others}
        for seen in (match, *match.related):
            assert seen.measure.destination in ("ALL", to)
            assert (seen.state, seen.presumed) == (walk(seen.measure, on) or ("", False, None))[:2]
            assert seen.state != "ended"
            if seen.state == "in_force":
                kinds.add(seen.measure.kind)
    assert not found.matches or found.headline == max(kinds, key=KIND_RANK.__getitem__)
    assert json.loads(json.dumps(found.as_dict())) == found.as_dict()


@usual
@given(worlds_asked, numbers)
def test_a_number_finds_something_where_its_first_six_digits_do(asked: Asked, text: str) -> None:
    checker = checker_of(asked)
    whole, six = checker.check(text), checker.check(text[:6])
    assert (whole.verdict == NO_CODE) == (six.verdict == NO_CODE)
    if whole.verdict == POSSIBLE and six.verdict == POSSIBLE:
        assert found_pairs(whole) == found_pairs(six)


@usual
@given(worlds_asked, numbers)
def test_nearer_matches_come_first(asked: Asked, text: str) -> None:
    found = checker_of(asked).check(text)
    if found.verdict == POSSIBLE and len(text) >= 8:
        near = [(m.hs_code or "")[:8] == text[:8] for m in found.matches]
        assert near == sorted(near, reverse=True)


@usual
@given(worlds_asked, controls.map(lambda c: c.split(";")[0]))
def test_the_beginning_of_a_control_code_matches_at_least_as_much(asked: Asked, text: str) -> None:
    checker = checker_of(asked)
    found = checker.check(text)
    assert found.verdict != POSSIBLE
    while "." in text:
        text = text.rpartition(".")[0]
        assert found_pairs(found) <= found_pairs(checker.check(text))


@usual
@given(worlds_asked, texts)
def test_the_order_of_measures_and_items_changes_nothing(asked: Asked, text: str) -> None:
    (measures, items), on, to = asked
    turned = ((measures[::-1], items[::-1]), on, to)
    assert checker_of(turned).check(text) == checker_of(asked).check(text)


@usual
@given(worlds_asked, numbers, st.data())
def test_dots_spaces_and_wide_digits_never_change_a_verdict(
    asked: Asked, text: str, data: st.DataObject
) -> None:
    marks = st.text("  .-\u00a0\u3000．–", max_size=2)
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    written = "".join(
        data.draw(marks) + (c.translate(wide) if data.draw(st.booleans()) else c) for c in text
    ) + data.draw(marks)
    checker = checker_of(asked)
    plain, other = checker.check(text), checker.check(written)
    assert other.code == written
    assert (other.normalised, other.verdict, other.headline) == (
        plain.normalised,
        plain.verdict,
        plain.headline,
    )
    assert other.matches is plain.matches


@usual
@given(worlds_asked, controls.map(lambda c: c.split(";")[0]))
def test_case_and_spaces_never_change_a_control_code(asked: Asked, text: str) -> None:
    checker = checker_of(asked)
    plain = checker.check(text)
    for written in (text.lower(), text.upper(), f" {text} ", text.replace("C", " c ")):
        assert checker.check(written).matches is plain.matches
        assert checker.check(written).normalised == plain.normalised


anything = st.one_of(
    st.text(max_size=14),
    st.text("0123456789０５. -", max_size=14),
    st.from_regex(r"[0-9][A-Za-z][0-9]{3}(\.[A-Za-z0-9]){0,3}", fullmatch=True),
)


@examples(300)
@given(anything)
def test_normalising_is_idempotent_or_a_known_fault(text: str) -> None:
    try:
        once = normalise(text)
    except KnownError as fault:
        assert str(fault).endswith(".")
        return
    assert normalise(once) == once
    assert once.isascii()
    assert " " not in once
    assert (len(once) in (6, 8, 10)) or not once.isdigit()


@usual
@given(worlds_asked, texts)
def test_a_number_never_gets_better_on_the_day_its_measures_end(asked: Asked, text: str) -> None:
    (measures, items), on, to = asked
    over = [m for m in measures if m.expires]
    last = max((first_day(m.expires) for m in over if m.expires), default=on) + timedelta(days=1)
    assert CodeChecker(over, items, Context(last, destination=to)).check(text).verdict == NO_CODE

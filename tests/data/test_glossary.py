"""The glossary: every term that the window shows has one definition."""

import pytest

from explorer.data.context import Context
from explorer.data.controls.pill import PILL_STATES, state_terms
from explorer.data.controls.service import Controls
from explorer.data.glossary import explanation, explanation_of, sections, term
from explorer.data.records import KIND_RANK
from explorer.data.store import Store
from explorer.data.words import kind_word
from tests.data.controls.test_status_lines import TODAY

VERDICTS = ("LISTED", "SUSPENDED", "ANNOUNCED", "POSSIBLE", "NO REFERENCE CODE ON FILE")
STATES = ("announced", "in_force", "suspended", "ended", "presumed")


@pytest.mark.parametrize("key", [*(k for k in KIND_RANK if k != "none"), *STATES, *VERDICTS, *"epWo"])
def test_every_kind_state_verdict_and_flag_has_a_definition(key: str) -> None:
    found = term(key)
    assert (
        found.name
        and found.definition.endswith(".")
        and explanation(key) == f"{found.name}: {found.definition}"
    )


@pytest.mark.parametrize("kind", [k for k in KIND_RANK if k != "none"])
def test_a_kind_has_the_name_that_the_answers_use(kind: str) -> None:
    assert kind_word(kind).split()[0] in term(kind).name.casefold()


@pytest.mark.parametrize("state", PILL_STATES)
def test_every_pill_state_is_explained(state: str) -> None:
    assert explanation(*state_terms(state))


def test_every_pill_is_explained(store: Store) -> None:
    for metal in store.metals:
        for to in ("USA", "ALL", "JPN-MIL"):
            words = Controls.of(store).pill_words(metal, Context(TODAY, "CHN", to))
            assert len(explanation(*words.terms).splitlines()) == len(words.terms)


def test_a_key_without_a_term_adds_nothing() -> None:
    assert explanation("nonsense") == "" and explanation("nonsense", "hhi").startswith("Supply concentration")


def test_the_help_page_has_each_term_once() -> None:
    names = [t.name for section in sections() for t in section.terms]
    assert len(names) == len(set(names)) > 30


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("in force (presumed)", ["In force", "Presumed"]),
        ("estimated, preliminary", ["Estimated", "Preliminary"]),
        ("ordinary export licence requirement", ["Ordinary export licence"]),
        ("refusal in principle", ["Refused in principle"]),
        ("HHI", ["Supply concentration (HHI)"]),
        ("Announcement 46 of 2024", []),
    ],
)
def test_the_terms_in_a_cell_are_explained(text: str, names: list[str]) -> None:
    assert [line.partition(": ")[0] for line in explanation_of(text).splitlines()] == names

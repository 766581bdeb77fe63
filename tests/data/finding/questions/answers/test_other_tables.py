"""An answer does not say that nothing is on file where another table has the figure."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def text(store: Store, question: str) -> str:
    return ask(store, question, Context(DAY, "CHN", "ALL"), DAY).text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("US import reliance antimony 2025", "US net import reliance, 2025: 91 %"),
        ("US import reliance antimony 2024", "US net import reliance, 2024: 86 %"),
        ("US reliance on China for antimony 2025", "US net import reliance, 2025: 91 %"),
        ("US net import reliance antimony 2030", "The latest on file: US net import reliance, 2025: 91 %"),
    ],
)
def test_the_net_import_reliance_of_a_year_is_given(store: Store, question: str, figure: str) -> None:
    """dependence.csv: antimony, USA, 86 % in 2024 and 91 % in 2025; the imports by country end in 2024."""
    assert figure in text(store, question)


def test_the_survey_answers_on_a_year_of_its_period(store: Store) -> None:
    """import_sources.csv: gallium metal, USA, 2021/2024, Canada 28 %; the customs data have no heading of it."""
    assert "Canada 28 %" in text(store, "who supplied the US with gallium in 2023")
    assert "Canada" not in text(store, "who supplied the US with gallium in 2025")


def test_output_of_a_later_year_gives_the_latest_on_file(store: Store) -> None:
    found = text(store, "中国2026年镓产量是多少")
    assert "No output by country in 2026 is on file. The latest on file:" in found and "2025" in found


def test_the_other_headings_of_a_metal_are_named(store: Store) -> None:
    """buyer_dependence.csv: Japan, 284690, 2024, 76.14 % of the tonnes and 58.12 % of the value came from China."""
    found = text(store, "How dependent is Japan on China for rare earths?")
    assert "62 % of tonnage" in found
    assert "Share of China under other headings: compounds, HS 284690, 2024 (76 % of tonnage" in found


@pytest.mark.parametrize(
    "question",
    ["Is Germany dependent on China for tungsten", "how dependent is Germany on China for tungsten in 2023"],
)
def test_a_share_of_imports_names_the_headings_without_figures(store: Store, question: str) -> None:
    """buyer_codes.csv: 284180 (tungstates) is wanted, 284990 (carbides) a basket, so neither is in the figures."""
    found = text(store, question)
    assert "Not in these figures:" in found
    assert "tungstates (HS 284180)" in found and "carbides (HS 284990)" in found
    assert "A share of imports is not a share of supply." in found


def test_a_question_about_a_form_is_answered_without_the_other_headings(store: Store) -> None:
    assert "Not in these figures" not in text(store, "how dependent is Germany on China for tungsten powder")


def test_the_figures_on_other_forms_stand_beside_that_on_one(store: Store) -> None:
    """dependence.csv: zinc, USA, 2025, ores and concentrates net exporter, refined zinc 73 %."""
    found = text(store, "is the US a net importer of zinc")
    assert "net exporter" in found and "refined zinc: 73 % (estimated)" in found
    assert "Other forms" not in text(store, "US import reliance titanium sponge 2025")

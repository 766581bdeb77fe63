"""For which metals a buyer depends most on an origin, from tests/edition/buyer_codes.csv."""

from datetime import date

from explorer.data.context import Context
from explorer.data.finding.answer_pages.page import answer_content
from explorer.data.finding.questions.ask import ask
from explorer.data.store import Store

DAY = date(2026, 11, 27)
CONTEXT = Context(DAY, "CHN", "DEU")
QUESTION = "Which metals does Germany depend on China for?"
# Every heading of cobalt and molybdenum that is shown is labelled. The others below have none that is shown.
POORLY = (
    "On file only under customs codes that match the metal poorly, and not ranked: cobalt and molybdenum; "
    "see Suppliers."
)
MISSING = (
    "No usable trade figures are on file for beryllium, cesium, gallium, germanium, helium, indium, "
    "platinum-group metals, rhenium, superhard materials and tellurium; Germany may still depend on imports of them."
)


def test_the_answer_names_every_metal_without_figures(store: Store) -> None:
    text = ask(store, QUESTION, CONTEXT, DAY).text
    assert POORLY in text and MISSING in text


def test_the_page_names_them_in_its_notes_and_counts_them_above_the_table(store: Store) -> None:
    content = answer_content(store, QUESTION, CONTEXT, DAY)
    assert any(POORLY in note and MISSING in note for note in content.notes)
    assert any(
        "12 other metals and materials, named below the table, are not ranked" in remark
        for remark in content.remarks
    )

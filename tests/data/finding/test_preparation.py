"""The preparation of the search: it reads what a search needs, and changes no result."""

from datetime import date

from explorer.data.context import Context
from explorer.data.finding.place_lookup import PlaceLookup
from explorer.data.finding.preparation import preparation
from explorer.data.finding.questions.compounds import Compounds
from explorer.data.finding.questions.date_readers import READERS, compiled
from explorer.data.finding.search import search
from explorer.data.store import Store

DAY = date(2026, 11, 24)
TEXTS = ("g", "gallium to the united states on 10 dec 2024", "8112929010", "氮化镓", "yesterday")


def test_a_prepared_search_finds_the_same(edition_file) -> None:
    compiled.cache_clear()
    with Store.open(edition_file) as plain, Store.open(edition_file) as prepared:
        expected = [search(plain, text, Context(DAY), DAY) for text in TEXTS]
        compiled.cache_clear()
        steps = sum(1 for _ in preparation(prepared))
        assert steps > len(READERS)
        assert compiled.cache_info().currsize == len({form for form, _ in READERS})
        assert {PlaceLookup, Compounds} <= set(prepared.services)
        assert [search(prepared, text, Context(DAY), DAY) for text in TEXTS] == expected

"""A sheet in a language whose texts are 30 % longer: one page, without overlaps or lost texts."""

from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from msgspec.structs import replace

from explorer import language
from explorer.factsheet.drawing.page import inner_size, lay_out
from explorer.factsheet.drawing.style import PAPERS
from explorer.factsheet.facts.content import make_content
from tests.factsheet.layout import boxes_of, overlapping_texts, shown_text
from tests.pseudo_language import PseudoLanguage, pseudo


@pytest.fixture
def longer_language() -> Iterator[None]:
    """The pseudo-language in use."""
    language.use(PseudoLanguage())
    yield
    language.use(NullTranslations())


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("metal_id", ["gallium", "tungsten", "rare-earths", "cesium", "graphite"])
def test_the_page_holds_longer_texts(store, today, qapp, longer_language, metal_id, paper):
    page = lay_out(make_content(store, metal_id, today), PAPERS[paper])
    width, height = inner_size(page.paper, page.zoom)
    boxes = [box for primitive in page.primitives for box in boxes_of(primitive)]
    assert page.fits and overlapping_texts(page.primitives) == []
    assert max(box.right() for box in boxes) <= width + 0.5
    assert max(box.bottom() for box in boxes) <= height + 1


@pytest.mark.parametrize("paper", PAPERS)
def test_a_detail_too_long_for_the_line_of_the_pill_is_shown_below(store, today, qapp, paper):
    content = make_content(store, "gallium", today)
    longer = replace(content, setting=pseudo(content.setting), detail=pseudo(pseudo(content.detail)))
    page = lay_out(longer, PAPERS[paper])
    text = shown_text(page).replace("\u00a0", " ")
    assert page.fits and longer.setting in text and longer.detail in text


def test_the_remark_of_a_heading_is_not_cut(store, today, qapp, longer_language):
    page = lay_out(make_content(store, "cesium", today), PAPERS["a4"])
    assert language.gettext("see the program for further sources") in shown_text(page)


def test_the_letters_shrink_where_the_least_does_not_fit(store, today, qapp):
    content = make_content(store, "yttrium", today)
    line = "A sentence on the status that takes about one line of the box in the upper part of the page. "
    longer = (
        replace(content, sentence=replace(content.sentence, text=line * count)) for count in range(5, 60)
    )
    pages = (lay_out(c, PAPERS["letter"]) for c in longer)
    smaller = next(page for page in pages if page.zoom < 1)
    assert smaller.fits


def test_the_notes_of_a_chart_that_are_not_shown_are_counted(store, today, qapp):
    content = make_content(store, "gallium", today)
    chart = replace(content.charts[0], notes=("A long note about it. " * 9,) * 3)
    page = lay_out(replace(content, charts=(chart, content.charts[1])), PAPERS["a4"])
    assert "2 more notes in the program." in shown_text(page)

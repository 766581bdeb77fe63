"""The page: its paper, texts and margins, vector graphics only, and the same bytes twice."""

import re
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QHashSeed, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.charts.plot.page_painter import PagePainter
from explorer.data.context import Context
from explorer.errors import KnownError
from explorer.factsheet.drawing.page import draw, inner_size, lay_out, render
from explorer.factsheet.drawing.primitives import Text
from explorer.factsheet.drawing.style import GRID, MARGIN, PAPERS, POINT
from explorer.factsheet.facts.content import make_content
from explorer.factsheet.facts.fit import LEAST_MEASURES, least
from explorer.factsheet.facts.records import numbers, shortened
from tests.factsheet.layout import boxes_of, overlapping_texts, shown_text

LEAST_POINTS = 6.0
PAGE = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


def _page_text(page):
    return re.sub(r"\s+", " ", page.extract_text())


def _white(width, height):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    return image


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("metal_id", ["antimony", "rare-earths", "cesium"])
def test_one_page_of_the_paper_without_bitmaps(store, today, qapp, read_page, paper, metal_id):
    page = read_page(render(store, metal_id, today, paper))
    assert [float(n) for n in page.mediabox] == pytest.approx([0, 0, *PAGE[paper]], abs=0.6)
    assert not page.images
    assert not page["/Resources"].get("/XObject")
    fonts = [f.get_object() for f in page["/Resources"]["/Font"].values()]
    assert fonts and all("Cut" in f["/BaseFont"] and "/ToUnicode" in f for f in fonts)


def test_texts_can_be_read_back(store, today, qapp, read_page):
    text = _page_text(read_page(render(store, "antimony", today, "a4")))
    for phrase in (
        "Antimony",
        "锑",
        "refusal paused",
        "The refusal in principle is paused until 27 Nov 2026.",
        "Checked to 8 Oct 2026: the last 47 days are not covered.",
        "15 Sep 2024",
        "pause ends in 3 days",
        "Control codes 3C003.a–f, 3E003",
        "estimated · antimony content · USGS Mineral Commodity Summaries 2026",
        "MOFCOM (China), “Announcement 46 of 2024",
        "As of 24 Nov 2026: exports from China to the United States.",
        f"edition {store.edition.data_version}, controls checked to 8 Oct 2026. For reference only; not legal advice.",
    ):
        assert phrase in text, phrase


def test_presumed_and_unknown_areshown_text(store, today, qapp, read_page):
    holmium = _page_text(read_page(render(store, "holmium", today, "a4")))
    assert "(presumed)" in holmium and "a statement of 28 Sep 2026 says that the pause" in holmium
    anywhere = replace(today, destination="ALL")
    barite = _page_text(read_page(render(store, "barite", anywhere, "a4")))
    assert "unknown" in barite and "No prices on file for barite." in barite


@pytest.mark.parametrize("metal_id", ["antimony", "yttrium", "barite"])
def test_no_text_is_too_small_to_read(store, today, qapp, read_page, metal_id):
    sizes = []

    def visit(text, matrix, _text_matrix, _font, size):
        if text.strip():
            sizes.append(size * abs(matrix[3]))

    for paper in PAPERS:
        read_page(render(store, metal_id, today, paper)).extract_text(visitor_text=visit)
    assert len(sizes) > 100 and min(sizes) >= LEAST_POINTS


def test_the_same_bytes_twice(store, today, qapp):
    assert render(store, "gallium", today, "a4") == render(store, "gallium", today, "a4")
    assert render(store, "gallium", today, "a4") != render(store, "gallium", today, "letter")


def test_the_same_bytes_in_another_run_of_the_program(store, today, qapp):
    """Each run has its own order of hash tables, by which Qt numbers fonts."""
    documents = set()
    for _ in range(12):
        QHashSeed.resetRandomGlobalSeed()
        documents.add(render(store, "gallium", today, "a4"))
    assert len(documents) == 1


def test_the_document_has_title_subject_and_command(store, today, qapp, read_page):
    page = read_page(render(store, "gallium", today, "letter"))
    metadata = page.pdf.metadata
    assert metadata.title == "Gallium 镓: fact sheet, 24 Nov 2026"
    assert metadata.author == "Minor Metals Explorer"
    assert metadata.subject.startswith(
        "Exports from China to the United States as of 24 Nov 2026\nAllowed with a licence."
    )
    assert metadata["/Keywords"].startswith("minor-metals sheet gallium --on 2026-11-24")


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_page_of_every_metal_stays_inside_its_margins(store, qapp, paper):
    """What a page shows depends on the metal; its margins do not."""
    context = Context(date(2026, 11, 24), "CHN", "USA")
    for metal_id in store.metals:
        page = lay_out(make_content(store, metal_id, context), PAPERS[paper])
        width, height = inner_size(page.paper, page.zoom)
        assert page.fits, metal_id
        text = shown_text(page)
        assert all(f.value in text and f.unit in text for f in page.content.figures), metal_id
        for primitive in page.primitives:
            for box in boxes_of(primitive):
                assert box.left() >= -0.5 and box.right() <= width + 0.5, (metal_id, primitive)
                assert box.top() >= -GRID and box.bottom() <= height + 1, (metal_id, primitive)


@pytest.mark.parametrize("metal_id", ["antimony", "rare-earths", "tungsten", "rhenium"])
def test_no_ink_outside_the_margins(store, today, qapp, metal_id):
    page = lay_out(make_content(store, metal_id, today), PAPERS["a4"])
    width, height = (round(side) for side in PAPERS["a4"].size)
    image = _white(width, height)
    painter = PagePainter(image)
    draw(painter, QRectF(0, 0, width, height), page)
    painter.end()
    edge = round(MARGIN - 2 * POINT)
    assert image.copy(edge, edge, width // 2, edge) != _white(width // 2, edge)
    painter = QPainter(image)
    painter.fillRect(edge, edge, width - 2 * edge, height - 2 * edge, QColor("#ffffff"))
    painter.end()
    assert image == _white(width, height)


def test_texts_do_not_overlap(store, today, qapp):
    for metal_id in ("antimony", "gallium", "rare-earths", "helium", "cesium", "superhard"):
        page = lay_out(make_content(store, metal_id, today), PAPERS["letter"])
        assert overlapping_texts(page.primitives) == []


def test_every_number_in_brackets_is_in_the_list(store, today, qapp):
    for metal_id in ("antimony", "rare-earths", "rhenium"):
        page = lay_out(make_content(store, metal_id, today), PAPERS["a4"])
        texts = [p.layout.text() for p in page.primitives if isinstance(p, Text)]
        groups = [group for text in texts for group in re.findall(r"\[([\d,\s]+)\]$", text)]
        named = {int(n) for group in groups for n in group.split(",")}
        listed = {int(t) for t in texts if t.isdigit() and len(t) < 3}
        shown = shortened(
            page.content,
            page.fit.measures,
            page.fit.uses,
            len(page.content.more_charts) if page.fit.more_plot else 0,
            page.fit.sections,
        )
        assert named == set(numbers(shown).values())
        assert named <= listed


def test_letters_are_larger_where_there_is_room(store, today, qapp):
    sparse, dense = (lay_out(make_content(store, m, today), PAPERS["a4"]) for m in ("cesium", "antimony"))
    assert sparse.zoom > dense.zoom == 1.0
    assert (sparse.fit.measures, sparse.fit.uses) == (0, len(sparse.content.uses))


def test_the_least_measures_stay_and_the_others_are_counted(store, today, qapp):
    content = make_content(store, "rare-earths", today)
    page = lay_out(content, PAPERS["letter"])
    assert LEAST_MEASURES <= page.fit.measures < len(content.measures)
    left = len(content.measures) - page.fit.measures
    text = shown_text(page)
    assert f"{left} of {len(content.measures)} measures not shown; see the program." in text
    assert least(content).measures == LEAST_MEASURES


def test_an_unknown_paper_is_rejected(store, today, qapp):
    with pytest.raises(KnownError, match="a4, letter"):
        render(store, "gallium", today, "legal")


def test_the_figures_of_a_destination_are_complete(store, today, qapp, read_page):
    """The longest: a group's customs table with a thin record, and the figure of the United States."""
    for metal_id in ("rare-earths", "graphite", "gallium"):
        context = replace(today, destination="EUU")
        figure = make_content(store, metal_id, context).figures[2]
        text = _page_text(read_page(render(store, metal_id, context, "a4")))
        assert re.sub(r"\s+", " ", figure.caption) in text and re.sub(r"\s+", " ", figure.detail) in text

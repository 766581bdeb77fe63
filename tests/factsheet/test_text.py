"""Paragraphs: lines broken to a width in any script, cut texts with their references."""

from itertools import pairwise

import pytest

from explorer.charts.plot import typeset
from explorer.factsheet.drawing.text import paragraph, reference_numbers

WIDTH = 300.0
ENGLISH = "Dense, reactive alkali metal used in drilling brines, catalysts and atomic clocks."
CHINESE = "铯是一种致密、活泼的碱金属，用于钻井液、催化剂、射线面板以及定义秒的原子钟。"


def _lines(block):
    (text,) = block.items
    return [text.layout.lineAt(i) for i in range(text.layout.lineCount())]


def _text(block):
    return block.items[0].layout.text()


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "x" * 200])
def test_every_line_has_the_width(qapp, text):
    """Chinese has no spaces, and an address may have none."""
    lines = _lines(paragraph(text, typeset.face(15), WIDTH))
    assert len(lines) > 1 and max(line.naturalTextWidth() for line in lines) <= WIDTH


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_a_long_text_is_cut_before_its_remark_and_references(qapp, text):
    block = paragraph(text, typeset.face(15), WIDTH, references="[2]", remark="uranium", most=2)
    assert len(_lines(block)) == 2 and _text(block).endswith("… uranium [2]")
    assert text.startswith(_text(block).partition("…")[0])


@pytest.mark.parametrize("text", [ENGLISH * 20, CHINESE * 60])
def test_a_cut_text_is_as_long_as_fits(qapp, text):
    """A text of thousands of characters is cut at once, at the last place that fits."""
    face = typeset.face(15)
    block = paragraph(text, face, WIDTH, most=3)
    kept = _text(block).removesuffix("…")
    assert len(_lines(block)) == 3 and text.startswith(kept)
    more = text[: len(kept) + (1 if text[0] > "z" else len(text[len(kept) :].strip().split()[0]) + 1)]
    assert len(_lines(paragraph(f"{more}…", face, WIDTH))) > 3


def test_all_lines_have_the_height_of_the_face(qapp):
    face = typeset.face(15)
    block = paragraph(ENGLISH, face, WIDTH, references="[2]")
    lines = _lines(block)
    baselines = [line.y() + line.ascent() for line in lines]
    assert block.height == pytest.approx(len(lines) * face.line)
    assert [b - a for a, b in pairwise(baselines)] == pytest.approx([face.line] * (len(lines) - 1), abs=0.1)


def test_references_are_sorted_and_not_broken_apart():
    assert reference_numbers(("b", "a", "b"), {"a": 2, "b": 5}) == "[2,\u00a05]"
    assert reference_numbers((), {}) == ""

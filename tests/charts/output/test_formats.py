"""Every kind of chart in every format: its size, metadata and texts, without embedded images."""

import re
import struct

import pytest
from msgspec.structs import replace

from explorer import palette
from explorer.charts.builders import registry
from explorer.charts.output.layout import MARGIN, lay_out
from explorer.charts.output.options import PRESETS, ExportOptions
from explorer.charts.output.render import render
from explorer.charts.source_line import source_line, sources_in_file
from explorer.charts.spec import PRODUCT, ChartSpec, SourceRef
from tests.charts import made, pictures

METALS = ("antimony", "gallium")
PICTURE = ExportOptions(1400, 900, 120)
CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.fixture(params=list(registry.KINDS))
def spec(request, store, today) -> ChartSpec:
    """A chart of each kind, of antimony or of all metals."""
    kind = registry.KINDS[request.param]
    metals = {"one": METALS[:1], "several": METALS, "all": ()}[kind.metals]
    described = registry.make(kind, store, metals, today)
    assert isinstance(described, ChartSpec)
    return described


def test_png(spec, qapp):
    data = render(spec, PICTURE, "png")
    assert data == render(spec, PICTURE, "png")
    parts = dict(pictures.chunks(data))
    assert struct.unpack(">II", parts["IHDR"][:8]) == (PICTURE.width, PICTURE.height)
    dots = round(PICTURE.dpi / 0.0254)
    assert struct.unpack(">IIB", parts["pHYs"]) == (dots, dots, 1)
    image = pictures.image(data)
    assert image.text("Title") == spec.title and image.text("Author") == PRODUCT
    assert image.text("Source") == sources_in_file(spec)
    assert image.text("Software") == f"{PRODUCT}, edition {spec.data_version}"
    assert image.text("Comment") == (
        f"{spec.query} --size 1400x900 --dpi 120 -o {image.text('Comment').rpartition(' ')[2]}"
    )
    assert spec.footer in image.text("Description")


def test_svg_with_text(spec, qapp):
    options = replace(PICTURE, outlines=False)
    data = render(spec, options, "svg")
    assert data == render(spec, options, "svg")
    assert b"<image" not in data
    root = pictures.svg_root(data)
    assert (root.attrib["width"], root.attrib["height"]) == ("840pt", "540pt")
    assert root.attrib["viewBox"] == "0 0 1400 900"
    assert root.findtext(f"{pictures.SVG}title") == spec.title
    about = root.findtext(f"{pictures.SVG}desc")
    assert spec.footer in about and sources_in_file(spec) in about and spec.query in about
    shown = pictures.svg_words(root)
    for text in (spec.title, source_line(spec.sources, in_file=True), spec.footer):
        assert pictures.plain(text) in shown


def test_svg_with_outlines(spec, qapp):
    root = pictures.svg_root(render(spec, replace(PICTURE, outlines=True), "svg"))
    assert root.find(f".//{pictures.SVG}text") is None and root.find(f".//{pictures.SVG}image") is None
    assert root.findtext(f"{pictures.SVG}title") == spec.title
    letters = sum(len(line.text) for line in pictures.written(spec, PICTURE))
    curves = sum(path.attrib["d"].count("C") for path in root.iter(f"{pictures.SVG}path"))
    assert letters > 100 and curves > letters


def test_pdf(spec, qapp):
    data = render(spec, PICTURE, "pdf")
    assert data == render(spec, PICTURE, "pdf")
    page = pictures.pdf_page(data)
    size = [side / PICTURE.dpi * 72 for side in (PICTURE.width, PICTURE.height)]
    assert [float(n) for n in page.mediabox] == pytest.approx([0, 0, *size], abs=0.6)
    about = page.pdf.metadata
    assert (about.title, about.author) == (spec.title, PRODUCT)
    assert spec.footer in about.subject and about.subject.endswith(sources_in_file(spec))
    assert about["/Keywords"].startswith(spec.query)
    shown = pictures.joined(page.extract_text())
    for text in (spec.title, source_line(spec.sources, in_file=True), spec.footer):
        assert pictures.joined(text) in shown
    assert not page.images and b"/Subtype /Image" not in data and b"/Subtype/Image" not in data
    fonts = [f.get_object() for f in page["/Resources"]["/Font"].values()]
    assert fonts and all("Cut" in f["/BaseFont"] for f in fonts)


def test_csv(spec, qapp):
    data = render(spec, PICTURE, "csv")
    assert data == render(spec, replace(PICTURE, dark=True, width=300), "csv")
    lines = data.decode("utf-8").split("\n")
    assert lines[0] == f"# {spec.title}" and lines[-1] == "" and b"\r" not in data
    head = [line for line in lines if line.startswith("#")]
    assert f"# As of: {spec.context.as_of.isoformat()}" in head
    assert all(any(line.startswith(f"# Source {s.source_id}: ") for line in head) for s in spec.sources)
    assert [f"# Note: {note}" for note in spec.notes] == [n for n in head if n.startswith("# Note: ")]
    assert head[-1].startswith(f"# Command: {spec.query} -o ")


@pytest.mark.parametrize("dark", [False, True])
def test_the_margins_are_empty(spec, qapp, dark):
    """The margins are empty in a bitmap and in an SVG drawn by another program."""
    options = ExportOptions(1000, 640, 96, dark=dark, outlines=True)
    logical = options.width / lay_out(spec, options).width
    margin = round((MARGIN - 2) * logical) - 1
    svg = pictures.svg_image(render(spec, options, "svg"), options.width, options.height)
    for image in (pictures.image(render(spec, options, "png")), svg):
        box = pictures.ink(image, options.theme.surface)
        assert box.left() >= margin and box.top() >= margin // 2
        assert box.right() <= options.width - margin and box.bottom() <= options.height - margin // 2


def test_omitted_parts_are_absent(spec, qapp):
    whole = pictures.words(spec, PICTURE)
    assert spec.title in whole and pictures.plain(spec.footer) in whole
    no_title = pictures.words(spec, replace(PICTURE, title=False))
    assert not no_title.startswith(spec.title) and spec.subtitle.split(" ")[0] in no_title
    no_sources = pictures.words(spec, replace(PICTURE, sources=False))
    assert spec.footer not in no_sources and "Source" not in no_sources.split()[-40:]
    no_dates = pictures.words(spec, replace(PICTURE, control_dates=False))
    for event in spec.events:
        assert event.label in whole and event.label not in no_dates
    assert not spec.documents or spec.documents not in no_dates


@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.key)
def test_presets_have_their_size(store, today, qapp, preset):
    spec = registry.price(store, "gallium", today)
    options = ExportOptions(preset.width, preset.height, preset.dpi)
    image = pictures.image(render(spec, options, "png"))
    assert (image.width(), image.height()) == (preset.width, preset.height)
    page = pictures.pdf_page(render(spec, options, "pdf"))
    millimetres = [float(n) / 72 * 25.4 for n in page.mediabox[2:]]
    assert millimetres == pytest.approx(options.millimetres, abs=0.3)


def test_dark_vectors_have_the_dark_background(store, today, qapp):
    spec = registry.price(store, "gallium", today)
    svg = pictures.svg_root(render(spec, replace(PICTURE, dark=True), "svg"))
    background = next(svg.iter(f"{pictures.SVG}rect"))
    assert background.attrib["width"] == "1400" and background.attrib["height"] == "900"
    fills = [g.attrib.get("fill") for g in svg.iter(f"{pictures.SVG}g") if background in list(g)]
    assert fills == [palette.DARK.surface]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "镓：价格"},
        {"notes": ("出口管制。",)},
        {"sources": (SourceRef("ministry", "商务部", "公告"),)},
        {"series": tuple(made.Series(n, made.points([1.0, 2.0])) for n in ("氧化镝", "镓"))},
        {"events": (made.event(made.END, "许可证"),)},
    ],
    ids=lambda c: next(iter(c)),
)
def test_chinese_is_drawn_as_outlines_unless_text_is_requested(qapp, changes):
    spec = replace(made.chart(made.series([10.0, 20.0])), **changes)
    assert pictures.svg_root(render(spec, PICTURE, "svg")).find(f".//{pictures.SVG}text") is None
    svg = pictures.svg_root(render(spec, replace(PICTURE, outlines=False), "svg"))
    assert svg.find(f".//{pictures.SVG}text") is not None


def test_without_chinese_the_words_of_an_svg_are_text(spec, qapp):
    root = pictures.svg_root(render(spec, PICTURE, "svg"))
    shown = pictures.words(spec, PICTURE)
    assert (root.find(f".//{pictures.SVG}text") is None) is bool(CHINESE.search(shown))

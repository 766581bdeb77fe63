"""Pages with little room: a page widens, omits rows and notes with a count of them, or is refused."""

import pytest
from PySide6.QtCore import QRectF

from explorer.charts.builders import registry
from explorer.charts.output.options import PRESETS, ExportOptions, pixels
from explorer.charts.output.render import render
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Missing
from explorer.errors import KnownError
from tests.charts import made, pictures


@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(99, 900),
        ExportOptions(900, 99),
        ExportOptions(20_001, 900),
        ExportOptions(900, 20_001),
        ExportOptions(dpi=29),
        ExportOptions(dpi=2401),
    ],
)
@pytest.mark.parametrize("form", ["png", "svg", "pdf", "csv"])
def test_sizes_out_of_range_are_refused(qapp, options, form):
    with pytest.raises(KnownError, match="between"):
        render(made.chart(made.series([1.0, 2.0])), options, form)


@pytest.mark.parametrize("kind", list(registry.KINDS))
def test_a_size_too_small_to_be_legible_is_refused(store, today, qapp, kind):
    spec = registry.make(registry.KINDS[kind], store, _metals(kind), today)
    for options in (ExportOptions(100, 100), ExportOptions(600, 100, 96), ExportOptions(1200, 900, 600)):
        with pytest.raises(KnownError, match="dpi"):
            render(spec, options, "png")


def _metals(kind: str) -> tuple[str, ...]:
    return {"one": ("antimony",), "several": ("antimony", "gallium"), "all": ()}[registry.KINDS[kind].metals]


def test_omitted_rows_are_counted(qapp):
    spec = made.bars([float(n) for n in range(40)])
    text = pictures.words(spec, ExportOptions(800, 450, 96))
    shown = [n for n in range(40) if f"Country {n} " in text]
    assert 3 <= len(shown) < 40 and shown == list(range(len(shown)))
    assert f"{40 - len(shown)} of 40 rows not shown." in text
    assert shape_of(spec).fewer_rows(5).y.high == 4.5


@pytest.mark.parametrize("kind", list(registry.KINDS))
@pytest.mark.parametrize(
    "options", [ExportOptions(1600, 900), ExportOptions(700, 500, 96)], ids=["large", "small"]
)
def test_texts_are_whole_on_the_page_and_do_not_overlap(store, today, qapp, kind, options):
    metals = store.metals if registry.KINDS[kind].metals == "one" else (None,)
    for metal_id in metals:
        spec = registry.make(registry.KINDS[kind], store, (metal_id,) if metal_id else _metals(kind), today)
        if isinstance(spec, Missing):
            continue
        lines = [line for line in pictures.written(spec, options) if line.text.strip()]
        assert not [line.text for line in lines if "…" in line.text], metal_id
        page = QRectF(0, 0, options.width, options.height)
        assert all(page.contains(line.box) for line in lines), metal_id
        lines.sort(key=lambda line: line.box.top())
        for i, line in enumerate(lines):
            for other in lines[i + 1 :]:
                if other.box.top() > line.box.bottom():
                    break
                assert not line.box.intersects(other.box), (metal_id, line.text, other.text)


def test_lengths_in_pixels():
    assert pixels(25.4, "mm", 300) == pixels(1, "in", 300) == pixels(300, "px", 72) == 300


@pytest.mark.parametrize(
    "preset", [p for p in PRESETS if p.key in ("column", "square", "portrait", "social")]
)
@pytest.mark.parametrize("kind", list(registry.KINDS))
def test_every_chart_fits_the_sizes_for_columns_and_posts(store, today, qapp, kind, preset):
    spec = registry.make(registry.KINDS[kind], store, _metals(kind), today)
    options = ExportOptions(preset.width, preset.height, preset.dpi)
    lines = [line for line in pictures.written(spec, options) if line.text.strip()]
    page = QRectF(0, 0, options.width, options.height)
    assert lines and all(page.contains(line.box) for line in lines)
    for i, line in enumerate(lines):
        assert not [other.text for other in lines[i + 1 :] if line.box.intersects(other.box)]

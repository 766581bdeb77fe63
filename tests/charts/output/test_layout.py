"""What a sheet does where it lacks room: it widens, leaves rows and notes away and says so, or is refused."""

import pytest
from PySide6.QtCore import QRectF

from explorer.charts.builders import registry
from explorer.charts.fewer_rows import fewer_rows
from explorer.charts.output.options import ExportOptions, pixels
from explorer.charts.output.render import render
from explorer.charts.spec import Missing
from explorer.errors import KnownError
from tests.charts import made, pictures


@pytest.mark.parametrize(
    "picture",
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
def test_sizes_out_of_bounds_are_a_sentence(qapp, picture, form):
    with pytest.raises(KnownError, match="between"):
        render(made.chart(made.series([1.0, 2.0])), picture, form)


@pytest.mark.parametrize("kind", list(registry.KINDS))
def test_a_picture_too_small_to_be_read_is_a_sentence(store, today, qapp, kind):
    spec = registry.make(registry.KINDS[kind], store, _metals(kind), today)
    for picture in (ExportOptions(100, 100), ExportOptions(600, 100, 96), ExportOptions(1200, 900, 600)):
        with pytest.raises(KnownError, match="dpi"):
            render(spec, picture, "png")


def _metals(kind: str) -> tuple[str, ...]:
    return {"one": ("antimony",), "several": ("antimony", "gallium"), "all": ()}[registry.KINDS[kind].metals]


def test_rows_that_are_left_away_are_counted(qapp):
    spec = made.bars([float(n) for n in range(40)])
    said = pictures.words(spec, ExportOptions(800, 450, 96))
    shown = [n for n in range(40) if f"Country {n} " in said]
    assert 3 <= len(shown) < 40 and shown == list(range(len(shown)))
    assert f"{40 - len(shown)} of 40 rows not shown." in said
    assert fewer_rows(spec, 5).y.high == 4.5


@pytest.mark.parametrize("kind", list(registry.KINDS))
@pytest.mark.parametrize(
    "picture", [ExportOptions(1600, 900), ExportOptions(700, 500, 96)], ids=["large", "small"]
)
def test_words_are_whole_stay_on_the_sheet_and_off_each_other(store, today, qapp, kind, picture):
    metals = store.metals if registry.KINDS[kind].metals == "one" else (None,)
    for metal_id in metals:
        spec = registry.make(registry.KINDS[kind], store, (metal_id,) if metal_id else _metals(kind), today)
        if isinstance(spec, Missing):
            continue
        said = [line for line in pictures.written(spec, picture) if line.text.strip()]
        assert not [line.text for line in said if "…" in line.text], metal_id
        sheet = QRectF(0, 0, picture.width, picture.height)
        assert all(sheet.contains(line.box) for line in said), metal_id
        said.sort(key=lambda line: line.box.top())
        for i, line in enumerate(said):
            for other in said[i + 1 :]:
                if other.box.top() > line.box.bottom():
                    break
                assert not line.box.intersects(other.box), (metal_id, line.text, other.text)


def test_lengths_in_pixels():
    assert pixels(25.4, "mm", 300) == pixels(1, "in", 300) == pixels(300, "px", 72) == 300

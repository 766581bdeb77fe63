"""What a chart leaves out where there is little room: ended measures first, those of the highest rank last."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF

from explorer.charts.builders import registry
from explorer.charts.output.layout import lay_out
from explorer.charts.output.options import ExportOptions
from explorer.charts.plot.painting import painting
from explorer.charts.plot.plot import paint_plot
from explorer.charts.shapes import shape_of
from explorer.charts.shapes.left_out_strips import lasting
from explorer.charts.spec import Axis, ChartSpec, Row, SpanBar
from explorer.data.records import KIND_RANK
from explorer.errors import KnownError
from explorer.palette import LIGHT
from tests.charts import made, pictures

ENDED, STARTED = date(2025, 12, 31), date(2024, 1, 1)
SIZES = (
    (1600, 900, 300),
    (1890, 1063, 300),
    (1600, 900, 200),
    (900, 500, 96),
    (700, 500, 150),
    (3508, 1500, 600),
)


def _row(
    name: str, kind: str, end: date | None = None, state: str = "in_force", background: bool = False
) -> Row:
    span = SpanBar(STARTED, end, state, False, "")
    return Row(name, name, f"{kind}, {name}", kind, (span,), background=background, source_ids=("a-source",))


def _strips(*rows: Row) -> ChartSpec:
    return made.chart(
        y=Axis("category", "Measure", low=-0.5, high=len(rows) - 0.5),
        rows=rows,
        kind="controls",
        shape="strips",
    )


ROWS = (
    _row("a", "prohibition", ENDED),
    _row("b", "licence"),
    _row("c", "technology"),
    _row("d", "licence", ENDED),
    _row("e", "prohibition", state="suspended"),
    _row("f", "reporting"),
    _row("g", "licence", background=True),
    _row("h", "quota"),
)


@pytest.mark.parametrize(
    ("count", "kept", "note"),
    [
        (8, "abcdefgh", ""),
        (7, "abcefgh", "1 of 8 measures not shown: 1 ended."),
        (6, "bcefgh", "2 of 8 measures not shown: 2 ended."),
        (5, "bcegh", "3 of 8 measures not shown: 2 ended and 1 reporting duty."),
        (4, "begh", "4 of 8 measures not shown: 2 ended, 1 reporting duty and 1 technology control."),
        (
            2,
            "be",
            "6 of 8 measures not shown: 2 ended, 1 reporting duty, 1 technology control, 1 quota and 1 licence.",
        ),
        (1, "e", None),
    ],
)
def test_measures_are_left_out_in_order(count: int, kept: str, note: str | None) -> None:
    spec = shape_of(_strips(*ROWS)).fewer_rows(count)
    assert "".join(r.label for r in spec.rows) == kept
    assert lasting(ROWS, date(2026, 11, 24)) == 6
    if note is not None:
        assert (spec.notes[0] if count < 8 else "") == note
    assert spec.y.high == count - 0.5


def test_several_measures_of_a_kind_are_in_the_plural() -> None:
    rows = (_row("a", "prohibition"), _row("b", "technology"), _row("c", "technology"))
    assert (
        shape_of(_strips(*rows)).fewer_rows(1).notes[0] == "2 of 3 measures not shown: 2 technology controls."
    )
    metals = tuple(replace(r, metal_id=r.label) for r in rows)
    of_metals = shape_of(replace(_strips(*metals), shape="metal strips")).fewer_rows(1)
    assert of_metals.notes[0] == "2 of 3 metals not shown: 2 with technology control."


def _weight(row: Row, day: date) -> tuple[bool, int]:
    living = [s for s in row.spans if s.end is None or s.end >= day]
    return bool(living), KIND_RANK[(living[0].kind if living else "") or row.kind]


def _charts(store, today) -> Iterator[ChartSpec]:
    for metal_id in ("tungsten", "gallium", "rare-earths", "tin", "antimony", "graphite"):
        for everywhere in (False, True):
            chart = registry.controls(store, metal_id, today, None, everywhere)
            assert isinstance(chart, ChartSpec)
            yield chart
    yield registry.controls_all(store, today)


@pytest.mark.parametrize(("width", "height", "dpi"), SIZES)
def test_the_measures_of_most_weight_are_kept_at_every_size(store, today, qapp, width, height, dpi):
    accepted = 0
    for spec in _charts(store, today):
        picture = ExportOptions(width, height, dpi)
        try:
            shown = lay_out(spec, picture).spec
        except KnownError:
            continue
        accepted += 1
        gone = [r for r in spec.rows if r not in shown.rows]
        if not gone:
            continue
        weights = [[_weight(r, spec.context.as_of) for r in rows] for rows in (gone, shown.rows)]
        assert max(weights[0]) <= min(weights[1])
        noun = "metals" if spec.shape == "metal strips" else "measures"
        start = f"{len(gone)} of {len(spec.rows)} {noun} not shown: "
        assert shown.notes[0].startswith(start)
        assert start in pictures.words(spec, picture)
    assert accepted


def test_tungsten_keeps_all_measures_in_force_at_1600_by_900(store, today, qapp):
    spec = registry.controls(store, "tungsten", replace(today, destination="ALL"), None)
    shown = lay_out(spec, ExportOptions(1600, 900, 300)).spec
    ended = [r for r in spec.rows if r not in shown.rows]
    assert ended and all(r.detail.endswith("ended") for r in ended)
    assert {r.label for r in spec.rows if r.detail.endswith("in force")} <= {r.label for r in shown.rows}
    assert shown.notes[0] == f"{len(ended)} of {len(spec.rows)} measures not shown: {len(ended)} ended."


@pytest.mark.parametrize("kind", list(registry.KINDS))
@pytest.mark.parametrize(
    "picture",
    [
        ExportOptions(1600, 500, 300),
        ExportOptions(100, 100, 30),
        ExportOptions(600, 100, 96),
        ExportOptions(1200, 900, 600),
    ],
)
def test_the_error_for_a_size_names_one_that_is_accepted(store, today, qapp, kind, picture):
    metals = {"one": ("antimony",), "several": ("antimony", "gallium"), "all": ()}[
        registry.KINDS[kind].metals
    ]
    spec = registry.make(registry.KINDS[kind], store, metals, today)
    try:
        lay_out(spec, picture)
    except KnownError as refused:
        text = str(refused)
    else:
        return
    assert text.startswith(
        f"{picture.width} x {picture.height} pixels at {picture.dpi} dpi is too small for this chart"
    )
    advice = text.partition(": choose ")[2]
    larger = re.findall(r"(\d+) x (\d+) pixels at (\d+) dpi", advice)
    coarser = [(w, h, dpi) for dpi, w, h in re.findall(r"(\d+) dpi at (\d+) x (\d+) pixels", advice)]
    assert larger or coarser
    for width, height, dpi in larger + coarser:
        assert lay_out(spec, ExportOptions(int(width), int(height), int(dpi)))
    assert all((int(w), int(h)) == (picture.width, picture.height) for w, h, _ in coarser)
    assert all(int(dpi) == picture.dpi for _, _, dpi in larger)


@pytest.mark.parametrize("width", [300, 400, 520, 592, 640, 760])
def test_strips_do_not_cover_the_text_of_their_measure(store, today, qapp, width):
    """This is also so where the rows are as close as possible."""
    for spec in _charts(store, today):
        if spec.shape == "metal strips" and width < 500:
            continue
        height = shape_of(spec).least_height(width)
        boxes = [
            h.box.adjusted(0, 4, 0, -4) for h in shape_of(spec).hits(pictures.frame_in(spec, width, height))
        ]
        with painting(
            pictures.TextRecorder(pictures.blank(width, round(height) + 1, LIGHT.surface))
        ) as scribe:
            paint_plot(scribe, shape_of(spec), LIGHT, QRectF(0, 0, width, height))
            for line in scribe.said:
                assert not any(line.box.intersects(box) for box in boxes), (spec.title, line.text)

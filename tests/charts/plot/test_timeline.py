"""The drawing of a timeline: headings and names, what is drawn of a part, pauses with their end, documents as dots."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from explorer import palette
from explorer.charts.plot.painting import painting
from explorer.charts.plot.plot import paint_plot
from explorer.charts.plot.strip_rows import StripRows
from explorer.charts.plot.timeline_space import legend_entries, slots
from explorer.charts.plot.view import PlotView
from explorer.charts.shapes import shape_of
from explorer.charts.spec import Axis, ChartSpec, MeasureFacts, ReferenceLine, Row, SpanBar, day_number
from explorer.charts.zoom import Range
from tests.charts import made, pictures

LOW, HIGH = date(2024, 1, 1), date(2026, 12, 31)


def row(name: str, *spans: SpanBar, group: str = "", kind: str = "licence") -> Row:
    return Row(name, name, "in force", kind, spans, group=group, facts=MeasureFacts(f"document of {name}"))


def span(state: str, start: date, end: date | None = None, **given: object) -> SpanBar:
    kind = str(given.pop("kind", "licence"))
    return SpanBar(start, end, state, bool(given.pop("presumed", False)), "", kind)


def timeline(*rows: Row) -> ChartSpec:
    checked = ReferenceLine(day_number(date(2026, 10, 8)), "checked to 8 Oct 2026")
    return made.chart(
        x=Axis("date", "Date", "", "linear", day_number(LOW), day_number(HIGH), (checked,)),
        y=Axis("category", "Measure", low=-0.5, high=len(rows) - 0.5),
        rows=rows,
        kind="controls-all",
        shape="timeline",
    )


def many(count: int) -> ChartSpec:
    return timeline(*(row(f"Notice {n}", span("in_force", LOW)) for n in range(count)))


def test_a_heading_takes_a_line_above_the_first_row_of_its_group():
    rows = (
        row("a", group="Antimony"),
        row("b", group="Antimony"),
        row("c", group="Tin"),
        row("d", group="Tin"),
    )
    assert slots(rows) == (1.0, 2.0, 4.0, 5.0)
    assert slots((row("a"), row("b"))) == (0.0, 1.0)


def test_names_headings_states_and_the_last_day_checked_are_written(qapp):
    spec = timeline(row("Notice 1", span("in_force", LOW), group="Antimony"))
    texts = pictures.plot_texts(spec, 1000, 200)
    for text in ("Antimony", "Notice 1", "in force", "licence", "checked to 8 Oct 2026"):
        assert text in texts


def test_the_legend_has_the_kinds_then_the_looks_that_are_shown():
    spec = timeline(
        row(
            "a", span("announced", LOW, date(2024, 2, 1)), span("suspended", date(2024, 2, 2), presumed=True)
        ),
        row("b", span("in_force", LOW, kind="quota"), kind="quota"),
        row("c", span("issued", LOW, LOW, kind="document"), kind="document"),
        row("d", span("in_force", date(2030, 1, 1), kind="prohibition"), kind="prohibition"),
    )
    assert [text for _, text in legend_entries(spec)] == [
        *("licence", "quota", "announced", "paused", "presumed", "document without a measure"),
    ]


@pytest.mark.parametrize(("exposed", "count"), [(QRectF(), 200), (QRectF(0, 1000, 900, 300), 20)])
def test_only_the_rows_in_sight_are_drawn(qapp, exposed, count):
    _scene, plot = pictures.plot_of(many(200), 900, 4060)
    (rows,) = (item for item in plot.childItems() if isinstance(item, StripRows))
    option = QStyleOptionGraphicsItem()
    option.exposedRect = exposed
    with painting(pictures.TextRecorder(pictures.blank(900, 4060, "#ffffff"))) as painter:
        rows.paint(painter, option)
        names = [line for line in painter.said if line.text.startswith("Notice")]
    assert len(names) == 200 if count == 200 else 15 <= len(names) <= count
    if not exposed.isEmpty():
        assert all(exposed.top() - 40 < line.at.y() < exposed.bottom() + 40 for line in names)


def test_names_look_the_same_while_the_range_moves(qtbot):
    view = PlotView(shape_of(many(5)), palette.LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    names = QRectF(0, 60, view.plot.frame.area.left() - 4, 100).toRect()
    still = view.grab(names).toImage()
    view.set_range(Range(day_number(date(2025, 1, 1)), day_number(date(2026, 1, 1))))
    assert view.plot.is_moving and _differs(view.grab(names).toImage(), still) < 0.02
    qtbot.waitUntil(lambda: not view.plot.is_moving)
    assert view.grab(names).toImage() == still


def _differs(picture: QImage, other: QImage) -> float:
    """Return the part of the pixels that differ visibly."""
    places = [(x, y) for x in range(other.width()) for y in range(other.height())]
    lightness = [[QColor(i.pixel(*place)).lightness() for place in places] for i in (picture, other)]
    return sum(abs(a - b) > 24 for a, b in zip(*lightness, strict=True)) / len(places)


def test_the_end_of_a_pause_is_marked_once(qapp):
    paused = (
        span("suspended", date(2024, 3, 1), date(2024, 9, 30)),
        span("suspended", date(2024, 10, 1), date(2025, 6, 30), presumed=True),
        span("in_force", date(2025, 7, 1), presumed=True),
    )
    spec = timeline(row("a", *paused))
    _scene, plot = pictures.plot_of(spec, 900, 120)
    found = {}
    for name, day in (("between", date(2024, 10, 1)), ("end", date(2025, 7, 1))):
        x = round(plot.frame.px(day_number(day)))
        box = shape_of(spec).hits(plot.frame)[0].box
        found[name] = _ink_above(spec, x, round(box.top()) + 1, palette.LIGHT.kind("licence").ink)
    assert found == {"between": False, "end": True}


def _ink_above(spec: ChartSpec, x: int, y: int, colour: str) -> bool:
    """Return whether there is ink of a colour just above a bar at a column."""
    picture = pictures.blank(900, 120, "#ffffff")
    with painting(pictures.TextRecorder(picture)) as painter:
        paint_plot(painter, shape_of(spec), palette.LIGHT, QRectF(0, 0, 900, 120))
    return any(
        QColor(picture.pixel(column, row)).lightness() < QColor(colour).lightness() + 40
        for column in range(x - 1, x + 2)
        for row in range(y, y + 3)
    )


def test_a_document_is_a_dot_with_a_place_of_its_own(qapp):
    spec = timeline(
        row("a", span("issued", date(2025, 5, 5), date(2025, 5, 5), kind="document"), kind="document")
    )
    _scene, plot = pictures.plot_of(spec, 900, 120)
    (hit,) = plot.hits
    assert hit.at.x() == pytest.approx(plot.frame.px(day_number(date(2025, 5, 5))))
    assert hit.box.width() > 8
    part = Range(day_number(date(2024, 1, 1)), day_number(date(2024, 6, 1)))
    plot.show_ranges(shape_of(spec).ranges_between(part))
    assert plot.hits == []

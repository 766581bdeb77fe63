"""Strips of metals: the legend and the status of narrow charts."""

from datetime import date

import pytest

from explorer.charts.plot.strip_space import looks
from explorer.charts.spec import Axis, ChartSpec, Row, SpanBar
from tests.charts import made, pictures


def metal(detail: str, *spans: SpanBar) -> ChartSpec:
    row = Row("", "Gallium", detail, "licence", spans, metal_id="gallium")
    return made.chart(
        y=Axis("category", "Metal", low=-0.5, high=0.5),
        rows=(row,),
        kind="controls-all",
        shape="metal strips",
    )


def legend_of(spec: ChartSpec) -> tuple[str, ...]:
    return tuple(text for _, text in looks(spec))


def span(
    state: str, kind: str = "licence", strictness: str | None = None, *, presumed: bool = False
) -> SpanBar:
    return SpanBar(date(2024, 1, 1), None, state, presumed, "", kind, strictness=strictness)


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        (span("in_force"), "licence"),
        (span("in_force", presumed=True), "licence (presumed)"),
        (span("suspended"), "licence requirement paused"),
        (span("suspended", presumed=True), "licence requirement paused (presumed)"),
        (span("suspended", "prohibition", "in_principle"), "refusal paused"),
        (span("in_force", "prohibition", "in_principle"), "refusal in principle"),
        (span("announced", "prohibition"), "ban announced"),
        (span("announced", "prohibition", presumed=True), "ban announced (presumed)"),
    ],
)
def test_each_state_has_its_entry_in_the_legend(entry: SpanBar, text: str) -> None:
    assert legend_of(metal("", entry)) == (text,)


def test_kinds_of_the_same_colour_share_an_entry() -> None:
    assert legend_of(metal("", span("in_force", "quota"), span("in_force", "reporting"))) == (
        "quota and reporting duty",
    )


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (1000, "licence requirement paused until 10 Jan 2027 (presumed)"),
        (700, "licence requirement paused (presumed)"),
        (480, "paused (presumed)"),
    ],
)
def test_the_status_of_a_pause_is_as_long_as_there_is_room(qapp: object, width: int, text: str) -> None:
    detail = "licence requirement paused until 10 Jan 2027 (presumed)"
    spec = metal(detail, span("suspended", presumed=True))
    legend = legend_of(spec)
    assert [t for t in pictures.plot_texts(spec, width, 200) if "paused" in t] == [text, *legend]

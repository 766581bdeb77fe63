"""One bar for each country or use, from zero: what reserves, uses and import sources have in common."""

from collections.abc import Sequence

from explorer.charts.builders.choices import options
from explorer.charts.builders.content import Content
from explorer.charts.spec import Axis, Point, Series
from explorer.language import gettext


def category_bars(
    kind: str,
    title: str,
    subtitle: str,
    points: Sequence[Point],
    unit: str,
    category: str,
    notes: Sequence[str],
    series: str | None,
) -> Content:
    """Describe bars from zero in a unit; shares run to 100 per cent. `category` is what the rows are."""
    high = 100.0 if unit == "%" else max((p.y or 0 for p in points), default=0) or 1.0
    return Content(
        kind=kind,
        shape="bars",
        title=title,
        subtitle=subtitle,
        x=Axis("value", gettext("Share") if unit == "%" else category, unit, "linear", 0.0, high),
        y=Axis("category", category, "", "linear", -0.5, max(len(points), 1) - 0.5),
        series=(Series(title, tuple(points)),),
        notes=tuple(notes),
        options=options(series=series),
        of_exports=False,
    )

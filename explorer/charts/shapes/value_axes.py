"""Charts whose horizontal axis is one of values, too: both figures of a point are in table and CSV file."""

from collections.abc import Iterator

from explorer.charts.shapes.points import PointShape
from explorer.language import gettext


class ValueAxes(PointShape):
    """Points with a figure on both axes."""

    def _x_columns(self) -> tuple[str, ...]:
        return ("x",)

    def _head(self, column: str) -> str:
        """Return the head of a column, that of an axis where its figures are along one."""
        names = {"x": self.spec.x.label, "value": self.spec.y.label}
        return names.get(column) or super()._head(column)

    def csv_notes(self) -> Iterator[str]:
        """Yield what the flags and the columns of the axes mean."""
        yield from super().csv_notes()
        yield gettext("x: {x}. value: {value}.").format(x=self.spec.x.label, value=self.spec.y.label)

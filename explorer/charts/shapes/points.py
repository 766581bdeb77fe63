"""Charts of figures: what lines, bars, areas and points have in common in words, table and CSV file."""

from abc import abstractmethod
from collections.abc import Iterator

from explorer.charts.hidden_series import are_named, hidden_note
from explorer.charts.plot.shape import Shape
from explorer.charts.spec import Point, Series
from explorer.charts.text import control_date_text, flag_word, range_text, value_text
from explorer.charts.words import csv_cells, table
from explorer.charts.words.figures import figure, is_text, shares
from explorer.charts.words.reading import Entry, Reading
from explorer.charts.words.table import Cell, Table
from explorer.data.numbers import exact, with_unit
from explorer.data.terms import confidence_word
from explorer.data.writing.csv_file import yes_no
from explorer.language import enumeration, gettext

FIRST = 5


class PointShape(Shape):
    """A chart whose series have points."""

    @property
    def unit(self) -> str:
        """The unit of the figures."""
        return self.spec.y.unit

    def _points(self) -> list[Point]:
        """Return the points that the sentences are about."""
        return [p for s in self.spec.series for p in s.points]

    def sentences(self) -> Iterator[str]:
        """Yield subtitle, hidden series, figures, figures published as words, and control dates."""
        if self.spec.subtitle:
            yield gettext("{text}.").format(text=self.spec.subtitle)
        if self.spec.hidden:
            yield hidden_note(self.spec)
        points = self._points()
        known = [p for p in points if p.y is not None]
        texts = [p for p in points if is_text(p)]
        if known:
            yield self._figures(known)
        elif not texts:
            yield gettext("No figures available.")
        if texts:
            figures = "; ".join(figure(self.spec, p, self.unit) for p in texts)
            yield gettext("Published without a figure: {figures}.").format(figures=figures)
        if known and self.spec.events:
            dates = "; ".join(map(control_date_text, self.spec.events))
            yield gettext("Control dates: {dates}.").format(dates=dates)

    @abstractmethod
    def _figures(self, known: list[Point]) -> str:
        """Return the sentences on the figures."""

    # the text at a point

    def describe(self, series: int, index: int) -> tuple[str, ...]:
        """Return name, figure with unit and flag, range, note, confidence and source of a point."""
        line = self.spec.series[series]
        point = line.points[index]
        low = gettext("Low confidence: one secondary source, or not verified.")
        lines = (
            self._name(line, point),
            self._value(line, point),
            "" if point.is_range else range_text(point, self.unit),
            point.note,
            low if point.confidence == "low" else "",
            "; ".join(dict.fromkeys(self.spec.source(i) for i in point.source_ids)),
            gettext("Your series.") if line.own else "",
        )
        return tuple(t for t in lines if t)

    def reading(self, series: int, index: int) -> Reading:
        """Return what a reader is shown at a point: that point alone, where a chart has no time."""
        name, figure_text, *lines = self.describe(series, index)
        return Reading(name, (Entry(series, "", figure_text, tuple(lines)),))

    def _name(self, series: Series, point: Point) -> str:
        if are_named(self.spec.series):
            return gettext("{series}, {name}").format(series=series.name, name=point.label)
        return point.label

    def _figure(self, point: Point, *, in_words: bool = False) -> str:
        return value_text(point, self.unit, in_words=in_words)

    def _value(self, series: Series, point: Point) -> str:
        return " · ".join(self._value_parts(series, point, in_words=False))

    def _value_parts(self, series: Series, point: Point, *, in_words: bool) -> tuple[str, ...]:
        """Return the figure of a point, its shares and its flag."""
        value = self._figure(point, in_words=in_words)
        if point.published is not None:
            value = gettext("{value} ({figure} as published)").format(
                value=value, figure=with_unit(exact(point.published), series.published_unit)
            )
        flag = flag_word(point)
        return (value, *shares(point), *((flag,) if flag and flag != point.word else ()))

    def spoken(self, series: int, index: int) -> str:
        """Return name, figure, shares and flag of a point, a bound in words."""
        line = self.spec.series[series]
        point = line.points[index]
        figure_text = enumeration(self._value_parts(line, point, in_words=True))
        return gettext("{name}: {figure}").format(name=self._spoken_name(line, point), figure=figure_text)

    def _spoken_name(self, series: Series, point: Point) -> str:
        return self._name(series, point)

    # table

    @property
    def _has_value_shares(self) -> bool:
        return any(p.value_share_pct is not None for s in self.spec.series for p in s.points)

    @property
    def _is_relative(self) -> bool:
        return any(s.published_unit for s in self.spec.series)

    def _columns(self) -> tuple[str, ...]:
        share = ("share_tonnes_pct", "value_share_pct") if self._has_value_shares else ("share_pct",)
        return (
            *("series", "name", *self._x_columns(), "value", "unit", "qualifier", "low", "high", *share),
            *("flag", "confidence", "note"),
            *(("published", "published_unit") if self._is_relative else ()),
            *(("own",) if self.spec.has_own else ()),
            "source_ids",
        )

    def _x_columns(self) -> tuple[str, ...]:
        """Return the column of positions, where the names of the points do not give them."""
        return ()

    def _head(self, column: str) -> str:
        return self._name_head() if column == "name" else table.head(column)

    @abstractmethod
    def _name_head(self) -> str:
        """Return the head of the column that names each point."""

    def table(self) -> Table:
        """Return every point in the range of the axis with unit, flag and sources."""
        columns, series = self._columns(), self.spec.series
        rows = (self._row(columns, series[s], series[s].points[i]) for s, i in self.csv_places())
        return table.table_of(columns, map(self._head, columns), rows)

    def _name_cell(self, point: Point) -> Cell:
        """Return the cell that names a point, sorted by time."""
        return point.label, point.x

    def _row(self, columns: tuple[str, ...], series: Series, point: Point) -> tuple[Cell, ...]:
        text = point.word or range_text(point, "") or gettext("unknown")
        cells = {
            "series": table.word(series.name),
            "name": self._name_cell(point),
            "x": table.figure(point.x),
            "value": (text, None) if point.y is None else table.figure(point.y),
            "unit": table.word(self.unit),
            "qualifier": table.word(point.qualifier),
            "low": table.figure(point.low),
            "high": table.figure(point.high),
            "share_pct": table.share(point.share_pct),
            "share_tonnes_pct": table.share(point.share_pct),
            "value_share_pct": table.share(point.value_share_pct),
            "flag": table.word(flag_word(point)),
            "confidence": table.word(confidence_word(point.confidence)),
            "note": table.word(point.note),
            "published": table.figure(point.published),
            "published_unit": table.word(series.published_unit),
            "own": table.word(gettext("yes") if series.own else ""),
            "source_ids": table.word("; ".join(point.source_ids)),
        }
        return tuple(cells[c] for c in columns)

    # CSV

    def csv_notes(self) -> Iterator[str]:
        """Yield what the flags mean."""
        yield gettext("Flag: e estimated, p preliminary, W withheld (no value), o outlier.")

    def _csv_name(self) -> str:
        """Return the column that names each point in a CSV file: date, year or name."""
        return "name"

    def _csv_date(self, point: Point) -> str:
        return point.when

    def _in_csv(self, point: Point) -> bool:
        """Return whether a point is written."""
        return True

    def csv_places(self) -> list[tuple[int, int]]:
        """Return series and index of each point that is written."""
        lines = enumerate(self.spec.series)
        return [(s, i) for s, line in lines for i, point in enumerate(line.points) if self._in_csv(point)]

    def csv_rows(self) -> Iterator[tuple[str, ...]]:
        """Yield the heads and the points."""
        x = ("x", "x_unit") if self._x_columns() else ()
        value_share = ("value_share_pct",) if self._has_value_shares else ()
        columns = (
            *("series", self._csv_name(), *x, "value", "unit", "qualifier", "low", "high", "share_pct"),
            *(*value_share, "flag", "confidence", "note"),
            *(("published", "published_unit") if self._is_relative else ()),
            *(("own",) if self.spec.has_own else ()),
            "source_ids",
        )
        yield columns
        for s, i in self.csv_places():
            series, point = self.spec.series[s], self.spec.series[s].points[i]
            word = csv_cells.word_in_place(point) if point.y is None else ""
            cells = {
                "series": series.name,
                "date": self._csv_date(point),
                "year": point.label,
                "name": point.label,
                "x": csv_cells.plain(point.x),
                "x_unit": self.spec.x.unit,
                "value": csv_cells.plain(point.y),
                "unit": self.unit,
                "qualifier": point.qualifier or word,
                "low": csv_cells.plain(point.low),
                "high": csv_cells.plain(point.high),
                "share_pct": csv_cells.share(point.share_pct),
                "value_share_pct": csv_cells.share(point.value_share_pct),
                "flag": point.flag or "",
                "confidence": point.confidence or "",
                "note": point.note or "",
                "published": csv_cells.plain(point.published),
                "published_unit": series.published_unit,
                "own": yes_no(series.own is not None),
                "source_ids": ";".join(point.source_ids),
            }
            yield tuple(cells[c] for c in columns)

"""The figures of a chart as CSV, below comment lines with its title, sources, notes and date."""

import csv
import io
from collections.abc import Iterator

from explorer.charts.spec import AxisKind, ChartSpec, Point, Row, SpanBar, day_of
from explorer.charts.words.summary import has_value_shares, value_unit

_FLAGS = "# Flag: e estimated, p preliminary, W withheld (no value), o outlier."
_STATES = ("kind", "state", "from", "to", "presumed")
_LABEL_COLUMNS: dict[AxisKind, str] = {"date": "date", "year": "year", "category": "name"}


def csv_bytes(spec: ChartSpec, command: str) -> bytes:
    """Return UTF-8 with line feeds: plain numbers, ISO dates, every flag, and the sources by id and by name."""
    out = io.StringIO()
    for line in _head(spec, command):
        out.write(f"{line}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(_spans(spec) if spec.rows else _points(spec))
    return out.getvalue().encode("utf-8")


def _head(spec: ChartSpec, command: str) -> list[str]:
    lines = [f"# {spec.title}", f"# {spec.subtitle}", f"# {spec.source_line}", f"# {spec.footer}"]
    lines += [f"# Note: {note}" for note in spec.notes]
    if not spec.rows:
        lines.append(_FLAGS)
    if spec.across_values:
        lines.append(f"# x: {spec.x.label}. value: {spec.y.label}.")
    lines += [f"# Control date: {e.day.isoformat()} {e.label}" for e in spec.events]
    lines += [f"# Source {s.source_id}: {s.publisher}, {s.title}" for s in spec.sources]
    if spec.documents:
        lines.append(f"# {spec.documents}")
    lines += [f"# As of: {spec.context.as_of.isoformat()}", f"# Command: {command}"]
    return [line.replace("\n", " ").rstrip() for line in lines]


def _points(spec: ChartSpec) -> Iterator[tuple[str, ...]]:
    across = spec.across_values
    by_day = across and not spec.scattered
    label_column = (
        "date" if by_day else _LABEL_COLUMNS.get(spec.y.kind if spec.horizontal else spec.x.kind, "name")
    )
    published = any(s.published_unit for s in spec.series)
    valued = has_value_shares(spec)
    yield (
        "series",
        label_column,
        *(("x", "x_unit") if across else ()),
        "value",
        "unit",
        "qualifier",
        "low",
        "high",
        "share_pct",
        *(("value_share_pct",) if valued else ()),
        "flag",
        "confidence",
        "note",
        *(("printed", "published_unit") if published else ()),
        "source_ids",
    )
    unit = value_unit(spec)
    for series in spec.series:
        for point in series.points:
            yield (
                series.name,
                _label(point, label_column),
                *((_plain(point.x), spec.x.unit) if across else ()),
                _plain(point.y),
                unit,
                point.qualifier or (_word(point) if point.y is None else ""),
                _plain(point.low),
                _plain(point.high),
                _share(point.share_pct),
                *((_share(point.value_share_pct),) if valued else ()),
                point.flag or "",
                point.confidence or "",
                point.note or "",
                *((_plain(point.published), series.published_unit) if published else ()),
                ";".join(point.source_ids),
            )


def _label(point: Point, label_column: str) -> str:
    if label_column == "date":
        return point.when or day_of(point.x).isoformat()
    return point.label


def _word(point: Point) -> str:
    """Return the word in place of a figure, without the quotation marks that mark it as the publisher's."""
    return (point.word or "").strip("“”")


def _share(value: float | None) -> str:
    return "" if value is None else _plain(round(value, 4))


def _plain(value: float | None) -> str:
    """Return a number as a program reads it, empty if it is unknown."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _spans(spec: ChartSpec) -> Iterator[tuple[str, ...]]:
    if spec.by_metal:
        yield ("metal_id", "metal", *_STATES, "measure_ids", "source_ids")
    else:
        yield ("measure_id", "measure", *_STATES, "scope", "source_ids")
    for row in spec.rows:
        for span in row.spans:
            yield _span(row, span)


def _span(row: Row, span: SpanBar) -> tuple[str, ...]:
    return (
        row.metal_id or row.measure_id,
        row.label,
        span.kind or row.kind,
        span.state,
        span.start.isoformat(),
        span.end.isoformat() if span.end else "",
        "presumed" if span.presumed else "",
        ";".join(span.measure_ids) if row.metal_id else row.scope or "",
        ";".join(row.source_ids),
    )

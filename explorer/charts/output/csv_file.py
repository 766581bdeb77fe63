"""The figures of a chart as CSV, below comment lines with its title, sources, notes and date."""

import csv
import io
from collections.abc import Iterator

from explorer.charts.spec import AxisKind, ChartSpec, Point, Row, SpanBar, day_of
from explorer.charts.words.sentences import value_unit
from explorer.charts.words.table import has_value_shares
from explorer.language import gettext

_STATES = ("kind", "state", "from", "to", "presumed")
_NAME_COLUMNS: dict[AxisKind, str] = {"date": "date", "year": "year"}


def csv_bytes(spec: ChartSpec, command: str) -> bytes:
    """Return UTF-8 with line feeds: plain numbers, ISO dates, every flag, and the sources by id and by name."""
    out = io.StringIO()
    for line in _head(spec, command):
        out.write(f"{line}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(_spans(spec) if spec.rows else _points(spec))
    return out.getvalue().encode("utf-8")


def _head(spec: ChartSpec, command: str) -> list[str]:
    """Return the comment lines."""
    lines = [spec.title, spec.subtitle, spec.source_line, spec.footer]
    lines += [gettext("Note: {note}").format(note=note) for note in spec.notes]
    if not spec.rows:
        lines.append(gettext("Flag: e estimated, p preliminary, W withheld (no value), o outlier."))
    if spec.across_values:
        lines.append(gettext("x: {x}. value: {value}.").format(x=spec.x.label, value=spec.y.label))
    lines += [
        gettext("Control date: {day} {change}").format(day=e.day.isoformat(), change=e.label)
        for e in spec.events
    ]
    lines += [
        gettext("Source {id}: {publisher}, {title}").format(
            id=s.source_id, publisher=s.publisher, title=s.title
        )
        for s in spec.sources
    ]
    if spec.documents:
        lines.append(spec.documents)
    lines.append(gettext("As of: {day}").format(day=spec.context.as_of.isoformat()))
    lines.append(gettext("Command: {command}").format(command=command))
    return [f"# {line}".replace("\n", " ").rstrip() for line in lines]


def _points(spec: ChartSpec) -> Iterator[tuple[str, ...]]:
    """Yield the heads and the points."""
    columns, unit = _columns(spec), value_unit(spec)
    yield columns
    for series in spec.series:
        for point in series.points:
            cells = {
                "series": series.name,
                "date": (point.when or day_of(point.x).isoformat()) if "date" in columns else "",
                "year": point.label,
                "name": point.label,
                "x": _plain(point.x),
                "x_unit": spec.x.unit,
                "value": _plain(point.y),
                "unit": unit,
                "qualifier": point.qualifier or (_word(point) if point.y is None else ""),
                "low": _plain(point.low),
                "high": _plain(point.high),
                "share_pct": _share(point.share_pct),
                "value_share_pct": _share(point.value_share_pct),
                "flag": point.flag or "",
                "confidence": point.confidence or "",
                "note": point.note or "",
                "published": _plain(point.published),
                "published_unit": series.published_unit,
                "source_ids": ";".join(point.source_ids),
            }
            yield tuple(cells[c] for c in columns)


def _columns(spec: ChartSpec) -> tuple[str, ...]:
    across = spec.across_values
    by_day = across and not spec.scattered
    kind = spec.y.kind if spec.horizontal else spec.x.kind
    return (
        "series",
        "date" if by_day else _NAME_COLUMNS.get(kind, "name"),
        *(("x", "x_unit") if across else ()),
        "value",
        "unit",
        "qualifier",
        "low",
        "high",
        "share_pct",
        *(("value_share_pct",) if has_value_shares(spec) else ()),
        "flag",
        "confidence",
        "note",
        *(("published", "published_unit") if any(s.published_unit for s in spec.series) else ()),
        "source_ids",
    )


def _word(point: Point) -> str:
    """Return the word in place of a figure as in the data, without the quotation marks of a publisher's word."""
    return point.word_key or (point.word or "").strip("“”")


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

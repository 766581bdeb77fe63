"""The figures of a chart as CSV, below comment lines with its title, sources, notes and date."""

import io

from explorer.charts.shapes import shape_of
from explorer.charts.spec import ChartSpec
from explorer.data.writing.csv_file import CsvWriter, csv_note
from explorer.language import gettext, gettext_noop

ADDED_NOTE = gettext_noop("Note added by the user: {note}")


def csv_bytes(spec: ChartSpec, command: str, own_title: str = "", own_note: str = "") -> bytes:
    """Return UTF-8 with line feeds: plain numbers, ISO dates, every flag, and the sources by id and by name."""
    out = io.StringIO()
    for line in head_lines(spec, command, own_title, own_note):
        out.write(csv_note(line))
    CsvWriter(out).write_all(shape_of(spec).csv_rows())
    return out.getvalue().encode("utf-8")


def head_lines(spec: ChartSpec, command: str, own_title: str = "", own_note: str = "") -> list[str]:
    """Return title, sources, notes, control dates and command, each on one line; what the user added is marked."""
    lines = [own_title, gettext("Chart: {title}").format(title=spec.title)] if own_title else [spec.title]
    lines += [spec.subtitle, spec.source_line, *filter(None, (spec.own_sources,)), spec.footer]
    lines += [gettext("Note: {note}").format(note=note) for note in spec.notes]
    lines += [gettext(ADDED_NOTE).format(note=own_note)] if own_note else []
    lines += shape_of(spec).csv_notes()
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
    return [line.replace("\n", " ") for line in lines]

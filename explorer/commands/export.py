"""`minor-metals export`: charts as PNG, SVG, PDF, CSV or XLSX, the same bytes as the window writes."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.commands.support.chart_content import read_options, shown_part
from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store, read_context
from explorer.commands.support.export_options import add_arguments
from explorer.commands.support.output import FileCounts, FileReport, print_files, print_json, table
from explorer.commands.support.own_charts import own_series
from explorer.commands.support.terminal import one_line, warn
from explorer.data.finding.lookup import find_buyer, find_metal
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound, quoted
from explorer.files import ensure_folder, refuse_existing, write_file
from explorer.language import gettext, gettext_noop, ngettext, paragraph
from explorer.process.display import find_display

if TYPE_CHECKING:
    from explorer.charts.batch import Job, Outcome
    from explorer.charts.builders.registry import Kind
    from explorer.charts.output.options import ExportOptions
    from explorer.charts.spec import Chart, ChartSpec
    from explorer.data.context import Context

_METALS = {
    "one": gettext_noop("one"),
    "several": gettext_noop("one to eight"),
    "all": gettext_noop("all"),
}
_AVAILABLE = gettext_noop("yes")
_HEADER = (
    gettext_noop("Chart"),
    gettext_noop("Content"),
    gettext_noop("Metals"),
    gettext_noop("Needs"),
    gettext_noop("Options"),
    gettext_noop("Available"),
)


def run(args: Namespace) -> int:
    """Write the charts; return 2 where a named chart is not available, 1 where no chart is."""
    from explorer.charts.batch import jobs

    with open_store(args) as store:
        context = read_context(args, store, must_be_export=False)
        metal_ids = tuple(dict.fromkeys(find_metal(store, m).metal_id for m in args.metals))
        if args.list:
            return _list(args, store, metal_ids, context)
        kinds = read_kinds(args)
        if not metal_ids and (args.all or any(k.metals != "all" for k in kinds)):
            raise KnownError(gettext("Give one or more metals, such as gallium."))
        planned = jobs(metal_ids, kinds)
        args.own_series = own_series(args, metal_ids, kinds)
        if len(planned) == 1 and not is_folder(args.output):
            return _one(args, store, planned[0], context)
        return _many(args, store, planned, context)


def read_kinds(args: Namespace) -> "tuple[Kind, ...]":
    """Return the named kinds of charts; none means every kind that each metal has for itself."""
    from explorer.charts.builders.registry import KINDS

    if args.all:
        if args.chart:
            raise KnownError(gettext("Give either --chart or --all, not both."))
        return ()
    if not args.chart:
        raise KnownError(
            gettext("Give a chart with --chart, or use --all. Charts: {charts}.").format(
                charts=", ".join(KINDS)
            )
        )
    unknown = [name for name in args.chart if name not in KINDS]
    if unknown:
        raise NotFound(
            gettext("No chart {name}. Choose from {charts}.").format(
                name=quoted(unknown[0]), charts=", ".join(KINDS)
            )
        )
    return tuple(KINDS[name] for name in dict.fromkeys(args.chart))


def _list(args: Namespace, store: Store, metal_ids: tuple[str, ...], context: "Context") -> int:
    """Print the kinds of charts with the data that each needs; with a metal, whether it is available."""
    from explorer.charts.batch import jobs
    from explorer.charts.builders.registry import KINDS, make
    from explorer.charts.spec import Missing

    buyer = {} if args.buyer is None else {"buyer": find_buyer(store, args.buyer)}
    rows = []
    for kind in KINDS.values():
        options = " ".join(f"--{name.replace('_', '-')}" for name in kind.options)
        row = {
            "chart": kind.name,
            "label": kind.label,
            "metals": _METALS[kind.metals],
            "needs": kind.needs,
            "options": options,
        }
        if metal_ids:
            try:
                own = kind.own(buyer)
                charts = [make(kind, store, j.metal_ids, context, **own) for j in jobs(metal_ids, (kind,))]
                gaps = [c.reason for c in charts if isinstance(c, Missing)]
            except KnownError as error:
                gaps = [error.for_command_line]
            row["available"] = paragraph(gaps) or _AVAILABLE
        rows.append(row)
    if args.json:
        print_json(rows)
    else:
        header = tuple(map(gettext, _HEADER[: len(rows[0])]))
        print(table(header, [_shown(row) for row in rows]))
    return 0


def _shown(row: dict[str, str]) -> tuple[str, ...]:
    """Return the row of a kind of chart as a reader sees it."""
    shown = row | {"metals": gettext(row["metals"])}
    if row.get("available") == _AVAILABLE:
        shown["available"] = gettext(_AVAILABLE)
    return tuple(shown.values())


def _one(args: Namespace, store: Store, job: "Job", context: "Context") -> int:
    """Write one chart to the file that is named."""
    from explorer.charts.output.options import FORMATS, TABLE_FORMATS
    from explorer.charts.spec import Missing

    path = Path(args.output)
    form = args.format or path.suffix.lower().lstrip(".")
    if form not in FORMATS or path.suffix.lower() != f".{form}":
        raise KnownError(_wrong_ending(path.name, (args.format,) if args.format else FORMATS))
    image = export_options(args, form)
    refuse_existing(path, args.force)
    chart = one_chart(args, store, job, context)
    if isinstance(chart, Missing):
        warn(gettext("No chart: {reason}").format(reason=chart.reason))
        return 2
    left_out = chart.left_out
    data = drawn(chart, image, form)
    write_file(path, data, force=args.force)
    if args.json:
        print_json([FileReport(path, left_out=left_out).as_dict()])
    else:
        print(_written(path, None if form in TABLE_FORMATS else image))
    for sentence in left_out:
        warn(sentence)
    return 0


def one_chart(args: Namespace, store: Store, job: "Job", context: "Context") -> "Chart":
    """Return one chart with the part that the options choose."""
    from explorer.charts.builders.registry import make
    from explorer.charts.spec import Missing

    chart = make(job.kind, store, job.metal_ids, context, **read_options(args, store, job))
    return chart if isinstance(chart, Missing) else shown_part(args, store, job, context, chart)


def drawn(chart: "ChartSpec", image: "ExportOptions", form: str) -> bytes:
    """Return a chart as the bytes of a file."""
    start_drawing()
    from explorer.charts.output.render import render

    return render(chart, image, form)


def _wrong_ending(name: str, formats: tuple[str, ...]) -> str:
    """Return the sentence on a file name whose ending does not fit the format."""
    endings = ", ".join(f".{form}" for form in formats)
    return gettext("The file extension of {name} is not supported; use {endings}.").format(
        name=quoted(name), endings=endings
    )


def _written(path: Path, image: "ExportOptions | None") -> str:
    """Return the line on a chart that is written, with the size of an image."""
    if image is None:
        return one_line(str(path))
    return gettext("{file}: {width} x {height} pixels, {dpi} dpi").format(
        file=one_line(str(path)), width=image.width, height=image.height, dpi=image.dpi
    )


def _many(args: Namespace, store: Store, planned: "list[Job]", context: "Context") -> int:
    """Write several charts to a folder; each that fails or has no data is reported."""
    from explorer.charts.batch import export

    for name in ("until", "hide", "measure", "title"):
        if getattr(args, name) is not None:
            text = gettext("{option} applies to a single chart only.")
            raise KnownError(text.format(option=f"--{name}"))
    if args.series and len(planned) > 1:
        raise KnownError(gettext("--series applies to one chart of one metal only."))
    form = args.format or "png"
    image = export_options(args, form)
    folder = ensure_folder(args.output)
    start_drawing()
    options = read_options(args, store, planned[0])
    outcomes = export(
        store, planned, context, image, form, folder, force=args.force, only_own_options=args.all, **options
    )
    reports = (_report(outcome, named=not args.all) for outcome in outcomes)
    written, failed = print_files(reports, len(planned), FileCounts(_progress, _summary), args.json)
    return 2 if failed else 0 if written else 1


def _report(outcome: "Outcome", named: bool) -> FileReport:
    """Return the report on a chart; one without data is a failure where it was requested by name."""
    subject = ", ".join((*(outcome.job.metal_ids or (gettext("all metals"),)), outcome.job.kind.name))
    unavailable = not outcome.failed and outcome.path is None
    text = gettext("{chart} not available: {reason}") if unavailable else gettext("{chart}: {reason}")
    reason = text.format(chart=subject, reason=outcome.command_reason or outcome.reason)
    left_out = tuple(gettext("{chart}: {note}").format(chart=subject, note=n) for n in outcome.left_out)
    return FileReport(outcome.path, reason, outcome.failed or (named and unavailable), left_out)


def _progress(done: int, total: int) -> str:
    return ngettext("{done} of {total} chart", "{done} of {total} charts", total).format(
        done=done, total=total
    )


def _summary(written: int, total: int, unavailable: int) -> str:
    """Return the closing line, with the number of charts that have no data."""
    if unavailable:
        text = ngettext(
            "{written} of {total} chart written, {unavailable} not available.",
            "{written} of {total} charts written, {unavailable} not available.",
            total,
        )
    else:
        text = ngettext("{written} of {total} chart written.", "{written} of {total} charts written.", total)
    return text.format(written=written, total=total, unavailable=unavailable)


def export_options(args: Namespace, form: str) -> "ExportOptions":
    from explorer.charts.output.options import PRESETS, ExportOptions, pixels

    start = next((p for p in PRESETS if p.key == args.preset), ExportOptions())
    dpi = args.dpi or start.dpi
    width, height = start.width, start.height
    if args.size is not None:
        across, down, unit = args.size
        width, height = pixels(across, unit, dpi), pixels(down, unit, dpi)
    return ExportOptions(
        width,
        height,
        dpi,
        dark=args.theme == "dark",
        title=not args.no_title,
        control_dates=not args.no_control_dates,
        sources=not args.no_sources,
        outlines=None if args.text is None else args.text == "curves",
        own_title=args.title or "",
        own_note=args.note or "",
    ).checked(form)


def is_folder(output: str | None) -> bool:
    """Return whether an output is a folder: an existing one, a name that ends in a separator, or none given."""
    return output is None or output.endswith(("/", os.sep)) or Path(output).is_dir()


def start_drawing() -> None:
    """Start Qt for drawing, off screen where no display can be used."""
    if find_display().problem:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        text = gettext("Qt cannot be loaded ({error}): `minor-metals doctor` shows what is missing.")
        raise KnownError(text.format(error=error)) from error

    global _application
    _application = QApplication.instance() or QApplication(sys.argv[:1])


_application: object = None


COMMAND = Command(
    "export", gettext_noop("Write charts as images, or their figures as CSV or XLSX."), add_arguments, run
)

"""`minor-metals --self-test`: tries every view, chart and format of this copy of the program, without a display."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer import __version__
from explorer.commands.support.command import Command
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from explorer.data.context import Context
    from explorer.data.store import Store

METALS = ("gallium", "antimony", "holmium", "rhenium", "cesium")
PLOT_SECONDS = 10.0


@dataclass
class _Report:
    """The numbers of steps that worked, by kind, the steps that failed, and the messages of Qt."""

    done: dict[str, int] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    @contextmanager
    def step(self, kind: str, name: str) -> Iterator[None]:
        """Count a step; an error in it is noted and does not stop the test."""
        try:
            yield
        except Exception as error:
            self.failed.append(f"{kind} {name}: {type(error).__name__}: {error}")
        else:
            self.done[kind] = self.done.get(kind, 0) + 1


def add_arguments(parser: "ArgumentParser") -> None:
    """Add the option of the program that runs the self-test."""
    parser.add_argument("--self-test", action="store_true", help=gettext(COMMAND.help))


def run(args: "Namespace") -> int:
    """Try everything, print one line of JSON, return 0, or 2 where something failed."""
    from explorer.commands.support.context import open_edition

    begun = time.perf_counter()
    report = _Report()
    about: dict[str, Any] = {"program": __version__}
    try:
        with open_edition(args) as store:
            about["data"] = store.edition.data_version
            _data(store, report)
            _drawing(store, report)
    except KnownError as error:
        report.failed.append(str(error))
    report.failed += [f"message: {text}" for text in report.messages]
    seconds = round(time.perf_counter() - begun, 2)
    line = {"ok": not report.failed, **about, **report.done, "failed": report.failed, "seconds": seconds}
    print(json.dumps(line, ensure_ascii=True))
    return 2 if report.failed else 0


def _data(store: "Store", report: _Report) -> None:
    from explorer.data.context import Context
    from explorer.data.controls.service import Controls
    from explorer.data.dates import first_day
    from explorer.data.finding.search import search
    from explorer.data.place_names import meanings
    from explorer.data.supply.stress.removal import removal_of
    from explorer.data.supply.stress.stress_test import stress_test

    with report.step("checks", "the data file"):
        result = store.quick_check()
        if result != "ok":
            raise ValueError(result)
    as_of = first_day(store.edition.verified_to)
    controls = Controls(store)
    for metal in store.metals.values():
        with report.step("statuses", metal.metal_id):
            controls.status(metal.metal_id, Context(as_of))
    with report.step("checks", "the overview of a day"):
        _overview(store, as_of)
    with report.step("checks", "the names of places"):
        if meanings(store, "Deutschland", {}) != ("DEU",):
            raise ValueError("a name in another language is not found")
    with report.step("checks", "the stress test"):
        if not any(row.lost_pct for row in stress_test(store, removal_of(store, ("CHN", "EUU"))).rows):
            raise ValueError("nothing is lost without China and the European Union")
    with report.step("checks", "the search"):
        if not search(store, next(iter(store.metals.values())).name_zh, Context(as_of)).found:
            raise ValueError("a Chinese name is not found")


def _overview(store: "Store", as_of: date) -> None:
    """Find what changed in the last year and what comes next, and write the dates as a calendar file."""
    from explorer.data.context import Context
    from explorer.data.controls.changes import changes
    from explorer.data.overview.calendar_entries import dates_as_calendar
    from explorer.data.overview.overview import overview

    context = Context(as_of)
    if not changes(store, as_of - timedelta(days=365), context).measures:
        raise ValueError("no measure changed in a year")
    if not dates_as_calendar(store, overview(store, context, as_of).dates).startswith(b"BEGIN:VCALENDAR"):
        raise ValueError("no calendar file")


def _drawing(store: "Store", report: _Report) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def collect(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "plugin does not support" not in text:
            report.messages.append(text)

    def fail(kind: type[BaseException], value: BaseException, _trace: object) -> None:
        report.failed.append(f"{kind.__name__}: {value}")

    qInstallMessageHandler(collect)
    before, sys.excepthook = sys.excepthook, fail
    try:
        from explorer.app import load_fonts_and_icon, make_application

        application = make_application()
        load_fonts_and_icon(application)
        _exports(store, report)
        _views(store, report, application.processEvents)
    finally:
        qInstallMessageHandler(None)
        sys.excepthook = before


def _exports(store: "Store", report: _Report) -> None:
    """Write every kind of chart in every format, and the fact sheet on every paper."""
    import tempfile

    from explorer.charts.batch import export, jobs
    from explorer.charts.builders.registry import KINDS
    from explorer.charts.output.options import FORMATS, ExportOptions
    from explorer.data.context import Context
    from explorer.data.dates import first_day
    from explorer.factsheet.drawing.page import render
    from explorer.factsheet.drawing.style import PAPERS

    context = Context(first_day(store.edition.verified_to), "CHN", "USA")
    todo = jobs(METALS[:2], KINDS.values())
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMATS:
            for outcome in export(store, todo, context, ExportOptions(), form, Path(folder)):
                with report.step("charts", f"{outcome.job.kind.name} {outcome.job.metal_ids} {form}"):
                    if outcome.failed or (outcome.path is not None and not outcome.path.stat().st_size):
                        raise ValueError(outcome.reason or "an empty file")
    with report.step("charts", "a part of a chart"):
        _part(store, context)
    for paper in PAPERS:
        with report.step("sheets", paper):
            if not render(store, METALS[0], context, paper).startswith(b"%PDF"):
                raise ValueError("no PDF")
        with report.step("sheets", f"code check statement {paper}"):
            _statement(store, context, paper)
        with report.step("sheets", f"fact check {paper}"):
            _fact_check(store, paper)
        with report.step("sheets", f"named parties statement {paper}"):
            _names_statement(store, context, paper)


def _statement(store: "Store", context: "Context", paper: str) -> None:
    """Check a list of codes and write its statement."""
    from explorer.data.finding.code_check import check_line
    from explorer.data.finding.code_examples import example_table
    from explorer.data.finding.code_verdicts import CodeVerdicts
    from explorer.data.reading.read_codes import read_code_text
    from explorer.factsheet.drawing.statement import as_document
    from explorer.factsheet.drawing.statement_pages import render
    from explorer.factsheet.facts.statement import make_statement

    codes = read_code_text(example_table(store, context))
    checker = CodeVerdicts.of(store).checker(context)
    checked = [check_line(codes, line, checker) for line in codes.lines]
    if not any(line.verdict is not None and line.verdict.matches for line in checked):
        raise ValueError("no code is found")
    if not render(as_document(make_statement(store, checked, context)), paper).startswith(b"%PDF"):
        raise ValueError("no PDF")


def _names_statement(store: "Store", context: "Context", paper: str) -> None:
    """Check a list of names and write its statement."""
    from explorer.data.parties.check import ON_LIST, PartyChecker
    from explorer.data.parties.checked_list import check_line
    from explorer.data.parties.examples import example_table
    from explorer.data.reading.read_names import read_name_text
    from explorer.factsheet.drawing.names_statement import as_document
    from explorer.factsheet.drawing.statement_pages import render
    from explorer.factsheet.facts.names_statement import make_statement

    names, checker = read_name_text(example_table(store, context)), PartyChecker(store, context)
    checked = [check_line(names, line, checker) for line in names.lines]
    if not any(line.verdict is not None and line.verdict.verdict == ON_LIST for line in checked):
        raise ValueError("no name is found")
    if not render(as_document(make_statement(store, checked, context)), paper).startswith(b"%PDF"):
        raise ValueError("no PDF")


def _fact_check(store: "Store", paper: str) -> None:
    """Write the claims as printable pages."""
    from explorer.data.claims import checked_claims
    from explorer.factsheet.drawing.document import render
    from explorer.factsheet.drawing.fact_check import document
    from explorer.factsheet.facts.fact_check import make_fact_check

    if not render(document(make_fact_check(store, checked_claims(store))), paper).startswith(b"%PDF"):
        raise ValueError("no PDF")


def _part(store: "Store", context: "Context") -> None:
    """Write a chart with a hidden series, a measured span, a range, a title and a note at every preset."""
    from explorer.charts.builders.registry import production_years
    from explorer.charts.measured import with_measured
    from explorer.charts.output.options import PRESETS, ExportOptions
    from explorer.charts.output.render import render
    from explorer.charts.shapes import shape_of
    from explorer.charts.spec import ChartSpec
    from explorer.charts.zoom import days_of, last_years

    chart = production_years(store, METALS[0], context)
    if not isinstance(chart, ChartSpec):
        raise ValueError(chart.reason)
    shown = last_years(chart, 5)
    part = shape_of(chart).without([chart.series[0].choice.key])
    part = shape_of(with_measured(part, days_of(shown, chart.x))).between(shown)
    for p in PRESETS:
        options = ExportOptions(p.width, p.height, p.dpi, own_title="Title", own_note="Note")
        if not part.hidden or not part.measured or not render(part, options, "png"):
            raise ValueError(p.key)


def _views(store: "Store", report: _Report, process_events: Callable[[], None]) -> None:
    """Open every tab for some metals in both themes, wait for its plots, and the dialogs."""
    from explorer.data.context import Context
    from explorer.models.state import TABS, AppState
    from explorer.models.views import ALL_VIEWS, DATA_PAGES, DATA_VIEW
    from explorer.ui.windows.main_window import MainWindow

    state = AppState(METALS[0])
    window = MainWindow()
    window.populate(store, state)
    window.show()
    process_events()
    for view, options in (
        *((view, {}) for view in ALL_VIEWS),
        *((DATA_VIEW, {"page": p}) for p in DATA_PAGES),
    ):
        with report.step("views", " ".join((view, *options.values()))):
            state.set_view(view)
            for name, value in options.items():
                state.set_option(view, name, value)
            process_events()
            if window.grab().isNull():
                raise ValueError("nothing painted")
    for theme in ("light", "dark"):
        state.set_theme(theme)
        for metal_id in METALS:
            state.set_metal(metal_id)
            for tab in TABS:
                with report.step("views", f"{metal_id} {tab} {theme}"):
                    state.set_tab(tab)
                    _wait_for_plots(window.workspace.detail.page(tab).chart_cards, process_events)
                    if window.grab().isNull():
                        raise ValueError("nothing painted")
    with report.step("views", "dialogs"):
        _dialogs(store, Context(state.context.as_of), process_events)
    window.close()


def _wait_for_plots(cards: tuple[Any, ...], process_events: Callable[[], None]) -> None:
    """Wait until every chart on screen has its plot."""
    deadline = time.monotonic() + PLOT_SECONDS
    while time.monotonic() < deadline:
        process_events()
        if all(not c.has_chart or not c.isVisible() or c.view.is_drawn for c in cards):
            return
    raise TimeoutError("a plot did not come")


def _dialogs(store: "Store", context: "Context", process_events: Callable[[], None]) -> None:
    """Open the dialogs."""
    import tempfile

    from PySide6.QtCore import QSettings

    from explorer.charts.builders.registry import controls
    from explorer.charts.spec import ChartSpec
    from explorer.palette import LIGHT
    from explorer.ui.dialogs.about import AboutDialog
    from explorer.ui.dialogs.export.dialog import ExportDialog
    from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog

    chart = controls(store, METALS[0], context)
    if not isinstance(chart, ChartSpec):
        raise ValueError(chart.reason)
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        for dialog in (
            ExportDialog(chart, settings),
            SeveralChartsDialog(store, context, METALS[:1], settings),
            AboutDialog(store, LIGHT),
        ):
            dialog.show()
            process_events()
            if dialog.grab().isNull():
                raise ValueError("nothing painted")
            dialog.close()


COMMAND = Command(
    "self-test",
    gettext_noop("try every view, chart and format, and print one line of JSON"),
    add_arguments,
    run,
)

"""What the options of `minor-metals export` choose of a chart: its series, its range, the span that is measured."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from explorer.data.finding.lookup import find_buyer
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import gettext

if TYPE_CHECKING:
    from explorer.charts.batch import Job
    from explorer.charts.spec import ChartSpec, Choice
    from explorer.charts.zoom import Range
    from explorer.data.context import Context

OPTIONS = (
    *("series", "log", "index", "since", "year", "shape", "event", "base", "all_destinations", "buyer"),
    *("show_ended", "without", "stage", "threshold", "by", "kind", "full_history"),
    *("show", "form", "publisher", "color", "all_origins"),
)
SWITCHED_OFF = ("show_ended",)  # an option whose “no” differs from its default


def shown_part(
    args: Namespace, store: Store, job: "Job", context: "Context", chart: "ChartSpec"
) -> "ChartSpec":
    """Return a chart with the series, the measured span and the range of days that were chosen."""
    from explorer.charts.hidden_series import found_keys
    from explorer.charts.measured import with_measured
    from explorer.charts.shapes import shape_of
    from explorer.charts.zoom import check_range

    shown = None
    if args.until is not None:
        chart, shown = _with_range(args, store, job, context, chart)
    if args.hide:
        chart = shape_of(chart).without(found_keys(chart, args.hide))
    if args.measure is not None:
        _check_span(args.measure, chart)
        chart = with_measured(chart, tuple(args.measure))
    if shown is None:
        return chart
    chart = shape_of(chart).between(shown)
    check_range(chart)
    return chart


def _check_span(days: list[date], chart: "ChartSpec") -> None:
    """Raise KnownError where a chart has no such span of days."""
    from explorer.charts.zoom import can_measure

    if not can_measure(chart):
        text = gettext("--measure applies to charts over time; this chart has no range of dates to choose.")
        raise KnownError(text)
    if days[0] >= days[1]:
        raise KnownError(gettext("The first date of --measure must be earlier than the second."))


def _with_range(
    args: Namespace, store: Store, job: "Job", context: "Context", chart: "ChartSpec"
) -> "tuple[ChartSpec, Range]":
    """Return a chart that has the range of days that was given, and the range; raise KnownError where it has none."""
    from explorer.charts.builders.registry import make
    from explorer.charts.spec import Missing
    from explorer.charts.zoom import can_zoom, range_of

    since = args.since if isinstance(args.since, date) else None
    if since is not None and since >= args.until:
        raise KnownError(gettext("--since must be earlier than --until."))
    first = chart.x.low if since is None else range_of(chart.x, since, None).low
    is_before = first < chart.x.low or range_of(chart.x, None, args.until).high <= chart.x.low
    if "since" in job.kind.options and (not can_zoom(chart) or is_before):
        options = {**read_options(args, store, job), "since": None}
        whole = make(job.kind, store, job.metal_ids, context, **options)
        chart = chart if isinstance(whole, Missing) else whole
    if not can_zoom(chart):
        text = gettext("--until applies to charts over time; this chart has no range of dates to choose.")
        raise KnownError(text)
    return chart, range_of(chart.x, since, args.until)


def read_options(args: Namespace, store: Store, job: "Job") -> dict[str, object]:
    """Return the options that were given, series by their keys."""
    given: dict[str, object] = {}
    for name in OPTIONS:
        value = getattr(args, name, None)
        if value is not None and value != [] and (value is not False or name in SWITCHED_OFF):
            given[name] = value
    if args.since == "all":
        given["since"] = None
    if args.until is not None and isinstance(args.since, date):
        given.pop("since")  # the range is taken from the whole chart, so that lines lead into it
    if args.buyer is not None:
        given["buyer"] = find_buyer(store, args.buyer)
    if args.own_series:
        given["own"] = args.own_series
    if args.series:
        choices = [c for metal_id in job.metal_ids for c in job.kind.choices(store, metal_id)]
        choices += _own_choices(args, store, job)
        keys = [_choice(choices, wanted) for wanted in args.series]
        given["series"] = keys[0] if len(keys) == 1 else tuple(keys)
    return given


def _own_choices(args: Namespace, store: Store, job: "Job") -> "list[Choice]":
    """Return the user's series that a chart can show."""
    if "own" not in job.kind.options:
        return []
    from explorer.charts.builders.own_lines import own_choices, own_of

    own = args.own_series
    return [c for m in job.metal_ids for c in own_choices(own_of(own, m), store.metal(m))]


def _choice(choices: Iterable[object], wanted: str) -> str:
    """Return the key of the choice with a key or a label."""
    offered = [(str(getattr(c, "key", "")), str(getattr(c, "label", ""))) for c in choices]
    for key, label in offered:
        if wanted.casefold() in (key.casefold(), label.casefold()):
            return key
    if not offered:
        raise NotFound(gettext("This chart has no series to choose from."))
    keys = "; ".join(key for key, _ in offered)
    raise NotFound(
        gettext("This chart has no series {name}. Choose from {series}.").format(
            name=quoted(wanted), series=keys
        )
    )

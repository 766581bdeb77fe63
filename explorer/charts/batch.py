"""Export of several charts into one folder: the list of charts, and the outcome of each."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from explorer.charts.builders.registry import KINDS, Kind, make
from explorer.charts.output.options import ExportOptions
from explorer.charts.spec import Missing
from explorer.charts.summary import file_stem
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.files import write_file


class Job(Struct, frozen=True):
    """One chart to export."""

    kind: Kind
    metal_ids: tuple[str, ...]


class Outcome(Struct, frozen=True):
    """The outcome of a job: the file, or the reason why it was not written.

    `failed` is set for an error and not for missing data; `left_out` are the notes on metals that are not shown.
    `command_reason` is the reason as the command line gives it, where that is another one.
    """

    job: Job
    path: Path | None = None
    reason: str = ""
    failed: bool = False
    left_out: tuple[str, ...] = ()
    command_reason: str = ""


def jobs(metal_ids: Sequence[str], kinds: Iterable[Kind] = ()) -> list[Job]:
    """Return the charts of these metals, by default of all kinds that are made for a single metal."""
    chosen = list(kinds)
    result = []
    for kind in chosen or [k for k in KINDS.values() if k.of_each]:
        if kind.metals == "one" or not chosen:
            result += [Job(kind, (m,)) for m in metal_ids]
        else:
            result.append(Job(kind, tuple(metal_ids) if kind.metals == "several" else ()))
    order = {m: n for n, m in enumerate(metal_ids)}
    return sorted(
        result, key=lambda j: order.get(j.metal_ids[0], -1) if len(j.metal_ids) == 1 else len(order)
    )


def export(
    store: Store,
    jobs: Iterable[Job],
    context: Context,
    picture: ExportOptions,
    form: str,
    folder: Path,
    *,
    force: bool = False,
    only_own_options: bool = False,
    **options: object,
) -> Iterator[Outcome]:
    """Yield the outcome of each job when it is done; an error of one does not stop the others.

    An option that a kind does not have is an error of its jobs, unless `only_own_options` passes each kind its own.
    """
    from explorer.charts.output.render import render

    for job in jobs:
        try:
            own = job.kind.own(options) if only_own_options else options
            chart = make(job.kind, store, job.metal_ids, context, **own)
            if isinstance(chart, Missing):
                yield Outcome(job, reason=chart.reason)
                continue
            path = folder / f"{file_stem(chart)}.{form}"
            data = render(chart, picture, form)
            write_file(path, data, force=force)
            yield Outcome(job, path, left_out=chart.left_out)
        except KnownError as error:
            yield Outcome(job, reason=str(error), failed=True, command_reason=error.for_command_line)
        except Exception as error:  # a bug in one chart must not lose the others
            yield Outcome(job, reason=f"{type(error).__name__}: {error}", failed=True)

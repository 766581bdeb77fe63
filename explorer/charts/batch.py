"""Many charts into one folder: what there is to make, and one file after the other with what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.charts.builders.registry import KINDS, Kind, make
from explorer.charts.output.options import ExportOptions
from explorer.charts.spec import Missing
from explorer.charts.words.summary import file_stem
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.files import write_file


@dataclass(frozen=True, slots=True)
class Job:
    """One chart to be made."""

    kind: Kind
    metal_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: the file, or why there is none; `failed` tells a fault from a lack of data.

    `left_out` are the sentences on the metals that the chart does not show.
    """

    job: Job
    path: Path | None = None
    reason: str = ""
    failed: bool = False
    left_out: tuple[str, ...] = ()


def jobs(metal_ids: Sequence[str], kinds: Iterable[Kind] = ()) -> list[Job]:
    """Return the charts of these metals, one by one; without kinds, all that each metal has for itself."""
    chosen = list(kinds)
    made = []
    for kind in chosen or [k for k in KINDS.values() if k.of_each]:
        if kind.metals == "one" or not chosen:
            made += [Job(kind, (m,)) for m in metal_ids]
        else:
            made.append(Job(kind, tuple(metal_ids) if kind.metals == "several" else ()))
    order = {m: n for n, m in enumerate(metal_ids)}
    return sorted(made, key=lambda j: order.get(j.metal_ids[0], -1) if len(j.metal_ids) == 1 else len(order))


def export(
    store: Store,
    todo: Iterable[Job],
    context: Context,
    picture: ExportOptions,
    form: str,
    folder: Path,
    *,
    force: bool = False,
    only_own_options: bool = False,
    **options: object,
) -> Iterator[Outcome]:
    """Yield what became of each job as soon as it is done; a fault of one does not stop the rest.

    An option that a kind does not have is a fault of its jobs, unless each takes `only_own_options`.
    """
    from explorer.charts.output.render import render

    for job in todo:
        try:
            taken = job.kind.own(options) if only_own_options else options
            chart = make(job.kind, store, job.metal_ids, context, **taken)
            if isinstance(chart, Missing):
                yield Outcome(job, reason=chart.reason)
                continue
            path = folder / f"{file_stem(chart)}.{form}"
            data = render(chart, picture, form)
            write_file(path, data, force=force)
            yield Outcome(job, path, left_out=chart.left_out)
        except KnownError as error:
            yield Outcome(job, reason=str(error), failed=True)
        except Exception as error:  # a fault of the program in one chart is no reason to lose the others
            yield Outcome(job, reason=f"{type(error).__name__}: {error}", failed=True)

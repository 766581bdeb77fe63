"""Projects by expected start, and their planned capacity where they make the same form at the same stage."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from msgspec import Struct

from explorer.data.store import Store
from explorer.data.supply.records import Project
from explorer.data.supply.stress.removal import Removal
from explorer.data.supply.stress.sites import Site, all_sites

DELAYS = (0, 2, 4)
OPERATING, STALLED = "operating", "stalled"
# A project with one of these statuses is listed and not added to planned capacity.
NOT_ADDED = (OPERATING, STALLED)


class PlannedProject(Struct, frozen=True):
    """A project; `start` is its expected start with the delay, None where none is on file.

    `form` is on file only where the site is also among the mines and plants.
    """

    project: Project
    form: str | None
    start: str | None

    @property
    def has_figure(self) -> bool:
        """Whether both a capacity and an expected start are on file."""
        return self.project.planned_capacity is not None and self.start is not None

    @property
    def is_added(self) -> bool:
        """Whether its capacity is part of the planned capacity."""
        return self.has_figure and self.form is not None and self.project.status not in NOT_ADDED


class PlannedCapacity(Struct, frozen=True):
    """The capacity of one metal, stage, form and unit whose expected start, with the delay, is in `year` or before."""

    metal_id: str
    stage: str
    form: str
    unit: str
    year: int
    capacity: float
    project_ids: tuple[str, ...]


class Pipeline(Struct, frozen=True):
    """The projects of some metals, earliest start first, those without a date last, and their planned capacity.

    `left_out` counts the projects in removed countries or of removed companies, which are not listed.
    """

    delay: int
    projects: tuple[PlannedProject, ...]
    capacities: tuple[PlannedCapacity, ...]
    left_out: int

    @property
    def without_capacity(self) -> int:
        """The number of projects without a capacity."""
        return sum(p.project.planned_capacity is None for p in self.projects)

    @property
    def without_start(self) -> int:
        """The number of projects without an expected start."""
        return sum(p.start is None for p in self.projects)

    @property
    def without_figure(self) -> int:
        """The number of projects that lack a capacity, an expected start, or both."""
        return sum(not p.has_figure for p in self.projects)


def pipeline(
    store: Store, removal: Removal, metal_ids: Collection[str], stage: str = "", delay: int = 0
) -> Pipeline:
    """Return the projects of some metals and of members of groups among them, outside what is removed.

    `stage` limits them to one stage.
    """
    kept, left_out = [], 0
    for site in all_sites(store):
        if site.project is None or stage not in ("", site.project.stage):
            continue
        if not _concerns(store, site, metal_ids):
            continue
        if site.project.country_id in removal.countries or removal.names(site.project.company):
            left_out += 1
        else:
            kept.append(PlannedProject(site.project, site.form, _start(site.project, delay)))
    kept.sort(key=lambda p: (p.start is None, p.start or "", p.project.metal_id, p.project.project_id))
    return Pipeline(delay, tuple(kept), planned_capacities(kept), left_out)


def _concerns(store: Store, site: Site, metal_ids: Collection[str]) -> bool:
    metal = store.metal(site.record.metal_id)
    return metal.metal_id in metal_ids or metal.member_of in metal_ids


def _start(project: Project, delay: int) -> str | None:
    """Return the expected start, later by the delay unless the project already operates."""
    start = project.expected_start
    if start is None or project.status == OPERATING:
        return start
    return f"{int(start[:4]) + delay}{start[4:]}"


def planned_capacities(projects: Iterable[PlannedProject]) -> tuple[PlannedCapacity, ...]:
    """Return the capacity planned up to each year, for each metal, stage, form and unit apart."""
    groups: dict[tuple[str, str, str, str], list[PlannedProject]] = defaultdict(list)
    for planned in projects:
        if planned.is_added:
            project = planned.project
            groups[project.metal_id, project.stage, planned.form or "", project.unit or ""].append(planned)
    found = []
    for key in sorted(groups):
        for year in sorted({_year(p) for p in groups[key]}):
            begun = [p for p in groups[key] if _year(p) <= year]
            capacity = sum(p.project.planned_capacity or 0.0 for p in begun)
            ids = tuple(p.project.project_id for p in begun)
            found.append(PlannedCapacity(*key, year=year, capacity=capacity, project_ids=ids))
    return tuple(found)


def _year(planned: PlannedProject) -> int:
    return int((planned.start or "0")[:4])

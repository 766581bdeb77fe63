"""The sites of companies that a stress test removes, with capacity where one is on file."""

from msgspec import Struct

from explorer.data.store import Store
from explorer.data.supply.records import Producer, Project
from explorer.data.supply.stress.removal import Removal


class Site(Struct, frozen=True):
    """A mine, plant or project. One that is on file as both is one site; the project's status is the newer one."""

    producer: Producer | None
    project: Project | None

    @property
    def record(self) -> Producer | Project:
        """The record that names company, metal, country and stage."""
        record = self.producer or self.project
        assert record is not None
        return record

    @property
    def form(self) -> str | None:
        """The form of the output, on file only for mines and plants."""
        return self.producer.form if self.producer is not None else None

    @property
    def has_capacity(self) -> bool:
        """Whether a capacity, present or planned, is on file."""
        capacity = self.producer.capacity if self.producer is not None else None
        planned = self.project.planned_capacity if self.project is not None else None
        return capacity is not None or planned is not None


def all_sites(store: Store) -> tuple[Site, ...]:
    """Return all mines, plants and projects on file, each once."""
    projects = {p.project_id: p for p in store.all_projects}
    sites = [Site(p, projects.pop(p.producer_id, None)) for p in store.all_producers]
    return (*sites, *(Site(None, project) for project in projects.values()))


def company_sites(store: Store, removal: Removal) -> tuple[Site, ...]:
    """Return the sites of the companies that are removed, by company, metal and site."""
    if not removal.companies:
        return ()
    found = [site for site in all_sites(store) if removal.names(site.record.company)]
    return tuple(
        sorted(
            found, key=lambda s: (s.record.company, s.record.metal_id, s.record.site or "", s.record.stage)
        )
    )

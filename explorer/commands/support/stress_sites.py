"""The sites of companies and the projects of a stress test as `stress` prints them."""

from collections.abc import Sequence

from explorer.commands.support.output import number, plain, table, unknown
from explorer.data.dates import show
from explorer.data.numbers import exact, with_unit
from explorer.data.store import Store
from explorer.data.supply.stress.projects import Pipeline
from explorer.data.supply.stress.site_texts import (
    capacity_text,
    count_texts,
    site_columns,
    sites_count_text,
    status_text,
)
from explorer.data.supply.stress.sites import Site
from explorer.data.terms import stage_name
from explorer.language import gettext


def sites_text(store: Store, sites: Sequence[Site]) -> str:
    """Return the sites of companies, and how many have a capacity on file."""
    rows = [
        (
            site.record.company,
            site.record.site or "",
            store.country_name(site.record.country_id),
            site.record.metal_id,
            stage_name(site.record.stage),
            site.form or "",
            plain(capacity_text(site)) or unknown(),
            status_text(site),
        )
        for site in sites
    ]
    return f"{table(site_columns(), rows)}\n\n{sites_count_text(sites)}"


def projects_text(store: Store, found: Pipeline) -> str:
    """Return the projects with capacity and start, the planned capacity, and how many have no figure."""
    header = (
        gettext("Start"),
        gettext("Metal"),
        gettext("Stage"),
        gettext("Capacity per year"),
        gettext("Company"),
        gettext("Site"),
        gettext("Country"),
        gettext("Status"),
    )
    rows = [
        (
            show(planned.start or ""),
            planned.project.metal_id,
            stage_name(planned.project.stage),
            plain(with_unit(exact(planned.project.planned_capacity or 0.0), planned.project.unit or "")),
            planned.project.company,
            planned.project.site or "",
            store.country_name(planned.project.country_id),
            status_text(Site(None, planned.project)),
        )
        for planned in found.projects
        if planned.has_figure
    ]
    parts = [table(header, rows, right=(3,)) if rows else "", _planned(found), "\n".join(count_texts(found))]
    return "\n\n".join(part for part in parts if part)


def _planned(found: Pipeline) -> str:
    header = (
        gettext("Metal"),
        gettext("Stage"),
        gettext("Form"),
        gettext("By the end of"),
        gettext("Planned capacity"),
        gettext("Projects"),
    )
    rows = [
        (
            c.metal_id,
            stage_name(c.stage),
            c.form,
            str(c.year),
            plain(with_unit(exact(c.capacity), c.unit)),
            number(len(c.project_ids)),
        )
        for c in found.capacities
    ]
    return table(header, rows, right=(4, 5)) if rows else ""

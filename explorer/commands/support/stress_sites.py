"""The sites of companies and the projects of a stress test as `stress` prints them."""

from collections.abc import Sequence

from explorer.commands.support.output import number, plain, table, unknown
from explorer.data.dates import show
from explorer.data.numbers import exact, with_unit
from explorer.data.store import Store
from explorer.data.supply.stress.projects import Pipeline
from explorer.data.supply.stress.sites import Site
from explorer.data.terms import site_state, stage_name
from explorer.language import gettext, ngettext


def sites_text(store: Store, sites: Sequence[Site]) -> str:
    """Return the sites of companies, and how many have a capacity on file."""
    header = (
        gettext("Company"),
        gettext("Site"),
        gettext("Country"),
        gettext("Metal"),
        gettext("Stage"),
        gettext("Form"),
        gettext("Capacity per year"),
        gettext("Status"),
    )
    rows = [
        (
            site.record.company,
            site.record.site or "",
            store.country_name(site.record.country_id),
            site.record.metal_id,
            stage_name(site.record.stage),
            site.form or "",
            _capacity(site),
            _status(site),
        )
        for site in sites
    ]
    count = sum(site.has_capacity for site in sites)
    text = ngettext(
        "{count} site; capacity on file for {with_capacity}.",
        "{count} sites; capacity on file for {with_capacity}.",
        len(sites),
    )
    return f"{table(header, rows)}\n\n{text.format(count=len(sites), with_capacity=count)}"


def _capacity(site: Site) -> str:
    """Return the capacity on file, with its year, and the planned one; `unknown` without either."""
    found = []
    producer, project = site.producer, site.project
    if producer is not None and producer.capacity is not None:
        amount = with_unit(exact(producer.capacity), producer.unit or "")
        if producer.capacity_year is not None:
            amount = gettext("{capacity} ({year})").format(capacity=amount, year=producer.capacity_year)
        found.append(amount)
    if project is not None and project.planned_capacity is not None:
        amount = with_unit(exact(project.planned_capacity), project.unit or "")
        found.append(gettext("planned: {capacity}").format(capacity=amount))
    return plain("; ".join(found)) or unknown()


def _status(site: Site) -> str:
    """Return the status on file, and that of a project at the same site with its date."""
    producer, project = site.producer, site.project
    if project is None:
        return site_state(producer.status) if producer is not None else ""
    fields = {"status": site_state(project.status), "day": show(project.status_as_of)}
    if producer is None:
        return gettext("{status} (as of {day})").format(**fields)
    text = gettext("{present}; project: {status} (as of {day})")
    return text.format(present=site_state(producer.status), **fields)


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
            _status(Site(None, planned.project)),
        )
        for planned in found.projects
        if planned.has_figure
    ]
    parts = [table(header, rows, right=(3,)) if rows else "", _planned(found), _counts(found)]
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


def _counts(found: Pipeline) -> str:
    """Return how many projects have no figure, have no form on file, or are left out."""
    total = len(found.projects)
    text = ngettext(
        "Incomplete: {missing} of {count} project ({capacity} without capacity, {start} without an expected start).",
        "Incomplete: {missing} of {count} projects ({capacity} without capacity, {start} without an expected start).",
        total,
    )
    lines = [
        text.format(
            missing=found.without_figure,
            count=total,
            capacity=found.without_capacity,
            start=found.without_start,
        )
    ]
    no_form = sum(p.has_figure and p.form is None for p in found.projects)
    if no_form:
        text = ngettext(
            "{count} other project is not added up because the form of its output is not on file.",
            "{count} other projects are not added up because the form of their output is not on file.",
            no_form,
        )
        lines.append(text.format(count=no_form))
    if found.left_out:
        text = ngettext(
            "{count} project of the countries or companies removed is left out.",
            "{count} projects of the countries or companies removed are left out.",
            found.left_out,
        )
        lines.append(text.format(count=found.left_out))
    return "\n".join(lines)

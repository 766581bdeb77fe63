"""Sites and projects of a stress test in words: capacity, status, and how many have no figure."""

from collections.abc import Sequence

from explorer.data.dates import show
from explorer.data.numbers import exact, with_unit
from explorer.data.supply.stress.projects import Pipeline
from explorer.data.supply.stress.sites import Site
from explorer.data.terms import site_state
from explorer.language import gettext, ngettext


def site_columns() -> tuple[str, ...]:
    """Return the names of the columns of a table of sites."""
    return (
        gettext("Company"),
        gettext("Site"),
        gettext("Country"),
        gettext("Metal"),
        gettext("Stage"),
        gettext("Form"),
        gettext("Capacity per year"),
        gettext("Status"),
    )


def capacity_text(site: Site) -> str:
    """Return the capacity on file, with its year, and the planned one; empty without either."""
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
    return "; ".join(found)


def status_text(site: Site) -> str:
    """Return the status on file, and that of a project at the same site with its date."""
    producer, project = site.producer, site.project
    if project is None:
        return site_state(producer.status) if producer is not None else ""
    fields = {"status": site_state(project.status), "day": show(project.status_as_of)}
    if producer is None:
        return gettext("{status} (as of {day})").format(**fields)
    text = gettext("{present}; project: {status} (as of {day})")
    return text.format(present=site_state(producer.status), **fields)


def sites_count_text(sites: Sequence[Site]) -> str:
    """Return how many sites there are, and how many with a capacity."""
    count = sum(site.has_capacity for site in sites)
    text = ngettext(
        "{count} site; capacity on file for {with_capacity}.",
        "{count} sites; capacity on file for {with_capacity}.",
        len(sites),
    )
    return text.format(count=len(sites), with_capacity=count)


def count_texts(found: Pipeline) -> tuple[str, ...]:
    """Return sentences on how many projects have no figure, have no form on file, or are left out."""
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
    return tuple(lines)

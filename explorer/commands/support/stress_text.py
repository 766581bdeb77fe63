"""The result of a stress test as `stress` prints it: metals, sites of companies, projects and assumptions."""

from collections.abc import Sequence

from explorer.commands.support.output import number, plain, section, table, unknown
from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.numbers import exact, percent, with_unit
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_name
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.losses import Loss
from explorer.data.supply.stress.projects import Pipeline
from explorer.data.supply.stress.sites import Site
from explorer.data.supply.stress.stress_test import StressRow, StressTest
from explorer.data.terms import output_word
from explorer.language import gettext, list_of, ngettext


def stress_text(store: Store, test: StressTest) -> str:
    """Return the result as sections; figures are marked where they are bounds or unknown."""
    removed = texts.removal_text(store, test.removal)
    sections = []
    if test.rows:
        heading = gettext("World output without {removed}").format(removed=removed)
        sections.append(section(heading, _metals(store, test)))
    if test.removal.companies:
        sections.append(section(gettext("Sites of the companies"), _sites(store, test.sites)))
    if test.rows:
        sections.append(section(gettext("Projects by expected start"), _projects(store, test.pipeline)))
    sections.append(section(gettext("Assumptions"), "\n".join(texts.assumptions(store, test))))
    return plain("\n\n".join(sections))


def _metals(store: Store, test: StressTest) -> str:
    parts = [_loss_table(store, test)] if test.shown else []
    if test.buyer is not None and test.shown and test.removal.countries:
        parts.append(_imports_table(store, test, test.buyer))
    if test.threshold is not None:
        parts.append(_filtered(store, test, test.threshold))
    bounded = [row for row in test.rows if row.loss is not None and texts.reason_text(store, row)]
    parts.append(_reasons(store, gettext("Unknown, or only a minimum:"), bounded))
    parts.append(_reasons(store, gettext("Not calculated:"), test.not_computed))
    return "\n\n".join(part for part in parts if part)


def _loss_table(store: Store, test: StressTest) -> str:
    header = (
        gettext("ID"),
        gettext("Output"),
        gettext("Lost"),
        gettext("Share lost"),
        gettext("Remains"),
        gettext("Largest before"),
        gettext("Largest after"),
        gettext("HHI before"),
        gettext("HHI after"),
        gettext("Source"),
        gettext("Flags"),
    )
    rows = [_loss_cells(store, row.metal_id, row.loss) for row in test.shown if row.loss is not None]
    return table(header, rows, right=(2, 3, 4, 7, 8))


def _loss_cells(store: Store, metal_id: str, found: Loss) -> tuple[str, ...]:
    output = gettext("{output}, {form}, {year}").format(
        output=output_word(found.table.stage), form=found.table.form, year=found.table.year
    )
    figures = (
        texts.lost_text(found),
        texts.lost_share_text(found),
        texts.remaining_text(found),
        texts.largest_text(store, found.largest_before),
        texts.largest_text(store, found.largest_after),
        texts.hhi_text(found.before),
        texts.hhi_text(found.after),
    )
    cells = (plain(figure) or unknown() for figure in figures)
    return (metal_id, output, *cells, found.table.source, texts.flags_text(found))


def _imports_table(store: Store, test: StressTest, buyer: str) -> str:
    heading = gettext("Imports by {buyer} from {removed}:").format(
        buyer=buyer_name(store, buyer), removed=texts.removal_text(store, test.removal)
    )
    rows = []
    for row in test.shown:
        known = row.imports.headings if row.imports is not None else ()
        reason = texts.no_imports_text(store, row, buyer)
        shares = [reason] if reason else [texts.imports_text(heading) for heading in known]
        rows += [(row.metal_id, plain(share)) for share in shares]
    return f"{heading}\n\n{table((gettext('ID'), gettext('Share of imports')), rows)}"


def _filtered(store: Store, test: StressTest, threshold: float) -> str:
    """Return how many metals reach the threshold, and which of the others may do so."""
    share = percent(threshold)
    counts = ngettext(
        "{count} metal loses at least {share} of world output.",
        "{count} metals lose at least {share} of world output.",
        len(test.shown),
    ).format(count=len(test.shown), share=share)
    if not test.uncertain:
        return counts
    names = list_of([plain_name(store.metal(row.metal_id)) for row in test.uncertain])
    text = gettext("May also reach it, since the loss is unknown or only a minimum: {metals}.")
    return f"{counts}\n{text.format(metals=names)}"


def _reasons(store: Store, heading: str, rows: Sequence[StressRow]) -> str:
    cells = [(row.metal_id, texts.reason_text(store, row)) for row in rows]
    return f"{heading}\n\n{table((gettext('ID'), gettext('Reason')), cells)}" if cells else ""


def _sites(store: Store, sites: Sequence[Site]) -> str:
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
            site.record.stage,
            site.form or "",
            _capacity(site),
            _status(site),
        )
        for site in sites
    ]
    count = sum(site.has_capacity for site in sites)
    text = ngettext(
        "{count} site, of which {with_capacity} with a capacity on file.",
        "{count} sites, of which {with_capacity} with a capacity on file.",
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
        return producer.status if producer is not None else ""
    fields = {"status": project.status, "day": show(project.status_as_of)}
    if producer is None:
        return gettext("{status} (as of {day})").format(**fields)
    text = gettext("{present}; project: {status} (as of {day})")
    return text.format(present=producer.status, **fields)


def _projects(store: Store, found: Pipeline) -> str:
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
            planned.project.stage,
            plain(with_unit(exact(planned.project.planned_capacity or 0.0), planned.project.unit or "")),
            planned.project.company,
            planned.project.site or "",
            store.country_name(planned.project.country_id),
            _status(Site(None, planned.project)),
        )
        for planned in found.projects
        if planned.has_figure
    ]
    parts = [table(header, rows, right=(3,)) if rows else "", _planned(found), _counts(store, found)]
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
            c.stage,
            c.form,
            str(c.year),
            plain(with_unit(exact(c.capacity), c.unit)),
            number(len(c.project_ids)),
        )
        for c in found.capacities
    ]
    return table(header, rows, right=(4, 5)) if rows else ""


def _counts(store: Store, found: Pipeline) -> str:
    """Return how many projects have no figure, have no form on file, or are left out."""
    total = len(found.projects)
    text = ngettext(
        "{missing} of {count} project lacks a figure: {capacity} without capacity, {start} without expected start.",
        "{missing} of {count} projects lack a figure: {capacity} without capacity, {start} without expected start.",
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
            "{count} project with a figure is not added up, because the form of its output is not on file.",
            "{count} projects with a figure are not added up, because the form of their output is not on file.",
            no_form,
        )
        lines.append(text.format(count=no_form))
    if found.left_out:
        text = ngettext(
            "{count} project of what is removed is left out.",
            "{count} projects of what is removed are left out.",
            found.left_out,
        )
        lines.append(text.format(count=found.left_out))
    return "\n".join(lines)

"""The result of a stress test as plain values for JSON; figures are None where unknown, never 0."""

from explorer.commands.support.output import plain
from explorer.data.controls.item_record import plain as as_plain
from explorer.data.store import Store
from explorer.data.supply.stress.assumptions import assumptions
from explorer.data.supply.stress.projects import PlannedProject
from explorer.data.supply.stress.sites import Site
from explorer.data.supply.stress.stress_test import StressRow, StressTest
from explorer.data.supply.stress.values import Values, flat_values, import_headings, not_calculated


def stress_dict(store: Store, test: StressTest) -> Values:
    """Return the whole result: what was removed, the metals in order, sites, projects and assumptions."""
    found = test.pipeline
    return {
        "without": list(test.removal.places),
        "countries": sorted(test.removal.countries),
        "companies": list(test.removal.companies),
        "buyer": test.buyer,
        "stage": test.stage or None,
        "threshold": test.threshold,
        "edition": store.edition.data_version,
        "metals": [_metal(store, row, test.buyer) for row in test.shown],
        "below_threshold": [row.metal_id for row in test.below],
        "may_reach_threshold": [row.metal_id for row in test.uncertain],
        "not_calculated": [not_calculated(store, row, test.buyer) for row in test.not_computed],
        "sites": [_site(site) for site in test.sites],
        "projects": {
            "delay": found.delay,
            "count": len(found.projects),
            "without_capacity": found.without_capacity,
            "without_start": found.without_start,
            "without_figure": found.without_figure,
            "left_out": found.left_out,
            "planned_capacity": [as_plain(c) for c in found.capacities],
            "projects": [_project(p) for p in found.projects],
        },
        "assumptions": [plain(sentence) for sentence in assumptions(store, test)],
    }


def _metal(store: Store, row: StressRow, buyer: str | None) -> Values:
    """Return the figures of a metal, with the rows of the removed countries and all headings of the buyer."""
    assert row.loss is not None
    return {
        **flat_values(store, row, buyer),
        "removed_rows": [as_plain(r, "metal_id", "stage", "form", "publisher") for r in row.loss.removed],
        "import_headings": import_headings(store, row),
    }


def _site(site: Site) -> Values:
    record = site.record
    return {
        "metal": record.metal_id,
        "company": record.company,
        "site": record.site,
        "country": record.country_id,
        "stage": record.stage,
        "form": site.form,
        "producer": as_plain(site.producer) if site.producer is not None else None,
        "project": as_plain(site.project) if site.project is not None else None,
    }


def _project(planned: PlannedProject) -> Values:
    return {
        **as_plain(planned.project),
        "form": planned.form,
        "start": planned.start,
        "added": planned.is_added,
    }

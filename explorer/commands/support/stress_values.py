"""The result of a stress test as plain values, for JSON and CSV; figures are None where unknown, never 0."""

import csv
import io
from typing import Any

from explorer.commands.support.items import plain as as_plain
from explorer.commands.support.output import plain
from explorer.commands.support.stress_rows import Values, flat_values, metal_values, not_calculated
from explorer.data.store import Store
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.projects import PlannedProject
from explorer.data.supply.stress.sites import Site
from explorer.data.supply.stress.stress_test import StressTest
from explorer.language import gettext


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
        "metals": [metal_values(store, row, test.buyer) for row in test.shown],
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
        "assumptions": [plain(sentence) for sentence in texts.assumptions(store, test)],
    }


def stress_csv(store: Store, test: StressTest) -> str:
    """Return the metals in order, those without a loss last with the reason, below lines on what was done."""
    rows = [
        flat_values(store, row, test.buyer)
        for row in (*test.shown, *(() if test.threshold is not None else test.not_computed))
    ]
    out = io.StringIO()
    for line in _head(store, test):
        out.write(f"# {plain(line)}\n")
    if rows:
        writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _head(store: Store, test: StressTest) -> list[str]:
    removed = texts.places_text(store, test.removal)
    return [
        gettext("World output without {removed}").format(removed=removed),
        gettext("Edition {version}").format(version=store.edition.data_version),
        *texts.assumptions(store, test),
    ]


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return ";".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


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

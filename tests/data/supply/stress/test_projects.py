"""Projects by expected start: the delay, what is added up, and what has no figure."""

import csv

import pytest
from msgspec.structs import replace

from explorer.data.store import Store
from explorer.data.supply.records import Project
from explorer.data.supply.stress.projects import (
    DELAYS,
    PlannedProject,
    pipeline,
    planned_capacities,
)
from explorer.data.supply.stress.removal import Removal, removal_of
from tests.conftest import EDITION


def planned(
    project_id: str,
    capacity: float | None,
    start: str | None,
    form: str | None = "metal",
    **more: object,
) -> PlannedProject:
    project = Project(
        project_id, "tin", "A company", None, "AUS", "mine", capacity, "t", "announced", start, "2026", None, None,
        "high", ("a-source",),
    )  # fmt: skip
    return PlannedProject(replace(project, **more), form, start)


def test_only_the_same_metal_stage_form_and_unit_are_added() -> None:
    projects = [
        planned("a", 10, "2027"),
        planned("b", 20, "2028-04"),
        planned("c", 5, "2027", form="oxide"),
        planned("d", 7, "2027", stage="refinery"),
        planned("e", 9, "2027", unit="kg"),
        planned("f", 3, "2027", metal_id="zinc"),
    ]
    found = [(c.metal_id, c.stage, c.form, c.unit, c.year, c.capacity) for c in planned_capacities(projects)]
    assert found == [
        ("tin", "mine", "metal", "kg", 2027, 9),
        ("tin", "mine", "metal", "t", 2027, 10),
        ("tin", "mine", "metal", "t", 2028, 30),
        ("tin", "mine", "oxide", "t", 2027, 5),
        ("tin", "refinery", "metal", "t", 2027, 7),
        ("zinc", "mine", "metal", "t", 2027, 3),
    ]


@pytest.mark.parametrize(
    "left_out",
    [
        planned("a", None, "2027"),
        planned("a", 10, None),
        planned("a", 10, "2027", form=None),
        planned("a", 10, "2027", status="operating"),
        planned("a", 10, "2027", status="stalled"),
    ],
)
def test_a_project_without_a_figure_or_form_or_that_operates_or_stalled_is_not_added(
    left_out: PlannedProject,
) -> None:
    assert planned_capacities([left_out]) == ()


def test_the_counts_are_those_of_the_file(store: Store) -> None:
    with (EDITION / "projects.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = pipeline(store, Removal(), store.metals)
    assert len(found.projects) == len(rows)
    assert found.without_capacity == sum(not r["planned_capacity"] for r in rows)
    assert found.without_start == sum(not r["expected_start"] for r in rows)
    assert found.without_figure == sum(not r["planned_capacity"] or not r["expected_start"] for r in rows)


@pytest.mark.parametrize("delay", DELAYS)
def test_a_delay_moves_every_project_that_does_not_operate(store: Store, delay: int) -> None:
    for entry in pipeline(store, Removal(), store.metals, delay=delay).projects:
        expected = entry.project.expected_start
        if expected is None:
            assert entry.start is None
            continue
        years = 0 if entry.project.status == "operating" else delay
        assert entry.start == f"{int(expected[:4]) + years}{expected[4:]}"


def test_projects_are_in_the_order_of_their_start_and_those_without_one_last(store: Store) -> None:
    starts = [p.start for p in pipeline(store, Removal(), store.metals).projects]
    known = [start for start in starts if start is not None]
    assert known == sorted(known) and starts[len(known) :] == [None] * (len(starts) - len(known))


def test_projects_of_what_is_removed_are_left_out(store: Store) -> None:
    everything = pipeline(store, Removal(), store.metals)
    found = pipeline(store, removal_of(store, ["USA"], ["Korea Zinc"]), store.metals)
    gone = [
        p.project
        for p in everything.projects
        if p.project.country_id == "USA" or "Korea Zinc" in p.project.company
    ]
    assert found.left_out == len(gone) > 0
    assert len(found.projects) == len(everything.projects) - len(gone)


def test_a_group_includes_the_projects_of_its_members(store: Store) -> None:
    found = pipeline(store, Removal(), {"rare-earths"}, stage="separation")
    metals = {p.project.metal_id for p in found.projects}
    assert "dysprosium" in metals and all(p.project.stage == "separation" for p in found.projects)

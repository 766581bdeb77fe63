"""Projects by expected start, with a delay, and the planned capacity of those of the same stage and form."""

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from explorer.data.dates import show
from explorer.data.metal_names import short_name
from explorer.data.numbers import exact, with_unit
from explorer.data.supply.stress.projects import DELAYS, PlannedCapacity, PlannedProject
from explorer.data.supply.stress.site_texts import capacity_text, count_texts, status_text
from explorer.data.supply.stress.sites import Site
from explorer.data.supply.stress.stress_test import StressTest
from explorer.data.terms import stage_name
from explorer.language import gettext, ngettext, paragraph
from explorer.models.table import Cell
from explorer.models.views import STRESS_VIEW
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

MOST_HEIGHT = 420


class ProjectsCard(Card):
    """The projects of the metals shown, with buttons for the delay."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Projects by expected start"), gettext("of the metals shown"), parent)
        self._shared = shared
        holder = QWidget()
        flow = FlowLayout(holder, 4)
        self._group = QButtonGroup(self)
        self.delays: dict[int, QPushButton] = {}
        for delay in DELAYS:
            button = QPushButton(_delay_text(delay))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.clicked.connect(partial(shared.state.set_option, STRESS_VIEW, "delay", str(delay)))
            self._group.addButton(button)
            self.delays[delay] = button
            flow.addWidget(button)
        self.counts = label("")
        planned = (gettext("Output"), gettext("By the end of"), gettext("Planned capacity"))
        self.planned_heading = label(gettext("Planned capacity per year"), "heading")
        self.planned = TableView(planned, gettext("Planned capacity"))
        self.planned.set_weights(5, 3, 4)
        self.list_heading = label(gettext("Projects"), "heading")
        projects = (gettext("Start"), gettext("Project"), gettext("Capacity per year"))
        self.projects = TableView(projects, gettext("Projects by expected start"), max_height=MOST_HEIGHT)
        self.projects.set_weights(3, 7, 4)
        for part in (
            holder,
            self.counts,
            self.planned_heading,
            self.planned,
            self.list_heading,
            self.projects,
        ):
            self.add(part)

    def show_test(self, test: StressTest) -> None:
        """Show the projects of a result."""
        found = test.pipeline
        self.delays[found.delay].setChecked(True)
        self.counts.setText(paragraph(count_texts(found)))
        for part in (self.planned_heading, self.planned):
            part.setVisible(bool(found.capacities))
        self.planned.set_rows([self._capacity(capacity) for capacity in found.capacities])
        for part in (self.list_heading, self.projects):
            part.setVisible(bool(found.projects))
        self.projects.set_rows([self._project(planned) for planned in found.projects])

    def _capacity(self, capacity: PlannedCapacity) -> tuple[Cell, ...]:
        text = gettext("{metal}, {stage}, {form}").format(
            metal=short_name(self._shared.store.metal(capacity.metal_id)),
            stage=stage_name(capacity.stage),
            form=capacity.form,
        )
        amount = ngettext(
            "{amount}\n{count} project", "{amount}\n{count} projects", len(capacity.project_ids)
        )
        return (
            Cell(text),
            Cell(str(capacity.year), capacity.year),
            Cell(
                amount.format(
                    amount=with_unit(exact(capacity.capacity), capacity.unit), count=len(capacity.project_ids)
                ),
                (capacity.unit, capacity.capacity),
            ),
        )

    def _project(self, planned: PlannedProject) -> tuple[Cell, ...]:
        project, store = planned.project, self._shared.store
        site = Site(None, project)
        text = gettext("{metal}, {stage}: {company}, {country}\n{status}")
        if project.site:
            text = gettext("{metal}, {stage}: {company}, {site}, {country}\n{status}")
        named = text.format(
            metal=short_name(store.metal(project.metal_id)),
            stage=stage_name(project.stage),
            company=project.company,
            site=project.site,
            country=store.country_name(project.country_id),
            status=status_text(site),
        )
        return (
            Cell(show(planned.start) if planned.start else gettext("unknown"), planned.start),
            Cell(named, source_ids=project.source_ids),
            Cell(
                capacity_text(site) or gettext("unknown"),
                None if project.planned_capacity is None else (project.unit or "", project.planned_capacity),
            ),
        )


def _delay_text(delay: int) -> str:
    if not delay:
        return gettext("No delay")
    return ngettext("{count} year late", "{count} years late", delay).format(count=delay)

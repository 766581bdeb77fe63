"""The tables of what changed: metals with their status before and after, and the changes of measures."""

from collections.abc import Iterable
from datetime import date

from explorer.data.controls.change_texts import basis_text, change_text, reason_texts
from explorer.data.controls.changes import Changes, MeasureChange, MetalChange, MetalStatus
from explorer.data.controls.state_changes import StateChange
from explorer.data.dates import first_day, show
from explorer.data.metal_names import plain_name, short_name
from explorer.data.places import place_name
from explorer.data.steps import Steps
from explorer.data.store import Store
from explorer.data.words import measure_name
from explorer.language import gettext, list_of
from explorer.models.table import Cell
from explorer.palette import Theme
from explorer.ui.cards.documents_table import BETWEEN, DocumentsTable


class MetalsTable(DocumentsTable):
    """The metals with a different status, with the pills of both days and the measures behind the change."""

    def __init__(self, store: Store) -> None:
        header = (
            *(gettext("Metal"), gettext("Exports to"), gettext("Before"), gettext("After")),
            gettext("Why"),
        )
        super().__init__(store, header, gettext("Metals and materials with a different status"))
        self.set_weights(4, 4, 6, 6, 12, long=(4,))

    def show_in_steps(self, found: Changes, theme: Theme) -> Steps[None]:
        """Show the metals of the changes in steps."""
        self.set_theme(theme)
        yield from self.fill_in_steps(map(self._row, found.metals))

    def _row(self, change: MetalChange) -> list[Cell]:
        steps = [cause.steps[-1] for cause in change.causes]
        sources = tuple(dict.fromkeys(i for step in steps for i in step.measure.source_ids))
        name = short_name(self._store.metal(change.metal_id))
        return [
            Cell(name, key=_documents(steps), source_ids=sources),
            Cell(place_name(self._store, change.destination)),
            _pill_cell(change.before),
            _pill_cell(change.after),
            Cell("\n".join(reason_texts(steps))),
        ]


class MeasuresTable(DocumentsTable):
    """The changes of measures in the order of days."""

    def __init__(self, store: Store, name: str) -> None:
        header = (
            *(gettext("Date"), gettext("Change"), gettext("Measure")),
            *(gettext("Exports to"), gettext("Basis"), gettext("Metals and materials")),
        )
        super().__init__(store, header, name)
        self.set_weights(3, 6, 6, 4, 6, 7, long=(5, 4))

    def show_in_steps(self, changes: Iterable[MeasureChange]) -> Steps[None]:
        """Show every change of some measures in steps."""
        steps = sorted(
            (step for change in changes for step in change.steps),
            key=lambda step: (step.day, step.measure.measure_id),
        )
        yield from self.fill_in_steps(map(self._row, steps))

    def _row(self, step: StateChange) -> list[Cell]:
        store, measure = self._store, step.measure
        names = [plain_name(store.metal(target.metal_id)) for target in measure.targets]
        day = show(step.published)
        if _is_beyond(store, step.day):
            day = gettext("{day}\nnot checked").format(day=day)
        return [
            Cell(day, step.day.isoformat(), key=_documents([step]), source_ids=measure.source_ids),
            Cell(change_text(step, [measure])),
            Cell(measure_name(measure)),
            Cell(place_name(store, measure.destination)),
            Cell(basis_text(step)),
            Cell(list_of(names) or gettext("none named")),
        ]


def _pill_cell(status: MetalStatus) -> Cell:
    """Return the cell of a status: its pill, and below it the last day of the pause that it names."""
    text = status.pill
    if status.until is not None:
        words = (
            gettext("{status}\nuntil {day}")
            if status.text_until is None
            else gettext("{status}\nuntil {day} (by notice until {text_until}, then by a statement only)")
        )
        text = words.format(status=status.pill, day=show(status.until), text_until=show(status.text_until))
    return Cell(text, pill=status.pill_state)


def _documents(steps: Iterable[StateChange]) -> str:
    """Return the documents of changes, that of the last change first."""
    ordered = sorted(steps, key=lambda step: step.day, reverse=True)
    return BETWEEN.join(dict.fromkeys(step.document.instrument_id for step in ordered))


def _is_beyond(store: Store, day: date) -> bool:
    return day > first_day(store.edition.verified_to)

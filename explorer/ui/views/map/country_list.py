"""The list beside the map: the countries that it names, or all that is on file about one country."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.charts.map_classes import ESTIMATED
from explorer.charts.output.csv_file import csv_bytes
from explorer.charts.spec import ChartSpec, Point
from explorer.charts.text import flag_word, value_text
from explorer.charts.words.figures import shares
from explorer.data.numbers import percent
from explorer.data.places import not_an_export, place_name
from explorer.data.supply.country_rows import (
    CountryRow,
    control_rows,
    output_rows,
    reserve_rows,
    supplier_rows,
)
from explorer.data.supply.map_choice import CONTROLS, OUTPUT, RESERVES, SUPPLIERS
from explorer.guard import guarded
from explorer.language import gettext, gettext_noop, ngettext
from explorer.models.table import Cell, ShareBar
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.file_saving import save_csv, save_table
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.table_view import TableView

MOST_HEIGHT = 470


@guarded
class CountryTable(TableView):
    """A table whose rows report the country under the pointer, empty when the pointer has left."""

    hovered = Signal(str)

    def __init__(self, header: tuple[str, ...], name: str) -> None:
        super().__init__(header, name, max_height=MOST_HEIGHT)
        self.setMouseTracking(True)
        self.entered.connect(self._entered)

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        self.hovered.emit(self.key_at(index))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit("")
        return super().viewportEvent(event)


@guarded
class CountryList(Card):
    """`hovered` reports the country of the row under the pointer or the current row, `opened` one that is chosen."""

    hovered = Signal(str)
    opened = Signal(str)
    cleared = Signal()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", "", parent, stacked=True)
        self._shared = shared
        self._spec: ChartSpec | None = None
        self._is_filling = False
        name = gettext("Countries on the map")
        self.figures = CountryTable(
            (gettext("Country"), gettext("Figure"), gettext("Share"), gettext("Flag")), name
        )
        self.figures.set_weights(4, 4, 3, 3)
        self.statuses = CountryTable((gettext("Country"), gettext("Status")), name)
        self.statuses.set_weights(2, 3)
        for table in (self.figures, self.statuses):
            table.record_name = gettext("Show this country only")
            table.hovered.connect(self.hovered)
            table.opened.connect(self.opened)
            table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.rows = TableView(_row_header(), gettext("Figures of one country"), max_height=MOST_HEIGHT)
        self.rows.set_weights(4, 2, 4)
        self.nothing, self.hint = label("", "muted"), label("", "small")
        self.back, self.csv = link_button(gettext("Show all countries")), link_button(gettext("Save as CSV…"))
        self.back.clicked.connect(self.cleared)
        self.csv.clicked.connect(self._save_csv)
        self.xlsx = link_button(gettext("Save as XLSX…"))
        self.xlsx.clicked.connect(self._save_xlsx)
        self.add_action(self.back)
        files = QWidget()
        row = FlowLayout(files)
        for button in (self.csv, self.xlsx):
            row.addWidget(button)
        for part in (self.nothing, self.figures, self.statuses, self.rows, self.hint, files):
            self.add(part)

    def show_countries(self, spec: ChartSpec) -> None:
        """List the countries of a map."""
        self._spec = spec
        points = [p for s in spec.series for p in s.points]
        of_controls = spec.series[0].key == CONTROLS
        count = len(points)
        heading = ngettext("{count} country or area", "{count} countries and areas", count)
        self.set_heading(heading.format(count=count))
        self._is_filling = True
        if of_controls:
            self.statuses.set_rows([_status_cells(p) for p in points])
        else:
            self.figures.set_rows([_figure_cells(p, spec.x.unit) for p in points])
        self._is_filling = False
        self.figures.setVisible(not of_controls)
        self.statuses.setVisible(of_controls)
        self.statuses.set_theme(self._shared.theme)
        self._show_parts(of_country=False)
        self.hint.setText(
            gettext("Click a country on the map, or press Enter on a row, to see that country only.")
        )

    def show_country(self, spec: ChartSpec | None, show: str, country_id: str) -> None:
        """List what is on file about one country, also where the map does not name it."""
        self._spec = spec
        shared = self._shared
        context, metal_id = shared.context, shared.state.metal_id
        rows: Iterable[CountryRow]
        if show == OUTPUT:
            rows = output_rows(shared.store, metal_id, country_id)
        elif show == RESERVES:
            rows = reserve_rows(shared.store, metal_id, country_id)
        elif show == SUPPLIERS:
            rows = supplier_rows(shared.store, metal_id, context, country_id)
        else:
            rows = control_rows(shared.store, metal_id, context, country_id)
        cells = [_row_cells(row) for row in rows]
        self.set_heading(shared.store.country_name(country_id), gettext(_SUBTITLES[show]))
        self.rows.set_rows(cells)
        self.figures.hide()
        self.statuses.hide()
        self._show_parts(of_country=True)
        self.rows.setVisible(bool(cells))
        self.nothing.setVisible(not cells)
        self.nothing.setText(self._nothing(show, country_id))
        self.hint.setText(gettext("Press Esc to see all countries again."))

    def _nothing(self, show: str, country_id: str) -> str:
        """Return why there are no rows of a country."""
        store, context = self._shared.store, self._shared.context
        if show != CONTROLS:
            return gettext("Nothing is on file for this country; figures may exist.")
        text = gettext("No measure on exports to {destination} is on file for this country; some may exist.")
        none = text.format(destination=place_name(store, context.destination))
        return not_an_export(store, country_id, context.destination) or none

    def _show_parts(self, *, of_country: bool) -> None:
        self.rows.setVisible(of_country)
        self.nothing.hide()
        self.back.setVisible(of_country)
        self.csv.setVisible(not of_country)
        self.xlsx.setVisible(not of_country)

    def mark(self, country_id: str) -> None:
        """Mark the row of a country."""
        self._is_filling = True
        for table in (self.figures, self.statuses):
            if table.isVisible() and table.mark(country_id, self._shared.theme.selected) < 0:
                table.clearSelection()
        self._is_filling = False

    @Slot(QModelIndex, QModelIndex)
    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not self._is_filling and current.isValid():
            self.hovered.emit(TableView.key_at(current))

    @Slot()
    def _save_csv(self) -> None:
        """Ask for a file and write the same CSV as the command."""
        if self._spec is not None:
            save_csv(self, gettext("map.csv"), partial(map_csv, self._spec))

    @Slot()
    def _save_xlsx(self) -> None:
        save_table(self.statuses if self.statuses.isVisible() else self.figures)


def map_csv(spec: ChartSpec) -> str:
    """Return the countries of a map as CSV, the same as the export of its chart."""
    return csv_bytes(spec, spec.query).decode("utf-8")


def _figure_cells(point: Point, unit: str) -> tuple[Cell, ...]:
    share = point.share_pct
    bar = None if share is None else ShareBar(min(share, 100.0), is_uncertain=point.flag in ESTIMATED)
    key = point.country_id
    return (
        Cell(point.label, key=key, source_ids=point.source_ids),
        Cell(value_text(point, unit), point.y, tip=point.note or ""),
        Cell(_share_text(point), share, bar=bar),
        Cell(flag_word(point)),
    )


def _share_text(point: Point) -> str:
    """Return the share, of tonnage and of value where both are known: in mixed customs codes they differ."""
    if point.value_share_pct is not None:
        return "\n".join(shares(point))
    return "" if point.share_pct is None else percent(point.share_pct)


def _status_cells(point: Point) -> tuple[Cell, ...]:
    return (
        Cell(point.label, key=point.country_id, source_ids=point.source_ids),
        Cell(point.word or "", tip=point.note or "", pill=point.word_key),
    )


def _row_header() -> tuple[str, ...]:
    return gettext("Content"), gettext("Date"), gettext("Figure or rule")


def _row_cells(row: CountryRow) -> tuple[Cell, ...]:
    """Return three cells, each with its lines: the list is narrow."""
    return (
        Cell("\n".join(filter(None, (row.what, row.source))), source_ids=row.source_ids),
        Cell(row.period),
        Cell("\n".join(filter(None, (row.text, row.share, row.flag)))),
    )


_SUBTITLES = {
    OUTPUT: gettext_noop("Output in all tables on file, newest first; tables are never added up"),
    RESERVES: gettext_noop("Reserves on file"),
    SUPPLIERS: gettext_noop("Imports by the destination under each customs code, newest year first"),
    CONTROLS: gettext_noop("Measures on this metal with their status on the as-of date"),
}

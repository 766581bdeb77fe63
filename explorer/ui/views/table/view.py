"""The view of the periodic table: its colouring, its tiles with a legend, the selected metal, or all as rows."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from explorer.charts.builders.periodic_table import periodic_table
from explorer.charts.spec import Missing
from explorer.data.periodic.coloured_table import ColouredTable, stepwise_table
from explorer.data.periodic.colourings import COLOURINGS, colouring_name
from explorer.data.steps import Steps
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.views import ROWS, TABLE_VIEW, TILES
from explorer.ui.views.stepped_page import SteppedPage
from explorer.ui.views.table.legend import Legend
from explorer.ui.views.table.metal_card import MetalCard
from explorer.ui.views.table.rows_card import RowsCard
from explorer.ui.views.table.tiles import PeriodicTiles
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import Columns, FlowLayout
from explorer.ui.widgets.style import STEP

LEAST_COLUMN = 560


@guarded
class PeriodicTableView(SteppedPage):
    """Follows date, places, metal and options of the state; the arrow keys choose the metal of the state."""

    view = TABLE_VIEW

    def build(self) -> None:
        """Build the heading, the choice of the colouring, and the cards."""
        shared = self.shared
        self._found: ColouredTable | None = None
        self.setAccessibleName(gettext("Periodic table"))
        head = QHBoxLayout()
        self.caption = label("", "muted")
        head.addWidget(label(gettext("Periodic table"), "title", wrap=False), 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.caption, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(head)
        self.column.addWidget(self._choices())
        self.caution = label("", "warning")
        self.column.addWidget(self.caution)
        self.column.addWidget(self.waiting)
        self.tiles, self.legend, self.card = PeriodicTiles(shared.store), Legend(), MetalCard(shared)
        self.rows = RowsCard(shared)
        self._tiles_card = Card()
        self._tiles_card.add(self.tiles)
        self._tiles_card.add(self.legend)
        self._columns = Columns((self._tiles_card, 9), (self.card, 2), least=LEAST_COLUMN)
        self.column.addWidget(self._columns)
        self.column.addWidget(self.rows)
        self.tiles.selected.connect(shared.state.set_metal)
        self.tiles.opened.connect(self._open)
        self.rows.table.opened.connect(self._open)
        self.card.opened.connect(self._open_selected)
        shared.state.metalChanged.connect(self._metal_changed)

    def _choices(self) -> QWidget:
        """Return the buttons of the colourings and the switch between tiles and rows."""
        holder = QWidget()
        row = FlowLayout(holder, STEP)
        self._group = QButtonGroup(self)
        self.colourings: dict[str, QPushButton] = {}
        for colouring in COLOURINGS:
            button = QPushButton(colouring_name(colouring))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.clicked.connect(partial(self.shared.state.set_option, TABLE_VIEW, "color", colouring))
            self._group.addButton(button)
            self.colourings[colouring] = button
            row.addWidget(button)
        self.as_rows = toggle(gettext("Show table"))
        self.as_rows.clicked.connect(self._choose_rows)
        self.export = link_button(gettext("Export chart…"))
        self.export.setToolTip(gettext("Save or copy the periodic table or its figures (Ctrl+S)"))
        self.export.clicked.connect(self.export_content)
        row.addWidget(self.as_rows)
        row.addWidget(self.export)
        return holder

    def show_title(self) -> None:
        """Show the colouring that is chosen."""
        options = self.shared.state.options(TABLE_VIEW)
        self.colourings[options["color"]].setChecked(True)
        self.as_rows.setChecked(options["show"] == ROWS)
        self._show_cards(rows=options["show"] == ROWS)

    @property
    def results(self) -> tuple[QWidget, ...]:
        """The tiles and the rows with what their values are."""
        return self.caption, self.caution, self._columns, self.rows

    def fill_in_steps(self) -> Steps[None]:
        """Fill the tiles or the rows, and the card of the selected metal."""
        shared, options = self.shared, self.shared.state.options(TABLE_VIEW)
        found = yield from stepwise_table(shared.store, shared.context, options["color"])
        self._found = found
        self.caption.show()
        self.caption.setText(found.caption)
        self.caution.setText(found.caution)
        self.caution.setVisible(bool(found.caution))
        self.export.setEnabled(not found.reason)
        if options["show"] == ROWS:
            yield from self.rows.show_in_steps(found)
        else:
            self.tiles.show_table(found, shared.theme)
            self.legend.show_table(found, shared.theme)
            self._show_metal()
        self._show_cards(rows=options["show"] == ROWS)

    def focus_content(self) -> None:
        """Move the focus to the tiles, or to the rows where they are shown.

        The tiles have a current tile before, for without one Qt selects the first, and so another metal.
        """
        self.tiles.select(self.shared.state.metal_id)
        is_rows = self.shared.state.options(TABLE_VIEW)["show"] == ROWS
        (self.rows.table if is_rows else self.tiles).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def export_content(self) -> bool:
        """Ask for the export of the periodic table; return whether there is one."""
        shared, options = self.shared, self.shared.state.options(TABLE_VIEW)
        chart = periodic_table(shared.store, shared.context, options["color"])
        if isinstance(chart, Missing):
            return False
        self.exportRequested.emit(chart)
        return True

    def _show_cards(self, *, rows: bool) -> None:
        self.rows.setVisible(rows)
        self._columns.setVisible(not rows)

    @Slot()
    def _metal_changed(self) -> None:
        if not self.is_stale and not self.is_filling:
            self._show_metal()

    def _show_metal(self) -> None:
        if self._found is not None:
            metal_id = self.shared.state.metal_id
            self.tiles.select(metal_id)
            self.card.show_value(self._found, metal_id)

    @Slot(bool)
    def _choose_rows(self, on: bool) -> None:
        self.shared.state.set_option(TABLE_VIEW, "show", ROWS if on else TILES)

    @Slot(str)
    def _open(self, metal_id: str) -> None:
        self.shared.state.set_metal(metal_id)
        self.shared.state.set_tab(self.shared.state.tab)

    @Slot()
    def _open_selected(self) -> None:
        self._open(self.shared.state.metal_id)

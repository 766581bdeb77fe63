"""The suppliers to the destination under one customs heading in one year, with the share of the origin."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from explorer.charts.builders.suppliers import destination_choices, year_choices
from explorer.data.glossary import explanation
from explorer.data.metal_names import plain_name
from explorer.data.numbers import THIN, exact, percent, short
from explorer.data.places import ALL, not_an_export
from explorer.data.supply.buyer_texts import (
    cautions,
    facts,
    flag_terms,
    heading_text,
    imports_only_text,
    left_out_texts,
    military_note,
    row_flags,
)
from explorer.data.supply.buyers import (
    CREDIT,
    SOURCE_ID,
    SupplierTable,
    buyer_name,
    buyer_notes,
    buyer_of,
    no_suppliers_text,
    supplier_name,
    supplier_tables,
)
from explorer.data.supply.records import BuyerImport
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.table import Cell
from explorer.models.tooltip import wrapped
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_options import MAX_CHOICE_WIDTH, set_choices
from explorer.ui.cards.destination_choice import DestinationChoice
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.labels import facts_html, label
from explorer.ui.widgets.layouts import Columns, FlowLayout
from explorer.ui.widgets.table_view import TableView

LEAST_COLUMN = 330
Tables = dict[str, tuple[SupplierTable, ...]]


@guarded
class SuppliersCard(Card):
    """Shows the tables of a buyer one at a time; `changed` reports another heading."""

    changed = Signal()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", "", parent, stacked=True)
        self._shared = shared
        self._tables: Tables = {}
        self._keep = False
        options = QWidget()
        flow = FlowLayout(options)
        self.heading_choice = _choice(gettext("Customs code of the suppliers"))
        self.year_choice = _choice(gettext("Year of the suppliers"))
        self.destination_choice = DestinationChoice(shared)
        for widget in (self.heading_choice, self.year_choice, self.destination_choice):
            flow.addWidget(widget)
        self.heading_choice.currentIndexChanged.connect(self._heading_changed)
        self.year_choice.currentIndexChanged.connect(self._show_table)
        self._about = label("", "muted")
        self._cautions = label("", "warning")
        self.table = TableView(
            (
                gettext("Supplier"),
                gettext("Tonnes"),
                gettext("Share of tonnage"),
                gettext("Thousand USD"),
                gettext("Share of value"),
                gettext("Flags"),
            ),
            gettext("Suppliers"),
        )
        self.table.set_weights(5, 3, 4, 5, 4, 4)
        self._facts = label("", "body", rich=True)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._figures = Columns((_at_top(self.table), 3), (self._facts, 2), least=LEAST_COLUMN)
        self._left_out = label("", "small")
        self._notes = label("", "small")
        for part in (options, self._about, self._cautions, self._figures, self._left_out, self._notes):
            self.add(part)

    @property
    def code(self) -> str | None:
        """The customs heading shown, None where there is none."""
        code: str | None = self.heading_choice.currentData()
        return code

    @property
    def has_tables(self) -> bool:
        """Whether the destination has imports of the metal on file."""
        return bool(self._tables)

    def refresh(self, *, keep: bool) -> None:
        """Show the suppliers to the destination of the state; `keep` keeps the heading and the year chosen."""
        self._keep = keep
        store, metal_id, context = self._shared.store, self._shared.state.metal_id, self._shared.context
        buyer = buyer_of(context.destination)
        refused = not_an_export(store, context.origin, context.destination)
        self._tables = {} if buyer is None or refused else supplier_tables(store, metal_id, buyer)[1]
        self.set_heading(
            gettext("Suppliers to the destination")
            if buyer is None
            else gettext("Suppliers to {buyer}").format(buyer=buyer_name(store, buyer))
        )
        self.destination_choice.offer(context.destination == ALL)
        set_choices(self.heading_choice, destination_choices(store, metal_id, context), keep=keep)
        for part in (self._cautions, self._figures, self._notes):
            part.setVisible(self.has_tables)
        left_out = paragraph(left_out_texts(store, self._owner(metal_id)))
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out) and buyer is not None and not refused)
        if not self.has_tables:
            set_choices(self.year_choice, ())
            self._about.setText(refused or no_suppliers_text(store, metal_id, buyer))
        else:
            self._show_years()

    def _owner(self, metal_id: str) -> str:
        """Return the metal or group whose headings are shown."""
        first = next(iter(self._tables.values()), None)
        return first[0].total.metal_id if first else metal_id

    @Slot()
    def _heading_changed(self) -> None:
        self._show_years()
        self.changed.emit()

    def _show_years(self) -> None:
        """Offer the years of the heading, the last one first, each with its flags."""
        store, metal_id, context = self._shared.store, self._shared.state.metal_id, self._shared.context
        years = year_choices(store, metal_id, context, self.code)
        set_choices(self.year_choice, years, keep=self._keep)
        self._show_table()

    @Slot()
    def _show_table(self) -> None:
        """Show the table of the heading and the year."""
        if not self.has_tables or self.code is None:
            return
        year = self.year_choice.currentData()
        table = next(t for t in self._tables[self.code] if str(t.year) == year)
        store, context, metal = self._shared.store, self._shared.context, self._shared.metal
        owner = store.metal(table.total.metal_id)
        group = gettext("These figures are for the group ({group}); none are on file for {metal} alone.")
        self._about.setText(
            paragraph(
                (
                    group.format(group=plain_name(owner), metal=plain_name(metal))
                    if owner is not metal
                    else "",
                    heading_text(store, table.code),
                )
            )
        )
        self._cautions.setText(paragraph(cautions(store, table.total, is_preliminary=table.is_preliminary)))
        self._cautions.setVisible(bool(self._cautions.text()))
        self._cautions.setToolTip(wrapped(_flags_tip(table, table.total.flag)))
        self.table.set_rows([self._row(table, row) for row in table.suppliers])
        found = facts(store, table, context.origin)
        rows = [
            (fact.name, escape(fact.text.replace(THIN, "\xa0")))  # Qt breaks a line at a thin space
            for fact in found
        ]
        self._facts.setToolTip(wrapped(explanation(*(fact.term for fact in found))))
        self._facts.setText(facts_html(rows, self._shared.theme.muted))
        self._notes.setText(
            paragraph(
                (
                    military_note(store, context.destination),
                    *buyer_notes(store, table.total.buyer),
                    imports_only_text(),
                    CREDIT,
                )
            )
        )

    def _row(self, table: SupplierTable, row: BuyerImport) -> tuple[Cell, ...]:
        of_value = table.value_share_pct(row)
        unknown = gettext("unknown")
        return (
            provenance.cell(self._shared.store, supplier_name(self._shared.store, row.partner), (SOURCE_ID,)),
            Cell(unknown if row.quantity_t is None else short(row.quantity_t), row.quantity_t),
            Cell(unknown if row.share_pct is None else percent(row.share_pct), row.share_pct),
            Cell(short(row.value_kusd), row.value_kusd, tip=exact(row.value_kusd)),
            Cell(unknown if of_value is None else percent(of_value), of_value),
            Cell(row_flags(table, row.flag), tip=_flags_tip(table, row.flag)),
        )


def _choice(name: str) -> ChoiceBox:
    combo = ChoiceBox()
    combo.setAccessibleName(name)
    combo.setToolTip(wrapped(name))
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setMaximumWidth(MAX_CHOICE_WIDTH)
    combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return combo


def _flags_tip(table: SupplierTable, flag: str | None) -> str:
    """Return what the flags of a row or of a total mean."""
    return explanation(*flag_terms(table.total, flag, is_preliminary=table.is_preliminary))


def _at_top(widget: QWidget) -> QWidget:
    """Return a widget at the top of a column that is taller."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return holder

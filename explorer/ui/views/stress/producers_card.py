"""The metal of the state: its producers before and after the removal, and the buyer's imports by customs code."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.metal_names import short_name
from explorer.data.numbers import percent
from explorer.data.supply.amounts import published
from explorer.data.supply.buyers import buyer_name
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.producers import ProducerShare, producer_shares
from explorer.data.supply.stress.stress_test import StressRow, StressTest
from explorer.data.terms import output_label
from explorer.data.words import flag_name
from explorer.language import gettext
from explorer.models.table import Cell, ShareBar
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.table_view import TableView

MOST_HEIGHT = 360


class ProducersCard(Card):
    """A table of producers; where the loss is unknown, the reason."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", " ", parent, stacked=True)
        self._shared = shared
        self.open = link_button(gettext("Open supply"))
        self.open.clicked.connect(self._open_supply)
        self.add_action(self.open)
        header = (
            gettext("Producer"),
            gettext("Output"),
            gettext("Share before"),
            gettext("Share after"),
        )
        self.table = TableView(header, gettext("Producers before and after"), max_height=MOST_HEIGHT)
        self.table.set_weights(4, 4, 3, 4)
        self.reason = label("")
        self.imports = label("", "small")
        for part in (self.table, self.reason, self.imports):
            self.add(part)

    def show_test(self, test: StressTest) -> None:
        """Show the metal of the state in a result."""
        metal_id = self._shared.state.metal_id
        row = next((r for r in test.rows if r.metal_id == metal_id), None)
        self.setVisible(row is not None)
        if row is None:
            return
        heading = gettext("{metal}: producers before and after")
        found = row.loss
        subtitle = ""
        if found is not None:
            subtitle = gettext("{output}, {form}, {year}; {source}; shares after are of what remains").format(
                output=output_label(found.table.stage),
                form=found.table.form,
                year=found.table.year,
                source=found.table.source,
            )
        self.set_heading(heading.format(metal=short_name(self._shared.metal)), subtitle)
        shares = producer_shares(found) if found is not None else ()
        self.table.setVisible(bool(shares))
        self.table.set_rows([self._row(share) for share in shares])
        reason = texts.reason_text(self._shared.store, row)
        self.reason.setText(gettext("Reason: {reason}.").format(reason=reason) if reason else "")
        self.reason.setVisible(bool(reason))
        self._show_imports(test, row)

    def _row(self, share: ProducerShare) -> tuple[Cell, ...]:
        row = share.row
        flag = flag_name(row.flag)
        amount = published(row) or gettext("unknown")
        with_flag = gettext("{amount}\n{flag}").format(amount=amount, flag=flag)
        after = gettext("unknown")
        if share.is_removed:
            after = gettext("removed")
        elif share.after_pct is not None:
            after = texts.at_least(percent(share.after_pct), share.at_least)
        uncertain = row.flag in ("e", "p")
        return (
            Cell(self._shared.store.country_name(row.country_id), source_ids=row.source_ids),
            Cell(with_flag if flag and flag != amount else amount, row.value),
            Cell(
                gettext("unknown") if share.before_pct is None else percent(share.before_pct),
                share.before_pct,
            ),
            Cell(
                after,
                share.after_pct,
                bar=None
                if share.after_pct is None
                else ShareBar(share.after_pct, is_uncertain=uncertain, at_least=share.at_least),
            ),
        )

    def _show_imports(self, test: StressTest, row: StressRow) -> None:
        """Show the imports under each customs code, or why there are none."""
        lines = []
        if test.buyer is not None and row.imports is not None:
            heading = gettext("Imports by {buyer} from {removed}:")
            reason = texts.no_imports_text(self._shared.store, row, test.buyer)
            lines = [
                heading.format(
                    buyer=buyer_name(self._shared.store, test.buyer),
                    removed=texts.places_text(self._shared.store, test.removal),
                ),
                *([reason] if reason else map(texts.imports_text, row.imports.headings)),
            ]
        self.imports.setText("\n".join(lines))
        self.imports.setVisible(bool(lines))

    @Slot()
    def _open_supply(self) -> None:
        self._shared.state.set_tab("supply")

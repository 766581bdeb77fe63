"""Fact check: what the press article says, and what the data say about each claim."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from explorer.data import claim_record
from explorer.data.claims import checked_claims
from explorer.data.terms import VERDICTS, verdict_label
from explorer.data.writing.csv_file import csv_text
from explorer.guard import guarded
from explorer.language import gettext, ngettext
from explorer.models.views import ALL_VERDICTS, CLAIMS_VIEW, LIST, TABLE
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.claims.choice import claims_of
from explorer.ui.views.claims.claim_list import ClaimList
from explorer.ui.views.claims.claim_pane import ClaimPane
from explorer.ui.views.claims.claims_table import ClaimsTable
from explorer.ui.views.page import MARGINS, SCROLL_BAR
from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.file_saving import save_csv, save_rows, save_table, workbook
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP
from explorer.ui.widgets.title_line import TitleLine

LEAST_LIST, FIRST_SIZES = 280, (420, 860)


@guarded
class ClaimsView(QWidget):
    """Shows the claims as a list beside the selected one, or all of them as a table.

    `statementRequested` asks for the claims with the chosen verdict on printable pages.
    """

    opened = Signal()
    exportRequested = Signal(object)
    statementRequested = Signal(object, str)

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(gettext("Fact check"))
        self.list, self.pane, self.table = ClaimList(shared), ClaimPane(shared), ClaimsTable(shared)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.pane)
        split.setStretchFactor(1, 1)
        split.setSizes(list(FIRST_SIZES))
        self.list.setMinimumWidth(LEAST_LIST)
        self._pages = QStackedWidget()
        self._pages.addWidget(split)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._pages, 1)
        self._connect()
        self._show_state()

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        left, top, right, _ = MARGINS
        column.setContentsMargins(left, top, right + SCROLL_BAR, 2 * STEP)
        column.setSpacing(2 * STEP)
        self.layout_button = link_button("")
        self.save_xlsx = link_button(gettext("Save as XLSX…"))
        self.save_csv = link_button(gettext("Save as CSV…"))
        self.statement = link_button(gettext("Save as PDF…"))
        buttons = (self.layout_button, self.save_xlsx, self.save_csv, self.statement)
        line = TitleLine(gettext("Fact check"), buttons)
        self.subtitle = line.subtitle
        column.addWidget(line)
        chips = QWidget()
        flow = FlowLayout(chips, STEP)
        self.chips: dict[str, QPushButton] = {}
        for verdict in (ALL_VERDICTS, *VERDICTS):
            chip = self.chips[verdict] = toggle("")
            chip.clicked.connect(partial(self._choose_verdict, verdict))
            flow.addWidget(chip)
        column.addWidget(chips)
        return head

    def _connect(self) -> None:
        self._shared.state.optionsChanged.connect(self._options_changed)
        self.list.opened.connect(self.opened)
        self.list.filled.connect(self.pane.show_selected)
        self.list.chosen.connect(self._choose_claim)
        self.table.opened.connect(self.opened)
        self.table.chosen.connect(self._open_claim)
        self.pane.exportRequested.connect(self.exportRequested)
        self.layout_button.clicked.connect(self._switch_layout)
        self.save_xlsx.clicked.connect(self._save_xlsx)
        self.save_csv.clicked.connect(self._save_csv)
        self.statement.clicked.connect(self._request_statement)

    @Slot(str)
    def _options_changed(self, view: str) -> None:
        if view == CLAIMS_VIEW:
            self._show_state()

    def _show_state(self) -> None:
        """Show the counts, the chosen verdict and the layout."""
        options = self._shared.state.options(CLAIMS_VIEW)
        claims = checked_claims(self._shared.store)
        text = ngettext(
            "{count} claim of the press article that led to this reference",
            "{count} claims of the press article that led to this reference",
            len(claims),
        )
        self.subtitle.setText(text.format(count=len(claims)))
        for verdict, chip in self.chips.items():
            count = sum(verdict in (ALL_VERDICTS, c.claim.verdict) for c in claims)
            name = gettext("All") if verdict == ALL_VERDICTS else verdict_label(verdict)
            chip.setText(gettext("{name} {count}").format(name=name, count=count))
            chip.setChecked(verdict == options["verdict"])
        as_table = options["show"] == TABLE
        self._pages.setCurrentIndex(int(as_table))
        self.layout_button.setText(gettext("Show as a list") if as_table else gettext("Show as a table"))

    def csv(self) -> str:
        """Return the claims shown as `minor-metals claims --csv` prints them."""
        return csv_text(claim_record.HEADER, claim_record.rows(claims_of(self._shared)))

    def focus_content(self) -> None:
        """Move the focus to the list, or to the table."""
        if self._pages.currentWidget() is self.table:
            self.table.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.focus_content()

    def restyle(self, theme: Theme) -> None:
        """Draw everything again in a theme."""
        self.list.restyle(theme)
        self.table.restyle(theme)

    def export_content(self) -> bool:
        """Save the claims as a workbook or as CSV; return whether there are any."""
        if not claims_of(self._shared):
            return False
        self.table.fill()  # it may not have been shown for these options
        save_rows(self, "claims", self.csv, partial(workbook, self.table.table))
        return True

    def _choose_verdict(self, verdict: str) -> None:
        self._shared.state.set_option(CLAIMS_VIEW, "verdict", verdict)
        self._show_state()  # a chip that is clicked while it is chosen stays chosen

    @Slot(str)
    def _choose_claim(self, claim_id: str) -> None:
        self._shared.state.set_option(CLAIMS_VIEW, "claim", claim_id)

    @Slot(str)
    def _open_claim(self, claim_id: str) -> None:
        self._choose_claim(claim_id)
        self._shared.state.set_option(CLAIMS_VIEW, "show", LIST)
        self.focus_content()

    @Slot()
    def _switch_layout(self) -> None:
        shown = self._shared.state.options(CLAIMS_VIEW)["show"]
        self._shared.state.set_option(CLAIMS_VIEW, "show", LIST if shown == TABLE else TABLE)

    @Slot()
    def _save_xlsx(self) -> None:
        self.table.fill()  # it may not have been shown for these options
        save_table(self.table.table)

    @Slot()
    def _request_statement(self) -> None:
        verdict = self._shared.state.options(CLAIMS_VIEW)["verdict"]
        self.statementRequested.emit(claims_of(self._shared), "" if verdict == ALL_VERDICTS else verdict)

    @Slot()
    def _save_csv(self) -> None:
        save_csv(self, "claims.csv", self.csv)

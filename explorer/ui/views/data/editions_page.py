"""Editions: the data editions on this computer, which one is in use, and how to install and choose others."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.data.dates import show
from explorer.data.editions.current import older_text
from explorer.data.editions.folder import Edition, bundled_version, distinct_version
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.table import Cell, RecordTable
from explorer.models.views import EDITION_CHANGES_PAGE
from explorer.ui.views.data.page import DataPage
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.grid_view import GridView
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.layouts import FlowLayout
from explorer.ui.widgets.style import STEP


@guarded
class EditionsPage(DataPage):
    """Lists the editions; Enter or a double click uses one."""

    def build(self) -> None:
        """Build the explanation, the buttons and the table."""
        self._found: dict[str, Edition] = {}
        text = gettext(
            "Later editions come as files. Each file is fully checked before it is installed, and the edition that "
            "came with the program is kept. If an edition is damaged, the last good one is used instead."
        )
        self.column.addWidget(label(text, "muted"))
        self.note = label("", "age")
        self.column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._make_buttons())
        header = (
            *(gettext("Edition"), gettext("Controls checked to"), gettext("Installed"), gettext("State")),
            *(gettext("Name"), gettext("SHA-256")),
        )
        self.records = RecordTable(header, self)
        self.grid = GridView(gettext("Data editions on this computer"))
        self.grid.setModel(self.records)
        self.grid.setSortingEnabled(False)
        self.grid.cellChanged.connect(self._show_choices)
        self.grid.rowOpened.connect(self._use)
        self.column.addWidget(self.grid, 1)
        self.column.addStretch(0)
        for changed in (self.shared.editions.chosenElsewhere, self.shared.editions.removed):
            changed.connect(self.refresh)

    def _make_buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, 2 * STEP)
        self.install_button = QPushButton(gettext("Install data edition…"))
        self.install_button.setProperty("role", "primary")
        self.install_button.clicked.connect(self.shared.editions.installRequested)
        self.use_button = link_button(gettext("Use this edition"))
        self.use_button.clicked.connect(self._use)
        self.remove_button = link_button(gettext("Remove this edition…"))
        self.remove_button.clicked.connect(self._remove)
        self.previous_button = link_button("")
        self.previous_button.clicked.connect(self.shared.editions.roll_back)
        self.changes_button = link_button(gettext("Compare with the edition in use"))
        self.changes_button.clicked.connect(self._show_changes)
        for button in (
            *(self.install_button, self.use_button, self.previous_button),
            *(self.changes_button, self.remove_button),
        ):
            row.addWidget(button)
        return holder

    def fill(self) -> None:
        """Show the editions and what can be done with the selected one."""
        editions, store = self.shared.editions, self.shared.store
        self._found = {edition.name: edition for edition in editions.all()}
        older = "" if store.path == self._found["bundled"].path else editions.version_in_use(store)
        self.note.setText(older_text(older, bundled_version()) if older else "")
        self.note.setVisible(bool(self.note.text()))
        self.records.set_rows([self._cells(edition) for edition in self._found.values()])
        self.grid.fit_columns()
        self.grid.fit_height()
        self.grid.select_row(0)
        previous = editions.previous()
        self.previous_button.setVisible(previous is not None)
        if previous is not None:
            text = gettext("Go back to edition {version}")
            self.previous_button.setText(
                text.format(version=distinct_version(previous.path, previous.version))
            )
        self._show_choices()

    def focus_content(self) -> None:
        """Move the focus to the table."""
        self.grid.setFocus()

    def _cells(self, edition: Edition) -> tuple[Cell, ...]:
        unknown = gettext("unknown")
        installed = show(edition.installed) if edition.installed else gettext("came with the program")
        return (
            Cell(edition.version or unknown, key=edition.name),
            Cell(show(edition.verified_to) or unknown),
            Cell(installed),
            Cell(self._state(edition), tip=edition.fault),
            Cell(edition.name),
            Cell(edition.sha256 or unknown),
        )

    def _state(self, edition: Edition) -> str:
        if edition.fault:
            return gettext("damaged")
        return gettext("in use") if self._is_in_use(edition) else ""

    def _is_in_use(self, edition: Edition) -> bool:
        return edition.path == self.shared.store.path

    @property
    def _selected(self) -> Edition | None:
        index = self.grid.currentIndex()
        return self._found.get(self.records.rows[index.row()][0].key) if index.isValid() else None

    @Slot()
    def _show_choices(self) -> None:
        """Enable what the selected edition allows."""
        edition = self._selected
        is_other = edition is not None and not self._is_in_use(edition) and not edition.fault
        for button in (self.use_button, self.changes_button):
            button.setEnabled(is_other)
        self.remove_button.setEnabled(
            edition is not None and not edition.is_bundled and not self._is_in_use(edition)
        )

    @Slot()
    def _use(self) -> None:
        edition = self._selected
        if edition is not None and not self._is_in_use(edition):
            self.shared.editions.use(edition.name)

    @Slot()
    def _remove(self) -> None:
        edition = self._selected
        if edition is not None:
            self.shared.editions.removeRequested.emit(edition)

    @Slot()
    def _show_changes(self) -> None:
        edition = self._selected
        if edition is not None:
            in_use = self.shared.editions.in_use(self.shared.store)
            self.choose(old=edition.name, new=in_use, page=EDITION_CHANGES_PAGE)

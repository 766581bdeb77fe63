"""What the user enters about a series: its metal, name, unit and currency."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from explorer.data.reading.records import Candidate
from explorer.data.reading.units import find_unit
from explorer.data.store import Store
from explorer.data.user.records import LONGEST_NAME, LONGEST_UNIT, SeriesFacts
from explorer.language import gettext
from explorer.ui.widgets.labels import label


class FactsForm(QWidget):
    """Fields filled in from a file, which the user can change; `changed` is emitted when a text changes."""

    changed = Signal()

    def __init__(self, store: Store, metal_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.metal = QComboBox()
        for metal in store.metals.values():
            self.metal.addItem(f"{metal.name_en} {metal.name_zh}", metal.metal_id)
        self.metal.setCurrentIndex(max(self.metal.findData(metal_id), 0))
        self.name, self.unit, self.currency = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.unit.setMaxLength(LONGEST_UNIT)
        self.unit.setPlaceholderText("USD/kg")
        self.currency.setMaxLength(3)
        self.currency.setPlaceholderText("USD")
        for text, field in (
            (gettext("Metal"), self.metal),
            (gettext("Name"), self.name),
            (gettext("Unit"), self.unit),
            (gettext("Currency"), self.currency),
        ):
            self._add(text, field)
        for edit in (self.name, self.unit, self.currency):
            edit.textChanged.connect(self.changed)
        self.unit.textEdited.connect(self._unit_edited)

    def _add(self, text: str, field: QWidget) -> None:
        title = label(text, "muted", wrap=False, selectable=False)
        title.setBuddy(field)
        field.setAccessibleName(text)
        self._rows.addRow(title, field)

    def suggest(self, found: Candidate) -> None:
        """Fill in what the file says about a series."""
        self.name.setText(found.name[:LONGEST_NAME])
        self.unit.setText(found.unit)
        self.currency.setText(found.currency)

    def facts(self, found: Candidate, file_name: str | None) -> SeriesFacts:
        """Return what the user entered about a series."""
        return SeriesFacts(
            self.metal.currentData(),
            self.name.text().strip(),
            self.unit.text().strip(),
            self.currency.text().strip().upper(),
            found.frequency,
            file_name,
        )

    @property
    def is_complete(self) -> bool:
        """Whether every field is filled in."""
        return all(edit.text().strip() for edit in (self.name, self.unit, self.currency))

    @Slot(str)
    def _unit_edited(self, text: str) -> None:
        """Take the currency from the unit if the unit names one."""
        currency = find_unit(text)[1]
        if currency:
            self.currency.setText(currency)

"""The addresses of official texts, each to open and to copy, with whether the page was opened."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.controls.addresses import Address, how_read
from explorer.data.web_address import insecure_remark, is_insecure
from explorer.language import gettext
from explorer.ui.browser import open_in_browser
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import STEP


class AddressList(QWidget):
    """Addresses below one another, or the sentence that none is on file."""

    def __init__(self, found: Sequence[Address], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        if not found:
            column.addWidget(label(gettext("No address of an official text is on file."), "muted"))
        for address in found:
            column.addWidget(AddressRow(address))


class AddressRow(QWidget):
    """One address with what is there and what is known about it."""

    def __init__(self, address: Address, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(address.url))
        if is_insecure(address.url):
            column.addWidget(label(insecure_remark(), "warning"))
        column.addWidget(label(address_remark(address), "muted"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for text, name, slot in (
            (gettext("Open in browser"), gettext("Open {address} in the browser"), self._open),
            (gettext("Copy address"), gettext("Copy {address}"), self._copy),
        ):
            button = link_button(text)
            button.setAccessibleName(name.format(address=address.url))
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    @Slot()
    def _open(self) -> None:
        open_in_browser(self._address.url)

    @Slot()
    def _copy(self) -> None:
        copy_text(self, self._address.url)


def address_remark(address: Address) -> str:
    """Return what is at an address, whether the page was opened, and the note on it."""
    note = how_read(address).rstrip(".")
    text = {
        (False, False): gettext("{title}."),
        (False, True): gettext("{title}. {note}."),
        (True, False): gettext("{title}. This page was not opened."),
        (True, True): gettext("{title}. This page was not opened: {note}."),
    }[address.not_opened, bool(note)]
    return text.format(title=address.title.rstrip("."), note=note)

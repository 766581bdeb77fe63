"""Opens web addresses in the system browser; no other module opens an address.

The user sees an address before it is opened: beside its button, in the entry of a menu, or in the menu of `offer`.
"""

from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from explorer.data.web_address import insecure_remark, is_insecure, opening_text
from explorer.language import gettext
from explorer.ui.widgets.clipboard import copy_text


def is_web_address(address: str | None) -> bool:
    """Return whether this is a web address: any other kind could open a file or start a program.

    One with a user name before its host, which can look like another host, is not opened either.
    """
    url = QUrl(address or "", QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme() in ("http", "https")
    return is_web and bool(url.host()) and not url.userInfo()


def open_in_browser(address: str | None) -> bool:
    """Open a web address that the user has seen; return whether it was opened."""
    return address is not None and is_web_address(address) and QDesktopServices.openUrl(QUrl(address))


def offer(owner: QWidget, address: str | None) -> QMenu | None:
    """Show a web address in a menu that opens or copies it; return the menu, None for another address."""
    if address is None or not is_web_address(address):
        return None
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if is_insecure(address):
        menu.addAction(insecure_remark()).setEnabled(False)
    opening = menu.addAction(opening_text(address).replace("&", "&&"))
    opening.triggered.connect(partial(open_in_browser, address))
    menu.addAction(gettext("Copy address")).triggered.connect(partial(copy_text, owner, address))
    menu.setActiveAction(opening)
    at = owner.mapFromGlobal(QCursor.pos())
    menu.popup(owner.mapToGlobal(at if owner.rect().contains(at) else owner.rect().center()))
    return menu

"""Opens web addresses in the system browser; no other module opens an address."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def is_web_address(address: str | None) -> bool:
    """Return whether this is a web address: any other kind could open a file or start a program."""
    url = QUrl(address or "", QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in ("http", "https") and bool(url.host())


def open_in_browser(address: str | None) -> bool:
    """Open a web address; return whether it was opened."""
    return address is not None and is_web_address(address) and QDesktopServices.openUrl(QUrl(address))

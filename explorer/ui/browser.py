"""The one way out of the program: addresses of the web, which open in the browser of the system."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def is_web_address(address: str | None) -> bool:
    """Tell whether an address leads to the web: one of another kind could open a file or start a program."""
    url = QUrl(address or "", QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() in ("http", "https") and bool(url.host())


def open_in_browser(address: str | None) -> bool:
    """Open an address of the web; return whether that was done."""
    return address is not None and is_web_address(address) and QDesktopServices.openUrl(QUrl(address))

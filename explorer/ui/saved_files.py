"""Opens a file that the program has written, or its folder, with the programs of the system; nothing else does."""

import sys
from pathlib import Path

from PySide6.QtCore import QDir, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

_FILE_MANAGER, _FILE_MANAGER_PATH = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
_ANSWER_MS = 3_000


def open_file(path: Path) -> bool:
    """Open a file, or a folder, in the program that the system has for it; return whether it was opened."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute())))


def show_in_folder(path: Path) -> bool:
    """Open the folder of a file, with the file selected where the system offers that; return whether it was opened."""
    return path.exists() and (_selected(path.absolute()) or open_file(path.parent))


def _selected(path: Path) -> bool:
    """Open the folder of a file with the file selected; return whether the system has done so."""
    if sys.platform == "win32":
        return QProcess.startDetached("explorer.exe", ["/select,", QDir.toNativeSeparators(str(path))])[0]
    if sys.platform == "darwin":
        return QProcess.startDetached("open", ["-R", str(path)])[0]
    return _selected_over_dbus(path)


def _selected_over_dbus(path: Path) -> bool:
    """Ask the file manager of a Linux desktop, if one answers."""
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage
    except ImportError:
        return False
    message = QDBusMessage.createMethodCall(_FILE_MANAGER, _FILE_MANAGER_PATH, _FILE_MANAGER, "ShowItems")
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    answer = QDBusConnection.sessionBus().call(message, QDBus.CallMode.Block, _ANSWER_MS)
    return answer.type() == QDBusMessage.MessageType.ReplyMessage

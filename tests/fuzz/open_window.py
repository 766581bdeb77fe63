"""A real window for the cases of a process, and what goes wrong in it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from explorer.ui.windows.main_window import MainWindow

IGNORED = ("This plugin does not support", "OpenType support missing")  # of the platform, and of rare scripts


class Faults(list[str]):
    """The exceptions that nothing caught, and the warnings of Qt, since the last `take`."""

    def __init__(self) -> None:
        super().__init__()
        from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

        def heard(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
            if kind != QtMsgType.QtDebugMsg and not message.startswith(IGNORED):
                self.append(message)

        def caught(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
            self.append(f"{kind.__name__}: {error}")

        qInstallMessageHandler(heard)
        sys.excepthook = caught

    def take(self) -> str:
        """Return the first fault, empty for none, and forget all."""
        first = self[0] if self else ""
        self.clear()
        return first


@contextmanager
def opened(data: Path, settings: "QSettings | None" = None) -> Iterator[tuple["MainWindow", Faults]]:
    """Yield a window on a data file, as at the start of the program, and the list of its faults."""
    from explorer.app import load_fonts_and_icon, make_application
    from explorer.data.store import Store
    from explorer.models.own_entries import load_entries
    from explorer.ui.windows.main_window import MainWindow
    from explorer.ui.windows.session import restored_state

    app = make_application()
    faults = Faults()
    load_fonts_and_icon(app)
    window = MainWindow(settings, lambda: "report")
    with Store.open(data, is_checked=True) as store:
        load_entries(store)
        window.populate(store, restored_state(store, settings))
        window.show()
        settle()
        try:
            yield window, faults
        finally:
            window.close()


def settle() -> None:
    """Let the window do what is due."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

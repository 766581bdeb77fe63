"""Interrupts the program inside a method that Qt calls, and prints the resulting exception."""

import os
import signal

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.guard import guarded


@guarded
class Interrupted(QWidget):
    """A widget that never finishes being shown."""

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the interrupt."""
        os.kill(os.getpid(), signal.SIGINT)
        while True:
            pass


def main() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in a background shell
    application = QApplication([])
    try:
        Interrupted().show()
        application.processEvents()
    except KeyboardInterrupt as interrupt:
        print(type(interrupt).__name__)


if __name__ == "__main__":
    main()

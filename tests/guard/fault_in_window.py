"""Opens the window with a page that fails when it is shown, and prints the sentence of the banner."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from explorer import app
from explorer.models.view_request import ViewRequest
from explorer.process.launch import Launch
from explorer.ui.views.metals.tabs.overview import TabPage
from explorer.ui.windows.workspace import Workspace


def fail(page: TabPage) -> None:
    int("a wrong letter")


def print_banner() -> None:
    """Print the sentence of the banner when it is shown, and close the window as a user does."""
    for window in QApplication.topLevelWidgets():
        workspace = window.findChild(Workspace)
        if workspace is not None and not workspace.banner.isHidden():
            print(workspace.banner.sentence)
            window.close()
            return
    QTimer.singleShot(20, print_banner)


def main() -> None:
    TabPage.refresh = fail  # type: ignore[method-assign]
    application = app.make_application()
    QTimer.singleShot(0, application, print_banner)
    sys.exit(app.run(Launch(ViewRequest(tab="overview"), data=Path(sys.argv[1])), str))


if __name__ == "__main__":
    main()

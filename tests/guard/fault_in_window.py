"""Opens the window with a page that fails when it is shown, and prints what the banner says."""

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


def look() -> None:
    """Print what the banner says once it says something, and end the program as a user does."""
    for window in QApplication.topLevelWidgets():
        workspace = window.findChild(Workspace)
        if workspace is not None and not workspace.banner.isHidden():
            print(workspace.banner.sentence)
            window.close()
            return
    QTimer.singleShot(20, look)


def main() -> None:
    TabPage.refresh = fail  # type: ignore[method-assign]
    application = app.make_application()
    QTimer.singleShot(0, application, look)
    sys.exit(app.run(Launch(ViewRequest(tab="overview"), data=Path(sys.argv[1])), str))


if __name__ == "__main__":
    main()

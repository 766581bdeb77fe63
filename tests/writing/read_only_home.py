"""Opens the window, changes a setting and saves own data in a home where nothing can be written; prints what it says.

python -m tests.writing.read_only_home DATA HOME
"""

import json
import os
import sys
from pathlib import Path

from tests.fuzz.open_window import opened, settle
from tests.writing.obstacles import NOBODY


def main(arguments: list[str]) -> int:
    """Open the window while everything can be read, then take the right to write away."""
    from explorer.data.user.user_file import UserFile
    from explorer.data.user.watchlist import add_to_watchlist
    from explorer.errors import KnownError
    from explorer.process.single_instance import instance_address
    from explorer.ui.windows.session import open_settings

    data, home = map(Path, arguments)
    with opened(data, open_settings()) as (window, faults):
        home.chmod(0o555)
        if os.geteuid() == 0:
            os.setgroups([])
            os.setegid(NOBODY)
            os.seteuid(NOBODY)
        window.workspace.state.set_theme("dark")
        window.save_session()
        settle()
        said = window.workspace.banner.sentence
        window.workspace.banner.hide()
        window.save_session()
        again = not window.workspace.banner.isHidden()
        fault = faults.take()
    try:
        add_to_watchlist(UserFile(), "tin")
        own = ""
    except KnownError as error:
        own = str(error)
    address = instance_address(None, os.environ)
    found = {"said": said, "again": again, "fault": fault, "own": own, "address": address is not None}
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

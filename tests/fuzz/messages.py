"""Puts thousands of damaged requests into the folder from which an open window takes those of later launches.

See `tests.fuzz.cases` for the options. A request is shown, with the sentence of the window, or ignored: then the later
launch opens a window of its own. No request may stay behind, be read beyond its limit, or stop the window.
"""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fuzz import message_mutations
from tests.fuzz.cases import FAILED, Attempt, Fuzz, main
from tests.fuzz.data_files import make_base
from tests.fuzz.links import try_link
from tests.fuzz.open_window import opened

KINDS = message_mutations.KINDS
IGNORED = "ignored"


def prepare(folder: Path) -> None:
    """Make the data file of the window."""
    make_base(folder / "base.db")


@contextmanager
def session(prepared: Path) -> Iterator[Attempt]:
    """Yield the attempt to send a request to a window."""
    from explorer.process.instance_server import InstanceServer
    from explorer.process.single_instance import InstanceAddress

    with opened(prepared / "base.db") as (window, faults):

        def attempt(folder: Path, kind: str, seed: int) -> tuple[str, str]:
            address = InstanceAddress(folder, "0123abcd")
            KINDS[kind](address, random.Random(seed), time.time())
            links: list[str] = []
            server = InstanceServer(address)
            server.requestReceived.connect(links.append)
            server.start()
            server.close()
            server.deleteLater()
            # One that cannot be renamed is left for its sender, who deletes it.
            left = [
                p.name for p in address.requests() if p.is_file() and not p.with_suffix(".taken").is_dir()
            ]
            if left:
                return FAILED, f"A request stays behind: {left[0]!r}"
            fault = faults.take()
            if fault:
                return FAILED, fault
            return try_link(window, faults, links[-1]) if links else (IGNORED, "")

        yield attempt


FUZZ = Fuzz("messages", KINDS, prepare, session, chunk=200, rare=message_mutations.RARE)

if __name__ == "__main__":
    sys.exit(main(FUZZ))

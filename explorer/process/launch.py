"""The options of one launch of the program."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from explorer.models.view_request import ViewRequest
    from explorer.process.instance_lock import InstanceLock


class Launch(Struct):
    """The view to show, the data file, and the lock of the first instance where this launch holds it."""

    view: "ViewRequest"
    link: str = ""
    data: Path | None = None
    lock: "InstanceLock | None" = None

    def release_lock(self) -> None:
        """Let the next launch be the first instance."""
        if self.lock is not None:
            self.lock.release()
            self.lock = None

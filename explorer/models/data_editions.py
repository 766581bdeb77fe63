"""The data editions in the window: requests to install an edition and to open another one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from explorer.data.editions.choice import read_choice
from explorer.data.editions.folder import Edition, distinct_version, editions, name_of
from explorer.data.store import Store
from explorer.errors import KnownError


class DataEditions(QObject):
    """Lists and chooses editions; `chosen` asks to open the edition that is now the chosen one.

    `installRequested` asks for the dialog that installs one, `removeRequested` for the one that removes the edition it
    gives. `removed` reports the name of one that was removed, `failed` why an edition was not chosen or removed, and
    `chosenElsewhere` that a command or another window has chosen another one since.
    """

    installRequested = Signal()
    removeRequested = Signal(object)
    chosen = Signal()
    chosenElsewhere = Signal()
    removed = Signal(str)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = read_choice()[0].use

    def all(self) -> list[Edition]:
        """Return all editions, that of the program first."""
        return editions()

    def in_use(self, store: Store) -> str:
        """Return the name of the edition of a store, empty for another data file."""
        return name_of(store.path)

    def version_in_use(self, store: Store) -> str:
        """Return the version of a store, or the name of its edition where another one here has that version."""
        return distinct_version(store.path, store.edition.data_version)

    def previous(self) -> Edition | None:
        """Return the edition that was used before, None without one."""
        # Imports the check of files too, which a start does not need.
        from explorer.data.editions.actions import previous

        return previous()

    def use(self, name: str) -> None:
        """Choose an edition."""
        from explorer.data.editions.actions import use

        self._choose(lambda: use(name))

    def roll_back(self) -> None:
        """Choose the edition that was used before."""
        from explorer.data.editions.actions import roll_back

        self._choose(roll_back)

    def remove(self, name: str, store: Store) -> None:
        """Remove an installed edition; that of the store stays."""
        from explorer.data.editions.actions import remove

        try:
            removed = remove(name, shown=store.path)
        except KnownError as error:
            self.failed.emit(str(error))
        else:
            self.removed.emit(removed.name)

    def reload(self, store: Store) -> None:
        """Report another choice, if there is one; that of the edition of the store is none."""
        name = read_choice()[0].use
        if name != self._name:
            self._name = name
            if name != self.in_use(store):
                self.chosenElsewhere.emit()

    def _choose(self, choose: Callable[[], Edition]) -> None:
        try:
            choose()
        except KnownError as error:
            self.failed.emit(str(error))
        else:
            self.chosen.emit()

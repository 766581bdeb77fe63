"""The lock that makes one launch of the program the first instance."""

from PySide6.QtCore import QLockFile

from explorer.process.single_instance import InstanceAddress

_WAIT_MS = 40


class InstanceLock:
    """Held by the first instance until it ends; a lock that a crash left behind is replaced."""

    def __init__(self, address: InstanceAddress) -> None:
        self.address = address
        self._file = QLockFile(str(address.lock))
        self._file.setStaleLockTime(0)  # age does not matter: a window may be open for days

    def acquire(self) -> bool:
        """Return whether this process is now the first instance."""
        if self._file.tryLock(_WAIT_MS):
            return True
        # Qt trusts the process number in the file, which another process may have by now. The system does not let the
        # file of a live owner be removed.
        return self.is_held_by_another() and self._file.removeStaleLockFile() and self._file.tryLock(0)

    def is_held_by_another(self) -> bool:
        """Return whether the last attempt failed because of another instance, not because no file can be made."""
        return self._file.error() == QLockFile.LockError.LockFailedError

    def release(self) -> None:
        """Let the next launch be the first instance."""
        self._file.unlock()

"""The SHA-256 of data files, and the one that the build leaves beside its own."""

import contextlib
import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksum_file(path: Path) -> Path:
    """Return where the build leaves the SHA-256 of a data file, as `sha256sum` writes it."""
    return path.with_name(f"{path.name}.sha256")


def expected(path: Path) -> str:
    """Return the SHA-256 that the build left beside a data file, empty where there is none."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return checksum_file(path).read_text(encoding="ascii").split(maxsplit=1)[0]
    return ""

"""The paths of the program's own files: in a checkout, an installed package or a frozen bundle."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder `resources`: inside an installed package, next to the package in a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def own_command() -> list[str]:
    """Return the command that starts this program."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "explorer"]


def data_file() -> Path:
    """Return the path of the bundled database, which need not exist."""
    return resources() / "metals.db"

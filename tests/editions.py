"""Editions for the tests: later and earlier ones than the frozen edition."""

import shutil
from pathlib import Path

from db.build import build
from tests import new_edition

EARLIER_VERSION = "2020.06"


def build_later(folder: Path, facts: Path) -> Path:
    """Build the later edition of `tests.new_edition` from a folder of facts; return its data file."""
    data = Path(shutil.copytree(facts, folder / "facts"))
    new_edition.create_edition(data)
    build(folder / "metals.db", data)
    return folder / "metals.db"


def build_version(folder: Path, facts: Path, version: str) -> Path:
    """Build an edition with another version and the same facts; return its data file."""

    def change(rows: list[new_edition.Row]) -> None:
        for row in rows:
            if row["key"] == "data_version":
                row["value"] = version

    data = Path(shutil.copytree(facts, folder / "facts"))
    new_edition.edit(data, "meta", change)
    build(folder / "metals.db", data)
    return folder / "metals.db"


def copied(file: Path, target: Path) -> Path:
    """Copy a data file and its checksum file; return the copy."""
    shutil.copy(file, target)
    text = file.with_name(f"{file.name}.sha256").read_text()
    target.with_name(f"{target.name}.sha256").write_text(text.replace(file.name, target.name))
    return target

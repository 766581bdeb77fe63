"""Builds the data file, its checksum and its description before a wheel is built, so that the wheel contains them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataFileHook(BuildHookInterface[Any]):
    """Builds these files for wheels, editable ones too; a source archive carries the facts alone."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the data file and its description into the project's resources."""
        if self.target_name != "wheel":
            return
        build, schema = self._builders()
        build.build(self._resources / "metals.db")
        schema.write_description(self._resources / "tables.json")
        if version == "editable":
            # An editable install reads the checkout: a marker takes the place of a second copy of everything.
            build_data["force_include_editable"] = {"resources/.gitkeep": "explorer/resources/.gitkeep"}

    def clean(self, versions: list[str]) -> None:
        """Remove the data file, its checksum and its description."""
        for name in ("metals.db", "metals.db.sha256", "tables.json"):
            (self._resources / name).unlink(missing_ok=True)

    @property
    def _resources(self) -> Path:
        return Path(self.root) / "resources"

    def _builders(self) -> tuple[Any, Any]:
        # This file is loaded by its path, so its package is not on the import path yet.
        if self.root not in sys.path:
            sys.path.insert(0, self.root)
        from db import build, schema

        return build, schema

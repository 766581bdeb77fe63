"""Builds the data file before a wheel is made, so that what is installed has one."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataFileHook(BuildHookInterface[Any]):
    """Builds the data file for wheels, editable ones too; a source archive carries the facts alone."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the data file into the project's resources."""
        if self.target_name != "wheel":
            return
        self._build().build(self._data_file)
        if version == "editable":
            # An editable install reads the checkout: a marker takes the place of a second copy of everything.
            build_data["force_include_editable"] = {"resources/.gitkeep": "explorer/resources/.gitkeep"}

    def clean(self, versions: list[str]) -> None:
        """Remove the data file."""
        self._data_file.unlink(missing_ok=True)

    @property
    def _data_file(self) -> Path:
        return Path(self.root) / "resources" / "metals.db"

    def _build(self) -> Any:
        # This file is loaded by its path, so that the package it belongs to has to be made known first.
        if self.root not in sys.path:
            sys.path.insert(0, self.root)
        from db import build

        return build

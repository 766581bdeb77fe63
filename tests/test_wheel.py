"""What an installed explorer gets of the resources: all but the pictures of the README."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = {"screenshot.png", "charts.png", "desktop", "packaging"}


def test_a_wheel_carries_all_resources_but_what_readme_and_packages_need() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    there = {p.name for p in (ROOT / "resources").iterdir() if not p.name.startswith(".")}
    carried = {Path(source).name for source in included if source.startswith("resources/")}
    assert there - LEFT_OUT <= carried and not carried & LEFT_OUT
    assert all(target == f"explorer/{source}" for source, target in included.items())

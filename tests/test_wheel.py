"""What wheels, source archives and packages carry of the resources."""

import ast
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = {"screenshot.png", "charts.png", "desktop", "i18n", "packaging"}
BUILT = {"metals.db", "metals.db.sha256", "tables.json"}


def targets() -> dict[str, Any]:
    """Return what the packager is told about wheels and source archives."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    said: dict[str, Any] = project["tool"]["hatch"]["build"]["targets"]
    return said


def test_a_wheel_carries_all_resources_but_those_of_readme_packages_and_developers() -> None:
    included = targets()["wheel"]["force-include"]
    there = {p.name for p in (ROOT / "resources").iterdir() if not p.name.startswith(".")}
    carried = {Path(source).name for source in included if source.startswith("resources/")}
    assert (there | BUILT) - LEFT_OUT <= carried and not carried & LEFT_OUT
    assert all(target == f"explorer/{source}" for source, target in included.items())


def test_a_source_archive_carries_no_built_file() -> None:
    assert set(targets()["sdist"]["exclude"]) == {f"resources/{name}" for name in BUILT}


def packaged() -> list[tuple[str, str]]:
    """Return the resources that a package carries, each a pattern with its folder."""
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    [bundled] = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "RESOURCES"
    ]
    return bundled


def test_a_package_carries_every_built_file() -> None:
    assert {(name, ".") for name in BUILT} <= set(packaged())


def test_a_package_carries_every_resource_that_a_wheel_does() -> None:
    included = (Path(source) for source in targets()["wheel"]["force-include"])
    folders = {source.name for source in included if source.parts[0] == "resources" and not source.suffix}
    assert folders == {folder for _, folder in packaged()} - {"."}

"""The import rule: one direction, folder by folder, followed through all modules that lie between."""

import ast
from collections.abc import Iterator

import pytest

from tests.imports import PACKAGE, ROOT, imported, inside, modules, reached

BASE = ("errors", "paths", "language", "guard", "files")
CHART_BASE = (
    "charts.spec",
    "charts.style",
    "charts.text",
    "charts.ticks",
    "charts.grouping",
    "charts.figures",
    "charts.zoom",
    "charts.axis_note",
    "charts.hidden_series",
    "charts.own_notes",
    "charts.map_classes",
    "charts.source_line",
)

# What each folder may reach, through whatever module; the longest name of a folder counts.
MAY_REACH = {
    "data": ("data", "errors", "paths", "language"),
    "data.user": ("data", "errors", "paths", "language", "files"),
    "data.editions": ("data", "errors", "paths", "language", "files"),
    "data.evidence": ("data", "errors", "paths", "language", "files"),
    "palette": (),
    "charts": ("charts", "palette", "data", *BASE),
    "charts.spec": (
        "charts.spec",
        "data.context",
        "data.periodic",
        "data.overview",
        "data.records",
        "data.metal_names",
    ),
    "charts.style": (),
    "charts.text": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.ticks": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.grouping": (),
    "charts.zoom": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.hidden_series": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.own_notes": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.map_classes": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.source_line": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.axis_note": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.colours": (*CHART_BASE, "palette", "data", "errors", "paths", "language"),
    "charts.figures": (*CHART_BASE, "data", "errors", "paths", "language"),
    "charts.builders": ("charts.builders", *CHART_BASE, "data", "errors", "paths", "language"),
    "charts.words": ("charts.words", *CHART_BASE, "data", "errors", "paths", "language"),
    "charts.plot": ("charts.plot", "charts.words", "charts.colours", "palette", *CHART_BASE, "data", *BASE),
    "charts.shapes": (
        "charts.shapes",
        "charts.plot",
        "charts.words",
        "charts.colours",
        "palette",
        *CHART_BASE,
        "data",
        *BASE,
    ),
    "charts.output": (
        "charts.output",
        "charts.summary",
        "charts.shapes",
        "charts.plot",
        "charts.colours",
        "charts.words",
        "palette",
        *CHART_BASE,
        "data",
        *BASE,
    ),
    "factsheet": ("factsheet", "charts", "palette", "data", *BASE),
    "factsheet.facts": (
        "factsheet.facts",
        "charts.builders",
        *CHART_BASE,
        "data",
        "errors",
        "paths",
        "language",
    ),
    "protocol": ("protocol", "errors", "language"),
    "models": ("models", "data", *BASE),
    "process": ("process", "models", "data", *BASE),
    "ui": ("ui", "models", "charts", "factsheet", "palette", "data", *BASE),
    "ui.widgets": ("ui.widgets", "models", "charts", "palette", "data", *BASE),
    "ui.cards": (
        "ui.cards",
        "ui.widgets",
        "ui.browser",
        "ui.view_context",
        "models",
        "charts",
        "palette",
        "data",
        *BASE,
    ),
    "ui.dialogs": (
        "ui.dialogs",
        "ui.widgets",
        "ui.view_context",
        "models",
        "charts",
        "factsheet",
        "palette",
        "data",
        *BASE,
    ),
    "ui.views": (
        "ui.views",
        "ui.cards",
        "ui.widgets",
        "ui.browser",
        "ui.view_context",
        "models",
        "charts",
        "palette",
        "data",
        *BASE,
    ),
    "__main__": (
        "cli",
        "app",
        "commands",
        "protocol",
        "process",
        "ui",
        "models",
        "charts",
        "factsheet",
        "palette",
        "data",
        *BASE,
    ),
    "app": ("ui", "process", "models", "charts", "factsheet", "palette", "data", *BASE),
    "commands": (
        "commands",
        "protocol",
        "app",
        "process",
        "ui",
        "models",
        "charts",
        "factsheet",
        "palette",
        "data",
        *BASE,
    ),
    "cli": (
        "commands",
        "protocol",
        "app",
        "process",
        "ui",
        "models",
        "charts",
        "factsheet",
        "palette",
        "data",
        *BASE,
    ),
}
BOTTOM = ("errors", "paths", "language", "guard", "files")
QT = ("PySide6", "pyqtgraph", "numpy")
LIBRARY = "explorer.charts.plot.library"
NO_QT = (
    "palette",
    "data",
    "charts.spec",
    "charts.style",
    "charts.text",
    "charts.ticks",
    "charts.grouping",
    "charts.figures",
    "charts.zoom",
    "charts.axis_note",
    "charts.colours",
    "charts.builders",
    "charts.words",
    "factsheet.facts",
    "protocol",
    "process.display",
    "process.single_instance",
    "errors",
    "paths",
    "language",
    "files",
)
ONLY_QTCORE = ("models", "guard")
# What a command imports before it runs.
LIGHT = ("commands", "cli", "protocol", "data", "process", "errors", "paths", "language", "files")


def is_in(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == f"explorer.{p}" or module.startswith(f"explorer.{p}.") for p in packages)


def rule_of(module: str) -> str:
    """Return the longest folder with a rule that a module lies in, empty where none has one."""
    found = [folder for folder in MAY_REACH if is_in(module, (folder,))]
    return max(found, key=len, default="")


@pytest.mark.parametrize("module", [m for m in modules() if m != "explorer"])
def test_a_module_reaches_only_what_its_layer_may(module: str) -> None:
    rule = rule_of(module)
    assert rule or is_in(module, BOTTOM), f"{module}: no rule for its folder"
    allowed = (*MAY_REACH.get(rule, LIGHT), rule)
    for name, path in reached(module).items():
        if name.startswith("explorer.") and name in modules():
            assert is_in(name, allowed) or name == module, " -> ".join(path)


def test_every_rule_has_its_folder() -> None:
    for folder in {*MAY_REACH, *BOTTOM, *(f for allowed in MAY_REACH.values() for f in allowed)}:
        assert f"explorer.{folder}" in modules(), folder


@pytest.mark.parametrize("folder", NO_QT)
def test_facts_and_descriptions_need_no_qt(folder: str) -> None:
    for module in inside(f"explorer.{folder}"):
        for name, path in reached(module).items():
            assert name.split(".")[0] not in QT, " -> ".join(path)


@pytest.mark.parametrize("folder", ONLY_QTCORE)
def test_models_need_no_widgets(folder: str) -> None:
    for module in inside(f"explorer.{folder}"):
        for name, path in reached(module).items():
            assert name.split(".")[0] not in QT or name == "PySide6" or name.startswith("PySide6.QtCore"), (
                " -> ".join(path)
            )


@pytest.mark.parametrize("module", [*inside("explorer.commands"), "explorer.cli"])
def test_a_command_imports_no_more_than_data_before_it_runs(module: str) -> None:
    for name, path in reached(module, at_start=True).items():
        assert name.split(".")[0] not in QT, " -> ".join(path)
        if name.startswith("explorer.") and name in modules():
            assert is_in(name, LIGHT), " -> ".join(path)


def test_builder_and_explorer_do_not_know_each_other() -> None:
    for module in modules():
        assert not any(n.split(".")[0] in ("db", "sqlite_utils") for n in imported(module)), module
    for path in sorted((ROOT / "db").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        named += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
        assert not any(n.split(".")[0] == "explorer" for n in named), path


@pytest.mark.parametrize("module", ["explorer.app", "explorer.cli", *inside("explorer.ui")])
def test_the_window_does_not_import_the_plotting_library_at_start(module: str) -> None:
    found = imported(module, at_start=True)
    assert LIBRARY not in found and not any(n.split(".")[0] in ("pyqtgraph", "numpy") for n in found)


def test_the_plotting_library_is_imported_in_one_place() -> None:
    users = [m for m in modules() if any(n.split(".")[0] == "pyqtgraph" for n in imported(m))]
    assert users == [LIBRARY]


def calls(name: str, folder: str = "explorer") -> Iterator[tuple[str, ast.Call]]:
    """Yield each call of a method of that name with the place where it is."""
    for module in inside(folder):
        path = modules()[module]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def test_no_translated_text_is_an_f_string() -> None:
    """A text that is put together before it is looked up can't be translated."""
    for place, call in calls("tr"):
        assert not isinstance(call.args[0], ast.JoinedStr), place


def test_a_delayed_call_ends_with_the_object_that_asked_for_it() -> None:
    """Without an object to go by, Qt calls a method of a window that is gone."""
    for place, call in calls("singleShot"):
        assert len(call.args) == 3, place

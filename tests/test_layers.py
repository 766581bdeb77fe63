"""The import rule: one direction, from data over charts and models to widgets; read off the syntax trees."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "explorer"

OWN = {
    "explorer.data": {"explorer.data", "explorer.errors", "explorer.paths"},
    "explorer.charts": {
        "explorer.charts",
        "explorer.data",
        "explorer.errors",
        "explorer.guard",
        "explorer.paths",
    },
    "explorer.sheet": {
        "explorer.sheet",
        "explorer.charts",
        "explorer.data",
        "explorer.errors",
        "explorer.paths",
    },
    "explorer.models": {
        "explorer.models",
        "explorer.data",
        "explorer.errors",
        "explorer.guard",
        "explorer.paths",
    },
    "explorer.ui": {
        "explorer.ui",
        "explorer.models",
        "explorer.sheet",
        "explorer.charts",
        "explorer.data",
        "explorer.errors",
        "explorer.guard",
        "explorer.paths",
        "explorer.process.single_instance",
    },
}
DRAWING = {
    "draw",
    "render",
    "frame",
    "typeset",
    "fonts",
    "layout",
    "pdf",
    "plot",
    "svg",
    "parts_rows",
    "parts_strips",
    "parts_time",
    "parts_areas",
    "parts_axes",
    "parts_events",
    "parts_names",
    "parts_points",
    "plot_view",
    "sizes",
    "sketch",
}
SHEET_FACTS = ("records", "content", "measures", "figures", "uses", "sources", "ranges", "fit")
SHEET_MAY_KNOW = {
    "explorer.charts.spec",
    "explorer.charts.builders.registry",
    "explorer.charts.builders.common",
    "explorer.charts.text",
    "explorer.data",
    *(f"explorer.sheet.{name}" for name in SHEET_FACTS),
}
NO_QT = ("PySide6", "pyqtgraph", "numpy")
NEEDS_QT = ("explorer.guard",)


def imports(path: Path, *, top_level_only: bool = False) -> Iterator[str]:
    """Yield the modules that a file imports, relative ones made whole."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the import whole"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules(folder: str) -> list[Path]:
    found = sorted((PACKAGE / folder).rglob("*.py"))
    assert found
    return found


def is_in(module: str, packages: set[str]) -> bool:
    return any(module == p or module.startswith(p + ".") for p in packages)


@pytest.mark.parametrize("layer", ["data", "charts", "sheet", "models", "ui"])
def test_layer_imports_only_what_lies_below(layer: str) -> None:
    allowed = OWN[f"explorer.{layer}"]
    for path in modules(layer):
        for module in imports(path):
            if module.split(".")[0] == "explorer" and module != "explorer":
                named = module == "explorer" or is_in(module, allowed)
                assert named or module in ("explorer.paths", "explorer.errors", "explorer.__version__"), (
                    f"{path.relative_to(ROOT)} imports {module}"
                )


def test_what_is_known_needs_no_qt() -> None:
    headless = [*modules("data"), *(p for p in modules("charts") if p.stem not in DRAWING)]
    for path in headless:
        for module in imports(path):
            bare = module.split(".")[0] not in NO_QT and not is_in(module, set(NEEDS_QT))
            assert bare, f"{path.relative_to(ROOT)} imports {module}"


def test_what_a_sheet_says_is_known_before_it_is_drawn() -> None:
    """The facts of a sheet come from data and descriptions of charts; only its page knows Qt."""
    for path in (p for p in modules("sheet") if p.stem in SHEET_FACTS):
        for module in imports(path):
            top = module.split(".")[0]
            assert top not in NO_QT, f"{path.relative_to(ROOT)} imports {module}"
            assert top != "explorer" or is_in(module, SHEET_MAY_KNOW), (
                f"{path.relative_to(ROOT)} imports {module}"
            )


def test_models_need_no_widgets() -> None:
    for path in [PACKAGE / "guard.py", *modules("models")]:
        for module in imports(path):
            if module.startswith("PySide6."):
                assert module.split(".")[1] == "QtCore", f"{path.relative_to(ROOT)} imports {module}"


def test_builder_and_explorer_do_not_know_each_other() -> None:
    for path in (p for p in sorted(PACKAGE.rglob("*.py")) if "db" not in p.relative_to(PACKAGE).parts):
        assert not any(m.split(".")[0] in ("db", "sqlite_utils") for m in imports(path)), path
    for path in sorted((ROOT / "db").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        named += [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
        assert not any(m.split(".")[0] == "explorer" for m in named), path


def test_window_does_not_import_the_plotting_library_at_start() -> None:
    for path in [PACKAGE / "app.py", PACKAGE / "cli.py", *modules("ui")]:
        for module in imports(path, top_level_only=True):
            assert module.split(".")[0] not in ("pyqtgraph", "numpy"), (
                f"{path.relative_to(ROOT)} imports {module}"
            )


def test_no_translated_text_is_an_f_string() -> None:
    """A text that is put together before it is looked up can't be translated."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
            )
            if called and node.args:  # type: ignore[union-attr]
                assert not isinstance(node.args[0], ast.JoinedStr), f"{path.relative_to(ROOT)}:{node.lineno}"


def test_a_delayed_call_ends_with_the_object_that_asked_for_it() -> None:
    """Without an object to go by, Qt calls a method of a window that is gone."""
    for path in modules("ui"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "singleShot"
            ):
                assert len(node.args) == 3, f"{path.relative_to(ROOT)}:{node.lineno}"

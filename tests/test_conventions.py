"""Rules for code: tests use public names of the code under test only, and records are not dataclasses."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
PACKAGES = ("explorer", "db")
NAMING_CALLS = ("setattr", "delattr", "getattr", "hasattr")
EXEMPT = {"_exit"}  # os._exit, which is public


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in EXEMPT


def has_private_part(dotted: str) -> bool:
    """Tell whether a name or a dotted name, such as `explorer.app._run`, has a private part."""
    parts = dotted.split(".")
    return all(part.isidentifier() for part in parts) and any(is_private(part) for part in parts)


def names(node: ast.AST) -> Iterator[str]:
    """Yield the names of other objects that a node of a syntax tree uses."""
    match node:
        case ast.Attribute(value=ast.Name(id="self" | "cls")):
            return
        case ast.Attribute(attr=name):
            yield name
        case ast.Import(names=imported):
            yield from (alias.name for alias in imported if alias.name.split(".")[0] in PACKAGES)
        case ast.ImportFrom(module=str(module), names=imported) if module.split(".")[0] in PACKAGES:
            yield from (f"{module}.{alias.name}" for alias in imported)
        case ast.Call(func=ast.Name(id=called) | ast.Attribute(attr=called)) if called in NAMING_CALLS:
            given = (*node.args[:2], *(keyword.value for keyword in node.keywords))
            yield from (g.value for g in given if isinstance(g, ast.Constant) and isinstance(g.value, str))


def private_names(code: str) -> list[tuple[int, str]]:
    """Return the line and the name of each use of a private name of another object."""
    return [
        (node.lineno, name)
        for node in ast.walk(ast.parse(code))
        for name in names(node)
        if has_private_part(name)
    ]


def test_tests_use_no_private_names() -> None:
    found = [
        f"{path.relative_to(TESTS.parent)}:{line}: {name}"
        for path in sorted(TESTS.rglob("*.py"))
        for line, name in private_names(path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("window._list.count()", ["_list"]),
        ("self.window._list.count()", ["_list"]),
        ("window._list = None", ["_list"]),
        ("from explorer.app import _run", ["explorer.app._run"]),
        ("from db import _rows as rows", ["db._rows"]),
        ("import explorer._app", ["explorer._app"]),
        ("monkeypatch.setattr('explorer.app._run', None)", ["explorer.app._run"]),
        ("monkeypatch.setattr(app, '_run', None)", ["_run"]),
        ("monkeypatch.setattr(app, name='_run', value=None)", ["_run"]),
        ("setattr(app, '_run', None)", ["_run"]),
        ("self._list.count()", []),
        ("window.__class__.__name__", []),
        ("os._exit(9)", []),
        ("from somewhere import _run", []),
        ("window.setProperty('_list', 1)", []),
        ("monkeypatch.setattr(app, 'run', '_run')", []),
    ],
)
def test_the_rule_finds_private_names(code: str, found: list[str]) -> None:
    assert [name for _, name in private_names(code)] == found


def test_records_are_structs() -> None:
    """Python generates the methods of a dataclass anew at every start; those of a Struct are ready."""
    frozen = re.compile(r"@(dataclasses\.)?dataclass\(.*frozen=True")
    modules = sorted((TESTS.parent / "explorer").rglob("*.py"))
    found = [str(path) for path in modules if frozen.search(path.read_text(encoding="utf-8"))]
    assert len(modules) > 500 and not found, found

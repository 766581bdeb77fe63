"""The imports between the modules of `explorer`, read from their syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "explorer"


@cache
def modules() -> dict[str, Path]:
    """Return the file of every module and package of `explorer`, by dotted name."""
    return {_dotted(path): path for path in sorted(PACKAGE.rglob("*.py")) if "db" not in path.parts}


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def inside(folder: str) -> list[str]:
    """Return the modules of a package and of the packages below it."""
    found = [name for name in modules() if name == folder or name.startswith(f"{folder}.")]
    assert found, folder
    return found


@cache
def imported(module: str, at_start: bool = False) -> frozenset[str]:
    """Return what a module imports, ours and others'; `at_start`: only what its own import brings in."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    return frozenset(_names(tree.body if at_start else list(ast.walk(tree)), module))


def _names(nodes: list[ast.stmt] | list[ast.AST], module: str) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write the import in full"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in modules() else node.module or ""


@cache
def reached(module: str, at_start: bool = False) -> dict[str, tuple[str, ...]]:
    """Return all that a module imports, through others too, each with the path of modules that leads to it."""
    paths: dict[str, tuple[str, ...]] = {module: (module,)}
    todo = [module]
    while todo:
        current = todo.pop(0)
        for name in sorted(imported(current, at_start)):
            if name not in paths:
                paths[name] = (*paths[current], name)
                if name in modules():
                    todo.append(name)
    return paths

"""Commands that find nothing: the reason is on standard error, the exit code is 1, and JSON has the reason, too."""

import json

import pytest

from tests.commands.running import Run

NOTHING = {
    "map": ("map", "gallium", "--show", "reserves", "--form", "no such form"),
    "table": ("table", "--color", "buyer"),
    "timeline": ("timeline", "--kind", "reporting", "--from", "ZWE", "--to", "DEU"),
    "changes": ("changes", "--since", "2026-11-01", "--until", "2026-11-02", "--to", "DEU"),
    "compare": ("compare", "gallium", "--figures", "buyer"),
    "data": ("data", "table", "prices", "--where", "zzzz"),
    "own": ("own", "list", "gallium"),
    "search": ("search", "zzzzqq"),
    "list": ("list", "--status", "reporting"),
    "claims": ("claims", "no-such-claim"),
    "sources": ("sources", "no-such-source"),
    "document": ("document", "9999/1999"),
}


@pytest.mark.parametrize("argv", NOTHING.values(), ids=NOTHING.keys())
def test_the_reason_is_on_standard_error(run: Run, argv: tuple[str, ...]) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (1, "")
    assert err.startswith("minor-metals: ") and err.count("\n") == 1 and err.rstrip().endswith(".")


@pytest.mark.parametrize("name", ["map", "table", "timeline", "changes"])
def test_json_has_the_reason(run: Run, name: str) -> None:
    code, out, err = run(*NOTHING[name], "--json")
    assert code == 1 and json.loads(out)["reason"].split(".")[0] in err

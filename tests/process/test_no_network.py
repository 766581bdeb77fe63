"""The program uses no network: sockets raise, and no module for networks is imported."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.cases import environment
from tests.imports import ROOT, modules

# Modules that can reach a network, and those of ours that use local sockets: for signals and for the display.
NETWORKS = (
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "xmlrpc", "socketserver"),
    *("requests", "httpx", "aiohttp", "urllib3", "PySide6.QtNetwork", "PySide6.QtWebEngineCore"),
)
LOCAL = {"explorer.process.unix_signals": "socket", "explorer.process.display": "socket"}


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_module_for_networks_is_imported() -> None:
    found = {
        name: wanted
        for name, path in modules().items()
        for wanted in imported(path)
        if any(wanted == network or wanted.startswith(f"{network}.") for network in NETWORKS)
    }
    assert found == LOCAL


def test_commands_and_views_work_while_sockets_raise(edition_file: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.process.no_network", str(edition_file), str(tmp_path)],
        cwd=ROOT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found = json.loads(done.stdout)
    assert found["tried"] == [] and found["loaded"] == [] and not found["fault"]
    assert len(found["codes"]) > 20 and set(found["codes"]) <= {0, 1}


def test_the_hook_refuses_sockets_and_names() -> None:
    code = (
        "import sys, socket\n"
        "from tests.process.no_network import NetworkUsed, refuse\n"
        "sys.addaudithook(refuse)\n"
        "socket.socketpair()[0].close()\n"
        "for use in (socket.socket, lambda: socket.getaddrinfo('example.org', 80)):\n"
        "    try:\n"
        "        use()\n"
        "    except NetworkUsed:\n"
        "        print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == ["refused", "refused"]

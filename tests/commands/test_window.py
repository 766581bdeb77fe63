"""Without a command the window opens, an open window takes the request, or one sentence explains the problem."""

import gc
import os
import subprocess
import sys
import threading
import time
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from explorer.commands import window
from explorer.models import view_request
from explorer.models.view_request import ViewRequest
from explorer.process import display, single_instance
from explorer.process.display import Display
from explorer.process.instance_lock import InstanceLock
from explorer.process.launch import Launch
from explorer.process.single_instance import InstanceAddress, Request
from tests.commands.running import Run

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Launch]:
    """The launches that would have opened a window."""
    seen: list[Launch] = []
    monkeypatch.setattr(single_instance, "instance_address", lambda *_: None)
    app = ModuleType("explorer.app")
    app.run = lambda launch, _report: seen.append(launch) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "explorer.app", app)
    monkeypatch.setattr(display, "find_display", lambda: Display("offscreen", "a test", ""))
    return seen


def test_the_window_gets_ids_and_a_day(run: Run, opened: list[Launch]) -> None:
    code = run(
        "--metal", "镓", "--on", "2024-12-10", "--to", "us", "--from", "China", "--tab", "controls"
    ).code
    (launch,) = opened
    assert code == 0 and launch.link == ""
    assert launch.view == ViewRequest("gallium", "controls", date(2024, 12, 10), False, "CHN", "USA")


def test_objects_are_collected_again_once_the_window_is_closed(run: Run, opened: list[Launch]) -> None:
    run("--metal", "gallium")
    assert opened and gc.isenabled()


def test_the_window_follows_today_on_request(run: Run, opened: list[Launch]) -> None:
    assert run("--on", "today").code == 0
    assert run("--on", "Today", "--to", "Deutschland").code == 0
    assert [launch.view for launch in opened] == [
        ViewRequest(today=True),
        ViewRequest(today=True, destination="DEU"),
    ]


def test_the_window_opens_without_arguments(run: Run, opened: list[Launch]) -> None:
    assert run().code == 0
    assert (opened[0].view, opened[0].link, opened[0].data) == (ViewRequest(), "", None)


LINK = "minor-metals:gallium?tab=controls&on=2024-12-10"


@pytest.mark.parametrize(
    "argv",
    [
        (LINK,),
        ("--new-window", LINK),
        (LINK, "--new-window"),
        ("--data", "other.db", LINK),
        ("--data=other.db", LINK),
        ("--link", LINK),
    ],
)
def test_a_link_takes_the_place_of_a_command(run: Run, opened: list[Launch], argv: tuple[str, ...]) -> None:
    assert run(*argv).code == 0
    assert opened[0].link == LINK


@pytest.mark.parametrize(
    "argv", [(LINK, "list"), (LINK, "--metal", "gallium"), (LINK, "nothing"), ("list", LINK), (LINK, LINK)]
)
def test_a_link_cannot_be_combined_with_other_arguments(
    run: Run, opened: list[Launch], argv: tuple[str, ...]
) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "") and opened == []
    assert err.startswith("minor-metals: ") and err.count("\n") == 1


def test_a_link_as_a_value_is_plain_text(run: Run, opened: list[Launch]) -> None:
    assert run("search", LINK).out.startswith("Metals and materials")
    assert run("--metal", LINK).code == 1
    assert opened == []


@pytest.fixture
def address(opened: list[Launch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InstanceAddress:
    """The address of the window, in an empty folder."""
    own = InstanceAddress(tmp_path, "key")
    monkeypatch.setattr(single_instance, "instance_address", lambda *_: own)
    return own


def test_an_open_window_takes_the_request(
    run: Run, opened: list[Launch], address: InstanceAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Request] = []
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-1")
    monkeypatch.setattr(
        single_instance, "forward_request", lambda _, request, __: sent.append(request) or True
    )
    assert run("--metal", "镓", "--to", "us").code == 0
    assert run(LINK).code == 0
    assert run().code == 0
    assert [request.link for request in sent] == ["minor-metals:gallium?to=USA", LINK, "minor-metals:"]
    assert {request.token for request in sent} == {"token-1"}
    assert opened == []
    assert run("--new-window").code == 0
    assert len(opened) == 1 and len(sent) == 3


def test_the_first_launch_holds_the_lock(run: Run, opened: list[Launch], address: InstanceAddress) -> None:
    assert run().code == 0
    (launch,) = opened
    assert launch.lock is not None and launch.lock.address == address and address.lock.is_file()
    launch.release_lock()
    assert launch.lock is None and not address.lock.exists()


def test_a_window_opens_although_the_first_instance_hangs(
    run: Run, opened: list[Launch], address: InstanceAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = InstanceLock(address)
    assert lock.acquire()
    monkeypatch.setattr(single_instance, "TIMEOUT", 0.6)
    begun = time.monotonic()
    assert run().code == 0
    assert 0.5 < time.monotonic() - begun < 2
    assert opened[0].lock is None and address.requests() == []
    lock.release()


def test_a_launch_becomes_the_first_when_the_first_ends_without_an_answer(
    run: Run, opened: list[Launch], address: InstanceAddress
) -> None:
    lock = InstanceLock(address)
    assert lock.acquire()
    threading.Timer(0.3, lock.release).start()
    assert run().code == 0
    assert opened[0].lock is not None
    opened[0].release_lock()


def test_a_window_opens_at_once_where_no_lock_can_be_made(
    run: Run, opened: list[Launch], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = InstanceAddress(tmp_path / "missing", "key")
    monkeypatch.setattr(single_instance, "instance_address", lambda *_: missing)
    begun = time.monotonic()
    assert run().code == 0
    assert time.monotonic() - begun < 1 and opened[0].lock is None


def test_a_request_is_passed_on_without_qt(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from explorer import cli
from explorer.process import display, single_instance
single_instance.instance_address = lambda *_: single_instance.InstanceAddress(Path({str(tmp_path)!r}), "key")
single_instance.forward_request = lambda *_: True
print(cli.main(["--metal", "gallium"]), [name for name in sys.modules if name.startswith("PySide6")])
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, timeout=60)
    assert done.stdout == b"0 []\n", done.stderr


def test_the_window_reports_an_invalid_data_file(run: Run, opened: list[Launch], foreign: object) -> None:
    assert run("--data", str(foreign), "--metal", "gallium").code == 0
    assert opened[0].data == foreign


def test_errors_are_reported_before_a_window_opens(run: Run, opened: list[Launch]) -> None:
    assert run("--metal", "galium").code == 1
    assert run("--on", "soon").code == 2
    assert run("--to", "nowhere").code == 2
    assert run("--from", "Liechtenstein").code == 2
    assert run("--tab", "nothing").code == 2
    assert opened == []


def test_without_a_display_the_commands_that_need_none_are_named(
    run: Run, opened: list[Launch], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "find_display", lambda: Display("none", "", "There is no display."))
    code, out, err = run()
    assert (code, out) == (2, "") and opened == []
    assert err == (
        "minor-metals: The window cannot open here. There is no display. These commands need no display: "
        "today, changes, list, table, timeline, map, compare, show, status, check, parties, parts, stress, search, "
        "ask, document, claims, sources, data, export, sheet, evidence, verify, own, mcp and doctor.\n"
    )


@pytest.mark.parametrize(
    "argv",
    [
        ("--metal", "gallium", "list"),
        ("--tab", "uses", "status", "gallium"),
        ("--new-window", "doctor"),
        ("--self-test", "list"),
        ("--self-test", "--on", "2024-12-10"),
        ("--self-test", LINK),
    ],
)
def test_arguments_without_effect_are_refused(run: Run, opened: list[Launch], argv: tuple[str, ...]) -> None:
    code, out, err = run(*argv)
    assert (code, out) == (2, "") and opened == []
    assert err.startswith("minor-metals: ") and err.count("\n") == 1


def test_the_options_have_the_tabs_and_the_scheme_of_view_requests() -> None:
    """They are repeated, as the parser must not import the view requests."""
    assert (window.TABS, window.SCHEME) == (view_request.TABS, view_request.SCHEME)

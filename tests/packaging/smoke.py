"""Tries the packaged program as a stranger meets it; run as a script, the window needs Xvfb.

    python tests/packaging/smoke.py FOLDER [SCREENSHOT]

FOLDER is what build.spec leaves in dist/. Every start has an environment of its own, without this computer's Python,
and must print no traceback, no missing module and no word of Qt's.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from explorer.data.context import Context

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from explorer.data.controls.status import status_of
from explorer.data.store import Store
from explorer.data.writing.xlsx_file import Column, xlsx_bytes
from tests.real_window import start_screen

NAME = "minor-metals-explorer"
# What no output may hold: a fault of Python's, of the packager's, of Qt's or of a library's.
MARKS = re.compile(
    r"Traceback|ModuleNotFoundError|ImportError|PYI-\d+:(ERROR|WARNING)|qt\.\w+|QObject|QPainter|QFont|QSocket|"
    r"Gtk-|cannot open shared object|left out of this package|Segmentation|Warning",
    re.IGNORECASE,
)
NOBODY = 65534
WINDOW_SECONDS, QUIT_SECONDS, STEP_SECONDS = 40, 20, 240
LEAST_COLOURS = 200


@dataclass
class Smoke:
    """The program in a folder, a home of its own, and what went wrong so far."""

    folder: Path
    scratch: Path
    faults: list[str] = field(default_factory=list)
    odd: Path | None = None

    def environment(self, **more: str) -> dict[str, str]:
        """Return a bare environment with an empty home."""
        home = self.scratch / "home"
        home.mkdir(exist_ok=True)
        return {"HOME": str(home), "PATH": "/usr/bin:/bin", **more}

    def start(
        self, *argv: str, folder: Path | None = None, user: int | None = None, **environment: str
    ) -> subprocess.Popen[str]:
        """Start the program from a folder that is not its own."""
        return subprocess.Popen(
            [str((folder or self.folder) / NAME), *argv],
            cwd=self.scratch,
            env=self.environment(**environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            user=user,
            group=user,
        )

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Run a step and print its name and result."""
        begun = time.monotonic()
        try:
            yield
        except Exception as fault:
            self.faults.append(name)
            print(f"FAULT {name}: {type(fault).__name__}: {fault}")
        else:
            print(f"ok    {name} ({time.monotonic() - begun:.1f} s)")

    def output(self, process: subprocess.Popen[str], seconds: float = STEP_SECONDS) -> str:
        """Wait for the end of a process and return its output, which must not report faults."""
        out = ended(process, seconds)
        found = MARKS.search(out)
        assert found is None, f"“{found[0]}” in the output: {out[-600:]}"
        return out

    def self_test(self, folder: Path | None = None, user: int | None = None, **environment: str) -> None:
        """Run the self-test and read its line."""
        process = self.start("--self-test", folder=folder, user=user, **environment)
        found = json.loads(self.output(process))
        assert process.returncode == 0 and found["ok"], found["failed"]


def status_on_file() -> str:
    """Return the status of gallium on the day asked by the data file of the checkout, which the package carries."""
    with Store.open() as store:
        return status_of(
            store.measures.values(), "gallium", Context(date(2024, 12, 10), destination="USA")
        ).status


def ended(process: subprocess.Popen[str], seconds: float) -> str:
    """Wait for the end of a process and return its output; kill one that takes longer."""
    try:
        return process.communicate(timeout=seconds)[0]
    finally:
        process.kill()


def headless(smoke: Smoke) -> None:
    """Try what needs no display."""
    with smoke.step("the self-test"):
        smoke.self_test()
    with smoke.step("the self-test under LANG=C"):
        smoke.self_test(LANG="C")
    with smoke.step("a status on the command line"):
        process = smoke.start("status", "gallium", "--on", "2024-12-10", "--to", "USA", "--json")
        assert json.loads(smoke.output(process))["status"] == status_on_file()
    with smoke.step("a price series from a workbook, kept in the user's file"):
        columns = (Column("date", "date"), Column("USD/kg", "number"))
        (smoke.scratch / "a.xlsx").write_bytes(xlsx_bytes("a", columns, [(date(2026, 11, 27), 5.0)]))
        process = smoke.start("own", "add", "a.xlsx", "--metal", "gallium", "--json")
        assert json.loads(smoke.output(process))["series"]["last_date"] == "2026-11-27"
        assert list((smoke.scratch / "home").rglob("own.db"))
    with smoke.step("a chart without a home"):
        process = smoke.start("export", "镓", "--chart", "price", "-o", "a.pdf", HOME="/nonexistent")
        smoke.output(process)
        assert (smoke.scratch / "a.pdf").read_bytes().startswith(b"%PDF")
    with smoke.step("no display: one sentence"):
        process = smoke.start()
        out = smoke.output(process)
        assert process.returncode == 2 and out.count("\n") == 1 and "The window cannot open here." in out, out
    with smoke.step("a read-only folder with blanks, # and Chinese in its path"):
        odd = smoke.scratch / "a b # 镓 %20"
        shutil.copytree(smoke.folder, odd, symlinks=True)
        smoke.odd = odd
        for path in (*odd.rglob("*"), odd):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        smoke.self_test(odd)
    if os.getuid() == 0:  # who may write everywhere
        with smoke.step("the self-test as a user who may write nothing of it and has no home"):
            smoke.self_test(smoke.odd, user=NOBODY, HOME="/nonexistent")


def windows(smoke: Smoke, display: str, picture: Path | None) -> None:
    """Try the window under one set of circumstances after the other."""
    settings = smoke.scratch / "settings" / "Minor Metals Explorer"
    settings.mkdir(parents=True)
    rubbish = settings / "explorer.ini"
    tries: tuple[tuple[str, Path | None, dict[str, str]], ...] = (
        ("a window", None, {}),
        ("a window from the odd folder", smoke.odd, {}),
        ("a window without a home", None, {"HOME": "/nonexistent"}),
        ("a window at twice the size", None, {"QT_SCALE_FACTOR": "2"}),
        ("a window under LANG=C", None, {"LANG": "C"}),
        ("a window with settings that are rubbish", None, {"XDG_CONFIG_HOME": str(settings.parent)}),
    )
    for number, (name, folder, environment) in enumerate(tries):
        rubbish.write_bytes(b"[General]\nday=99\ngeometry=@ByteArray(\x00\xff)\ntab=nowhere\n\xfe\xff=\x00")
        with smoke.step(name):
            process = smoke.start(folder=folder, DISPLAY=display, **environment)
            try:
                seen = mapped(display, process)
                colours = screenshot(display, picture if number == 0 else None)
                assert seen, "no window came"
                assert colours > LEAST_COLOURS, f"only {colours} colours on the screen"
            finally:
                process.send_signal(signal.SIGTERM)
            smoke.output(process, QUIT_SECONDS)
            assert process.returncode == 0, f"ended with {process.returncode}"


def second_launch(smoke: Smoke, display: str) -> None:
    """Launch the program a second time while its window is open."""
    with smoke.step("a second launch"):
        first = smoke.start(DISPLAY=display)
        try:
            assert mapped(display, first), "no window came"
            second = smoke.start("minor-metals:antimony", DISPLAY=display)
            out = smoke.output(second, QUIT_SECONDS)
            assert (second.returncode, out) == (0, ""), f"ended with {second.returncode}: {out}"
            assert first.poll() is None, "the first window closed"
        finally:
            first.send_signal(signal.SIGTERM)
        smoke.output(first, QUIT_SECONDS)
        assert first.returncode == 0, f"ended with {first.returncode}"


def wayland(smoke: Smoke) -> None:
    """Try the window on a Wayland screen without X11."""
    runtime = smoke.scratch / "runtime"
    runtime.mkdir(mode=0o700)
    where = {"XDG_RUNTIME_DIR": str(runtime)}
    with smoke.step("a window under Wayland"), wayland_screen(smoke.environment(**where), runtime / "smoke"):
        process = smoke.start(WAYLAND_DISPLAY="smoke", WAYLAND_DEBUG="1", **where)
        time.sleep(5)
        process.send_signal(signal.SIGTERM)
        out = ended(process, QUIT_SECONDS)
        assert f'set_app_id("{NAME}")' in out and "wl_surface" in out, out[-600:]
        assert process.returncode == 0, f"ended with {process.returncode}"
    with smoke.step("a Wayland screen that is gone: one sentence"):
        process = smoke.start(WAYLAND_DISPLAY="smoke", **where)
        out = smoke.output(process)
        assert process.returncode == 2 and out.count("\n") == 1 and "does not respond" in out, out


@contextmanager
def wayland_screen(environment: dict[str, str], place: Path) -> Iterator[None]:
    """Run a Wayland screen that nobody sees; its backend has a longer name before the 12th release of Weston."""
    for backend in ("headless", "headless-backend.so"):
        screen = subprocess.Popen(
            ["weston", f"--backend={backend}", f"--socket={place.name}"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if waited(place.exists, WINDOW_SECONDS, screen):
            break
    try:
        assert place.exists(), "no Wayland screen came"
        yield
    finally:
        screen.terminate()
        screen.wait()
        for left in (place, place.with_name(f"{place.name}.lock")):
            left.unlink(missing_ok=True)


def mapped(display: str, process: subprocess.Popen[str]) -> bool:
    """Wait until the program's window is on the screen and its first chart has had time to come."""

    def there() -> bool:
        tree = subprocess.run(
            ["xwininfo", "-root", "-tree", "-display", display], capture_output=True, text=True, check=False
        ).stdout
        return 'Minor Metals Explorer"' in tree and NAME in tree

    found = waited(there, WINDOW_SECONDS, process)
    time.sleep(2.5)
    return found


def waited(there: Callable[[], bool], seconds: float, process: subprocess.Popen[Any]) -> bool:
    """Ask again and again until it is so, the time is up or the process has ended."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        if there():
            return True
        time.sleep(0.2)
    return False


def screenshot(display: str, picture: Path | None) -> int:
    """Take a picture of the screen and return how many colours it has."""
    raw = subprocess.run(
        ["xwd", "-root", "-silent", "-display", display], capture_output=True, check=True
    ).stdout
    if picture is not None and shutil.which("convert"):
        subprocess.run(["convert", "xwd:-", str(picture)], input=raw, check=True)
    pixels = raw[-1440 * 900 * 4 :]
    return len({pixels[i : i + 4] for i in range(0, len(pixels), 4 * 7)})


def main() -> int:
    """Return 0 where everything went well."""
    folder = Path(sys.argv[1]).resolve()
    picture = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o755)
        smoke = Smoke(folder, Path(scratch))
        headless(smoke)
        for tool in (tool for tool in ("Xvfb", "xwininfo", "xwd", "weston") if not shutil.which(tool)):
            smoke.faults.append(f"{tool} is missing")
        if shutil.which("Xvfb"):
            number, screen = start_screen()
            try:
                windows(smoke, number, picture)
                second_launch(smoke, number)
            finally:
                screen.terminate()
                screen.wait()
        if shutil.which("weston"):
            wayland(smoke)
        for path in Path(scratch).rglob("*"):  # the odd folder is read-only
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o755)
    print(
        "The package works." if not smoke.faults else f"{len(smoke.faults)} faults: {', '.join(smoke.faults)}"
    )
    return 1 if smoke.faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""Opens the program's window on a virtual screen and checks what is shown; run as a script, needs Xvfb.

    python tests/real_window.py [SCREENSHOT]

The window runs in a process of its own, as a user starts it; the screenshot is taken from the screen, not from Qt.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 1440, 900
FIRST_PAINT_SECONDS = 60
LEAST_COLOURS, LEAST_CHART = 200, 400
CHART_BLUE = "0072b2"


def main() -> int:
    """Return 0 when the window opens, shows a chart and closes without messages."""
    image_file = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    number, screen = start_screen()
    try:
        with tempfile.TemporaryDirectory() as home:
            return check(number, Path(home), image_file)
    finally:
        screen.terminate()
        screen.wait()


def start_screen(folder: Path | None = None) -> tuple[str, subprocess.Popen[bytes]]:
    """Start a virtual screen on a free display and return its name; its pixels are written to a file in the folder."""
    reader, writer = os.pipe()
    options = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset"]
    options += ["-fbdir", str(folder)] if folder else []
    command = ["Xvfb", "-displayfd", str(writer), *options]
    screen = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as answer:
        return f":{answer.readline().strip()}", screen


def check(display: str, home: Path, image_file: Path | None) -> int:
    """Open the window with its own home folder and check the screen until the charts are painted."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    environment |= dict.fromkeys(("XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(home))
    if image_file is not None:
        dismiss_greeting(home)
    command = [
        sys.executable,
        "-W",
        "error::DeprecationWarning",
        "-m",
        "explorer",
        "--metal",
        "gallium",
        "--tab",
        "prices",
        "--to",
        "USA",
    ]
    window = subprocess.Popen(
        [*command, "--on", "2024-12-10"], cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True
    )
    colours, chart, deadline = 0, 0, time.monotonic() + FIRST_PAINT_SECONDS
    try:
        while window.poll() is None and time.monotonic() < deadline:
            time.sleep(0.5)
            colours, chart = measure_screen(environment, image_file)
            if colours >= LEAST_COLOURS and chart >= LEAST_CHART:
                break
    finally:
        window.terminate()
        try:
            messages = window.communicate(timeout=30)[1].strip()
        finally:
            window.kill()
    print(
        f"{colours} colours on the screen, {chart} pixels of charts; the program ended with {window.returncode} "
        f"and printed {messages or 'nothing'}"
    )
    is_clean = not messages and window.returncode == 0
    return 0 if colours >= LEAST_COLOURS and chart >= LEAST_CHART and is_clean else 1


def dismiss_greeting(home: Path) -> None:
    """Let the window open as it does after the first start, without the greeting over its charts."""
    settings = home / "Minor Metals Explorer" / "explorer.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[General]\ngreeting=dismissed\n", encoding="utf-8")


def measure_screen(environment: dict[str, str], image_file: Path | None) -> tuple[int, int]:
    """Take a screenshot in its own process; return its number of colours and of pixels in the blue of charts."""
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "image = app.primaryScreen().grabWindow(0).toImage();"
        "sys.argv[1:] and image.save(sys.argv[1]);"
        "seen = [image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)];"
        f"print(len(set(seen)), seen.count(0xff{CHART_BLUE}))"
    )
    arguments = [str(image_file)] if image_file else []
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    colours, chart = done.stdout.split()
    return int(colours), int(chart)


if __name__ == "__main__":
    sys.exit(main())

"""Checks whether a window can open: without a usable display Qt would abort the process."""

import ctypes
import importlib.util
import os
import re
import socket
import sys
from pathlib import Path

from msgspec import Struct

from explorer.language import gettext

GLIB = "libglib2.0-0t64 (libglib2.0-0 on older releases)"
DEBIAN_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libGLdispatch.so.0": "libglvnd0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": GLIB,
    "libgthread-2.0.so.0": GLIB,
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
_LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_WAYLAND_DEFAULT = "wayland-0"
_TIMEOUT = 2.0


class Display(Struct, frozen=True):
    """The Qt platform that a window would use, the reason for it, and a sentence on its problem, empty without one."""

    platform: str
    reason: str
    problem: str
    missing: tuple[str, ...] = ()


def find_display(environment: dict[str, str] | None = None, system: str = sys.platform) -> Display:
    """Return the display that a window would use."""
    env = dict(os.environ) if environment is None else environment
    chosen = env.get("QT_QPA_PLATFORM", "").strip()
    if chosen:
        name = chosen.split(";")[0].split(":")[0]
        return _check(name, _setting("QT_QPA_PLATFORM", chosen), env)
    if system == "win32":
        return Display("windows", gettext("the default platform of this system"), "")
    if system == "darwin":
        return Display("cocoa", gettext("the default platform of this system"), "")
    if env.get("WAYLAND_DISPLAY"):
        wayland = _check("wayland", _setting("WAYLAND_DISPLAY", env["WAYLAND_DISPLAY"]), env)
        if not wayland.problem or not env.get("DISPLAY"):
            return wayland
    if env.get("DISPLAY"):
        return _check("xcb", _setting("DISPLAY", env["DISPLAY"]), env)
    return Display(
        "none", gettext("neither DISPLAY nor WAYLAND_DISPLAY is set"), gettext("There is no display.")
    )


def _setting(variable: str, value: str) -> str:
    return gettext("{variable} is {value}").format(variable=variable, value=value)


def _check(name: str, reason: str, env: dict[str, str]) -> Display:
    missing = missing_libraries(name)
    return Display(name, reason, _problem(name, missing, env), missing)


def _problem(name: str, missing: tuple[str, ...], env: dict[str, str]) -> str:
    """Return the sentence on what keeps a platform from showing a window, empty where nothing does."""
    if missing:
        packages = dict.fromkeys(debian_package(library) for library in missing)
        return gettext(
            "The Qt platform {platform} needs libraries that are not installed: {libraries} (Debian: {packages})."
        ).format(platform=name, libraries=", ".join(missing), packages=", ".join(packages))
    if name == "xcb" and not env.get("DISPLAY"):
        return gettext("There is no display: DISPLAY is not set.")
    if name == "xcb" and not _accepts_x11(env["DISPLAY"]):
        return gettext("The display {display} does not respond.").format(display=env["DISPLAY"])
    if name.startswith("wayland") and not _accepts_wayland(env):
        address = env.get("WAYLAND_DISPLAY") or _WAYLAND_DEFAULT
        return gettext("The Wayland display {display} does not respond.").format(display=address)
    return ""


def debian_package(library: str) -> str:
    """Return the Debian package of a shared library, or the library itself if its package is not known."""
    return DEBIAN_PACKAGES.get(library, library)


def missing_libraries(platform: str) -> tuple[str, ...]:
    """Return the shared libraries that a Qt platform plugin needs and this system does not have."""
    plugin = plugin_file(platform)
    if plugin is None or not sys.platform.startswith("linux") or _loads(plugin):
        return ()
    import shutil
    import subprocess  # needed only when a library is missing: without them the window opens faster

    ldd = shutil.which("ldd")
    if ldd is None:
        return ()
    try:
        found = subprocess.run([ldd, str(plugin)], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.SubprocessError):
        return ()
    return parse_ldd(found.stdout)


def _loads(plugin: Path) -> bool:
    """Return whether a plugin and its libraries can be loaded; Qt then finds them in memory."""
    try:
        ctypes.CDLL(str(plugin))
    except OSError:
        return False
    return True


def parse_ldd(text: str) -> tuple[str, ...]:
    """Return the libraries that ldd did not find."""
    names = [
        line.split("=>")[0].strip() for line in text.splitlines() if line.rstrip().endswith("=> not found")
    ]
    return tuple(dict.fromkeys(names))


def plugin_file(platform: str) -> Path | None:
    """Return the file of a Qt platform plugin, None if PySide6 has none, without importing Qt."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return None
    for folder in spec.submodule_search_locations:
        for plugins in ("Qt/plugins", "plugins"):
            for name in (f"libq{platform}.so", f"libq{platform}-generic.so"):
                path = Path(folder) / plugins / "platforms" / name
                if path.is_file():
                    return path
    return None


def _accepts_x11(display: str) -> bool:
    """Return whether an X server accepts connections; one on another computer is not checked."""
    match = _LOCAL_DISPLAY.fullmatch(display)
    if match is None or not hasattr(socket, "AF_UNIX"):
        return True
    path = f"/tmp/.X11-unix/X{match[1]}"
    return _accepts_connection(path) or _accepts_connection(f"\0{path}")


def _accepts_wayland(env: dict[str, str]) -> bool:
    """Return whether a Wayland compositor accepts connections; one that is connected already is not checked."""
    if env.get("WAYLAND_SOCKET") or not hasattr(socket, "AF_UNIX"):
        return True
    # A display may be named by an absolute path.
    path = Path(env.get("XDG_RUNTIME_DIR", "")) / (env.get("WAYLAND_DISPLAY") or _WAYLAND_DEFAULT)
    return path.is_absolute() and _accepts_connection(str(path))


def _accepts_connection(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(_TIMEOUT)
        try:
            client.connect(address)
        except OSError:
            return False
    return True

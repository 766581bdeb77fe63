"""Reads the window of another process as a screen reader does; run by the Python of the system, which has its library.

Each line of standard input asks something, a line of JSON answers. What gets the focus is what a screen reader speaks.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402 - after the version

LONGEST_WAIT_S = 20
# As screen readers do; Qt did not report the focus to a client that listened to nothing else.
EVENTS = ("object:state-changed:focused", "object:announcement")
spoken: list[str] = []


def applications() -> list[Atspi.Accessible]:
    desktop = Atspi.get_desktop(0)
    return [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]


def chart(of: Atspi.Accessible) -> Atspi.Accessible | None:
    """Return the first chart below an object."""
    if of.get_role() == Atspi.Role.CHART:
        return of
    below = (chart(of.get_child_at_index(i)) for i in range(of.get_child_count()))
    return next((found for found in below if found is not None), None)


def read() -> dict[str, object] | None:
    """Return the chart with its children."""
    deadline = time.monotonic() + LONGEST_WAIT_S
    found = None
    while found is None and time.monotonic() < deadline:
        found = next((c for a in applications() if (c := chart(a)) is not None), None)
    if found is None:
        return None
    found.clear_cache()
    children = [found.get_child_at_index(i) for i in range(found.get_child_count())]
    return {"name": found.get_name(), "rect": rect(found), "children": [described(c) for c in children]}


def described(child: Atspi.Accessible) -> dict[str, object]:
    return {
        "role": child.get_role_name(),
        "name": child.get_name(),
        "description": child.get_description(),
        "index": child.get_index_in_parent(),
        "rect": rect(child),
    }


def rect(of: Atspi.Accessible) -> tuple[int, int, int, int]:
    box = of.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
    return box.x, box.y, box.width, box.height


def heard() -> list[str]:
    """Return what has got the focus since the last time, once something has."""
    deadline = time.monotonic() + LONGEST_WAIT_S
    while not spoken and time.monotonic() < deadline:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.01)
    found, spoken[:] = list(spoken), []
    return found


def walk() -> int:
    """Go through all objects of all windows, which may change meanwhile; return how many points of charts there are."""
    return sum(_walk(application) for application in applications())


def _walk(of: Atspi.Accessible | None) -> int:
    try:
        if of is None:
            return 0
        is_chart = of.get_role() == Atspi.Role.CHART
        children = [of.get_child_at_index(i) for i in range(of.get_child_count())]
        if not is_chart:
            return sum(map(_walk, children))
        return len([described(child) for child in children if child is not None])
    except GLib.Error:  # it is gone
        return 0


def listen(event: Atspi.Event) -> None:
    """Keep the name of what gets the focus."""
    if event.type == EVENTS[0] and event.detail1 and event.source is not None:
        spoken.append(event.source.get_name())


def announce_itself() -> None:
    """Say that there is a screen reader, for which programs wait."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*place, value, None, Gio.DBusCallFlags.NONE, -1)


def answer(_source: int, _condition: GLib.IOCondition) -> bool:
    command = sys.stdin.readline().strip()
    if not command:
        Atspi.event_quit()
        return False
    print(json.dumps({"read": read, "heard": heard, "walk": walk}[command]()), flush=True)
    return True


def main() -> None:
    announce_itself()
    Atspi.init()
    listener = Atspi.EventListener.new(listen)
    for name in EVENTS:
        listener.register(name)
    GLib.io_add_watch(sys.stdin.fileno(), GLib.IOCondition.IN | GLib.IOCondition.HUP, answer)
    print(json.dumps("ready"), flush=True)
    Atspi.event_main()


if __name__ == "__main__":
    main()

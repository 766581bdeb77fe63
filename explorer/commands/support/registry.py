"""The commands of `minor-metals`, each in the module of its name, which is imported when the command is used."""

from importlib import import_module

from explorer.commands.support.command import Command

# In the order of the help.
NAMES = (
    "today",
    "changes",
    "list",
    "table",
    "timeline",
    "map",
    "compare",
    "show",
    "status",
    "check",
    "parties",
    "parts",
    "stress",
    "search",
    "ask",
    "document",
    "claims",
    "sources",
    "data",
    "export",
    "sheet",
    "evidence",
    "verify",
    "own",
    "mcp",
    "doctor",
)
WINDOW, SELF_TEST = "window", "self-test"


def load(name: str) -> Command:
    """Return the command of a name: one of NAMES, WINDOW or SELF_TEST."""
    command: Command = import_module(f"explorer.commands.{name.replace('-', '_')}").COMMAND
    return command


def without_display() -> tuple[str, ...]:
    """Return the names of the commands that need no display."""
    return tuple(name for name in NAMES if not load(name).needs_display)

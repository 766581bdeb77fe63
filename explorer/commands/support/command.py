"""What a module of `explorer.commands` declares of its command."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Command(Struct, frozen=True):
    """A command of `minor-metals`: its name, the sentence on it in the help, its arguments and what it does.

    `run` takes the arguments (None only for a window that is opened without any) and returns the exit code.
    """

    name: str
    help: str
    add_arguments: "Callable[[ArgumentParser], None]"
    run: "Callable[[Namespace], int]"
    needs_display: bool = False

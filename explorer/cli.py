"""The command line `minor-metals`: arguments are read here, before anything of the window is imported."""

import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from explorer.errors import KnownError, NotFound

if TYPE_CHECKING:
    from argparse import Namespace

DONE, NOTHING, FAULT, INTERRUPTED = 0, 1, 2, 130

Run = Callable[["Namespace"], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is named; return the exit code.

    0 done, 1 not found or nothing matched, 2 a usage fault or a known error, told in one sentence on stderr.
    """
    _prepare_locale()
    _prepare_streams()
    try:
        code = _answer(sys.argv[1:] if argv is None else list(argv))
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else DONE
    except BrokenPipeError:
        _drop_stdout()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except KnownError as error:
        print(f"minor-metals: {error}", file=sys.stderr)
        return NOTHING if isinstance(error, NotFound) else FAULT
    except OSError as error:  # a full disk or a closed terminal under the answer
        _drop_stdout()
        where = f"{error.filename}: " if error.filename else ""
        print(f"minor-metals: {where}{error.strerror or error}.", file=sys.stderr)
        return FAULT


def _answer(words: list[str]) -> int:
    """Do what the words of the command line ask for; a double click has none, and the window needs no parser."""
    if not words:
        return _open_window()
    from explorer import __version__
    from explorer.commands import arguments

    args = arguments.read(words, __version__)
    command = "self-test" if args.self_test else args.command
    return _runner(command)(args) if command else _open_window(args)


def _open_window(args: "Namespace | None" = None) -> int:
    from explorer.commands.window import run

    return run(args)


def _runner(command: str) -> Run:
    """Return the function of a command; its module is imported only now."""
    if command == "self-test":
        from explorer.commands.self_test import run
    elif command in ("list", "show"):
        from explorer.commands import metals

        return metals.run_list if command == "list" else metals.run_show
    elif command == "status":
        from explorer.commands.status import run
    elif command == "check":
        from explorer.commands.check import run
    elif command == "search":
        from explorer.commands.find import run
    elif command == "sources":
        from explorer.commands.sources import run
    elif command == "export":
        from explorer.commands.export import run
    elif command == "sheet":
        from explorer.commands.sheet import run
    else:
        from explorer.commands.doctor import run
    return run


def _prepare_locale() -> None:
    """Ask for UTF-8 where Linux was given an older locale, as Qt would with a warning."""
    if sys.platform.startswith("linux"):
        names = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
        if "utf" not in next((name for name in names if name), "").casefold():
            os.environ["LC_ALL"] = "C.UTF-8"


def _prepare_streams() -> None:
    """Let an output that cannot print a character print a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            with contextlib.suppress(ValueError, OSError):
                stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")


def _drop_stdout() -> None:
    """Send what is left of the output nowhere, for whoever read it has gone."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())

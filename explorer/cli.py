"""The command line `minor-metals`: arguments are read here, before anything of the window is imported."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from explorer.commands.support import terminal
from explorer.errors import KnownError, NotFound

if TYPE_CHECKING:
    from argparse import Namespace

DONE, NOTHING, FAULT, INTERRUPTED = 0, 1, 2, 130

Run = Callable[["Namespace"], int]

# Each command by the module below explorer.commands, and the function in it, that answers it.
COMMANDS = {
    "list": ("metals", "run_list"),
    "show": ("metals", "run_show"),
    "status": ("status", "run"),
    "check": ("check", "run"),
    "search": ("search", "run"),
    "sources": ("sources", "run"),
    "export": ("export", "run"),
    "sheet": ("sheet", "run"),
    "doctor": ("doctor", "run"),
    "self-test": ("self_test", "run"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is named; return the exit code.

    0 done, 1 not found or nothing matched, 2 a usage fault or a known error, told in one sentence on stderr.
    """
    _prepare_locale()
    _prepare_streams()
    with terminal.guarded():
        return _exit_code(sys.argv[1:] if argv is None else list(argv))


def _exit_code(words: list[str]) -> int:
    """Do what the words ask for, and tell in one sentence what keeps it from being done."""
    try:
        code = _answer(words)
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
        terminal.warn(error)
        return NOTHING if isinstance(error, NotFound) else FAULT
    except OSError as error:  # a full disk or a closed terminal under the answer
        _drop_stdout()
        where = f"{error.filename}: " if error.filename else ""
        terminal.warn(f"{where}{error.strerror or error}.")
        return FAULT


def _answer(words: list[str]) -> int:
    """Do what the words of the command line ask for; a double click has none, and the window needs no parser."""
    if not words:
        return _open_window()
    from explorer import __version__
    from explorer.commands.support import arguments

    args = arguments.read(words, __version__)
    command = "self-test" if args.self_test else args.command
    try:
        if not command:
            return _open_window(args)
        with _nothing_left_half_written():
            return _runner(command)(args)
    except (KnownError, OSError):
        raise
    except Exception as error:
        from explorer.data.storage.checksum import as_data_error

        told = as_data_error(error, getattr(args, "data", None))
        if told is None:
            raise
        raise told from error


def _open_window(args: "Namespace | None" = None) -> int:
    from explorer.commands.window import run

    return run(args)


def _runner(command: str) -> Run:
    """Return the function of a command; its module is imported only now."""
    module, function = COMMANDS[command]
    run: Run = getattr(import_module(f"explorer.commands.{module}"), function)
    return run


@contextlib.contextmanager
def _nothing_left_half_written() -> Iterator[None]:
    """Let a signal that ends a command take the file that it writes away first; a window hears signals in its turn."""
    from explorer.files import discard_unfinished

    def end(number: int, _frame: object) -> None:
        discard_unfinished()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    heard = []
    if threading.current_thread() is threading.main_thread():
        known = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
        heard = [number for number in known if signal.getsignal(number) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


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

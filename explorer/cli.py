"""The command line `minor-metals`: arguments are read here, before anything of the window is imported."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explorer import paths
from explorer.commands.support import interrupts, terminal
from explorer.errors import KnownError, NotFound

if TYPE_CHECKING:
    from argparse import Namespace

DONE, NOT_FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, or open the window where none is named; return the exit code.

    0 done, 1 not found or nothing matched, 2 a usage error or a known error, reported in one sentence on stderr, 130
    a command that was interrupted. An interrupt before the command or the window runs ends the process.
    """
    _prepare_locale()
    _prepare_streams()
    with interrupts.ending_the_process(), terminal.guarded():
        return _exit_code(sys.argv[1:] if argv is None else list(argv))


def _exit_code(words: list[str]) -> int:
    """Run the words of the command line and report a known error in one sentence."""
    try:
        code = _code_of(words)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:
        _drop_stdout()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except KnownError as error:
        terminal.warn(error.for_command_line)
        return NOT_FOUND if isinstance(error, NotFound) else FAILED
    except OSError as error:  # a full disk, or a terminal that was closed meanwhile
        _drop_stdout()
        terminal.warn(_system_error(error))
        return FAILED


def _code_of(words: list[str]) -> int:
    """Run the words of the command line; return the exit code, also where help or a usage error ends the run."""
    try:
        return _run(words)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else DONE


def _system_error(error: OSError) -> str:
    """Return the message of the system, with the file that it is about where there is one."""
    message = f"{error.strerror or error}."
    return f"{error.filename}: {message}" if error.filename else message


def _run(words: list[str]) -> int:
    """Run the words of the command line; without any the window opens, which needs no parser."""
    if not words:
        paths.user_data_folder()
        from explorer.commands.window import run

        return run()
    from explorer import __version__
    from explorer.commands.support import arguments

    args = arguments.read(words, __version__)
    try:
        return _run_command(args)
    except (KnownError, OSError):
        raise
    except Exception as error:
        from explorer.data.editions.current import current_path
        from explorer.data.storage.checksum import as_data_error

        data = getattr(args, "data", None)
        data_error = as_data_error(error, Path(data) if data else current_path())
        if data_error is None:
            raise
        raise data_error from error


def _run_command(args: "Namespace") -> int:
    """Run the command that the arguments name, or open the window; first refuse a wrong folder for the user's data."""
    paths.user_data_folder()
    from explorer.commands.support import registry

    command = registry.load(registry.SELF_TEST if args.self_test else args.command or registry.WINDOW)
    if command.needs_display:
        return command.run(args)
    from explorer.data.hints import on_command_line

    with on_command_line(), _unfinished_files_discarded(), interrupts.raising():
        return command.run(args)


@contextlib.contextmanager
def _unfinished_files_discarded() -> Iterator[None]:
    """Delete the file that a command is writing when a signal ends it; the window handles signals itself."""
    from explorer.files import discard_unfinished

    def end(number: int, _frame: object) -> None:
        discard_unfinished()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    handled = []
    if threading.current_thread() is threading.main_thread():
        known = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
        handled = [number for number in known if signal.getsignal(number) is signal.SIG_DFL]
    for number in handled:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in handled:
            signal.signal(number, signal.SIG_DFL)


def _prepare_locale() -> None:
    """Use UTF-8 where Linux was given an older locale, as Qt would with a warning."""
    if sys.platform.startswith("linux"):
        names = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
        if "utf" not in next((name for name in names if name), "").casefold():
            os.environ["LC_ALL"] = "C.UTF-8"


def _prepare_streams() -> None:
    """Print a question mark for a character that the output cannot encode, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            with contextlib.suppress(ValueError, OSError):
                stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")


def _drop_stdout() -> None:
    """Discard the rest of the output, which nobody reads any more."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())

"""The JSON that a command prints, as values, for programs that ask for it without a command line."""

import contextlib
import io
import json
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from explorer.commands.support import arguments, registry
from explorer.commands.support.terminal import PREFIX
from explorer.errors import KnownError


class Printed(Struct, frozen=True):
    """What a command printed as JSON, and the sentences it printed beside it."""

    value: Any
    sentences: tuple[str, ...]


def parsed(words: Sequence[str]) -> Namespace:
    """Return the arguments of a command; raise KnownError with the sentence of a usage error."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            return arguments.read(list(words), "")
    except SystemExit:
        raise KnownError(" ".join(_sentences(err.getvalue()))) from None


def printed(args: Namespace) -> Printed:
    """Run a command and return its JSON; raise KnownError where it prints none."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        registry.load(args.command).run(args)
    sentences = _sentences(err.getvalue())
    if not out.getvalue():
        raise KnownError(" ".join(sentences))
    return Printed(json.loads(out.getvalue()), tuple(sentences))


def _sentences(text: str) -> list[str]:
    return [line.removeprefix(PREFIX) for line in text.splitlines() if line.startswith(PREFIX)]

"""The output of the command line, without characters by which a text could control the terminal."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TextIO, cast

from explorer.data.numbers import THIN
from explorer.errors import visible

LONGEST, PREFIX = 1_500, "minor-metals: "


def one_line(text: str) -> str:
    """Return a text as one visible line."""
    return visible(text).replace("\n", "\\u000a").replace("\t", "\\u0009")


def warn(sentence: object) -> None:
    """Print a sentence on standard error after the name of the program; the middle of a very long one is cut."""
    line = one_line(str(sentence)).replace(THIN, " ")
    print(f"{PREFIX}{shortened(line, LONGEST)}", file=sys.stderr)


def shortened(text: str, longest: int) -> str:
    """Return a text without its middle where it is too long."""
    return text if len(text) <= longest else f"{text[: longest // 2]}…{text[-longest // 2 :]}"


class _VisibleStream:
    """A stream that spells out control characters in what is written to it."""

    def __init__(self, stream: TextIO) -> None:
        self.unfiltered = stream

    def write(self, text: str) -> int:
        self.unfiltered.write(visible(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        self.write("".join(lines))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.unfiltered, name)


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Pass all output through `visible` inside the block."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (s and cast(TextIO, _VisibleStream(s)) for s in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def unfiltered(stream: TextIO) -> TextIO:
    """Return the stream itself, for the program's own control characters and for data that no terminal shows."""
    return stream.unfiltered if isinstance(stream, _VisibleStream) else stream

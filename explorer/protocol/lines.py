"""The lines of a stream of bytes, of which none takes more memory than a limit."""

from collections.abc import Callable, Iterator

CHUNK = 65_536


def bounded_lines(read: Callable[[int], bytes], most: int) -> Iterator[bytes | None]:
    """Yield each line without its end, None for one of more bytes than the limit; `read` returns nothing at the end."""
    line, is_too_long = bytearray(), False
    while chunk := read(CHUNK):
        *ended, rest = chunk.split(b"\n")
        for part in ended:
            is_too_long = is_too_long or len(line) + len(part) > most
            yield None if is_too_long else bytes(line + part)
            line.clear()
            is_too_long = False
        is_too_long = is_too_long or len(line) + len(rest) > most
        if is_too_long:
            line.clear()
        else:
            line += rest
    if is_too_long:
        yield None
    elif line:
        yield bytes(line)

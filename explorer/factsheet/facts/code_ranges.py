"""Control codes, consecutive ones as a range, `3C003.a–f`."""

from collections.abc import Iterable, Sequence

LEAST_RANGE = 3


def ranges(codes: Iterable[str]) -> list[str]:
    """Return codes in order, three or more consecutive ones as a range."""
    runs: list[list[str]] = []
    for code in sorted(dict.fromkeys(codes), key=_key):
        if runs and _follows(runs[-1][-1], code):
            runs[-1].append(code)
        else:
            runs.append([code])
    return [shown for run in runs for shown in _shown(run)]


def _key(code: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in code.split("."))


def _follows(one: str, other: str) -> bool:
    """Return whether the last letter or number of a code is the next one after that of the other."""
    (head, dot, last), (head_2, _, last_2) = one.rpartition("."), other.rpartition(".")
    if not dot or head != head_2:
        return False
    if last.isdigit() and last_2.isdigit():
        return int(last_2) == int(last) + 1
    return len(last) == len(last_2) == 1 and last.isalpha() and ord(last_2) == ord(last) + 1


def _shown(run: Sequence[str]) -> Sequence[str]:
    return run if len(run) < LEAST_RANGE else [f"{run[0]}–{run[-1].rpartition('.')[2]}"]

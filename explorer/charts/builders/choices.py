"""The options of a chart: which entry a key chooses, and how the command line repeats an option."""

from collections.abc import Iterable, Sequence
from datetime import date

from explorer.charts.spec import Choice, Since
from explorer.errors import KnownError, NotFound, quoted
from explorer.language import gettext


def pick(choices: Sequence[Choice], key: str | Sequence[str] | None) -> Choice:
    """Return the choice with the key, the first without a key; raise NotFound with all keys otherwise."""
    if key is None:
        return choices[0]
    if not isinstance(key, str):
        raise KnownError(gettext("This chart shows one series; choose one."))
    for choice in choices:
        if choice.key == key:
            return choice
    keys = "; ".join(c.key for c in choices)
    raise NotFound(
        gettext("No series {key} in this chart. Available: {keys}.").format(key=quoted(key), keys=keys)
    )


def check_keys(keys: Iterable[str], known: Sequence[str]) -> None:
    """Raise NotFound for a key of a series that none of several metals has."""
    for key in keys:
        if key not in known:
            text = gettext("No series {key} for these metals. Available: {keys}.")
            raise NotFound(text.format(key=quoted(key), keys="; ".join(known)))


def options(**given: str | int | bool | Sequence[str] | None) -> tuple[tuple[str, str], ...]:
    """Return the options of a command that differ from the defaults; several values repeat one option."""
    result: list[tuple[str, str]] = []
    for name, value in given.items():
        if value is True:
            result.append((name, ""))
        elif isinstance(value, str | int):
            result += [(name, str(value))] if value else []
        else:
            result += [(name, v) for v in value or ()]
    return tuple(result)


def keys_of(series: str | Sequence[str] | None) -> tuple[str, ...]:
    """Return the keys of the series that were chosen, each once."""
    return (series,) if isinstance(series, str) else tuple(dict.fromkeys(series or ()))


def since_option(since: Since) -> str:
    """Return the start of a range as the command line writes it, empty for the default range."""
    if since is None:
        return "all"
    return since.isoformat() if isinstance(since, date) else ""

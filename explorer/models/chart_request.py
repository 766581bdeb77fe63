"""What a link shows of one chart of a tab: `chart=price&series=…&scale=log&since=2020-01-01&until=…&hide=…`.

`series`, `second`, `shape` and `range` are the keys of lists of choices, `scale` the switches `log` and `index`,
`hide` the keys of series.
"""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.dates import parse_day, within_range
from explorer.errors import KnownError, quoted
from explorer.language import gettext
from explorer.models.views import check_days

CHOICES = ("series", "second", "shape", "range")
SWITCHES = ("log", "index")


class ChartRequest(Struct, frozen=True):
    """A kind of chart, its choices by name, the switches that are on, its range, and the series that are hidden."""

    kind: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    switches: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    hidden: tuple[str, ...] = ()

    @property
    def is_default(self) -> bool:
        """Whether it shows the chart as it is without a request."""
        return self == ChartRequest(self.kind)


def pairs(request: ChartRequest | None) -> tuple[tuple[str, str], ...]:
    """Return the parts of a link."""
    if request is None:
        return ()
    return (
        ("chart", request.kind),
        *request.choices,
        *(("scale", name) for name in request.switches),
        ("since", request.since.isoformat() if request.since else ""),
        ("until", request.until.isoformat() if request.until else ""),
        *(("hide", key) for key in request.hidden),
    )


def with_part(request: ChartRequest | None, key: str, value: str) -> ChartRequest:
    """Return a request with a part of a link; raise KnownError if the part is not valid."""
    return _READERS[key](request or ChartRequest(), key, value)


def is_part(key: str) -> bool:
    """Return whether a key of a link is about a chart."""
    return key in _READERS


def checked(request: ChartRequest) -> ChartRequest:
    """Return a request; raise KnownError if it has no chart, or a range that ends before it begins."""
    if not request.kind:
        raise KnownError(gettext("The link has settings for a chart but does not name the chart."))
    check_days(*(day.isoformat() if day else "" for day in (request.since, request.until)))
    return request


def _kind(request: ChartRequest, _key: str, value: str) -> ChartRequest:
    return replace(request, kind=value.casefold())


def _choice(request: ChartRequest, key: str, value: str) -> ChartRequest:
    others = tuple(c for c in request.choices if c[0] != key)
    return replace(request, choices=(*others, (key, value)))


def _switch(request: ChartRequest, _key: str, value: str) -> ChartRequest:
    if value.casefold() not in SWITCHES:
        text = gettext("{scale} in the link is not a scale. Scales: {scales}.")
        raise KnownError(text.format(scale=quoted(value), scales=", ".join(SWITCHES)))
    return replace(request, switches=(*request.switches, value.casefold()))


def _since(request: ChartRequest, _key: str, value: str) -> ChartRequest:
    return replace(request, since=within_range(parse_day(value)))


def _until(request: ChartRequest, _key: str, value: str) -> ChartRequest:
    return replace(request, until=within_range(parse_day(value)))


def _hide(request: ChartRequest, _key: str, value: str) -> ChartRequest:
    return replace(request, hidden=(*request.hidden, value))


_READERS: dict[str, Callable[[ChartRequest, str, str], ChartRequest]] = {
    "chart": _kind,
    **dict.fromkeys(CHOICES, _choice),
    "scale": _switch,
    "since": _since,
    "until": _until,
    "hide": _hide,
}

"""A view of the window as a link, such as `minor-metals:gallium?tab=controls&on=2024-12-10&from=CHN&to=USA`.

`document` and `claim` open a record by its id in place of the metal: `minor-metals:?document=cn-2024-46`. `answer`
opens the complete answer to a question, whose words such as “yesterday” count from the day `asked`. `code` shows the
verdict on a code with the metal. `chart` and what goes with it show a part of a chart of the tab, as in
`explorer.models.chart_request`. `minor-metals:view/today?origins=this` opens a view, with its options.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.dates import parse_day, within_range
from explorer.errors import KnownError, quoted
from explorer.language import gettext, ngettext, paragraph
from explorer.models.chart_request import ChartRequest, checked, is_part, pairs, with_part
from explorer.models.views import (
    ALL_VIEWS,
    LONGEST_VALUE,
    METALS_VIEW,
    OF_METAL,
    RANGE,
    TODAY_VIEW,
    check_days,
    option,
)

if TYPE_CHECKING:
    from explorer.data.store import Store

SCHEME = "minor-metals:"
TABS = ("overview", "uses", "controls", "supply", "prices", "trade", "sources")
TODAY = "today"
LONGEST, MOST_FAULTS = 4_900, 3
_VIEW = "view/"
_LONGEST_QUESTION = 500  # a Chinese character takes nine in a link


class ViewRequest(Struct, frozen=True):
    """A request to show a view, from a link or a command line; an empty field leaves its part unchanged."""

    metal_id: str = ""
    tab: str = ""
    day: date | None = None
    today: bool = False
    origin: str = ""
    destination: str = ""
    document: str = ""
    claim: str = ""
    answer: str = ""
    asked: date | None = None
    code: str = ""
    chart: ChartRequest | None = None
    view: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def names_metal(self) -> bool:
        """Whether the request is for the page of a metal or for a record; a view may have its metal beside it."""
        of_page = (self.tab, self.document, self.claim, self.answer, self.code, self.chart)
        return any(of_page) or bool(self.metal_id and not self.view)


def write(request: ViewRequest) -> str:
    """Return the link of a view request; an empty request is the bare scheme."""
    day = TODAY if request.today else request.day.isoformat() if request.day else ""
    parts: tuple[tuple[str, str], ...] = (
        *(("tab", request.tab), ("on", day), ("from", request.origin), ("to", request.destination)),
        *(("document", request.document), ("claim", request.claim), ("answer", request.answer)),
        *(("asked", request.asked.isoformat() if request.asked else ""), ("code", request.code)),
        *pairs(request.chart),
        *request.options,
    )
    path = f"{_VIEW}{request.view}" if request.view else quote(request.metal_id, safe="")
    if request.view:
        parts = (("metal", request.metal_id), *parts)
    query = urlencode([(key, value) for key, value in parts if value], quote_via=quote)
    return f"{SCHEME}{path}{'?' if query else ''}{query}"


def read(link: str, store: "Store") -> tuple[ViewRequest, tuple[str, ...]]:
    """Return the view request of a link, and a sentence for each part that is not valid."""
    link = link.encode(
        errors="replace"
    ).decode()  # a word of the command line may have bytes that are not text
    if link[: len(SCHEME)].casefold() != SCHEME or len(link) > LONGEST:
        return ViewRequest(), (_not_a_link(link),)
    path, _, query = link[len(SCHEME) :].partition("#")[0].partition("?")
    name = unquote(path).strip("/ ")
    request, faults = ViewRequest(), list[str]()
    parts = parse_qsl(query)
    if name.casefold().startswith(_VIEW):
        request, faults = _of_view(name[len(_VIEW) :])
    else:
        parts.insert(0, ("metal", name))
    for key, value in parts:
        reader = _option(request, key) or _READERS.get(key)
        if not value:
            continue
        try:
            if reader is None and not is_part(key):
                raise KnownError(
                    gettext("The link contains {part}, which is not recognised.").format(part=quoted(key))
                )
            if len(value) > _longest(request, key):
                raise KnownError(gettext("{value} in the link is too long.").format(value=quoted(value)))
            if reader is None:
                request = replace(request, chart=with_part(request.chart, key, value))
            else:
                request = reader(request, value, store)
        except KnownError as error:
            faults.append(str(error))
    metal_id = request.metal_id if request.view in OF_METAL else ""
    if request.view not in ("", METALS_VIEW) and replace(request, metal_id="").names_metal | (
        request.metal_id != metal_id
    ):
        faults.append(
            gettext("A link to a view shows no metal, tab, record, code or chart; these were ignored.")
        )
        request = ViewRequest(
            *(metal_id, "", request.day, request.today, request.origin, request.destination),
            view=request.view,
            options=request.options,
        )
    try:
        check_days(*(dict(request.options).get(name, "") for name in RANGE))
    except KnownError as error:
        request = replace(request, options=tuple(o for o in request.options if o[0] not in RANGE))
        faults.append(str(error))
    if request.chart is not None:
        try:
            request = replace(request, chart=checked(request.chart))
        except KnownError as error:
            request = replace(request, chart=None)
            faults.append(str(error))
    return request, tuple(faults)


def message(faults: Sequence[str]) -> str:
    """Return what is wrong with a link as a text of a few sentences."""
    distinct = list(dict.fromkeys(faults))
    more = len(distinct) - MOST_FAULTS
    if more <= 0:
        return paragraph(distinct)
    text = ngettext(
        "{count} more part of the link is not valid.", "{count} more parts of the link are not valid.", more
    )
    return paragraph([*distinct[:MOST_FAULTS], text.format(count=more)])


def _longest(request: ViewRequest, name: str) -> int:
    """Return the most characters of a value."""
    found = option(request.view, name)
    return found.longest if found is not None else _LONGEST_QUESTION if name == "answer" else LONGEST_VALUE


def _option(request: ViewRequest, name: str) -> "_Reader | None":
    """Return the reader of an option of the view that was named before, None for all else."""
    found = option(request.view, name)
    if found is None:
        return None

    def read(request: ViewRequest, text: str, store: "Store") -> ViewRequest:
        chosen = dict(request.options) | {name: found.read(text, store)}
        return replace(request, options=tuple(chosen.items()))

    return read


def _of_view(name: str) -> tuple[ViewRequest, list[str]]:
    """Return the request for a view; for one that does not exist the request for Today, with a sentence."""
    if name.casefold() in ALL_VIEWS:
        return ViewRequest(view=name.casefold()), []
    text = gettext("{view} is not a view. Views: {views}. Showing Today instead.")
    return ViewRequest(view=TODAY_VIEW), [text.format(view=quoted(name), views=", ".join(ALL_VIEWS))]


def _metal(request: ViewRequest, text: str, store: "Store") -> ViewRequest:
    from explorer.data.finding.lookup import find_metal

    return replace(request, metal_id=find_metal(store, text).metal_id)


def _tab(request: ViewRequest, text: str, _store: "Store") -> ViewRequest:
    if text.casefold() not in TABS:
        raise KnownError(
            gettext("{tab} is not a tab. Tabs: {tabs}.").format(tab=quoted(text), tabs=", ".join(TABS))
        )
    return replace(request, tab=text.casefold())


def _day(request: ViewRequest, text: str, _store: "Store") -> ViewRequest:
    if text.casefold() == TODAY:
        return replace(request, day=None, today=True)
    return replace(request, day=within_range(parse_day(text)), today=False)


def _origin(request: ViewRequest, text: str, store: "Store") -> ViewRequest:
    from explorer.data.finding.lookup import find_origin

    return replace(request, origin=find_origin(store, text))


def _destination(request: ViewRequest, text: str, store: "Store") -> ViewRequest:
    from explorer.data.finding.lookup import find_destination

    return replace(request, destination=find_destination(store, text))


def _document(request: ViewRequest, text: str, store: "Store") -> ViewRequest:
    from explorer.data.finding.lookup import find_document

    return replace(request, document=find_document(store, text).instrument_id)


def _claim(request: ViewRequest, text: str, store: "Store") -> ViewRequest:
    from explorer.data.claims import checked_claim

    return replace(request, claim=checked_claim(store, text.strip().casefold()).claim.claim_id)


def _answer(request: ViewRequest, text: str, _store: "Store") -> ViewRequest:
    return replace(request, answer=" ".join(text.split()))


def _asked(request: ViewRequest, text: str, _store: "Store") -> ViewRequest:
    return replace(request, asked=within_range(parse_day(text)))


def _code(request: ViewRequest, text: str, _store: "Store") -> ViewRequest:
    from explorer.data.finding.code_verdicts import read_code

    code = read_code(text)
    if code is None or not code.is_complete:
        raise KnownError(
            gettext("{code} in the link is not a complete customs or control code.").format(code=quoted(text))
        )
    return replace(request, code=code.text)


_Reader = Callable[[ViewRequest, str, "Store"], ViewRequest]
_READERS: dict[str, _Reader] = {
    "metal": _metal,
    "tab": _tab,
    "on": _day,
    "from": _origin,
    "to": _destination,
    "document": _document,
    "claim": _claim,
    "answer": _answer,
    "asked": _asked,
    "code": _code,
}


def _not_a_link(text: str) -> str:
    sentence = gettext("{text} is not a link for this program. Links begin with “{scheme}”.")
    return sentence.format(text=quoted(text), scheme=SCHEME)

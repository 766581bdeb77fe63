"""The views of the window, and the options that each has in the state and in a link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from explorer.data.dates import parse_day, within_range
from explorer.errors import KnownError
from explorer.language import gettext

if TYPE_CHECKING:
    from explorer.data.store import Store

TODAY_VIEW, METALS_VIEW, TABLE_VIEW, STRESS_VIEW, CLAIMS_VIEW = "today", "metals", "table", "stress", "claims"
VIEWS = (TODAY_VIEW, METALS_VIEW, TABLE_VIEW, STRESS_VIEW, CLAIMS_VIEW)  # those with a button in the rail
CHANGES_VIEW = "changes"
# The views without a button, each with the view that opens it, whose button is marked.
OPENED_FROM: Mapping[str, str] = MappingProxyType({CHANGES_VIEW: TODAY_VIEW})
ALL_VIEWS = (*VIEWS, *OPENED_FROM)
LONGEST_VALUE = 100


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a view: its name in a link, its value where nothing is chosen, and the reader of other values.

    The reader returns the value as it is kept, or raises KnownError. `longest` is the most characters in a link.
    """

    name: str
    default: str
    read: Callable[[str, "Store"], str]
    longest: int = LONGEST_VALUE


def one_of(*values: str) -> Callable[[str, "Store"], str]:
    """Return a reader of values from a list."""

    def read(text: str, _store: "Store") -> str:
        value = text.strip().casefold()
        if value not in values:
            sentence = gettext("“{value}” in the link is not one of: {values}.")
            raise KnownError(sentence.format(value=text, values=", ".join(values)))
        return value

    return read


# The values of these options are in modules that take long to import, which a start does not need.


def _colouring(text: str, store: "Store") -> str:
    """Return what the periodic table is coloured by."""
    from explorer.data.periodic.colourings import COLOURINGS

    return one_of(*COLOURINGS)(text, store)


def _stage(text: str, store: "Store") -> str:
    """Return a stage of production."""
    from explorer.data.supply.figures import STAGE_ORDER

    return one_of(*STAGE_ORDER)(text, store)


def _verdict(text: str, store: "Store") -> str:
    """Return a verdict on claims, or all of them."""
    from explorer.data.terms import VERDICTS

    return one_of(ALL_VERDICTS, *VERDICTS)(text, store)


def _delay(text: str, store: "Store") -> str:
    """Return by how many years projects start late."""
    from explorer.data.supply.stress.projects import DELAYS

    return one_of(*map(str, DELAYS))(text, store)


def _removed(text: str, store: "Store") -> str:
    """Return what a stress test removes, by id or name of a company."""
    from explorer.data.supply.stress.removal import read_removal

    return read_removal(store, text).text


def _threshold(text: str, _store: "Store") -> str:
    """Return a whole number from 0 to 100."""
    if not (text.isascii() and text.isdigit() and int(text) <= 100):
        sentence = gettext("“{value}” in the link is not a whole number from 0 to 100.")
        raise KnownError(sentence.format(value=text))
    return str(int(text))


def _day(text: str, _store: "Store") -> str:
    """Return a day as YYYY-MM-DD."""
    return within_range(parse_day(text)).isoformat()


def _claim(text: str, store: "Store") -> str:
    """Return the id of a claim on file."""
    from explorer.data.claims import checked_claim

    return checked_claim(store, text.strip().casefold()).claim.claim_id


ALL_ORIGINS, THIS_ORIGIN = "all", "this"
ALL_DESTINATIONS, THIS_DESTINATION = "all", "this"
ALL_VERDICTS = "all"
LIST, TABLE = "list", "table"
TILES, ROWS = "tiles", "rows"
OPTIONS: Mapping[str, tuple[Option, ...]] = MappingProxyType(
    {
        TODAY_VIEW: (Option("origins", ALL_ORIGINS, one_of(ALL_ORIGINS, THIS_ORIGIN)),),
        METALS_VIEW: (),
        TABLE_VIEW: (
            Option("color", "status", _colouring),
            Option("show", TILES, one_of(TILES, ROWS)),
        ),
        STRESS_VIEW: (
            Option("without", "", _removed, longest=1_000),
            Option("stage", "", _stage),
            Option("threshold", "0", _threshold),
            Option("delay", "0", _delay),
        ),
        CLAIMS_VIEW: (
            Option("claim", "", _claim),
            Option("verdict", ALL_VERDICTS, _verdict),
            Option("show", LIST, one_of(LIST, TABLE)),
        ),
        CHANGES_VIEW: (
            Option("since", "", _day),
            Option("destinations", THIS_DESTINATION, one_of(THIS_DESTINATION, ALL_DESTINATIONS)),
        ),
    }
)


def option(view: str, name: str) -> Option | None:
    """Return an option of a view, None where the view has none of that name."""
    return next((o for o in OPTIONS.get(view, ()) if o.name == name), None)


def defaults(view: str) -> dict[str, str]:
    """Return the options of a view where nothing is chosen."""
    return {o.name: o.default for o in OPTIONS[view]}

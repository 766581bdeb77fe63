"""The views of the window, and the options that each has in the state and in a link."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct

from explorer.data.dates import parse_day, within_range
from explorer.errors import KnownError, quoted
from explorer.language import gettext

if TYPE_CHECKING:
    from explorer.data.store import Store

TODAY_VIEW, METALS_VIEW, TABLE_VIEW, STRESS_VIEW, CLAIMS_VIEW = "today", "metals", "table", "stress", "claims"
TIMELINE_VIEW, MAP_VIEW, COMPARE_VIEW, CODES_VIEW, DATA_VIEW = "timeline", "map", "compare", "codes", "data"
# Those with a button in the rail.
VIEWS = (
    *(TODAY_VIEW, METALS_VIEW, TABLE_VIEW, TIMELINE_VIEW, MAP_VIEW),
    *(COMPARE_VIEW, STRESS_VIEW, CODES_VIEW, CLAIMS_VIEW, DATA_VIEW),
)
CHANGES_VIEW, NAMES_VIEW, PARTS_VIEW = "changes", "names", "parts"
# The views without a button, each with the view that opens it, whose button is marked.
OPENED_FROM: Mapping[str, str] = MappingProxyType(
    {CHANGES_VIEW: TODAY_VIEW, PARTS_VIEW: TODAY_VIEW, NAMES_VIEW: CODES_VIEW}
)
ALL_VIEWS = (*VIEWS, *OPENED_FROM)
OF_METAL = frozenset({METALS_VIEW, MAP_VIEW})  # the views whose links name the metal
LONGEST_VALUE = 100


class Option(Struct, frozen=True):
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
            sentence = gettext("{value} in the link is not one of: {values}.")
            raise KnownError(sentence.format(value=quoted(text), values=", ".join(values)))
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


def _answers(text: str, store: "Store") -> str:
    """Return a group of answers on codes, or all of them."""
    from explorer.data.finding.code_check import GROUPS

    return one_of(ALL_VERDICTS, *GROUPS)(text, store)


def _answers_on_names(text: str, store: "Store") -> str:
    """Return a group of answers on names, or all of them."""
    from explorer.data.parties.checked_list import GROUPS

    return one_of(ALL_VERDICTS, *GROUPS)(text, store)


def _codes(text: str, _store: "Store") -> str:
    """Return a few codes as they are written."""
    codes = _parts(text, CODE_SEPARATOR)
    if len(codes) > MOST_CODES_IN_LINK:
        sentence = gettext("The link has {count} codes; a link can have at most {most}.")
        raise KnownError(sentence.format(count=len(codes), most=MOST_CODES_IN_LINK))
    return CODE_SEPARATOR.join(codes)


def _names(text: str, _store: "Store") -> str:
    """Return a few names as they are written."""
    names = _parts(text, NAME_SEPARATOR)
    if len(names) > MOST_CODES_IN_LINK:
        sentence = gettext("The link has {count} names; a link can have at most {most}.")
        raise KnownError(sentence.format(count=len(names), most=MOST_CODES_IN_LINK))
    return NAME_SEPARATOR.join(names)


def _parts(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]


def _delay(text: str, store: "Store") -> str:
    """Return by how many years projects start late."""
    from explorer.data.supply.stress.projects import DELAYS

    return one_of(*map(str, DELAYS))(text, store)


def _removed(text: str, store: "Store") -> str:
    """Return what a stress test removes, by id or name of a company."""
    from explorer.data.supply.stress.removal import read_removal

    return read_removal(store, text).text


def _grouping(text: str, store: "Store") -> str:
    """Return by what the timeline groups measures."""
    from explorer.data.controls.timeline import GROUPINGS

    return one_of(*GROUPINGS)(text, store)


def _kind(text: str, store: "Store") -> str:
    """Return a kind of measure, or all of them."""
    from explorer.data.controls.timeline import KINDS

    return one_of(*KINDS)(text, store)


def _threshold(text: str, _store: "Store") -> str:
    """Return a whole number from 0 to 100."""
    if not (text.isascii() and text.isdigit() and int(text) <= 100):
        sentence = gettext("{value} in the link is not a whole number from 0 to 100.")
        raise KnownError(sentence.format(value=quoted(text)))
    return str(int(text))


def _shown_on_map(text: str, store: "Store") -> str:
    """Return what a map shows."""
    from explorer.data.supply.map_choice import SHOWN

    return one_of(*SHOWN)(text, store)


def _publisher(text: str, store: "Store") -> str:
    """Return a publisher of output by country."""
    from explorer.data.supply.figures import PUBLISHER_ORDER

    return one_of(*PUBLISHER_ORDER)(text, store)


def _year(text: str, _store: "Store") -> str:
    """Return a year."""
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise KnownError(gettext("{value} in the link is not a year.").format(value=quoted(text)))
    return text


def _words(text: str, _store: "Store") -> str:
    """Return words, such as a form of a metal or a filter, without superfluous spaces."""
    return " ".join(text.split())


def _country(text: str, store: "Store") -> str:
    """Return the id of a country, or of an area that figures name."""
    country_id = text.strip().upper()
    if country_id not in store.countries:
        raise KnownError(gettext("{value} in the link is not a country on file.").format(value=quoted(text)))
    return country_id


def _day(text: str, _store: "Store") -> str:
    """Return a day as YYYY-MM-DD."""
    return within_range(parse_day(text)).isoformat()


def _claim(text: str, store: "Store") -> str:
    """Return the id of a claim on file."""
    from explorer.data.claims import checked_claim

    return checked_claim(store, text.strip().casefold()).claim.claim_id


def _table(text: str, _store: "Store") -> str:
    """Return the name of a table of the data file."""
    from explorer.data.contents.tables import described_table

    return described_table(text.strip().casefold()).name


def _source(text: str, store: "Store") -> str:
    """Return the id of a source."""
    from explorer.data.contents.source_facts import known_source

    return known_source(store, text)


def _edition(text: str, _store: "Store") -> str:
    """Return the name of a data edition on this computer."""
    from explorer.data.editions.folder import find_edition

    return find_edition(text).name


def _metals(text: str, store: "Store") -> str:
    """Return the metals that are compared, by id; raise KnownError for an unknown one or too many."""
    from explorer.data.comparison.chosen import read_metals, text_of

    return text_of(read_metals(store, text.split(",")))


def _columns(text: str, _store: "Store") -> str:
    """Return the key figures that the table of metals shows."""
    from explorer.data.comparison.key_figures import read_figures

    return ",".join(read_figures(text))


ALL_ORIGINS, THIS_ORIGIN = "all", "this"
ALL_DESTINATIONS, THIS_DESTINATION = "all", "this"
ALL_PLACES, THIS_PLACES = "all", "this"
ALL_VERDICTS = "all"
CODE_SEPARATOR, MOST_CODES_IN_LINK, LONGEST_CODES = ",", 20, 400
NAME_SEPARATOR, LONGEST_NAMES = ";", 1_000
LONGEST_NAME = 200  # of a parts list
LIST, TABLE = "list", "table"
TILES, ROWS = "tiles", "rows"
RECENT, FULL_HISTORY = "recent", "full"
RANGE = ("since", "until")  # the options for the first and the last day of what is shown
SOURCES_PAGE, COVERAGE_PAGE, TABLES_PAGE = "sources", "coverage", "tables"
DISAGREEMENTS_PAGE, BY_PRODUCTS_PAGE, CORRECTIONS_PAGE = "disagreements", "by-products", "corrections"
EDITIONS_PAGE, EDITION_CHANGES_PAGE = "editions", "edition-changes"
DATA_PAGES = (
    *(SOURCES_PAGE, COVERAGE_PAGE, TABLES_PAGE),
    *(DISAGREEMENTS_PAGE, BY_PRODUCTS_PAGE, CORRECTIONS_PAGE),
    *(EDITIONS_PAGE, EDITION_CHANGES_PAGE),
)
FIRST_TABLE = "metals"
LINEAR, LOG = "linear", "log"
OPTIONS: Mapping[str, tuple[Option, ...]] = MappingProxyType(
    {
        TODAY_VIEW: (Option("origins", ALL_ORIGINS, one_of(ALL_ORIGINS, THIS_ORIGIN)),),
        METALS_VIEW: (
            Option("layout", LIST, one_of(LIST, TABLE)),
            Option("columns", "", _columns, longest=300),
        ),
        TABLE_VIEW: (
            Option("color", "status", _colouring),
            Option("show", TILES, one_of(TILES, ROWS)),
        ),
        TIMELINE_VIEW: (
            Option("by", "document", _grouping),
            Option("kind", "all", _kind),
            Option("destinations", THIS_DESTINATION, one_of(THIS_DESTINATION, ALL_DESTINATIONS)),
            Option("history", RECENT, one_of(RECENT, FULL_HISTORY)),
            Option("since", "", _day),
            Option("until", "", _day),
        ),
        MAP_VIEW: (
            Option("show", "output", _shown_on_map),
            Option("stage", "", _stage),
            Option("form", "", _words),
            Option("publisher", "", _publisher),
            Option("year", "", _year),
            Option("country", "", _country),
        ),
        COMPARE_VIEW: (
            Option("metals", "", _metals, longest=500),
            Option("base", "", _day),
            Option("scale", LINEAR, one_of(LINEAR, LOG)),
        ),
        STRESS_VIEW: (
            Option("without", "", _removed, longest=1_000),
            Option("stage", "", _stage),
            Option("threshold", "0", _threshold),
            Option("delay", "0", _delay),
        ),
        CODES_VIEW: (
            Option("codes", "", _codes, longest=LONGEST_CODES),
            Option("list", "", _words, longest=LONGEST_NAME),
            Option("verdict", ALL_VERDICTS, _answers),
        ),
        CLAIMS_VIEW: (
            Option("claim", "", _claim),
            Option("verdict", ALL_VERDICTS, _verdict),
            Option("show", LIST, one_of(LIST, TABLE)),
        ),
        DATA_VIEW: (
            Option("page", SOURCES_PAGE, one_of(*DATA_PAGES)),
            Option("table", FIRST_TABLE, _table),
            Option("filter", "", _words),
            Option("source", "", _source),
            Option("cites", "", _source),
            Option("old", "", _edition),
            Option("new", "", _edition),
            Option("places", THIS_PLACES, one_of(THIS_PLACES, ALL_PLACES)),
        ),
        NAMES_VIEW: (
            Option("names", "", _names, longest=LONGEST_NAMES),
            Option("verdict", ALL_VERDICTS, _answers_on_names),
        ),
        PARTS_VIEW: (
            Option("list", "", _words, longest=LONGEST_NAME),
            Option("since", "", _day),
        ),
        CHANGES_VIEW: (
            Option("since", "", _day),
            Option("destinations", THIS_DESTINATION, one_of(THIS_DESTINATION, ALL_DESTINATIONS)),
        ),
    }
)


def check_days(since: str, until: str) -> None:
    """Raise KnownError for a range of days that ends before it begins; an empty day is an open end."""
    if since and until and since >= until:
        raise KnownError(gettext("The range in the link ends before it begins."))


def option(view: str, name: str) -> Option | None:
    """Return an option of a view, None where the view has none of that name."""
    return next((o for o in OPTIONS.get(view, ()) if o.name == name), None)


def defaults(view: str) -> dict[str, str]:
    """Return the options of a view where nothing is chosen."""
    return {o.name: o.default for o in OPTIONS[view]}

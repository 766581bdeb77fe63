"""The commands that other programs can call as tools, with their arguments as JSON Schema."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from explorer.commands.check import REMINDER
from explorer.commands.support.mcp_schema import (
    FIGURES,
    FROM,
    METAL,
    NOTHING_ON_FILE,
    TO,
    choice,
    day,
    day_and_places,
    number,
    text,
    texts,
)
from explorer.data.controls.timeline import GROUPINGS, KINDS
from explorer.data.supply.figures import STAGE_ORDER
from explorer.language import gettext, gettext_noop

Arguments = Mapping[str, Any]
ROWS, MOST_ROWS = 100, 2_000


class CommandTool(Struct, frozen=True):
    """A tool by its command: the words before the options, and the arguments that are words themselves.

    All other arguments are options of the command with the same name. `open` is what an answer leaves open. `needs`
    has the argument without which another one cannot be given, `excludes` the one with which it cannot be given.
    """

    name: str
    title: str
    description: str
    properties: Callable[[], dict[str, Any]]
    required: tuple[str, ...] = ()
    words: Callable[[Arguments], tuple[str, ...]] = lambda _: ()
    positional: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    needs: Mapping[str, str] = {}
    excludes: Mapping[str, str] = {}


TOOLS = (
    CommandTool(
        "status",
        gettext_noop("Status of a metal"),
        gettext_noop(
            "Which export controls apply to a metal on a day for a destination: the answer in words, and each measure "
            "with its kind and state (in force, suspended with its last day, announced, ended)."
        ),
        lambda: {"metal": text(METAL), **day_and_places()},
        ("metal",),
        lambda _: ("status",),
        ("metal",),
        (NOTHING_ON_FILE,),
    ),
    CommandTool(
        "check",
        gettext_noop("Check codes"),
        gettext_noop(
            "Verdicts on customs codes (6, 8 or 10 digits) and control codes (such as 3C001.a) for a day and a "
            "destination: LISTED, SUSPENDED, ANNOUNCED, POSSIBLE or NO REFERENCE CODE ON FILE, with items and measures."
        ),
        lambda: {"codes": texts(gettext_noop("Customs codes or control codes.")), **day_and_places()},
        ("codes",),
        lambda _: ("check",),
        ("codes",),
        (REMINDER, gettext_noop("No verdict means “free to export”.")),
    ),
    CommandTool(
        "show",
        gettext_noop("All about a metal"),
        gettext_noop(
            "One metal with its uses, measures, items, named parties and latest figures: output, reserves, trade, "
            "prices, dependence and suppliers, each with unit, flag and sources."
        ),
        lambda: {
            "metal": text(METAL),
            "buyer": text(gettext_noop("Importing country whose suppliers are listed.")),
            **day_and_places(),
        },
        ("metal",),
        lambda _: ("show",),
        ("metal",),
        (NOTHING_ON_FILE, FIGURES),
    ),
    CommandTool(
        "measures",
        gettext_noop("Measures over time"),
        gettext_noop(
            "Every measure of the origin with its states over time; with `document`, one notice with its measures, "
            "items, events, named parties, official wording and addresses."
        ),
        lambda: {
            "document": text(gettext_noop("Number and year of a notice, such as 46/2024, its title or ID.")),
            "by": choice(gettext_noop("Group by document (default) or by metal."), GROUPINGS),
            "kind": choice(gettext_noop("Measures of one kind only."), (*KINDS,)),
            "full-history": {
                "type": "boolean",
                "description": gettext("Include measures that ended before the default range."),
            },
            **day_and_places(),
        },
        (),
        lambda given: ("document",) if "document" in given else ("timeline",),
        ("document",),
        (NOTHING_ON_FILE,),
        excludes=dict.fromkeys(("by", "kind", "full-history"), "document"),
    ),
    CommandTool(
        "figures",
        gettext_noop("Rows of a table"),
        gettext_noop(
            "Figures and other facts as rows of the tables of the data file, such as production, reserves, prices, "
            "trade, dependence, buyer_imports, producers, projects or uses; without a table, the list of tables. If an "
            "answer has as many rows as asked for, there may be more."
        ),
        lambda: {
            "table": text(gettext_noop("Name of a table.")),
            "where": text(gettext_noop("Only rows that contain all of these words, such as “Chile copper”.")),
            "source": text(gettext_noop("Only rows that cite the source with this ID.")),
            "first": number("integer", 1, 10_000_000, gettext_noop("Number of the first row (default: 1).")),
            "count": number("integer", 1, MOST_ROWS, gettext_noop("Number of rows (default: 100).")),
        },
        (),
        lambda given: ("data", "table") if "table" in given else ("data", "tables"),
        ("table",),
        (FIGURES,),
        needs=dict.fromkeys(("where", "source", "first", "count"), "table"),
    ),
    CommandTool(
        "sources",
        gettext_noop("Sources"),
        gettext_noop("All sources, or one with its citation, its note and the number of rows that cite it."),
        lambda: {"source": text(gettext_noop("ID of a source, as other answers give it."))},
        (),
        lambda _: ("sources",),
        ("source",),
    ),
    CommandTool(
        "changes",
        gettext_noop("What changed"),
        gettext_noop(
            "The metals and measures whose status differs between two days, with the day, the reason and the document."
        ),
        lambda: {
            "since": text(gettext_noop("First day, such as 2026-10-08; changes after it are listed.")),
            "until": text(gettext_noop("Last day (default: today).")),
            "to": text(TO),
            "from": text(FROM),
        },
        ("since",),
        lambda _: ("changes",),
        (),
        (NOTHING_ON_FILE,),
    ),
    CommandTool(
        "stress",
        gettext_noop("Stress test"),
        gettext_noop(
            "How much of each metal's world output is left without some countries, blocs or companies."
        ),
        lambda: {
            "without": text(
                gettext_noop("Countries, blocs or companies, separated by commas: CHN,RUS or EU.")
            ),
            "buyer": text(
                gettext_noop("Importing country; its imports from the countries removed are shown.")
            ),
            "stage": choice(gettext_noop("Stage of production."), STAGE_ORDER),
            "threshold": number(
                "number", 0, 100, gettext_noop("Only metals that lose at least this share, in per cent.")
            ),
        },
        ("without",),
        lambda _: ("stress",),
        (),
        (FIGURES,),
    ),
    CommandTool(
        "parties",
        gettext_noop("Check company names"),
        gettext_noop(
            "Verdicts on company names against the lists of named parties as of a day: ON A LIST, SIMILAR, LISTED "
            "ON OTHER DAYS or NOT IN THIS DATABASE, with reasons, notices and states."
        ),
        lambda: {
            "names": texts(gettext_noop("Company names in English or Chinese.")),
            **day(),
            "from": text(FROM),
        },
        ("names",),
        lambda _: ("parties",),
        ("names",),
    ),
)

"""Links to views and words of the command line: damaged, too long, and made to do harm."""

import random
from collections.abc import Callable
from urllib.parse import quote

from explorer.models.views import ALL_VIEWS, defaults

Mutation = Callable[[random.Random], str]
GOOD = (
    "minor-metals:gallium?tab=controls&on=2024-12-10&from=CHN&to=USA",
    "minor-metals:tungsten?tab=prices&chart=price&scale=log&since=2020-01-01",
    "minor-metals:?document=cn-2024-46",
    "minor-metals:gallium?claim=25-rare-metals",
    "minor-metals:view/timeline?by=metal&since=2024-01-01&until=2026-12-31",
    "minor-metals:view/compare?metals=gallium,tungsten&base=2024-01-02",
    "minor-metals:view/codes?codes=8112929010,3C001.a",
    "minor-metals:view/names?names=Acme",
    "minor-metals:view/map?show=suppliers&year=2020",
    "minor-metals:view/stress?without=CHN&threshold=0.5",
    "minor-metals:view/data?page=tables&table=metals&filter=ga",
    "minor-metals:?answer=who%20makes%20gallium&asked=2026-11-20",
)
PARTS = (
    *("tab", "on", "from", "to", "document", "claim", "answer", "asked", "code", "metal", "chart", "series"),
    *("second", "shape", "range", "scale", "hide", "since", "until", "origins", "columns", "metals", "codes"),
    *("names", "filter", "without", "year", "country", "threshold", "delay", "page", "table", "old", "new"),
)
HARMFUL = (
    *("<b>x</b>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "file:///etc/passwd", "=1+1"),
    *("'; DROP TABLE meta; --", "%s%n{0}{x}", "../../etc/passwd", "$(id)", "`id`", "\\\\server\\share"),
    *("-o/tmp/x", "--data=/etc/passwd", "*", "?", "'", '"'),
)
CONTROLS = (
    "\0",
    "\x1b[31m",
    "\r\n",
    "\x07",
    "\x9b",
    "\u202e",
    "\u2066",
    "\u2028",
    "\ufeff",
    "\ud800",
    "\uffff",
)
DAYS = (
    "2026-02-30",
    "0000-00-00",
    "9999-12-31",
    "-1",
    "1e9",
    "today",
    "2026",
    "２０２６-01-01",
    "2026-1-1",
    "",
)
NUMBERS = ("-1", "1e999", "NaN", "Infinity", "0.5.5", "9" * 90, "½", "0x10", "", " 1 ", "-0", "٣")


def good(chance: random.Random) -> str:
    return chance.choice(GOOD)


def _with(chance: random.Random, values: tuple[str, ...]) -> str:
    """Return a good link in which some parts have other values."""
    view = chance.random() < 0.5
    path = (
        f"view/{chance.choice(ALL_VIEWS)}"
        if view
        else quote(chance.choice(("gallium", *values)), errors="replace")
    )
    parts = [(chance.choice(PARTS), chance.choice(values)) for _ in range(chance.randrange(1, 6))]
    query = "&".join(f"{key}={quote(value, errors='replace')}" for key, value in parts)
    return f"minor-metals:{path}?{query}"


def harmful_values(chance: random.Random) -> str:
    return _with(chance, HARMFUL)


def control_characters(chance: random.Random) -> str:
    return _with(chance, CONTROLS)


def raw_control_characters(chance: random.Random) -> str:
    link = good(chance)
    place = chance.randrange(len(link))
    return link[:place] + chance.choice(CONTROLS) + link[place:]


def wrong_days(chance: random.Random) -> str:
    return _with(chance, DAYS)


def wrong_numbers(chance: random.Random) -> str:
    return _with(chance, NUMBERS)


def long_value(chance: random.Random) -> str:
    letter = chance.choice(("a", "镓", "1", ",", "\u202e", " "))
    return _with(chance, (letter * chance.choice((99, 101, 501, 900)),))


def many_parts(chance: random.Random) -> str:
    return "minor-metals:gallium?" + "&".join(f"x{number}=1" for number in range(chance.randrange(5, 600)))


def repeated_part(chance: random.Random) -> str:
    key = chance.choice(PARTS)
    return "minor-metals:view/map?" + f"{key}=x&" * chance.randrange(2, 300)


def too_long(chance: random.Random) -> str:
    return "minor-metals:" + chance.choice("ag%镓") * chance.choice((4_887, 4_888, 60_000, 2_000_000))


def cut(chance: random.Random) -> str:
    link = good(chance)
    return link[: chance.randrange(len(link))]


def flipped(chance: random.Random) -> str:
    letters = list(good(chance))
    for _ in range(chance.randrange(1, 5)):
        letters[chance.randrange(len(letters))] = chr(
            chance.choice((chance.randrange(128), chance.randrange(0xD800)))
        )
    return "".join(letters)


def swapped(chance: random.Random) -> str:
    one, two = good(chance), good(chance)
    return one[: chance.randrange(len(one))] + two[chance.randrange(len(two)) :]


def wrong_percent(chance: random.Random) -> str:
    return good(chance) + chance.choice(
        ("%", "%zz", "%E2%80", "%ff%fe", "%00", "%2", "&on=%C0%80", "%25%32%35")
    )


def other_scheme(chance: random.Random) -> str:
    schemes = (
        "http:",
        "https://a/",
        "file:///",
        "javascript:",
        "minor-metals",
        "MINOR-METALS:",
        " minor-metals:",
        "",
    )
    return chance.choice(schemes) + chance.choice(("gallium", "//gallium", "view/today", "alert(1)"))


def authority(chance: random.Random) -> str:
    return "minor-metals:" + chance.choice(
        ("//gallium", "///gallium", "//a@b:9/gallium", "/gallium/", "gallium/uses")
    )


def unknown_view(chance: random.Random) -> str:
    return "minor-metals:view/" + chance.choice(
        ("", "x", "..", "today/x", "TODAY", "map?view=map", "a" * 3_000)
    )


def every_option(chance: random.Random) -> str:
    """Give every option of a view the value of another one."""
    view = chance.choice(ALL_VIEWS)
    values = [value for name in ALL_VIEWS for value in defaults(name).values()]
    options = "&".join(f"{name}={quote(chance.choice(values))}" for name in defaults(view))
    return f"minor-metals:view/{view}?{options}"


def record_and_view(chance: random.Random) -> str:
    return f"minor-metals:view/{chance.choice(ALL_VIEWS)}?metal=gallium&document=cn-2024-46&claim=x&tab=uses&code=1"


def unknown_records(chance: random.Random) -> str:
    part = chance.choice(
        ("document", "claim", "code", "metal", "from", "to", "country", "table", "old", "source")
    )
    return f"minor-metals:gallium?{part}={chance.choice(('x', '', '..', 'cn-2024', '0', 'ALL', 'USA-MIL', '%00'))}"


def long_lists(chance: random.Random) -> str:
    name = chance.choice(("metals", "codes", "names", "columns", "hide"))
    values = ",".join(
        chance.choice(("gallium", "tungsten", "x", "", "8112929010")) for _ in range(chance.randrange(2, 90))
    )
    return f"minor-metals:view/{chance.choice(('compare', 'codes', 'names', 'metals'))}?{name}={values}"


def question(chance: random.Random) -> str:
    words = (
        "who",
        "makes",
        "gallium",
        "锗",
        "when",
        "ban",
        "?",
        "2026",
        "x" * 200,
        "<b>",
        "\u202e",
        "8112929010",
        "or",
    )
    text = " ".join(chance.choice(words) for _ in range(chance.randrange(1, 40)))
    return f"minor-metals:?answer={quote(text)}&asked={chance.choice(DAYS)}"


def noise(chance: random.Random) -> str:
    return "minor-metals:" + chance.randbytes(chance.randrange(1, 300)).decode("latin-1")


LINKS: dict[str, Mutation] = {
    f"link_{mutation.__name__}": mutation
    for mutation in (
        *(good, harmful_values, control_characters, raw_control_characters, wrong_days, wrong_numbers),
        *(long_value, many_parts, repeated_part, too_long, cut, flipped, swapped, wrong_percent),
        *(other_scheme, authority, unknown_view, every_option, record_and_view, unknown_records, long_lists),
        *(question, noise),
    )
}

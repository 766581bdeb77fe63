"""Words of the command line: damaged, in a wrong order, and made to do harm. No case names a file to replace."""

import random
from collections.abc import Callable

from tests.fuzz.link_mutations import CONTROLS, DAYS, HARMFUL, NUMBERS, noise

Mutation = Callable[[random.Random], list[str]]
GOOD = (
    ("list", "--to", "USA", "--on", "2024-12-10"),
    ("today", "--to", "JPN"),
    ("show", "gallium"),
    ("status", "锑", "--to", "DEU"),
    ("search", "gallium"),
    ("ask", "who makes tungsten"),
    ("check", "8112929010", "3C001", "--to", "USA"),
    ("parties", "Acme Metals"),
    ("document", "cn-2023-23"),
    ("timeline", "--since", "2024-01-01"),
    ("claims",),
    ("table", "--json"),
    ("sources", "gallium"),
    ("data", "table", "metals"),
    ("changes", "--since", "2024-01-01"),
    ("stress", "--without", "CHN"),
    ("map", "gallium"),
    ("compare", "Ga", "W"),
    ("own", "list"),
    ("own", "watch", "gallium"),
    ("export", "--help"),
    ("doctor",),
)
OPTIONS = (
    *("--on", "--to", "--from", "--json", "--csv", "--since", "--until", "--without", "--help", "--version"),
    *("--file", "--column", "--sheet", "--format", "--data", "--threshold", "--form", "--year", "--x", "-h"),
    *(
        "--metal",
        "--tab",
        "--title",
        "--width",
        "--dpi",
        "--paper",
        "--sort",
        "--self-test-x",
        "-",
        "--",
        "---",
    ),
)
PATHS = (
    "/dev/null",
    "/dev/full",
    "/proc/self/mem",
    ".",
    "..",
    "/",
    "missing.csv",
    "a\0b",
    "x" * 300,
    "~nobody/x",
    "",
)


def _base(chance: random.Random) -> list[str]:
    return list(chance.choice(GOOD))


def _inserted(chance: random.Random, words: tuple[str, ...]) -> list[str]:
    found = _base(chance)
    found.insert(chance.randrange(1, len(found) + 1), chance.choice(words))
    return found


def _replaced(chance: random.Random, words: tuple[str, ...]) -> list[str]:
    found = _base(chance)
    found[chance.randrange(len(found))] = chance.choice(words)
    return found


def as_meant(chance: random.Random) -> list[str]:
    return _base(chance)


def harmful_words(chance: random.Random) -> list[str]:
    return _replaced(chance, HARMFUL)


def control_characters(chance: random.Random) -> list[str]:
    return _replaced(chance, tuple(f"a{c}b" for c in CONTROLS))


def wrong_days(chance: random.Random) -> list[str]:
    return [*_base(chance), chance.choice(("--on", "--since", "--until")), chance.choice(DAYS)]


def wrong_numbers(chance: random.Random) -> list[str]:
    command = chance.choice((("stress", "--without", "CHN", "--threshold"), ("map", "gallium", "--year")))
    return [*command, chance.choice(NUMBERS)]


def unknown_option(chance: random.Random) -> list[str]:
    return _inserted(chance, OPTIONS)


def missing_value(chance: random.Random) -> list[str]:
    return [*_base(chance), chance.choice(("--on", "--to", "--from", "--data", "--since", "--file"))]


def two_options(chance: random.Random) -> list[str]:
    return [*_inserted(chance, OPTIONS), chance.choice(OPTIONS), chance.choice((*DAYS, *NUMBERS))]


def long_word(chance: random.Random) -> list[str]:
    return _replaced(chance, tuple(letter * size for letter in "a镓1-" for size in (300, 9_000, 100_000)))


def many_words(chance: random.Random) -> list[str]:
    return [
        chance.choice(("check", "parties", "compare", "list", "stress")),
        *["gallium"] * chance.randrange(2, 900),
    ]


def shuffled(chance: random.Random) -> list[str]:
    words = _base(chance)
    chance.shuffle(words)
    return words


def cut_words(chance: random.Random) -> list[str]:
    return [word[: chance.randrange(1, len(word) + 1)] for word in _base(chance)]


def empty_words(chance: random.Random) -> list[str]:
    return _replaced(chance, ("", " ", "\t", "\u3000"))


def wrong_paths(chance: random.Random) -> list[str]:
    path = chance.choice(PATHS)
    return chance.choice(
        (
            ["--data", path, "list"],
            ["check", "--file", path],
            ["parties", "--file", path],
            ["own", "add", path, "--metal", "gallium"],
            ["own", "import", path],
            ["data", "install", path],
            ["check", "8112929010", "--pdf", f"{path}/x.pdf"],
        )
    )


def two_commands(chance: random.Random) -> list[str]:
    return [*_base(chance), *_base(chance)]


def equals_signs(chance: random.Random) -> list[str]:
    return [*_base(chance), f"{chance.choice(OPTIONS)}={chance.choice((*DAYS, *NUMBERS, *HARMFUL))}"]


def other_kinds_of_dash(chance: random.Random) -> list[str]:
    return [word.replace("--", chance.choice("—–−-")) for word in _base(chance)]


def questions(chance: random.Random) -> list[str]:
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
        "8112929010",
        "or",
        "not",
        "the",
    )
    return ["ask", " ".join(chance.choice(words) for _ in range(chance.randrange(1, 60)))]


def searches(chance: random.Random) -> list[str]:
    return ["search", noise(chance).removeprefix("minor-metals:")[: chance.randrange(1, 90)]]


def lone_surrogates(chance: random.Random) -> list[str]:
    return _replaced(chance, ("\udcff", "a\udc80b", "\ud800", "\udcff" * 300))


ARGUMENTS: dict[str, Mutation] = {
    f"words_{mutation.__name__}": mutation
    for mutation in (
        *(as_meant, harmful_words, control_characters, wrong_days, wrong_numbers, unknown_option),
        *(missing_value, two_options, long_word, many_words, shuffled, cut_words, empty_words, wrong_paths),
        *(two_commands, equals_signs, other_kinds_of_dash, questions, searches, lone_surrogates),
    )
}

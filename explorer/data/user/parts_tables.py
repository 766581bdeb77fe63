"""The tables of the parts lists in the user's file: the lists, their lines, and the verdicts of the last check.

Lines whose codes had the same verdicts share a `course`, a number within the list.
"""

from explorer.data.controls.status import ANNOUNCED, SUSPENDED
from explorer.data.controls.verdict_names import VERDICTS
from explorer.data.records import KIND_RANK
from explorer.data.storage.description import Column
from explorer.data.user.entry_records import IN_PRINCIPLE
from explorer.data.user.parts_records import FACTS, LONGEST_CODE, MOST_LINES, PREFIX
from explorer.data.user.table_columns import (
    COUNTRY_PATTERN,
    DESTINATION_PATTERN,
    NAME_PATTERN,
    day_column,
    id_column,
    legal_day_column,
    number_column,
    plain_pattern,
    table,
    text_column,
    words_column,
    yes_or_no_column,
)

PARTS_ID_PATTERN = rf"{PREFIX}[0-9a-f]{{8}}"
STATEMENTS = (
    """CREATE TABLE parts_lists (
        list_id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        origin TEXT NOT NULL,
        destination TEXT NOT NULL,
        file_name TEXT,
        added TEXT NOT NULL,
        checked TEXT,
        edition TEXT
    ) STRICT""",
    """CREATE TABLE parts_lines (
        list_id TEXT NOT NULL REFERENCES parts_lists ON DELETE CASCADE,
        place INTEGER NOT NULL,
        number INTEGER NOT NULL,
        code TEXT NOT NULL,
        part TEXT,
        course INTEGER,
        PRIMARY KEY (list_id, place)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE parts_verdicts (
        list_id TEXT NOT NULL REFERENCES parts_lists ON DELETE CASCADE,
        course INTEGER NOT NULL,
        facts TEXT NOT NULL,
        first_day TEXT NOT NULL,
        verdict TEXT NOT NULL,
        headline TEXT,
        strictness TEXT,
        presumed INTEGER NOT NULL,
        waiting TEXT,
        waiting_strictness TEXT,
        waiting_state TEXT,
        waiting_presumed INTEGER NOT NULL,
        waiting_your_entry INTEGER NOT NULL,
        your_entry INTEGER NOT NULL,
        PRIMARY KEY (list_id, course, facts, first_day)
    ) STRICT, WITHOUT ROWID""",
)
_MOST_NUMBER = 10_000_000
_KINDS = tuple(KIND_RANK)


def _optional_words(name: str, words: tuple[str, ...]) -> Column:
    return words_column(name, words, required=False)


TABLES = (
    table(
        "parts_lists",
        ("list_id",),
        id_column("list_id", pattern=PARTS_ID_PATTERN),
        text_column("name", NAME_PATTERN),
        text_column("origin", COUNTRY_PATTERN),
        text_column("destination", DESTINATION_PATTERN),
        text_column("file_name", NAME_PATTERN, required=False),
        day_column("added"),
        legal_day_column("checked"),
        text_column("edition", NAME_PATTERN, required=False),
    ),
    table(
        "parts_lines",
        ("list_id", "place"),
        id_column("list_id", refers="parts_lists"),
        number_column("place", 1, MOST_LINES),
        number_column("number", 1, _MOST_NUMBER),
        text_column("code", plain_pattern(LONGEST_CODE)),
        Column("part", "TEXT", "text"),  # without a pattern, which takes long for many lines
        number_column("course", 1, MOST_LINES, required=False),
        without_rowid=True,
    ),
    table(
        "parts_verdicts",
        ("list_id", "course", "facts", "first_day"),
        id_column("list_id", refers="parts_lists"),
        number_column("course", 1, MOST_LINES),
        words_column("facts", FACTS),
        legal_day_column("first_day", required=True),
        words_column("verdict", VERDICTS),
        _optional_words("headline", _KINDS),
        _optional_words("strictness", (IN_PRINCIPLE,)),
        yes_or_no_column("presumed"),
        _optional_words("waiting", _KINDS),
        _optional_words("waiting_strictness", (IN_PRINCIPLE,)),
        _optional_words("waiting_state", (SUSPENDED, ANNOUNCED)),
        yes_or_no_column("waiting_presumed"),
        yes_or_no_column("waiting_your_entry"),
        yes_or_no_column("your_entry"),
        without_rowid=True,
    ),
)
# Lists without a line, with half of a check, or with a line whose verdicts do not begin by the day of the check.
INCOMPLETE = """SELECT list_id FROM parts_lists WHERE list_id NOT IN (SELECT list_id FROM parts_lines)
    UNION SELECT list_id FROM parts_lists WHERE (checked IS NULL) <> (edition IS NULL)
    UNION SELECT list_id
        FROM (SELECT DISTINCT list_id, course FROM parts_lines WHERE course IS NOT NULL) AS line
        JOIN parts_lists USING (list_id)
        WHERE checked IS NULL OR (
            SELECT count(DISTINCT facts) FROM parts_verdicts
            WHERE parts_verdicts.list_id = line.list_id AND parts_verdicts.course = line.course
                AND first_day <= checked
        ) <> 2"""

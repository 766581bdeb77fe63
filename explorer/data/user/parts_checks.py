"""What the user gives as a parts list, checked before it is saved."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from explorer.data.controls.code_text import normalise
from explorer.data.plain_text import one_line
from explorer.data.user.parts_records import LONGEST_CODE, LONGEST_PART, MOST_LINES, PartsFacts, PartsLine
from explorer.data.user.records import LONGEST_NAME
from explorer.data.user.table_columns import COUNTRY_PATTERN, DESTINATION_PATTERN
from explorer.errors import KnownError
from explorer.language import gettext


def checked_parts(facts: PartsFacts) -> PartsFacts:
    """Return the facts with plain texts; raise KnownError where the name is missing or too long."""
    is_known = re.fullmatch(COUNTRY_PATTERN, facts.origin, re.ASCII) and re.fullmatch(
        DESTINATION_PATTERN, facts.destination, re.ASCII
    )
    if not is_known:
        raise ValueError(facts)
    name = one_line(facts.name)
    if not name:
        raise KnownError(gettext("Give the parts list a name."))
    if len(name) > LONGEST_NAME:
        text = gettext("The name of the parts list has more than {count} characters.")
        raise KnownError(text.format(count=LONGEST_NAME))
    return replace(facts, name=name, file_name=one_line(facts.file_name or "")[:LONGEST_NAME] or None)


def checked_lines(lines: Sequence[PartsLine]) -> tuple[PartsLine, ...]:
    """Return the lines with plain texts; raise KnownError for none, too many, or a text that is not a code."""
    if not lines:
        raise KnownError(gettext("The list has no line with a code."))
    if len(lines) > MOST_LINES:
        text = gettext("A parts list has at most {most} lines; this one has {count}.")
        raise KnownError(text.format(most=MOST_LINES, count=len(lines)))
    return tuple(map(_checked_line, lines))


def _checked_line(line: PartsLine) -> PartsLine:
    code = one_line(line.code)
    normalised = normalise(code)
    kept = code if len(code) <= LONGEST_CODE else normalised
    return PartsLine(line.number, kept, one_line(line.part)[:LONGEST_PART].strip())

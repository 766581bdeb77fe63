"""The words for the last day of a measure or of a pause."""

from collections.abc import Sequence

from explorer.data.controls.change_texts import rule_names
from explorer.data.controls.paused_days import DUE
from explorer.data.controls.status import State
from explorer.data.dates import show
from explorer.data.finding.calendar import (
    LAST_DAY,
    LAST_DAY_OF_PAUSE,
    LAST_DAY_OF_TERM,
    PAUSE_GOES_ON,
    PAUSE_PRESUMED,
)
from explorer.data.records import Measure
from explorer.language import gettext, gettext_noop

_WORDS = {
    LAST_DAY_OF_PAUSE: gettext_noop("Last day of the pause: {rules}"),
    PAUSE_GOES_ON: gettext_noop("Last day of a pause that continues: {rules}"),
    PAUSE_PRESUMED: gettext_noop("Last day of a pause that continues by a statement only: {rules}"),
    LAST_DAY: gettext_noop("Last day: {rules}"),
    LAST_DAY_OF_TERM: gettext_noop("Last day of the term: {rules}"),
    DUE: gettext_noop("Due to take effect, but paused: {rules}"),
}
_CONTINUES_UNTIL = {
    PAUSE_GOES_ON: gettext_noop("Last day of a pause that continues until {day}: {rules}"),
    PAUSE_PRESUMED: gettext_noop(
        "Last day of a pause that continues until {day} by a statement only: {rules}"
    ),
}
LAST_DAYS = frozenset(_WORDS)
CONTINUED = frozenset(_CONTINUES_UNTIL)


def last_day_text(kind: str, measures: Sequence[Measure], after: State | None) -> str:
    """Return what ends on a day, with the new last day of a pause that continues where one is on file."""
    until = after.until if after is not None else None
    if until and kind in CONTINUED:
        return gettext(_CONTINUES_UNTIL[kind]).format(day=show(until), rules=rule_names(measures))
    return gettext(_WORDS[kind]).format(rules=rule_names(measures))

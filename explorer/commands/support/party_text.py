"""The verdicts on names as text."""

from collections.abc import Iterator, Sequence

from explorer.data.context import Context
from explorer.data.parties.check import PartyChecker, PartyMatch, PartyVerdict
from explorer.data.parties.checked_list import CheckedName
from explorer.data.parties.texts import cautions, listing_line, party_line, reasons, setting
from explorer.data.store import Store
from explorer.language import gettext, ngettext

MOST_SIMILAR = 5
_INDENT = "  "


def as_text(store: Store, checked: Sequence[CheckedName], checker: PartyChecker, context: Context) -> str:
    """Return the verdict on each name with the reasons and listings, then what the check leaves open."""
    parts = [setting(store, context)]
    for each in checked:
        parts.append("\n".join(_name_lines(store, each, context)))
    parts.append("\n".join(cautions(store, context, has_lists=checker.has_lists)))
    return "\n\n".join(parts)


def _name_lines(store: Store, checked: CheckedName, context: Context) -> Iterator[str]:
    verdict = checked.verdict
    if verdict is None:
        yield gettext("{name}: not checked. {reason}").format(name=checked.text, reason=checked.fault)
        return
    yield gettext("{name}: {verdict}").format(name=checked.text, verdict=verdict.verdict)
    same = [m for m in verdict.matches if m.is_same]
    similar = [m for m in verdict.matches if not m.is_same]
    for match in same:
        yield from _match_lines(store, verdict, match, context)
    if same and similar:
        yield _INDENT + gettext("Similar names on file:")
        yield from (2 * _INDENT + party_line(store, m) for m in similar[:MOST_SIMILAR])
    else:
        for match in similar[:MOST_SIMILAR]:
            yield from _match_lines(store, verdict, match, context)
    more = len(similar) - MOST_SIMILAR
    if more > 0:
        text = ngettext(
            "{count} more similar name; --json lists all.",
            "{count} more similar names; --json lists all.",
            more,
        )
        yield _INDENT + text.format(count=more)


def _match_lines(store: Store, verdict: PartyVerdict, match: PartyMatch, context: Context) -> Iterator[str]:
    yield _INDENT + party_line(store, match)
    yield from (2 * _INDENT + reason for reason in reasons(verdict.name, match))
    yield from (2 * _INDENT + listing_line(x, context) for x in match.listings)

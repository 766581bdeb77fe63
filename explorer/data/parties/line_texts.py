"""A verdict on a name in the few words of a row: the pills, and the party or the similar names."""

from explorer.data.finding.code_texts import AnswerText
from explorer.data.parties.check import NOT_FOUND, ON_LIST, OTHER_DAYS, SIMILAR, PartyVerdict
from explorer.data.parties.checked_list import UNREADABLE, CheckedName, group_name
from explorer.data.parties.texts import enumerated, listing_pill, matching_words
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.language import gettext, ngettext


def answer_text(_store: Store, answer: CheckedName) -> AnswerText:
    """Return the texts of an answer."""
    verdict = answer.verdict
    if verdict is None:
        return AnswerText(group_name(UNREADABLE), "none", (), answer.fault)
    pills = _pills(verdict)
    state = {ON_LIST: pills[0][1] if pills else "other", SIMILAR: "other"}.get(verdict.verdict, "none")
    return AnswerText(verdict.verdict, state, pills, _found(verdict))


def _pills(verdict: PartyVerdict) -> tuple[tuple[str, str], ...]:
    """Return the strictest of what applies to a party of the same name; nothing is said to apply to a similar one."""
    if verdict.verdict not in (ON_LIST, OTHER_DAYS):
        return ()
    return (listing_pill(verdict.decisive[0].listings[0]),)


def _found(verdict: PartyVerdict) -> str:
    """Return the party with its first notice, or the closest similar name with the words that match."""
    if verdict.verdict == NOT_FOUND:
        return gettext("No name on file is the same or similar.")
    first, more = verdict.decisive[0], len(verdict.decisive) - 1
    if first.is_same:
        text = gettext("{party}: {notice}")
        notice = instrument_name(first.listings[0].measure.instrument)
        shown = text.format(party=first.party.name_en, notice=notice)
        more += sum(len(m.listings) for m in verdict.decisive) - len(verdict.decisive)
    else:
        text = gettext("{party}, words that match: {words}")
        words = enumerated(matching_words(verdict.name, first)) or gettext("all but one letter")
        shown = text.format(party=first.party.name_en, words=words)
    if not more:
        return shown
    return ngettext("{item} (and {count} more)", "{item} (and {count} more)", more).format(
        item=shown, count=more
    )

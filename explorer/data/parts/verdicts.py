"""The verdict on a code as far as it is kept, and its words."""

from explorer.data.controls.codes import Verdict
from explorer.data.controls.pill import kind_pill
from explorer.data.controls.status import IN_FORCE
from explorer.data.finding.code_cause import causes
from explorer.data.finding.code_verdicts import verdict_pill, verdict_words
from explorer.data.user.parts_records import LineVerdict
from explorer.language import gettext


def line_verdict(verdict: Verdict) -> LineVerdict:
    """Return what is kept of a verdict: the verdict, what is in force, and what is stricter and waits."""
    waiting = next((cause.entry for cause in causes(verdict) if cause.entry.state != IN_FORCE), None)
    in_force = verdict.verdict, verdict.headline, verdict.strictness, verdict.presumed
    if waiting is None:
        return LineVerdict(*in_force, your_entry=verdict.your_entry)
    return LineVerdict(
        *in_force,
        waiting=waiting.measure.kind,
        waiting_strictness=waiting.measure.strictness,
        waiting_state=waiting.state,
        waiting_presumed=waiting.presumed,
        waiting_your_entry=waiting.your_entry,
        your_entry=verdict.your_entry,
    )


def pills(verdict: LineVerdict) -> tuple[tuple[str, str], ...]:
    """Return words and states of the pills of a verdict: what is in force, and what is stricter and waits."""
    if verdict.headline is None:
        return ()
    waiting = _waiting_pill(verdict)
    return (verdict_pill(verdict), *((waiting,) if waiting is not None else ()))


def words(verdict: LineVerdict) -> str:
    """Return a verdict in words: `LISTED: licence required; refusal paused`."""
    texts = [text for text, _ in pills(verdict)]
    if not texts:
        return verdict_words(verdict)
    text = gettext("{verdict}: {in_force}; {waiting}") if len(texts) > 1 else gettext("{verdict}: {in_force}")
    return text.format(verdict=verdict.verdict, in_force=texts[0], waiting=texts[-1])


def _waiting_pill(verdict: LineVerdict) -> tuple[str, str] | None:
    if verdict.waiting is None or verdict.waiting_state is None:
        return None
    return kind_pill(
        verdict.waiting,
        verdict.waiting_strictness,
        verdict.waiting_state,
        presumed=verdict.waiting_presumed,
        your_entry=verdict.waiting_your_entry,
    )

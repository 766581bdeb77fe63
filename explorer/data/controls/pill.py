"""The words and the colour of a status pill, from the list, the header or a chart."""

from explorer.data.controls.answer import Pill, in_force_of, is_on_file, pill_of
from explorer.data.controls.special_forms import special_forms
from explorer.data.controls.status import ENDED, IN_FORCE, IN_PRINCIPLE, SUSPENDED, MeasureStatus, Status
from explorer.data.controls.stricter_destinations import stricter_destinations
from explorer.data.dates import show
from explorer.data.places import not_an_export
from explorer.data.store import Store
from explorer.data.words import kind_word, state_name

PILL_STATES = ("prohibition", "licence", "suspended", "technology", "announced", "other", "none")
PRESUMED = ", presumed"
NOT_AN_EXPORT = "not an export"

_TONES = {"prohibition": "prohibition", "licence": "licence", "technology": "technology", "none": "none"}
_SHORT = {"trade_licence": "ordinary licence", "technology": "technology"}
_COVERS = {"forms": ", some forms", "ores": ", ores only", "technology": ", technology only"}


def pill(store: Store, status: Status, *, with_end: bool = False) -> tuple[str, str]:
    """Return the words of a pill and its state, one of PILL_STATES.

    `with_end` gives the last day of a pause in place of what the measure covers.
    """
    return _words(store, status, pill_of(status), with_end=with_end)


def pills(store: Store, status: Status, found: Pill) -> tuple[str, str, str]:
    """Return the words of a pill, those for a narrow list, where `~` stands for presumed, and its state."""
    words, state = _words(store, status, found)
    if words == NOT_AN_EXPORT or found.state != SUSPENDED or found.kind != "licence":
        return words, words.replace(PRESUMED, " ~"), state
    return words, f"requirement {state_name(SUSPENDED)}{' ~' if found.presumed else ''}", state


def in_force_words(store: Store, status: Status) -> str:
    """Return what is in force in the words of a pill, whatever is paused or announced."""
    return _words(store, status, in_force_of(status))[0]


def _words(store: Store, status: Status, found: Pill, *, with_end: bool = False) -> tuple[str, str]:
    if not_an_export(store, status.context.origin, status.context.destination):
        return NOT_AN_EXPORT, "none"
    if found.kind == "none":
        return _nothing(store, status)
    presumed = PRESUMED if found.presumed else ""
    covers = _covers_words(found, is_group=store.metal(status.metal_id).kind == "group")
    if found.state == IN_FORCE:
        word = "refused in principle" if found.strictness == IN_PRINCIPLE else _word(found)
        return f"{word}{covers}{presumed}", _TONES.get(found.kind, "other")
    until = found.measures[0].until if with_end else None
    tail = f" until {show(until)}" if until else covers
    return f"{_waiting_word(found)} {state_name(found.state)}{tail}{presumed}", found.state


def measure_tone(found: MeasureStatus) -> str:
    """Return which of PILL_STATES colours a measure: its state's, or in force its kind's."""
    if found.state == IN_FORCE:
        return _TONES.get(found.measure.kind, "other")
    return "none" if found.state == ENDED else found.state


def _word(found: Pill) -> str:
    return _SHORT.get(found.kind, kind_word(found.kind))


def _waiting_word(found: Pill) -> str:
    if found.strictness == IN_PRINCIPLE:
        return "refusal"
    if found.state == SUSPENDED and found.kind == "licence":
        return "licence requirement"
    return _word(found)


def _covers_words(found: Pill, *, is_group: bool) -> str:
    if found.kind == "technology":
        return ""
    if is_group and found.covers == "forms":
        return ", some members"
    return _COVERS.get(found.covers or "", "")


def _nothing(store: Store, status: Status) -> tuple[str, str]:
    """Return words and tone where nothing is in force on the metal as such; forms and destinations are named."""
    forms = len(special_forms(store, status))
    if forms:
        return f"some forms ({forms})", "other"
    if not is_on_file(store, status):
        return "nothing on file", "none"
    places = len(stricter_destinations(store, status))
    return (f"some destinations ({places})", "other") if places else ("nothing in force", "none")

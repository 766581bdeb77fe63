"""The end of measures in words: some end only because the term in their document runs out, and may be renewed."""

from collections.abc import Iterable
from datetime import date

from explorer.data.dates import first_day, show
from explorer.data.records import Measure
from explorer.language import gettext, gettext_noop, paragraph

# By whether it is over, whether only its term ends, and whether a replacement is on file.
_SENTENCES = {
    (False, False, True): gettext_noop("The {rule} ends on {day}."),
    (False, False, False): gettext_noop("The {rule} ends on {day}, and no replacement is on file."),
    (False, True, True): gettext_noop("The term of the {rule} ends on {day}."),
    (False, True, False): gettext_noop(
        "The term of the {rule} ends on {day}, and no replacement is on file."
    ),
    (True, False, True): gettext_noop("The {rule} ended on {day}."),
    (True, False, False): gettext_noop("The {rule} ended on {day}, and no replacement is on file."),
    (True, True, True): gettext_noop("The term of the {rule} ended on {day}."),
    (True, True, False): gettext_noop(
        "The term of the {rule} ended on {day}, and no replacement is on file."
    ),
}


def end_sentences(rule: str, measure: Measure, on: date, *, is_replaced: bool) -> str:
    """Return when a measure with a last day ends or ended, and what the data say about it where nothing replaces it."""
    is_over = first_day(measure.expires or "") < on
    sentence = gettext(_SENTENCES[is_over, measure.ends_with_term, is_replaced])
    note = "" if is_replaced else note_sentence((measure,))
    return paragraph((sentence.format(rule=rule, day=show(measure.expires)), note))


def note_sentence(measures: Iterable[Measure]) -> str:
    """Return what the data say about the ends of terms as a sentence, empty where they say nothing."""
    notes = notes_of(measures)
    return gettext("Note on file: “{notes}”.").format(notes=notes) if notes else ""


def with_note(text: str, measures: Iterable[Measure]) -> str:
    """Return a text on the end of terms with what the data say about it."""
    notes = notes_of(measures)
    return gettext("{text}; note on file: “{notes}”").format(text=text, notes=notes) if notes else text


def notes_of(measures: Iterable[Measure]) -> str:
    """Return what the data say about the ends of terms, each note once; empty where they say nothing."""
    return "; ".join(dict.fromkeys(m.term_note for m in measures if m.term_note))


def term_note(measure: Measure) -> str:
    """Return that the term of a measure ends, with what the data say about that, for a table or a file."""
    return with_note(gettext("term ends"), (measure,))

"""Sentences on evidence files that the file itself, the program and the commands share."""

from explorer.data.evidence.question import Question
from explorer.data.places import setting
from explorer.data.store import Store
from explorer.language import gettext, ngettext


def question_text(store: Store, question: Question) -> str:
    """Return a question in words: the metal or the number of codes, day and places."""
    if question.metal_id:
        metal = store.metal(question.metal_id)
        text = gettext("{metal}. {setting}.")
        return text.format(metal=f"{metal.name_en} {metal.name_zh}", setting=setting(store, question.context))
    text = ngettext("{count} code. {setting}.", "{count} codes. {setting}.", len(question.codes))
    return text.format(count=len(question.codes), setting=setting(store, question.context))


def proves_nothing_about_maker() -> str:
    """Return what the check of a file does not show."""
    return gettext(
        "The check shows whether the parts belong together, and whether the edition gives the same answer. It does not "
        "prove who made the file, or when."
    )

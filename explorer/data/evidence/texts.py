"""Sentences on evidence files that the file itself, the program and the commands share."""

from explorer.data.evidence.question import LONGEST_CODE, Question
from explorer.data.places import setting
from explorer.data.store import Store
from explorer.errors import quoted
from explorer.language import enumeration, gettext, ngettext

MOST_NAMED = 20  # codes; of more, a sentence has only the number


def question_text(store: Store, question: Question) -> str:
    """Return a question in words: the metal or the codes, of many only their number, then day and places."""
    if question.metal_id:
        metal = store.metal(question.metal_id)
        text = gettext("{metal}. {setting}.")
        return text.format(metal=f"{metal.name_en} {metal.name_zh}", setting=setting(store, question.context))
    count = len(question.codes)
    text = ngettext("{count} code: {codes}. {setting}.", "{count} codes: {codes}. {setting}.", count)
    if count > MOST_NAMED:
        text = ngettext("{count} code. {setting}.", "{count} codes. {setting}.", count)
    codes = enumeration([quoted(code, LONGEST_CODE) for code in question.codes[:MOST_NAMED]])
    return text.format(count=count, codes=codes, setting=setting(store, question.context))


def proves_nothing_about_maker() -> str:
    """Return what the check of a file does not show."""
    return gettext(
        "The check shows whether the parts belong together, and whether the edition gives the same answer. It does not "
        "prove who made the file, or when."
    )

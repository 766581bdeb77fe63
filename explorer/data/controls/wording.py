"""The wording of the issuer, with how it was read: from which copy, whether in full, and where it has gaps."""

import re
from collections.abc import Iterable

from explorer.data.controls.legal_records import LegalText
from explorer.data.dates import with_dates_in_words
from explorer.data.store import Store
from explorer.language import gettext, gettext_noop, ngettext

GAP = "［…］"
TITLE, ADDRESS = "标题", "网址"
# The particulars of a document, which are not wording, by their names in the data.
PARTICULARS = {
    TITLE: gettext_noop("Title"),
    "发布单位": gettext_noop("Issuer"),
    "文号": gettext_noop("Number"),
    "发文日期": gettext_noop("Date of issue"),
    "施行日期": gettext_noop("Effective date"),
    ADDRESS: gettext_noop("Address"),
}
_ISO_NOTE = "date in ISO form"
# By whether the words are the issuer's own, and whether they are complete.
_MARKS = {
    (True, True): gettext_noop("Issuer's wording, from the named copy ({copies})"),
    (True, False): gettext_noop("Issuer's wording, excerpt only, from the named copy ({copies})"),
    (False, True): gettext_noop("Press or other script, not the issuer's own words, from {copies}"),
    (False, False): gettext_noop(
        "Press or other script, not the issuer's own words, excerpt only, from {copies}"
    ),
}
_SHORT_MARKS = {
    (True, True): gettext_noop("issuer"),
    (True, False): gettext_noop("issuer, excerpt"),
    (False, True): gettext_noop("press or other script"),
    (False, False): gettext_noop("press or other script, excerpt"),
}
_SOURCE_ID = re.compile(r"\b[a-z0-9]+(?:-[a-z0-9]+)+\b")
_SEVERAL_SOURCES = re.compile(r" [a-z0-9-]+-\*")


def is_official(text: LegalText) -> bool:
    """Return whether the words are the issuer's own, as they appear in the named copy."""
    return text.official == "yes"


def is_complete(text: LegalText) -> bool:
    """Return whether the wording is on file in full."""
    return text.complete == "yes"


def wording_heading(texts: Iterable[LegalText]) -> str:
    """Return the name of some wording, which is official only where all of it is in the issuer's own words."""
    return gettext("Official wording") if all(map(is_official, texts)) else gettext("Wording")


def mark(store: Store, text: LegalText) -> str:
    """Return whose words a text has, from which copy, and whether it is an excerpt."""
    message = _MARKS[is_official(text), is_complete(text)]
    return gettext(message).format(copies=copies(store, [text]))


def short_mark(text: LegalText) -> str:
    """Return whose words a text has, in short, and whether it is an excerpt."""
    return gettext(_SHORT_MARKS[is_official(text), is_complete(text)])


def origins(texts: Iterable[LegalText]) -> str:
    """Return whose words some texts have, each once."""
    return "; ".join(dict.fromkeys(map(short_mark, texts)))


def marks(store: Store, texts: Iterable[LegalText]) -> str:
    """Return whose words some texts have and from which copy, with the notes on them, in one line each."""
    return "\n".join("; ".join(filter(None, (mark(store, t), note_words(store, t.note)))) for t in texts)


def copies(store: Store, texts: Iterable[LegalText]) -> str:
    """Return the publishers of the copies in which texts were read, each once."""
    ids = dict.fromkeys(i for text in texts for i in text.source_ids)
    return "; ".join(dict.fromkeys(store.sources[i].publisher for i in ids))


def shown_text(text: LegalText) -> str:
    """Return the wording with its gaps in our words, so that nobody takes the mark of a gap for part of the notice."""
    return text.text.replace(GAP, gap())


def gap() -> str:
    """Return what is shown in place of a gap."""
    return gettext("[gap in the copy]")


def note_words(store: Store, note: str | None) -> str:
    """Return a note with dates in words, and the publishers of the sources that it names in place of their ids."""
    plain = _SEVERAL_SOURCES.sub("", note or "")
    if plain.startswith(_ISO_NOTE):
        plain = plain.removeprefix(_ISO_NOTE).lstrip("; ")
    named = _SOURCE_ID.sub(
        lambda found: store.sources[found[0]].publisher if found[0] in store.sources else found[0], plain
    )
    return with_dates_in_words(named)


def coverage(found: int, total: int) -> str:
    """Return for how many items the wording is on file."""
    if not found:
        return gettext("The wording of the items is not on file.")
    if found == total:
        return ngettext(
            "The wording of the item is on file.",
            "The wording of all {total} items is on file.",
            total,
        ).format(total=total)
    return ngettext(
        "The wording of {found} of {total} item is on file.",
        "The wording of {found} of {total} items is on file.",
        total,
    ).format(found=found, total=total)

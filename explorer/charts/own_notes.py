"""What a chart says about the user's own series: that they are the user's, and from which files. No Qt."""

from collections.abc import Iterable, Sequence

from explorer.charts.spec import OwnFacts
from explorer.language import gettext, list_of, ngettext


def own_remark(own: Sequence[OwnFacts]) -> tuple[str, ...]:
    """Return the note that series are the user's and not part of this program's data; empty without any."""
    if not own:
        return ()
    text = ngettext(
        "Dashed: {series} is the user's own series; it is not part of this program's data and has not been checked.",
        "Dashed: {series} are the user's own series; they are not part of this program's data and have not been "
        "checked.",
        len(own),
    )
    return (text.format(series=list_of([facts.name for facts in own])),)


def own_sources(own: Iterable[OwnFacts]) -> str:
    """Return the files behind series of the user and the days on which they were read; empty without any."""
    files = dict.fromkeys(facts.file for facts in own)
    return gettext("Your series: {files}.").format(files="; ".join(files)) if files else ""

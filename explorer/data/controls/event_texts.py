"""The events of a measure in words, as they read on the as-of date."""

from datetime import date

from explorer.data.controls.paused_days import DUE, pause_words
from explorer.data.controls.status import State
from explorer.data.dates import first_day, show
from explorer.data.records import MeasureEvent
from explorer.language import gettext, gettext_noop

# By event, and whether a document is named: the text for an event until the as-of date, and for a later one.
_TEXTS = {
    ("announced", False): (gettext_noop("{day}: announced"), gettext_noop("{day}: will be announced")),
    ("effective", False): (gettext_noop("{day}: took effect"), gettext_noop("{day}: will take effect")),
    (DUE, False): (gettext_noop("{day}: was due to take effect"), gettext_noop("{day}: due to take effect")),
    ("suspended", False): (gettext_noop("{day}: paused"), gettext_noop("{day}: will be paused")),
    ("suspended", True): (
        gettext_noop("{day}: paused by {document}"),
        gettext_noop("{day}: will be paused by {document}"),
    ),
    ("amended", False): (gettext_noop("{day}: amended"), gettext_noop("{day}: will be amended")),
    ("amended", True): (
        gettext_noop("{day}: amended by {document}"),
        gettext_noop("{day}: will be amended by {document}"),
    ),
    ("expired", False): (gettext_noop("{day}: expired"), gettext_noop("{day}: will expire")),
    ("expired", True): (
        gettext_noop("{day}: ended by {document}"),
        gettext_noop("{day}: will be ended by {document}"),
    ),
    ("resumed", False): (
        gettext_noop("{day}: applies again"),
        gettext_noop("{day}: will apply again"),
    ),
    ("repealed", False): (gettext_noop("{day}: repealed"), gettext_noop("{day}: will be repealed")),
    ("repealed", True): (
        gettext_noop("{day}: repealed by {document}"),
        gettext_noop("{day}: will be repealed by {document}"),
    ),
    ("replaced", False): (gettext_noop("{day}: replaced"), gettext_noop("{day}: will be replaced")),
    ("replaced", True): (
        gettext_noop("{day}: replaced by {document}"),
        gettext_noop("{day}: will be replaced by {document}"),
    ),
}
# The same for a pause with a last day.
_PAUSES = {
    False: (
        gettext_noop("{day}: paused until {until}"),
        gettext_noop("{day}: will be paused until {until}"),
    ),
    True: (
        gettext_noop("{day}: paused until {until} by {document}"),
        gettext_noop("{day}: will be paused until {until} by {document}"),
    ),
}


def is_later(event: MeasureEvent, on: date) -> bool:
    """Return whether an event is after the as-of date."""
    return first_day(event.date) > on


def event_text(event: MeasureEvent, document: str, on: date, pause: State | None = None) -> str:
    """Return an event with its day, its document if named, its end, and whether only a statement supports it.

    `pause` is that of the measure on the day of the event.
    """
    key = (event.event, bool(document))
    forms = _TEXTS[key if key in _TEXTS else (event.event, False)]
    entries = []
    if event.until and event.event == "suspended":
        forms = _PAUSES[bool(document)]
    elif event.until:
        entries.append(gettext("until {day}").format(day=show(event.until)))
    if document and key not in _TEXTS:
        entries.append(gettext("document: {document}").format(document=document))
    if event.basis == "statement":
        entries.append(gettext("based only on a statement"))
    if pause is not None:
        entries.append(pause_words(pause))
    text = gettext(forms[is_later(event, on)])
    text = text.format(day=show(event.date), document=document, until=show(event.until))
    return "; ".join((text, *entries))

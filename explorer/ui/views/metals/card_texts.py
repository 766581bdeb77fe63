"""The content of the cards with key figures: what is large, what is small, and what is in the tooltip."""

from html import escape

from explorer.data.glossary import explanation, explanation_of
from explorer.data.store import Store
from explorer.data.supply.figure_text import KeyFigureText
from explorer.language import gettext
from explorer.ui.cards import provenance
from explorer.ui.cards.figure_card import CardText
from explorer.ui.widgets.style import NUMBER, TEXT

UNKNOWN = "–"
UNBROKEN_SLASH = "/\u2060"  # Qt breaks a line after a slash


def card_text(store: Store, text: KeyFigureText) -> CardText:
    """Return the content of a card; the publishers are named where the text has no source in short."""
    if not text.value:
        return CardText(text.label, UNKNOWN, " · ".join(text.details))
    publishers = provenance.short(store, text.source_ids)
    terms = "\n".join(filter(None, (explanation(*text.terms), explanation_of(text.flag))))
    source = (text.source or publishers, text.flag, *text.details, text.confidence_text)
    return CardText(
        text.name or text.label,
        _figure_html(text),
        "\n".join(filter(None, (" · ".join(filter(None, source)), text.comparison))),
        "\n".join(filter(None, (text.tooltip, terms, provenance.citations(store, text.source_ids)))),
        text.warning,
        text.qualification or text.arrow.replace("/", UNBROKEN_SLASH),
        text.change,
        text.source_ids,
    )


def _figure_html(text: KeyFigureText) -> str:
    """Return a figure with its unit and its date in smaller letters as rich text: `150 USD/kg, Jul 2026`."""
    unit = escape(text.unit).replace("/", UNBROKEN_SLASH)
    value = f'<span style="font-size:{NUMBER}px; font-weight:600">{_unbroken(text.value)}</span>'
    figure = f"{value} {unit}" if unit else value
    if text.date:
        date = f'<span style="white-space:nowrap">{escape(text.date)}</span>'
        figure = gettext("{figure}, {date}").format(figure=figure, date=date)
    return f'<span style="font-size:{TEXT}px; font-weight:400">{figure}</span>'


def _unbroken(amount: str) -> str:
    """Return an amount as rich text that is broken between the ends of a range only: `10 000 to`, `15 000 t`."""
    ends = amount.split(" to ")
    return " to ".join(f'<span style="white-space:nowrap">{escape(end)}</span>' for end in ends)

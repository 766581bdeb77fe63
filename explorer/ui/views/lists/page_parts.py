"""The parts of the pages that explain a verdict: headings, paragraphs, links and states as HTML."""

from collections.abc import Iterable
from html import escape

from explorer.palette import KindColours, Theme
from explorer.ui.widgets.running_text import unbroken_dates
from explorer.ui.widgets.style import SMALL, STEP

NO_BREAK = "\u00a0"
DOCUMENT = "document"  # the scheme of links to documents inside the program


def reason_page(sentences: Iterable[str]) -> str:
    """Return sentences as a page."""
    return "".join(map(paragraph, sentences))


def heading(text: str, theme: Theme) -> str:
    """Return a heading under a line."""
    line = f'<hr style="background-color:{theme.line}; border-width:0"/>'
    return f'{line}<p style="margin:{STEP}px 0"><b>{escape(text)}</b></p>'


def paragraph(text: str, colour: str = "") -> str:
    """Return a paragraph, in small letters where it has a colour."""
    style = f"color:{colour}; font-size:{SMALL}px; " if colour else ""
    words = escape(unbroken_dates(text)).replace("\n", "<br/>")
    return f'<p style="{style}margin:{STEP // 2}px 0 {STEP}px 0">{words}</p>'


def head_line(parts: Iterable[str]) -> str:
    """Return parts in a row, close to the paragraph below."""
    return f'<p style="margin:{STEP}px 0 0 0">{" &nbsp; ".join(parts)}</p>'


def link(address: str, text: str, theme: Theme) -> str:
    """Return a link, on one line."""
    style = f"color:{theme.accent}; text-decoration:none"
    return f'<a href="{escape(address, quote=True)}" style="{style}">{_unbroken(text)}</a>'


def document_link(instrument_id: str, text: str, theme: Theme) -> str:
    """Return a link to a document inside the program."""
    return link(f"{DOCUMENT}:{instrument_id}", text, theme)


def state_mark(text: str, colours: KindColours) -> str:
    """Return a state on its ground, on one line."""
    return (
        f'<span style="background-color:{colours.ground}; color:{colours.text}; font-size:{SMALL}px">'
        f"&nbsp;{_unbroken(text)}&nbsp;</span>"
    )


def _unbroken(text: str) -> str:
    return escape(text.replace(" ", NO_BREAK))

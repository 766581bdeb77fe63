"""Tooltips with lines of a readable width, which Qt breaks in rich text only."""

from html import escape


def wrapped(text: str) -> str:
    """Return plain text as the rich text of a tooltip; an empty text stays empty."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""

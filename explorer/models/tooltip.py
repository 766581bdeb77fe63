"""Tooltips whose lines are broken to a readable width, as only rich text is."""

from html import escape


def wrapped(text: str) -> str:
    """Return plain text as a tooltip shows it, empty where there is none."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""

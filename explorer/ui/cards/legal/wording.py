"""Official wording as a label, with whose words they are and from which copy."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtWidgets import QLabel, QWidget

from explorer.data.controls.legal_records import LegalText
from explorer.data.controls.wording import GAP, gap, mark, note_words, shown_text, wording_heading
from explorer.data.store import Store
from explorer.language import gettext
from explorer.palette import Theme
from explorer.ui.widgets.clipboard import copy_text
from explorer.ui.widgets.labels import label


def wording_label(store: Store, texts: Sequence[LegalText], theme: Theme) -> QLabel:
    """Return passages of wording as a label; passages in a row that have the same origin share its line."""
    parts = []
    for origin, passages in groupby(texts, key=lambda text: mark(store, text)):
        listed = list(passages)
        parts += [_passage(text, theme) for text in listed]
        notes = dict.fromkeys(filter(None, (note_words(store, text.note) for text in listed)))
        parts.append(_muted("; ".join((origin, *notes)), theme))
    widget = label("".join(parts), rich=True)
    widget.setAccessibleName(wording_heading(texts))
    return widget


def copy_wording(owner: QWidget, store: Store, texts: Sequence[LegalText]) -> None:
    """Copy passages of wording with their origin to the clipboard."""
    lines = [
        gettext("{text} ({mark})").format(text=shown_text(text), mark=mark(store, text)) for text in texts
    ]
    copy_text(owner, "\n".join(lines))


def _passage(text: LegalText, theme: Theme) -> str:
    """Return a passage as HTML; a gap in the copy is in our words and in another type."""
    ours = f'<i style="color:{theme.muted}">{escape(gap())}</i>'
    words = ours.join(escape(part) for part in text.text.split(GAP)).replace("\n", "<br>")
    return f'<p style="margin:0 0 4px 0">{words}</p>'


def _muted(text: str, theme: Theme) -> str:
    return f'<p style="margin:0 0 8px 0; color:{theme.muted}">{escape(text)}</p>'

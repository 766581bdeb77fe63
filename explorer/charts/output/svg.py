"""An SVG of Qt's made fit to travel: fonts with stand-ins, texts that keep their width, nothing empty."""

import html
import re

from explorer.charts import style
from explorer.charts.plot import typeset

_ASKED = ",".join(style.FONT_FAMILIES)
_GIVEN = "Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
_EMPTY = re.compile(r"<g [^>]*>\s*</g>\s*")
_TEXT = re.compile(r'(<text [^>]*?font-size="([\d.]+)" font-weight="(\d+)"[^>]*?)\s*>([^<]*)</text>')
_SIZE = re.compile(r'width="[\d.]+mm" height="[\d.]+mm"')
_DEMI = 600


def words(data: bytes) -> str:
    """Return all texts that a document draws, which its title and description are not."""
    return " ".join(found[4] for found in _TEXT.finditer(data.decode("utf-8")))


def finish(data: bytes, points: tuple[float, float]) -> bytes:
    """Return the document with the program's font names replaced, as a reader has not got the program's files.

    Each text gets its width, so that a stand-in font is spaced to the same place; the sheet gets its size in
    points, as the millimetres of Qt are rounded and readers then add an empty row of pixels.
    """
    width, height = (f"{side:.6f}".rstrip("0").rstrip(".") for side in points)
    text = _SIZE.sub(f'width="{width}pt" height="{height}pt"', data.decode("utf-8"), count=1)
    text = _EMPTY.sub("", text)
    text = _TEXT.sub(_with_width, text)
    return text.replace(f'font-family="{_ASKED}"', f'font-family="{_GIVEN}"').encode("utf-8")


def _with_width(found: re.Match[str]) -> str:
    head, size, weight, words = found.groups()
    width = typeset.face(float(size), int(weight) >= _DEMI).width(html.unescape(words))
    spaced = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if width else ""
    return f"{head}{spaced}>{words}</text>"

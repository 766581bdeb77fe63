"""Changes to the SVG that Qt writes: fallback fonts, texts of a fixed width, no empty groups."""

import html
import re

from explorer.charts import style
from explorer.charts.plot import typeset

_BUNDLED = ",".join(style.FONT_FAMILIES)
_FALLBACKS = "Inter, 'Noto Sans SC', 'Noto Sans CJK SC', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"
_EMPTY = re.compile(r"<g [^>]*>\s*</g>\s*")
_TEXT = re.compile(r'(<text [^>]*?font-size="([\d.]+)" font-weight="(\d+)"[^>]*?)\s*>([^<]*)</text>')
_SIZE = re.compile(r'width="[\d.]+mm" height="[\d.]+mm"')
_DEMI = 600


def text_of(data: bytes) -> str:
    """Return all texts that a document draws, without its title and description."""
    return " ".join(match[4] for match in _TEXT.finditer(data.decode("utf-8")))


def finish(data: bytes, points: tuple[float, float]) -> bytes:
    """Return a document that displays alike where the bundled fonts are not installed.

    The font families are replaced by common ones, and each text gets its width, so that another font takes the
    same space. The page size is given in points: Qt rounds it to millimetres, for which viewers add an empty row of
    pixels.
    """
    width, height = (f"{side:.6f}".rstrip("0").rstrip(".") for side in points)
    text = _SIZE.sub(f'width="{width}pt" height="{height}pt"', data.decode("utf-8"), count=1)
    text = _EMPTY.sub("", text)
    text = _TEXT.sub(_with_width, text)
    return text.replace(f'font-family="{_BUNDLED}"', f'font-family="{_FALLBACKS}"').encode("utf-8")


def _with_width(match: re.Match[str]) -> str:
    head, size, weight, text = match.groups()
    width = typeset.face(float(size), int(weight) >= _DEMI).width(html.unescape(text))
    spaced = f' textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"' if width else ""
    return f"{head}{spaced}>{text}</text>"

"""Which font draws each character of a text, as Qt chooses it."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from explorer.charts.plot import fonts

# In Unicode, but neither on file nor in GB 2312: of the basic plane and beyond it.
RARE = ("龘", "𠮷")


def drawn(text: str, font: QFont) -> Iterator[tuple[str, bool]]:
    """Yield the family and whether it has a glyph, for each glyph of a line of text."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        for index in run.glyphIndexes():
            yield run.rawFont().familyName(), index != 0


def forced(font: QFont) -> bool:
    """Return whether a font keeps Qt from taking a character that it lacks from another font."""
    return bool(font.styleStrategy() & QFont.StyleStrategy.NoFontMerging)


def installed(letter: str) -> bool:
    """Return whether a font of the system has a character."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    faces = (QRawFont.fromFont(QFont(f)) for f in families if f not in fonts.load())
    return any(face.supportsCharacter(ord(letter)) for face in faces)

"""The fonts that Qt chooses for the characters of a text."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from explorer.charts.plot import fonts

# In Unicode, but neither in the data nor in GB 2312: one of the basic plane and one beyond it.
RARE = ("龘", "𠮷")


def drawn(text: str, font: QFont) -> Iterator[tuple[str, bool]]:
    """Yield the font family of each glyph of a line of text, and whether the font has the character."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        for index in run.glyphIndexes():
            yield run.rawFont().familyName(), index != 0


def forced(font: QFont) -> bool:
    """Return whether a font does not allow Qt to take a missing character from another font."""
    return bool(font.styleStrategy() & QFont.StyleStrategy.NoFontMerging)


def installed(letter: str) -> bool:
    """Return whether a font of the system has a character."""
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    faces = (QRawFont.fromFont(QFont(f)) for f in families if f not in fonts.load())
    return any(face.supportsCharacter(ord(letter)) for face in faces)

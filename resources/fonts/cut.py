"""Cuts the fonts of charts from those of a distribution, down to the characters that the program can print.

Run `python resources/fonts/cut.py` with fontTools installed (the extra `build`) and, on Debian or Ubuntu, the
packages fonts-inter and fonts-noto-cjk; run it anew when a test says that a character of the data has no glyph.
The families get names of their own, so that an installed font of another version never takes their place.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
INTER = Path("/usr/share/fonts/opentype/inter")
NOTO = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
LETTERS = (range(0x20, 0x250), range(0x370, 0x400), range(0x1E00, 0x1F00))
SIGNS = (range(0x2000, 0x2070), range(0x2070, 0x20C0), range(0x2100, 0x2300), range(0x25A0, 0x2600))
WIDE = (range(0x3000, 0x3030), range(0xFF00, 0xFF60))
_TEXT = frozenset({".csv", ".py"})
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6


def needed() -> set[int]:
    """Return the code points of the facts and of the program's own words."""
    folders = (ROOT / "db" / "data", ROOT / "explorer")
    texts = (
        p.read_text(encoding="utf-8") for f in folders for p in sorted(f.rglob("*")) if p.suffix in _TEXT
    )
    return {ord(c) for text in texts for c in text if not unicodedata.category(c).startswith("C")}


def cut(font: TTFont, points: set[int], family: str, style: str, target: Path) -> None:
    """Write the part of a font that holds the code points, under a family name of its own."""
    options = Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum"], hinting=False)
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    _rename(font, family, style)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    print(
        f"{target.relative_to(ROOT)}: {len(font.getBestCmap())} characters, {target.stat().st_size // 1024} KB"
    )


def _rename(font: TTFont, family: str, style: str) -> None:
    names = font["name"]
    postscript = f"{family.replace(' ', '')}-{style.replace(' ', '')}"
    kept = [n for n in names.names if n.nameID in (0, 5, 7, 8, 9, 11, 13, 14) and n.platformID == 3]
    names.names = [n for n in kept if n.langID == 0x409]
    given = {
        _FAMILY: family,
        _STYLE: style,
        _UNIQUE: postscript,
        _FULL: f"{family} {style}",
        _POSTSCRIPT: postscript,
    }
    for name_id, text in given.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        table = font["CFF "].cff
        table.fontNames = [postscript]
        table.topDictIndex[0].FamilyName = family
        table.topDictIndex[0].FullName = f"{family} {style}"


def main() -> int:
    """Cut all fonts; 1 where a source font is missing."""
    missing = [str(p) for p in (INTER, NOTO) if not p.exists()]
    if missing:
        print(f"Not found: {', '.join(missing)}. Install fonts-inter and fonts-noto-cjk.", file=sys.stderr)
        return 1
    points = needed()
    latin = points | {p for block in (*LETTERS, *SIGNS) for p in block}
    for style, file in (("Regular", "Inter-Regular.otf"), ("Semi Bold", "Inter-SemiBold.otf")):
        cut(TTFont(INTER / file), latin, "Inter Cut", style, HERE / file.replace("Inter", "InterCut"))
    chinese = next(f for f in TTCollection(NOTO).fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
    inter = TTFont(HERE / "InterCut-Regular.otf").getBestCmap()
    wide = {p for p in points if p not in inter} | {p for block in WIDE for p in block}
    cut(chinese, wide, "Noto Sans SC Cut", "Regular", HERE / "NotoSansSCCut-Regular.otf")
    return 0


if __name__ == "__main__":
    sys.exit(main())

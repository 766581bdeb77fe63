"""Subsets the program's fonts from those of a distribution to the characters of the facts, the program and its users.

Run `python resources/fonts/cut.py` with fontTools installed (the extra `build`) and, on Debian or Ubuntu, the
packages fonts-inter and fonts-noto-cjk; run it again when a test reports that a character of the data has no glyph.
Give folders of facts to use their characters instead of those of `db/data`. The Chinese font holds the common
characters of GB 2312 as well, so that a reader can type them. The same input gives the same bytes.
The families are renamed, so that an installed font of another version is never used instead.
"""

import argparse
import sys
import unicodedata
from collections.abc import Iterable
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
FIGURES = "tnum"
LATIN_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", FIGURES)
DIGITS = frozenset(("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))
# `locl` would add the Japanese, Korean and Taiwanese forms of characters and select them by the system language.
CHINESE_FEATURES = ("kern", "mark", "mkmk", "ccmp")
VERTICAL = ("VORG", "vhea", "vmtx")
SEMI_BOLD = 600
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6


def needed(folders: Iterable[Path]) -> set[int]:
    """Return the code points of the facts in the folders, of the program's own words and of its catalogues."""
    files = [p for f in folders for p in f.glob("*.csv")] + list((ROOT / "explorer").rglob("*.py"))
    files += (ROOT / "resources" / "i18n").rglob("*.po*")
    texts = (p.read_text(encoding="utf-8") for p in files)
    return {ord(c) for text in texts for c in text if not unicodedata.category(c).startswith("C")}


def common_chinese() -> set[int]:
    """Return the code points of GB 2312 level 1 and those of its rows of punctuation and full-width forms.

    GBK writes the dash and the middle dot of row 1 with the code points that are typed today.
    """
    level_1 = set().union(*(_row(row, "gb2312") for row in range(16, 56)))
    return level_1.union(*(_row(row, codec) for row in (1, 3) for codec in ("gb2312", "gbk")))


def _row(row: int, codec: str) -> set[int]:
    letters = "".join(bytes((0xA0 + row, 0xA0 + cell)).decode(codec, "ignore") for cell in range(1, 95))
    return {ord(c) for c in letters}


def cut(
    font: TTFont, points: set[int], features: Iterable[str], family: str, style: str, target: Path
) -> None:
    """Write the subset of a font with the code points, under its own family name."""
    _keep_digits_only(font)
    options = Options(layout_features=list(features), hinting=False)
    options.drop_tables += VERTICAL
    options.name_IDs = ["*"]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    _rename(font, family, style)
    _mark_bold(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)
    print(
        f"{target.relative_to(ROOT)}: {len(font.getBestCmap())} characters, {target.stat().st_size // 1024} KB"
    )


def _keep_digits_only(font: TTFont) -> None:
    """Let the feature for figures of equal width change digits only: it also widens spaces, hyphens and points."""
    table = font["GSUB"].table
    figures = [r.Feature for r in table.FeatureList.FeatureRecord if r.FeatureTag == FIGURES]
    for index in {i for feature in figures for i in feature.LookupListIndex}:
        for part in table.LookupList.Lookup[index].SubTable:
            single = getattr(part, "ExtSubTable", part)
            single.mapping = {a: b for a, b in single.mapping.items() if a in DIGITS}


def _mark_bold(font: TTFont) -> None:
    """Mark a semi-bold font as the bold one of its family, or Qt thickens its letters again where bold is asked for."""
    if font["OS/2"].usWeightClass >= SEMI_BOLD:
        font["OS/2"].fsSelection = (font["OS/2"].fsSelection | 1 << 5) & ~(1 << 6)
        font["head"].macStyle |= 1


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
    """Subset all fonts; return 1 where a source font or a folder of facts is missing."""
    parser = argparse.ArgumentParser(description="Cut the program's fonts from those of a distribution.")
    parser.add_argument(
        "folders", nargs="*", type=Path, default=[ROOT / "db" / "data"], help="folders of facts"
    )
    folders = parser.parse_args().folders
    without = [str(f) for f in folders if not any(f.glob("*.csv"))]
    if without:
        print(f"No CSV files in: {', '.join(without)}.", file=sys.stderr)
        return 1
    missing = [str(p) for p in (INTER, NOTO) if not p.exists()]
    if missing:
        print(f"Not found: {', '.join(missing)}. Install fonts-inter and fonts-noto-cjk.", file=sys.stderr)
        return 1
    points = needed(folders)
    latin = points | {p for block in (*LETTERS, *SIGNS) for p in block}
    for style, file in (("Regular", "Inter-Regular.otf"), ("Semi Bold", "Inter-SemiBold.otf")):
        target = HERE / file.replace("Inter", "InterCut")
        cut(TTFont(INTER / file), latin, LATIN_FEATURES, "Inter Cut", style, target)
    chinese = next(f for f in TTCollection(NOTO).fonts if f["name"].getDebugName(1) == "Noto Sans CJK SC")
    inter = TTFont(HERE / "InterCut-Regular.otf").getBestCmap()
    wide = {p for p in points if p not in inter} | {p for block in WIDE for p in block} | common_chinese()
    target = HERE / "NotoSansSCCut-Regular.otf"
    cut(chinese, wide, CHINESE_FEATURES, "Noto Sans SC Cut", "Regular", target)
    return 0


if __name__ == "__main__":
    sys.exit(main())

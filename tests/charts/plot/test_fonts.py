"""Every character of charts and fact sheets has a glyph in a bundled font."""

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QRawFont

import explorer
from explorer import paths
from explorer.charts import style
from explorer.charts.builders import registry
from explorer.charts.output.options import ExportOptions
from explorer.charts.output.render import render
from explorer.charts.plot import fonts, typeset
from explorer.charts.spec import ChartSpec
from explorer.data.context import Context
from explorer.ui import theme
from tests.charts.glyphs import RARE, drawn, forced, installed

FILES = sorted((paths.resources() / "fonts").glob("*.otf"))
# The texts of the data that are shown in bold, in titles and names.
BOLD = (("metals", "name_en"), ("metals", "symbol"), ("measures", "label"))


@pytest.fixture(scope="module")
def faces(qapp) -> dict[str, QRawFont]:
    found = {path.stem: QRawFont(str(path), 12.0) for path in FILES}
    assert len(found) == 3 and all(font.isValid() for font in found.values())
    return found


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield every text of a data file with its table and column."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as data:
        tables = [name for (name,) in data.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in (t for t in tables if not t.startswith(("search", "sqlite_"))):
            found = data.execute(f'SELECT * FROM "{table}"')
            columns = [c[0] for c in found.description]
            for row in found:
                yield from (
                    (f"{table}.{c}", v) for c, v in zip(columns, row, strict=True) if isinstance(v, str)
                )


def _printable(text: str) -> set[str]:
    return {c for c in text if not unicodedata.category(c).startswith("C")}


def test_every_character_of_the_data_has_a_glyph(faces, live_store):
    without: dict[str, str] = {}
    seen: set[str] = set()
    for where, text in _texts(live_store.path):
        for letter in _printable(text) - seen:
            seen.add(letter)
            if not any(font.supportsCharacter(ord(letter)) for font in faces.values()):
                without[letter] = where
    assert len(seen) > 500 and not without


def test_every_character_of_the_program_has_a_glyph(faces):
    """The words of questions and of names of companies, and the traditional characters, are read, never written."""
    read = ("questions", "traditional.py", "legal_forms.py", "common_words.py")
    sources = [
        p for p in Path(explorer.__file__).parent.rglob("*.py") if not {p.parent.name, p.name} & {*read}
    ]
    letters = set().union(*(_printable(path.read_text(encoding="utf-8")) for path in sources))
    assert len(letters) > 100
    assert not [c for c in letters if not any(f.supportsCharacter(ord(c)) for f in faces.values())]


def test_every_character_of_a_catalogue_has_a_glyph(faces):
    catalogues = sorted((paths.resources() / "i18n").rglob("*.po*"))
    letters = set().union(*(_printable(path.read_text(encoding="utf-8")) for path in catalogues))
    assert catalogues and len(letters) > 80
    assert not [c for c in letters if not any(f.supportsCharacter(ord(c)) for f in faces.values())]


def test_the_chinese_font_has_every_character_of_gb_2312_level_1(faces):
    letters = [c for row in range(16, 56) for c in _gb_2312(row)]
    assert len(letters) == len(set(letters)) == 3755
    assert not _missing(faces["NotoSansSCCut-Regular"], letters)


def test_the_chinese_font_has_the_punctuation_and_full_width_forms_of_gb_2312(faces):
    signs = [*_gb_2312(1), *_gb_2312(3)]
    assert len(signs) == 188
    # Programs type the dash and the middle dot of row 1 as GBK has them.
    assert not _missing(faces["NotoSansSCCut-Regular"], [*signs, "—", "·"])


def _gb_2312(row: int) -> str:
    """Return the characters of a row; the last row of level 1 is not full."""
    return "".join(bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312", "ignore") for cell in range(1, 95))


def _missing(font: QRawFont, letters: Iterable[str]) -> list[str]:
    return [c for c in letters if not font.supportsCharacter(ord(c))]


def test_the_bold_font_has_all_letters_but_chinese(faces, live_store):
    bold = faces["InterCut-SemiBold"]
    letters: set[str] = set()
    with closing(sqlite3.connect(f"{live_store.path.as_uri()}?mode=ro", uri=True)) as data:
        for table, column in (b for b in BOLD if _has(data, *b)):
            for (text,) in data.execute(f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL'):
                letters |= _printable(text)
    assert len(letters) > 30
    assert not [c for c in letters if not bold.supportsCharacter(ord(c)) and not "\u2e80" <= c <= "\u9fff"]


def _has(data: sqlite3.Connection, table: str, column: str) -> bool:
    return any(row[1] == column for row in data.execute(f'PRAGMA table_info("{table}")'))


def test_charts_use_the_bundled_fonts(qapp):
    assert set(fonts.load()) == {"Inter Cut", "Noto Sans SC Cut"}
    for bold in (False, True):
        info = QFontInfo(typeset.face(12, bold).font)
        assert info.family() == style.FONT_FAMILIES[0] and info.bold() is bold


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_a_file_is_the_same_whether_the_window_or_a_command_writes_it(qapp, store, form):
    spec = registry.price(store, "antimony", Context(date(2026, 11, 24), "CHN", "USA"))
    assert isinstance(spec, ChartSpec)
    before = QFont(qapp.font())
    plain = QFont(before)
    plain.clearFeatures()
    qapp.setFont(plain)
    command = render(spec, ExportOptions(), form)
    theme.set_font(qapp)
    assert qapp.font().featureTags()
    window = render(spec, ExportOptions(), form)
    qapp.setFont(before)
    assert window == command


@pytest.mark.parametrize("letter", RARE)
@pytest.mark.parametrize("bold", [False, True])
def test_a_character_missing_from_the_bundled_fonts_is_of_a_system_font(faces, letter, bold):
    assert all(_missing(font, [letter]) for font in faces.values())
    font = typeset.face(12, bold).font
    assert not forced(font)
    if installed(letter):
        found = list(drawn(letter, font))
        assert found and all(has and family not in fonts.load() for family, has in found)

"""The program in the pseudo-language, on data whose words are in another script, so that plain English stands out."""

import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from gettext import NullTranslations
from pathlib import Path

import pytest

from explorer import language, paths
from explorer.charts.builders.registry import KINDS
from explorer.charts.source_line import ACKNOWLEDGEMENT
from explorer.data.editions.folder import BUNDLED
from explorer.data.periodic.elements import SYMBOLS
from explorer.data.storage.search_index import INDEX
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT
from tests.commands.conftest import run as run
from tests.pseudo_language import PseudoLanguage
from tests.ui.conftest import settings as settings
from tests.ui.conftest import window as window
from tests.ui.conftest import workspace as workspace

# Columns of free text that the program compares or shows as codes: units, forms, numbers of items.
CODES = (
    *(
        "unit",
        "url",
        "value",
        "control_code",
        "item_no",
        "hs_edition",
        "form",
        "by_product_of",
    ),
    *("plain", "pinyin", "key", "metal_ids", "host"),
)
# Columns of text that the program compares and shows only after a look-up in explorer/data/terms.py.
LOOKED_UP = ("basis", "metal_group")
OTHER_SCRIPT = {ord("A") + i: 0x0410 + i for i in range(26)} | {ord("a") + i: 0x0430 + i for i in range(26)}
WORD = re.compile(r"[A-Za-z]{2,}")
# Commands, links and addresses, file names, options, ids with a hyphen, and the name of the program.
NOT_TEXT = re.compile(
    r"minor-metals[^⟦\n]*|https?://\S+|\S+\.(?:png|svg|pdf|csv|db|sha256|json|zip|txt)\b|--[\w-]+|\b[\w.]+-[\w.-]+\b"
    r"|Minor Metals Explorer"
)
# What the licences of the figures require word for word; a line of a page may break it.
CREDITS = re.compile(
    "|".join(r"\s+".join(map(re.escape, text.split())) for text in (ACKNOWLEDGEMENT, CREDIT))
)
# Units, formats, keys, abbreviations and proper names, which no language translates.
UNTRANSLATED = frozenset(
    (
        *("USD", "EUR", "CNY", "JPY", "GBP", "kg", "lb", "mtu", "oz", "px", "mm", "cm", "in", "dpi", "HHI"),
        *(
            "PNG",
            "SVG",
            "PDF",
            "CSV",
            "XLSX",
            "JSON",
            "Letter",
            "Ctrl",
            "Shift",
            "Alt",
            "PgUp",
            "PgDn",
            "PgDown",
            "Left",
            "Right",
        ),
        *(
            "Home",
            "End",
            "Esc",
            "Enter",
            "Tab",
            "Space",
            "Del",
            "USGS",
            "WMD",
            "BGS",
            "MCS",
            "UKRI",
            "CEPII",
            "BACI",
        ),
        *("HS", "ISO", "ALL", "CHN", "USA", "JPN", "EUU", "DEU", "MIL", "LISTED", "SUSPENDED", "ANNOUNCED"),
        *("POSSIBLE", "NO", "REFERENCE", "CODE", "ON", "FILE", "Inter", "Noto", "Sans", "SC", "Qt", "PySide"),
        *("Linux", "Darwin", "Windows"),
        *("LIST", "OTHER", "DAYS", "SIMILAR", "NOT", "IN", "THIS", "DATABASE"),
        *(
            "OpenCC",
            "msgspec",
            "pyqtgraph",
            "numpy",
            "XlsxWriter",
            "NumPy",
            "SQLite",
            "Python",
            "Unicode",
            "MIT",
            "OFL",
            "LGPL",
            "Shiboken",
            "CLDR",
            "PyNaCl",
            "libsodium",
            "cffi",
            "Visionscarto",
        ),
        BUNDLED,
        *SYMBOLS,
    )
)


@pytest.fixture(scope="session")
def foreign_file(edition_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen edition with every word of its free texts in another script."""
    path = Path(shutil.copy(edition_file, tmp_path_factory.mktemp("foreign") / "metals.db"))
    with closing(sqlite3.connect(path)) as connection:
        connection.create_function("foreign_words", 1, lambda text: text and text.translate(OTHER_SCRIPT))
        for table, column in _columns(free=True):
            connection.execute(f"UPDATE {table} SET {column} = foreign_words({column})")
        connection.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")  # a file is refused otherwise
        connection.commit()
    return path


def _columns(*, free: bool) -> Iterator[tuple[str, str]]:
    """Yield the columns of free text, or those of codes and keys."""
    tables = json.loads((paths.resources() / "tables.json").read_text(encoding="utf-8"))["tables"]
    for table, described in tables.items():
        for name, column in described["columns"].items():
            closed = (
                any(column.get(k) for k in ("words", "pattern", "refers", "parts_of"))
                or name in described["key"]
            )
            is_free = column["kind"] == "text" and not closed and name not in (*CODES, *LOOKED_UP)
            is_looked_up = column.get("words") or name in LOOKED_UP
            is_code = column["type"] == "TEXT" and not is_free and not is_looked_up
            if is_free if free else is_code:
                yield table, name


@pytest.fixture(scope="session")
def codes(foreign_file: Path) -> frozenset[str]:
    """Every word in the codes, keys, units and forms of the data."""
    found: set[str] = set()
    with closing(sqlite3.connect(foreign_file)) as connection:
        for table, column in _columns(free=False):
            for (text,) in connection.execute(
                f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
            ):
                found.update(word.casefold() for word in WORD.findall(text))
    for kind in KINDS.values():
        found.update(WORD.findall(kind.name))
    return frozenset(found)


@pytest.fixture(scope="session")
def store(foreign_file: Path) -> Iterator[Store]:
    """The data in another script."""
    with Store.open(foreign_file) as opened:
        yield opened


@pytest.fixture(autouse=True)
def pseudo_language(foreign_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pseudo-language in use, with the data in another script as the program's own."""
    monkeypatch.setattr(paths, "data_file", lambda: foreign_file)
    language.use(PseudoLanguage())
    yield
    language.use(NullTranslations())


@pytest.fixture
def english(codes: frozenset[str]) -> Callable[[Iterable[str]], list[str]]:
    """Return the texts that hold a plain English word."""

    def find(texts: Iterable[str]) -> list[str]:
        return sorted({text for text in texts if any(w.casefold() not in codes for w in _plain_words(text))})

    return find


def _plain_words(text: str) -> set[str]:
    plain = re.sub(r"<[^>]*>|&\w+;", " ", text)  # the tags of rich text
    return set(WORD.findall(NOT_TEXT.sub(" ", CREDITS.sub(" ", plain)))) - UNTRANSLATED

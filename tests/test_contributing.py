"""CONTRIBUTING.md names only files, modules and names that exist, and is one page."""

import importlib
import re

import pytest

from explorer import language
from tests.imports import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
QUOTED = re.findall(r"`([^`\n]+)`", TEXT)
PATHS = [q for q in QUOTED if re.fullmatch(r"\.?[\w/*.-]*/[\w/*.-]*", q)]
NAMES = [q for q in QUOTED if re.fullmatch(r"explorer(\.\w+)+", q)]
MODULES = re.findall(r"`python -m ([\w.]+)", TEXT)
MOST_LINES = 90


@pytest.mark.parametrize("path", PATHS)
def test_a_path_exists(path: str) -> None:
    assert list(ROOT.glob(path.rstrip("/")))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_exists(name: str) -> None:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError:
        module, _, attribute = name.rpartition(".")
        assert hasattr(importlib.import_module(module), attribute)


def test_examples_are_named() -> None:
    assert len(PATHS) > 20 and len(NAMES) > 5
    assert all(importlib.util.find_spec(module) for module in MODULES) and MODULES
    sections = re.split(r"^## ", TEXT, flags=re.MULTILINE)[2:]
    assert len(sections) == 6 and all("Example: " in section for section in sections)


def test_the_message_is_one_that_the_program_has() -> None:
    (message,) = re.findall(r'gettext\("([^"]+)"\)\.format', TEXT)
    assert f'msgid "{message}"' in (ROOT / "resources/i18n/explorer.pot").read_text(encoding="utf-8")
    text = language.gettext(message).format(rule="ban", day="8 Oct 2026")
    assert text == "The ban ended on 8 Oct 2026."


def test_it_is_one_page() -> None:
    assert len(TEXT.splitlines()) <= MOST_LINES

"""The look-up of texts, the template of the catalogue, and what a text may be."""

import ast
import importlib.util
from collections.abc import Iterator
from gettext import NullTranslations
from string import Formatter
from types import ModuleType

import pytest

from explorer import language
from tests.imports import PACKAGE, ROOT, modules
from tests.pseudo_language import PseudoLanguage, pseudo

# How many of the first arguments of each look-up are texts or contexts.
MESSAGES = {"gettext": 1, "gettext_noop": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}
WRITTEN_OR_MARKED = (ast.Constant, ast.Name, ast.Attribute, ast.Subscript)


@pytest.fixture
def pseudo_language() -> Iterator[None]:
    """The pseudo-language in use."""
    language.use(PseudoLanguage())
    yield
    language.use(NullTranslations())


@pytest.fixture(scope="module")
def extract() -> ModuleType:
    """The program that writes the template."""
    path = ROOT / "resources" / "i18n" / "extract.py"
    spec = importlib.util.spec_from_file_location("extract", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_template_is_current(extract: ModuleType) -> None:
    """Run `python resources/i18n/extract.py` where it is not."""
    assert extract.TEMPLATE.read_bytes() == extract.template()


def test_every_text_is_written_where_it_is_looked_up_or_marked() -> None:
    """The program that extracts finds no text that is put together before the look-up."""
    for place, call in look_ups():
        for text in call.args[: MESSAGES[called(call)]]:
            allowed = (ast.Constant,) if called(call) == "gettext_noop" else WRITTEN_OR_MARKED
            assert isinstance(text, allowed), place


def test_no_look_up_stands_inside_an_f_string() -> None:
    """Python 3.11 hides it there from the program that extracts."""
    for name, path in modules().items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                inside = [n for n in ast.walk(node) if isinstance(n, ast.Call) and called(n) in MESSAGES]
                assert not inside, f"{name}:{node.lineno}"


def test_fields_have_names() -> None:
    for place, call in look_ups():
        for argument in call.args:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                fields = [name for _, name, _, _ in Formatter().parse(argument.value) if name is not None]
                assert all(name.isidentifier() for name in fields), f"{place}: {argument.value}"


def look_ups() -> Iterator[tuple[str, ast.Call]]:
    """Yield each look-up of a text with its place."""
    for name, path in modules().items():
        if name == "explorer.language":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in MESSAGES:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


@pytest.mark.parametrize(
    ("names", "text"),
    [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c", "d"), "a, b, c and d")],
)
def test_a_list_reads_as_in_a_sentence(names: tuple[str, ...], text: str) -> None:
    assert language.list_of(names) == text


def test_a_paragraph_has_no_empty_sentence() -> None:
    assert language.paragraph(("One.", "", "Two.")) == "One. Two."


def test_the_pseudo_language_keeps_fields_and_marks_the_rest(pseudo_language: None) -> None:
    assert language.gettext("Checked to {day}.") == "⟦Ćĥéćķéď ťó {day}.~~~⟧"
    assert language.ngettext("{count} metal", "{count} metals", 2).format(count=2) == "⟦2 ṁéťàĺś~~⟧"
    assert language.gettext("{low} – {high}") == "{low} – {high}"
    assert language.list_of(("A", "B", "C")) == "⟦A, B àńď C~⟧"


def test_without_a_catalogue_texts_are_english() -> None:
    assert language.gettext("Checked to {day}.") == "Checked to {day}."
    assert pseudo("{a}") == "{a}"

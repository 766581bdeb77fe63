"""What the commands print has no plain English in the pseudo-language."""

import io
import re
from datetime import date
from pathlib import Path

import pypdf
import pytest

from explorer.commands.support.registry import NAMES
from explorer.data.context import Context
from explorer.data.evidence.question import Question
from explorer.data.store import Store
from explorer.factsheet.evidence import make_file
from tests.commands.running import Run
from tests.fuzz.evidence_parts import parts_of
from tests.pseudo.conftest import WORD

COMMANDS = (
    ("list", "--to", "USA"),
    ("list", "--status", "licence"),
    ("status", "gallium", "--on", "2024-12-10", "--to", "USA"),
    ("status", "gallium", "--to", "USA", "--on", "2026-11-24"),
    ("status", "holmium", "--on", "2027-01-11"),
    ("status", "tungsten"),
    ("status", "tin"),
    ("show", "gallium", "--to", "USA"),
    ("show", "graphite", "--buyer", "DEU"),
    ("show", "rare-earths", "--to", "JPN"),
    ("check", "8112929010", "3C001", "999999", "--to", "USA", "--on", "2024-12-10"),
    ("parties", "斯凯迪奥", "优美科", "12", "--on", "2026-11-24"),
    ("parties", "漢翔航空工業", "--from", "Germany"),
    ("stress", "--without", "CHN,RUS", "--buyer", "DEU", "--threshold", "30", "--delay", "2"),
    ("stress", "--without", "EU", "--buyer", "USA"),
    ("search", "999999"),
    ("search", "镓", "--to", "USA", "--on", "2026-11-24"),
    ("search", "8112929010", "--to", "USA"),
    ("search", "10 Nov 2026"),
    ("search", "from USA"),
    ("ask", "镓可以出口吗", "--to", "USA", "--on", "2026-11-24"),
    ("ask", "镓从什么时候开始管制", "--to", "USA"),
    ("ask", "暂停什么时候结束", "--on", "2026-11-24"),
    ("ask", "谁生产镓"),
    ("ask", "镓的用途"),
    ("ask", "镓价格"),
    ("ask", "2024年有什么变化", "--to", "USA"),
    ("ask", "禁止出口哪些金属", "--on", "2024-12-10", "--to", "USA"),
    ("ask", "德国对中国石墨的依赖"),
    ("ask", "谁供应德国石墨"),
    ("ask", "8112929010可以出口吗", "--to", "USA"),
    ("ask", "2024年第46号公告说了什么"),
    ("sources",),
    *(("data", page) for page in ("sources", "coverage", "tables", "disagreements", "by-products")),
    ("data", "table", "reserves", "--where", "antimony"),
    ("document", "cn-2024-46", "--on", "2026-11-24", "--to", "USA"),
    ("document", "cn-2025-21", "--to", "CHN"),
    ("document", "cn-2024-51"),
    ("document", "cd-cobalt-2025-quota", "--from", "CHN"),
    ("export", "gallium", "--list"),
    ("export", "--list"),
)
# The words of argparse itself, and the names that the help gives to values.
ARGPARSE = frozenset(
    ("positional", "arguments", "options", "show", "this", "help", "message", "and", "exit", "program")
)
ARGPARSE |= {"version", "number", "metal", "text", "all", "WxH", "pdf", "zip", "px", "mm", "in"}
OWN_ACTIONS = (
    "list",
    "add",
    "remove",
    "watch",
    "unwatch",
    "add-event",
    "add-measure",
    "entries",
    "entry",
    "export",
    "import",
)
PARTS_ACTIONS = ("add", "list", "remove", "rename", "check")
DATA_PAGES = (
    "sources",
    "coverage",
    "tables",
    "table",
    "disagreements",
    "by-products",
    "install",
    "list",
    "use",
    "remove",
    "rollback",
    "diff",
)
FAULTS = (
    ("status", "unobtainium"),
    ("status", "gallium", "--on", "2024-13-45"),
    ("status", "gallium", "--to", "Atlantis"),
    ("status", "gallium", "--to", "CHN"),
    ("check", "12345"),
    ("parties",),
    ("parties", "x", "--column", "y"),
    ("stress", "--without", "Atlantis"),
    ("stress", "--without", "CHN", "--buyer", "CHN"),
    ("stress", "--without", "ISL", "--threshold", "50"),
    ("export", "gallium", "--chart", "uses", "--year", "2020", "-o", "x.png"),
    ("export", "gallium", "--chart", "nothing", "-o", "x.png"),
    ("ask", "unobtainium"),
    ("sources", "unobtainium"),
    ("data", "table", "unobtainium"),
    ("data", "table", "reserves", "--source", "unobtainium"),
    ("document", "unobtainium"),
    ("document", "1/2025"),
    ("parts", "check"),
    ("parts", "add", "none.csv"),
    ("own", "remove", "gallium-00000000"),
    ("own", "unwatch", "gallium"),
    ("own", "export", "x.db"),
    ("own", "import", "none.db"),
    ("own", "add", "none.csv", "--metal", "gallium"),
    ("evidence", "gallium", "tin"),
    ("evidence", "gallium", "-o", "x.pdf"),
    ("verify", "none.zip"),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_plain_english_is_printed(run: Run, english, words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.out
    assert english([*done.out.splitlines(), *done.err.splitlines()]) == []


@pytest.mark.parametrize("words", [("gallium",), ("8112929010", "84", "999999")], ids=" ".join)
def test_an_evidence_file_has_no_plain_english(
    run: Run, english, words: tuple[str, ...], tmp_path: Path, qapp: object
) -> None:
    path = tmp_path / "9.zip"
    context = Context(date(2026, 11, 24), "CHN", "USA")
    with Store.open() as store:
        question = Question(context, words[0]) if words == ("gallium",) else Question(context, codes=words)
        path.write_bytes(make_file(store, question))
    parts = parts_of(path.read_bytes())
    assert english(parts["README.txt"].decode().splitlines()) == []
    pages = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(parts["answer.pdf"])).pages)
    assert english(line for page in pages for line in page.splitlines()) == []
    done = run("verify", path)
    assert done.code == 0 and english(done.out.splitlines()) == []


@pytest.mark.parametrize("words", FAULTS, ids=" ".join)
def test_no_plain_english_is_in_an_error(
    run: Run, english, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINOR_METALS_USER_DATA", str(tmp_path))  # nothing saved
    done = run(*words)
    assert done.code and done.err
    given = {part for word in words for part in word.split()}
    left = [
        line
        for line in english(done.err.splitlines())
        if not any(g in line for g in given) or "⟦" not in line
    ]
    assert left == []


def test_parts_lists_and_their_changes_have_no_plain_english(
    run: Run, english, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINOR_METALS_USER_DATA", str(tmp_path))
    (tmp_path / "1.csv").write_text("8112929010\n3C001\n999999\n")
    days = ("--since", "2025-11-08", "--on", "2025-11-09", "--ahead", "400")
    for words in (("add", str(tmp_path / "1.csv"), "--to", "USA"), ("list",), ("check", *days), ("check",)):
        done = run("parts", *words)
        assert done.out and english([*done.out.splitlines(), *done.err.splitlines()]) == [], words


def test_the_diagnostic_report_has_no_plain_english(run: Run, english) -> None:
    """Except the names of fonts, platforms and systems, which are the values of some lines."""
    lines = run("doctor").out.splitlines()
    assert len(lines) > 20
    assert english(line.split("  ")[0] for line in lines) == []


@pytest.mark.parametrize(
    "command",
    [
        (),
        *((name,) for name in NAMES),
        *(("own", name) for name in OWN_ACTIONS),
        *(("parts", name) for name in PARTS_ACTIONS),
        *(("data", name) for name in DATA_PAGES),
    ],
    ids="".join,
)
def test_help_has_no_plain_english_but_that_of_argparse(run: Run, command: tuple[str, ...]) -> None:
    text = run(*command, "--help").out
    assert text.count("⟦") >= 2  # of the command itself, and of an option
    _, _, own = text.partition("\n\n")  # without the usage
    rest = re.sub(r"⟦[^⟦⟧]*⟧|\{[^{}]*\}|--?[\w-]+|\b[A-Z]{2,}\b", " ", own)
    names = set(WORD.findall(" ".join((*NAMES, *OWN_ACTIONS, *PARTS_ACTIONS, *DATA_PAGES))))
    assert set(WORD.findall(rest)) - names <= ARGPARSE

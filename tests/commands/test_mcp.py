"""`minor-metals mcp`: answers to other programs, the same JSON as the command line, and the official client."""

import base64
import json
import os
import random
import shlex
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from explorer.commands.support.mcp_tools import tools
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.protocol.schema import check_arguments
from tests.commands.mcp_client import CALLS
from tests.commands.running import Run
from tests.protocol.clients import HELLO, request, sent

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["status", "check", "show", "measures", "figures", "sources", "changes", "stress", "parties", "chart"]
DAY = {"on": "2024-12-10", "to": "USA"}
RANDOM_CALLS = 200
TEXTS = (
    *(
        "gallium",
        "镓",
        "",
        "x" * 300,
        "--",
        "-",
        "--help",
        "2024-12-10",
        "-1d",
        "10/12/2024",
        "9999-12-31",
        "CHN",
    ),
    *(
        "USA-MIL",
        "EU,RUS",
        "\ud800",
        "a\nb",
        "\x00",
        "8112929010",
        "46/2024",
        "production",
        "Skydio",
        "=",
        "@f",
        "%",
    ),
)


def serve(
    edition: tuple[str, str], data: bytes, timeout: int = 300
) -> tuple[list[dict[str, Any]], bytes, int]:
    """Return what the program wrote on standard output and standard error, and its exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "explorer", *edition, "mcp"],
        input=data,
        capture_output=True,
        timeout=timeout,
        cwd=ROOT,
        check=False,
    )
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr, done.returncode


def call_all(edition: tuple[str, str], calls: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the results of calls of tools in one session."""
    messages = [
        request("tools/call", {"name": name, "arguments": arguments}, number)
        for number, (name, arguments) in enumerate(calls)
    ]
    _, *answers = serve(edition, sent(HELLO, *messages))[0]
    assert [answer["id"] for answer in answers] == list(range(len(calls)))
    return [answer["result"] for answer in answers]


def test_the_json_of_a_tool_is_that_of_the_command_line(run: Run, edition_option: tuple[str, str]) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("status", {"metal": "镓", **DAY}),
        ("status", {"metal": "tungsten", "on": "2026-11-28", "from": "CHN", "to": "Japan"}),
        ("check", {"codes": ["8112929010", "3C001"], **DAY}),
        ("show", {"metal": "gallium", "buyer": "DEU", **DAY}),
        ("measures", {"by": "metal", "kind": "licence", "full-history": True, **DAY}),
        ("measures", {"document": "46/2024", **DAY}),
        ("figures", {"table": "production", "where": "Chile copper", "first": 2, "count": 3}),
        ("figures", {}),
        ("sources", {"source": "mofcom-2024-46"}),
        ("sources", {}),
        ("changes", {"since": "2024-01-01", "until": "2024-12-31", "to": "USA"}),
        ("stress", {"without": "CHN", "threshold": 50}),
        ("parties", {"names": ["Skydio", "Mitubishi Materials", "--x"], "on": "2026-10-08"}),
    ]
    for (name, _), result in zip(calls, call_all(edition_option, calls), strict=True):
        found = result["structuredContent"]
        words = shlex.split(found["about"]["command"])[1:]
        assert found["answer"] == json.loads(run(*words).out), name
        assert json.loads(result["content"][-1]["text"]) == found


def test_every_answer_says_what_it_is_about_and_what_it_leaves_open(edition_option: tuple[str, str]) -> None:
    calls: list[tuple[str, dict[str, Any]]] = [
        ("status", {"metal": "gallium", **DAY}),
        ("status", {"metal": "gallium", "on": "2026-11-28"}),
        ("check", {"codes": ["8112929010"], **DAY}),
        ("figures", {"table": "reserves"}),
        ("parties", {"names": ["Leidos"], "on": "2026-10-08"}),
    ]
    status, late, check, figures, parties = (r["structuredContent"] for r in call_all(edition_option, calls))
    for found in (status, late, check, figures, parties):
        about = found["about"]
        assert about["verified_to"] == "2026-10-08" and about["edition"] and about["data_sha256"]
        assert found["sources"] and all(text.endswith(".") for text in found["sources"].values())
        assert found["not_covered"][-1].startswith("For reference only; not legal advice.")
    assert [status["about"][k] for k in ("on", "from", "to", "beyond_verified")] == [
        "2024-12-10", "CHN", "USA", False,
    ]  # fmt: skip
    assert late["about"]["beyond_verified"] is True
    assert late["not_covered"][0] == "Checked to 8 Oct 2026: the last 51 days are not covered."
    assert "mofcom-2024-46" in status["sources"]
    assert "No verdict means “free to export”." in check["not_covered"]
    assert (figures["about"]["on"], figures["about"]["to"], len(figures["answer"])) == (None, None, 100)
    assert any("Ownership is not covered" in text for text in parties["not_covered"])


def test_a_chart_is_an_image_with_its_content_in_words(edition_option: tuple[str, str]) -> None:
    chart, missing, several = call_all(
        edition_option,
        [
            ("chart", {"chart": "production", "metals": ["gallium"]}),
            ("chart", {"chart": "price"}),
            ("chart", {"chart": "uses", "metals": ["gallium", "tungsten"]}),
        ],
    )
    image, _ = chart["content"]
    assert image["mimeType"] == "image/png"
    assert base64.b64decode(image["data"]).startswith(b"\x89PNG\r\n")
    answer = chart["structuredContent"]["answer"]
    assert answer["chart"] == "production" and "allium" in answer["title"]
    assert answer["sentence"].startswith(answer["title"]) and answer["rows"] and answer["source_ids"]
    assert set(answer["source_ids"]) <= set(chart["structuredContent"]["sources"])
    assert (missing["isError"], several["isError"]) == (True, True)


def test_a_wrong_value_is_a_sentence_for_the_caller(edition_option: tuple[str, str]) -> None:
    results = call_all(
        edition_option,
        [
            ("status", {"metal": "unobtainium"}),
            ("status", {"metal": "gallium", "on": "10/12/2024"}),
            ("status", {"metal": "--help"}),
            ("status", {"metal": "gallium", "to": "China"}),
            ("changes", {"since": "--"}),
            ("figures", {"table": "no_such_table"}),
            ("sources", {"source": "no-such-source"}),
        ],
    )
    for result in results:
        assert result["isError"] is True and "structuredContent" not in result
        (content,) = result["content"]
        assert "Traceback" not in content["text"] and len(content["text"]) > 10
        assert "lists all" not in content["text"]  # in a view or by a command, which the caller has not


def test_arguments_that_exclude_or_need_each_other_are_named(edition_option: tuple[str, str]) -> None:
    results = call_all(
        edition_option,
        [
            ("measures", {"document": "46/2024", "by": "metal"}),
            ("measures", {"full-history": True, "document": "46/2024"}),
            ("figures", {"where": "Chile"}),
        ],
    )
    assert [result["content"][0]["text"] for result in results] == [
        "The argument “by” cannot be given together with “document”.",
        "The argument “full-history” cannot be given together with “document”.",
        "The argument “where” can be given only together with “table”.",
    ]
    assert all(result["isError"] for result in results)


def test_an_argument_that_is_off_may_be_given_with_any_other(edition_option: tuple[str, str]) -> None:
    (result,) = call_all(edition_option, [("measures", {"document": "46/2024", "full-history": False})])
    assert not result["isError"] and result["structuredContent"]["about"]


def test_standard_output_has_messages_only_and_the_command_ends_with_its_input(
    edition_option: tuple[str, str],
) -> None:
    data = b"not json\n" + sent(
        HELLO, request("tools/call", {"name": "chart", "arguments": {"chart": "risk"}})
    )
    answers, errors, code = serve(edition_option, data)
    assert (code, b"Traceback" in errors) == (0, False)
    assert [answer["id"] for answer in answers] == [None, "hello", 1]
    assert serve(edition_option, b"") == ([], b"", 0)


def test_the_tools_can_be_printed(run: Run) -> None:
    code, out, err = run("mcp", "--json")
    tools = json.loads(out)
    assert (code, err, [tool["name"] for tool in tools]) == (0, "", NAMES)
    for tool in tools:
        assert tool["annotations"]["readOnlyHint"] is True
        assert all(rule["description"] for rule in tool["inputSchema"]["properties"].values())


def test_random_arguments_end_in_an_answer_or_in_a_sentence(store: Store) -> None:
    """Any other exception would be a fault of the program."""
    chance = random.Random(7)
    offered = tools(store, None)
    for _ in range(RANDOM_CALLS):
        tool = chance.choice(offered)
        wanted = [name for name in tool.properties if name in tool.required or chance.random() < 0.3]
        arguments = {name: random_value(tool.properties[name], chance) for name in wanted}
        try:
            check_arguments(tool.schema, arguments)
            assert tool.call(arguments).values["about"]["edition"]
        except KnownError as error:
            assert str(error)


def random_value(rule: Mapping[str, Any], chance: random.Random) -> Any:
    if rule["type"] == "array":
        return [random_value(rule["items"], chance) for _ in range(chance.randint(rule["minItems"], 4))]
    if rule["type"] == "string":
        return chance.choice(rule.get("enum", TEXTS))[: rule.get("maxLength")]
    if rule["type"] == "boolean":
        return chance.random() < 0.5
    return chance.choice((rule["minimum"], rule["maximum"]))


@pytest.mark.skipif(find_spec("mcp") is None, reason="the official client is not installed")
@pytest.mark.parametrize(("mode", "version"), [("legacy", "2025-11-25"), ("auto", "2026-07-28")])
def test_the_official_client_is_served(edition_option: tuple[str, str], mode: str, version: str) -> None:
    start = [sys.executable, "-m", "explorer", *edition_option, "mcp"]
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "commands" / "mcp_client.py"), *start, mode],
        capture_output=True,
        text=True,
        timeout=300,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["version"], found["server"], found["tools"]) == (version, "minor-metals", NAMES)
    assert "Controls were checked to 2026-10-08" in found["instructions"]
    status, parties, chart, unknown, empty = found["results"]
    assert len(found["results"]) == len(CALLS)
    assert status["structuredContent"]["answer"]["strictness"] == "in_principle"
    names = parties["structuredContent"]["answer"]["names"]
    assert [name["verdict"] for name in names] == ["ON A LIST", "NOT IN THIS DATABASE"]
    assert [content["type"] for content in chart["content"]] == ["image", "text"]
    assert unknown["isError"] is True and empty["isError"] is True

"""The rules of the protocol: handshake, revisions, tools, errors, cancellation."""

import json
import threading
import time
from queue import Queue

import pytest

from explorer.protocol.messages import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    PARSE_ERROR,
    UNSUPPORTED_VERSION,
)
from explorer.protocol.server import LONGEST_MESSAGE, Server
from explorer.protocol.tools import LONGEST_RESULT, Tool, ToolResult
from tests.protocol.clients import ABOUT, ENVELOPE, HELLO, Answers, ask, call, request, sent


def test_the_handshake_agrees_on_a_revision() -> None:
    for wanted, agreed in (
        ("2025-11-25", "2025-11-25"),
        ("2025-06-18", "2025-06-18"),
        ("2024-11-05", "2024-11-05"),
        ("2025-03-26", "2025-11-25"),
        ("2099-01-01", "2025-11-25"),
    ):
        params = {"protocolVersion": wanted, "capabilities": {}}
        (answer,) = Answers(sent(request("initialize", params))).messages
        result = answer["result"]
        assert result["protocolVersion"] == agreed
        assert result["capabilities"] == {"tools": {}}
        assert result["serverInfo"] == {"name": "made-up", "title": "Made up", "version": "1.0"}
        assert result["instructions"] == "Ask about letters."


def test_requests_before_the_handshake_are_refused_but_not_a_ping() -> None:
    refused, pong = Answers(sent(request("tools/list"), request("ping", own_id="p"))).messages
    assert refused["error"]["code"] == INVALID_REQUEST
    assert pong == {"jsonrpc": "2.0", "id": "p", "result": {}}


def test_tools_are_listed_with_their_schemas_as_read_only() -> None:
    (answer,) = ask(request("tools/list", {}))
    count, _ = answer["result"]["tools"]
    assert (count["name"], count["title"]) == ("count", "Count")
    assert count["inputSchema"]["required"] == ["text"]
    assert count["inputSchema"]["additionalProperties"] is False
    assert count["annotations"]["readOnlyHint"] is True


def test_a_tool_answers_with_text_and_values() -> None:
    (answer,) = ask(call("count", {"text": "abc"}))
    result = answer["result"]
    assert (result["isError"], result["structuredContent"]) == (False, {"letters": 3})
    assert json.loads(result["content"][0]["text"]) == {"letters": 3}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({}, "The argument “text” is missing."),
        ({"text": ""}, "The text is empty."),
        ({"text": 3}, "The argument “text” is not of the type string."),
        ({"text": True}, "The argument “text” is not of the type string."),
        ({"text": "abcdef"}, "The argument “text” is too long (limit: 5 characters)."),
        ({"text": "a", "how": "none"}, "The argument “how” cannot be “none”. Choose from all, vowels."),
        ({"text": "a", "list": "b"}, "The argument “list” is not of the type array."),
        ({"text": "a", "list": [1]}, "The argument “list” is not of the type string."),
        ({"text": "a", "list": ["b"] * 3}, "The argument “list” has 3 values; it must have 0 to 2."),
        ({"text": "a", "number": 4}, "The argument “number” is out of range (1 to 3)."),
        ({"text": "a", "number": True}, "The argument “number” is not of the type integer."),
        ({"text": "a", "flag": 1}, "The argument “flag” is not of the type boolean."),
        ({"text": "a", "other": 1}, 
         "The tool has no argument “other”. Its arguments are text, how, list, number, flag."),
    ],
)  # fmt: skip
def test_what_a_tool_cannot_use_is_part_of_the_result(arguments: object, sentence: str) -> None:
    (answer,) = ask(call("count", arguments))
    assert answer["result"] == {"content": [{"type": "text", "text": sentence}], "isError": True}


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (request("tools/call", {"name": "none"}), INVALID_PARAMS),
        (request("tools/call", {"name": 3}), INVALID_PARAMS),
        (request("tools/call", {}), INVALID_PARAMS),
        (call("count", [1]), INVALID_PARAMS),
        (request("tools/list", {"cursor": "2"}), INVALID_PARAMS),
        (request("resources/list"), METHOD_NOT_FOUND),
        (request(""), METHOD_NOT_FOUND),
        (request("tools/list", [1]), INVALID_PARAMS),
        (request("initialize", {}), INVALID_PARAMS),
        (request("server/discover", {}), INVALID_PARAMS),
        (request("tools/list", {"_meta": {**ENVELOPE, "io.modelcontextprotocol/protocolVersion": 3}}),
         INVALID_PARAMS),
        (request("tools/list", {"_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28"}}),
         INVALID_PARAMS),
        (request("tools/list", {"_meta": {**ENVELOPE, "io.modelcontextprotocol/protocolVersion": "2031-01-01"}}),
         UNSUPPORTED_VERSION),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_answered_gets_an_error_with_its_id(message: dict, code: int) -> None:
    (answer,) = ask({**message, "id": 77})
    assert (answer["id"], answer["error"]["code"]) == (77, code)
    assert answer["error"]["message"]


@pytest.mark.parametrize(
    ("line", "own_id", "code"),
    [
        (b"{", None, PARSE_ERROR),
        (b"nonsense", None, PARSE_ERROR),
        (b"\xff\xfe", None, PARSE_ERROR),
        (b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":NaN}}', None, PARSE_ERROR),
        (b"[" * 100_000, None, PARSE_ERROR),
        (b"[]", None, INVALID_REQUEST),
        (b'[{"jsonrpc":"2.0","id":1,"method":"ping"}]', None, INVALID_REQUEST),
        (b"3", None, INVALID_REQUEST),
        (b"null", None, INVALID_REQUEST),
        (b'{"id":1,"method":"ping"}', 1, INVALID_REQUEST),
        (b'{"jsonrpc":"1.0","id":"a","method":"ping"}', "a", INVALID_REQUEST),
        (b'{"jsonrpc":"2.0","id":null,"method":"ping"}', None, INVALID_REQUEST),
        (b'{"jsonrpc":"2.0","id":1.5,"method":"ping"}', None, INVALID_REQUEST),
        (b'{"jsonrpc":"2.0","id":true,"method":"ping"}', None, INVALID_REQUEST),
        (b'{"jsonrpc":"2.0","id":[1],"method":"ping"}', None, INVALID_REQUEST),
        (b'{"jsonrpc":"2.0","id":5,"method":7}', 5, INVALID_REQUEST),
        (b'{"jsonrpc":"2.0","id":5}', 5, INVALID_REQUEST),
        (b" " * (LONGEST_MESSAGE + 1), None, INVALID_REQUEST),
    ],
    ids=range(18),
)
def test_a_line_that_is_not_a_request_gets_an_error(line: bytes, own_id: object, code: int) -> None:
    answers = Answers(line + b"\n" + sent(request("ping", own_id="after")))
    error, after = answers.messages
    assert (error["id"], error["error"]["code"]) == (own_id, code)
    assert after["result"] == {}
    assert answers.reported == []


def test_notifications_responses_and_empty_lines_get_no_answer() -> None:
    data = sent(
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "method": "notifications/unknown", "params": {}},
        {"jsonrpc": "2.0", "method": "ping"},
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": [1]},
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": {}}},
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 99}},
        {"jsonrpc": "2.0", "id": 3, "result": {}},
        {"jsonrpc": "2.0", "id": 3, "error": {"code": 1, "message": "x"}},
    )
    assert Answers(b"\n \r\n" + data).lines == []


def test_a_fault_of_the_program_is_reported_and_gets_an_error() -> None:
    answers = Answers(sent(HELLO, call("fail", {}), request("ping", own_id=2)))
    _, error, pong = answers.messages
    assert error["error"]["code"] == INTERNAL_ERROR
    assert "ZeroDivision" not in json.dumps(error)
    assert [type(e) for e in answers.reported] == [ZeroDivisionError]
    assert pong["result"] == {}


def test_an_id_is_given_back_as_it_is() -> None:
    for own_id in (0, -1, 10**30, "", "镓", "\ud800", "1"):
        (answer,) = ask(request("ping", own_id=own_id))
        assert answer["id"] == own_id and type(answer["id"]) is type(own_id)


def test_a_request_can_name_its_revision_without_a_handshake() -> None:
    messages = (
        request("server/discover", {"_meta": ENVELOPE}),
        request("tools/list", {"_meta": ENVELOPE}),
        request("tools/call", {"name": "count", "arguments": {"text": "ab"}, "_meta": ENVELOPE}),
        request("ping", {"_meta": ENVELOPE}),
    )
    found, listed, counted, ping = Answers(sent(*messages)).messages
    assert "2026-07-28" in found["result"]["supportedVersions"]
    for answer in (found, listed, counted):
        assert answer["result"]["resultType"] == "complete"
        assert answer["result"]["_meta"]["io.modelcontextprotocol/serverInfo"]["name"] == "made-up"
    for answer in (found, listed):
        assert answer["result"]["cacheScope"] == "private" and answer["result"]["ttlMs"] >= 0
    assert counted["result"]["structuredContent"] == {"letters": 2}
    assert ping["error"]["code"] == METHOD_NOT_FOUND


def test_a_cancelled_request_gets_no_answer() -> None:
    """The first call is cancelled while it runs, the second while it waits."""
    pieces: Queue[bytes] = Queue()
    running, cancelled = threading.Event(), threading.Event()
    lines: list[bytes] = []
    ran: list[str] = []

    def wait(given: dict) -> ToolResult:
        ran.append(given["name"])
        running.set()
        assert cancelled.wait(60)
        return ToolResult({})

    tool = Tool("wait", "Wait", "Wait.", {"name": {"type": "string"}}, ("name",), wait)
    server = Server(ABOUT, (tool,), lines.append, pytest.fail)
    thread = threading.Thread(target=server.serve, args=(lambda _most: pieces.get(),))
    thread.start()
    params = [{"name": "wait", "arguments": {"name": name}} for name in ("first", "second")]
    pieces.put(sent(HELLO, request("tools/call", params[0], 1), request("tools/call", params[1], "2")))
    assert running.wait(60)
    cancel = [
        {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": own_id}}
        for own_id in (1, "2", "1", 2)
    ]
    pieces.put(sent(*cancel, request("ping", own_id="last")))
    pieces.put(b"")
    deadline = time.monotonic() + 60
    while not server.has_ended_reading:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    cancelled.set()
    thread.join(60)
    assert [json.loads(line)["id"] for line in lines] == ["hello", "last"]
    assert ran == ["first"]


def test_an_answer_that_is_too_long_is_refused() -> None:
    tool = Tool("long", "Long", "Long.", {}, (), lambda _: ToolResult({"text": "x" * LONGEST_RESULT}))
    _, answer = Answers(sent(HELLO, call("long", {})), (tool,)).messages
    assert answer["result"]["isError"] is True
    assert "The answer is too long" in answer["result"]["content"][0]["text"]


def test_an_image_comes_before_the_text() -> None:
    tool = Tool("draw", "Draw", "Draw.", {}, (), lambda _: ToolResult({"a": 1}, (b"\x89PNG",)))
    _, answer = Answers(sent(HELLO, call("draw", {})), (tool,)).messages
    image, text = answer["result"]["content"]
    assert image == {"type": "image", "data": "iVBORw==", "mimeType": "image/png"}
    assert json.loads(text["text"]) == {"a": 1}

"""A server of two small tools, and what it answers to the bytes of a client."""

import io
import json
from typing import Any

from explorer.errors import KnownError
from explorer.protocol.server import Server
from explorer.protocol.tools import About, Tool, ToolResult

HELLO = {
    "jsonrpc": "2.0",
    "id": "hello",
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-11-25",
        "capabilities": {},
        "clientInfo": {"name": "t", "version": "1"},
    },
}
ENVELOPE = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
}
ABOUT = About("made-up", "Made up", "1.0", "Ask about letters.")


def count_letters(given: Any) -> ToolResult:
    if not given["text"]:
        raise KnownError("The text is empty.")
    return ToolResult({"letters": len(given["text"])})


def fail(_given: Any) -> ToolResult:
    raise ZeroDivisionError


TOOLS = (
    Tool(
        "count",
        "Count",
        "Count letters.",
        {
            "text": {"type": "string", "maxLength": 5},
            "how": {"type": "string", "enum": ["all", "vowels"]},
            "list": {"type": "array", "maxItems": 2, "items": {"type": "string"}},
            "number": {"type": "integer", "minimum": 1, "maximum": 3},
            "flag": {"type": "boolean"},
        },
        ("text",),
        count_letters,
    ),
    Tool("fail", "Fail", "Fail.", {}, (), fail),
)


class Answers:
    """What a server wrote, and the errors of the program that it reported."""

    def __init__(self, data: bytes, tools: tuple[Tool, ...] = TOOLS) -> None:
        self.lines: list[bytes] = []
        self.reported: list[BaseException] = []
        Server(ABOUT, tools, self.lines.append, self.reported.append).serve(io.BytesIO(data).read)

    @property
    def messages(self) -> list[dict[str, Any]]:
        assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in self.lines)
        return [json.loads(line) for line in self.lines]


def sent(*messages: object) -> bytes:
    """Return messages as the bytes of a client, one per line."""
    return b"".join(json.dumps(message).encode() + b"\n" for message in messages)


def request(method: str, params: object = None, own_id: object = 1) -> dict[str, object]:
    message = {"jsonrpc": "2.0", "id": own_id, "method": method}
    return message if params is None else {**message, "params": params}


def ask(*messages: object) -> list[dict[str, Any]]:
    """Return the answers to messages after the first handshake, without the answer to that."""
    return Answers(sent(HELLO, *messages)).messages[1:]


def call(name: object, arguments: object) -> dict[str, object]:
    return request("tools/call", {"name": name, "arguments": arguments})

"""Messages of JSON-RPC 2.0: what a line holds, and the lines that answer it."""

import json
from typing import Any, NoReturn

from msgspec import Struct

from explorer.language import gettext

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602
INTERNAL_ERROR, UNSUPPORTED_VERSION = -32603, -32022
Id = str | int


class ProtocolError(Exception):
    """Raised where a request can't be answered; becomes an error response with its code."""

    def __init__(self, code: int, sentence: str, data: Any = None) -> None:
        super().__init__(sentence)
        self.code, self.sentence, self.data = code, sentence, data


class Request(Struct, frozen=True):
    """A request, which gets a response with its id; a notification has none and gets no response."""

    id: Id | None
    method: str
    params: dict[str, Any] = {}


class Fault(Struct, frozen=True):
    """A message that is not a request, with the id where it has a valid one."""

    id: Id | None
    error: ProtocolError


def read_message(line: bytes) -> Request | Fault | None:
    """Return what a line asks for; None for a response, since the server sends no requests."""
    try:
        message = json.loads(line.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return Fault(None, ProtocolError(PARSE_ERROR, gettext("The message is not valid JSON in UTF-8.")))
    if isinstance(message, list):
        return _invalid(None, gettext("Batches are not supported: send one message per line."))
    if not isinstance(message, dict):
        return _invalid(None, gettext("A message must be a JSON object."))
    return _request(message)


def _request(message: dict[str, Any]) -> Request | Fault | None:
    has_id, given = "id" in message, message.get("id")
    own_id = given if _is_id(given) else None
    if "method" not in message and ("result" in message or "error" in message):
        return None
    if message.get("jsonrpc") != "2.0":
        return _invalid(own_id, gettext('A message must have "jsonrpc": "2.0".'))
    if has_id and not _is_id(given):
        return _invalid(None, gettext("The id of a request must be a string or a whole number."))
    method = message.get("method")
    if not isinstance(method, str):
        return _invalid(own_id, gettext("A request must have a method, given as a string."))
    params = message.get("params", {})
    if not isinstance(params, dict):
        if not has_id:
            return None
        return Fault(
            own_id, ProtocolError(INVALID_PARAMS, gettext("The params of a request must be an object."))
        )
    return Request(own_id, method, params)


def _is_id(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _invalid(own_id: Id | None, sentence: str) -> Fault:
    return Fault(own_id, ProtocolError(INVALID_REQUEST, sentence))


def _refuse(_name: str) -> NoReturn:
    """Refuse NaN and the infinities, which JSON does not have."""
    raise ValueError


def result_line(own_id: Id, result: dict[str, Any]) -> bytes:
    """Return the line of a response."""
    return _line({"jsonrpc": "2.0", "id": own_id, "result": result})


def error_line(own_id: Id | None, error: ProtocolError) -> bytes:
    """Return the line of an error; the id is null where the message had no valid one."""
    values: dict[str, Any] = {"code": error.code, "message": error.sentence}
    if error.data is not None:
        values["data"] = error.data
    return _line({"jsonrpc": "2.0", "id": own_id, "error": values})


def _line(message: dict[str, Any]) -> bytes:
    try:
        return json.dumps(message, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # half of a pair, as in "\ud800", which only an escape can write
        return json.dumps(message).encode("ascii") + b"\n"

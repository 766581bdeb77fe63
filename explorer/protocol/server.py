"""A server of the Model Context Protocol: it answers one message after the other and sends nothing else.

Messages are read in a thread of their own, so that a request can be cancelled while another one is answered; tools run
in the thread that calls `serve`, since charts can only be drawn there.
"""

from collections.abc import Callable, Mapping, Sequence
from queue import Queue
from threading import Lock, Thread
from typing import Any

from explorer.errors import KnownError, quoted
from explorer.language import gettext
from explorer.protocol.lines import bounded_lines
from explorer.protocol.messages import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    UNSUPPORTED_VERSION,
    Fault,
    Id,
    ProtocolError,
    Request,
    error_line,
    read_message,
    result_line,
)
from explorer.protocol.schema import check_arguments
from explorer.protocol.tools import About, Tool, tool_content

# Revisions that begin with `initialize`, and those of which each request names its revision. 2025-03-26 is left out: it
# alone has batches.
WITH_HANDSHAKE, WITHOUT_HANDSHAKE = ("2024-11-05", "2025-06-18", "2025-11-25"), ("2026-07-28",)
LONGEST_MESSAGE, MOST_WAITING = 1_000_000, 64
_VERSION_KEY = "io.modelcontextprotocol/protocolVersion"
_CAPABILITIES_KEY = "io.modelcontextprotocol/clientCapabilities"
_SERVER_KEY = "io.modelcontextprotocol/serverInfo"
_FRESH_MS = 3_600_000  # how long a client may keep what does not change while the server runs


class Server:
    """Answers the messages of one client. `write` takes whole lines; `report` takes errors of the program.

    `has_ended_reading` is whether all messages of the client have been read.
    """

    def __init__(
        self,
        about: About,
        tools: Sequence[Tool],
        write: Callable[[bytes], object],
        report: Callable[[BaseException], object],
    ) -> None:
        self._about, self._write, self._report = about, write, report
        self._tools = {tool.name: tool for tool in tools}
        self._has_begun = False
        self.has_ended_reading = False
        self._waiting: Queue[Request | Fault | None] = Queue(MOST_WAITING)
        self._lock = Lock()
        self._open: set[tuple[type, Id]] = set()
        self._cancelled: set[tuple[type, Id]] = set()

    def serve(self, read: Callable[[int], bytes]) -> None:
        """Answer messages until their stream ends; `read` returns nothing at the end."""
        Thread(target=self._read, args=(read,), name="messages", daemon=True).start()
        while (message := self._waiting.get()) is not None:
            line = self._answer(message)
            if line is not None:
                self._write(line)

    def _read(self, read: Callable[[int], bytes]) -> None:
        """Put messages into the queue; a cancelled request is noted at once."""
        try:
            for line in bounded_lines(read, LONGEST_MESSAGE):
                message = self._message(line)
                if message is not None and not self._note(message):
                    self._waiting.put(message)
        except OSError:
            pass  # the client is gone
        finally:
            self.has_ended_reading = True
            self._waiting.put(None)

    def _message(self, line: bytes | None) -> Request | Fault | None:
        if line is None:
            text = gettext("The message is too long (limit: {most} bytes).").format(most=LONGEST_MESSAGE)
            return Fault(None, ProtocolError(INVALID_REQUEST, text))
        return read_message(line) if line.strip() else None

    def _note(self, message: Request | Fault) -> bool:
        """Remember the id of a request; return whether the message needs no answer."""
        if isinstance(message, Fault):
            return False
        with self._lock:
            if message.id is not None:
                self._open.add(_key(message.id))
                return False
            given = message.params.get("requestId")
            if message.method == "notifications/cancelled" and isinstance(given, str | int):
                self._cancelled |= {_key(given)} & self._open
        return True

    def _answer(self, message: Request | Fault) -> bytes | None:
        """Return the line that answers a message, None for a request that was cancelled."""
        if isinstance(message, Fault):
            return error_line(message.id, message.error)
        assert message.id is not None
        if self._is_cancelled(message.id):
            return self._closed(message.id, b"")
        try:
            line = result_line(message.id, self._result(message))
        except ProtocolError as error:
            line = error_line(message.id, error)
        except Exception as error:  # a fault of the program: the client gets a sentence, the log the report
            self._report(error)
            line = error_line(message.id, ProtocolError(INTERNAL_ERROR, gettext("Something went wrong.")))
        return self._closed(message.id, line)

    def _is_cancelled(self, own_id: Id) -> bool:
        with self._lock:
            return _key(own_id) in self._cancelled

    def _closed(self, own_id: Id, line: bytes) -> bytes | None:
        """Forget a request and return its line, None where it was cancelled meanwhile."""
        with self._lock:
            key = _key(own_id)
            self._open.discard(key)
            if key in self._cancelled:
                self._cancelled.discard(key)
                return None
        return line

    def _result(self, request: Request) -> dict[str, Any]:
        """Return the result of a request; raise ProtocolError where it has none."""
        meta = request.params.get("_meta")
        if request.method == "initialize":
            return self._initialized(request.params)
        if (isinstance(meta, dict) and _VERSION_KEY in meta) or request.method == "server/discover":
            _check_envelope(meta)
            return self._modern(request)
        if request.method == "ping":
            return {}
        if not self._has_begun:
            raise ProtocolError(INVALID_REQUEST, gettext("Send the request “initialize” first."))
        return self._common(request)

    def _initialized(self, params: Mapping[str, Any]) -> dict[str, Any]:
        wanted = params.get("protocolVersion")
        if not isinstance(wanted, str):
            text = gettext("The request “initialize” must name the client's protocolVersion.")
            raise ProtocolError(INVALID_PARAMS, text)
        self._has_begun = True
        return {
            "protocolVersion": wanted if wanted in WITH_HANDSHAKE else WITH_HANDSHAKE[-1],
            "capabilities": {"tools": {}},
            "serverInfo": self._about.as_dict(),
            "instructions": self._about.instructions,
        }

    def _modern(self, request: Request) -> dict[str, Any]:
        """Return the result of a request that names its revision."""
        own = {"resultType": "complete", "_meta": {_SERVER_KEY: self._about.as_dict()}}
        kept = {"ttlMs": _FRESH_MS, "cacheScope": "private"}
        if request.method == "server/discover":
            return {
                **own,
                **kept,
                "supportedVersions": [*WITH_HANDSHAKE, *WITHOUT_HANDSHAKE],
                "capabilities": {"tools": {}},
                "instructions": self._about.instructions,
            }
        result = self._common(request)
        return {**own, **(kept if request.method == "tools/list" else {}), **result}

    def _common(self, request: Request) -> dict[str, Any]:
        """Return the result of a request that all revisions have."""
        if request.method == "tools/list":
            if request.params.get("cursor") is not None:
                raise ProtocolError(INVALID_PARAMS, gettext("The list of tools has only one page."))
            return {"tools": [tool.as_dict() for tool in self._tools.values()]}
        if request.method == "tools/call":
            return self._called(request.params)
        text = gettext("The method {method} is not supported.")
        raise ProtocolError(METHOD_NOT_FOUND, text.format(method=quoted(request.method)))

    def _called(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return the answer of a tool; what it can't use is part of the result, so that the client can correct it."""
        name, arguments = params.get("name"), params.get("arguments", {})
        tool = self._tools.get(name) if isinstance(name, str) else None
        if tool is None:
            text = gettext("No tool {name}. Tools: {names}.")
            names = ", ".join(self._tools)
            raise ProtocolError(INVALID_PARAMS, text.format(name=quoted(str(name)), names=names))
        if arguments is None:
            arguments = {}
        if not isinstance(arguments, dict):
            raise ProtocolError(INVALID_PARAMS, gettext("The arguments of a tool must be an object."))
        try:
            check_arguments(tool.schema, arguments)
            return tool_content(tool.call(arguments))
        except KnownError as error:
            return {"content": [{"type": "text", "text": error.for_other_programs}], "isError": True}


def _check_envelope(meta: object) -> None:
    """Raise ProtocolError unless a request names its revision, which this server has, and what the client can do."""
    if not isinstance(meta, dict) or not isinstance(meta.get(_VERSION_KEY), str):
        text = gettext("The params of the request must name its revision in _meta, as {key}.")
        raise ProtocolError(INVALID_PARAMS, text.format(key=_VERSION_KEY))
    if not isinstance(meta.get(_CAPABILITIES_KEY), dict):
        text = gettext("The params of the request must name the client's capabilities in _meta, as {key}.")
        raise ProtocolError(INVALID_PARAMS, text.format(key=_CAPABILITIES_KEY))
    wanted = meta[_VERSION_KEY]
    if wanted not in WITHOUT_HANDSHAKE:
        text = gettext("The revision {version} is not supported in a request.").format(version=quoted(wanted))
        supported = [*WITH_HANDSHAKE, *WITHOUT_HANDSHAKE]
        raise ProtocolError(UNSUPPORTED_VERSION, text, {"supported": supported, "requested": wanted})


def _key(own_id: Id) -> tuple[type, Id]:
    """Return an id by which 1 and "1" differ."""
    return type(own_id), own_id

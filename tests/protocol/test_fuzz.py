"""10,000 malformed messages: each gets an error or, where the rules say so, nothing; none is a fault of the program."""

import json
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

from explorer.protocol.messages import INTERNAL_ERROR
from explorer.protocol.server import LONGEST_MESSAGE
from tests.protocol.clients import ENVELOPE, HELLO, Answers, call, request, sent

SEED, COUNT = 20_260_728, 10_000
_GOOD = (
    HELLO,
    request("ping"),
    request("tools/list", {}),
    call("count", {"text": "abc"}),
    request("server/discover", {"_meta": ENVELOPE}),
    request("tools/call", {"name": "count", "arguments": {"text": "ab"}, "_meta": ENVELOPE}),
    {"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 1}},
)
_WRONG: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        1e308,
        "",
        "x",
        "\ud800",
        "\u2028",
        "镓" * 50,
        [],
        [[]],
        {},
        {"a": None},
    ),
    *(10**40, [1, "2", None], {"requestId": 1}, "2025-11-25", "tools/call"),
)


def _good(chance: random.Random) -> bytes:
    return json.dumps(chance.choice(_GOOD)).encode()


def truncated(chance: random.Random) -> bytes:
    line = _good(chance)
    return line[: chance.randrange(len(line))]


def wrong_type(chance: random.Random) -> bytes:
    """Replace one value anywhere in a good message."""
    message = json.loads(_good(chance))
    places: list[tuple[Any, Any]] = []

    def walk(value: Any) -> None:
        keys = (
            list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        )
        for key in keys:
            places.append((value, key))
            walk(value[key])

    walk(message)
    container, key = chance.choice(places)
    if chance.random() < 0.2 and isinstance(container, dict):
        del container[key]
    else:
        container[key] = chance.choice(_WRONG)
    return json.dumps(message).encode()


def wrong_key(chance: random.Random) -> bytes:
    message = json.loads(_good(chance))
    message[chance.choice(("jsonrpc ", "Method", "params2", "id\u0000", "result", "error"))] = chance.choice(
        _WRONG
    )
    return json.dumps(message).encode()


def flipped(chance: random.Random) -> bytes:
    line = bytearray(_good(chance))
    for _ in range(chance.randrange(1, 6)):
        line[chance.randrange(len(line))] = chance.randrange(256)
    return bytes(line).replace(b"\n", b" ")


def noise(chance: random.Random) -> bytes:
    return chance.randbytes(chance.randrange(1, 200)).replace(b"\n", b"")


def invalid_utf8(chance: random.Random) -> bytes:
    bad = chance.choice((b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xe9\x95", b"\xf8\x88\x80\x80\x80"))
    line = _good(chance)
    place = chance.randrange(len(line))
    return line[:place] + bad + line[place:]


def deep(chance: random.Random) -> bytes:
    depth = chance.choice((50, 900, 5_000, 60_000))
    opened, closed = chance.choice(((b"[", b"]"), (b'{"a":', b"}")))
    inside = opened * depth + b"1" + closed * depth
    return b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":' + inside + b"}}"


def huge(chance: random.Random) -> bytes:
    filler = b"x" * (LONGEST_MESSAGE + chance.randrange(1, 1000))
    return b'{"jsonrpc":"2.0","id":1,"method":"ping","params":{"x":"' + filler + b'"}}'


def batch(chance: random.Random) -> bytes:
    return b"[" + b",".join(_good(chance) for _ in range(chance.randrange(4))) + b"]"


def unknown_method(chance: random.Random) -> bytes:
    names = ("resources/read", "prompts/list", "tools/", "TOOLS/LIST", "rpc.discover", "../../etc", "")
    return json.dumps(request(chance.choice(names), chance.choice(({}, None, {"_meta": ENVELOPE})))).encode()


def wrong_id(chance: random.Random) -> bytes:
    return json.dumps({**chance.choice(_GOOD), "id": chance.choice((None, True, 1.25, [], {}, [1]))}).encode()


def wrong_number(chance: random.Random) -> bytes:
    number = chance.choice((b"NaN", b"-Infinity", b"1e999", b"01", b"+1", b"9" * 5_000, b"0x10", b"--1"))
    return b'{"jsonrpc":"2.0","id":' + number + b',"method":"ping"}'


KINDS: tuple[Callable[[random.Random], bytes], ...] = (
    *(truncated, wrong_type, wrong_key, flipped, noise, invalid_utf8, batch, unknown_method, wrong_id),
    wrong_number,
)
SLOW = (deep, huge)


def messages() -> list[tuple[str, bytes]]:
    """Return the messages with the kind of each; the large ones are few."""
    chance = random.Random(SEED)
    found = [(kind.__name__, kind(chance)) for kind in SLOW for _ in range(50)]
    while len(found) < COUNT:
        kind = KINDS[len(found) % len(KINDS)]
        found.append((kind.__name__, kind(chance)))
    return found


def test_malformed_messages_end_in_an_answer_or_by_the_rules_in_none() -> None:
    fuzzed = messages()
    counts = Counter(kind for kind, _ in fuzzed)
    print(", ".join(f"{kind}: {count}" for kind, count in counts.items()))
    assert len(fuzzed) == COUNT and set(counts) == {kind.__name__ for kind in (*KINDS, *SLOW)}
    answers = Answers(b"\n".join(line for _, line in fuzzed) + b"\n" + sent(request("ping", own_id="last")))
    assert answers.reported == []
    assert answers.messages[-1] == {"jsonrpc": "2.0", "id": "last", "result": {}}
    codes = Counter(m["error"]["code"] if "error" in m else "result" for m in answers.messages)
    print(", ".join(f"{code}: {count}" for code, count in codes.items()))
    assert codes[INTERNAL_ERROR] == 0
    for message in answers.messages:
        assert set(message) in ({"jsonrpc", "id", "result"}, {"jsonrpc", "id", "error"})
        assert message["id"] is None or type(message["id"]) in (str, int)
    assert len(answers.lines) <= COUNT + 1


def test_each_kind_is_answered_by_itself() -> None:
    """What is not JSON, too long or nested too deeply always gets an error."""
    chance = random.Random(SEED)
    for kind in (truncated, invalid_utf8, huge, batch):
        for _ in range(20):
            line = kind(chance)
            found = Answers(line + b"\n").messages
            assert not line.strip() or [set(m) for m in found] == [{"jsonrpc", "id", "error"}], line[:200]

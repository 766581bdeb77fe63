"""Changes to the contents of an evidence file, packed again with hashes that fit: only the edition shows them."""

import json
import random
from collections.abc import Callable
from typing import Any

from tests.fuzz.evidence_parts import as_json, packed, parts_of

Mutation = Callable[[bytes, random.Random], bytes]
ENTRY = {
    "id": "own_0123abcd",
    "kind": "event",
    "measure_id": "cn-2024-46-2a",
    "event": "repealed",
    "date": "2024-12-09",
    "until": None,
    "basis": "text",
    "title": "Announcement 99 of 2024",
    "address": "https://www.mofcom.gov.cn/99.html",
    "read": "2024-12-09",
    "added": "2024-12-09",
    "on": True,
}
OF_A_MEASURE = {
    "id": "own_0123abce",
    "kind": "licence",
    "document": "Announcement 98 of 2024",
    "jurisdiction": "CHN",
    "destination": "USA",
    "metal_ids": ["gallium"],
    "announced": None,
    "effective": "2024-12-01",
    "expires": "2027-12-31",
    "issuer": None,
    "strictness": None,
    "covers": "metal",
    "scope": None,
    "codes": ["8112929010"],
    **{name: ENTRY[name] for name in ("title", "address", "read", "added", "on")},
}


def _part(name: str, change: Callable[[Any, random.Random], Any]) -> Mutation:
    """Return a mutation of the values in a part."""

    def mutation(content: bytes, chance: random.Random) -> bytes:
        parts = parts_of(content)
        value = json.loads(parts[name])
        changed = change(value, chance)
        parts[name] = as_json(value if changed is None else changed)
        return packed(parts)

    return mutation


def _bytes(name: str, change: Callable[[bytes, random.Random], bytes], *, hashed: bool = True) -> Mutation:
    """Return a mutation of the bytes of a part."""

    def mutation(content: bytes, chance: random.Random) -> bytes:
        parts = parts_of(content)
        return packed({**parts, name: change(parts[name], chance)}, hashed=hashed)

    return mutation


def _manifest(change: Callable[[Any, random.Random], Any]) -> Mutation:
    """Return a mutation of the manifest, whose hashes stay as the change leaves them."""

    def mutation(content: bytes, chance: random.Random) -> bytes:
        parts = parts_of(content)
        value = json.loads(parts["manifest.json"])
        changed = change(value, chance)
        parts["manifest.json"] = as_json(value if changed is None else changed)
        return packed(parts, hashed=False)

    return mutation


def _set(*path: Any, to: Any) -> Callable[[Any, random.Random], None]:
    """Return a change that sets the value at a path."""

    def change(value: Any, chance: random.Random) -> None:
        for name in path[:-1]:
            value = value[name]
        value[path[-1]] = to

    return change


def _remove_one(value: Any, chance: random.Random) -> None:
    del value[chance.randrange(len(value))]


def _some_value(value: Any, chance: random.Random) -> None:
    """Change a text or number somewhere."""
    places: list[tuple[Any, Any]] = []

    def collect(inner: Any) -> None:
        for key in inner if isinstance(inner, dict) else range(len(inner)):
            if isinstance(inner[key], dict | list):
                collect(inner[key])
            else:
                places.append((inner, key))

    collect(value)
    owner, key = chance.choice(places)
    before = owner[key]
    owner[key] = chance.choice(
        [x for x in ("", "x", None, True, False, 0, 1e9, [], f"{before} ") if x != before]
    )


def _deep(_: bytes, chance: random.Random) -> bytes:
    levels = chance.choice((100, 100_000))
    return b"[" * levels + b"]" * levels


def _large(value: bytes, chance: random.Random) -> bytes:
    return value + b" " * chance.choice((3_000_000, 5_000_000))


def _same_in_another_notation(value: bytes, _: random.Random) -> bytes:
    return json.dumps(json.loads(value)).encode()


def _event(value: Any, _: random.Random) -> None:
    measure = next(m for m in value if m["events"])
    measure["events"][0]["date"] = "2020-01-01"


def _wording(value: Any, _: random.Random) -> None:
    item = next(i for i in value if i["legal_texts"])
    item["legal_texts"][0]["text"] += "除外"


def _pdf_of_another_maker(content: bytes, chance: random.Random) -> bytes:
    """Change the PDF and say that another version of Qt made it."""
    parts = parts_of(content)
    manifest = json.loads(parts["manifest.json"])
    manifest["made_by"]["qt"] = "6.99.0"
    changed = parts["answer.pdf"].replace(b"Gallium", b"Galium ") + b"\n"
    return packed({**parts, "answer.pdf": changed, "manifest.json": as_json(manifest)})


def _added_entry(content: bytes, chance: random.Random) -> bytes:
    """Add an entry of the user without a change to the answer."""
    parts = parts_of(content)
    manifest = json.loads(parts["manifest.json"])
    manifest["entries_of_the_user"] = 1
    manifest["parts"]["entries.json"] = {}
    return packed({**parts, "entries.json": as_json([ENTRY]), "manifest.json": as_json(manifest)})


def _entries(change: Callable[[Any, random.Random], Any]) -> Mutation:
    """Return a mutation of a file that has the entry; its answer does not fit any more, whatever the entry says."""

    def mutation(content: bytes, chance: random.Random) -> bytes:
        parts = parts_of(_added_entry(content, chance))
        value = json.loads(parts["entries.json"])
        changed = change(value, chance)
        return packed({**parts, "entries.json": as_json(value if changed is None else changed)})

    return mutation


def _some_value_of_a_measure(value: Any, chance: random.Random) -> Any:
    value = json.loads(json.dumps([OF_A_MEASURE]))
    _some_value(value, chance)
    return value


def _unlisted(content: bytes, chance: random.Random) -> bytes:
    return packed({**parts_of(content), "entries.json": as_json([ENTRY])}, hashed=False)


def _not_listed_in_order(value: Any, chance: random.Random) -> None:
    value["parts"] = dict(reversed(value["parts"].items()))


def _repeated_name(part: bytes, _: random.Random) -> bytes:
    return part.replace(b'"format": 1', b'"format": 1,\n "format": 1', 1)


def _question_of_codes(value: Any, _: random.Random) -> None:
    question = value["question"]
    value["question"] = {"codes": ["8112929010"], **{k: question[k] for k in ("on", "from", "to")}}


def _many_codes(value: Any, _: random.Random) -> None:
    _question_of_codes(value, _)
    value["question"]["codes"] *= 100_000


def _codes_with(*codes: str) -> Callable[[Any, random.Random], None]:
    def change(value: Any, chance: random.Random) -> None:
        _question_of_codes(value, chance)
        value["question"]["codes"] = list(codes)

    return change


def _question(**changes: str) -> Callable[[Any, random.Random], None]:
    def change(value: Any, _: random.Random) -> None:
        value["question"] |= changes

    return change


MUTATIONS: dict[str, Mutation] = {
    # parts, with hashes that fit
    "status_in_the_answer": _part("answer.json", _set("status", "status", to="none")),
    "sentence_in_the_answer": _part("answer.json", _set("sentence", to="Nothing on file.")),
    "day_in_the_answer": _part("answer.json", _set("on", to="2024-12-11")),
    "a_value_in_the_answer": _part("answer.json", _some_value),
    "a_removed_measure": _part("measures.json", _remove_one),
    "a_removed_item": _part("items.json", _remove_one),
    "a_removed_document": _part("documents.json", _remove_one),
    "a_removed_source": _part("sources.json", _remove_one),
    "a_value_in_the_measures": _part("measures.json", _some_value),
    "a_value_in_the_items": _part("items.json", _some_value),
    "a_value_in_the_documents": _part("documents.json", _some_value),
    "a_value_in_the_sources": _part("sources.json", _some_value),
    "the_day_of_an_event": _part("measures.json", _event),
    "the_wording_of_an_item": _part("items.json", _wording),
    "an_answer_of_another_form": _part("answer.json", lambda value, _: [value]),
    "another_notation": _bytes("answer.json", _same_in_another_notation),
    "not_json": _bytes("items.json", lambda part, _: part[:-10]),
    "not_a_number": _bytes("items.json", lambda part, _: part.replace(b"null", b"NaN", 1)),
    "not_utf8": _bytes("sources.json", lambda part, _: part.replace(b"http", b"\xff\xfe", 1)),
    "deep": _bytes("documents.json", _deep),
    "large": _bytes("measures.json", _large),
    "another_pdf": _bytes("answer.pdf", lambda part, _: b"%PDF-1.4\n%%EOF\n"),
    "a_byte_of_the_pdf": _bytes("answer.pdf", lambda part, _: part[:-1] + b" "),
    "a_pdf_of_another_maker": _pdf_of_another_maker,
    "another_readme": _bytes("README.txt", lambda part, _: part + b"Approved by the ministry.\n"),
    # parts, with the old hashes
    "a_part_without_its_hash": _bytes(
        "sources.json", lambda part, _: part.replace(b"http", b"xttp"), hashed=False
    ),
    "a_part_that_is_not_listed": _unlisted,
    # entries of the user
    "an_added_entry": _added_entry,
    "an_added_measure": _entries(lambda value, _: [OF_A_MEASURE]),
    "a_value_in_the_entries": _part("entries.json", _some_value),
    "a_value_in_an_entry": _entries(_some_value),
    "a_value_in_an_entry_of_a_measure": _entries(_some_value_of_a_measure),
    "a_measure_until_the_last_day_of_all": _entries(lambda *_: [{**OF_A_MEASURE, "expires": "9999-12-31"}]),
    "an_entry_on_a_measure_that_is_not_there": _entries(_set(0, "measure_id", to="cn-2099-1")),
    "an_entry_with_another_id": _entries(_set(0, "id", to="cn-2024-46-2a")),
    "an_entry_with_an_address_that_runs": _entries(_set(0, "address", to="javascript:alert(1)")),
    "an_entry_with_a_text_that_controls_the_terminal": _entries(_set(0, "title", to="a\x1b[2J")),
    "an_entry_with_a_list": _entries(_set(0, "measure_id", to=["cn-2024-46-2a"])),
    "an_entry_with_a_wrong_day": _entries(_set(0, "date", to="20241209")),
    "an_entry_without_a_day": _entries(_set(0, "date", to=None)),
    "an_entry_with_more": _entries(_set(0, "note", to="x")),
    "an_entry_that_is_off": _entries(_set(0, "on", to=False)),
    "an_entry_twice": _entries(lambda value, _: value * 2),
    "entries_of_another_form": _entries(lambda value, _: value[0]),
    "no_entry_at_all": _entries(lambda value, _: []),
    "thousands_of_entries": _entries(lambda value, _: value * 2000),
    # the manifest
    "a_manifest_that_is_not_json": _bytes("manifest.json", lambda part, _: part[:-4], hashed=False),
    "a_deep_manifest": _bytes("manifest.json", _deep, hashed=False),
    "a_large_manifest": _bytes("manifest.json", _large, hashed=False),
    "a_name_twice": _bytes("manifest.json", _repeated_name, hashed=False),
    "a_manifest_of_another_form": _manifest(lambda value, _: [value]),
    "another_kind": _manifest(_set("kind", to="Invoice")),
    "a_later_format": _manifest(_set("format", to=2)),
    "an_earlier_format": _manifest(_set("format", to=0)),
    "a_format_that_is_a_text": _manifest(_set("format", to="1")),
    "a_huge_number": _bytes(
        "manifest.json", lambda part, _: part.replace(b'"size": ', b'"size": ' + b"9" * 9000, 1), hashed=False
    ),
    "a_negative_size": _manifest(_set("parts", "answer.json", "size", to=-1)),
    "another_size": _manifest(_set("parts", "answer.json", "size", to=1)),
    "another_hash": _manifest(_set("parts", "answer.pdf", "sha256", to="0" * 64)),
    "a_listed_part_that_is_not_there": _manifest(
        _set("parts", "entries.json", to={"size": 1, "sha256": "0" * 64})
    ),
    "another_order_of_the_list": _manifest(_not_listed_in_order),
    "a_value_in_the_manifest": _manifest(_some_value),
    "more_in_the_manifest": _manifest(_set("signed_by", to="The ministry")),
    "another_maker": _manifest(_set("made_by", "system", to="Windows AMD64")),
    "another_version_of_the_program": _manifest(_set("made_by", "program", to="9.9")),
    "another_command": _manifest(_set("command", to="minor-metals evidence gallium --without-own")),
    "another_number_of_entries": _manifest(_set("entries_of_the_user", to=3)),
    "another_day": _manifest(_question(on="2026-10-01")),
    "another_destination": _manifest(_question(to="JPN")),
    "a_destination_that_is_not_there": _manifest(_question(to="XXX")),
    "no_export": _manifest(_question(to="CHN")),
    "another_metal": _manifest(_question(metal="germanium")),
    "a_metal_that_is_not_there": _manifest(_question(metal="kryptonite")),
    "a_day_that_is_not_there": _manifest(_question(on="2024-02-30")),
    "the_first_day_of_all": _manifest(_question(on="0001-01-01")),
    "the_last_day_of_all": _manifest(_question(on="9999-12-31")),
    "codes_for_a_metal": _manifest(_question_of_codes),
    "many_codes": _manifest(_many_codes),
    "a_code_that_is_not_a_code": _manifest(_codes_with("rm -rf /")),
    "a_code_with_half_a_character": _manifest(_codes_with("8112\ud800")),
    "a_long_code": _manifest(_codes_with("8" * 101)),
    "another_database": _manifest(
        lambda value, _: value["edition"].update(database_sha256="ab" * 32, facts_sha256="cd" * 32)
    ),
    "another_database_of_the_same_facts": _manifest(_set("edition", "database_sha256", to="ab" * 32)),
    "other_facts": _manifest(_set("edition", "facts_sha256", to="ab" * 32)),
    "another_version": _manifest(_set("edition", "version", to="2031.01")),
    "another_day_of_the_check": _manifest(_set("edition", "verified_to", to="2030-01-01")),
    "a_version_that_is_a_path": _manifest(_set("edition", "version", to="../../own")),
}

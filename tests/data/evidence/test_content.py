"""The content of evidence files, worked out by hand from the notices."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from explorer.data.context import Context
from explorer.data.evidence.question import Question
from explorer.data.store import Store
from explorer.factsheet.evidence import make_file
from tests.data.evidence.conftest import CODES, GALLIUM
from tests.fuzz.evidence_parts import parts_of


def values(content: bytes) -> dict[str, Any]:
    return {name: json.loads(part) for name, part in parts_of(content).items() if name.endswith(".json")}


def test_gallium_was_refused_in_principle_by_announcement_46(good: bytes) -> None:
    """Announcement 46 of 2024, section 2: in force since 3 December 2024, paused only on 9 November 2025."""
    found = values(good)
    answer = found["answer.json"]
    assert (answer["on"], answer["from"], answer["to"]) == ("2024-12-10", "CHN", "USA")
    assert answer["sentence"].startswith("Licences are refused in principle.")
    status = answer["status"]
    assert (status["status"], status["strictness"], status["presumed"]) == (
        "prohibition",
        "in_principle",
        False,
    )
    assert status["answer"]["measures"] == ["cn-2024-46-2a"]
    measures = {m["measure_id"]: m for m in found["measures.json"]}
    refusal = measures["cn-2024-46-2a"]
    assert (refusal["state"], refusal["effective"], refusal["destination"]) == (
        "in_force",
        "2024-12-03",
        "USA",
    )
    assert refusal["strictness"] == "in_principle" and "gallium" in {t["metal_id"] for t in refusal["metals"]}
    pause = next(e for e in refusal["events"] if e["event"] == "suspended")
    assert (pause["date"], pause["until"], pause["by_instrument_id"]) == (
        "2025-11-09",
        "2026-11-27",
        "cn-2025-72",
    )
    assert any("原则上不予许可镓" in text["text"] for text in refusal["legal_texts"])
    assert measures["cn-2023-23"]["state"] == "in_force" and measures["cn-2023-23"]["kind"] == "licence"
    assert measures["cn-2024-46-1"]["destination"] == "USA-MIL"


def test_the_items_have_the_official_wording_and_all_sources_are_there(good: bytes) -> None:
    found = values(good)
    items = {item["item_id"]: item for item in found["items.json"]}
    metal = next(i for i in items.values() if i["control_code"] == "3C001.a")
    assert any("金属镓" in text["text"] and text["official"] == "yes" for text in metal["legal_texts"])
    assert "8112929010" in {code["hs_code"].replace(".", "") for code in metal["hs_codes"]}
    documents = {d["instrument_id"]: d for d in found["documents.json"]}
    assert documents["cn-2024-46"]["number"] == "Announcement 46 of 2024"
    assert any("mofcom.gov.cn" in address["url"] for address in documents["cn-2024-46"]["addresses"])
    assert "cn-2025-72" in documents  # the document behind the later pause
    sources = {source["source_id"] for source in found["sources.json"]}
    named = {
        i for part in ("items.json", "measures.json", "documents.json") for i in every_source(found[part])
    }
    assert named and named <= sources
    assert "entries.json" not in found


def every_source(value: object) -> set[str]:
    if isinstance(value, dict):
        own = set(value.get("source_ids", ()))
        return own.union(*(every_source(inner) for inner in value.values()))
    return set().union(*map(every_source, value)) if isinstance(value, list) else set()


def test_the_manifest_names_edition_command_and_each_part(good: bytes, edition_file: Path) -> None:
    parts = parts_of(good)
    manifest = json.loads(parts["manifest.json"])
    digest = hashlib.sha256(edition_file.read_bytes()).hexdigest()
    assert (
        manifest["edition"]["version"] == "2026.12-test" and manifest["edition"]["database_sha256"] == digest
    )
    assert manifest["question"] == {"metal": "gallium", "on": "2024-12-10", "from": "CHN", "to": "USA"}
    assert manifest["command"] == (
        "minor-metals evidence gallium --on 2024-12-10 --from CHN --to USA -o gallium-evidence-CHN-USA-2024-12-10.zip"
    )
    assert manifest["parts"] == {
        name: {"size": len(part), "sha256": hashlib.sha256(part).hexdigest()}
        for name, part in parts.items()
        if name != "manifest.json"
    }
    readme = parts["README.txt"].decode()
    assert digest in readme and manifest["command"] in readme
    for part in ("does not prove who made the file", "not legal advice", "minor-metals verify FILE"):
        assert part in " ".join(readme.split())


def test_codes_keep_their_lines_with_verdicts_or_reasons(store: Store, qapp: object) -> None:
    found = values(make_file(store, CODES))
    first, control, unreadable, unknown = found["answer.json"]["lines"]
    verdicts = found["answer.json"]["verdicts"]
    assert (first["code"], first["fault"]) == ("8112929010", None)
    metal = verdicts[str(first["verdict"])]
    assert (metal["verdict"], metal["headline"], metal["strictness"]) == (
        *("LISTED", "prohibition"),
        "in_principle",
    )
    military = [rule["measure_id"] for rule in metal["military_users_only"]]
    assert military == ["cn-2024-46-1"] and set(military) <= {m["measure_id"] for m in found["measures.json"]}
    assert verdicts[str(control["verdict"])]["verdict"] == "LISTED"
    assert "“84” has 2 digits" in unreadable["fault"] and "verdict" not in unreadable
    assert verdicts[str(unknown["verdict"])]["verdict"] == "NO REFERENCE CODE ON FILE"
    assert any("free to export" in caution for caution in found["answer.json"]["cautions"])
    assert {m["item_id"] for m in metal["matches"]} <= {item["item_id"] for item in found["items.json"]}
    measures = {m["measure_id"] for m in found["measures.json"]}
    assert {m["measure_id"] for m in metal["matches"]} <= measures
    assert {a["measure_id"] for m in metal["matches"] for a in m["also"]} <= measures


def test_the_item_whose_description_names_a_code_is_there(store: Store, qapp: object) -> None:
    context = Context(date(2026, 11, 28), "CHN", "USA")
    parts = parts_of(make_file(store, Question(context, codes=("8505111000",))))
    found = {name: json.loads(parts[f"{name}.json"]) for name in ("items", "measures", "documents")}
    assert [item["item_id"] for item in found["items"]] == ["cn-2025-18-4-4"]
    measures = {measure["measure_id"] for measure in found["measures"]}
    assert {"cn-2025-18", "cn-sc-792-14", "cn-2025-89", "cn-2024-46-1c"} <= measures
    assert "cn-2025-18" in {document["instrument_id"] for document in found["documents"]}


def test_every_question_on_file_fits_into_a_file(store: Store) -> None:
    """The largest list of codes stays far below the limits of its parts."""
    from explorer.data.evidence.json_text import json_bytes
    from explorer.data.evidence.part_names import most_bytes
    from explorer.data.evidence.question import MOST_CODES
    from explorer.data.evidence.records import records

    codes = sorted({c.hs_code[:6] for item in store.items.values() for c in item.codes})
    longest = (codes * MOST_CODES)[:MOST_CODES]
    for question in (
        Question(GALLIUM.context, codes=tuple(longest)),
        *(Question(Context(GALLIUM.context.as_of, "CHN", "ALL"), metal_id) for metal_id in store.metals),
    ):
        for name, value in records(store, question).items():
            assert len(json_bytes(value)) < most_bytes(name) / 2, (question.metal_id, name)


def test_an_item_named_by_its_description_brings_the_rules_that_apply_to_it(store: Store) -> None:
    context = Context(date(2026, 11, 24), "CHN", "USA")
    found = values(make_file(store, Question(context, codes=("8505111000",))))
    measures = {measure["measure_id"] for measure in found["measures.json"]}
    assert {"cn-2025-18", "cn-2025-89", "cn-2024-46-1c"} <= measures
    (verdict,) = found["answer.json"]["verdicts"].values()
    assert [rule["measure_id"] for rule in verdict["military_users_only"]] == ["cn-2024-46-1c"]

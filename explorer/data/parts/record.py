"""The check of parts lists as plain values and as rows of a CSV file, for the window and the command line."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import asdict

from explorer.data.controls.headline import beyond
from explorer.data.parts.records import LineChange, PartsResult
from explorer.data.parts.texts import reason_lines
from explorer.data.parts.verdicts import words
from explorer.data.store import Store
from explorer.data.user.parts_records import LineVerdict, PartsSummary
from explorer.language import paragraph

CHANGED, AHEAD = "changed", "ahead"
_VERDICT = ("words", *LineVerdict.__struct_fields__)
HEADER = (
    *("record", "list", "name", "from", "to", "since", "until", "line", "code", "part", "day"),
    *(f"before_{name}" for name in _VERDICT),
    *(f"after_{name}" for name in _VERDICT),
    *("because", "edition_before", "edition", "measures", "documents", "reasons", "beyond_verified"),
    "until_beyond_verified",
)


def summary_dict(parts: PartsSummary) -> dict[str, Any]:
    """Return a parts list without its lines as plain values."""
    facts = parts.facts
    return {
        "list": parts.list_id,
        "name": facts.name,
        "from": facts.origin,
        "to": facts.destination,
        "lines": parts.lines,
        "file": facts.file_name,
        "added": parts.added,
        "checked": parts.checked,
        "edition": parts.edition,
    }


def as_dict(store: Store, result: PartsResult) -> dict[str, Any]:
    """Return the check of a list as plain values."""
    return {
        **_head(result),
        "since_last_check": result.is_since_last,
        "edition_before": result.edition_before,
        "edition": result.edition,
        "verified_to": store.edition.verified_to,
        "beyond_verified": bool(beyond(store, result.context.as_of)),
        "lines": len(result.parts.lines),
        "not_an_export": result.refusal or None,
        "unreadable": [{"line": line.number, "code": line.code} for line in result.unreadable],
        CHANGED: [_change_dict(result, change) for change in result.changes],
        AHEAD: [_change_dict(result, change) for change in result.ahead],
    }


def rows(store: Store, results: Iterable[PartsResult]) -> Iterator[tuple[object, ...]]:
    """Yield a row for each changed line, then for each change ahead, list by list; several ids are joined by `;`.

    `beyond_verified` is on the day of the change, `until_beyond_verified` on the as-of date of the check.
    """
    for result in results:
        is_beyond = bool(beyond(store, result.context.as_of))
        for record, changes in ((CHANGED, result.changes), (AHEAD, result.ahead)):
            for change in changes:
                yield (*_cells(record, result, change), is_beyond)


def _cells(record: str, result: PartsResult, change: LineChange) -> Iterator[object]:
    found = _change_dict(result, change)
    before, after = found["before"], found["after"]
    yield record
    yield from _head(result).values()
    yield from (found[name] for name in ("line", "code", "part", "day"))
    yield from (before[name] for name in _VERDICT)
    yield from (after[name] for name in _VERDICT)
    yield ";".join(found["because"])
    yield from (result.edition_before, result.edition)
    yield from (";".join(found["measures"]), ";".join(found["documents"]), paragraph(found["reasons"]))
    yield found["beyond_verified"]


def _head(result: PartsResult) -> dict[str, Any]:
    facts = result.parts.facts
    return {
        "list": result.parts.list_id,
        "name": facts.name,
        "from": facts.origin,
        "to": facts.destination,
        "since": result.since.isoformat(),
        "until": result.context.as_of.isoformat(),
    }


def _change_dict(result: PartsResult, change: LineChange) -> dict[str, Any]:
    steps = change.reason.all_steps
    return {
        "line": change.line.number,
        "code": change.line.code,
        "part": change.line.part or None,
        "day": change.day.isoformat() if change.day is not None else None,
        "before": _verdict_dict(change.before),
        "after": _verdict_dict(change.after),
        "because": list(change.because),
        "measures": list(dict.fromkeys(step.measure.measure_id for step in steps)),
        "documents": list(dict.fromkeys(step.document.instrument_id for step in steps)),
        "reasons": reason_lines(result, change),
        "beyond_verified": change.beyond_verified,
    }


def _verdict_dict(verdict: LineVerdict) -> dict[str, Any]:
    return {"words": words(verdict), **asdict(verdict)}

"""Data editions, and the differences between two of them, as text and as plain values."""

from collections.abc import Iterable
from typing import Any

from explorer.commands.support.context import context_fields
from explorer.commands.support.output import number, plain, section, table, unknown
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.editions.actions import Installed
from explorer.data.editions.candidate import MATCHES, Candidate
from explorer.data.editions.candidate_texts import checksum_text
from explorer.data.editions.current import Opened, older_text
from explorer.data.editions.difference_lines import fact_lines, status_line
from explorer.data.editions.difference_record import EditionChanges
from explorer.data.editions.difference_texts import count_text
from explorer.data.editions.fact_differences import TableChanges
from explorer.data.editions.folder import BUNDLED, Edition, bundled_version, distinct_version
from explorer.data.store import Store
from explorer.language import gettext, paragraph

MOST_ROWS = 50


def installed_text(candidate: Candidate, installed: Installed) -> str:
    """Return what was checked and installed."""
    edition = gettext("Edition {version}, controls checked to {day}")
    if installed.name == BUNDLED:
        done = gettext("This is the edition that came with the program. It is now in use.")
    elif installed.is_new:
        done = gettext("Installed as {name} and now in use.").format(name=installed.name)
    else:
        done = gettext("It was already installed as {name} and is now in use.").format(name=installed.name)
    lines = [
        edition.format(version=candidate.version, day=show(candidate.verified_to)),
        gettext("SHA-256: {digest}").format(digest=candidate.sha256),
        checksum_text(candidate),
        candidate.signature.sentence,
        paragraph((done, older_text(candidate.version, bundled_version()))),
    ]
    if installed.before != installed.name:
        command = f"minor-metals data diff {installed.before} {installed.name}"
        lines.append(gettext("To see what changed: {command}").format(command=command))
    return "\n".join(lines)


def installed_dict(candidate: Candidate, installed: Installed) -> dict[str, Any]:
    """Return what was checked and installed as plain values."""
    return {
        "name": installed.name,
        "data_version": candidate.version,
        "verified_to": candidate.verified_to,
        "sha256": candidate.sha256,
        "checksum_file": candidate.checksum == MATCHES,
        "signature": candidate.signature.result,
        "signature_sentence": candidate.signature.sentence,
        "new": installed.is_new,
        "before": installed.before,
        "older": older_text(candidate.version, bundled_version()),
    }


def list_text(found: Iterable[Edition], opened: Opened) -> str:
    """Return the editions as a table, with a remark on an older one in use."""
    header = (
        *(gettext("Edition"), gettext("Name"), gettext("Controls checked to"), gettext("Installed")),
        *(gettext("State"), gettext("SHA-256")),
    )
    rows = [
        (
            *(edition.version or unknown(), edition.name, show(edition.verified_to) or unknown()),
            show(edition.installed) if edition.installed else gettext("came with the program"),
            _state(edition, opened.name),
            edition.sha256 or unknown(),
        )
        for edition in found
    ]
    remarks = paragraph(filter(None, (opened.replaced, opened.older)))
    return "\n\n".join(filter(None, (table(header, rows), remarks)))


def _state(edition: Edition, in_use: str) -> str:
    if edition.fault:
        return gettext("damaged")
    return gettext("in use") if edition.name == in_use else ""


def edition_dict(edition: Edition, in_use: str) -> dict[str, Any]:
    """Return an edition as plain values."""
    return {
        "name": edition.name,
        "data_version": edition.version,
        "verified_to": edition.verified_to or None,
        "installed": edition.installed.isoformat() if edition.installed else None,
        "sha256": edition.sha256 or None,
        "in_use": edition.name == in_use,
        "fault": edition.fault or None,
        "file": str(edition.path),
    }


def used_text(edition: Edition) -> str:
    """Return the sentences on the edition that is now in use."""
    text = gettext("Edition {version} is now in use; controls checked to {day}.")
    version = distinct_version(edition.path, edition.version)
    used = text.format(version=version, day=show(edition.verified_to))
    older = "" if edition.is_bundled else older_text(version, bundled_version())
    return paragraph((used, older))


def removed_text(edition: Edition) -> str:
    """Return the sentence on an edition that was removed."""
    return gettext("Removed edition {name}.").format(name=edition.name)


def changes_text(old: Store, new: Store, found: EditionChanges, context: Context, *, all_places: bool) -> str:
    """Return the differences as sentences and tables."""
    parts = [count_text(found)]
    text = gettext("As of {date}, all origins and destinations.")
    if not all_places:
        text = gettext("As of {date}, exports from {origin} to {destination}.")
    asked = text.format(**context_fields(new, context))
    parts.append(paragraph((asked, beyond(new, context.as_of))))
    if found.statuses:
        parts.append(section(gettext("Statuses that differ"), _statuses(old, new, found)))
    parts += [section(_heading(of), _facts(old, new, of)) for of in found.facts]
    return "\n\n".join(parts)


def _statuses(old: Store, new: Store, found: EditionChanges) -> str:
    header = (
        *(gettext("Metal"), gettext("Exports from"), gettext("Exports to")),
        *(gettext("Old edition"), gettext("New edition")),
    )
    lines = (status_line(old, new, change) for change in found.statuses)
    return table(header, [(line.metal, line.origin, line.destination, line.old, line.new) for line in lines])


def _heading(of: TableChanges) -> str:
    return gettext("{title} ({table})").format(title=of.title, table=of.table.name)


def _facts(old: Store, new: Store, of: TableChanges) -> str:
    """Return the first facts of a table; a revised fact has a line for each value."""
    header = (
        *(gettext("Change"), gettext("Fact"), gettext("Field")),
        *(gettext("Old value"), gettext("New value"), gettext("Sources")),
    )
    first = TableChanges(of.table, of.rows[:MOST_ROWS])
    rows = [
        (line.kind, line.fact, line.field, plain(line.old), plain(line.new), "; ".join(line.source_ids))
        for line in fact_lines(old, new, first)
    ]
    if len(of.rows) <= MOST_ROWS:
        return table(header, rows)
    text = gettext("First {shown} of {count} rows; --csv or --json prints all of them.")
    return f"{table(header, rows)}\n{text.format(shown=number(MOST_ROWS), count=number(len(of.rows)))}"

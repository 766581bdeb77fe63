"""The result of the check of an evidence file in sentences, and as plain values."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from explorer.data.dates import show
from explorer.data.entries.entry_record import entry_dicts
from explorer.data.evidence.differences import Difference
from explorer.data.evidence.manifest import Manifest, PdfMaker, manifest_record
from explorer.data.evidence.texts import proves_nothing_about_maker
from explorer.data.evidence.verification import (
    DAMAGED,
    DIFFERENT,
    NOT_INSTALLED,
    PDF_NOT_COMPARED,
    SAME,
    Verification,
)
from explorer.data.hints import hint
from explorer.language import gettext, ngettext, paragraph

MOST_SENTENCES = 10


def result_sentence(found: Verification, path: Path) -> str:
    """Return the result in one or two sentences."""
    if found.manifest is None:
        text = gettext("{file} is not a complete evidence file. {damage}")
        return text.format(file=path.name, damage=found.damage)
    text = {
        SAME: gettext("{file} is complete, and edition {version} gives the same answer."),
        PDF_NOT_COMPARED: gettext(
            "{file} is complete, and edition {version} gives the same answer, but answer.pdf could not be compared."
        ),
        DIFFERENT: gettext("{file} is not what edition {version} gives. Do not rely on it."),
        NOT_INSTALLED: gettext(
            "The parts of {file} match its manifest, but edition {version} is not installed, so the answer was not "
            "checked."
        ),
    }[found.outcome]
    return text.format(file=path.name, version=found.manifest.edition.version)


def detail_sentences(found: Verification) -> Iterator[str]:
    """Yield what else a reader needs to know, each in a paragraph."""
    if found.manifest is None:
        return
    manifest = found.manifest
    for difference in found.differences[:MOST_SENTENCES]:
        yield difference_sentence(difference)
    more = len(found.differences) - MOST_SENTENCES
    if more > 0:
        yield ngettext("{count} more value differs.", "{count} more values differ.", more).format(count=more)
    for unusable in found.unusable:
        yield gettext("An entry in the file cannot be used. {reason}").format(reason=unusable.reason)
    if found.outcome == NOT_INSTALLED:
        text = hint(
            window=gettext(
                "SHA-256 of the database: {digest}. To check the answer, get this edition and choose “Install data "
                "edition…”."
            ),
            command=gettext(
                "SHA-256 of the database: {digest}. To check the answer, get this edition and install it with "
                "`minor-metals data install FILE`."
            ),
        )
        yield text.format(digest=manifest.edition.database_sha256)
    if found.outcome == PDF_NOT_COMPARED and found.maker is not None:
        yield paragraph(
            (
                gettext("The file says that its PDF was made by {maker}.").format(
                    maker=made_by(manifest.maker)
                ),
                gettext("This is {maker}.").format(maker=made_by(found.maker)),
                gettext("Rely on the other parts, or write the evidence file again and read that PDF."),
            )
        )
    if (
        found.outcome == DIFFERENT
        and found.maker is not None
        and manifest.maker.program != found.maker.program
    ):
        text = gettext(
            "The file says that version {version} of the program made it; this is version {own}. Differences in "
            "wording can come from that."
        )
        yield text.format(version=manifest.maker.program, own=found.maker.program)
    if not found.is_same_file:
        yield gettext(
            "The very database that the file names is not here. One with the same version and the same facts was used, "
            "which another version of SQLite built."
        )
    yield from _entries(found)


def context_sentences(found: Verification) -> Iterator[str]:
    """Yield what the file is about: the question, the program and the edition; nothing for a damaged file."""
    if found.manifest is None:
        return
    manifest, edition = found.manifest, found.manifest.edition
    yield found.question or _question(manifest)
    text = gettext("Made by {maker}, as the file says.")
    yield text.format(maker=made_by(manifest.maker))
    text = gettext("Edition {version}, controls checked to {day}, SHA-256 {digest}.")
    yield text.format(version=edition.version, day=show(edition.verified_to), digest=edition.database_sha256)


def _question(manifest: Manifest) -> str:
    """Return the question with the ids in the file, where no edition is there that has the names."""
    question = manifest.question
    text = gettext("Question: metal {metal}, from {origin} to {destination}, {day}.")
    if question.codes:
        text = ngettext(
            "Question: {count} code, from {origin} to {destination}, {day}.",
            "Question: {count} codes, from {origin} to {destination}, {day}.",
            len(question.codes),
        )
    return text.format(
        metal=question.metal_id,
        count=len(question.codes),
        origin=question.context.origin,
        destination=question.context.destination,
        day=show(question.context.as_of),
    )


def difference_sentence(difference: Difference) -> str:
    """Return a difference in a sentence."""
    if difference.sentence:
        return difference.sentence
    text = gettext("{part}, {field}: {in_file} in the file, {by_edition} by the edition.")
    if not difference.field:
        text = gettext("{part}: {in_file} in the file, {by_edition} by the edition.")
    nothing = gettext("nothing")
    return text.format(
        part=difference.part,
        field=difference.field,
        in_file=difference.in_file or nothing,
        by_edition=difference.by_edition or nothing,
    )


def as_dict(found: Verification, path: Path) -> dict[str, Any]:
    """Return the result as plain values."""
    manifest = manifest_record(found.manifest) if found.manifest is not None else None
    return {
        "file": str(path),
        "outcome": found.outcome,
        "result": result_sentence(found, path),
        "damage": found.damage or None,
        "differences": [asdict(difference) for difference in found.differences],
        "same_database": found.is_same_file if found.outcome not in (DAMAGED, NOT_INSTALLED) else None,
        "details": list(detail_sentences(found)),
        "entries_of_the_user": entry_dicts(found.entries),
        "manifest": manifest,
        "not_proved": proves_nothing_about_maker(),
    }


def made_by(maker: PdfMaker) -> str:
    """Return what made a file, as it is named in a sentence."""
    text = gettext("version {program} with Qt {qt} on {system}")
    return text.format(program=maker.program, qt=maker.qt, system=maker.system)


def _entries(found: Verification) -> Iterator[str]:
    count = len(found.entries)
    if count:
        text = ngettext(
            "The answer also rests on {count} entry of a user, which is in the file and not in the edition; nobody has "
            "checked it: {titles}.",
            "The answer also rests on {count} entries of a user, which are in the file and not in the edition; nobody "
            "has checked them: {titles}.",
            count,
        )
        titles = "; ".join(
            gettext("“{title}”, {address}").format(title=e.notice.title, address=e.notice.address)
            for e in found.entries
        )
        yield text.format(count=count, titles=titles)

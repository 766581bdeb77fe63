"""Whether an evidence file is complete, and whether the edition that it names gives the same answer."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.entries.applied import Unusable
from explorer.data.entries.apply import with_entries
from explorer.data.evidence.archive_reader import read_archive
from explorer.data.evidence.content import DrawPdf, Evidence, parts_of
from explorer.data.evidence.differences import Difference, part_differences
from explorer.data.evidence.editions import NamedEdition, edition_name, open_named
from explorer.data.evidence.entries import read_entries, with_concerned_entries
from explorer.data.evidence.errors import DamagedError
from explorer.data.evidence.manifest import (
    Manifest,
    PdfMaker,
    manifest_bytes,
    manifest_of,
    read_manifest,
)
from explorer.data.evidence.part_names import ENTRIES, MANIFEST, MOST_FILE_BYTES, PDF
from explorer.data.evidence.question import check_question
from explorer.data.evidence.texts import question_text
from explorer.data.storage.limited_file import read_limited
from explorer.data.user.entry_records import Entry
from explorer.errors import KnownError
from explorer.language import gettext

SAME, PDF_NOT_COMPARED, DIFFERENT, NOT_INSTALLED, DAMAGED = (
    *("same", "pdf not compared", "different"),
    *("edition not installed", "damaged"),
)


class Verification(Struct, frozen=True):
    """What is known about a file after the check; `manifest` is None and `damage` a sentence where it is damaged.

    `is_same_file` is whether the very database was used, and not another one with the same facts. `entries` are those
    of the user in the file, `unusable` those of them that do not fit the edition. `maker` is what this program draws
    PDFs with. `question` is that of the file in words, empty where no edition is there that has the names.
    """

    outcome: str
    manifest: Manifest | None = None
    damage: str = ""
    is_same_file: bool = True
    differences: tuple[Difference, ...] = ()
    entries: tuple[Entry, ...] = ()
    unusable: tuple[Unusable, ...] = ()
    maker: PdfMaker | None = None
    question: str = ""


class Drawing(Struct, frozen=True):
    """How this program draws PDFs: the function, and what decides the bytes beside the content."""

    draw: DrawPdf
    maker: PdfMaker


def verify(path: Path, load_drawing: Callable[[], Drawing], data: Path | None = None) -> Verification:
    """Check a file; raise KnownError where it can't be read at all, or has a later format.

    `data` is a database to look at before the installed editions. The drawing is loaded only where it is needed.
    """
    content = read_limited(path, MOST_FILE_BYTES)
    try:
        parts = read_archive(content)
        manifest = _complete(parts)
        entries = read_entries(parts[ENTRIES]) if ENTRIES in parts else ()
    except DamagedError as error:
        return Verification(DAMAGED, damage=str(error))
    found = open_named(manifest.edition, data)
    if found is None:
        return Verification(NOT_INSTALLED, manifest, entries=entries)
    with found.store:
        return _compared(parts, manifest, entries, found, load_drawing())


def _complete(parts: Mapping[str, bytes]) -> Manifest:
    """Return the manifest of complete parts; raise DamagedError where one is not as the manifest says."""
    manifest = read_manifest(parts[MANIFEST])
    others = without_manifest(parts)
    for name, (size, digest) in manifest.parts.items():
        if name not in others:
            text = gettext("The part {name}, which the manifest lists, is missing.")
            raise DamagedError(text.format(name=name))
        if (len(others[name]), hashlib.sha256(others[name]).hexdigest()) != (size, digest):
            raise DamagedError(
                gettext("The part {name} is not the one that the manifest lists.").format(name=name)
            )
    for name in others:
        if name not in manifest.parts:
            raise DamagedError(gettext("The manifest does not list the part {name}.").format(name=name))
    return manifest


def without_manifest(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that a manifest lists."""
    return {name: content for name, content in parts.items() if name != MANIFEST}


def _compared(
    parts: Mapping[str, bytes],
    manifest: Manifest,
    entries: tuple[Entry, ...],
    found: NamedEdition,
    drawing: Drawing,
) -> Verification:
    """Make every part again from the edition and compare it."""
    applied = with_entries(found.store.published, entries)
    digest = manifest.edition.database_sha256
    edition = replace(edition_name(found.store), database_sha256=digest)
    question = ""
    try:
        check_question(applied, manifest.question)
        question = question_text(applied, manifest.question)
        store = with_concerned_entries(applied, manifest.question)
        again = parts_of(Evidence(store, manifest.question, edition), drawing.draw)
    except KnownError as error:
        differences, outcome = [Difference(MANIFEST, sentence=str(error))], DIFFERENT
    else:
        made = manifest_of(
            manifest.question, edition, manifest.maker, len(store.entries.used), without_manifest(parts)
        )
        again[MANIFEST] = manifest_bytes(made)
        differences = [
            difference
            for name in sorted({*parts, *again})
            if name != PDF
            for difference in part_differences(name, parts.get(name), again.get(name))
        ]
        of_pdf = part_differences(PDF, parts[PDF], again[PDF])
        differences += of_pdf if manifest.maker == drawing.maker else []
        outcome = DIFFERENT if differences else PDF_NOT_COMPARED if of_pdf else SAME
    return Verification(
        outcome,
        manifest,
        is_same_file=found.is_same_file,
        differences=tuple(differences),
        entries=entries,
        unusable=applied.entries.unusable,
        maker=drawing.maker,
        question=question,
    )

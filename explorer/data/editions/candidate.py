"""A data file that is to be installed: copied first, so that what is checked is what is installed."""

import hashlib
import os
from pathlib import Path
from typing import IO

from msgspec import Struct

from explorer import paths
from explorer.data.editions.choice import make_folder
from explorer.data.editions.folder import edition_name, edition_path, is_changed
from explorer.data.editions.signature import SignatureCheck, check_signature
from explorer.data.progress import Report, no_report
from explorer.data.storage.checksum import checksum_file, expected, sha256
from explorer.data.storage.connection import data_file_error, not_opened, unreadable
from explorer.data.storage.file_check import MOST_FILE_BYTES
from explorer.data.store import Store
from explorer.files import PartFile, sentence_of_errors
from explorer.language import gettext

PIECE = 1 << 20
_COPIED, _CHECKED = 0.2, 0.9  # of the progress
MATCHES, NO_FILE = "matches", "no checksum file"


class Candidate(Struct, frozen=True):
    """A data file that was copied into the folder of editions and found good; `discard` removes the copy.

    `checksum` is MATCHES or NO_FILE: a file that does not match its checksum file is refused.
    """

    source: Path
    part: PartFile
    version: str
    verified_to: str
    sha256: str
    checksum: str
    signature: SignatureCheck

    @property
    def name(self) -> str:
        """The name that the edition will have."""
        return edition_name(self.version, self.sha256)

    @property
    def is_bundled(self) -> bool:
        """Whether the file is the one that came with the program."""
        return self.sha256 == bundled_sha256()

    @property
    def is_installed(self) -> bool:
        """Whether the same file is installed already."""
        path = edition_path(self.name)
        return path.is_file() and expected(path) == self.sha256 and not is_changed(path)

    def discard(self) -> None:
        """Remove the copy, unless it was installed."""
        self.part.discard()


def bundled_sha256() -> str:
    """Return the checksum of the edition that comes with the program, empty where there is none."""
    try:
        return expected(paths.data_file()) or sha256(paths.data_file())
    except OSError:
        return ""


def examine(source: Path, report: Report = no_report) -> Candidate:
    """Copy a data file and check the copy; raise DataFileError where it is not a good one.

    `report` gets the part done and may raise an exception to stop; the copy is then removed.
    """
    fault = unreadable(source)
    if fault:
        raise data_file_error(source, fault)
    make_folder()
    with sentence_of_errors(paths.editions_folder()):
        part = PartFile(paths.editions_folder() / "edition.db")
        try:
            return _examined(source, part, report)
        except BaseException:
            part.discard()
            raise


def _examined(source: Path, part: PartFile, report: Report) -> Candidate:
    # Imported here: it reaches every kind of answer, and the window lists editions when it opens.
    from explorer.data.editions.trial import try_out

    digest, blake2b = _copy(source, part, report)
    checksum = _compare(source, digest)
    signature = check_signature(source, part.path, blake2b)

    def report_check(done: float) -> None:
        report(_COPIED + done * (_CHECKED - _COPIED))

    with Store.open_part(part.path, source, report_check) as store:
        try_out(store, source)
        edition = store.edition
    report(1.0)
    return Candidate(source, part, edition.data_version, edition.verified_to, digest, checksum, signature)


def _copy(source: Path, part: PartFile, report: Report) -> tuple[str, bytes]:
    """Copy a file; return the SHA-256 and the BLAKE2b digest of what was copied."""
    digest, blake2b, copied = hashlib.sha256(), hashlib.blake2b(), 0
    with source.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        while piece := _read(source, file):
            copied += len(piece)
            if max(copied, size) > MOST_FILE_BYTES:
                text = gettext("The file {path} is larger than {most} MB.")
                sentence = text.format(path=source, most=MOST_FILE_BYTES // 1_000_000)
                raise data_file_error(source, sentence)
            digest.update(piece)
            blake2b.update(piece)
            part.file.write(piece)
            report(_COPIED * min(copied / size, 1) if size else 0)
    part.sync()
    return digest.hexdigest(), blake2b.digest()


def _read(source: Path, file: IO[bytes]) -> bytes:
    try:
        return file.read(PIECE)
    except OSError as error:
        raise data_file_error(source, not_opened(source, error.strerror or error)) from error


def _compare(source: Path, digest: str) -> str:
    """Compare a checksum with that of the checksum file beside a data file; raise DataFileError where they differ."""
    file = checksum_file(source)
    if not file.exists():
        return NO_FILE
    if expected(source).lower() != digest:
        text = gettext("The data file {path} does not match its checksum file {file}.")
        raise data_file_error(source, text.format(path=source, file=file.name))
    return MATCHES

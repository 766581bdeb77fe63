"""A file or text that is opened, pasted or dropped."""

from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QMimeData


class Source(Struct, frozen=True):
    """What is read: a file, or text; `more_files` counts files given with it, which are not read."""

    path: Path | None = None
    text: str = ""
    more_files: int = 0

    @property
    def file_name(self) -> str | None:
        """The name of the file, None for text."""
        return self.path.name if self.path is not None else None


def source_of(data: QMimeData | None) -> Source | None:
    """Return the file or the text of what is pasted or dropped, None where it is neither."""
    if data is None:
        return None
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    if paths:
        return Source(Path(paths[0]), more_files=len(paths) - 1)
    text = data.text() if data.hasText() else ""
    return Source(text=text) if text.strip() else None

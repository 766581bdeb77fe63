"""PDF documents from Qt's writer, changed so that the same content gives the same bytes, with full metadata.

QPdfWriter (as of Qt 6.11) writes the current time and a random document id, numbers fonts in random order, has no
subject, keywords or creation date to set, and maps a copied space to a tab.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QHashSeed, QIODevice, QMarginsF, QRectF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from explorer.charts.output.font_order import with_fonts_in_order
from explorer.charts.output.pdf_objects import read_objects, written
from explorer.charts.plot.page_painter import PagePainter
from explorer.charts.plot.painting import painting

RESOLUTION = 1200
_NAMESPACE = QUuid("{6f1d6c1e-3f0b-5a64-9d0c-1a2a7c9d7b11}")
_INFO_DATE = re.compile(rb"\(D:\d{14}[^)]*\)")
_XMP_DATE = re.compile(rb"(<?xmp:\w+Date=\")\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[+\-Z][\d:]*)?")
_XMP_LENGTH = re.compile(rb"/Length \d+")
_XMP = (b"\nstream\n", b"\nendstream\n")
_TO_UNICODE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)


class Info(Struct, frozen=True):
    """The metadata of a document; `day` is given as the day of its creation."""

    title: str
    author: str
    subject: str
    keywords: str
    creator: str
    day: date


class DocumentWriter:
    """Writes a document page by page; one that is not finished must be closed."""

    def __init__(self, millimetres: tuple[float, float], info: Info) -> None:
        self._info = info
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._open = ExitStack()
        with _fixed_seed():
            self._writer = _writer(self._buffer, millimetres, info)
            self._painter = self._open.enter_context(painting(PagePainter(self._writer)))
        self._pages = 0

    def add_page(self, draw: Callable[[PagePainter, QRectF], None]) -> None:
        """Add a page; `draw` receives a painter and the page in the painter's units."""
        with _fixed_seed():
            if self._pages:
                self._writer.newPage()
            self._pages += 1
            self._painter.save()
            draw(self._painter, QRectF(0, 0, self._writer.width(), self._writer.height()))
            self._painter.restore()

    def finish(self) -> bytes:
        """Return the document."""
        with _fixed_seed():
            self.close()
            return _finished(bytes(self._buffer.data().data()), self._info)

    def close(self) -> None:
        """End the painting."""
        self._open.close()


def document(
    draw: Callable[[PagePainter, QRectF], None], millimetres: tuple[float, float], info: Info
) -> bytes:
    """Return a document of one page of a size; `draw` receives a painter and the page in the painter's units."""
    writer = DocumentWriter(millimetres, info)
    try:
        writer.add_page(draw)
        return writer.finish()
    finally:
        writer.close()


@contextmanager
def _fixed_seed() -> Iterator[None]:
    """Let Qt's hash tables have one order: the writer numbers fonts in it, which must be the same in each run."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _writer(buffer: QBuffer, millimetres: tuple[float, float], info: Info) -> QPdfWriter:
    """Return Qt's writer of a document."""
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    page = QPageSize(
        QSizeF(*millimetres), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(info.title)
    writer.setAuthor(info.author)
    writer.setCreator(info.creator)
    identity = "\n".join((info.title, info.subject, info.keywords)).encode()
    writer.setDocumentId(QUuid.createUuidV5(_NAMESPACE, identity))
    return writer


def _finished(data: bytes, info: Info) -> bytes:
    """Return a document with fixed dates, fonts in order, spaces replaced, and metadata appended as an update."""
    read = read_objects(data)
    objects = with_fonts_in_order([replace(o, content=_dated(o.content, info.day)) for o in read.objects])
    data = written(read.head, objects, read.table)
    data = _TO_UNICODE.sub(lambda m: m[0].replace(b"<0009>", b"<0020>"), data)
    return data + _update(data, info)


def _dated(content: bytes, day: date) -> bytes:
    """Return an object with the day in place of the time of writing, whose length depends on the time zone."""
    head, start, stream = content.partition(_XMP[0])
    head = _INFO_DATE.sub(f"(D:{day:%Y%m%d}000000Z)".encode(), head)
    if b"/Subtype /XML" not in head:
        return head + start + stream
    stream = _XMP_DATE.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode(), stream)
    head = _XMP_LENGTH.sub(b"/Length %d" % stream.rindex(_XMP[1]), head)
    return head + start + stream


def _update(data: bytes, info: Info) -> bytes:
    """Return a second information dictionary and the cross-reference table that puts it in force."""
    trailer = data[data.rindex(b"trailer") :]
    number = _number(rb"/Info (\d+) 0 R", trailer)
    entries = (
        ("Title", info.title),
        ("Author", info.author),
        ("Subject", info.subject),
        ("Keywords", info.keywords),
        ("Creator", info.creator),
    )
    fields = b"\n".join(b"/%s %s" % (name.encode(), _text(text)) for name, text in entries)
    stamp = f"(D:{info.day:%Y%m%d}000000Z)".encode()
    body = b"%d 0 obj\n<<\n%s\n/Producer (Qt)\n/CreationDate %s\n/ModDate %s\n>>\nendobj\n" % (
        number,
        fields,
        stamp,
        stamp,
    )
    start = len(data) + 1
    ids = trailer[trailer.index(b"/ID") : trailer.index(b"]") + 1]
    table = (
        b"xref\n%d 1\n%010d 00000 n \ntrailer\n<<\n/Size %d\n/Info %d 0 R\n/Root %d 0 R\n%s\n/Prev %d\n>>\n"
        % (
            number,
            start,
            _number(rb"/Size (\d+)", trailer),
            number,
            _number(rb"/Root (\d+) 0 R", trailer),
            ids,
            _number(rb"startxref\s+(\d+)", trailer),
        )
    )
    return b"\n" + body + table + b"startxref\n%d\n%%%%EOF\n" % (start + len(body))


def _number(pattern: bytes, where: bytes) -> int:
    match = re.search(pattern, where)
    if match is None:
        raise ValueError(f"Qt's PDF has no {pattern!r}")
    return int(match[1])


def _text(text: str) -> bytes:
    """Return a text as a hexadecimal UTF-16 string with its byte order mark, which needs no escapes."""
    return b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">"

"""PDF files: neither the place of the fonts nor the time zone changes their bytes."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest

from explorer import paths
from explorer.charts.output.font_order import with_fonts_in_order
from explorer.charts.output.pdf_objects import read_objects
from tests.imports import ROOT

DICTIONARY = re.compile(rb"(\d+) 0 obj\n<< /Type /Font\n/Subtype /Type0")
# Writes a page with three fonts, whose files are in the folder of the first argument.
WRITER = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from explorer import paths
resources = Path(sys.argv[1])
paths.resources = lambda: resources
app = QApplication([])
from explorer.charts.output import pdf
from explorer.charts.plot import fonts, typeset
fonts.load()
def draw(painter, area):
    for number, (text, bold) in enumerate((("gallium", True), ("gallium", False), ("\\u9553", False)), start=1):
        painter.setFont(typeset.face(40, bold=bold).font)
        painter.drawText(QPointF(500, 1000 * number), text)
info = pdf.Info("title", "author", "subject", "keywords", "creator", date(2026, 11, 24))
sys.stdout.buffer.write(pdf.document(draw, (100.0, 100.0), info))
"""


def written(resources: Path) -> bytes:
    command = [sys.executable, "-c", WRITER, str(resources)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout


def test_the_folder_of_the_fonts_does_not_matter(tmp_path: Path) -> None:
    found = set()
    for name in ("a", "b/longer name", "c"):
        folder = tmp_path / name
        folder.parent.mkdir(exist_ok=True)
        folder.symlink_to(paths.resources())
        found.add(written(folder))
    (document,) = found
    used = [int(number) for number in DICTIONARY.findall(document)]
    assert len(used) == 3 and used == sorted(used)
    (page,) = pypdf.PdfReader(io.BytesIO(document), strict=True).pages
    assert page.extract_text().split() == ["gallium", "gallium", "镓"]
    objects = read_objects(document[: document.index(b"%%EOF")]).objects
    assert with_fonts_in_order(objects) == list(objects)


def test_the_time_zone_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt writes the time with the zone, which has another length in UTC."""
    found = set()
    for zone in ("UTC", "Pacific/Kiritimati", "America/Caracas"):
        monkeypatch.setenv("TZ", zone)
        found.add(written(paths.resources()))
    (document,) = found
    assert document.count(b"(D:20261124000000Z)") == 4 and document.count(b"2026-11-24T00:00:00Z") == 3
    start = document.index(b"<?xpacket")
    length = re.search(rb"/Subtype /XML\n/Length (\d+)", document)
    assert length is not None and document[start + int(length[1]) :].startswith(b"\nendstream")

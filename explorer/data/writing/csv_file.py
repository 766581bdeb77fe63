"""A table as CSV: notes, a header line, line feeds, and an empty cell for an unknown value."""

import csv
import io
from collections.abc import Iterable, Sequence

from explorer.data.numbers import THIN


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows under a header as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def csv_notes(sentences: Iterable[str]) -> str:
    """Return the lines above the header of a table, each after `# ` and with plain blanks in its numbers."""
    return "".join(f"# {sentence.replace(THIN, ' ')}\n" for sentence in sentences)

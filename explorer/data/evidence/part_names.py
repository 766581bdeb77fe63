"""The parts of an evidence file by their names, and the limits of their sizes."""

MANIFEST, README, PDF = "manifest.json", "README.txt", "answer.pdf"
ANSWER, ITEMS, MEASURES, DOCUMENTS, SOURCES, ENTRIES = (
    *("answer.json", "items.json", "measures.json"),
    *("documents.json", "sources.json", "entries.json"),
)
RECORDS = (ANSWER, ITEMS, MEASURES, DOCUMENTS, SOURCES, ENTRIES)
# In the order of the file.
NAMES = (MANIFEST, README, ANSWER, PDF, ITEMS, MEASURES, DOCUMENTS, SOURCES, ENTRIES)
OPTIONAL = (ENTRIES,)

MOST_FILE_BYTES, MOST_PART_BYTES = 24_000_000, 4_000_000
_OTHERS = {MANIFEST: 256_000, README: 256_000, PDF: 8_000_000, ENTRIES: 500_000}


def most_bytes(name: str) -> int:
    """Return the largest size of a part in bytes."""
    return _OTHERS.get(name, MOST_PART_BYTES)

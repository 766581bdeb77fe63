"""The table of Chinese texts."""

from ..columns import (
    label,
    must,
    table,
    text,
)

TABLES = (
    table(
        "texts_zh",
        "file,key,column",
        "Chinese texts",
        "The Chinese of English cells. If the English text has changed since its translation, the English is shown.",
        label("file", "The table, or vocabulary for words that repeat."),
        label("key", "Key values of the row, joined by bars."),
        label("column", "The column."),
        label("text", "The Chinese text."),
        must(
            text(
                "english_sha8",
                "First eight hexadecimal digits of the SHA-256 of the English text.",
                r"[0-9a-f]{8}",
            )
        ),
    ),
)

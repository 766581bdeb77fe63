"""Writes the template of all texts: `python resources/i18n/extract.py`.

A catalogue in another language is made from it. CONTRIBUTING.md says how a text is written in the code.
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from db.schema import ALL_TABLES  # noqa: E402

TEMPLATE = Path(__file__).with_name("explorer.pot")
KEYWORDS = {
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def template() -> bytes:
    """Return the template: every text of `explorer` once, in the order of modules, with the modules that use it."""
    catalogue = Catalog(project="Minor Metals Explorer", charset="utf-8", fuzzy=False)
    found = extract_from_dir(
        str(ROOT / "explorer"), [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
    )
    for file, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalogue.add(message, locations=[(f"explorer/{file}", 0)], auto_comments=comments, context=context)
    for text in _described():
        catalogue.add(text, locations=[("db/tables", 0)])
    output = io.BytesIO()
    write_po(output, catalogue, width=110, omit_header=True, include_lineno=False)
    return output.getvalue()


def _described() -> list[str]:
    """Return the titles and descriptions of all tables and columns, which the view of the data shows, once each."""
    texts = [
        text
        for table in ALL_TABLES
        for text in (table.title, table.description, *(column.description for column in table.columns))
    ]
    return list(dict.fromkeys(filter(None, texts)))


def main() -> None:
    """Write the template, or with `--texts` print every text on a line of its own."""
    if "--texts" in sys.argv:
        from babel.messages.pofile import read_po

        for message in read_po(io.BytesIO(template())):
            print(*(message.id if isinstance(message.id, tuple) else (message.id,)), sep=" || ")
        return
    TEMPLATE.write_bytes(template())


if __name__ == "__main__":
    main()

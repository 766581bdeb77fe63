"""The text in an evidence file that explains it to a reader without the program."""

import textwrap

from explorer.data.evidence.command import command
from explorer.data.evidence.manifest import EditionName
from explorer.data.evidence.part_names import (
    ANSWER,
    DOCUMENTS,
    ENTRIES,
    ITEMS,
    MANIFEST,
    MEASURES,
    PDF,
    SOURCES,
)
from explorer.data.evidence.question import Question
from explorer.data.evidence.texts import proves_nothing_about_maker, question_text
from explorer.data.store import Store
from explorer.language import gettext, ngettext

WIDTH = 100


def readme_bytes(store: Store, question: Question, edition: EditionName) -> bytes:
    """Return the explanation; the entries in use are counted."""
    parts = [
        (PDF, gettext("the answer, to read and print")),
        (ANSWER, gettext("the same answer for programs")),
        (
            ITEMS,
            gettext(
                "the control-list items, with the official wording where it is on file, codes and limits"
            ),
        ),
        (
            MEASURES,
            gettext("the measures with their states on the day, their events and their official wording"),
        ),
        (DOCUMENTS, gettext("the documents behind measures and events, with the addresses of their texts")),
        (SOURCES, gettext("the sources of all these records")),
        (MANIFEST, gettext("question, edition, command, and the size and SHA-256 of each part")),
    ]
    entries = len(store.entries.used)
    if entries:
        parts.append((ENTRIES, gettext("the entries of the user that count in the answer")))
    paragraphs = [
        gettext("Evidence file of Minor Metals Explorer"),
        question_text(store, question),
        gettext(
            "This file has an answer of Minor Metals Explorer on export controls, with the records of the data that "
            "the answer rests on:"
        ),
        "\n".join(f"  {name:<16}{text}" for name, text in parts),
        gettext(
            "Data edition {version}, controls checked to {day}. SHA-256 of the database: {digest}"
        ).format(version=edition.version, day=edition.verified_to, digest=edition.database_sha256),
        _entries_sentence(entries),
        gettext("This command writes the same file:"),
        f"  {command(question)}",
        gettext(
            "This command says whether the file is complete, and whether the edition gives the same answer:"
        ),
        "  minor-metals verify FILE",
        proves_nothing_about_maker(),
        gettext(
            "Named parties are not listed in this file. “Nothing on file” does not mean that no control exists."
        ),
        gettext("For reference only; not legal advice. Before you ship, read the official text."),
    ]
    return ("\n\n".join(_wrapped(text) for text in paragraphs if text) + "\n").encode("utf-8")


def _entries_sentence(count: int) -> str:
    if not count:
        return ""
    text = ngettext(
        "The answer also rests on {count} entry that the user added; it is not part of the edition.",
        "The answer also rests on {count} entries that the user added; they are not part of the edition.",
        count,
    )
    return text.format(count=count)


def _wrapped(text: str) -> str:
    """Return a paragraph in lines; lines that are set apart stay as they are."""
    if text.startswith("  "):
        return text
    return "\n".join(line for part in text.split("\n") for line in textwrap.wrap(part, WIDTH))

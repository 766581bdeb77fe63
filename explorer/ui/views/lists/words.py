"""The words in which the check of codes and the check of names differ."""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.progress import Report
from explorer.data.reading.line_list import LineList
from explorer.data.store import Store
from explorer.models.list_kinds import Answer, ListKind

Record = tuple[Sequence[str], Sequence[Sequence[str]]]


class ListWords(Struct, frozen=True):
    """The texts of a view that checks a list, in the language in use, and the functions that read a list.

    `hint` says what becomes of the list, `setting` what it is checked for, `cautions` what the verdicts leave open.
    `record` returns header and rows of a file, `stem` its name without the suffix. `least_found` is the width
    of the last column, in pixels, for which other columns shrink.
    """

    kind: ListKind
    title: str
    heading: str
    placeholder: str
    clear: str
    choose_file: str
    nothing_to_paste: str
    table: str
    copy_one: str
    open_one: str
    hint: str
    stem: Callable[[Context], str]
    least_found: int
    read_file: Callable[[Path, str | None, Report], LineList]
    read_text: Callable[[str, Report], LineList]
    setting: Callable[[Store, Context], str]
    cautions: Callable[[Store, Context], list[str]]
    record: Callable[[Store, LineList, Sequence[Answer], Context], Record]

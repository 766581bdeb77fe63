"""The content of a statement on names: each line with its verdict, the reasons, the parties and the cautions."""

import shlex
from collections.abc import Iterator, Sequence

from msgspec import Struct

from explorer.charts.builders.sources import footer
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.finding.code_texts import AnswerText
from explorer.data.numbers import exact
from explorer.data.parties.check import PartyChecker, PartyMatch
from explorer.data.parties.checked_list import GROUPS, CheckedName, group_name
from explorer.data.parties.explanation import PartyText, party_text
from explorer.data.parties.line_texts import answer_text
from explorer.data.parties.texts import cautions, reasons, setting
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.factsheet.facts.line_counts import count_lines
from explorer.language import gettext, paragraph

MOST_LINES = 20_000


class NameLine(Struct, frozen=True):
    """A line of the list: its number, the name as written, the texts of the answer, and the numbers of parties."""

    number: int
    name: str
    text: AnswerText
    parties: tuple[int, ...]
    is_fault: bool


class Reason(Struct, frozen=True):
    """Why a name counts as the same as that of a party on file, or as similar to it."""

    line: int
    name: str
    party: int
    party_name: str
    sentences: tuple[str, ...]


class NamesStatement(Struct, frozen=True):
    """All that a statement shows; `parties` are numbered from 1."""

    setting: str
    about: str
    warning: str
    footer: str
    lines: tuple[NameLine, ...]
    reasons: tuple[Reason, ...]
    parties: tuple[PartyText, ...]
    cautions: tuple[str, ...]
    data_version: str
    context: Context

    @property
    def title(self) -> str:
        """The title of the document."""
        return gettext("Named parties statement, {day}").format(day=show(self.context.as_of))


def make_statement(
    store: Store, checked: Sequence[CheckedName], context: Context, file_name: str = ""
) -> NamesStatement:
    """Return the statement on checked names; raise KnownError where there are too many."""
    if len(checked) > MOST_LINES:
        text = gettext("A statement can have at most {most} lines; the list has {count}. Split the list.")
        raise KnownError(text.format(most=exact(MOST_LINES), count=exact(len(checked))))
    parties: dict[str, tuple[int, PartyText]] = {}
    for verdict in (c.verdict for c in checked if c.verdict is not None):
        for match in verdict.matches:
            if match.party.party_id not in parties:
                text_of = party_text(store, verdict, match, context)
                parties[match.party.party_id] = len(parties) + 1, text_of
    numbers = {party_id: number for party_id, (number, _) in parties.items()}
    has_lists = PartyChecker(store, context).has_lists
    return NamesStatement(
        setting=setting(store, context),
        about=count_lines([c.group for c in checked], GROUPS, group_name, file_name),
        warning=beyond(store, context.as_of),
        footer=paragraph([footer(store, context), gettext("For reference only; not legal advice.")]),
        lines=tuple(_line(store, c, numbers) for c in checked),
        reasons=tuple(reason for c in checked for reason in _reasons(c, numbers)),
        parties=tuple(text for _, text in parties.values()),
        cautions=tuple(cautions(store, context, has_lists=has_lists)),
        data_version=store.edition.data_version,
        context=context,
    )


def stem(context: Context) -> str:
    """Return the name of a statement's file without its suffix: `names-statement-CHN-2026-11-24`."""
    return f"names-statement-{context.origin}-{context.as_of.isoformat()}"


def command(statement: NamesStatement, paper: str) -> str:
    """Return the command line that writes a statement; the names themselves are not in it."""
    context = statement.context
    words = ["minor-metals", "parties", "--file", "FILE", "--on", context.as_of.isoformat()]
    return shlex.join([*words, "--from", context.origin, "--paper", paper, "--pdf", f"{stem(context)}.pdf"])


def _line(store: Store, checked: CheckedName, numbers: dict[str, int]) -> NameLine:
    matches: tuple[PartyMatch, ...] = checked.verdict.decisive if checked.verdict is not None else ()
    found = tuple(sorted({numbers[m.party.party_id] for m in matches}))
    is_fault = checked.verdict is None
    return NameLine(checked.line.number, checked.text, answer_text(store, checked), found, is_fault)


def _reasons(checked: CheckedName, numbers: dict[str, int]) -> Iterator[Reason]:
    if checked.verdict is None:
        return
    for match in checked.verdict.matches:
        number, found = numbers[match.party.party_id], tuple(reasons(checked.verdict.name, match))
        yield Reason(checked.line.number, checked.text, number, match.party.name_en, found)

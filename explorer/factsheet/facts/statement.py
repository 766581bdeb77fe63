"""The content of a code check statement: each line with its verdict, the items, the measures and the cautions."""

import shlex
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from explorer.charts.builders.sources import footer
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.dates import show
from explorer.data.finding.code_check import GROUPS, CheckedLine, group_name
from explorer.data.finding.code_explanation import Explanation, joint_explanation
from explorer.data.finding.code_texts import AnswerText, answer_text
from explorer.data.numbers import exact
from explorer.data.places import not_an_export, setting
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.factsheet.facts.line_counts import count_lines
from explorer.language import gettext, paragraph

MOST_LINES = 20_000


class StatementLine(Struct, frozen=True):
    """A line of the list: its number, the code as written, the texts of the answer, and the numbers of the items."""

    number: int
    code: str
    text: AnswerText
    items: tuple[int, ...]
    is_fault: bool


class Statement(Struct, frozen=True):
    """All that a statement shows; the items of `explanation` are numbered from 1.

    `about` says how many lines of which file have which verdict, `footer` names day, places and edition.
    """

    setting: str
    about: str
    warning: str
    footer: str
    lines: tuple[StatementLine, ...]
    explanation: Explanation
    data_version: str
    context: Context

    @property
    def title(self) -> str:
        """The title of the document."""
        return gettext("Code check statement, {day}").format(day=show(self.context.as_of))


def make_statement(
    store: Store, checked: Sequence[CheckedLine], context: Context, file_name: str = ""
) -> Statement:
    """Return the statement on checked lines; raise KnownError where there are too many, or nothing is exported."""
    refusal = not_an_export(store, context.origin, context.destination)
    if refusal:
        raise KnownError(refusal)
    if len(checked) > MOST_LINES:
        text = gettext("A statement can have at most {most} lines; the list has {count}. Split the list.")
        raise KnownError(text.format(most=exact(MOST_LINES), count=exact(len(checked))))
    verdicts = (line.verdict for line in checked if line.verdict is not None)
    explanation = joint_explanation(store, verdicts, context)
    return Statement(
        setting=setting(store, context),
        about=count_lines([line.group for line in checked], GROUPS, group_name, file_name),
        warning=beyond(store, context.as_of),
        footer=paragraph([footer(store, context), gettext("For reference only; not legal advice.")]),
        lines=tuple(statement_lines(store, checked, explanation)),
        explanation=explanation,
        data_version=store.edition.data_version,
        context=context,
    )


def reference_caution() -> str:
    """Return what no verdict means."""
    return gettext(
        "None of these verdicts means “free to export”: a code is only a reference, and the wording of the items "
        "decides."
    )


def stem(context: Context) -> str:
    """Return the name of a statement's file without its suffix: `codes-statement-CHN-USA-2026-11-24`."""
    return f"codes-statement-{context.origin}-{context.destination}-{context.as_of.isoformat()}"


def command(statement: Statement, paper: str) -> str:
    """Return the command line that writes a statement; the codes themselves are not in it."""
    context = statement.context
    words = ["minor-metals", "check", "--file", "FILE", "--on", context.as_of.isoformat()]
    words += ["--from", context.origin, "--to", context.destination, "--paper", paper]
    return shlex.join([*words, "--pdf", f"{stem(context)}.pdf"])


def statement_lines(
    store: Store, checked: Iterable[CheckedLine], explanation: Explanation
) -> Iterator[StatementLine]:
    """Yield the lines of a statement, with the numbers of their items in its explanation."""
    numbers = {text.item.item_id: number for number, text in enumerate(explanation.items, start=1)}
    texts: dict[tuple[object, ...], AnswerText] = {}
    for line in checked:
        if line.verdict is None:
            yield StatementLine(line.line.number, line.code, answer_text(store, line), (), is_fault=True)
            continue
        key = line.verdict.shared_key
        if key not in texts:
            texts[key] = answer_text(store, line)
        items = sorted({numbers[m.item.item_id] for m in line.verdict.matches})
        yield StatementLine(line.line.number, line.code, texts[key], tuple(items), is_fault=False)

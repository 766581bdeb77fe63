"""A code check statement as pages: head, lines, items with their wording, measures and cautions."""

from collections.abc import Iterator, Sequence
from functools import partial

from explorer.charts.plot import typeset
from explorer.data.finding.code_explanation import ItemText, RuleText
from explorer.data.finding.code_explanation_text import (
    codes_line,
    item_name,
    limits_line,
    rule_line,
    wording_line,
)
from explorer.factsheet.drawing.columns import cells, column_heads
from explorer.factsheet.drawing.document import section
from explorer.factsheet.drawing.flow import Row
from explorer.factsheet.drawing.primitives import Block, stacked
from explorer.factsheet.drawing.statement_blocks import line_block, state_block
from explorer.factsheet.drawing.statement_pages import StatementDocument, numbered
from explorer.factsheet.drawing.style import (
    GRID,
    SMALL,
)
from explorer.factsheet.drawing.text import paragraph
from explorer.factsheet.facts.statement import Statement, StatementLine, command, reference_caution, stem
from explorer.language import gettext, gettext_noop

# The columns of the lines with their shares of the width.
COLUMNS = (
    (gettext_noop("Line"), 0.06),
    (gettext_noop("Code"), 0.16),
    (gettext_noop("Verdict"), 0.16),
    (gettext_noop("Strictest measure"), 0.2),
    (gettext_noop("Item and measure"), 0.42),
)
MOST_LINES = 2  # of the description of an item, which is complete below


def as_document(statement: Statement) -> StatementDocument:
    """Return a statement on codes as a document."""
    return StatementDocument(
        name=gettext("Code check statement"),
        title=statement.title,
        setting=statement.setting,
        about=statement.about,
        caution=reference_caution(),
        warning=statement.warning,
        footer=statement.footer,
        data_version=statement.data_version,
        context=statement.context,
        lines=len(statement.lines),
        stem=stem(statement.context),
        command=partial(command, statement),
        sections=partial(_sections, statement),
    )


def _sections(statement: Statement, width: float) -> Iterator[Row]:
    """Yield the rows of all sections in their order."""
    found = statement.explanation
    yield from section(
        gettext("Lines"), line_rows(statement.lines, width), width, column_heads(COLUMNS, width)
    )
    yield from section(
        gettext("Items"), (item_block(n, i, width) for n, i in enumerate(found.items, 1)), width
    )
    rules = (
        (gettext("Measures of the items"), found.own),
        (gettext("Other measures on the metals"), found.related),
        (gettext("For military users only (not counted in the verdict)"), found.military),
    )
    for title, measures in rules:
        yield from section(title, (rule_block(rule, width) for rule in measures), width)
    face = typeset.face(SMALL)
    for title, texts in (
        (gettext("Later changes on file"), found.changes),
        (gettext("What the verdicts leave open"), found.cautions),
    ):
        yield from section(title, (paragraph(text, face, width) for text in texts), width)


def line_rows(lines: Sequence[StatementLine], width: float) -> Iterator[Block]:
    """Yield the lines of a list with their verdicts."""
    places = cells(COLUMNS, width)
    for line in lines:
        yield line_block(
            line.number, line.code, line.text, line.items, places, is_fault=line.is_fault, most=MOST_LINES
        )


def item_block(number: int, item: ItemText, width: float) -> Block:
    """Return an item with its number, our description, the issuer's wording, its limits and its codes."""
    small = typeset.face(SMALL)
    left = 4 * GRID
    more = filter(None, (wording_line(item), limits_line(item), codes_line(item)))
    texts = stacked(
        [
            paragraph(item_name(item), typeset.face(SMALL, bold=True), width - left, remark=item.description),
            *(paragraph(text, small, width - left) for text in more),
        ]
    )
    return numbered(number, texts)


def rule_block(rule: RuleText, width: float) -> Block:
    """Return a measure with its state, what it applies to, on what a presumed state rests, and its titles."""
    more = (rule.note, rule.title_en, rule.title_zh)
    return state_block(rule.state, rule.tone, rule.name, rule_line(rule), more, width)

"""The result of a stress test as `stress` prints it: metals, sites of companies, projects and assumptions."""

from collections.abc import Sequence

from explorer.commands.support.output import plain, section, table, unknown
from explorer.commands.support.stress_sites import projects_text, sites_text
from explorer.data.store import Store
from explorer.data.supply.buyers import buyer_name, contents_sentence
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.assumptions import assumptions
from explorer.data.supply.stress.losses import Loss
from explorer.data.supply.stress.result_texts import may_reach_text, reached_text
from explorer.data.supply.stress.stress_test import StressRow, StressTest
from explorer.data.terms import output_word
from explorer.language import gettext


def stress_text(store: Store, test: StressTest) -> str:
    """Return the result as sections; figures are marked where they are bounds or unknown."""
    removed = texts.places_text(store, test.removal)
    sections = []
    if test.rows:
        heading = gettext("World output without {removed}").format(removed=removed)
        sections.append(section(heading, _metals(store, test)))
    if test.removal.companies:
        sections.append(section(gettext("Sites of the companies"), sites_text(store, test.sites)))
    if test.rows:
        sections.append(section(gettext("Projects by expected start"), projects_text(store, test.pipeline)))
    sections.append(section(gettext("Assumptions"), "\n".join(assumptions(store, test))))
    return plain("\n\n".join(sections))


def _metals(store: Store, test: StressTest) -> str:
    parts = [_loss_table(store, test)] if test.shown else []
    if test.buyer is not None and test.shown and test.removal.countries:
        parts.append(_imports_table(store, test, test.buyer))
    if test.threshold is not None:
        parts.append("\n".join(filter(None, (reached_text(test), may_reach_text(store, test)))))
    bounded = [row for row in test.rows if row.loss is not None and texts.reason_text(store, row)]
    parts.append(_reasons(store, gettext("Unknown, or only a minimum:"), bounded))
    parts.append(_reasons(store, gettext("Not calculated:"), test.not_computed))
    return "\n\n".join(part for part in parts if part)


def _loss_table(store: Store, test: StressTest) -> str:
    header = (
        gettext("ID"),
        gettext("Output"),
        gettext("Lost"),
        gettext("Share lost"),
        gettext("Remains"),
        gettext("Largest before"),
        gettext("Largest after"),
        gettext("HHI before"),
        gettext("HHI after"),
        gettext("Source"),
        gettext("Flags"),
    )
    rows = [_loss_cells(store, row.metal_id, row.loss) for row in test.shown if row.loss is not None]
    return table(header, rows, right=(2, 3, 4, 7, 8))


def _loss_cells(store: Store, metal_id: str, found: Loss) -> tuple[str, ...]:
    output = gettext("{output}, {form}, {year}").format(
        output=output_word(found.table.stage), form=found.table.form, year=found.table.year
    )
    figures = (
        texts.lost_text(found),
        texts.lost_share_text(found),
        texts.remaining_text(found),
        texts.largest_text(store, found.largest_before),
        texts.largest_text(store, found.largest_after),
        texts.hhi_text(found.before),
        texts.hhi_text(found.after),
    )
    cells = (plain(figure) or unknown() for figure in figures)
    return (metal_id, output, *cells, found.table.source, texts.flags_text(found))


def _imports_table(store: Store, test: StressTest, buyer: str) -> str:
    heading = gettext("Imports by {buyer} from {removed}:").format(
        buyer=buyer_name(store, buyer), removed=texts.places_text(store, test.removal)
    )
    rows = []
    for row in test.shown:
        known = row.imports.headings if row.imports is not None else ()
        reason = texts.no_imports_text(store, row, buyer)
        shares = [texts.imports_text(heading) for heading in known if heading.total or not reason]
        rows += [(row.metal_id, plain(text)) for text in (reason, *shares) if text]
    codes = [h.code for row in test.shown if row.imports is not None for h in row.imports.headings if h.total]
    contents = filter(None, (contents_sentence(store, code) for code in codes))
    found = table((gettext("ID"), gettext("Share of imports")), rows)
    return "\n\n".join(filter(None, (heading, found, "\n".join(dict.fromkeys(contents)))))


def _reasons(store: Store, heading: str, rows: Sequence[StressRow]) -> str:
    cells = [(row.metal_id, texts.reason_text(store, row)) for row in rows]
    return "\n\n".join((heading, table((gettext("ID"), gettext("Reason")), cells))) if cells else ""

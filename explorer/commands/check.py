"""`minor-metals check`: customs codes and control codes against the control lists as of a date."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from explorer.commands.support.code_file import run as run_file
from explorer.commands.support.code_statement import write_statement
from explorer.commands.support.command import Command
from explorer.commands.support.context import context_fields, open_store, read_context
from explorer.commands.support.options import add_context, add_output
from explorer.commands.support.output import print_json, table
from explorer.commands.support.statement_file import add_statement
from explorer.commands.support.terminal import warn
from explorer.data.context import Context
from explorer.data.controls.codes import CodeChecker, Match, RelatedMeasure, Verdict
from explorer.data.controls.headline import beyond
from explorer.data.controls.legal_texts import threshold_text, thresholds_by_item
from explorer.data.controls.parties import catch_all_sentence
from explorer.data.finding.code_cause import described_sentences
from explorer.data.finding.code_explanation import joint_explanation
from explorer.data.finding.code_explanation_text import measure_line
from explorer.data.finding.code_record import paused_until, verdict_dict
from explorer.data.finding.code_verdicts import applies, verdict_words
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.words import measure_kind, measure_name, state_words
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop

REMINDER = gettext_noop(
    "A code is only a reference: the wording of the item decides whether the goods are covered."
)
_HEADER = (
    gettext_noop("Code"),
    gettext_noop("Verdict"),
    gettext_noop("Strictest measure"),
    gettext_noop("Control code"),
    gettext_noop("Customs code"),
    gettext_noop("Metal"),
    gettext_noop("Measure"),
    gettext_noop("Status"),
    gettext_noop("Item"),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Add the codes or their file, and the context."""
    parser.add_argument(
        "codes", metavar="CODE", nargs="*", help=gettext("customs code of 6, 8 or 10 digits, or control code")
    )
    parser.add_argument(
        "--file", metavar="FILE", help=gettext("check the codes in a CSV or XLSX file with a header line")
    )
    parser.add_argument("--column", metavar="NAME", help=gettext("name of the column that holds the codes"))
    parser.add_argument("--sheet", metavar="NAME", help=gettext("sheet of the workbook (default: the first)"))
    add_output(parser, "OUT", gettext("output file (default: standard output)"))
    parser.add_argument(
        "--format", choices=("csv", "jsonl", "xlsx"), help=gettext("output format with --file (default: csv)")
    )
    add_statement(parser)
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))
    add_context(parser)


def run(args: Namespace) -> int:
    """Check the codes of the command line, or those of a file."""
    _refuse_combinations(args)
    with open_store(args) as store:
        context = read_context(args, store)
        checker = CodeChecker(store.measures.values(), store.items.values(), context)
        if args.pdf is not None:
            return write_statement(args, store, checker, context)
        if args.file is not None:
            return run_file(args, store, checker, context, beyond(store, context.as_of))
        verdicts, rejected = _check_all(checker, args.codes)
        if args.json:
            is_beyond = bool(beyond(store, context.as_of))
            print_json([{**verdict_dict(store, v, context), "beyond_verified": is_beyond} for v in verdicts])
        elif verdicts:
            print(_text(store, context, verdicts))
    if rejected:
        return 2
    return 0 if any(v.matches for v in verdicts) else 1


def _refuse_combinations(args: Namespace) -> None:
    if args.file is None and not args.codes:
        raise KnownError(gettext("Give one or more codes, or a file with --file."))
    if args.file is not None and args.codes:
        raise KnownError(gettext("Give either codes or a file, not both."))
    if args.pdf is not None and (args.output or args.format):
        raise KnownError(gettext("--pdf writes a statement only; remove --output and --format."))
    if args.pdf is None and args.paper is not None:
        raise KnownError(gettext("--paper applies only with --pdf."))
    if args.pdf is None and args.file is not None and args.json and args.format != "jsonl":
        raise KnownError(gettext("--json does not apply to a file; use --format jsonl."))
    if args.file is None and (args.column or args.sheet or args.output or args.format):
        raise KnownError(gettext("--column, --sheet, --output and --format apply only with --file."))
    if args.file is None and args.pdf is None and args.force:
        raise KnownError(gettext("--force applies only with --file or --pdf."))


def _check_all(checker: CodeChecker, codes: list[str]) -> tuple[list[Verdict], int]:
    """Return the verdicts, and the number of words that are not a code; each of those is reported on stderr."""
    verdicts, rejected = [], 0
    for code in codes:
        try:
            verdicts.append(checker.check(code))
        except KnownError as error:
            warn(error.for_command_line)
            rejected += 1
    return verdicts, rejected


def _text(store: Store, context: Context, verdicts: list[Verdict]) -> str:
    rows = [row for verdict in verdicts for row in _rows(store, context, verdict)]
    heading = gettext("Codes for exports from {origin} to {destination} as of {date}:")
    fields = context_fields(store, context)
    parts = [heading.format(**fields), "", table(tuple(map(gettext, _HEADER)), rows)]
    described = list(dict.fromkeys(sentence for v in verdicts for sentence in described_sentences(store, v)))
    if described:
        parts += ["", *described]
    also = list(dict.fromkeys(line for v in verdicts for line in _also_lines(store, context, v)))
    if also:
        parts += ["", gettext("Other measures on the metals of these items:"), *also]
    military = joint_explanation(store, verdicts, context).military
    if military:
        parts += [
            "",
            gettext("For military users only (not counted in the verdict):"),
            *(f"  {measure_line(rule)}" for rule in military),
        ]
    limits = list(dict.fromkeys(line for v in verdicts for line in _limit_lines(store, v)))
    if limits:
        parts += ["", gettext("Limits (goods outside a limit are not covered by that item):"), *limits]
    parts += ["", gettext(REMINDER)]
    rules = dict.fromkeys(v.catch_all.measure for v in verdicts if v.catch_all is not None)
    parts += [catch_all_sentence(measure) for measure in rules]
    if beyond(store, context.as_of):
        parts.append(beyond(store, context.as_of))
    return "\n".join(parts)


def _rows(store: Store, context: Context, verdict: Verdict) -> Iterator[tuple[str, ...]]:
    headline = applies(verdict)
    if not verdict.matches:
        yield (verdict.normalised, verdict_words(verdict), headline, "", "", "", "", "", "")
    for number, match in enumerate(verdict.matches):
        yield (
            verdict.normalised if number == 0 else "",
            verdict.verdict if number == 0 else "",
            headline if number == 0 else "",
            match.item.control_code or "",
            match.hs_code or "",
            store.metal(match.item.metal_id).name_en,
            f"{measure_name(match.measure)}: {measure_kind(match.measure)}",
            _state(match, context),
            match.item.description,
        )


def _state(match: Match | RelatedMeasure, context: Context) -> str:
    """Return the state as `status` prints it: `paused until 27 Nov 2026`."""
    return state_words(
        match.state, paused_until(match, context), presumed=match.presumed, your_entry=match.your_entry
    )


def _also_lines(store: Store, context: Context, verdict: Verdict) -> Iterator[str]:
    for match in verdict.naming_matches:
        for also in match.related:
            measure = also.measure
            line = gettext("{metal}, to {destination}: {kind}, {state} ({measure})")
            yield "  " + line.format(
                metal=store.metal(match.item.metal_id).name_en,
                destination=place_name(store, measure.destination),
                kind=measure_kind(measure),
                state=_state(also, context),
                measure=measure_name(measure),
            )


def _limit_lines(store: Store, verdict: Verdict) -> Iterator[str]:
    if not verdict.matches:
        return
    limits = thresholds_by_item(store)
    for match in verdict.matches:
        own = limits.get(match.item.item_id, ())
        if own:
            name = match.item.printed_number or match.item.description
            yield f"  {name}: {'; '.join(threshold_text(t) for t in own)}"


COMMAND = Command(
    "check",
    gettext_noop("Check customs codes or control codes against the control lists as of a date."),
    add_arguments,
    run,
)

"""`minor-metals claims`: what the press article says, checked claim by claim against the data."""

from argparse import ArgumentParser, Namespace

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_edition
from explorer.commands.support.output import print_csv, print_json, table
from explorer.commands.support.statement_file import PAPERS, pdf_path
from explorer.commands.support.terminal import one_line, warn
from explorer.data import claim_record
from explorer.data.citation import citation
from explorer.data.claims import CheckedClaim, checked_claim, checked_claims
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.data.terms import VERDICTS, confidence_word, verdict_word
from explorer.errors import KnownError
from explorer.files import refuse_existing, write_file
from explorer.language import gettext, gettext_noop, list_of, pgettext


def add_arguments(parser: ArgumentParser) -> None:
    """Add the claim, the verdict and the format."""
    parser.add_argument("claim", metavar="ID", nargs="?", help=gettext("claim ID"))
    parser.add_argument("--verdict", choices=VERDICTS, help=gettext("only claims with this verdict"))
    parser.add_argument("--csv", action="store_true", help=gettext("print CSV only"))
    parser.add_argument(
        "--pdf", metavar="FILE", help=gettext("write printable pages with reasons and sources")
    )
    parser.add_argument(
        "--paper", choices=PAPERS, default=PAPERS[0], help=gettext("paper size for --pdf (default: a4)")
    )
    parser.add_argument("--force", action="store_true", help=gettext("replace an existing file"))


def run(args: Namespace) -> int:
    """Print the claims, or one with its reasons and sources; return 1 where no claim has the verdict."""
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    if args.pdf is not None and (args.json or args.csv):
        raise KnownError(gettext("--pdf cannot be combined with --json or --csv."))
    if args.claim is not None and args.verdict is not None:
        raise KnownError(gettext("Give a claim or --verdict, not both."))
    with open_edition(args) as store:
        one = args.claim is not None
        claims = (
            (checked_claim(store, args.claim.strip().casefold()),)
            if one
            else checked_claims(store, args.verdict or "")
        )
        if args.pdf is not None and claims:
            _write_pages(args, store, claims)
        elif args.json:
            print_json([claim_record.as_dict(claim) for claim in claims])
        elif args.csv:
            print_csv(claim_record.HEADER, claim_record.rows(claims))
        elif one:
            print(_text(store, claims[0]))
        elif claims:
            print(_table(claims))
    if not claims:
        warn(gettext("No claim has this verdict."))
        return 1
    return 0


def _write_pages(args: Namespace, store: Store, claims: tuple[CheckedClaim, ...]) -> None:
    """Write the claims as a PDF."""
    from explorer.commands.export import start_drawing

    path = pdf_path(args.pdf)
    refuse_existing(path, args.force)
    start_drawing()
    from explorer.factsheet.drawing.document import render
    from explorer.factsheet.drawing.fact_check import document
    from explorer.factsheet.facts.fact_check import make_fact_check

    found = make_fact_check(store, claims, args.verdict or "")
    write_file(path, render(document(found, args.paper), args.paper), force=args.force)
    print(one_line(str(path)))


def _table(claims: tuple[CheckedClaim, ...]) -> str:
    header = (
        *(gettext("ID"), gettext("Verdict"), gettext("Claimed"), gettext("Best figure on file")),
        gettext("Claim"),
    )
    return table(
        header,
        [
            (c.claim.claim_id, verdict_word(c.claim.verdict), c.claimed, c.found, c.claim.claim)
            for c in claims
        ],
    )


def _text(store: Store, checked: CheckedClaim) -> str:
    claim = checked.claim
    fields = (
        (gettext("Verdict"), verdict_word(claim.verdict)),
        (gettext("Claimed"), checked.claimed),
        (gettext("Best figure on file"), checked.found or gettext("none on file")),
        (gettext("As of"), checked.as_of),
        (gettext("Confidence"), confidence_word(claim.confidence)),
        (gettext("Metals"), list_of([short_name(metal) for metal in checked.metals])),
        (gettext("Chart"), claim.chart or ""),
    )
    pair = pgettext("field", "{name}: {value}")
    lines = [pair.format(name=name, value=value) for name, value in fields if value]
    heading = gettext("“{claim}”").format(claim=claim.claim)
    return "\n".join((heading, "", *lines, "", claim.explanation, "", citation(store, claim.source_ids)))


COMMAND = Command(
    "claims",
    gettext_noop("List what the press article says and what the data say about it, or show one claim."),
    add_arguments,
    run,
)

"""`minor-metals claims`: what the press article says, checked claim by claim against the data."""

from argparse import ArgumentParser, Namespace

from explorer.commands.support.command import Command
from explorer.commands.support.context import open_store
from explorer.commands.support.output import print_csv, print_json, table
from explorer.data import claim_record
from explorer.data.citation import citation
from explorer.data.claims import CheckedClaim, checked_claim, checked_claims
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.data.terms import VERDICTS, confidence_word, verdict_word
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop, list_of, pgettext


def add_arguments(parser: ArgumentParser) -> None:
    """Add the claim, the verdict and the format."""
    parser.add_argument("claim", metavar="ID", nargs="?", help=gettext("claim ID"))
    parser.add_argument("--verdict", choices=VERDICTS, help=gettext("only claims with this verdict"))
    parser.add_argument("--csv", action="store_true", help=gettext("print CSV only"))


def run(args: Namespace) -> int:
    """Print the claims, or one with its reasons and sources; return 1 where no claim has the verdict."""
    if args.json and args.csv:
        raise KnownError(gettext("--json and --csv cannot be combined."))
    if args.claim is not None and args.verdict is not None:
        raise KnownError(gettext("Give a claim or --verdict, not both."))
    with open_store(args) as store:
        one = args.claim is not None
        claims = (
            (checked_claim(store, args.claim.strip().casefold()),)
            if one
            else checked_claims(store, args.verdict or "")
        )
        if args.json:
            print_json([claim_record.as_dict(claim) for claim in claims])
        elif args.csv:
            print_csv(claim_record.HEADER, claim_record.rows(claims))
        elif one:
            print(_text(store, claims[0]))
        else:
            print(_table(claims))
    return 0 if claims else 1


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

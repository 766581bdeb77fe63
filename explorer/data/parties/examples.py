"""Examples of lists of names, made from the parties on file."""

from collections.abc import Iterator

from explorer.data.context import Context
from explorer.data.controls.legal_records import Party
from explorer.data.parties.check import ON_LIST, PartyChecker
from explorer.data.parties.names import read_name
from explorer.data.store import Store
from explorer.language import gettext

MOST = 6


def example_list(store: Store, context: Context) -> str:
    """Return names one below another: in English, in Chinese, without legal form, and one that is not on file."""
    lines = []
    for number, party in enumerate(_parties(store, context)):
        if number % 3 == 1 and party.name_zh:
            lines.append(party.name_zh)
        elif number % 3 == 2:
            lines.append(" ".join(read_name(party.name_en).words).title())
        else:
            lines.append(party.name_en)
    return "\n".join([*lines, gettext("Example Trading Ltd")])


def example_table(store: Store, context: Context) -> str:
    """Return a list of partners with a header, as copied from a spreadsheet."""
    rows = [(gettext("Order"), gettext("Company"), gettext("Country"))]
    rows += [
        (f"B-{number}", party.name_en, store.country_name(party.country_id or ""))
        for number, party in enumerate(_parties(store, context), start=100)
    ]
    return "\n".join("\t".join(row) for row in rows)


def _parties(store: Store, context: Context) -> list[Party]:
    """Return parties of different countries, those first that are listed on the day."""
    checker = PartyChecker(store, context)
    by_country: dict[str, list[Party]] = {}
    for party in _in_order(store, checker):
        by_country.setdefault(party.country_id or "", []).append(party)
    found = [
        each for place in range(MOST) for group in by_country.values() for each in group[place : place + 1]
    ]
    return found[:MOST]


def _in_order(store: Store, checker: PartyChecker) -> Iterator[Party]:
    parties = store.rows(Party)
    listed = {p.party_id for p in parties if checker.check(p.name_en).verdict == ON_LIST}
    yield from sorted(parties, key=lambda party: party.party_id not in listed)

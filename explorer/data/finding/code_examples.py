"""Examples of lists of codes, made from the items on file."""

from collections.abc import Iterator

from explorer.data.context import Context
from explorer.data.controls.codes import LISTED
from explorer.data.controls.item_texts import dotted
from explorer.data.finding.code_verdicts import CodeVerdicts
from explorer.data.records import Item
from explorer.data.store import Store
from explorer.language import gettext

MOST = 8


def example_list(store: Store, context: Context) -> str:
    """Return codes one below another as they are written: with dots, in short, and as control codes."""
    examples = list(_examples(store, context))
    lines = [dotted(code) if number % 2 else code for number, (_, code) in enumerate(examples)]
    lines += [code[:6] for _, code in examples[:1]]
    lines += [item.control_codes[0] for item, _ in examples if item.control_codes][:2]
    return "\n".join(lines)


def example_table(store: Store, context: Context) -> str:
    """Return a list of parts with a header, as copied from a spreadsheet."""
    rows = [(gettext("Part"), gettext("Customs code"), gettext("Description"))]
    rows += [
        (f"A-{number}", code, item.description.partition(".")[0])
        for number, (item, code) in enumerate(_examples(store, context), start=100)
    ]
    return "\n".join("\t".join(row) for row in rows)


def _examples(store: Store, context: Context) -> Iterator[tuple[Item, str]]:
    """Yield items of different metals with a code, those first that are listed on the day."""
    checker = CodeVerdicts.of(store).checker(context)
    found: dict[bool, dict[str, tuple[Item, str]]] = {True: {}, False: {}}
    for item in store.items.values():
        for code in item.codes[:1]:
            is_listed = checker.check(code.hs_code).verdict == LISTED
            found[is_listed].setdefault(item.metal_id, (item, code.hs_code))
    yield from [*found[True].values(), *found[False].values()][:MOST]

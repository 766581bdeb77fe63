"""The items of control lists in words: customs codes with their validity, and limits in columns."""

from collections.abc import Iterable
from datetime import date

from explorer.data.controls.codes import has_begun, has_ended
from explorer.data.controls.legal_records import Threshold
from explorer.data.dates import show
from explorer.data.records import Item, ItemCode, Measure
from explorer.language import gettext, ngettext

WHOLE = "all"
_NO_CODE = " (no customs code given)"  # how descriptions of the data end
SIGNS = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "=": "", "range": ""}


def dotted(code: str) -> str:
    """Return a customs code with dots, as in a tariff: `8112.92.9010`."""
    return f"{code[:4]}.{code[4:6]}.{code[6:]}" if len(code) > 6 else code


def code_text(code: ItemCode, measure: Measure, on: date) -> str:
    """Return a customs code, with its day where it is not valid on the as-of date."""
    number = dotted(code.hs_code)
    if has_ended(code, on):
        return gettext("{code} until {day}").format(code=number, day=show(code.valid_to))
    if not has_begun(code, measure, on):
        return gettext("{code} from {day}").format(code=number, day=show(code.valid_from))
    return number


def code_texts(item: Item, measure: Measure, on: date) -> list[str]:
    """Return the customs codes of an item, those that have ended last, or why it has none."""
    if item.codes:
        return [code_text(code, measure, on) for code in sorted(item.codes, key=lambda c: has_ended(c, on))]
    if item.code_basis == "none printed":
        return [gettext("no customs code given")]
    return [gettext("annex not available to us")]


def no_annex(items: Iterable[Item]) -> str:
    """Return for how many items the codes are unknown because their annex was not read, empty without any."""
    count = sum(item.code_basis == "not seen" and not item.codes for item in items)
    if not count:
        return ""
    return ngettext(
        "The codes of {count} item are unknown: its annex is not available to us.",
        "The codes of {count} items are unknown: their annex is not available to us.",
        count,
    ).format(count=count)


def described(item: Item, *, with_codes: bool = False) -> str:
    """Return our description of an item, with a remark where it does not affect the status of the metal.

    `with_codes` is for a description beside the codes, which say themselves that none is given.
    """
    description = item.description.removesuffix(_NO_CODE) if with_codes else item.description
    if not item.is_other_form:
        return description
    return gettext("{description} (special form; does not affect the status)").format(description=description)


def limit_cells(threshold: Threshold) -> tuple[str, str, str, str]:
    """Return quantity, limit, unit and the part of the item that a limit applies to."""
    part = gettext("whole item") if threshold.joint == WHOLE else threshold.joint
    limit = f"{SIGNS[threshold.operator]}{threshold.value}"
    return threshold.quantity, limit, threshold.unit or "", part


def counts(items: int, codes: int) -> tuple[str, str, str]:
    """Return the number of items and of their customs codes in words, and what decides."""
    return (
        ngettext("{count} item", "{count} items", items).format(count=items),
        ngettext("{count} customs code", "{count} customs codes", codes).format(count=codes),
        gettext("codes are for reference; the wording decides"),
    )

"""The answers on applications: the uses of a metal for one, and the metals that are used for one."""

import re
from collections.abc import Iterable, Sequence

from explorer.data.finding.questions.applications import BY_WORD, plain, uses_of
from explorer.data.finding.questions.reading import Reading
from explorer.data.metal_names import plain_name
from explorer.data.numbers import percent, qualified
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.figures import WORLD, is_subtotal
from explorer.data.supply.records import Substitute, Use
from explorer.errors import quoted
from explorer.language import gettext, list_of, paragraph

MOST_USES = 3


def with_applications(store: Store, metal_id: str, reading: Reading, text: str) -> str:
    """Return a text on uses after the uses for what a question names; leave a text on substitutes unchanged."""
    if reading.substitutes:
        return text
    return paragraph((*(_sentence(store, metal_id, word) for word in reading.applications), text))


def _sentence(store: Store, metal_id: str, word: str) -> str:
    found = _uses(store, metal_id, word)
    name = plain_name(store.metal(metal_id))
    if not found:
        text = gettext("No use of {metal} for {application} is on file. Main uses:")
        return text.format(metal=name, application=quoted(word))
    text = gettext("Uses of {metal} on file for {application}: {uses}. Main uses:")
    entries = "; ".join(use_entry(store, use) for use in found[:MOST_USES])
    return text.format(metal=name, application=quoted(word), uses=entries)


def _uses(store: Store, metal_id: str, word: str) -> list[Use]:
    """Return the uses of a metal for an application, newest first, each once."""
    rows = [use for use in store.uses(metal_id) if not is_subtotal(use)]
    found = sorted(uses_of(word, rows), key=lambda use: (-(use.year or 0), -(use.share_pct or 0), use.use))
    return list({use.use: use for use in reversed(found)}.values())[::-1]


def substitutes_in(rows: Sequence[Substitute], reading: Reading) -> list[Substitute]:
    """Return the substitutes for the applications that a question names, or all if none on file is for these."""
    patterns = [BY_WORD[plain(word)].pattern for word in reading.applications]
    named = [row for row in rows if any(re.search(p, row.use, re.IGNORECASE) for p in patterns)]
    return named or list(rows)


def metals_used_in(store: Store, reading: Reading) -> tuple[str, tuple[str, ...]]:
    """Return the metals used for the applications that a question names, in a sentence and by their ids."""
    found = {
        metal: [use for word in reading.applications for use in _uses(store, metal, word)]
        for metal in store.metals
    }
    using = {metal: uses for metal, uses in found.items() if uses}
    words = list_of([quoted(word) for word in reading.applications])
    if not using:
        return gettext("No use for {application} is on file.").format(application=words), ()
    text = gettext("Metals with a use on file for {application}: {metals}.")
    names = "; ".join(_metal_entry(store, metal, uses) for metal, uses in using.items())
    return text.format(application=words, metals=names), tuple(using)


def _metal_entry(store: Store, metal_id: str, uses: Iterable[Use]) -> str:
    first = next(iter(uses))
    entry = gettext("{metal} ({use})")
    return entry.format(metal=plain_name(store.metal(metal_id)), use=first.use)


def use_entry(store: Store, use: Use) -> str:
    """Return a use with its share, region, year and confidence as far as they are on file."""
    region = gettext("world") if use.region == WORLD else place_name(store, use.region) if use.region else ""
    confidence = gettext("low confidence") if use.confidence == "low" else ""
    details = ", ".join(part for part in (region, str(use.year) if use.year else "", confidence) if part)
    share = qualified(percent(use.share_pct), use.qualifier) if use.share_pct is not None else ""
    if share and details:
        return gettext("{use} {share} ({details})").format(use=use.use, share=share, details=details)
    if details:
        return gettext("{use} ({details})").format(use=use.use, details=details)
    return gettext("{use} {share}").format(use=use.use, share=share) if share else use.use

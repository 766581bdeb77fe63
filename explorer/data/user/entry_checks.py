"""What the user states in an entry, checked field by field before it is saved; each fault is one sentence."""

import re
from datetime import date
from urllib.parse import quote, urlsplit

from msgspec.structs import replace

from explorer.data.controls.code_text import normalise
from explorer.data.dates import show
from explorer.data.plain_text import one_line
from explorer.data.user import schema
from explorer.data.user.entry_records import (
    BASES,
    COVERS,
    EVENTS,
    IN_PRINCIPLE,
    KINDS,
    LONGEST_ADDRESS,
    LONGEST_TITLE,
    MOST_PARTS,
    SUSPENDED,
    EventFacts,
    MeasureFacts,
    Notice,
)
from explorer.data.user.records import LONGEST_NAME
from explorer.errors import KnownError
from explorer.language import gettext

_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"


def checked_notice(notice: Notice, today: date) -> Notice:
    """Return a notice with plain texts; raise KnownError where one is missing or not valid."""
    return Notice(checked_title(notice.title), checked_address(notice.address), _read_on(notice.read, today))


def checked_title(title: str) -> str:
    """Return the title of a notice on one line."""
    plain = one_line(title)
    if not plain:
        raise KnownError(gettext("Give the title of the notice."))
    return _not_longer(plain, LONGEST_TITLE, gettext("The title has more than {count} characters."))


def checked_address(address: str) -> str:
    """Return a web address in ASCII; raise KnownError where it is not one of http or https with a host."""
    plain = one_line(address)
    wrong = gettext("Give the address of the notice, beginning with http:// or https://.")
    try:
        parts = urlsplit(plain)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError:
        raise KnownError(wrong) from None
    scheme = parts.scheme.lower()
    if (
        scheme not in ("http", "https")
        or not re.fullmatch(r"[a-z0-9.:-]*[a-z0-9.]", host)
        or "@" in parts.netloc
    ):
        raise KnownError(wrong)
    name = f"[{host}]" if ":" in host else host
    rest = quote(plain.partition("://")[2][len(parts.netloc) :], safe=_IN_ADDRESS)
    found = f"{scheme}://{name}{port}{rest}"
    return _not_longer(found, LONGEST_ADDRESS, gettext("The address has more than {count} characters."))


def checked_event(facts: EventFacts) -> EventFacts:
    """Return an event; raise KnownError where its days contradict each other."""
    is_known = facts.event in EVENTS and facts.basis in BASES
    if not is_known or not re.fullmatch(schema.ID_PATTERN, facts.measure_id, re.ASCII):
        raise ValueError(facts)
    _checked_days(facts.date, facts.until)
    if facts.until is None:
        return facts
    if facts.event != SUSPENDED:
        raise KnownError(gettext("Only a pause has a last day."))
    if facts.until < facts.date:
        text = gettext("The last day of the pause, {until}, is before its first day, {first}.")
        raise KnownError(text.format(until=show(facts.until), first=show(facts.date)))
    return facts


def checked_measure(facts: MeasureFacts) -> MeasureFacts:
    """Return a measure with plain texts; raise KnownError where something is missing or contradicts itself."""
    if facts.kind not in KINDS or facts.covers not in COVERS or facts.strictness not in (None, IN_PRINCIPLE):
        raise ValueError(facts)
    document = one_line(facts.document)
    if not document:
        raise KnownError(gettext("Give the number or name of the document."))
    longest = gettext("The name of the document has more than {count} characters.")
    _not_longer(document, LONGEST_NAME, longest)
    if facts.strictness is not None and facts.kind != "prohibition":
        raise KnownError(gettext("Only a ban can be a refusal in principle."))
    metal_ids = tuple(sorted(set(facts.metal_ids)))
    if not 0 < len(metal_ids) <= MOST_PARTS:
        raise KnownError(gettext("Name at least one metal, and at most {count}.").format(count=MOST_PARTS))
    _checked_period(facts)
    issuer = _not_longer(
        one_line(facts.issuer or ""), LONGEST_NAME, gettext("The issuer has more than {count} characters.")
    )
    scope = _not_longer(
        one_line(facts.scope or ""), LONGEST_TITLE, gettext("The scope has more than {count} characters.")
    )
    return replace(
        facts,
        document=document,
        metal_ids=metal_ids,
        issuer=issuer or None,
        scope=scope or None,
        codes=_checked_codes(facts),
    )


def _checked_period(facts: MeasureFacts) -> None:
    _checked_days(facts.announced, facts.effective, facts.expires)
    if facts.announced is None and facts.effective is None:
        raise KnownError(gettext("Give the day on which the measure takes effect or was announced."))
    first = facts.effective or facts.announced or ""
    if facts.expires is not None and facts.expires < first:
        text = gettext("The last day in force, {last}, is before the first one, {first}.")
        raise KnownError(text.format(last=show(facts.expires), first=show(first)))


def _checked_codes(facts: MeasureFacts) -> tuple[str, ...]:
    codes = tuple(sorted({normalise(code) for code in facts.codes}))
    if len(codes) > MOST_PARTS:
        raise KnownError(gettext("An entry can have at most {count} codes.").format(count=MOST_PARTS))
    if codes and len(set(facts.metal_ids)) != 1:
        raise KnownError(gettext("Codes belong to one metal: add an entry for each metal that has codes."))
    return codes


def _checked_days(*days: str | None) -> None:
    for day in days:
        if day is not None:
            date.fromisoformat(day)


def _read_on(day: str, today: date) -> str:
    read = date.fromisoformat(day)
    if read > today:
        text = gettext("The day on which you read the notice, {day}, is in the future.")
        raise KnownError(text.format(day=show(read)))
    if read.year < 2000:
        text = gettext("The day on which you read the notice, {day}, is before 2000.")
        raise KnownError(text.format(day=show(read)))
    return read.isoformat()


def _not_longer(text: str, longest: int, sentence: str) -> str:
    if len(text) > longest:
        raise KnownError(sentence.format(count=longest))
    return text

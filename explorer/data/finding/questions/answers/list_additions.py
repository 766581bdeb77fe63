"""The answer on what came on a list of critical materials: its metals that the list before does not have."""

from explorer.data.dates import first_day, show
from explorer.data.finding.questions.answers.answer import Answer
from explorer.data.finding.questions.issuers import CURRENT, lists_of, members_of
from explorer.data.finding.questions.reading import Reading
from explorer.data.finding.rows import FILTER, Action
from explorer.data.metal_names import plain_name
from explorer.data.places import place_name
from explorer.data.store import Store
from explorer.data.supply.records import CriticalList
from explorer.language import gettext, list_of, paragraph

_RENAMED = {"European Commission": "European Union"}


def additions(store: Store, reading: Reading) -> Answer:
    """Return the metals that came on the lists of issuers, in the time of a question or by the newest list."""
    found = [_of_issuer(store, place, reading) for place in reading.issuers]
    action = Action(FILTER, origin=reading.origin, destination=reading.destination)
    metals = tuple(dict.fromkeys(metal for _, new in found for metal in new))
    return Answer(paragraph([text for text, _ in found]), action, metals)


def _of_issuer(store: Store, place: str, reading: Reading) -> tuple[str, tuple[str, ...]]:
    lists = [x for x in lists_of(store, place) if x.date]
    newest = next((x for x in lists if _is_asked(x, reading)), None)
    name = place_name(store, place)
    if newest is None:
        none = gettext("No list of critical materials by {issuer} from that time is on file.")
        return none.format(issuer=name), ()
    before = _before(lists, newest)
    if before is None:
        none = gettext(
            "No earlier list than {list} ({day}) by {issuer} is on file, so what is new is not known."
        )
        return none.format(list=newest.name, day=show(newest.date), issuer=name), ()
    earlier = set(members_of(store, before))
    new = tuple(m for m in members_of(store, newest) if m not in earlier)
    text = gettext("New on {list} ({day}), compared with {earlier} ({earlier_day}): {metals}.")
    if not new:
        text = gettext("No metal on file is new on {list} ({day}), compared with {earlier} ({earlier_day}).")
    return text.format(
        list=newest.name,
        day=show(newest.date),
        earlier=before.name,
        earlier_day=show(before.date),
        metals=list_of([plain_name(store.metal(m)) for m in new]),
    ), new


def _is_asked(found: CriticalList, reading: Reading) -> bool:
    """Return whether a list is of the time that a question names; without one, whether it is current."""
    if not reading.has_days:
        return found.status == CURRENT
    return reading.since <= first_day(found.date or "") <= reading.until


def _authorities(found: CriticalList) -> set[str]:
    """Return the authorities that issued a list; the Union's lists were those of its Commission."""
    return {_RENAMED.get(part.strip(), part.strip()) for part in found.issuer.split(" / ")}


def _before(lists: list[CriticalList], newest: CriticalList) -> CriticalList | None:
    """Return the list that another one superseded: the newest one before it of the same authority."""
    earlier = [
        x for x in lists if (x.date or "") < (newest.date or "") and _authorities(x) & _authorities(newest)
    ]
    return max(earlier, key=lambda x: x.date or "", default=None)

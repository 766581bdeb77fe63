"""Whether the edition has what an entry states: same effect and day, same last day of a pause, same new measure."""

import pytest
from msgspec.structs import replace

from explorer.data.entries.covered import covered_entries
from explorer.data.store import Store
from explorer.data.user.entry_records import EventFacts, MeasureFacts
from tests.data.entries.conftest import REFUSAL, entry, pause

# cn-2024-46-2a: in force since 2024-12-03, paused 2025-11-09 to 2026-11-27.
IN_EDITION = [
    pause("2026-11-27", first="2025-11-09"),
    pause("2026-11-27", first="2025-12-01"),
    EventFacts(REFUSAL, "effective", "2024-12-03"),
    EventFacts(REFUSAL, "resumed", "2024-12-03"),
]
NOT_IN_EDITION = [
    pause("2027-11-10"),
    pause(None),
    EventFacts(REFUSAL, "effective", "2024-12-04"),
    EventFacts(REFUSAL, "repealed", "2024-12-03"),
    EventFacts(REFUSAL, "amended", "2025-11-09"),
    EventFacts("cn-2030-1", "repealed", "2024-12-03"),
]
# cn-2023-23, Announcement 23 of 2023: licence for gallium and germanium to all destinations since 2023-08-01.
KNOWN = MeasureFacts("Announcement 23 of 2023", "CHN", "ALL", "licence", ("gallium",), effective="2023-08-01")
NEW_MEASURES = [
    (KNOWN, True),
    (replace(KNOWN, effective="2023-08-02"), True),
    (replace(KNOWN, document="A notice of July 2023"), True),
    (replace(KNOWN, document="A notice of July 2023", effective="2023-08-02"), False),
    (replace(KNOWN, kind="prohibition"), False),
    (replace(KNOWN, destination="USA"), False),
    (replace(KNOWN, jurisdiction="JPN"), False),
    (replace(KNOWN, metal_ids=("gallium", "tin")), False),
]


@pytest.mark.parametrize("facts", IN_EDITION)
def test_an_event_that_the_edition_has_is_covered(store: Store, facts: EventFacts) -> None:
    [covered] = covered_entries(store, [entry(facts)]).values()
    edition = store.edition.data_version
    assert covered.sentence.startswith(f"Edition {edition} includes this ") and not covered.differs
    assert "Announcement 46 of 2024, section 2" in covered.sentence


@pytest.mark.parametrize("facts", NOT_IN_EDITION)
def test_an_event_that_the_edition_lacks_is_not_covered(store: Store, facts: EventFacts) -> None:
    assert covered_entries(store, [entry(facts)]) == {}


def test_a_pause_from_the_same_day_with_another_end_differs(store: Store) -> None:
    [covered] = covered_entries(store, [entry(pause("2027-01-10", first="2025-11-09"))]).values()
    assert covered.differs and covered.sentence.endswith("from the same day until 27 Nov 2026.")


@pytest.mark.parametrize(("facts", "is_covered"), NEW_MEASURES)
def test_a_new_measure_is_covered_by_the_same_rule(
    store: Store, facts: MeasureFacts, is_covered: bool
) -> None:
    found = covered_entries(store, [entry(facts)])
    assert bool(found) is is_covered


def test_an_entry_that_is_off_is_covered_as_well(store: Store) -> None:
    assert covered_entries(store, [entry(IN_EDITION[0], is_on=False)])

"""Parts lists as the user's file holds them."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.parts.check import check_parts
from explorer.data.store import Store
from explorer.data.user.parts_records import PartsFacts, PartsLine, PartsList

GALLIUM, GERMANIUM, ANTIMONY, UNKNOWN = "8112929010", "3C001", "8110.10.10.00", "999999"
CODES = (GALLIUM, ANTIMONY, GERMANIUM, UNKNOWN)
MakeList = Callable[..., PartsList]


def parts_list(*codes: str, destination: str = "USA", origin: str = "CHN") -> PartsList:
    lines = tuple(
        PartsLine(number, code, f"A-{number}") for number, code in enumerate(codes or CODES, start=2)
    )
    return PartsList("parts-0000000a", PartsFacts("Motors", origin, destination), "2025-01-01", lines)


def checked(store: Store, parts: PartsList, day: date) -> PartsList:
    """Return a list as it is after a check on a day."""
    return replace(parts, last=check_parts(store, parts, day).check)


@pytest.fixture
def parts() -> PartsList:
    """A list with gallium, antimony, a control code and a code that is not on file, to the United States."""
    return parts_list()

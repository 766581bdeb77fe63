"""Facts in a few words: records of measures, events and items, with what a test leaves open filled in."""

from datetime import date, timedelta

from explorer.data.records import Instrument, Item, ItemCode, Measure, MeasureEvent, MeasureMetal

SOURCES = ("a-source",)
EPOCH = date(2025, 1, 1)


def day(n: int) -> str:
    """The ISO text of the n-th day after the first of January 2025."""
    return (EPOCH + timedelta(days=n)).isoformat()


def instrument(jurisdiction: str = "CHN", instrument_id: str = "a-notice") -> Instrument:
    title = "A notice"
    return Instrument(
        instrument_id, jurisdiction, "A ministry", None, title, None, None, "licence", "", "high", SOURCES
    )


def event(
    on: str,
    name: str,
    until: str | None = None,
    basis: str = "text",
    by: str | None = None,
    measure_id: str = "m",
) -> MeasureEvent:
    return MeasureEvent(measure_id, on, name, until, basis, by, None, "high", SOURCES)


def measure(
    measure_id: str = "m",
    kind: str = "licence",
    destination: str = "ALL",
    announced: str | None = "2025-01-01",
    effective: str | None = "2025-01-01",
    expires: str | None = None,
    events: tuple[MeasureEvent, ...] = (),
    metals: tuple[str, ...] = ("gallium",),
    jurisdiction: str = "CHN",
    reach: str | None = None,
    strictness: str | None = None,
    origin_members: tuple[str, ...] = (),
    destination_members: tuple[str, ...] = (),
) -> Measure:
    return Measure(
        measure_id,
        "a-notice",
        None,
        kind,
        destination,
        announced,
        effective,
        expires,
        "",
        "high",
        SOURCES,
        reach,
        strictness,
        instrument(jurisdiction),
        events,
        tuple(
            MeasureMetal(measure_id, metal, "all forms", "metal", None, "high", SOURCES) for metal in metals
        ),
        frozenset(origin_members),
        frozenset(destination_members),
    )


def code(
    hs_code: str, valid_from: str | None = None, valid_to: str | None = None, item_id: str = "i"
) -> ItemCode:
    return ItemCode(item_id, hs_code, valid_from, valid_to, "high", SOURCES)


def item(
    item_id: str = "i",
    measure_id: str = "m",
    metal_id: str = "gallium",
    control_code: str | None = None,
    codes: tuple[ItemCode | str, ...] = (),
    relation: str = "target",
) -> Item:
    return Item(
        item_id,
        measure_id,
        None,
        metal_id,
        control_code,
        "A thing",
        "metal",
        relation,
        "printed",
        "high",
        SOURCES,
        tuple(code(c, item_id=item_id) if isinstance(c, str) else c for c in codes),
    )

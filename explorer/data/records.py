"""The facts as frozen records: fields have the names of the columns, an unknown value is None.

Figures carry their unit, flag and source ids; dates are ISO text and may be partial (`2026`, `2026-04`).
Flags: `e` estimated by the publisher, `p` preliminary, `W` withheld (no value), `o` outlier.
"""

import re
from functools import cached_property, lru_cache

from msgspec import Struct

_DUAL_USE_ENTRY = re.compile(r"\d[A-E]\d{3}(?!\d)", re.ASCII)
EXPIRED = "expired"
ENDINGS = frozenset({EXPIRED, "repealed", "replaced"})
KIND_RANK = {
    "none": 0,
    "reporting": 1,
    "technology": 2,
    "trade_licence": 3,
    "state_trading": 4,
    "quota": 5,
    "end_use": 6,
    "licence": 7,
    "prohibition": 8,
}


class Edition(Struct, frozen=True):
    """The edition of the data: `verified_to` is the last day for which control events were checked."""

    data_version: str
    verified_to: str
    verified_note: str
    sha256: str


class Source(Struct, frozen=True):
    source_id: str
    publisher: str
    title: str
    date: str | None
    url: str | None
    kind: str
    note: str | None


class Country(Struct, frozen=True):
    country_id: str
    name_en: str
    name_zh: str | None
    bloc: str | None = None


class Metal(Struct, frozen=True):
    """A metal, mineral, material or group; `member_of` is the group whose figures replace missing ones."""

    metal_id: str
    symbol: str | None
    atomic_number: int | None
    name_en: str
    name_zh: str
    pinyin: str
    kind: str
    metal_group: str
    member_of: str | None
    density_g_cm3: float | None
    melting_point_c: float | None
    boiling_point_c: float | None
    crustal_abundance_ppm: float | None
    main_source: str | None
    by_product_of: tuple[str, ...]
    summary: str
    profile: str
    confidence: str
    source_ids: tuple[str, ...]
    note: str | None


class Instrument(Struct, frozen=True):
    """A document: a law, an announcement, a notice. `jurisdiction` is the origin whose exports it controls."""

    instrument_id: str
    jurisdiction: str
    issuer: str
    number: str | None
    title_en: str
    title_zh: str | None
    announced: str | None
    kind: str
    summary: str
    confidence: str
    source_ids: tuple[str, ...]


class MeasureEvent(Struct, frozen=True):
    """A dated change of a measure; `until` is the last day of a suspension."""

    measure_id: str
    date: str
    event: str
    until: str | None
    basis: str
    by_instrument_id: str | None
    note: str | None
    confidence: str
    source_ids: tuple[str, ...]


class MeasureMetal(Struct, frozen=True):
    """A metal that a measure targets, and for which of its forms.

    `covers` is metal (the material as such), forms, ores, technology or abroad (goods outside the exporting
    country). `phrase` follows “licence for …” or “ban on …” and is None where the kind is enough.
    """

    measure_id: str
    metal_id: str
    scope: str | None
    covers: str
    phrase: str | None
    confidence: str
    source_ids: tuple[str, ...]


class Measure(Struct, frozen=True, eq=False, dict=True):
    """One legal effect of an instrument: what applies, to which destination, from when; with its events in date order.

    `reach` is what a measure without metals covers: parties, listed, unlisted or items. `strictness` is
    `in_principle` where licences are refused in principle rather than forbidden. `jurisdiction_members` and
    `destination_members` are the members of the blocs that it names, to which it applies too. `published` is the
    measure without the events of the user's entries, where there are any; `is_own` is one that is such an entry.
    Measures compare by identity, so that their states can be cached.
    """

    measure_id: str
    instrument_id: str
    clause: str | None
    kind: str
    destination: str
    announced: str | None
    effective: str | None
    expires: str | None
    summary: str
    confidence: str
    source_ids: tuple[str, ...]
    reach: str | None
    strictness: str | None
    instrument: Instrument
    events: tuple[MeasureEvent, ...] = ()
    targets: tuple[MeasureMetal, ...] = ()
    jurisdiction_members: frozenset[str] = frozenset()
    destination_members: frozenset[str] = frozenset()
    published: "Measure | None" = None
    is_own: bool = False

    @cached_property
    def _targets(self) -> dict[str, MeasureMetal]:
        return {t.metal_id: t for t in self.targets}

    @property
    def is_purchasing_rule(self) -> bool:
        """Whether it is a rule of public procurement, which does not affect the status of exports."""
        return self.instrument.kind == "procurement"

    @property
    def ends_with_term(self) -> bool:
        """Whether it ends because the term in its document runs out, and no document on file ends or continues it."""
        ends = [e for e in self.events if e.event in ENDINGS]
        has_end = bool(ends) or self.expires is not None
        return has_end and all(e.event == EXPIRED and e.by_instrument_id is None for e in ends)

    @property
    def term_note(self) -> str:
        """What the data say about the end of its term, without a full stop; empty where they say nothing."""
        notes = (e.note for e in self.events if e.event == EXPIRED) if self.ends_with_term else ()
        return next((note.rstrip(".") for note in notes if note), "")

    @property
    def jurisdiction(self) -> str:
        """The origin whose exports it controls, as given by the instrument."""
        return self.instrument.jurisdiction

    def target(self, metal_id: str) -> MeasureMetal | None:
        """Return how the measure targets the metal, or None where it does not."""
        return self._targets.get(metal_id)


class ItemCode(Struct, frozen=True):
    """A reference customs commodity number of an item, for the tariff years from `valid_from` to `valid_to`."""

    item_id: str
    hs_code: str
    valid_from: str | None
    valid_to: str | None
    confidence: str
    source_ids: tuple[str, ...]


class Item(Struct, frozen=True):
    """An entry of a control list; `control_codes` may be empty, `relation` is `target` or `other form`."""

    item_id: str
    measure_id: str
    item_no: str | None
    metal_id: str
    control_code: str | None
    description: str
    form: str
    relation: str
    code_basis: str
    confidence: str
    source_ids: tuple[str, ...]
    codes: tuple[ItemCode, ...] = ()

    @property
    def is_other_form(self) -> bool:
        """Whether it is a special form of the metal or a compound of it, which sets no status."""
        return self.relation == "other form"

    @property
    def printed_number(self) -> str:
        """The control code or the number that the document prints for the item; empty where it prints neither."""
        number = self.item_no or ""
        return self.control_code or (number if number[:1].isdigit() else "")

    @property
    def is_on_dual_use_list(self) -> bool:
        """Whether a control code is an entry of the dual-use list, such as `3C001`: digit, A to E, three digits."""
        return _has_dual_use_entry(self.control_codes)

    @property
    def control_codes(self) -> tuple[str, ...]:
        """The control codes one by one (a cell may join several)."""
        return _split_codes(self.control_code or "")


@lru_cache(maxsize=8192)
def _split_codes(joined: str) -> tuple[str, ...]:
    return tuple(c.strip() for c in joined.split(";") if c.strip())


@lru_cache(maxsize=8192)
def _has_dual_use_entry(codes: tuple[str, ...]) -> bool:
    return any(_DUAL_USE_ENTRY.match(code) for code in codes)

"""How exposed a buyer is to what an origin controls: the ranking behind list, overview and command line.

A metal is ranked by the share of the origin in the tonnes that the buyer imports under a heading, in the latest year
that is neither an outlier nor a thin record, and only under headings in a form that a licence or ban in force covers.
All others follow with the reason and without a figure.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from explorer.data.context import Context
from explorer.data.controls.history import CONTROLS
from explorer.data.controls.service import Controls
from explorer.data.controls.status import ABROAD, IN_FORCE, matches, state_on
from explorer.data.places import ALL, not_an_export
from explorer.data.records import KIND_RANK, Measure
from explorer.data.store import Store
from explorer.data.supply.buyers import SHOWN_USES, buyer_of
from explorer.data.supply.figures import own_or_group
from explorer.data.supply.origin_shares import OriginShare, is_usable, origin_share
from explorer.data.supply.records import BuyerCode, BuyerCodeMeasure, BuyerDependence, BuyerImport

# What is on file for a metal, in the order of the ranking.
RANKED = "ranked"
NOT_NAMED = "not_named"
NO_YEAR = "no_usable_year"
NO_IMPORTS = "no_imports"
OTHER_FORM = "other_form"
NO_HEADING = "no_heading"
NOT_CONTROLLED = "not_controlled"
STATES = (RANKED, NOT_NAMED, NO_YEAR, NO_IMPORTS, OTHER_FORM, NO_HEADING, NOT_CONTROLLED)

COVERED = ("yes", "part")
# Why there is no ranking at all.
NO_BUYER, NOT_A_BUYER, NO_EXPORT = "no_destination", "not_a_buyer", "not_an_export"


class Coverage(Struct, frozen=True):
    """A licence or ban in force, whether it covers a heading and why; `presumed` where no source confirms its state."""

    row: BuyerCodeMeasure
    measure: Measure
    presumed: bool
    your_entry: bool


class HeadingExposure(Struct, frozen=True):
    """A heading of a metal with what controls it and the share of the origin in its latest usable year.

    `covers` is yes, part or no, `coverage` holds the measures that decide it, the strictest first. `total` and `share`
    are None where no year of the buyer is usable; `has_rows` is whether any year is on file. `your_entry` is whether
    other measures would cover it without the entries of the user.
    """

    code: BuyerCode
    covers: str
    coverage: tuple[Coverage, ...]
    total: BuyerDependence | None
    share: OriginShare | None
    has_rows: bool
    is_preliminary: bool
    your_entry: bool = False

    @property
    def presumed(self) -> bool:
        """Whether every measure that covers the heading is in force only by presumption."""
        return bool(self.coverage) and all(c.presumed for c in self.coverage)

    @property
    def share_pct(self) -> float | None:
        """The share that ranks the heading: of tonnes, in per cent."""
        return self.share.of_tonnage if self.share is not None else None

    @property
    def state(self) -> str:
        """What is on file for the heading, one of STATES."""
        if self.covers not in COVERED:
            return OTHER_FORM
        if not self.has_rows:
            return NO_IMPORTS
        if self.share is None:
            return NO_YEAR
        return NOT_NAMED if self.share_pct is None else RANKED


class Exposure(Struct, frozen=True):
    """The exposure of a buyer to the controls of an origin on one metal.

    `headings` are those of the metal, the one that ranks it first. `group` is the group that has the headings of a
    member without its own.
    """

    metal_id: str
    buyer: str
    origin: str
    state: str
    headings: tuple[HeadingExposure, ...] = ()
    group: str = ""

    @property
    def leading(self) -> HeadingExposure | None:
        """The heading that ranks the metal, None where none does."""
        return self.headings[0] if self.state == RANKED else None


class Exposures(Struct, frozen=True):
    """The exposure of a buyer to each metal, most exposed first; `gap` says why there is none, empty otherwise."""

    context: Context
    buyer: str | None
    rows: tuple[Exposure, ...]
    gap: str = ""

    @property
    def controlled(self) -> tuple[Exposure, ...]:
        """The metals under a licence or ban in force."""
        return tuple(row for row in self.rows if row.state != NOT_CONTROLLED)

    @property
    def with_heading(self) -> tuple[Exposure, ...]:
        """The metals under a licence or ban that have a customs heading of their own."""
        return tuple(row for row in self.controlled if row.state != NO_HEADING)

    @property
    def ranked(self) -> tuple[Exposure, ...]:
        """The metals with a share."""
        return tuple(row for row in self.rows if row.state == RANKED)


def gap_of(store: Store, context: Context) -> str:
    """Return why the imports of a destination cannot be ranked, empty where they can."""
    if context.destination == ALL:
        return NO_BUYER
    if not_an_export(store, context.origin, context.destination):
        return NO_EXPORT
    return "" if buyer_of(context.destination) in store.buyers else NOT_A_BUYER


def exposures(store: Store, context: Context, metal_ids: Iterable[str] | None = None) -> Exposures:
    """Return the exposure of the destination to the controls of the origin, for some metals or all."""
    gap, buyer = gap_of(store, context), buyer_of(context.destination)
    if gap or buyer is None:
        return Exposures(context, buyer, (), gap)
    facts = _Facts(store, context, buyer)
    rows = [facts.exposure(i) for i in (store.metals if metal_ids is None else metal_ids)]
    return Exposures(context, buyer, tuple(sorted(rows, key=rank_key)))


def exposure(store: Store, metal_id: str, context: Context) -> Exposure | None:
    """Return the exposure of the destination to the controls on one metal; None where `gap_of` has a reason."""
    buyer = buyer_of(context.destination)
    if buyer is None or gap_of(store, context):
        return None
    return _Facts(store, context, buyer).exposure(metal_id)


def rank_key(row: Exposure) -> tuple[int, float, str]:
    """Return the sort key of a metal: what is on file, the share of tonnes, the name."""
    return STATES.index(row.state), -((row.leading.share_pct or 0.0) if row.leading else 0.0), row.metal_id


class _Facts:
    """The imports of one buyer, and the headings and measures that apply to them."""

    def __init__(self, store: Store, context: Context, buyer: str) -> None:
        self._store, self._context, self._buyer = store, context, buyer
        self._totals: dict[str, list[BuyerDependence]] = defaultdict(list)
        for total in store.buyer_totals(buyer):
            self._totals[total.hs_code].append(total)
        self._rows: dict[tuple[str, int], BuyerImport] = {
            (row.hs_code, row.year): row for row in store.buyer_imports_from(buyer, context.origin)
        }
        self._codes: dict[str, list[BuyerCode]] = defaultdict(list)
        for code in store.buyer_codes.values():
            if code.use in SHOWN_USES:
                self._codes[code.metal_ids[0]].append(code)
        self._coverage: dict[str, list[BuyerCodeMeasure]] = defaultdict(list)
        for row in store.buyer_code_measures:
            self._coverage[row.hs_code].append(row)

    def exposure(self, metal_id: str) -> Exposure:
        """Return the exposure to one metal."""
        owner, codes = own_or_group(self._store.metal(metal_id), lambda m: tuple(self._codes.get(m, ())))
        member = metal_id if owner != metal_id else ""
        headings = tuple(sorted((self._heading(c, member) for c in codes), key=_heading_key))
        if not self._is_controlled(metal_id):
            state = NOT_CONTROLLED
        else:
            state = _state(headings) if owner == metal_id else NO_HEADING
        return Exposure(metal_id, self._buyer, self._context.origin, state, headings, owner if member else "")

    def _is_controlled(self, metal_id: str) -> bool:
        """Return whether a licence or ban on exports of the metal is in force."""
        status = Controls.of(self._store).status(metal_id, self._context)
        return any(
            m.state == IN_FORCE and m.measure.kind in CONTROLS and m.covers != ABROAD for m in status.measures
        )

    def _heading(self, code: BuyerCode, member: str) -> HeadingExposure:
        """Return a heading; of a member of a group only measures on that member cover it."""
        covers, coverage = self._covered(code, member, self._store)
        published = self._covered(code, member, self._store.published)
        totals = self._totals.get(code.hs_code, [])
        usable = [t for t in totals if is_usable(t, self._rows.get((t.hs_code, t.year)))]
        total = max(usable, key=lambda t: t.year, default=None)
        share = None
        if total is not None:
            share = origin_share(total, self._rows.get((total.hs_code, total.year)), self._context.origin)
        return HeadingExposure(
            code,
            covers,
            coverage,
            total,
            share,
            bool(totals),
            total is not None and total.year == self._store.last_buyer_year,
            your_entry=_content(covers, coverage) != _content(*published),
        )

    def _covered(self, code: BuyerCode, member: str, store: Store) -> tuple[str, tuple[Coverage, ...]]:
        """Return how much of a heading the measures of a store cover that are in force, and those that decide it."""
        in_force = []
        for row in self._coverage.get(code.hs_code, ()):
            measure = store.measures[row.measure_id]
            if member and measure.target(member) is None:
                continue
            state = state_on(measure, self._context.as_of) if matches(measure, self._context) else None
            if state is not None and state.name == IN_FORCE:
                in_force.append(Coverage(row, measure, state.presumed, state.your_entry))
        for covers in COVERED:
            deciding = [c for c in in_force if c.row.covers == covers]
            if deciding:
                return covers, _strictest_first(deciding)
        return "no", _strictest_first(in_force)


def _content(covers: str, coverage: Sequence[Coverage]) -> tuple[object, ...]:
    """Return what is said about the measures that cover a heading."""
    return covers, [(c.row.measure_id, c.presumed) for c in coverage]


def _strictest_first(coverage: Sequence[Coverage]) -> tuple[Coverage, ...]:
    return tuple(sorted(coverage, key=lambda c: (-KIND_RANK[c.measure.kind], c.row.measure_id)))


def _heading_key(heading: HeadingExposure) -> tuple[int, int, float, str]:
    use = SHOWN_USES.index(heading.code.use)
    return STATES.index(heading.state), use, -(heading.share_pct or 0.0), heading.code.hs_code


def _state(headings: Sequence[HeadingExposure]) -> str:
    """Return what is on file for a metal: the best of its headings."""
    return min((h.state for h in headings), key=STATES.index, default=NO_HEADING)

"""The service that answers questions about export controls, for window, command line, charts and fact sheet."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache, partial
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.controls.answer import Answer, answer, in_force_of, pill_of
from explorer.data.controls.headline import Headline, headline_of
from explorer.data.controls.history import first_controlled
from explorer.data.controls.measure_index import MeasureIndex
from explorer.data.controls.pill import PillWords, pill, pill_words
from explorer.data.controls.status import Status, general_rules, status_of
from explorer.data.controls.status_lines import StatusLines, status_lines
from explorer.data.dates import first_day
from explorer.data.places import not_an_export
from explorer.data.records import Measure
from explorer.data.store import Store
from explorer.data.store_service import StoreService

T = TypeVar("T")

CACHE_SIZE = 2_000
CONTEXTS = 4  # for so many, the answers on all metals are kept


class InForce(Struct, frozen=True):
    """The strictest kind of measure in force on a metal, `none` without one.

    `your_entry` is whether it would be another one without the entries of the user.
    """

    kind: str
    presumed: bool
    your_entry: bool


class PillRule(Struct, frozen=True):
    """The kind of measure that a pill names, `none` without one, and whether it only refuses in principle."""

    kind: str
    strictness: str | None


class Controls(StoreService):
    """Answers about the measures of a store, or about other measures; each is computed once.

    What follows from the states of the measures alone, such as a pill, is computed once for the metals under the same
    rules and for the days on which the states are the same.
    """

    def __init__(self, store: Store, measures: Iterable[Measure] | None = None) -> None:
        self.store = store if measures is None else store.with_measures(measures)
        self._index = MeasureIndex.of(self.store)
        cached = lru_cache(max(CACHE_SIZE, CONTEXTS * len(self.store.metals)))
        self._statuses = cached(self._status)
        self._answers = cached(self._answer)
        self._headlines = cached(self._headline)
        self._pills = cached(partial(self._unchanged, cached(self._pill)))
        self._pill_words = cached(partial(self._unchanged, cached(self._words_of_pill)))
        self._pill_rules = cached(partial(self._unchanged, cached(self._rule_of_pill)))
        self._in_force = cached(partial(self._unchanged, cached(self._pill_in_force)))
        self._first_controls = cached(self._first_control)
        self._general_rules = lru_cache(CACHE_SIZE)(partial(general_rules, self._index.general))

    def status(self, metal_id: str, context: Context) -> Status:
        """Return the status of a metal."""
        return self._statuses(metal_id, context)

    def answer(self, metal_id: str, context: Context) -> Answer:
        """Return what applies to a metal, with all that a reader needs to know."""
        return self._answers(metal_id, context)

    def headline(self, metal_id: str, context: Context) -> Headline:
        """Return the answer in sentences, with the words of its pill."""
        return self._headlines(metal_id, context)

    def pill(self, metal_id: str, context: Context, *, with_end: bool = False) -> tuple[str, str]:
        """Return the words of a pill and its state; see `explorer.data.controls.pill.pill`."""
        return self._pills(self._index.under_same_rules(metal_id), context, with_end)

    def pill_words(self, metal_id: str, context: Context) -> PillWords:
        """Return the words of a pill for every width, and its state."""
        return self._pill_words(self._index.under_same_rules(metal_id), context)

    def pill_rule(self, metal_id: str, context: Context) -> PillRule:
        """Return the kind of measure that the pill of a metal names."""
        return self._pill_rules(self._index.under_same_rules(metal_id), context)

    def in_force_kind(self, metal_id: str, context: Context) -> InForce:
        """Return the strictest kind of measure in force on a metal."""
        return self._in_force(self._index.under_same_rules(metal_id), context)

    def rests_on_entry(self, metal_id: str, context: Context) -> bool:
        """Return whether the answer on a metal would read differently without the entries of the user."""
        if not self.store.entries.used:
            return False
        published = Controls.of(self.store.published).headline(metal_id, context)
        return replace(self.headline(metal_id, context), entries="") != published

    def status_lines(self, metal_id: str, context: Context, today: date) -> StatusLines:
        """Return the three lines of the header; `today` is the day that they may call “today”."""
        return status_lines(self.store, self.answer(metal_id, context), today)

    def first_control(self, metal_id: str, context: Context) -> tuple[date, Measure] | None:
        """Return the first day of a licence or ban that is not presumed, whatever the as-of date."""
        return self._first_controls(
            self._index.under_same_rules(metal_id), context.origin, context.destination
        )

    def at_last_change(self, metal_id: str, context: Context) -> Context:
        """Return the context on the first day since which the states of all measures on a metal are the same."""
        return replace(context, as_of=self._index.unchanged_since(metal_id, context.as_of))

    def _unchanged(self, find: Callable[..., T], metal_id: str, context: Context, *more: object) -> T:
        """Return what is found for the first day since which the states of the measures are the same."""
        return find(metal_id, self.at_last_change(metal_id, context), *more)

    def _status(self, metal_id: str, context: Context) -> Status:
        verified_to = first_day(self.store.edition.verified_to)
        return status_of(
            self._index.naming(metal_id), metal_id, context, verified_to, self._general_rules(context)
        )

    def _answer(self, metal_id: str, context: Context) -> Answer:
        return answer(self.store, self.status(metal_id, context))

    def _headline(self, metal_id: str, context: Context) -> Headline:
        return headline_of(self.store, self.answer(metal_id, context))

    def _pill(self, metal_id: str, context: Context, with_end: bool) -> tuple[str, str]:
        return pill(self.store, self.status(metal_id, context), with_end=with_end)

    def _words_of_pill(self, metal_id: str, context: Context) -> PillWords:
        status = self.status(metal_id, context)
        return pill_words(self.store, status, pill_of(status))

    def _rule_of_pill(self, metal_id: str, context: Context) -> PillRule:
        found = pill_of(self.status(metal_id, context))
        return PillRule(found.kind, found.strictness)

    def _pill_in_force(self, metal_id: str, context: Context) -> InForce:
        found = in_force_of(self.status(metal_id, context))
        return InForce(found.kind, found.presumed, found.your_entry)

    def _first_control(self, metal_id: str, origin: str, destination: str) -> tuple[date, Measure] | None:
        if not_an_export(self.store, origin, destination):
            return None
        context = Context(date.min, origin, destination)
        return first_controlled(self._index.naming(metal_id), metal_id, context)

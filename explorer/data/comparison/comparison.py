"""Metals with their key figures on a day: the values, what limits them, and which are unknown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from explorer.data.comparison.key_figures import FIRST_CONTROL, PRICE_YEAR, each_value, figure_name
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.metal_names import plain_name
from explorer.data.periodic.coloured_table import caption_of, caution_of, form_note, import_notes, notes_of
from explorer.data.periodic.colourings import BUYER, LISTS, PRICE, RELIANCE, STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.steps import Steps, collected, result_of
from explorer.data.store import Store
from explorer.language import gettext, list_of

_EXPLAINED = (RELIANCE, BUYER)


class Comparison(Struct, frozen=True):
    """The values by key figure and metal; `cautions` limit all of them, `notes` say what a figure is about.

    `usual_sources` has by key figure the source of most metals, which is in the notes and not in each cell. `left_out`
    names the figures that are unknown, with the metals and the reason.
    """

    context: Context
    metal_ids: tuple[str, ...]
    figures: tuple[str, ...]
    values: Mapping[str, Mapping[str, MetalValue]]
    usual_sources: Mapping[str, str]
    cautions: tuple[str, ...]
    notes: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def is_known(self) -> bool:
        """Whether any figure of a metal is known apart from its status."""
        return any(
            v.is_known for figure, own in self.values.items() if figure != STATUS for v in own.values()
        )

    def row(self, metal_id: str) -> tuple[MetalValue, ...]:
        """Return the values of a metal in the order of the figures."""
        return tuple(self.values[figure][metal_id] for figure in self.figures)


def comparison(
    store: Store, context: Context, metal_ids: Sequence[str], figures: Sequence[str]
) -> Comparison:
    """Return key figures of metals, in the order in which both are given."""
    return result_of(stepwise_comparison(store, context, metal_ids, figures))


def stepwise_comparison(
    store: Store, context: Context, metal_ids: Sequence[str], figures: Sequence[str]
) -> Steps[Comparison]:
    """Compare metals in steps of a few milliseconds; see `comparison`."""
    values = {}
    for figure in figures:
        found = yield from collected(each_value(store, context, figure, metal_ids))
        values[figure] = {value.metal_id: value for value in found}
    usual = {figure: source for figure, own in values.items() if (source := _usual_source(own.values()))}
    cautions = (_caution(store, context, figure) for figure in (STATUS, *_EXPLAINED) if figure in figures)
    return Comparison(
        context,
        tuple(metal_ids),
        tuple(figures),
        values,
        usual,
        tuple(dict.fromkeys(filter(None, cautions))),
        (
            *(note for figure in figures for note in _notes(store, context, figure)),
            *_source_notes(usual),
            *_later_notes(values, context),
        ),
        _left_out(store, values),
    )


def _caution(store: Store, context: Context, figure: str) -> str:
    """Return what limits all values of a key figure, with its name unless it is the status."""
    text = caution_of(store, context, figure)
    if not text or figure == STATUS:
        return text
    return gettext("{figure}: {caution}").format(figure=figure_name(figure), caution=text)


def _notes(store: Store, context: Context, figure: str) -> Iterator[str]:
    """Yield what a figure is of, and how it is to be read."""
    if figure == BUYER and caution_of(store, context, BUYER):
        return  # the caution says why there are no figures to explain
    if figure in _EXPLAINED:
        text = gettext("{figure}: {caption}.")
        yield text.format(figure=figure_name(figure), caption=caption_of(store, context, figure))
    if figure == BUYER:
        yield gettext(
            "Buyer's dependence: the first figure is the share of tonnage, the second the share of value "
            "where it is on file."
        )
        yield form_note()
        yield from import_notes(store, context)
    elif figure == LISTS:
        yield from notes_of(store, context, LISTS)
    elif figure == PRICE_YEAR:
        text = gettext("{figure}: {note}")
        for note in notes_of(store, context, PRICE):
            yield text.format(figure=figure_name(figure), note=note)


def _usual_source(values: Iterable[MetalValue]) -> str:
    """Return the source that most values have, empty where none has one."""
    counts = Counter(value.source for value in values if value.is_known and value.source)
    return counts.most_common(1)[0][0] if counts else ""


def _source_notes(usual: Mapping[str, str]) -> Iterator[str]:
    """Yield the sentence on the sources of figures whose cells do not name another one."""
    figures: dict[str, list[str]] = {}
    for figure, source in usual.items():
        figures.setdefault(source, []).append(figure_name(figure))
    entry = gettext("{figures}: {source}")
    found = [entry.format(figures=list_of(names), source=source) for source, names in figures.items()]
    if found:
        text = gettext("Sources, unless a figure names another – {sources}.")
        yield text.format(sources="; ".join(found))


def _later_notes(values: Mapping[str, Mapping[str, MetalValue]], context: Context) -> Iterator[str]:
    """Yield what figures are that are later than the as-of date, where there are some."""
    if any(value.is_later for own in values.values() for value in own.values()):
        text = gettext(
            "Figures marked “later than the as-of date” are the latest on file; status and prices are those of {day}."
        )
        yield text.format(day=show(context.as_of))


def _left_out(store: Store, values: Mapping[str, Mapping[str, MetalValue]]) -> tuple[str, ...]:
    """Return a sentence for each reason why figures of metals are unknown; no first control is not unknown."""
    figures_by_gap: dict[tuple[str, str], list[str]] = {}
    for figure, own in values.items():
        metals_by_reason: dict[str, list[str]] = {}
        for metal_id, value in own.items():
            if not value.is_known and figure != FIRST_CONTROL:
                metals_by_reason.setdefault(value.reason, []).append(plain_name(store.metal(metal_id)))
        for reason, metals in metals_by_reason.items():
            figures_by_gap.setdefault((list_of(metals), reason), []).append(figure_name(figure))
    text = gettext("Not known for {metals}: {figures}. {reason}")
    return tuple(
        text.format(metals=metals, figures="; ".join(figures), reason=reason)
        for (metals, reason), figures in figures_by_gap.items()
    )

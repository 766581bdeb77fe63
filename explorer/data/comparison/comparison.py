"""Metals with their key figures on a day: the values, what limits them, and which are unknown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.data.comparison.key_figures import FIRST_CONTROL, PRICE_YEAR, figure_name, values_of
from explorer.data.context import Context
from explorer.data.metal_names import plain_name
from explorer.data.periodic.coloured_table import caption_of, caution_of, import_notes, notes_of
from explorer.data.periodic.colourings import BUYER, LISTS, PRICE, RELIANCE, STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.store import Store
from explorer.language import gettext, list_of

_EXPLAINED = (RELIANCE, BUYER)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The values by key figure and metal; `cautions` limit all of them, `notes` say what a figure is about.

    `left_out` names the figures that are unknown, with the metals and the reason.
    """

    context: Context
    metal_ids: tuple[str, ...]
    figures: tuple[str, ...]
    values: Mapping[str, Mapping[str, MetalValue]]
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
    values = {figure: values_of(store, context, figure, metal_ids) for figure in figures}
    cautions = (caution_of(store, context, figure) for figure in (STATUS, *_EXPLAINED) if figure in figures)
    return Comparison(
        context,
        tuple(metal_ids),
        tuple(figures),
        values,
        tuple(dict.fromkeys(filter(None, cautions))),
        tuple(note for figure in figures for note in _notes(store, context, figure)),
        _left_out(store, values),
    )


def _notes(store: Store, context: Context, figure: str) -> Iterator[str]:
    """Yield what a figure is of, and how it is to be read."""
    if figure in _EXPLAINED:
        text = gettext("{figure}: {caption}.")
        yield text.format(figure=figure_name(figure), caption=caption_of(store, context, figure))
    if figure == BUYER:
        yield gettext(
            "Buyer's dependence: the first figure is the share of tonnage, the second the share of value "
            "where it is on file."
        )
        yield from import_notes(store, context)
    elif figure == LISTS:
        yield from notes_of(store, context, LISTS)
    elif figure == PRICE_YEAR:
        text = gettext("{figure}: {note}")
        for note in notes_of(store, context, PRICE):
            yield text.format(figure=figure_name(figure), note=note)


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

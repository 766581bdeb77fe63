"""The key figures of a fact sheet, each with its year or edition and its flags; unknown reads `unknown`."""

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.dependence import dependence_text, import_dependence
from explorer.data.supply.figure_text import KeyFigureText
from explorer.data.supply.key_figure_texts import key_figure_texts
from explorer.data.supply.key_figures import key_figures
from explorer.factsheet.facts.records import UNKNOWN, Figure
from explorer.factsheet.facts.sources import ranked
from explorer.language import paragraph

MOST_SOURCES = 2


def figures(store: Store, metal_id: str, context: Context) -> tuple[Figure, ...]:
    """Return the share of output, the concentration of supply, the destination's dependence and the price."""
    texts = key_figure_texts(store, metal_id, key_figures(store, metal_id, context), context)
    return tuple(
        _figure(store, text) for text in (texts.share, texts.concentration, texts.dependence, texts.price)
    )


def _figure(store: Store, text: KeyFigureText) -> Figure:
    detail = (
        text.qualification,
        text.warning,
        text.flag,
        text.change,
        *text.details,
        text.source,
        text.comparison,
        text.confidence_text,
    )
    return Figure(
        text.label,
        text.value or UNKNOWN,
        text.unit,
        " · ".join(part for part in detail if part),
        ranked(store, text.source_ids, MOST_SOURCES),
    )


def dependence_note(store: Store, metal_id: str, context: Context) -> str:
    """Return the sentences that belong to the figure on a destination's dependence, the source's credit last."""
    return paragraph(dependence_text(store, import_dependence(store, metal_id, context.destination)).notes)

"""The metals that an answer lists, each with what applies to it."""

from explorer.data.context import Context
from explorer.data.controls.service import Controls
from explorer.data.finding.answer_pages.content import Field, Line, Listing
from explorer.data.finding.rows import OPEN_METAL, Action
from explorer.data.metal_names import short_name
from explorer.data.store import Store
from explorer.language import gettext

TAB = "controls"


def metal_listing(store: Store, metals: tuple[str, ...], context: Context) -> Listing:
    """Return the table of metals, each with its status and the status in words."""
    columns = (
        (gettext("Metal"), 3),
        (gettext("Status"), 5),
        (gettext("In words"), 12),
    )
    lines = tuple(_line(store, metal_id, context) for metal_id in metals)
    return Listing(gettext("Metals and materials"), columns, lines)


def _line(store: Store, metal_id: str, context: Context) -> Line:
    controls = Controls.of(store)
    return Line(
        (
            Field(short_name(store.metal(metal_id))),
            Field(controls.pill_words(metal_id, context).full),
            Field(controls.headline(metal_id, context).sentence),
        ),
        Action(OPEN_METAL, metal=metal_id, tab=TAB),
        deciding_sources(store, metal_id, context),
    )


def deciding_sources(store: Store, metal_id: str, context: Context) -> tuple[str, ...]:
    """Return the sources of the measures that decide the status of a metal, each once."""
    answer = Controls.of(store).answer(metal_id, context)
    deciding = (*answer.leading, *(m for waiting in answer.waiting for m in waiting.measures))
    return tuple(dict.fromkeys(i for status in deciding for i in status.measure.source_ids))

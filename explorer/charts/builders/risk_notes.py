"""The notes of the chart of concentration and reliance: how to read it, what limits it, which metals it lacks."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from explorer.charts.builders.concentration import guidelines_note
from explorer.charts.builders.notes import unchecked_notes
from explorer.data.context import Context
from explorer.data.controls.answer import pill_of
from explorer.data.controls.service import Controls
from explorer.data.numbers import exact, qualified, with_unit
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.figures import ProductionTable, concentration
from explorer.data.supply.records import Dependence
from explorer.language import gettext, gettext_noop, list_of, ngettext

NO_TABLE, NO_RELIANCE, NO_FIGURE = "no table", "no reliance", "no figure"
_COUNTS = {
    NO_TABLE: gettext_noop("{count} without a full production table"),
    NO_RELIANCE: gettext_noop("{count} without net import reliance on file"),
    NO_FIGURE: gettext_noop("{count} without a figure for net import reliance"),
}
_NAMES = {
    NO_TABLE: gettext_noop("Not shown, because no full production table is on file: {metals}."),
    NO_RELIANCE: gettext_noop("Not shown, because no net import reliance is on file: {metals}."),
}
Lacks = Mapping[str, Sequence[Metal]]


class RiskFigures(Struct, frozen=True):
    """A metal with its production table and its net import reliance."""

    metal: Metal
    table: ProductionTable
    reliance: Dependence


def _reliance(row: Dependence) -> str:
    """Return the net import reliance as published, with its bound."""
    return qualified(with_unit(exact(row.net_import_reliance_pct or 0.0), "%"), row.qualifier)


def counts_left_out(lacks: Lacks, total: int) -> tuple[str, ...]:
    """Return how many metals are not shown, and what they lack."""
    if not lacks:
        return ()
    by_count = sorted(lacks, key=lambda lack: -len(lacks[lack]))
    reasons = [gettext(_COUNTS[lack]).format(count=len(lacks[lack])) for lack in by_count]
    count = sum(map(len, lacks.values()))
    text = ngettext(
        "{count} of {total} metals not shown: {reasons}.",
        "{count} of {total} metals not shown: {reasons}.",
        count,
    )
    return (text.format(count=count, total=total, reasons=list_of(reasons)),)


def names_left_out(lacks: Lacks) -> tuple[str, ...]:
    """Return which metals are not shown, and what they lack; those with a word for their reliance have a note."""
    return tuple(
        gettext(_NAMES[lack]).format(metals=list_of([metal.name_en for metal in metals]))
        for lack, metals in lacks.items()
        if lack in _NAMES
    )


def risk_notes(
    store: Store, figures: list[RiskFigures], words: list[tuple[Metal, str]], context: Context
) -> tuple[str, ...]:
    """Return how the points are to be read, and what limits single metals."""
    notes = [
        gettext("Shape and colour: export control on the metal on the as-of date."),
        *_status_notes(store, figures, context),
        *unchecked_notes(store, context),
        gettext("Hollow: based on an estimated or preliminary figure."),
        guidelines_note(),
        *_minimum_notes(figures),
    ]
    bound = gettext("{metal} {reliance}")
    bounds = [
        bound.format(metal=x.metal.name_en, reliance=_reliance(x.reliance))
        for x in figures
        if x.reliance.qualifier in ("<", ">", "~")
    ]
    if bounds:
        text = gettext("Reliance published as a bound or rounded figure, plotted at that figure: {metals}.")
        notes.append(text.format(metals=list_of(bounds)))
    return (*notes, *word_notes(words))


def _minimum_notes(figures: list[RiskFigures]) -> list[str]:
    """Return the sentence on the metals whose HHI is a lower bound, in the order of their names."""
    found = [(x.metal, concentration(x.table)) for x in figures]
    names = sorted(metal.name_en for metal, index in found if index is not None and index.at_least)
    if not names:
        return []
    text = gettext("HHI is a minimum, since withheld or unnamed output is not counted: {metals}.")
    return [text.format(metals=list_of(names))]


def word_notes(words: list[tuple[Metal, str]]) -> list[str]:
    """Return which metals are not shown because a word is published for their reliance."""
    notes = []
    for word in sorted({w for _, w in words}):
        names = list_of([m.name_en for m, w in words if w == word])
        text = gettext("Not shown, because reliance is published as “{word}”: {metals}.")
        notes.append(text.format(word=word, metals=names))
    return notes


def _status_notes(store: Store, figures: list[RiskFigures], context: Context) -> list[str]:
    """Return the sentences on the metals whose status is only presumed, or rests on an entry of the user."""
    controls = Controls.of(store)
    names = [x.metal.name_en for x in figures if pill_of(controls.status(x.metal.metal_id, context)).presumed]
    own = [x.metal.name_en for x in figures if controls.pill_words(x.metal.metal_id, context).your_entry]
    texts = (
        (gettext("Status only presumed, not confirmed by a notice: {metals}."), names),
        (gettext("Status based on your entry, not on the data edition: {metals}."), own),
    )
    return [text.format(metals=list_of(sorted(named))) for text, named in texts if named]

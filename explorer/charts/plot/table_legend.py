"""The legend of a periodic table: the steps with their limits or the statuses, unknown values, and the sign."""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from explorer.charts.plot.tile_looks import NOTHING, Look, bound_look, not_on_file, state_look, step_look
from explorer.charts.plot.tiles import FLAGGED
from explorer.charts.spec import ColouredTiles
from explorer.data.controls.pill import PILL_STATES, state_label
from explorer.data.periodic.bounds import bound_label
from explorer.data.periodic.colourings import STATUS, legend
from explorer.data.periodic.metal_value import MetalValue
from explorer.language import gettext
from explorer.palette import Theme


class LegendEntry(Struct, frozen=True):
    """An entry: its label, the look of its sample, None for a mere sign, and what is written on the sample."""

    label: str
    look: Callable[[Theme], Look] | None
    sign: str = ""


def legend_entries(
    table: ColouredTiles, *, numbered: bool, complete: bool, only_known: bool = False
) -> tuple[LegendEntry, ...]:
    """Return the entries of a legend; `complete` where tiles without data are drawn, too.

    With `only_known`, tiles of unknown values are not drawn but counted. With `numbered`, tiles have numbers in place
    of the words of a status, which the legend gives.
    """
    values = [t.value for t in table.tiles if t.value is not None]
    entries = [*(_numbered(table) if numbered else _samples(table.colouring, values))]
    bounds = bound_label(values)
    if bounds:
        entries.append(LegendEntry(bounds, bound_look))
    unknown = sum(not value.is_known for value in values)
    if unknown:
        text = gettext("unknown, not shown ({count})") if only_known else gettext("unknown")
        look = partial(step_look, None, table.colouring)
        entries.append(LegendEntry(text.format(count=unknown), look))
    if complete:
        entries.append(LegendEntry(gettext("element not covered"), not_on_file))
    if table.sign_text:
        entries.append(LegendEntry(table.sign_text, None, FLAGGED))
    return tuple(entries)


def status_numbers(table: ColouredTiles) -> dict[str, int]:
    """Return a number for the words of each status, the strictest first; nothing in force has none."""
    found = {
        (PILL_STATES.index(t.value.state), t.value.versions[0])
        for t in table.tiles
        if t.value is not None and t.value.state not in ("", NOTHING)
    }
    return {words: number for number, (_, words) in enumerate(sorted(found), start=1)}


def _samples(colouring: str, values: list[MetalValue]) -> Iterator[LegendEntry]:
    if colouring == STATUS:
        present = {value.state for value in values}
        for state in PILL_STATES:
            if state in present:
                yield LegendEntry(state_label(state), partial(state_look, state))
    for step in legend(colouring):
        yield LegendEntry(step.label, partial(step_look, step.number, colouring))


def _numbered(table: ColouredTiles) -> Iterator[LegendEntry]:
    """Yield the statuses with their numbers, and nothing in force without one."""
    states = {t.value.versions[0]: t.value.state for t in table.tiles if t.value is not None}
    for words, number in status_numbers(table).items():
        yield LegendEntry(words, partial(state_look, states[words]), str(number))
    if NOTHING in states.values():
        yield LegendEntry(state_label(NOTHING), partial(state_look, NOTHING))

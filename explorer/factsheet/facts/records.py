"""The content of a fact sheet as frozen records: texts ready to print, each with its sources."""

import shlex
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from explorer.charts.spec import Chart, ChartSpec
from explorer.data.context import Context
from explorer.data.dates import show
from explorer.language import gettext, gettext_noop, ngettext, paragraph

CHART_SOURCES = 3
MOST_FURTHER = 2
UNKNOWN = gettext_noop("unknown")


class CitedText(Struct, frozen=True):
    """A sentence or phrase with its sources."""

    text: str
    source_ids: tuple[str, ...] = ()


class Figure(Struct, frozen=True):
    """A key figure; `detail` holds its edition and flags, `value` is `unknown` where none is on file."""

    caption: str
    value: str
    unit: str
    detail: str
    source_ids: tuple[str, ...] = ()


class MeasureLine(Struct, frozen=True):
    """A measure as a row: `tone` is the pill state that colours its state, `until` the last day of that state."""

    name: str
    kind: str
    tone: str
    state: str
    effective: str
    until: str
    destination: str
    scope: str
    codes: str
    ended: bool
    source_ids: tuple[str, ...] = ()


class UseLine(Struct, frozen=True):
    """A use with its share, `unknown` where none is on file."""

    use: str
    share: str
    explanation: str
    source_ids: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """A further section for a page with room."""

    heading: str
    lines: tuple[CitedText, ...]


class Reference(Struct, frozen=True):
    """A numbered entry of the list of sources."""

    number: int
    source_id: str
    text: str
    address: str


class SheetContent(Struct, frozen=True):
    """All that a sheet can show; `citations` has id, line and address of every source that its facts name.

    `sentence` is that of the window's header, `setting` names its day, origin and destination.
    """

    metal_id: str
    name_en: str
    name_zh: str
    symbol: str
    about: str
    summary: CitedText
    pill: str
    pill_state: str
    setting: str
    sentence: CitedText
    detail: str
    warning: str
    figures: tuple[Figure, ...]
    key_figures_note: str
    measures: tuple[MeasureLine, ...]
    measures_note: str
    uses_heading: str
    uses: tuple[UseLine, ...]
    charts: tuple[Chart, ...]
    more_charts: tuple[ChartSpec, ...]
    sections: tuple[Section, ...]
    citations: tuple[tuple[str, str, str], ...]
    footer: str
    data_version: str
    context: Context

    @property
    def title(self) -> str:
        """The title of the document."""
        return gettext("{name_en} {name_zh}: fact sheet, {day}").format(
            name_en=self.name_en, name_zh=self.name_zh, day=show(self.context.as_of)
        )


def shortened(
    content: SheetContent, measures: int, uses: int, more_charts: int = 0, sections: int = 0
) -> SheetContent:
    """Return a content with only the first measures, uses, further charts and sections."""
    return replace(
        content,
        measures=content.measures[:measures],
        uses=content.uses[:uses],
        more_charts=content.more_charts[:more_charts],
        sections=content.sections[:sections],
    )


def chart_source_ids(chart: Chart) -> tuple[str, ...]:
    """Return the sources that a sheet names for a chart, the first of all its sources."""
    return tuple(s.source_id for s in chart.sources[:CHART_SOURCES]) if isinstance(chart, ChartSpec) else ()


def numbers(content: SheetContent) -> dict[str, int]:
    """Return the number of each source that the content names, in the order of the page."""
    named: list[str] = [*content.summary.source_ids, *content.sentence.source_ids]
    for group in (content.figures, content.measures):
        named += [i for fact in group for i in fact.source_ids]
    named += [i for chart in (*content.charts, *content.more_charts) for i in chart_source_ids(chart)]
    named += [i for use in content.uses for i in use.source_ids]
    named += [i for section in content.sections for cited in section.lines for i in cited.source_ids]
    return {source_id: n for n, source_id in enumerate(dict.fromkeys(named), start=1)}


def references(content: SheetContent) -> tuple[Reference, ...]:
    """Return the numbered list of the sources that the content names."""
    lines = {source_id: (text, address) for source_id, text, address in content.citations}
    return tuple(Reference(n, source_id, *lines[source_id]) for source_id, n in numbers(content).items())


def stem(metal_id: str, day: date) -> str:
    """Return the name of a sheet's file without its suffix: `antimony-fact-sheet-2026-11-24`."""
    return f"{metal_id}-fact-sheet-{day.isoformat()}"


def command(content: SheetContent, paper: str) -> str:
    """Return the command line that writes the same file."""
    context = content.context
    words = ["minor-metals", "sheet", content.metal_id, "--on", context.as_of.isoformat()]
    words += ["--from", context.origin, "--to", context.destination, "--paper", paper]
    return shlex.join([*words, "-o", f"{stem(content.metal_id, context.as_of)}.pdf"])


def left_out(content: SheetContent, measures: int, uses: int) -> tuple[str, str]:
    """Return the notes on measures and uses that are not shown, empty where all are shown.

    Measures that have not ended are named.
    """
    hidden = content.measures[measures:]
    note = ""
    if hidden:
        note = ngettext(
            "{count} of {total} measures not shown; see the program.",
            "{count} of {total} measures not shown; see the program.",
            len(hidden),
        ).format(count=len(hidden), total=len(content.measures))
    not_ended = "; ".join(_in_a_list(m) for m in hidden if not m.ended)
    if not_ended:
        note = paragraph([note, gettext("Of these, not yet ended: {measures}.").format(measures=not_ended)])
    return note, _uses_left_out(len(content.uses), uses)


def _in_a_list(measure: MeasureLine) -> str:
    """Return a measure as an entry of a list: `Announcement 46 of 2024, section 1: ban, in force`."""
    return gettext("{measure}: {kind}, {state}").format(
        measure=measure.name, kind=measure.kind, state=measure.state
    )


def _uses_left_out(total: int, shown: int) -> str:
    hidden = total - min(shown, total)
    if not hidden:
        return ""
    return ngettext(
        "{count} of {total} uses not shown; see the program.",
        "{count} of {total} uses not shown; see the program.",
        hidden,
    ).format(count=hidden, total=total)

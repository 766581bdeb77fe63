"""The publishers behind a chart as one line, with the credits that some of them require."""

from collections.abc import Sequence

from explorer.charts.spec import ChartSpec, SourceRef
from explorer.data.supply.buyers import CREDIT, SOURCE_ID
from explorer.language import ngettext, paragraph

MAX_NAMED_SOURCES = 6
# The wording that the licence of the figures requires.
ACKNOWLEDGEMENT = "Contains British Geological Survey materials © UKRI."


def source_line(sources: Sequence[SourceRef], *, in_file: bool = False, most: int = MAX_NAMED_SOURCES) -> str:
    """Return the publishers of the figures, each once; the table names the rest, and for a file the CSV file does.

    The credit of the customs data begins with their publisher, which is therefore not named before it.
    """
    has_credit = any(s.source_id == SOURCE_ID for s in sources)
    publishers = list(dict.fromkeys(s.publisher for s in sources if s.source_id != SOURCE_ID))
    more = len(publishers) - most
    names = publishers
    if more > 1:
        names = [*publishers[:most], _rest(more, in_file=in_file)]
    if has_credit and not names:
        names, has_credit = [CREDIT.removesuffix(".")], False
    line = ngettext("Source: {publishers}.", "Sources: {publishers}.", len(names) + has_credit)
    british = any(n.startswith("British Geological Survey") for n in publishers)
    return paragraph(
        (
            line.format(publishers="; ".join(names)) if names else "",
            ACKNOWLEDGEMENT if british else "",
            CREDIT if has_credit else "",
        )
    )


def sources_in_file(spec: ChartSpec) -> str:
    """Return what a file says about the sources of a chart: publishers, the files of the user, documents."""
    return paragraph((source_line(spec.sources, in_file=True), spec.own_sources, spec.documents))


def brief_sources(spec: ChartSpec) -> str:
    """Return the first publisher and the number of the others, for an image with little room."""
    return paragraph((source_line(spec.sources, in_file=True, most=1), spec.own_sources))


def _rest(count: int, *, in_file: bool) -> str:
    if in_file:
        text = ngettext("{count} more (see the CSV file)", "{count} more (see the CSV file)", count)
    else:
        text = ngettext("{count} more (see the table)", "{count} more (see the table)", count)
    return text.format(count=count)

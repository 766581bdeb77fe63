"""The tool that draws a chart: the image that `export` writes, with its content in words."""

from collections.abc import Mapping, Sequence
from typing import Any

from explorer.commands.support.command_json import parsed
from explorer.commands.support.context import read_context
from explorer.commands.support.mcp_answer import answer, limits
from explorer.commands.support.mcp_schema import (
    FIGURES,
    NOTHING_ON_FILE,
    choice,
    day_and_places,
    number,
    text,
    texts,
)
from explorer.data.finding.lookup import find_metal
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop
from explorer.protocol.tools import Tool, ToolResult


def chart_tool(store: Store, data_option: Sequence[str]) -> Tool:
    """Return the tool, with the kinds of charts in its description."""
    from explorer.charts.builders.registry import KINDS, MOST_METALS

    properties = {
        "chart": choice(gettext_noop("Kind of chart."), tuple(KINDS)),
        "metals": texts(gettext_noop("Metals to show; leave out for a chart of all metals."), MOST_METALS),
        **day_and_places(),
        "buyer": text(gettext_noop("Importing country whose suppliers are shown.")),
        "year": number("integer", 1900, 2199, gettext_noop("Year shown.")),
        "without": text(gettext_noop("Countries or blocs whose output is removed, in the stress chart.")),
        "theme": choice(gettext_noop("Colours (default: light)."), ("light", "dark")),
    }
    description = gettext(
        "A chart as a PNG image with its sources, as-of date and edition, and its content as a sentence and a table. "
        "Kinds: {kinds}."
    ).format(kinds="; ".join(f"{name}: {kind.label}" for name, kind in KINDS.items()))

    def call(given: Mapping[str, Any]) -> ToolResult:
        return _chart_result(store, given, data_option)

    return Tool("chart", gettext("Chart as an image"), description, properties, ("chart",), call)


def _chart_result(store: Store, given: Mapping[str, Any], data_option: Sequence[str]) -> ToolResult:
    """Return a chart as an image and as text; raise KnownError where there is none."""
    from explorer.charts import summary
    from explorer.charts.batch import jobs
    from explorer.charts.builders.registry import KINDS
    from explorer.charts.spec import Missing
    from explorer.commands.export import drawn, export_options, one_chart

    words = _words(given)
    args = parsed([*data_option, *words])
    args.own_series = ()
    context = read_context(args, store, must_be_export=False)
    metal_ids = tuple(dict.fromkeys(find_metal(store, metal).metal_id for metal in args.metals))
    kind = KINDS[given["chart"]]
    if not metal_ids and kind.metals != "all":
        raise KnownError(gettext("Give one or more metals, such as gallium."))
    planned = jobs(metal_ids, (kind,))
    if len(planned) != 1:
        raise KnownError(gettext("This chart shows one metal; ask for one metal at a time."))
    chart = one_chart(args, store, planned[0], context)
    if isinstance(chart, Missing):
        raise KnownError(gettext("No chart: {reason}").format(reason=chart.reason))
    table = summary.table(chart)
    value = {
        "chart": chart.kind,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "to": context.destination,
        "metals": list(metal_ids),
        "sentence": summary.sentence(chart),
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
        "notes": list(chart.notes),
        "left_out": list(chart.left_out),
        "source_ids": [source.source_id for source in chart.sources],
        "footer": chart.footer,
    }
    values = answer(store, args, words, value)
    values["not_covered"] = limits(store, values, (FIGURES, NOTHING_ON_FILE))
    return ToolResult(values, (drawn(chart, export_options(args, "png"), "png"),))


def _words(given: Mapping[str, Any]) -> list[str]:
    """Return the words of the command line that write the same chart."""
    options = [f"--{name}={value}" for name, value in given.items() if name != "metals"]
    metals = given.get("metals", ())
    return ["export", *options, "-o", "chart.png", *(["--", *metals] if metals else [])]

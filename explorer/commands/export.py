"""`minor-metals export`: one chart of one metal as PNG, the same bytes as the window writes."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.commands.context import open_store, read_context
from explorer.commands.display import find_display
from explorer.data.files import refuse_existing, whole_file
from explorer.data.lookup import find_metal
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound

if TYPE_CHECKING:
    from explorer.charts.spec import Chart, ChartSpec


def run(args: Namespace) -> int:
    """Write the chart; 1 where there are no data for it, and the reason is told."""
    from explorer.charts.spec import Missing

    path = Path(args.output)
    if path.suffix.lower() != ".png":
        raise KnownError(f"“{path.name}” is no name for a PNG file: let it end in .png.")
    refuse_existing(path, args.force)
    with open_store(args) as store:
        chart = _build(args, store)
    if isinstance(chart, Missing):
        print(f"minor-metals: No chart: {chart.reason}", file=sys.stderr)
        return 1
    data = _png(chart, args)
    with whole_file(path, args.force) as part:
        part.write_bytes(data)
    print(f"{path}: {args.size[0]} x {args.size[1]} pixels, {args.dpi} dpi")
    return 0


def _build(args: Namespace, store: Store) -> "Chart":
    from explorer.charts.build import KINDS, make
    from explorer.charts.spec import ChartContext

    context = read_context(args, store)
    metal = find_metal(store, args.metal)
    kind = KINDS.get(args.chart)
    if kind is None:
        raise NotFound(f"There is no chart “{args.chart}”; there are {', '.join(KINDS)}.")
    options: dict[str, Any] = {"log": True} if args.log else {}
    if args.series:
        options["series"] = _choice(store, kind.choices(store, metal.metal_id), args.series)
    chart_context = ChartContext(context.on, context.origin, context.to)
    return make(kind, store, (metal.metal_id,), chart_context, **options)


def _choice(store: Store, choices: tuple[Any, ...], wanted: str) -> str:
    """Return the key of a choice that is named by its key or its label."""
    for choice in choices:
        if wanted.casefold() in (choice.key.casefold(), choice.label.casefold()):
            return str(choice.key)
    there = "; ".join(c.key for c in choices) or "none"
    raise NotFound(f"There is no “{wanted}” for this chart; to choose from: {there}.")


def _png(spec: "ChartSpec", args: Namespace) -> bytes:
    """Draw the chart; without a display that can be used, on none."""
    if find_display().problem:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from explorer.charts.render import png
    from explorer.charts.style import theme

    application = QApplication.instance() or QApplication(sys.argv[:1])
    try:
        width, height = args.size
        return png(spec, width, height, args.dpi, theme(args.theme == "dark"))
    finally:
        application.processEvents()

"""Draws every kind of chart for a few metals as one large image: `python tests/contact_sheet.py OUT.png`.

`--dark`, `--size 700x500` or `--preset column`, and `--metals gallium,tungsten` choose what is drawn; `--readme` the
small sheet of the README.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication

from explorer.charts.batch import jobs
from explorer.charts.builders.registry import KINDS, make
from explorer.charts.output.options import PRESETS, ExportOptions
from explorer.charts.output.render import render
from explorer.charts.plot.painting import painting
from explorer.charts.spec import ChartSpec
from explorer.data.context import Context
from explorer.data.store import Store
from explorer.errors import KnownError
from explorer.palette import LIGHT, theme

METALS = ("antimony", "gallium", "tungsten", "holmium", "scandium", "cesium")
README_METALS = METALS[:3]
GAP, README_WIDTH, COLOURS = 12, 1740, 256
CONTEXT = Context(date(2026, 11, 24), "CHN", "USA")


def rows(store: Store, metals: tuple[str, ...], options: ExportOptions) -> Iterator[list[QImage]]:
    """Yield the charts of each kind, those of several and of all metals in pairs to a row."""
    alone: list[QImage] = []
    for kind in KINDS.values():
        images = [
            image
            for job in jobs(metals, (kind,))
            if (image := drawn(make(kind, store, job.metal_ids, CONTEXT), options)) is not None
        ]
        if kind.metals == "one":
            yield images
        else:
            alone += images
    for n in range(0, len(alone), len(metals)):
        yield alone[n : n + len(metals)]


def drawn(chart: object, options: ExportOptions) -> QImage | None:
    """Return a chart as exported, None where there is none; report a chart that is refused."""
    if not isinstance(chart, ChartSpec):
        return None
    try:
        return QImage.fromData(render(chart, options, "png"))
    except KnownError as error:
        print(f"{chart.title}: {error}", file=sys.stderr)
        return None


def sheet(lines: list[list[QImage]], width: int, background: str) -> QImage:
    """Return the rows under each other, each picture scaled to a width."""
    height = max(image.height() * width // image.width() for line in lines for image in line)
    columns = max(map(len, lines))
    size = columns * (width + GAP) + GAP, len(lines) * (height + GAP) + GAP
    result = QImage(*size, QImage.Format.Format_RGB32)
    result.fill(QColor(background))
    with painting(QPainter(result)) as painter:
        for y, line in enumerate(lines):
            for x, image in enumerate(line):
                small = image.scaled(
                    width,
                    height,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                place = QRect(
                    GAP + x * (width + GAP), GAP + y * (height + GAP), small.width(), small.height()
                )
                painter.drawImage(place, small)
    return result


def reduced(image: QImage) -> QImage:
    """Return an image with the colours of charts and their tints, and otherwise its most frequent colours."""
    pixels = np.frombuffer(image.constBits(), np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    most = [int(c) for c in colours[np.argsort(-counts, kind="stable")[:COLOURS]]]
    table = list(dict.fromkeys([*most[:2], *tints(), *most]))[:COLOURS]
    exact = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, exact)


def tints() -> list[int]:
    """Return the colours of series and of kinds of measures, pure and mixed with white."""
    pure = [*LIGHT.series, *(c for k in LIGHT.kinds.values() for c in (k.ink, k.bar))]
    mixed = []
    for part in (1.0, 0.66, 0.33):
        for colour in map(QColor, pure):
            red, green, blue = (round(255 - part * (255 - n)) for n in colour.getRgb()[:3])
            mixed.append(QColor(red, green, blue).rgb())
    return mixed


def write(image: QImage, path: Path) -> None:
    """Write a sheet with the best compression."""
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(91)
    if not writer.write(image):
        raise SystemExit(f"{path}: {writer.errorString()}")
    print(f"{path}: {image.width()} x {image.height()} pixels, {path.stat().st_size // 1024} KB")


def main() -> None:
    """Draw the sheet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--size", default="1600x900")
    parser.add_argument("--preset", choices=[p.key for p in PRESETS])
    parser.add_argument("--metals", default="")
    parser.add_argument("--width", type=int, default=800)
    args = parser.parse_args()
    application = QApplication.instance() or QApplication([])
    width, height = (int(n) for n in args.size.split("x"))
    metals = README_METALS if args.readme else METALS
    if args.metals:
        metals = tuple(args.metals.split(","))
    options = ExportOptions(width, height, 150 if width >= 1000 else 96, dark=args.dark)
    if args.preset:
        (preset,) = (p for p in PRESETS if p.key == args.preset)
        options = replace(options, width=preset.width, height=preset.height, dpi=preset.dpi)
    with Store.open() as store:
        lines = list(rows(store, metals, options))
    across = (README_WIDTH - GAP) // len(metals) - GAP if args.readme else args.width
    result = sheet(lines, across, theme(args.dark).border)
    write(reduced(result) if args.readme else result, args.output)
    del application


if __name__ == "__main__":
    main()

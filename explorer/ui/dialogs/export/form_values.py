"""The values of the export form, in the units of the form, saved from one export to the next."""

import re

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSettings

from explorer.charts.output.options import (
    FORMATS,
    MAX_DPI,
    MIN_DPI,
    MM_PER_INCH,
    PRESETS,
    ExportOptions,
    pixels,
)
from explorer.errors import KnownError
from explorer.models.stored_values import stored_text

CUSTOM = "own"  # as saved in the settings
UNITS = ("px", "mm", "in")
DECIMALS = {"px": 0, "mm": 1, "in": 2}
_UNIT_OF_PRESET = {"half-page": "mm", "column": "mm", "a4": "mm"}
_SIZES, MOST_SIZES = "export/sizes", 3
_SIZE = re.compile(r"(\d{1,6}(?:\.\d+)?)x(\d{1,6}(?:\.\d+)?)(px|mm|in)@(\d{1,6})", re.ASCII)


class Size(Struct, frozen=True):
    """A size used before: width and height in a unit, at a resolution."""

    width: float
    height: float
    unit: str
    dpi: int


class FormValues(Struct, frozen=True):
    """Format, size and appearance; width and height in `unit`. With `outlines` None, SVG text is drawn as needed."""

    form: str = "png"
    preset: str = "slide"
    width: float = 1920.0
    height: float = 1080.0
    unit: str = "px"
    dpi: int = 144
    dark: bool = False
    title: bool = True
    control_dates: bool = True
    sources: bool = True
    outlines: bool | None = None

    def options(self) -> ExportOptions:
        """Return the options of the export; raise KnownError if the size is out of range."""
        preset = next((p for p in PRESETS if p.key == self.preset), None)
        width = preset.width if preset else pixels(self.width, self.unit, self.dpi)
        height = preset.height if preset else pixels(self.height, self.unit, self.dpi)
        return ExportOptions(
            width,
            height,
            self.dpi,
            dark=self.dark,
            title=self.title,
            control_dates=self.control_dates,
            sources=self.sources,
            outlines=self.outlines,
        ).checked(self.form)

    def with_preset(self, key: str) -> "FormValues":
        """Return the values with the size and resolution of a preset, in its usual unit."""
        preset = next((p for p in PRESETS if p.key == key), None)
        if preset is None:
            return replace(self, preset=CUSTOM)
        unit = _UNIT_OF_PRESET.get(key, "px")
        return replace(
            self,
            preset=key,
            unit=unit,
            dpi=preset.dpi,
            width=converted(preset.width, "px", unit, preset.dpi),
            height=converted(preset.height, "px", unit, preset.dpi),
        )

    @property
    def size(self) -> Size:
        """The size with its unit and resolution."""
        return Size(self.width, self.height, self.unit, self.dpi)

    def with_size(self, size: Size) -> "FormValues":
        """Return the values with a size that was used before."""
        own = replace(self, preset=CUSTOM, width=size.width, height=size.height)
        return replace(own, unit=size.unit, dpi=size.dpi)

    def with_unit(self, unit: str) -> "FormValues":
        """Return the same size in another unit."""
        return replace(
            self,
            unit=unit,
            width=converted(self.width, self.unit, unit, self.dpi),
            height=converted(self.height, self.unit, unit, self.dpi),
        )

    def save(self, settings: QSettings) -> None:
        """Save the values, and a size that is not that of a preset among the last ones used."""
        if self.preset == CUSTOM:
            sizes = dict.fromkeys((self.size, *recent_sizes(settings)))
            texts = [f"{s.width:g}x{s.height:g}{s.unit}@{s.dpi}" for s in sizes]
            settings.setValue(_SIZES, ";".join(texts[:MOST_SIZES]))
        for name in ("form", "preset", "width", "height", "unit", "dpi", "dark"):
            settings.setValue(f"export/{name}", getattr(self, name))


def load_values(settings: QSettings) -> FormValues:
    """Return the saved values; invalid ones are replaced by defaults."""

    def text(name: str, allowed: tuple[str, ...], default: str) -> str:
        value = stored_text(settings, f"export/{name}", default)
        return value if value in allowed else default

    def number(name: str, default: float) -> float:
        try:
            value = float(stored_text(settings, f"export/{name}", str(default)))
        except ValueError:
            return default
        return value if 0 < value < 100_000 else default

    defaults = FormValues()
    keys = tuple(p.key for p in PRESETS)
    values = FormValues(
        form=text("form", FORMATS, defaults.form),
        preset=text("preset", (*keys, CUSTOM), defaults.preset),
        width=number("width", defaults.width),
        height=number("height", defaults.height),
        unit=text("unit", UNITS, defaults.unit),
        dpi=min(max(round(number("dpi", defaults.dpi)), MIN_DPI), MAX_DPI),
        dark=stored_text(settings, "export/dark").casefold() == "true",
    )
    try:
        values.with_preset(values.preset).options()
    except KnownError:
        values = replace(values, preset=defaults.preset)
    return values.with_preset(values.preset)


def recent_sizes(settings: QSettings) -> tuple[Size, ...]:
    """Return the last sizes used that were not those of presets, the latest first, without invalid ones."""
    sizes = []
    for match in map(_SIZE.fullmatch, stored_text(settings, _SIZES).split(";")):
        size = match and Size(float(match[1]), float(match[2]), match[3], int(match[4]))
        if size and _is_possible(size):
            sizes.append(size)
    return tuple(sizes[:MOST_SIZES])


def _is_possible(size: Size) -> bool:
    try:
        FormValues(form="svg").with_size(size).options()
    except KnownError:
        return False
    return True


def converted(length: float, unit: str, to: str, dpi: int) -> float:
    """Return a length in another unit (`px`, `mm`, `in`), rounded as its field shows it."""
    inches = {"px": length / dpi, "mm": length / MM_PER_INCH, "in": length}[unit]
    return round({"px": inches * dpi, "mm": inches * MM_PER_INCH, "in": inches}[to], DECIMALS[to])

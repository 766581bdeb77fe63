"""What a user chose for a picture, in the units it was typed in, remembered from one export to the next."""

from dataclasses import dataclass, replace

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

OWN = "own"
UNITS = ("px", "mm", "in")
DECIMALS = {"px": 0, "mm": 1, "in": 2}
_UNIT_OF_PRESET = {"half-page": "mm", "a4": "mm"}


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """Format and look; width and height in `unit`. `outlines` of None lets the text of an SVG decide."""

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

    def picture(self) -> ExportOptions:
        """Return the picture; raise KnownError where its size is out of bounds."""
        chosen = next((p for p in PRESETS if p.key == self.preset), None)
        width = chosen.width if chosen else pixels(self.width, self.unit, self.dpi)
        height = chosen.height if chosen else pixels(self.height, self.unit, self.dpi)
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

    def with_preset(self, key: str) -> "ExportChoice":
        """Return the choice at the size and resolution of a preset, in the unit in which one thinks of it."""
        chosen = next((p for p in PRESETS if p.key == key), None)
        if chosen is None:
            return replace(self, preset=OWN)
        unit = _UNIT_OF_PRESET.get(key, "px")
        return replace(
            self,
            preset=key,
            unit=unit,
            dpi=chosen.dpi,
            width=converted(chosen.width, "px", unit, chosen.dpi),
            height=converted(chosen.height, "px", unit, chosen.dpi),
        )

    def with_unit(self, unit: str) -> "ExportChoice":
        """Return the same size told in another unit."""
        return replace(
            self,
            unit=unit,
            width=converted(self.width, self.unit, unit, self.dpi),
            height=converted(self.height, self.unit, unit, self.dpi),
        )

    def save(self, settings: QSettings) -> None:
        """Remember the choice."""
        for name in ("form", "preset", "width", "height", "unit", "dpi", "dark"):
            settings.setValue(f"export/{name}", getattr(self, name))


def restored(settings: QSettings) -> ExportChoice:
    """Return the choice of last time, as far as it still makes sense."""

    def text(name: str, allowed: tuple[str, ...], default: str) -> str:
        value = str(settings.value(f"export/{name}", default))
        return value if value in allowed else default

    def number(name: str, default: float) -> float:
        try:
            value = float(str(settings.value(f"export/{name}", default)))
        except ValueError:
            return default
        return value if 0 < value < 100_000 else default

    start = ExportChoice()
    keys = tuple(p.key for p in PRESETS)
    choice = ExportChoice(
        form=text("form", FORMATS, start.form),
        preset=text("preset", (*keys, OWN), start.preset),
        width=number("width", start.width),
        height=number("height", start.height),
        unit=text("unit", UNITS, start.unit),
        dpi=min(max(round(number("dpi", start.dpi)), MIN_DPI), MAX_DPI),
        dark=str(settings.value("export/dark", "false")).casefold() == "true",
    )
    try:
        choice.with_preset(choice.preset).picture()
    except KnownError:
        choice = replace(choice, preset=start.preset)
    return choice.with_preset(choice.preset)


def converted(length: float, unit: str, to: str, dpi: int) -> float:
    """Return a length in another unit, rounded as its field shows it."""
    inches = {"px": length / dpi, "mm": length / MM_PER_INCH, "in": length}[unit]
    return round({"px": inches * dpi, "mm": inches * MM_PER_INCH, "in": inches}[to], DECIMALS[to])

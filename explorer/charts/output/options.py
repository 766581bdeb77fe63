"""How a chart is exported: format, size, resolution, theme and the parts around the plot."""

import math
import shlex

from msgspec import Struct
from msgspec.structs import replace

from explorer import palette
from explorer.charts import style
from explorer.charts.hidden_series import option
from explorer.charts.spec import ChartSpec
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.palette import Theme

TABLE_FORMATS = ("csv", "xlsx")
FORMATS = ("png", "svg", "pdf", *TABLE_FORMATS)
LEAST_POINTS, LEAST_PIXELS = 6.0, 10.0
POINTS_PER_INCH, MM_PER_INCH = 72.0, 25.4
MAX_PIXELS, MIN_PIXELS = 20_000, 100
MAX_DPI, MIN_DPI = 2_400, 30
MAX_PNG_PIXELS = 100_000_000  # 400 MB of memory, and A3 at 600 dpi with room to spare
LONGEST_TITLE, LONGEST_NOTE = 200, 400


class ExportOptions(Struct, frozen=True):
    """Size in pixels at a resolution in dots per inch; `outlines` draws the letters of an SVG as shapes.

    With `outlines` of None, an SVG has outlines only if it contains Chinese, for which few viewers have a font.
    `own_title` replaces the title of the chart, and `own_note` is added to its notes; both are the user's words.
    """

    width: int = 1600
    height: int = 900
    dpi: int = 150
    dark: bool = False
    title: bool = True
    control_dates: bool = True
    sources: bool = True
    outlines: bool | None = None
    own_title: str = ""
    own_note: str = ""

    @property
    def theme(self) -> Theme:
        """Return the colours."""
        return palette.theme(self.dark)

    @property
    def millimetres(self) -> tuple[float, float]:
        """Return width and height in print, in millimetres."""
        return self.width / self.dpi * MM_PER_INCH, self.height / self.dpi * MM_PER_INCH

    @property
    def points(self) -> tuple[float, float]:
        """Return width and height in print, in points."""
        return self.width / self.dpi * POINTS_PER_INCH, self.height / self.dpi * POINTS_PER_INCH

    @property
    def least_scale(self) -> float:
        """Return the least number of pixels for a logical pixel at which the smallest text can be read."""
        print_pixels = LEAST_POINTS * self.dpi / POINTS_PER_INCH
        return max(LEAST_PIXELS, print_pixels) / style.SMALLEST

    def checked(self, form: str = "") -> "ExportOptions":
        """Return these options; raise KnownError if a size or resolution is out of range for a format."""
        if not all(MIN_PIXELS <= n <= MAX_PIXELS for n in (self.width, self.height)):
            raise KnownError(
                gettext("Width and height must be between {low} and {high} pixels.").format(
                    low=MIN_PIXELS, high=MAX_PIXELS
                )
            )
        if not MIN_DPI <= self.dpi <= MAX_DPI:
            raise KnownError(
                gettext("The resolution must be between {low} and {high} dpi.").format(
                    low=MIN_DPI, high=MAX_DPI
                )
            )
        if form == "png" and self.width * self.height > MAX_PNG_PIXELS:
            raise KnownError(
                gettext(
                    "A PNG can have at most {limit} million pixels; {width} x {height} is {count} million. "
                    "Choose a smaller size, or SVG or PDF."
                ).format(
                    limit=MAX_PNG_PIXELS // 1_000_000,
                    width=self.width,
                    height=self.height,
                    count=math.ceil(self.width * self.height / 1_000_000),
                )
            )
        return self


class Preset(Struct, frozen=True):
    """A named size: pixels at a resolution."""

    key: str
    width: int
    height: int
    dpi: int


def _print_size(key: str, width_mm: float, height_mm: float, dpi: int) -> Preset:
    return Preset(key, pixels(width_mm, "mm", dpi), pixels(height_mm, "mm", dpi), dpi)


def pixels(length: float, unit: str, dpi: int) -> int:
    """Return a length in `px`, `mm` or `in` as whole pixels."""
    return round(length if unit == "px" else length * dpi / (MM_PER_INCH if unit == "mm" else 1.0))


# A column of most journals is 84 to 90 mm wide. Feeds show posts of 1080 x 1350 and 1200 x 675 pixels uncropped, on
# telephones at about a third of the size: a higher resolution gives these larger text.
PRESETS = (
    Preset("slide", 1920, 1080, 144),
    _print_size("half-page", 160, 90, 300),
    _print_size("column", 85, 120, 300),
    _print_size("a4", 297, 210, 300),
    Preset("square", 1080, 1080, 144),
    Preset("portrait", 1080, 1350, 240),
    Preset("social", 1200, 675, 144),
)


def selected_parts(spec: ChartSpec, options: ExportOptions) -> ChartSpec:
    """Return a chart without the parts that the options omit."""
    return spec if options.control_dates else replace(spec, events=(), documents="")


def command(spec: ChartSpec, options: ExportOptions, file: str) -> str:
    """Return the command that writes the same file."""
    words = ["--size", f"{options.width}x{options.height}", "--dpi", str(options.dpi)]
    words += ["--theme", "dark"] if options.dark else []
    words += [
        flag
        for flag, omitted in (
            ("--no-title", not options.title),
            ("--no-control-dates", not options.control_dates),
            ("--no-sources", not options.sources),
        )
        if omitted
    ]
    if options.outlines is not None:
        words += ["--text", "curves" if options.outlines else "text"]
    if file.endswith(tuple(f".{form}" for form in TABLE_FORMATS)):
        words = []
    words += option("--title", options.own_title) if options.own_title else ()
    words += option("--note", options.own_note) if options.own_note else ()
    return f"{spec.query} {shlex.join([*words, '-o', file])}"


def has_chinese(text: str) -> bool:
    """Return whether a text contains Chinese characters or punctuation."""
    return any("\u2e80" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" for c in text)

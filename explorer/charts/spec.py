"""The description of a chart: a frozen record from which it is drawn, listed as a table and put into words.

Days are counted from 1 January 1970, without hours, so that no time zone moves them; years are plain numbers;
categories are row numbers from the top.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.overview.date_entry import NearDates
from explorer.data.periodic.value_tile import ValueTile

Scale = Literal["linear", "log"]
AxisKind = Literal["date", "year", "category", "value"]
Style = Literal["line", "bars"]
ShapeName = Literal[
    "time",
    "around event",
    "areas",
    "stacked bars",
    "points",
    "bars",
    "strips",
    "metal strips",
    "timeline",
    "map",
    "table",
    "dates",
]
Since = date | Literal["default"] | None

PRODUCT = "Minor Metals Explorer"

_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Return a day as the number of days since 1 January 1970."""
    return (day - _EPOCH).days


def day_of(number: float) -> date:
    """Return the day of a number of days since 1 January 1970."""
    return _EPOCH + timedelta(days=int(number))


class Choice(Struct, frozen=True):
    """One entry of a list in which a reader chooses what a chart shows; the key is not shown."""

    key: str
    label: str


class ReferenceLine(Struct, frozen=True):
    """A line across the chart at a value of an axis, with its label: a threshold, a base, a day."""

    at: float
    label: str


class Axis(Struct, frozen=True):
    """An axis; `low` and `high` are the range shown, in data coordinates; `unit` may be empty."""

    kind: AxisKind
    label: str = ""
    unit: str = ""
    scale: Scale = "linear"
    low: float = 0.0
    high: float = 1.0
    reference_lines: tuple[ReferenceLine, ...] = ()

    def place(self, day: date) -> float:
        """Return the position of a day on an axis of days, or of years, where a number is the middle of its year."""
        if self.kind != "year":
            return day_number(day)
        start, end = day_number(date(day.year, 1, 1)), day_number(date(day.year + 1, 1, 1))
        return day.year - 0.5 + (day_number(day) - start) / (end - start)


class Point(Struct, frozen=True):
    """One figure: `y` is None where it is withheld or unknown, `label` is its day, year or country.

    `when` is its day, month, year or span as in the data, empty without a time axis. `low` and `high` are the ends of
    a published range, `flag` and `qualifier` are as in the data, `share_pct` is the share of the world or of another
    total, `value_share_pct` that of the value where `share_pct` is of tonnes; `word` is shown instead of a figure
    (`withheld`, `net exporter`), `word_key` is the coded value of the data for it. `published` is the figure from
    which a relative one is computed, in the `published_unit` of its series; `symbol` is shown instead of the label
    where space is short; `country_id` is the country or area of a figure by country, `members` are those of a
    bloc that a map draws in its place.
    """

    x: float
    y: float | None
    label: str
    low: float | None = None
    high: float | None = None
    flag: str | None = None
    qualifier: str | None = None
    share_pct: float | None = None
    value_share_pct: float | None = None
    word: str | None = None
    word_key: str = ""
    note: str | None = None
    source_ids: tuple[str, ...] = ()
    confidence: str | None = None
    when: str = ""
    published: float | None = None
    symbol: str = ""
    country_id: str = ""
    members: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The ids of the countries and areas that the point is about."""
        return (self.country_id, *self.members)

    @property
    def is_bound(self) -> bool:
        """Whether the figure is published only as a bound: more than it, or less."""
        return self.y is not None and self.qualifier in ("<", ">")

    @property
    def is_range(self) -> bool:
        """Whether only a range is published."""
        return self.y is None and self.low is not None and self.high is not None


class OwnFacts(Struct, frozen=True):
    """A series of the user: its name, marked as the user's, its file, and the notes that are about it alone."""

    name: str
    file: str
    notes: tuple[str, ...] = ()


class Series(Struct, frozen=True):
    """Points of one line, or of one set of bars or areas; a point without a figure is a gap.

    `style` is that of a series over time, `background` draws it in grey. `bar_width` is the length of a bar's period
    in the numbers of the x axis. Areas are stacked in the order of the series, each with its own figure. `short` names
    a line at its end, `published_unit` is the unit of `Point.published`, `status` is the control status that colours
    points. `own` is set for a series of the user, which is dashed. `joined_bounds` draws bounds as values, for computed
    bounds that are close to the value; otherwise a bound is an arrow that no line joins. `key` is the id of the series
    in the data, `colour` its place among the colours where other series of the chart are hidden. `is_partial` marks
    figures of parts of years, which are drawn hatched with a dashed outline in the colour of the series before.
    `certainty` says whether counted measures are in force, presumed or announced.
    """

    name: str
    points: tuple[Point, ...]
    style: Style = "line"
    background: bool = False
    bar_width: float = 1.0
    short: str = ""
    published_unit: str = ""
    status: str = ""
    joined_bounds: bool = False
    key: str = ""
    colour: int | None = None
    is_partial: bool = False
    certainty: str = ""
    own: OwnFacts | None = None

    @property
    def choice(self) -> Choice:
        """The series as an entry of a list in which a reader shows and hides series."""
        return Choice(self.key or self.name, self.short or self.name)


class ControlDate(Struct, frozen=True):
    """A day on which a measure changed its state: the strictest kind of measure concerned and the new state."""

    day: date
    label: str
    kind: str
    state: str
    measure_ids: tuple[str, ...]
    presumed: bool = False
    your_entry: bool = False


class SpanBar(Struct, frozen=True):
    """The days of one state, first and last day included; an open end is None.

    `kind` is empty where it is that of the row; `strictness` is that of measures, `in_principle` or None.
    `beyond_verified` is set where the state begins after the last day for which the controls were checked, `note` is
    what the data say about its end where the term of the measure ends with it. `your_entry` is set where the state
    would be another one without the entries of the user.
    """

    start: date
    end: date | None
    state: str
    presumed: bool
    label: str
    kind: str = ""
    measure_ids: tuple[str, ...] = ()
    strictness: str | None = None
    beyond_verified: bool = False
    note: str = ""
    your_entry: bool = False

    def meets(self, low: float, high: float) -> bool:
        """Whether the span has a day, or a part of one, between two day numbers; it lasts until its last day ends."""
        return day_number(self.start) <= high and (self.end is None or day_number(self.end) + 1 > low)


class MeasureFacts(Struct, frozen=True):
    """The document of a measure, its kind with the destination in words, and the metals that it names.

    `targeted` is unset where it names only special forms of the metal above its row; `is_purchasing_rule` is set for
    rules of public procurement.
    """

    document_id: str = ""
    rule: str = ""
    destination: str = ""
    strictness: str = ""
    targeted: bool = True
    is_purchasing_rule: bool = False
    metal_ids: tuple[str, ...] = ()
    metal_names: str = ""


NO_FACTS = MeasureFacts()


class Row(Struct, frozen=True):
    """The history of one measure, or of the controls on one metal; it has the id of the one or of the other.

    `scope` is the forms covered; `background` is set for quotas and ordinary licences. In a timeline, `group` is the
    heading above the rows of a metal, `short_detail` the state without the end of a pause, and `facts` are those of
    the measure or of the document.
    """

    measure_id: str
    label: str
    detail: str
    kind: str
    spans: tuple[SpanBar, ...]
    background: bool = False
    scope: str | None = None
    source_ids: tuple[str, ...] = ()
    metal_id: str = ""
    group: str = ""
    short_detail: str = ""
    facts: MeasureFacts = NO_FACTS


def different_spans(rows: Iterable[Row]) -> list[tuple[SpanBar, ...]]:
    """Return the spans of each row, once where rows share them: many metals have the same measure."""
    return list({id(row.spans): row.spans for row in rows}.values())


class ColouredTiles(Struct, frozen=True):
    """The tiles of a periodic table: what they are coloured by, and what the sign after a value means."""

    colouring: str
    tiles: tuple[ValueTile, ...]
    sign_text: str = ""


class SourceRef(Struct, frozen=True):
    """A source of the chart as a reader cites it."""

    source_id: str
    publisher: str
    title: str


class ChartSpec(Struct, frozen=True):
    """A full chart. `shape` says how it is drawn, `query` is the command that exports it.

    `heading` is the title on a page that names the metal already, empty where that is the whole title. `metal_ids` is
    empty where the chart is of all metals; `left_out` are the notes on metals and rows that are not shown,
    `range_notes` those of the notes that hold for the whole range only. `hidden` are the series that the reader has
    hidden, `measured` the first and last day of a span over which the change is given. `base` is the day on which
    prices are set to 100, a line that a reader can move. `own_sources` names the files of the user's series;
    `without_own` is the same chart without them, None where there are none or nothing else is shown. `tiles` are those
    of a periodic table, `dates` those around the as-of date; they are None in other charts.
    """

    kind: str
    shape: ShapeName
    metal_ids: tuple[str, ...]
    title: str
    subtitle: str
    x: Axis
    y: Axis
    series: tuple[Series, ...]
    events: tuple[ControlDate, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    left_out: tuple[str, ...]
    source_line: str
    documents: str
    sources: tuple[SourceRef, ...]
    context: Context
    footer: str
    data_version: str
    verified_to: str
    query: str
    heading: str = ""
    range_notes: tuple[str, ...] = ()
    hidden: tuple[Choice, ...] = ()
    measured: tuple[date, date] | None = None
    base: date | None = None
    own_sources: str = ""
    without_own: "ChartSpec | None" = None
    tiles: ColouredTiles | None = None
    dates: NearDates | None = None

    @property
    def has_own(self) -> bool:
        """Whether a series of the user is drawn."""
        return bool(self.own)

    @property
    def own(self) -> tuple[OwnFacts, ...]:
        """What is said about the series of the user that are drawn."""
        return tuple(s.own for s in self.series if s.own is not None)

    @property
    def names_zh(self) -> tuple[str, ...]:
        """The Chinese names that are drawn on tiles."""
        tiles = self.tiles.tiles if self.tiles is not None else ()
        return tuple(t.tile.metal.name_zh for t in tiles if t.tile.metal is not None)

    @property
    def sources_text(self) -> str:
        """The sources of the figures, the user's files apart from them, and the documents behind the control dates."""
        return " ".join(filter(None, (self.source_line, self.own_sources, self.documents)))

    def source(self, source_id: str) -> str:
        """Return the publisher of a source, or its id where the chart does not name it."""
        return next((s.publisher for s in self.sources if s.source_id == source_id), source_id)


def with_note(spec: ChartSpec, note: str) -> ChartSpec:
    """Return a chart with a note in the first place, where it is never cut."""
    return replace(spec, left_out=(note, *spec.left_out), notes=(note, *spec.notes))


class Missing(Struct, frozen=True):
    """The reason, as a sentence, why a chart cannot be made; title and heading as of a chart."""

    kind: str
    reason: str
    metal_id: str = ""
    title: str = ""
    heading: str = ""


Chart = ChartSpec | Missing

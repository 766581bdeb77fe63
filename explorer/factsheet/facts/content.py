"""The content of a sheet, read from the store for a metal, a date, an origin and a destination."""

from itertools import islice

from msgspec.structs import replace

from explorer.charts.builders.registry import KINDS, make
from explorer.charts.builders.sources import footer
from explorer.charts.spec import Chart, ChartSpec
from explorer.data.context import Context
from explorer.data.controls.headline import beyond
from explorer.data.controls.service import Controls
from explorer.data.controls.status import ENDED, Status
from explorer.data.dates import show
from explorer.data.places import is_on_file, place_name, setting
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.factsheet.facts.description import about, metal_name, summary
from explorer.factsheet.facts.key_figures import dependence_note, figures
from explorer.factsheet.facts.measures import measure_lines, status_sources
from explorer.factsheet.facts.records import MOST_FURTHER, CitedText, Section, SheetContent, numbers
from explorer.factsheet.facts.sources import address, line, ranked
from explorer.factsheet.facts.uses import use_lines
from explorer.language import gettext, ngettext, paragraph

OVER_TIME = ("price", "production-years", "reliance", "controls", "trade")
BY_COUNTRY = ("production", "reserves", "import-sources", "uses")
FURTHER = ("production-years", "import-sources", "reserves", "reliance")
MOST_LINES = 6


def make_content(store: Store, metal_id: str, context: Context) -> SheetContent:
    """Return all that the sheet of a metal can show; raise NotFound for an unknown id."""
    metal = store.metal(metal_id)
    controls = Controls.of(store)
    status, headline = controls.status(metal_id, context), controls.headline(metal_id, context)
    measures = measure_lines(store, status, context)
    uses_heading, uses = use_lines(store, metal_id, context)
    charts = (_first(OVER_TIME, store, metal_id, context), _first(BY_COUNTRY, store, metal_id, context))
    content = SheetContent(
        metal_id=metal_id,
        name_en=metal.name_en,
        name_zh=metal.name_zh,
        symbol=metal.symbol or "",
        about=about(store, metal),
        summary=CitedText(summary(metal), ranked(store, metal.source_ids, 1)),
        pill=headline.pill,
        pill_state=headline.pill_state,
        setting=setting(store, context),
        sentence=CitedText(headline.sentence, status_sources(store, status, measures, context)),
        detail=headline.detail,
        warning=beyond(store, context.as_of),
        figures=figures(store, metal_id, context),
        key_figures_note=dependence_note(store, metal_id, context),
        measures=measures,
        measures_note=_measures_note(store, status, context),
        uses_heading=uses_heading,
        uses=uses,
        charts=charts,
        more_charts=_further(store, metal_id, context, charts),
        sections=tuple(s for s in (_substitutes(store, metal), _lists(store, metal)) if s.lines),
        citations=(),
        footer=paragraph([footer(store, context), gettext("For reference only; not legal advice.")]),
        data_version=store.edition.data_version,
        context=context,
    )
    named = (store.sources[i] for i in numbers(content))
    return replace(content, citations=tuple((s.source_id, line(s), address(s)) for s in named))


def _measures_note(store: Store, status: Status, context: Context) -> str:
    """Return what the table does not list: measures for named parties, or the note that none is on file."""
    note = ""
    if not is_on_file(store, context.origin):
        origin = place_name(store, context.origin)
        note = gettext("No measures by {origin} are on file; some may exist.").format(origin=origin)
    elif not status.measures:
        note = gettext("No measures on {metal} itself are on file for this destination.").format(
            metal=metal_name(store, status.metal_id)
        )
    general = sum(m.state != ENDED for m in status.general)
    if not general:
        return note
    more = ngettext(
        (
            "{count} more measure applies to named parties or to goods not linked to a specific metal. "
            "It does not affect the status; see the program."
        ),
        (
            "{count} more measures apply to named parties or to goods not linked to a specific metal. "
            "They do not affect the status; see the program."
        ),
        general,
    )
    return paragraph([note, more.format(count=general)])


def _first(kinds: tuple[str, ...], store: Store, metal_id: str, context: Context) -> Chart:
    """Return the first chart of these kinds that shows more than one figure, else that of the first kind."""
    default = make(KINDS[kinds[0]], store, (metal_id,), context)
    others = (make(KINDS[k], store, (metal_id,), context) for k in kinds[1:])
    return next((c for c in (default, *others) if _is_informative(c)), default)


def _is_informative(chart: Chart) -> bool:
    """Return whether a chart shows more than one figure."""
    if not isinstance(chart, ChartSpec):
        return False
    return bool(chart.rows) or sum(p.y is not None for s in chart.series for p in s.points) > 1


def _further(
    store: Store, metal_id: str, context: Context, shown: tuple[Chart, ...]
) -> tuple[ChartSpec, ...]:
    """Return charts of other kinds than those shown, for a page with room."""
    kinds = [k for k in FURTHER if k not in {c.kind for c in shown}]
    charts = (make(KINDS[k], store, (metal_id,), context) for k in kinds)
    return tuple(islice((c for c in charts if isinstance(c, ChartSpec) and _is_informative(c)), MOST_FURTHER))


def _substitutes(store: Store, metal: Metal) -> Section:
    """Return the substitutes for the metal by use, each with its drawback."""
    lines = []
    for s in store.substitutes(metal.metal_id)[:MOST_LINES]:
        text = gettext("{use}: {substitute} ({drawback})") if s.penalty else gettext("{use}: {substitute}")
        text = text.format(use=s.use, substitute=s.substitute, drawback=s.penalty)
        lines.append(CitedText(text, ranked(store, s.source_ids, 1)))
    return Section(gettext("Substitutes"), tuple(lines))


def _lists(store: Store, metal: Metal) -> Section:
    """Return the latest official list of each issuer that names the metal."""
    named = [(store.lists[m.list_id], m) for m in store.list_members(metal.metal_id)]
    named.sort(key=lambda pair: pair[0].date or "", reverse=True)
    newest = {entry.issuer: (entry, member) for entry, member in reversed(named)}
    ordered = sorted(newest.values(), key=lambda pair: pair[0].date or "", reverse=True)
    lines = []
    for entry, member in ordered[:MOST_LINES]:
        is_dated = entry.date and "/" not in entry.date
        text = gettext("{issuer}: {list}, {day}") if is_dated else gettext("{issuer}: {list}")
        day = show(entry.date) if is_dated else ""
        text = text.format(issuer=entry.issuer, list=entry.name, day=day)
        lines.append(CitedText(text, ranked(store, member.source_ids, 1)))
    return Section(gettext("On official lists of critical materials"), tuple(lines))

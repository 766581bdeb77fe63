"""What all metals lose of their world output without some countries: one bar for each, most lost first."""

from msgspec.structs import replace

from explorer.charts.builders.category_bars import category_bars
from explorer.charts.builders.choices import options
from explorer.charts.builders.content import Content, finish
from explorer.charts.builders.notes import flag_notes
from explorer.charts.spec import Chart, Missing, Point
from explorer.data.context import Context
from explorer.data.metal_names import short_name
from explorer.data.numbers import exact
from explorer.data.steps import Steps, each, result_of
from explorer.data.store import Store
from explorer.data.supply.stress import texts
from explorer.data.supply.stress.assumptions import companies_note, loss_assumptions
from explorer.data.supply.stress.losses import Loss
from explorer.data.supply.stress.removal import read_removal
from explorer.data.supply.stress.result_texts import may_reach_text, reached_text
from explorer.data.supply.stress.stress_test import StressRow, StressTest, stepwise_test
from explorer.data.terms import output_word
from explorer.language import gettext, ngettext

KIND = "stress"
UNKNOWN = "unknown"


def stress(
    store: Store, context: Context, without: str = "", stage: str = "", threshold: float | None = None
) -> Chart:
    """Describe the shares that metals lose without places, by default the origin; `threshold` is in per cent."""
    return result_of(stepwise_stress(store, context, without, stage, threshold))


def stepwise_stress(
    store: Store, context: Context, without: str, stage: str, threshold: float | None
) -> Steps[Chart]:
    """Return what `stress` returns, in steps of a few milliseconds."""
    removal = read_removal(store, without or context.origin)
    test = yield from stepwise_test(store, removal, None, stage=stage, threshold=threshold, delay=0)
    title = gettext("Share of world output lost without {removed}").format(
        removed=texts.places_text(store, removal) or texts.removed_text(store, removal)
    )
    rows = [(row, row.loss) for row in test.shown if row.loss is not None]
    if not removal.countries:
        return Missing(KIND, gettext("A loss is known for countries only. Choose a country."), "", title)
    if not rows:
        return Missing(KIND, gettext("No metal with a known loss reaches the threshold."), "", title)
    points = yield from each(enumerate(rows), lambda placed: _point(store, placed[0], *placed[1]))
    subtitle = gettext("Default production table of each metal; the notes give the assumptions")
    bars = category_bars(
        KIND, title, subtitle, points, "%", gettext("Metal"), _notes(store, test, points), None
    )
    content: Content = replace(
        bars,
        left_out=(companies_note(),) if removal.companies else (),
        options=options(
            without="" if removal.text == context.origin else removal.text,
            stage=stage,
            threshold=exact(threshold) if threshold is not None else None,
        ),
    )
    return finish(store, (), context, content)


def _point(store: Store, place: int, row: StressRow, found: Loss) -> Point:
    """Return the loss of a metal, with the table that it is taken from, what bounds it, or why it is unknown."""
    table = found.table
    note = gettext("{output}, {form}, {year}; {source}").format(
        output=output_word(table.stage), form=table.form, year=table.year, source=table.source
    )
    reason = "; ".join(filter(None, (texts.sum_text(found), texts.reason_text(store, row))))
    if reason:
        note = gettext("{note}; {reason}").format(note=note, reason=reason)
    is_known = found.lost_pct is not None
    return Point(
        x=place,
        y=found.lost_pct,
        label=short_name(store.metal(row.metal_id)),
        flag=found.total_flag if is_known else None,
        qualifier=">" if is_known and found.at_least else None,
        word=None if is_known else gettext("unknown"),
        word_key="" if is_known else UNKNOWN,
        note=note,
        source_ids=tuple(dict.fromkeys(i for r in table.figures for i in r.source_ids)),
        confidence=found.confidence,
    )


def _notes(store: Store, test: StressTest, points: list[Point]) -> tuple[str, ...]:
    count = len(test.not_computed)
    text = ngettext(
        "{count} metal not calculated: no table of output by country of its own.",
        "{count} metals not calculated: no table of output by country of their own.",
        count,
    )
    counted = (text.format(count=count),) if count else ()
    bound = gettext(
        "“>” means at least: output of the countries removed is withheld or given as a range, or a country is not "
        "named."
    )
    bounds = (bound,) if any(row.loss is not None and row.loss.at_least for row in test.shown) else ()
    reached = (reached_text(test), may_reach_text(store, test)) if test.threshold is not None else ()
    flags = flag_notes(points, bars=True)
    return (*filter(None, reached), *flags, *bounds, *counted, *loss_assumptions(store, test))

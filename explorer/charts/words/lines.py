"""The figures of lines over days or years in sentences."""

from collections.abc import Callable, Sequence

from explorer.charts.hidden_series import are_named
from explorer.charts.spec import ChartSpec, Point, Series
from explorer.charts.words.figures import figure, line_sentence
from explorer.language import gettext, ngettext, paragraph


def figures_sentence(
    spec: ChartSpec, series: Sequence[Series], known: Sequence[Point], count_text: Callable[[int], str]
) -> str:
    """Return the sentences on the points in range: of one line with its parts of years, or of several lines.

    `known` are the points with a figure, `count_text` returns the sentence on a number of lines.
    """
    complete = [s for s in series if not s.is_partial]
    if are_named(complete) or not complete:
        return _last_figures(spec, series, count_text)
    parts = [p for s in series if s.is_partial for p in s.points]
    sentence = line_sentence(spec, [p for p in known if p not in parts], spec.y.unit)
    if not parts:
        return sentence
    figures = "; ".join(figure(spec, p, spec.y.unit) for p in parts)
    return paragraph((sentence, gettext("Part of the year only: {figures}.").format(figures=figures)))


def _last_figures(spec: ChartSpec, series: Sequence[Series], count_text: Callable[[int], str]) -> str:
    """Return the number of lines and the last figure of each; a unit with a comma, that of an index, once."""
    unit, count = spec.y.unit, len(spec.series)
    shared = "," in unit
    figures = "; ".join(_last_figure(spec, s, "" if shared else unit) for s in series)
    if shared:
        text = ngettext(
            "{count} line ({unit}); last figure: {figures}.",
            "{count} lines ({unit}); last figure of each: {figures}.",
            count,
        )
    else:
        text = count_text(count)
    return text.format(count=count, unit=unit, figures=figures)


def _last_figure(spec: ChartSpec, series: Series, unit: str) -> str:
    name = series.short or series.name
    last = next((p for p in reversed(series.points) if p.y is not None), None)
    if last is None:
        return gettext("{name}: no figure").format(name=name)
    return gettext("{name} {figure}").format(name=name, figure=figure(spec, last, unit))

"""A map as plain values, for JSON."""

from typing import TYPE_CHECKING, Any

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.map_choice import BOUNDARIES
from explorer.language import gettext

if TYPE_CHECKING:
    from explorer.charts.builders.map_choices import MapChoices
    from explorer.charts.map_classes import MapClasses
    from explorer.charts.spec import Chart, ChartSpec, Point


def as_dict(
    store: Store, metal_id: str, context: Context, chart: "Chart", choices: "MapChoices"
) -> dict[str, Any]:
    """Return what a map shows with the table that it is taken from; the reason where there is no map."""
    from explorer.charts.map_classes import MapClasses
    from explorer.charts.spec import Missing

    shown = choices.shown
    record = {
        "metal": metal_id,
        "show": shown.show,
        "stage": shown.stage or None,
        "form": shown.form or None,
        "publisher": shown.publisher or None,
        "year": shown.year,
        "on": context.as_of.isoformat(),
        "from": context.origin,
        "to": context.destination,
        "data_version": store.edition.data_version,
        "verified_to": store.edition.verified_to,
        "title": chart.title,
    }
    if isinstance(chart, Missing):
        return record | {"reason": chart.reason, "countries": []}
    classes = MapClasses(chart)
    return record | {
        "subtitle": chart.subtitle,
        "unit": chart.x.unit or None,
        "class_limits": list(classes.limits),
        "limits_are_shares": classes.by_share,
        "notes": list(chart.notes),
        "boundaries": gettext(BOUNDARIES),
        "countries": [_country(chart, classes, point) for point in classes.points],
    }


def _country(chart: "ChartSpec", classes: "MapClasses", point: "Point") -> dict[str, Any]:
    found = classes.of(point)
    return {
        "country": point.country_id,
        "members": list(point.members),
        "name": point.label,
        "class": found.kind,
        "class_number": found.number,
        "state": found.state or None,
        "value": point.y,
        "unit": chart.x.unit or None,
        "qualifier": point.qualifier,
        "low": point.low,
        "high": point.high,
        "share_pct": point.share_pct,
        "value_share_pct": point.value_share_pct,
        "word": point.word,
        "flag": point.flag,
        "confidence": point.confidence,
        "note": point.note,
        "source_ids": list(point.source_ids),
    }

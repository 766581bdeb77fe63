"""Uses of a metal, in per cent of the consumption of one region in one year."""

from msgspec.structs import replace

from explorer.charts.builders.category_bars import category_bars
from explorer.charts.builders.choices import pick
from explorer.charts.builders.content import finish, join_subtitle
from explorer.charts.builders.subject import titles
from explorer.charts.spec import Chart, Choice, Missing, Point
from explorer.data.context import Context
from explorer.data.metal_names import plain_name
from explorer.data.numbers import percent
from explorer.data.store import Store
from explorer.data.supply.figures import WORLD, UseGroup, default_uses, use_groups
from explorer.data.supply.records import Use
from explorer.language import gettext

KIND = "uses"


def use_choices(store: Store, metal_id: str, region: str = "ALL") -> tuple[Choice, ...]:
    """Return the regions, years and bases for which shares of uses are on file, the default one first."""
    groups = use_groups(store.uses(metal_id))
    default = default_uses(groups, WORLD if region == "ALL" else region)
    ordered = sorted(groups, key=lambda g: (g != default, -(g[1] or 0), g[0] or "", g[2] or ""))
    return tuple(Choice(_key(g), _label(store, g)) for g in ordered)


def _key(group: UseGroup) -> str:
    return "|".join("" if part is None else str(part) for part in group)


def _label(store: Store, group: UseGroup) -> str:
    """Return the region, the year and the basis of shares: `United States, 2025`."""
    region, year, basis = group
    if region is None:
        place = gettext("Region not stated")
    else:
        place = gettext("World") if region == WORLD else store.country_name(region)
    entries = [place, gettext("year not stated") if year is None else str(year), basis]
    return ", ".join(e for e in entries if e)


def uses(store: Store, metal_id: str, context: Context, series: str | None = None) -> Chart:
    """Describe the uses of a metal, in per cent of the consumption of one region in one year."""
    groups = use_groups(store.uses(metal_id))
    metal = store.metal(metal_id)
    title, heading = titles(metal.name_en, gettext("uses"))
    choices = use_choices(store, metal_id, context.destination)
    if not choices:
        text = gettext("The uses of {metal} on file have no shares; see the list of uses.")
        reason = text.format(metal=plain_name(metal))
        return Missing(KIND, reason, metal_id, title, heading)
    chosen = pick(choices, series)
    group = next(members for g, members in groups.items() if _key(g) == chosen.key)
    points = [_point(place, use) for place, use in enumerate(group)]
    subtitle = join_subtitle(gettext("Share of consumption, %"), chosen.label)
    content = category_bars(KIND, title, subtitle, points, "%", gettext("Use"), _notes(points), series)
    return finish(store, (metal_id,), context, replace(content, heading=heading))


def _point(place: int, use: Use) -> Point:
    return Point(
        x=place,
        y=use.share_pct,
        label=use.use,
        qualifier=use.qualifier,
        note=use.note,
        source_ids=use.source_ids,
        confidence=use.confidence,
    )


def _notes(points: list[Point]) -> list[str]:
    """Return the sum of the shares where it is not about 100 per cent, and the note on rounded figures."""
    total = sum(p.y or 0 for p in points)
    notes = (
        [] if 99 <= total <= 101 else [gettext("The uses listed add up to {sum}.").format(sum=percent(total))]
    )
    if any(p.qualifier == "~" for p in points):
        notes.append(gettext("“About” marks a rounded figure."))
    return notes

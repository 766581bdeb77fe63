"""The classes of a map: what has a class, what has none, and the legend."""

import pytest

from explorer.charts.map_classes import KeyEntry, MapClass, MapClasses, places_of
from explorer.charts.spec import Axis, Point, Series
from tests.charts import made

UNIT = Axis("value", "Output", "t", low=0.0, high=1.0)


def point(country_id, value=None, share=None, **changes):
    return Point(0, value, country_id, share_pct=share, country_id=country_id, **changes)


def classes(*points, show="output"):
    return MapClasses(made.chart(Series("Output", tuple(points), key=show), x=UNIT, shape="map"))


@pytest.mark.parametrize(
    ("share", "number"), [(0.4, 0), (0.99, 0), (1.0, 1), (4.9, 1), (5.0, 2), (10.0, 3), (24.9, 3), (25.0, 4)]
)
def test_a_share_on_a_limit_is_in_the_class_above(share, number):
    chosen = point("CHN", 10.0, share)
    assert classes(chosen).of(chosen) == MapClass("figure", number)


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"value": 0.0, "share": 0.0}, "zero"),
        ({"value": 0.0, "qualifier": "<"}, "inexact"),
        ({"value": None, "flag": "W"}, "withheld"),
        ({"value": None, "low": 1.0, "high": 2.0}, "inexact"),
        ({"value": None, "word": "“large”"}, "inexact"),
        ({"value": 5.0, "share": None, "qualifier": ">"}, "inexact"),
        ({"value": 5.0, "share": 40.0, "flag": "o"}, "inexact"),
    ],
)
def test_what_is_not_an_exact_figure_has_no_class(changes, kind):
    chosen = point("CHN", **changes)
    assert classes(chosen, point("USA", 10.0, 60.0)).of(chosen) == MapClass(kind)


@pytest.mark.parametrize("flag", ["e", "p"])
def test_an_uncertain_figure_is_hatched(flag):
    chosen = point("CHN", 10.0, 60.0, flag=flag)
    assert classes(chosen).of(chosen) == MapClass("figure", 4, is_hatched=True)


@pytest.mark.parametrize(
    ("highest", "limits"),
    [
        (830_000.0, (10_000, 50_000, 100_000, 500_000)),
        (128_000.0, (5_000, 10_000, 50_000, 100_000)),
        (5.0, (0.1, 0.5, 1, 5)),
    ],
)
def test_without_shares_the_limits_are_round_figures_up_to_the_highest(highest, limits):
    found = classes(point("CHN", highest), point("USA", 2.0))
    assert not found.by_share and found.limits == pytest.approx(limits)
    assert found.of(point("CHN", highest)).number == 4


def test_a_world_total_does_not_set_the_limits():
    assert classes(point("CHN", 900.0), point("WLD", 80_000.0)).limits[-1] == 500


def test_the_legend_counts_countries_and_names_what_is_drawn():
    found = classes(
        point("CHN", 40.0, 40.0, flag="e"),
        point("RUS", 3.0, 3.0),
        point("USA", None, flag="W"),
        point("CAN", 0.0, 0.0),
        point("OTH", 30.0, 30.0),
    )
    labels = [entry.label for entry in found.key()]
    assert labels == [
        "under 1\u202f% (0)",
        "1\u202f% to under 5\u202f% (1)",
        "5\u202f% to under 10\u202f% (0)",
        "10\u202f% to under 25\u202f% (0)",
        "25\u202f% or more (1)",
        "hatched: estimated",
        "dotted: withheld by the publisher",
        "zero as published",
        "not named by the publisher",
    ]


def test_without_any_figure_the_legend_has_no_classes():
    found = classes(point("USA", None, flag="W"))
    assert [entry.label for entry in found.key()] == [
        "dotted: withheld by the publisher",
        "not named by the publisher",
    ]


def test_the_legend_of_suppliers_does_not_call_the_rest_unnamed_by_a_publisher():
    found = classes(point("CHN", 40.0, 40.0, flag="o"), point("USA", 2.0, 2.0), show="suppliers")
    labels = [entry.label for entry in found.key()]
    assert labels[-2:] == [
        "crossed: unreliable figure, not ranked",
        "not named (may be among other suppliers)",
    ]


def test_the_legend_of_controls_counts_each_status():
    found = classes(
        point("CHN", word="licence required", word_key="licence"),
        point("EUU", word="licence required", word_key="licence", members=("DEU", "FRA")),
    )
    assert found.key()[0] == KeyEntry("Licence required (2)", MapClass("status", state="licence"))
    assert found.key()[-1].label == "no measure on file"


def test_a_total_a_group_and_a_former_state_have_no_place():
    for country_id in ("WLD", "OTH", "EUU", "SUN", "YUG", "CSK", "SCG", "DDR"):
        assert places_of(point(country_id)) == ()
    assert places_of(point("CHN")) == ("CHN",)
    assert places_of(point("EUU", members=("DEU", "FRA"))) == ("DEU", "FRA")

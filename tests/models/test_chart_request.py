"""A chart in a link: its choices, scale, range and hidden series, written and read."""

from datetime import date

import pytest

from explorer.models.chart_request import ChartRequest
from explorer.models.view_request import ViewRequest, read, write

WHOLE = ChartRequest(
    "price",
    (("series", "a|b c"), ("second", "d")),
    ("index", "log"),
    date(2020, 1, 2),
    date(2024, 12, 31),
    ("x", "y & z"),
)


@pytest.mark.parametrize(
    "chart",
    [
        WHOLE,
        ChartRequest("production-years", (("shape", "share"),), hidden=("CHN",)),
        ChartRequest("price", since=date(2020, 1, 2)),
        ChartRequest("price", switches=("log",)),
    ],
)
def test_a_link_gives_back_its_chart(store, chart):
    request = ViewRequest("gallium", "prices", today=True, chart=chart)
    assert read(write(request), store) == (request, ())


def test_a_chart_is_written_as_people_write_it():
    link = write(ViewRequest("gallium", "prices", chart=WHOLE))
    assert link == (
        "minor-metals:gallium?tab=prices&chart=price&series=a%7Cb%20c&second=d&scale=index&scale=log"
        "&since=2020-01-02&until=2024-12-31&hide=x&hide=y%20%26%20z"
    )


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("since=2020-01-01", "The link has settings for a chart but does not name the chart."),
        ("chart=price&since=2024-01-01&until=2023-01-01", "The range in the link ends before it begins."),
        ("chart=price&scale=cubic", "“cubic” in the link is not a scale. Scales: log, index."),
        ("chart=price&since=someday", "is not a valid date"),
        ("chart=price&hide=" + 101 * "x", "is too long"),
    ],
)
def test_a_part_that_is_not_valid_is_reported(store, part, sentence):
    request, faults = read(f"minor-metals:gallium?{part}", store)
    assert request.metal_id == "gallium" and sentence in " ".join(faults)


def test_a_chart_without_choices_is_the_default():
    assert ChartRequest("price").is_default and not WHOLE.is_default

"""The command of a chart makes the same chart again, with any options."""

import shlex
from datetime import date

import pytest

from explorer import __version__
from explorer.charts.batch import jobs
from explorer.charts.builders import registry
from explorer.charts.spec import ChartSpec
from explorer.commands import export
from explorer.commands.support import arguments
from explorer.commands.support.context import read_context

ZHANGYUAN = "wolframite-55-china-zhangyuan-contract"
FIVE = ("antimony", "gallium", "tungsten", "bismuth", "dysprosium")
CASES = [
    (
        "price",
        ("tungsten",),
        {"series": (ZHANGYUAN, "tungsten-oxide-china-daily"), "index": True, "log": True},
    ),
    ("price", ("tungsten",), {"series": ZHANGYUAN, "since": date(2025, 1, 1)}),
    ("price", ("gallium",), {"index": True, "since": None}),
    ("price-change", FIVE, {}),
    ("price-change", ("tungsten", "molybdenum"), {"event": date(2025, 2, 4), "series": ZHANGYUAN}),
    ("price-change", ("tungsten",), {"event": "cn-2025-10"}),
    ("production-years", ("antimony",), {"shape": "stacked"}),
    ("production-years", ("tungsten",), {"shape": "share", "series": "wmd|mine|W content|t", "since": None}),
    ("concentration", ("tungsten", "holmium"), {"series": "wmd|mine|W content|t"}),
    ("concentration", ("gallium",), {"since": date(2018, 1, 1)}),
    ("controls-all", (), {}),
    ("controls-all", (), {"since": None}),
    ("controls-all", (), {"by": "document"}),
    ("controls-all", (), {"by": "metal", "kind": "licence", "all_destinations": True, "full_history": True}),
    ("controls-all", (), {"by": "document", "since": date(2024, 1, 1)}),
    ("measures-quarters", (), {}),
    ("measures-quarters", (), {"since": None}),
    ("risk", (), {}),
    ("suppliers", ("graphite",), {"buyer": "DEU", "series": "250490", "year": 2022}),
    ("compare", FIVE, {"base": date(2024, 6, 1), "log": True}),
    ("compare", ("tungsten", "bismuth"), {"series": (ZHANGYUAN,), "since": date(2024, 1, 1)}),
]


def _repeated(store, query: str):
    words = shlex.split(query)
    assert words[0] == "minor-metals"
    args = arguments.parser(__version__).parse_args(words[1:])
    context = read_context(args, store)
    (job,) = jobs(tuple(args.metals), export.read_kinds(args))
    return registry.make(job.kind, store, job.metal_ids, context, **export.read_options(args, store, job))


@pytest.mark.parametrize(("kind", "metals", "options"), CASES)
def test_the_command_of_a_chart_makes_it_again(store, today, kind, metals, options):
    spec = registry.make(registry.KINDS[kind], store, metals, today, **options)
    assert isinstance(spec, ChartSpec)
    assert _repeated(store, spec.query) == spec


def test_every_kind_is_repeated_by_its_command(store, today):
    for job in jobs(("antimony", "holmium"), registry.KINDS.values()):
        spec = registry.make(job.kind, store, job.metal_ids, today)
        if isinstance(spec, ChartSpec):
            assert _repeated(store, spec.query) == spec

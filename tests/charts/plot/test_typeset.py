"""Words in lines: numbers stay with their texts, dates are not broken."""

import re

from explorer.charts.builders import registry
from explorer.charts.output import layout
from explorer.charts.plot import typeset
from explorer.charts.plot.typeset import Run
from explorer.palette import LIGHT


def test_a_run_kept_with_the_next_is_on_its_line(qapp):
    small = typeset.small()
    runs = [
        Run("word", small, "#000000"),
        Run("1", small, "#000000", 4, keep_with_next=True),
        Run("after", small, "#000000", 4),
    ]
    room = small.width("word") + 4 + small.width("1") + 4 + small.width("after") / 2
    lines = typeset.flow(runs, room)
    assert [[run.text for _, run in line] for line in lines] == [["word"], ["1", "after"]]
    loose = [Run(r.text, r.face, r.colour, r.gap) for r in runs]
    assert [run.text for _, run in typeset.flow(loose, room)[0]] == ["word", "1"]


def test_no_line_of_the_legend_ends_in_a_number_or_breaks_a_date(store, today, qapp):
    spec = registry.price(store, "gallium", today)
    for width in range(200, 700, 23):
        for line in layout.legend_lines(spec, LIGHT, width, None):
            assert not line[-1][1].keep_with_next
            assert not any(re.fullmatch(r"\d{4}", run.text) for _, run in line)


def test_a_cut_legend_says_where_the_rest_is(store, today, qapp):
    spec = registry.price(store, "rare-earths", today)
    lines = layout.legend_lines(spec, LIGHT, 300, 2, in_program=True)
    text = " ".join(run.text for line in lines for _, run in line)
    assert len(lines) <= 2 and text.endswith("more control dates (see the program)")

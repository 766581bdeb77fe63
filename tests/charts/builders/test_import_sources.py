"""Import sources of an importer."""

from explorer.charts.builders import registry


def test_import_sources_of_gallium(store, today):
    spec = registry.import_sources(store, "gallium", today)
    assert [(p.label, p.y) for p in spec.series[0].points] == [
        ("Canada", 28),
        ("Japan", 22),
        ("China", 18),
        ("Germany", 16),
        ("Other countries (as published)", 16),
    ]

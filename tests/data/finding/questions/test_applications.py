"""What metals are used in: by the text of a use, else by its sector; the README gives the sectors."""

from msgspec.structs import replace

from explorer.data.finding.questions.applications import uses_of
from explorer.data.supply.records import Use

OPTICS = Use(
    metal_id="germanium",
    use_no=1,
    use="Infrared optics",
    sector_id="optics-infrared",
    share_pct=20.0,
    qualifier=None,
    region="WLD",
    year=2025,
    why_it_matters=None,
    basis=None,
    confidence="high",
    source_ids=("x",),
    note=None,
)
FIBRES = replace(OPTICS, use_no=2, use="Core dopant in optical fibre")
PANELS = replace(OPTICS, use_no=3, use="Space panels", sector_id="photovoltaics")
USES = (OPTICS, FIBRES, PANELS)


def test_a_use_is_found_by_its_text() -> None:
    assert uses_of("infrared optics", USES) == [OPTICS]
    assert uses_of("Night-vision equipment", USES) == [OPTICS]
    assert uses_of("光纤", USES) == [FIBRES]


def test_without_such_a_text_the_sector_decides() -> None:
    assert uses_of("solar panels", USES) == [PANELS]
    assert uses_of("medical devices", USES) == []

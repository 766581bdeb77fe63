"""What a user chose: presets, units, and what is remembered."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings

from explorer.errors import KnownError
from explorer.ui.dialogs.export.choices import OWN, ExportChoice, converted, restored


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def size(choice: ExportChoice) -> tuple[int, int, int]:
    picture = choice.picture()
    return picture.width, picture.height, picture.dpi


@pytest.mark.parametrize(
    ("preset", "pixels"),
    [
        ("slide", (1920, 1080, 144)),
        ("half-page", (1890, 1063, 300)),  # 16 x 9 cm at 300 dpi: 1889.8 x 1063.0
        ("a4", (3508, 2480, 300)),
        ("square", (1080, 1080, 144)),
    ],
)
def test_presets(preset, pixels):
    assert size(ExportChoice().with_preset(preset)) == pixels


def test_a_print_preset_is_told_in_millimetres():
    choice = ExportChoice().with_preset("half-page")
    assert (choice.width, choice.height, choice.unit) == (160.0, 90.0, "mm")


def test_own_sizes_follow_the_resolution_in_print_and_not_in_pixels():
    paper = ExportChoice(preset=OWN, width=100, height=50, unit="mm", dpi=254)
    assert size(paper) == (1000, 500, 254)
    assert size(replace(paper, dpi=508)) == (2000, 1000, 508)
    screen = ExportChoice(preset=OWN, width=800, height=400, unit="px", dpi=96)
    assert size(replace(screen, dpi=192)) == (800, 400, 192)


def test_a_size_keeps_its_length_in_another_unit():
    choice = ExportChoice(preset=OWN, width=300, height=150, unit="px", dpi=150).with_unit("in")
    assert (choice.width, choice.height) == (2.0, 1.0)
    assert choice.with_unit("mm").width == 50.8
    assert converted(50.8, "mm", "px", 150) == 300


def test_a_size_out_of_bounds_is_told():
    with pytest.raises(KnownError, match="between 100 and 20000 pixels"):
        ExportChoice(preset=OWN, width=5, height=5, unit="px").picture()


def test_the_last_choice_comes_back(settings):
    choice = ExportChoice(form="svg", preset=OWN, width=12.5, height=8, unit="in", dpi=200, dark=True)
    choice.save(settings)
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert restored(again) == choice


def test_what_makes_no_sense_is_passed_over(settings):
    for name, value in (("form", "gif"), ("preset", "poster"), ("unit", "ell"), ("dpi", "9"), ("width", "x")):
        settings.setValue(f"export/{name}", value)
    found = restored(settings)
    assert (found.form, found.preset, found.unit, found.width) == ("png", "slide", "px", 1920)
    assert found.picture().width == 1920


def test_a_png_has_a_largest_area_and_other_formats_have_none(settings):
    choice = ExportChoice(preset=OWN, width=20_000, height=5_001, unit="px")
    with pytest.raises(KnownError, match="at most 100 million pixels; 20000 x 5001 is 101 million"):
        choice.picture()
    for form in ("svg", "pdf", "csv"):
        assert replace(choice, form=form).picture().width == 20_000
    assert replace(choice, height=5_000).picture().height == 5_000
    choice.save(settings)
    assert size(restored(settings)) == size(ExportChoice())

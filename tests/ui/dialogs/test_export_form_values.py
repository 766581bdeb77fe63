"""The values of the export form: presets, units, and what is saved."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSettings

from explorer.errors import KnownError
from explorer.ui.dialogs.export.form_values import CUSTOM, FormValues, converted, load_values, recent_sizes


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def size(values: FormValues) -> tuple[int, int, int]:
    options = values.options()
    return options.width, options.height, options.dpi


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
    assert size(FormValues().with_preset(preset)) == pixels


def test_a_print_preset_is_in_millimetres():
    values = FormValues().with_preset("half-page")
    assert (values.width, values.height, values.unit) == (160.0, 90.0, "mm")


def test_the_resolution_changes_a_custom_size_in_print_but_not_in_pixels():
    paper = FormValues(preset=CUSTOM, width=100, height=50, unit="mm", dpi=254)
    assert size(paper) == (1000, 500, 254)
    assert size(replace(paper, dpi=508)) == (2000, 1000, 508)
    screen = FormValues(preset=CUSTOM, width=800, height=400, unit="px", dpi=96)
    assert size(replace(screen, dpi=192)) == (800, 400, 192)


def test_a_size_keeps_its_length_in_another_unit():
    values = FormValues(preset=CUSTOM, width=300, height=150, unit="px", dpi=150).with_unit("in")
    assert (values.width, values.height) == (2.0, 1.0)
    assert values.with_unit("mm").width == 50.8
    assert converted(50.8, "mm", "px", 150) == 300


def test_a_size_out_of_range_raises_an_error():
    with pytest.raises(KnownError, match="between 100 and 20000 pixels"):
        FormValues(preset=CUSTOM, width=5, height=5, unit="px").options()


def test_saved_values_are_restored(settings):
    values = FormValues(form="svg", preset=CUSTOM, width=12.5, height=8, unit="in", dpi=200, dark=True)
    values.save(settings)
    settings.sync()
    reopened = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert load_values(reopened) == values


def test_invalid_saved_values_are_replaced_by_defaults(settings):
    for name, value in (("form", "gif"), ("preset", "poster"), ("unit", "ell"), ("dpi", "9"), ("width", "x")):
        settings.setValue(f"export/{name}", value)
    values = load_values(settings)
    assert (values.form, values.preset, values.unit, values.width) == ("png", "slide", "px", 1920)
    assert values.options().width == 1920


def test_only_a_png_has_a_maximum_area(settings):
    values = FormValues(preset=CUSTOM, width=20_000, height=5_001, unit="px")
    with pytest.raises(KnownError, match="at most 100 million pixels; 20000 x 5001 is 101 million"):
        values.options()
    for form in ("svg", "pdf", "csv"):
        assert replace(values, form=form).options().width == 20_000
    assert replace(values, height=5_000).options().height == 5_000
    values.save(settings)
    assert size(load_values(settings)) == size(FormValues())


def test_the_last_three_sizes_are_kept(settings):
    custom = [
        FormValues(preset=CUSTOM, width=n, height=400.5, unit="mm", dpi=96) for n in (300, 310, 320, 330)
    ]
    for values in (*custom, FormValues().with_preset("a4"), custom[2]):
        values.save(settings)
    settings.sync()
    reopened = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert recent_sizes(reopened) == (custom[2].size, custom[3].size, custom[1].size)
    assert FormValues(form="csv").with_size(custom[1].size) == replace(custom[1], form="csv")


@pytest.mark.parametrize(
    "text", ["", "x", "800x600px", "5x5px@96", "800x600ell@96", "0x0px@0", "9e9x1px@96", ";;"]
)
def test_invalid_sizes_are_left_out(settings, text):
    settings.setValue("export/sizes", f"{text};800x600px@96")
    assert [(s.width, s.height, s.unit, s.dpi) for s in recent_sizes(settings)] == [(800, 600, "px", 96)]

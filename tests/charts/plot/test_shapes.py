"""The drawing of window and file: the same frame in both, and no plotting library for a file."""

import subprocess
import sys
from pathlib import Path

import pytest

from explorer import palette
from explorer.charts.builders import registry
from explorer.charts.plot import shapes
from tests.charts import pictures

DRAW = (
    "import sys; from explorer.cli import main\n"
    "code = main(['export', 'gallium', '--chart', 'price', '-o', sys.argv[1]])\n"
    "print(code, sorted(m for m in ('pyqtgraph', 'numpy') if m in sys.modules))"
)


@pytest.mark.parametrize("kind", list(registry.KINDS))
@pytest.mark.parametrize(("width", "height"), [(420, 300), (1000, 560.5)])
def test_a_window_has_the_frame_of_a_file(store, today, qapp, kind, width, height):
    metals = {"one": ("antimony",), "several": ("antimony", "gallium"), "all": ()}[
        registry.KINDS[kind].metals
    ]
    spec = registry.make(registry.KINDS[kind], store, metals, today)
    _scene, canvas = pictures.scene(spec, width, height)
    seen, drawn = canvas.frame(), shapes.frame(spec, palette.LIGHT, width, height)
    assert seen.whole == drawn.whole and seen.area == drawn.area
    for end in ("x_low", "x_high", "y_low", "y_high"):
        assert getattr(seen, end) == pytest.approx(getattr(drawn, end))


def test_a_file_is_written_without_the_plotting_library(tmp_path):
    """Loading it takes as long as all the rest."""
    done = subprocess.run(
        [sys.executable, "-c", DRAW, tmp_path / "a.png"],
        cwd=Path(__file__).resolve().parents[3],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr

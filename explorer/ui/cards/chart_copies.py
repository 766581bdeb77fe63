"""Copies of a chart on the clipboard, as files have it by default."""

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from explorer.charts.spec import ChartSpec
from explorer.charts.zoom import check_range
from explorer.errors import KnownError
from explorer.language import gettext
from explorer.ui.widgets.clipboard import confirm, copy_text


def copy_image(owner: QWidget, spec: ChartSpec) -> bool:
    """Copy a chart as an image of the default size; return whether it fits that size."""
    image = _rendered(spec, "png")
    if image:
        QGuiApplication.clipboard().setImage(QImage.fromData(image))
        confirm(owner, gettext("Image copied to the clipboard."))
    return bool(image)


def copy_data(owner: QWidget, spec: ChartSpec) -> bool:
    """Copy the figures of a chart as CSV; return whether it has any in its range."""
    data = _rendered(spec, "csv")
    if data:
        copy_text(owner, data.decode("utf-8"), gettext("Data copied to the clipboard."))
    return bool(data)


def _rendered(spec: ChartSpec, form: str) -> bytes:
    """Return a chart as a file has it, nothing where it does not fit.

    The user's series are left out, as in exports; a chart of nothing else is not copied.
    """
    from explorer.charts.output.options import ExportOptions
    from explorer.charts.output.render import render

    if spec.has_own and spec.without_own is None:
        return b""
    chart = spec.without_own or spec
    try:
        check_range(chart)
        return render(chart, ExportOptions(), form)
    except KnownError:
        return b""

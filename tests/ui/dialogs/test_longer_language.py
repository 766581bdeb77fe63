"""The dialogs in a language with longer words: every text is translated, and no button is cut off."""

from datetime import date
from gettext import NullTranslations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from explorer import language, palette
from explorer.charts.builders import registry
from explorer.data.context import Context
from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.user_file import UserFile
from explorer.models.own_series import OwnSeriesModel
from explorer.ui import theme
from explorer.ui.dialogs.about import AboutDialog
from explorer.ui.dialogs.export.dialog import ExportDialog
from explorer.ui.dialogs.export.several_charts import SeveralChartsDialog
from explorer.ui.dialogs.own.add_dialog import AddSeriesDialog
from explorer.ui.dialogs.own.list_dialog import OwnSeriesDialog
from explorer.ui.widgets.source import Source
from tests.pseudo_language import OPEN, PseudoLanguage

FORMATS = ("PNG", "SVG", "PDF", "CSV", "XLSX")


def own_series(folder) -> OwnSeriesModel:
    """Return one series of the user."""
    model = OwnSeriesModel(UserFile(folder / "own.db"))
    facts = SeriesFacts("antimony", "Spot", "USD/kg", "USD", "monthly", "a.csv")
    model.add(facts, [UserPoint("2026-10", 5.0), UserPoint("2026-11", 6.0)])
    return model


@pytest.fixture(params=["export", "several charts", "about", "add a series", "own series"])
def dialog(request, qtbot, store, settings, tmp_path):
    """Each dialog in the pseudo-language and in the style of the window."""
    language.use(PseudoLanguage())
    theme.apply(QApplication.instance(), palette.LIGHT)
    context = Context(date(2026, 11, 24), "CHN", "USA")
    if request.param == "export":
        widget = ExportDialog(registry.price(store, "antimony", context), settings)
    elif request.param == "several charts":
        widget = SeveralChartsDialog(store, context, ["antimony"], settings)
    elif request.param == "add a series":
        widget = AddSeriesDialog(own_series(tmp_path), store, "antimony")
        widget.read(Source(text="date,Quote (USD/kg)\n2026-11-26,many\n2026-11-27,5\n"))
        qtbot.waitUntil(lambda: widget.preview.candidate is not None)
    elif request.param == "own series":
        widget = OwnSeriesDialog(own_series(tmp_path), store, settings)
    else:
        widget = AboutDialog(store, palette.LIGHT)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    yield widget
    language.use(NullTranslations())
    QApplication.instance().setStyleSheet("")


def test_no_button_and_no_label_is_cut_off(dialog):
    buttons = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    labels = [w for w in dialog.findChildren(QLabel) if w.isVisible() and not w.wordWrap()]
    assert buttons
    for widget in (*buttons, *labels):
        assert widget.width() >= widget.minimumSizeHint().width(), widget.text()


def test_every_button_and_accessible_name_is_translated(dialog):
    buttons = {b.text() for b in dialog.findChildren(QAbstractButton) if b.isVisible()} - {"", *FORMATS}
    names = {w.accessibleName() for w in dialog.findChildren(QWidget) if w.isVisible()} - {""}
    assert buttons and names
    assert not [text for text in (*buttons, *names) if OPEN not in text]
    assert OPEN in dialog.windowTitle()

"""Tooltips show plain text literally, although Qt reads text that looks like HTML as rich text."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel

from explorer.charts.spec import Choice
from explorer.data.place_names import Suggestions
from explorer.models.tooltip import wrapped
from explorer.ui.cards import chart_card
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.chart_options import set_choices
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.place_box import PlaceBox

PACKAGE = Path(chart_card.__file__).resolve().parent.parent
TEXT = '<b>a</b> & <img src="file:///x.png">\nb'


def shown(tip: str) -> str:
    """Return the visible text of a tooltip."""
    return QTextDocumentFragment.fromHtml(tip).toPlainText() if "<" in tip else tip


def test_plain_text_is_shown_literally():
    assert shown(wrapped(TEXT)) == TEXT and wrapped("") == ""


def test_the_choices_of_a_chart_are_shown_literally(qtbot):
    card = ChartCard()
    qtbot.addWidget(card)
    combo = card.add_choice(TEXT)
    set_choices(combo, [Choice("a", TEXT), Choice("b", "b")])
    assert combo.itemText(0) == TEXT
    assert shown(combo.itemData(0, Qt.ItemDataRole.ToolTipRole)) == shown(combo.toolTip()) == TEXT


def test_the_name_of_a_list_of_places_is_shown_literally(qtbot):
    box = PlaceBox(TEXT, [], str, lambda text: Suggestions((), False))
    qtbot.addWidget(box)
    assert shown(box.toolTip()) == TEXT


def test_the_status_message_is_shown_literally(window, workspace):
    workspace.status.show_message(TEXT)
    assert workspace.status.sentence == TEXT
    assert TEXT in [shown(label.toolTip()) for label in workspace.status.findChildren(QLabel)]


def test_a_pill_is_plain_text(qtbot):
    widget = Pill(TEXT)
    qtbot.addWidget(widget)
    assert widget.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("name", sorted(str(p.relative_to(PACKAGE)) for p in (PACKAGE / "ui").rglob("*.py")))
def test_every_tooltip_is_a_translated_text_or_wrapped(name):
    for node in ast.walk(ast.parse((PACKAGE / name).read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr == "setToolTip":
            (tip,) = node.args
        elif node.func.attr == "setItemData" and "ToolTipRole" in ast.unparse(node):
            tip = node.args[1]
        else:
            continue
        assert isinstance(tip, ast.Call), f"{name}:{node.lineno}"
        assert ast.unparse(tip.func) in ("gettext", "self.tr", "wrapped"), f"{name}:{node.lineno}"

"""The small widgets under one name, for the packages that use several of them."""

from explorer.ui.widgets.buttons import link_button, toggle
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.choice_box import ChoiceBox
from explorer.ui.widgets.focus import go_to
from explorer.ui.widgets.labels import facts_html, label, pill, rule, set_pill
from explorer.ui.widgets.style import STEP, set_flag

__all__ = [
    "STEP",
    "Card",
    "ChoiceBox",
    "facts_html",
    "go_to",
    "label",
    "link_button",
    "pill",
    "rule",
    "set_flag",
    "set_pill",
    "toggle",
]

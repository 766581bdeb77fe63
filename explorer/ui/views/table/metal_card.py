"""The card of the selected metal: its status, its value in the colouring, and a button that opens it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.metal_names import short_name, tile_sign
from explorer.data.periodic.coloured_table import ColouredTable
from explorer.data.periodic.colourings import STATUS
from explorer.data.periodic.metal_value import MetalValue
from explorer.data.periodic.value_texts import flags_text
from explorer.data.supply.figure_text import entries
from explorer.data.terms import group_or_kind_label
from explorer.guard import guarded
from explorer.language import gettext
from explorer.models.tooltip import wrapped
from explorer.ui.cards import provenance
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label, rule
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP, set_style_property

SIGN_SIZE = 48
PILL_WIDTH = 200  # pixels, so that the card does not widen with the words of a status
MOST_DETAILS = 6


@guarded
class MetalCard(Card):
    """`opened` reports that the metal is to be opened."""

    opened = Signal()

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shared = shared
        head = QHBoxLayout()
        head.setSpacing(3 * STEP)
        self._sign = label("", "tile", wrap=False, selectable=False)
        self._sign.setFixedSize(SIGN_SIZE, SIGN_SIZE)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        names = QVBoxLayout()
        names.setSpacing(0)
        self.name, self._group = label("", "heading"), label("", "muted")
        names.addWidget(self.name)
        names.addWidget(self._group)
        head.addWidget(self._sign)
        head.addLayout(names, 1)
        self.body.addLayout(head)
        self.pill = Pill()
        self.sentence = label("")
        self.subject, self.value = label("", "muted"), label("", "number")
        self.remark, self.details = label("", "warning"), label("")
        self.source = label("", "small")
        self._line = rule()
        self.open = link_button(gettext("Open (Enter)"))
        self.open.clicked.connect(self.opened)
        for part in self._parts():
            self.add(part)
        self.body.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)

    def _parts(self) -> tuple[QWidget, ...]:
        figure = (self.subject, self.value, self.remark, self.details, self.source)
        return (self.pill, self.sentence, self._line, *figure)

    def show_value(self, found: ColouredTable, metal_id: str) -> None:
        """Show a metal and its value."""
        shared, value = self._shared, found.values[metal_id]
        metal = shared.store.metal(metal_id)
        self._sign.setText(tile_sign(metal))
        set_style_property(self._sign, "sign", not metal.symbol)
        self.name.setText(gettext("{metal} {chinese}").format(metal=short_name(metal), chinese=metal.name_zh))
        self._group.setText(group_or_kind_label(metal))
        headline = shared.controls.headline(metal_id, found.context)
        words = shared.controls.pill_words(metal_id, found.context)
        for version in words.versions:
            self.pill.show_status(version, words.state, shared.theme)
            if self.pill.sizeHint().width() <= PILL_WIDTH:
                break
        self.sentence.setText(headline.sentence)
        is_status = found.colouring == STATUS
        for part in (self._line, self.subject, self.value):
            part.setVisible(not is_status)
        self._show_figure(value, is_status=is_status)
        self.open.setAccessibleName(gettext("Open {metal}").format(metal=short_name(metal)))

    def _show_figure(self, value: MetalValue, *, is_status: bool) -> None:
        self.subject.setText(value.subject)
        dated = gettext("{value}, {date}").format(value=value.text, date=show(value.date))
        self.value.setText((dated if value.date else value.text) if value.is_known else gettext("unknown"))
        details = list(value.details)
        if len(details) > MOST_DETAILS:
            details = [*details[:MOST_DETAILS], gettext("…")]
        sources = provenance.short(self._shared.store, value.source_ids)
        texts = (
            (self.remark, "" if is_status else flags_text(value)),
            (self.details, "\n".join(entries(value.reason, *details))),
            (self.source, value.source or sources),
        )
        for part, text in texts:
            _set(part, text)
        self.source.setToolTip(wrapped(provenance.citations(self._shared.store, value.source_ids)))


def _set(part: QLabel, text: str) -> None:
    part.setText(text)
    part.setVisible(bool(text))

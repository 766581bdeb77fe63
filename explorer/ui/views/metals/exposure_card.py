"""The overview's card on the share of the origin in what the destination imports of a metal under control."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.data.glossary import explanation
from explorer.data.supply.buyer_texts import military_note
from explorer.data.supply.exposure import (
    NO_BUYER,
    NO_EXPORT,
    NOT_CONTROLLED,
    Exposure,
    exposure,
    gap_of,
)
from explorer.data.supply.exposure_texts import ExposureText, exposure_text, gap_text
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.models.tooltip import wrapped
from explorer.ui.cards.destination_choice import DestinationChoice
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label


@guarded
class ExposureCard(Card):
    """Shows the exposure of the destination to one metal; hidden where no licence or ban on it is in force."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(" ", "", parent, stacked=True)
        self._shared = shared
        self._found: Exposure | None = None
        self.sentences = label("", "body")
        self.cautions = label("", "warning")
        self.details = label("", "small")
        self.destination_choice = DestinationChoice(shared)
        for part in (self.sentences, self.cautions, self.details, self.destination_choice):
            self.add(part)
        self.link = link_button(gettext("Suppliers"))
        self.link.setToolTip(gettext("Show the suppliers to the destination on the Supply tab"))
        self.link.clicked.connect(self._open_supply)
        self.add_action(self.link)

    @property
    def is_ranked(self) -> bool:
        """Whether the card shows a share of the metal's own, so that no other card needs to show it."""
        return self._found is not None and self._found.leading is not None

    @property
    def explains(self) -> bool:
        """Whether the card is shown, so that no other text needs to say what the trade data do not cover."""
        return not self.isHidden()

    def refresh(self) -> None:
        """Show the exposure of the destination of the state."""
        store, metal_id, context = self._shared.store, self._shared.state.metal_id, self._shared.context
        gap = gap_of(store, context)
        self._found = exposure(store, metal_id, context)
        self.destination_choice.offer(gap == NO_BUYER)
        self.link.setVisible(self._found is not None and bool(self._found.headings))
        if gap:
            self._show(ExposureText("", (gap_text(store, context, gap),)))
        elif self._found is not None:
            self._show(exposure_text(store, self._found))
        self.setVisible(gap != NO_EXPORT and (self._found is None or self._found.state != NOT_CONTROLLED))

    def _show(self, text: ExposureText) -> None:
        """Show a text; one without a figure needs no heading."""
        self.set_heading(text.title if text.details else "")
        note = military_note(self._shared.store, self._shared.context.destination) if text.details else ""
        sentences = paragraph((*text.sentences, note))
        parts = {
            self.sentences: sentences,
            self.cautions: paragraph(text.cautions),
            self.details: paragraph(text.details),
        }
        for part, content in parts.items():
            part.setText(content)
            part.setVisible(bool(content))
        self.heading.setToolTip(wrapped(explanation("exposure")))
        self.setAccessibleName(text.title or sentences)
        self.setAccessibleDescription(paragraph((sentences, *text.cautions)))

    @Slot()
    def _open_supply(self) -> None:
        self._shared.state.set_tab("supply")

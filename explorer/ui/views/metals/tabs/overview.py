"""Overview: what the metal is, six figures, price with control dates, producers, uses, the control history."""

from html import escape

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.charts.builders.controls import controls
from explorer.charts.builders.price import price
from explorer.charts.builders.production import production
from explorer.charts.builders.uses import uses
from explorer.data.supply.dependence import ImportDependence
from explorer.data.supply.key_figure_texts import key_figure_texts
from explorer.data.supply.key_figures import KeyFigures, key_figures
from explorer.data.supply.price_statistics_texts import statistics_texts
from explorer.data.user.records import METAL
from explorer.language import gettext, paragraph
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.figure_card import FigureCard
from explorer.ui.cards.note_field import NoteField
from explorer.ui.views.metals.card_texts import card_text
from explorer.ui.views.metals.exposure_card import ExposureCard
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label

TOP_PRODUCERS = 5


class TabPage(Page):
    """The most important facts about the metal on one page."""

    def build(self) -> None:
        self._summary = label("", "body")
        self.column.addWidget(self._summary)
        self._figures = [FigureCard() for _ in range(6)]
        self.row(*((card, 1) for card in self._figures), least=200)
        self._figures_note = label("", "small")
        self.column.addWidget(self._figures_note)
        self.exposure = ExposureCard(self.shared)
        self.column.addWidget(self.exposure)
        self._price = ChartCard()
        self._producers = ChartCard(name=gettext("Who produces"), most_rows=TOP_PRODUCERS)
        self._uses = ChartCard()
        self._why = Card(gettext("Why it matters"))
        self._why_text = label("", "body", rich=True)
        self._why.add(self._why_text)
        more = link_button(gettext("All uses"))
        more.clicked.connect(self._open_uses)
        self._why.add_action(more)
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addWidget(self._producers)
        below.addWidget(self._uses)
        below.addStretch(1)
        self.row((self._price, 5), (side, 4))
        self._controls = ChartCard()
        self.column.addWidget(self._controls)
        self.column.addWidget(self._why)
        own = Card(gettext("Your note"))
        self.note = NoteField(self.shared.notes, METAL)
        own.add(self.note)
        self.column.addWidget(own)
        self.chart_cards = (self._price, self._producers, self._uses, self._controls)

    def refresh(self) -> None:
        shared = self.shared
        metal, theme = shared.metal, shared.theme
        self._summary.setText(metal.summary)
        self.note.show_subject(metal.metal_id)
        self.exposure.refresh()
        self._fill_figures(key_figures(shared.store, metal.metal_id, shared.context))
        self._price.show_chart(price(shared.store, metal.metal_id, shared.context), theme)
        self._producers.show_chart(production(shared.store, metal.metal_id, shared.context), theme)
        self._uses.show_chart(uses(shared.store, metal.metal_id, shared.context), theme)
        self._controls.show_chart(controls(shared.store, metal.metal_id, shared.context), theme)
        reasons = [u for u in shared.store.uses(metal.metal_id) if u.why_it_matters]
        self._why.setVisible(bool(reasons))
        self._why_text.setText(
            "".join(
                f'<p style="margin:0 0 6px 0"><b>{escape(u.use)}</b>: {escape(u.why_it_matters or "")}</p>'
                for u in reasons[:3]
            )
        )

    def _fill_figures(self, figures: KeyFigures) -> None:
        state = self.shared.state
        figures = replace(figures, dependence=self._without_repeats(figures.dependence))
        texts = key_figure_texts(self.shared.store, state.metal_id, figures, state.context)
        statistics = statistics_texts(figures.prices, state.context.as_of)
        shown = (texts.share, texts.dependence, texts.concentration, texts.price, *statistics)
        for card, text in zip(self._figures, shown, strict=True):
            card.set_text(card_text(self.shared.store, text))
        self._figures_note.setText(paragraph(texts.dependence.notes))
        self._figures_note.setVisible(bool(texts.dependence.notes))

    def _without_repeats(self, dependence: ImportDependence) -> ImportDependence:
        """Return the dependence without what the card of the exposure already shows or explains."""
        if self.exposure.is_ranked:
            dependence = replace(dependence, imports=None)
        return replace(dependence, gap="") if self.exposure.explains else dependence

    def _open_uses(self) -> None:
        self.shared.state.set_tab("uses")

"""Overview: what the metal is, four figures, price with control dates, producers, uses, the control history."""

from dataclasses import replace
from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.charts.builders import registry
from explorer.data.glossary import explanation, explanation_of
from explorer.data.supply.dependence import ImportDependence
from explorer.data.supply.figure_text import KeyFigureText
from explorer.data.supply.key_figure_texts import key_figure_texts
from explorer.data.supply.key_figures import KeyFigures, key_figures
from explorer.language import gettext, paragraph
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.figure_card import CardText, FigureCard
from explorer.ui.views.metals.exposure_card import ExposureCard
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.style import NUMBER, TEXT

UNKNOWN = "–"
TOP_PRODUCERS = 5
UNBROKEN_SLASH = "/\u2060"  # Qt breaks a line after a slash


class TabPage(Page):
    """The most important facts about the metal on one page."""

    def build(self) -> None:
        self._summary = label("", "body")
        self.column.addWidget(self._summary)
        self._figures = [FigureCard() for _ in range(4)]
        self.row(*((card, 1) for card in self._figures), least=180)
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
        self.chart_cards = (self._price, self._producers, self._uses, self._controls)

    def refresh(self) -> None:
        shared = self.shared
        metal, theme = shared.metal, shared.theme
        self._summary.setText(metal.summary)
        self.exposure.refresh()
        self._fill_figures(key_figures(shared.store, metal.metal_id, shared.context))
        self._price.show_chart(registry.price(shared.store, metal.metal_id, shared.context), theme)
        self._producers.show_chart(registry.production(shared.store, metal.metal_id, shared.context), theme)
        self._uses.show_chart(registry.uses(shared.store, metal.metal_id, shared.context), theme)
        self._controls.show_chart(registry.controls(shared.store, metal.metal_id, shared.context), theme)
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
        contents = (
            self._card(texts.share),
            self._card(texts.dependence),
            self._card(texts.price),
            self._card(texts.concentration),
        )
        for card, content in zip(self._figures, contents, strict=True):
            card.set_text(content)
        self._figures_note.setText(paragraph(texts.dependence.notes))
        self._figures_note.setVisible(bool(texts.dependence.notes))

    def _without_repeats(self, dependence: ImportDependence) -> ImportDependence:
        """Return the dependence without what the card of the exposure already shows or explains."""
        if self.exposure.is_ranked:
            dependence = replace(dependence, imports=None)
        return replace(dependence, gap="") if self.exposure.explains else dependence

    def _card(self, text: KeyFigureText) -> CardText:
        """Return the content of a card; the publishers are named where the text has no source in short."""
        store = self.shared.store
        if not text.value:
            return CardText(text.label, UNKNOWN, " · ".join(text.details))
        publishers = provenance.short(store, text.source_ids)
        terms = "\n".join(filter(None, (explanation(*text.terms), explanation_of(text.flag))))
        source = (text.source or publishers, text.flag, *text.details, text.confidence_text)
        return CardText(
            text.name or text.label,
            _figure_html(text),
            "\n".join(filter(None, (" · ".join(filter(None, source)), text.comparison))),
            "\n".join(filter(None, (text.tooltip, terms, provenance.citations(store, text.source_ids)))),
            text.warning,
            text.qualification or text.arrow.replace("/", UNBROKEN_SLASH),
            text.change,
            text.source_ids,
        )

    def _open_uses(self) -> None:
        self.shared.state.set_tab("uses")


def _figure_html(text: KeyFigureText) -> str:
    """Return a figure with its unit and its date in smaller letters as rich text: `150 USD/kg, Jul 2026`."""
    unit = escape(text.unit).replace("/", UNBROKEN_SLASH)
    value = f'<span style="font-size:{NUMBER}px; font-weight:600">{_unbroken(text.value)}</span>'
    figure = f"{value} {unit}" if unit else value
    if text.date:
        date = f'<span style="white-space:nowrap">{escape(text.date)}</span>'
        figure = gettext("{figure}, {date}").format(figure=figure, date=date)
    return f'<span style="font-size:{TEXT}px; font-weight:400">{figure}</span>'


def _unbroken(amount: str) -> str:
    """Return an amount as rich text that is broken between the ends of a range only: `10 000 to`, `15 000 t`."""
    ends = amount.split(" to ")
    return " to ".join(f'<span style="white-space:nowrap">{escape(end)}</span>' for end in ends)

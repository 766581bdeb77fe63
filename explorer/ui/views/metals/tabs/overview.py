"""Overview: what the metal is, four figures, price with control dates, uses, the strip of control history."""

from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.charts.builders import registry
from explorer.data import numbers
from explorer.data.dates import show
from explorer.data.numbers import exact, percent, price_text, short
from explorer.data.supply.amounts import published
from explorer.data.supply.dependence import dependence_text
from explorer.data.supply.key_figures import KeyFigures, key_figures
from explorer.data.words import flag_name
from explorer.language import gettext
from explorer.ui.cards import provenance
from explorer.ui.cards.chart_card import ChartCard
from explorer.ui.cards.figure_card import CardText, FigureCard
from explorer.ui.views.metals.page import Page
from explorer.ui.widgets.basics import Card, label, link_button

UNKNOWN = "–"


class TabPage(Page):
    """The most important facts about the metal on one page."""

    def build(self) -> None:
        self._summary = label("", "body")
        self.column.addWidget(self._summary)
        self._figures = [FigureCard() for _ in range(4)]
        self.row(*((card, 1) for card in self._figures), least=180)
        self._figures_note = label("", "small")
        self.column.addWidget(self._figures_note)
        self._price = ChartCard(compact=True)
        self._uses = ChartCard(compact=True)
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
        below.addWidget(self._uses)
        below.addWidget(self._why, 1)
        self.row((self._price, 5), (side, 4))
        self._controls = ChartCard(compact=True)
        self.column.addWidget(self._controls)
        self.chart_cards = (self._price, self._uses, self._controls)

    def refresh(self) -> None:
        shared = self.shared
        metal, theme = shared.metal, shared.theme
        self._summary.setText(metal.summary)
        self._fill_figures(key_figures(shared.store, metal.metal_id, shared.context))
        self._price.show_chart(registry.price(shared.store, metal.metal_id, shared.context), theme)
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
        for card, fill in zip(
            self._figures,
            (self._share, self._dependence, self._price_since, self._concentration),
            strict=True,
        ):
            card.set_text(fill(figures))
        notes = dependence_text(self.shared.store, figures.dependence).notes
        self._figures_note.setText(" ".join(notes))
        self._figures_note.setVisible(bool(notes))

    def _of(self, owner: str) -> str:
        """Return how a caption names the group whose figure it is, empty where it is the metal's own."""
        return "" if owner == self.shared.state.metal_id else self.shared.store.metal(owner).name_en

    def _share(self, figures: KeyFigures) -> CardText:
        origin = self.shared.store.country_name(self.shared.state.context.origin)
        table, share = figures.table, figures.share
        if table is None:
            caption = self.tr("{}, share of output").format(origin)
            return CardText(caption, UNKNOWN, self.tr("no output by country on file"))
        group, source = self._of(figures.supply_of), table.source
        caption = self.tr("{}, share of {} output, {}").format(origin, table.stage, table.year)
        row = figures.amount or (share.row if share is not None else None)
        if figures.amount is not None:
            place = self.shared.store.country_name(figures.amount.country_id)
            caption = self.tr("{}, {} output, {}").format(place, table.stage, table.year)
        caption = f"{caption} ({group})" if group else caption
        if row is None:
            return CardText(caption, UNKNOWN, self.tr("not named in the table of {}").format(source))
        flag = flag_name(row.flag)
        if share is not None and share.share_pct is not None:
            value = escape(percent(share.share_pct))
        else:
            value = _whole(published(row)) or flag or UNKNOWN
        words = [source, flag, table.form]
        tip = provenance.citations(self.shared.store, row.source_ids)
        return CardText(caption, value, " · ".join(w for w in words if w), f"{table.form}\n{tip}")

    def _dependence(self, figures: KeyFigures) -> CardText:
        store, found = self.shared.store, figures.dependence
        text = dependence_text(store, found)
        if not text.value:
            return CardText(text.caption, UNKNOWN, self.tr("no figure on file"))
        row = found.reliance if found.imports is None else None
        edition, note = (row.edition, row.note) if row is not None else (None, None)
        words = (provenance.short(store, text.source_ids, edition), *text.detail)
        lines = (" · ".join(filter(None, words)), text.beside)
        unit = f' <span style="font-size:small">{escape(text.unit)}</span>' if text.unit else ""
        tip = provenance.citations(store, text.source_ids)
        return CardText(
            text.caption,
            f"{escape(text.value)}{unit}",
            "\n".join(filter(None, lines)),
            "\n".join(filter(None, (note, tip))),
            text.warning,
            text.also,
        )

    def _price_since(self, figures: KeyFigures) -> CardText:
        series, latest, change = figures.series, figures.latest_price, figures.price_change
        if series is None or latest is None:
            return CardText(self.tr("Price"), UNKNOWN, self.tr("no price on file"))
        tip = f"{series.name}\n{provenance.citations(self.shared.store, latest.source_ids)}"
        words = [
            f"{series.unit}, {series.market or series.name}",
            provenance.short(self.shared.store, latest.source_ids),
            flag_name(latest.flag),
        ]
        source = " · ".join(filter(None, words))
        if change is None:
            caption = self.tr("Unit value, {}") if series.is_unit_value else self.tr("Price, {}")
            value = price_text(latest.value)
            return CardText(caption.format(show(latest.date)), value, source, tip, figures.price_age)
        caption = self.tr("Unit value, {} to {}") if series.is_unit_value else self.tr("Price, {} to {}")
        caption = caption.format(show(change.first.date), show(change.last.date))
        kinds = self.shared.theme.kinds
        colour = kinds["prohibition" if change.percent >= 0 else "suspended"].text
        by = numbers.change(change.percent).replace("\u202f", "\xa0")  # at a thin space Qt breaks the line
        moved = f'<span style="font-size:small; color:{colour}"> {by}</span>'
        value = f"{short(change.first.value)} → {short(change.last.value)}{moved}"
        return CardText(caption, value, source, tip, figures.price_age)

    def _concentration(self, figures: KeyFigures) -> CardText:
        table, found = figures.table, figures.concentration
        caption = self.tr("Supply concentration (HHI)")
        if table is None or found is None:
            return CardText(caption, UNKNOWN, self.tr("no full table by country on file"))
        group = self._of(figures.supply_of)
        caption = self.tr("Supply concentration (HHI), {}").format(table.year)
        caption = f"{caption} ({group})" if group else caption
        value = f"≥ {exact(round(found.hhi, -1))}" if found.at_least else exact(round(found.hhi, -1))
        words = [self.tr("computed from {}").format(table.source)]
        if found.flag:
            words.append(flag_name(found.flag))
        tip = self.tr(
            "Herfindahl-Hirschman index by country, 0 to 10,000; “≥” where a part is withheld or unnamed."
        )
        return CardText(caption, value, " · ".join(words), tip)

    def _open_uses(self) -> None:
        self.shared.state.set_tab("uses")


def _whole(amount: str) -> str:
    """Return an amount as rich text that only breaks at “to”: `10 000 to`, `15 000 t`."""
    ends = amount.split(" to ")
    return " to ".join(f'<span style="white-space:nowrap">{escape(end)}</span>' for end in ends if end)

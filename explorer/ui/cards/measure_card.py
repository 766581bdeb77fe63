"""A measure as a card: document, both titles, dates, destination, scope, events, and its items with their codes."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.data.citation import citation
from explorer.data.controls.codes import has_begun, has_ended
from explorer.data.controls.legal_texts import threshold_text, thresholds_by_item
from explorer.data.controls.pauses import start_words
from explorer.data.controls.pill import measure_tone
from explorer.data.controls.status import MeasureStatus
from explorer.data.dates import first_day, show
from explorer.data.places import place_name
from explorer.data.records import Item, ItemCode, MeasureEvent
from explorer.data.words import instrument_name, measure_kind, measure_name, state_word
from explorer.models.tooltip import wrapped
from explorer.ui.browser import is_web_address, open_in_browser
from explorer.ui.cards import provenance
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import facts_html, label, pill
from explorer.ui.widgets.layouts import Columns

MAX_CODES = 12
_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
MAX_SOURCES = 4
MIN_COLUMN = 380


class MeasureCard(Card):
    """Shows a measure for the current metal; `sourceRequested` asks for a source by its id."""

    sourceRequested = Signal(str)

    def __init__(self, shared: ViewContext, status: MeasureStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, stacked=True)
        self._shared, self._status = shared, status
        measure, instrument = status.measure, status.measure.instrument
        self.set_heading(measure_name(measure), self._kind_line())
        self.add_action(pill(state_word(status), measure_tone(status)))
        titles = "<br>".join(escape(t) for t in (instrument.title_en, instrument.title_zh) if t)
        self.add(label(titles, rich=True))
        items = self._items()
        facts = label(facts_html(self._facts(), shared.theme.muted), rich=True)
        facts.setOpenExternalLinks(False)
        facts.linkActivated.connect(self._link)
        facts.setTextInteractionFlags(facts.textInteractionFlags() | _LINKS)
        parts = [(_stacked(facts, self._actions()), 1)]
        if items:
            line, table = label(self._items_line(items), "muted"), label(self._items_html(items), rich=True)
            parts.append((_stacked(line, table), 1))
        self.add(Columns(*parts, least=MIN_COLUMN))

    @property
    def measure_id(self) -> str:
        """The id of the measure shown."""
        return self._status.measure.measure_id

    def _kind_line(self) -> str:
        measure = self._status.measure
        where = place_name(self._shared.store, measure.destination)
        kind = measure_kind(measure).capitalize()
        if measure.is_purchasing_rule:
            return self.tr("{}, to {}; a purchasing rule, which does not affect the status").format(
                kind, where
            )
        return self.tr("{}, to {}").format(kind, where)

    def _facts(self) -> list[tuple[str, str]]:
        store, measure = self._shared.store, self._status.measure
        presumed = self.tr("presumed: no later record confirms it") if self._status.presumed else ""
        links = provenance.links(store, measure.source_ids[:MAX_SOURCES])
        more = len(measure.source_ids) - MAX_SOURCES
        links += self.tr(" and {} more on the tab of sources").format(more) if more > 0 else ""
        return [
            (self.tr("Issuer"), escape(measure.instrument.issuer)),
            (self.tr("Announced"), show(measure.announced) or self.tr("not known")),
            (self.tr("Effective"), start_words(measure, self._shared.state.context.as_of)),
            (self.tr("Expires"), show(measure.expires)),
            (self.tr("State"), escape(state_word(self._status))),
            (self.tr("Mark"), presumed),
            (self.tr("Scope"), escape(self._status.scope or "")),
            (self.tr("What it does"), escape(measure.summary)),
            (self.tr("Events"), "<br>".join(self._event(e) for e in measure.events)),
            (self.tr("Sources"), links),
            (self.tr("Confidence"), escape(measure.confidence)),
        ]

    def _event(self, event: MeasureEvent) -> str:
        text = f"{show(event.date)}: {event.event}"
        if event.until:
            until = self.tr("{} to {}") if event.event == "suspended" else self.tr("{} (until {})")
            text = until.format(text, show(event.until))
        if event.basis == "statement":
            text = self.tr("{} (by a statement only)").format(text)
        if event.by_instrument_id and event.by_instrument_id in self._shared.store.instruments:
            by = instrument_name(self._shared.store.instruments[event.by_instrument_id])
            text = self.tr("{}, by {}").format(text, by)
        note = (
            f'. <span style="color:{self._shared.theme.muted}">{escape(event.note)}</span>'
            if event.note
            else ""
        )
        if first_day(event.date) > self._shared.state.context.as_of:
            later = escape(self.tr("{}, after the day shown").format(text))
            return f'<span style="color:{self._shared.theme.muted}">{later}</span>{note}'
        return f"{escape(text)}{note}"

    def _items(self) -> list[Item]:
        metal_id, measure_id = self._shared.state.metal_id, self._status.measure.measure_id
        return [
            i
            for i in self._shared.store.items_of.get(metal_id, ())
            if i.measure_id == measure_id and i.metal_id == metal_id
        ]

    def _items_line(self, items: list[Item]) -> str:
        codes = sum(len(i.codes) for i in items)
        item = self.tr("1 item") if len(items) == 1 else self.tr("{} items").format(len(items))
        code = self.tr("1 customs code") if codes == 1 else self.tr("{} customs codes").format(codes)
        return self.tr("{}, {}. A code is a reference: the wording decides.").format(item, code)

    def _items_html(self, items: list[Item]) -> str:
        muted, line = self._shared.theme.muted, self._shared.theme.line
        cell = f"padding:4px 10px 4px 0; border-top:1px solid {line}"
        rows = []
        limits = thresholds_by_item(self._shared.store)
        for item in items:
            name = item.control_code or item.item_no or ""
            described = escape(item.description)
            own = "; ".join(threshold_text(t) for t in limits.get(item.item_id, ()))
            if own:
                limit = escape(self.tr("Limits: {}").format(own))
                described += f'<br><span style="color:{muted}">{limit}</span>'
            if item.relation == "other form":
                described += (
                    f' <span style="color:{muted}">({escape(self.tr("other form: sets no status"))})</span>'
                )
            rows.append(
                f'<tr><td style="{cell}; white-space:nowrap"><b>{escape(name).replace("; ", ";<br>")}</b></td>'
                f'<td style="{cell}">{described}</td>'
                f'<td style="{cell}; white-space:nowrap">{self._codes(item)}</td></tr>'
            )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(rows)}</table>'

    def _codes(self, item: Item) -> str:
        if not item.codes:
            word = (
                self.tr("no code printed") if item.code_basis == "none printed" else self.tr("annex not seen")
            )
            return f'<span style="color:{self._shared.theme.muted}">{escape(word)}</span>'
        parts = [self._code(code) for code in item.codes[:MAX_CODES]]
        if len(item.codes) > MAX_CODES:
            parts.append(self.tr("and {} more").format(len(item.codes) - MAX_CODES))
        return "<br>".join(parts)

    def _code(self, code: ItemCode) -> str:
        """Return a code; one that is not valid on the as-of date is muted and has its day."""
        text, on = _dotted(code.hs_code), self._shared.state.context.as_of
        if has_ended(code, on):
            text = self.tr("{} to {}").format(text, show(code.valid_to))
        elif not has_begun(code, self._status.measure, on):
            text = self.tr("{} from {}").format(text, show(code.valid_from))
        else:
            return text
        return f'<span style="color:{self._shared.theme.muted}">{escape(text)}</span>'

    def _actions(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        url = self._official_url()
        if url:
            official = link_button(self.tr("Official text (opens your browser)"))
            official.setToolTip(wrapped(url))
            official.clicked.connect(self._open_official)
            row.addWidget(official)
        copy = link_button(self.tr("Copy citation"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
        row.addStretch(1)
        return holder

    def _official_url(self) -> str:
        sources = (self._shared.store.sources[i] for i in self._status.measure.instrument.source_ids)
        urls = (s.url or "" for s in sources if s.kind in ("official", "law"))
        return next((url for url in urls if is_web_address(url)), "")

    @Slot()
    def _open_official(self) -> None:
        open_in_browser(self._official_url())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(citation(self._shared.store, self._status.measure.source_ids))

    @Slot(str)
    def _link(self, target: str) -> None:
        if target.startswith("source:"):
            self.sourceRequested.emit(target.removeprefix("source:"))


def _stacked(*parts: QWidget) -> QWidget:
    """Return widgets below one another, aligned to the top."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder


def _dotted(code: str) -> str:
    """Return a customs code with dots, as in a tariff: `8112.92.9010`."""
    return f"{code[:4]}.{code[4:6]}.{code[6:]}" if len(code) > 6 else code

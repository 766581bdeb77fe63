"""A measure as a card: document, both titles, dates, destination, scope, events, and its items with their codes."""

from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.data.citation import citation
from explorer.data.controls.codes import has_begun, has_ended
from explorer.data.controls.legal_texts import threshold_text, thresholds_by_item
from explorer.data.controls.pauses import start_words
from explorer.data.controls.pill import measure_tone
from explorer.data.controls.status import IN_PRINCIPLE, MeasureStatus
from explorer.data.dates import show
from explorer.data.places import place_name
from explorer.data.records import Item, ItemCode, MeasureEvent
from explorer.data.terms import confidence_word
from explorer.data.words import instrument_name, measure_kind, measure_name, state_word
from explorer.language import gettext, gettext_noop, ngettext
from explorer.models.tooltip import wrapped
from explorer.ui.browser import is_web_address, open_in_browser
from explorer.ui.cards import provenance
from explorer.ui.cards.measure_events import event_text, is_later
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import facts_html, label
from explorer.ui.widgets.layouts import Columns, FlowLayout
from explorer.ui.widgets.pill import Pill

MAX_CODES = 12
_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
MAX_SOURCES = 4
MIN_COLUMN = 380
_KIND_LINES = {
    "prohibition": gettext_noop("Ban: exports to {destination}"),
    IN_PRINCIPLE: gettext_noop("Refusal in principle: exports to {destination}"),
    "licence": gettext_noop("Licence requirement: exports to {destination}"),
    "end_use": gettext_noop("End-use rule: goods for {destination}"),
    "quota": gettext_noop("Quota: exports to {destination}"),
    "state_trading": gettext_noop("State trading: exports to {destination}"),
    "trade_licence": gettext_noop("Ordinary export licence: exports to {destination}"),
    "technology": gettext_noop("Technology control: exports to {destination}"),
    "reporting": gettext_noop("Reporting duty: exports to {destination}"),
}


class MeasureCard(Card):
    """Shows a measure for the current metal; `sourceRequested` asks for a source by its id."""

    sourceRequested = Signal(str)

    def __init__(self, shared: ViewContext, status: MeasureStatus, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, stacked=True)
        self._shared, self._status = shared, status
        measure, instrument = status.measure, status.measure.instrument
        self.set_heading(measure_name(measure), self._kind_line())
        self.add_action(Pill(state_word(status), measure_tone(status), shared.theme))
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
        destination = place_name(self._shared.store, measure.destination)
        if measure.is_purchasing_rule:
            return gettext("Purchasing rule ({kind}) for {destination}; does not affect the status").format(
                kind=measure_kind(measure), destination=destination
            )
        kind = IN_PRINCIPLE if measure.strictness == IN_PRINCIPLE else measure.kind
        return gettext(_KIND_LINES[kind]).format(destination=destination)

    def _facts(self) -> list[tuple[str, str]]:
        measure, as_of = self._status.measure, self._shared.state.context.as_of
        presumed = gettext("presumed, not confirmed by a later notice") if self._status.presumed else ""
        confidence = confidence_word(measure.confidence)
        return [
            (gettext("Issuer"), escape(measure.instrument.issuer)),
            (gettext("Announced"), show(measure.announced) or escape(gettext("unknown"))),
            (gettext("Effective"), escape(start_words(measure, as_of))),
            (gettext("Expires"), show(measure.expires)),
            (gettext("Status"), escape(state_word(self._status))),
            (gettext("Note"), escape(presumed)),
            (gettext("Scope"), escape(self._status.scope or "")),
            (gettext("Summary"), escape(measure.summary)),
            (gettext("Events"), "<br>".join(self._event(e) for e in measure.events)),
            (gettext("Sources"), self._source_links()),
            (gettext("Confidence"), escape(confidence)),
        ]

    def _source_links(self) -> str:
        source_ids = self._status.measure.source_ids
        links = provenance.links(self._shared.store, source_ids[:MAX_SOURCES])
        more = len(source_ids) - MAX_SOURCES
        if more <= 0:
            return links
        rest = gettext("{count} more (see Sources)").format(count=more)
        return f"{links}; {escape(rest)}"

    def _event(self, event: MeasureEvent) -> str:
        """Return an event as HTML; one after the as-of date is muted."""
        by = self._shared.store.instruments.get(event.by_instrument_id or "")
        as_of = self._shared.state.context.as_of
        text = escape(event_text(event, instrument_name(by) if by else "", as_of))
        note = f". {self._muted(event.note)}" if event.note else ""
        return f"{self._muted_html(text) if is_later(event, as_of) else text}{note}"

    def _muted(self, text: str) -> str:
        """Return plain text as muted HTML."""
        return self._muted_html(escape(text))

    def _muted_html(self, text: str) -> str:
        return f'<span style="color:{self._shared.theme.muted}">{text}</span>'

    def _items(self) -> list[Item]:
        metal_id, measure_id = self._shared.state.metal_id, self._status.measure.measure_id
        return [
            i
            for i in self._shared.store.items_of.get(metal_id, ())
            if i.measure_id == measure_id and i.metal_id == metal_id
        ]

    def _items_line(self, items: list[Item]) -> str:
        codes = sum(len(i.codes) for i in items)
        entries = (
            ngettext("{count} item", "{count} items", len(items)).format(count=len(items)),
            ngettext("{count} customs code", "{count} customs codes", codes).format(count=codes),
            gettext("codes are for reference; the wording decides"),
        )
        return " · ".join(entries)

    def _items_html(self, items: list[Item]) -> str:
        cell = f"padding:4px 10px 4px 0; border-top:1px solid {self._shared.theme.line}"
        nowrap = "; white-space:nowrap"
        rows = []
        limits = thresholds_by_item(self._shared.store)
        for item in items:
            name = escape(item.control_code or item.item_no or "").replace("; ", ";<br>")
            described = self._description(item, [threshold_text(t) for t in limits.get(item.item_id, ())])
            rows.append(
                f'<tr><td style="{cell}{nowrap}"><b>{name}</b></td>'
                f'<td style="{cell}">{described}</td>'
                f'<td style="{cell}{nowrap if item.codes else ""}">{self._codes(item)}</td></tr>'
            )
        return f'<table cellspacing="0" cellpadding="0" width="100%">{"".join(rows)}</table>'

    def _description(self, item: Item, limits: list[str]) -> str:
        """Return the wording of an item as HTML, with its limits and whether it affects the status."""
        html = escape(item.description)
        if limits:
            text = gettext("Limits: {limits}").format(limits="; ".join(limits))
            html += f"<br>{self._muted(text)}"
        if item.relation == "other form":
            note = gettext("(special form; does not affect the status)")
            html += f" {self._muted(note)}"
        return html

    def _codes(self, item: Item) -> str:
        if not item.codes:
            none_given = item.code_basis == "none printed"
            return self._muted(
                gettext("no customs code given") if none_given else gettext("annex not available to us")
            )
        parts = [self._code(code) for code in item.codes[:MAX_CODES]]
        more = len(item.codes) - MAX_CODES
        if more > 0:
            parts.append(escape(gettext("and {count} more").format(count=more)))
        return "<br>".join(parts)

    def _code(self, code: ItemCode) -> str:
        """Return a code; one that is not valid on the as-of date is muted and has its day."""
        number, on = _dotted(code.hs_code), self._shared.state.context.as_of
        if has_ended(code, on):
            return self._muted(gettext("{code} until {day}").format(code=number, day=show(code.valid_to)))
        if not has_begun(code, self._status.measure, on):
            return self._muted(gettext("{code} from {day}").format(code=number, day=show(code.valid_from)))
        return number

    def _actions(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        url = self._official_url()
        if url:
            official = link_button(gettext("Official text (opens your browser)"))
            official.setToolTip(wrapped(url))
            official.clicked.connect(self._open_official)
            row.addWidget(official)
        copy = link_button(gettext("Copy citation"))
        copy.clicked.connect(self._copy)
        row.addWidget(copy)
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

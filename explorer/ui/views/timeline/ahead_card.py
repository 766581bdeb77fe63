"""What ends, begins or falls due after the as-of date, beside the timeline."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.data.context import Context
from explorer.data.controls.change_texts import shown_state
from explorer.data.dates import distance, first_day, show
from explorer.data.metal_names import plain_name
from explorer.data.overview.dates import DatedChange, dates_ahead
from explorer.data.places import ALL, not_an_export, place_name
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.guard import guarded
from explorer.language import gettext, list_of, ngettext
from explorer.models.tooltip import wrapped
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.pill import Pill
from explorer.ui.widgets.style import STEP

FIRST = 10


@guarded
class DateButton(QPushButton):
    """A date with what happens on it; `opened` reports its document."""

    opened = Signal(str)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._document_id = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("role", "line")
        self.setAutoDefault(True)  # Enter presses it, as Space does
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(STEP, STEP, STEP, STEP)
        self._column.setSpacing(2)
        self.day, self.distance = label("", "heading", wrap=False), label("", "small", wrap=False)
        self.words, self.about = label(""), label("", "small")
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(self.day)
        head.addWidget(self.distance, 1)
        self._column.addLayout(head)
        then, self.status = label(gettext("From then on"), "small", wrap=False), Pill()
        foot = QHBoxLayout()
        foot.setSpacing(2 * STEP)
        foot.addWidget(then)
        foot.addWidget(self.status)
        foot.addStretch(1)
        for part in (self.words, self.about):
            self._column.addWidget(part)
        self._column.addLayout(foot)
        for part in (self.day, self.distance, self.words, self.about, then, self.status):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._open)

    def show_date(self, entry: DatedChange, as_of: date, theme: Theme) -> None:
        """Show a date, how far it is from the as-of date, and the status from then on."""
        document, store = entry.document, self._store
        self._document_id = document.instrument_id
        self.day.setText(show(entry.published))
        self.distance.setText(distance(entry.day, as_of))
        self.words.setText(entry.words_with_note)
        self.about.setText("\n".join((instrument_name(document), list_of(entry.places))))
        status = shown_state(entry.measures[0], entry.after)
        self.status.show_status(status, entry.tone or "none", theme)
        names = [plain_name(store.metal(metal_id)) for metal_id in entry.metal_ids]
        metals = gettext("Metals and materials: {metals}")
        metals = metals.format(metals=list_of(names) or gettext("none named"))
        self.setToolTip(wrapped(gettext("{first}\n{second}").format(first=document.title_en, second=metals)))
        texts = (self.day.text(), self.distance.text(), entry.words_with_note)
        self.setAccessibleName(
            gettext("{day}, {distance}: {change}").format(day=texts[0], distance=texts[1], change=texts[2])
        )
        then = gettext("From then on: {status}").format(status=status)
        self.setAccessibleDescription("\n".join((self.about.text(), then)))

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self._document_id)

    def sizeHint(self) -> QSize:
        """Return the size of the texts, which the button itself does not know."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the texts; their height follows from the width."""
        return self._column.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the texts, which wrap."""
        return self._column.heightForWidth(width)


@guarded
class AheadCard(Card):
    """Lists the dates ahead for origin and destination, by the rule that Today uses; each opens its document.

    The first ones are shown until all are asked for. Buttons are reused for other dates.
    """

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Dates ahead"), " ", parent, stacked=True)
        self._shared = shared
        self._entries: tuple[DatedChange, ...] = ()
        self._shows_all = False
        self._list = QVBoxLayout()
        self._list.setSpacing(STEP)
        self.buttons: list[DateButton] = []
        self.nothing, self.unchecked = label("", "muted"), label("", "small")
        self.more = link_button("")
        self.more.clicked.connect(self._toggle_all)
        self.add(self.nothing)
        self.body.addLayout(self._list)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.unchecked)

    def show_dates(self, context: Context) -> None:
        """Show the dates ahead for a context; nothing where goods between the places are not exports."""
        store = self._shared.store
        refusal = not_an_export(store, context.origin, context.destination)
        self.setVisible(context.destination == ALL or not refusal)
        self._entries = dates_ahead(store, context)
        text = gettext("Exports from {origin} to {destination}, from {day} on")
        places = {
            "origin": place_name(store, context.origin),
            "destination": place_name(store, context.destination),
        }
        self.set_heading(self.heading.text(), text.format(day=show(context.as_of), **places))
        self.nothing.setText("" if self._entries else gettext("No dates ahead are on file; some may exist."))
        self.nothing.setVisible(not self._entries)
        self._fill(context.as_of)
        checked_to = store.edition.verified_to
        last = max((entry.day for entry in self._entries), default=date.min)
        self.unchecked.setVisible(last > first_day(checked_to))
        text = gettext("Controls checked to {day}; anything announced since then is missing.")
        self.unchecked.setText(text.format(day=show(checked_to)))

    def _fill(self, as_of: date) -> None:
        shown = self._entries if self._shows_all else self._entries[:FIRST]
        while len(self.buttons) < len(shown):
            button = DateButton(self._shared.store)
            button.opened.connect(self._open)
            self.buttons.append(button)
            self._list.addWidget(button)
        for button, entry in zip(self.buttons, shown, strict=False):
            button.show_date(entry, as_of, self._shared.theme)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(shown))
        count = len(self._entries) - FIRST
        text = ngettext("Show {count} later date", "Show {count} later dates", count).format(count=count)
        self.more.setText(gettext("Show fewer") if self._shows_all else text)
        self.more.setVisible(count > 0)

    @Slot()
    def _toggle_all(self) -> None:
        self._shows_all = not self._shows_all
        self._fill(self._shared.context.as_of)

    @Slot(str)
    def _open(self, document_id: str) -> None:
        self._shared.state.open_record("document", document_id)

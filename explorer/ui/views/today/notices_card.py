"""How far the controls were checked, and what ends or begins on the as-of date and the day after, or next."""

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.data.dates import distance, show
from explorer.data.overview.dates import DatedChange
from explorer.data.overview.notices import Notice
from explorer.data.overview.overview import Overview
from explorer.guard import guarded
from explorer.language import gettext, list_of, ngettext, paragraph
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.card import Card
from explorer.ui.widgets.labels import label, rule
from explorer.ui.widgets.layouts import clear_layout
from explorer.ui.widgets.style import STEP, set_style_property


@guarded
class AgeBanner(QFrame):
    """Shows how far the controls were checked and what that means; quiet where the day is covered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(STEP)
        self.day = label("", "title", wrap=False)
        self.distance = label("", "heading")
        self.meaning = label("")
        for part in (label(gettext("Controls checked to"), "small"), self.day, self.distance, self.meaning):
            column.addWidget(part)
        column.addStretch(1)

    def show_overview(self, found: Overview) -> None:
        """Show the age of the data on a day."""
        checked = found.checked
        self.setAccessibleName(paragraph((checked.text, checked.meaning)))
        self.day.setText(show(checked.day))
        text = ngettext("{count} day before {as_of}", "{count} days before {as_of}", checked.days)
        self.distance.setText(text.format(count=checked.days, as_of=show(found.context.as_of)))
        self.distance.setVisible(bool(checked.days))
        self.meaning.setText(checked.meaning)
        set_style_property(self, "role", "banner" if checked.days else "card")


@guarded
class NoticesCard(Card):
    """Shows what ends or begins, each with links to the day from which something else applies and to its document."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Ends or begins"), parent=parent)
        self._shared = shared
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * STEP)
        self.body.addLayout(self._list)

    def show_overview(self, found: Overview) -> None:
        """Show the notices of a day."""
        clear_layout(self._list)
        self.buttons: list[QPushButton] = []
        if found.refusal:
            self._list.addWidget(label(found.refusal))
        elif not found.notices:
            text = gettext("Nothing on file ends or begins on {day} or on the day after.")
            self._list.addWidget(label(text.format(day=show(found.context.as_of)), "muted"))
            for following in found.ahead[:1]:
                self._list.addWidget(rule())
                self._list.addWidget(self._following(following, found))
        for number, notice in enumerate(found.notices):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(self._notice(notice))

    def _following(self, entry: DatedChange, found: Overview) -> QWidget:
        """Return the next date on file."""
        title = gettext("Next date on file: {day}, {distance}").format(
            day=show(entry.published), distance=distance(entry.day, found.context.as_of)
        )
        texts = ((title, "heading"), (entry.words_with_note, "body"), (list_of(entry.places), "small"))
        buttons = QVBoxLayout()
        self._add_document(buttons, entry)
        return _row(texts, buttons)

    def _notice(self, notice: Notice) -> QWidget:
        entry, day = notice.entry, notice.entry.applies_from
        title = gettext("{when}: {what}").format(when=notice.when, what=notice.title)
        buttons = QVBoxLayout()
        buttons.setSpacing(STEP)
        if day != self._shared.context.as_of:
            button = QPushButton(gettext("Show {day}").format(day=show(day)))
            button.clicked.connect(partial(self._show_day, day))
            buttons.addWidget(self._add(button, "primary"))
        self._add_document(buttons, entry)
        texts = ((title, "heading"), (notice.text, "body"), (entry.document.title_en, "small"))
        return _row(texts, buttons)

    def _add_document(self, buttons: QVBoxLayout, entry: DatedChange) -> None:
        document = QPushButton(gettext("Open the document"))
        document.clicked.connect(partial(self._open, entry.document.instrument_id))
        buttons.addWidget(self._add(document, "plain"))
        buttons.addStretch(1)

    def _add(self, button: QPushButton, role: str) -> QPushButton:
        button.setProperty("role", role)
        button.setAutoDefault(True)  # Enter presses it, as Space does
        self.buttons.append(button)
        return button

    def _show_day(self, day: date) -> None:
        self._shared.state.set_context(day=day)

    def _open(self, instrument_id: str) -> None:
        self._shared.state.open_record("document", instrument_id)


def _row(texts: Iterable[tuple[str, str]], buttons: QVBoxLayout) -> QWidget:
    """Return texts with their roles below one another, and buttons beside them."""
    column = QVBoxLayout()
    column.setSpacing(STEP)
    for text, role in texts:
        column.addWidget(label(text, role))
    column.addStretch(1)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4 * STEP)
    row.addLayout(column, 1)
    row.addLayout(buttons)
    return holder

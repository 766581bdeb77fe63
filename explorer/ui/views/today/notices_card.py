"""How far the controls were checked, and what ends or begins on the as-of date and the day after."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.overview.notices import Notice
from explorer.data.overview.overview import Overview
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.ui.view_context import ViewContext
from explorer.ui.widgets.buttons import link_button
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
        column.setContentsMargins(16, 2 * STEP, 16, 2 * STEP)
        self.text = label("")
        column.addWidget(self.text)

    def show_overview(self, found: Overview) -> None:
        """Show the age of the data on a day."""
        self.text.setText(paragraph((found.checked.text, found.checked.meaning)))
        set_style_property(self, "role", "banner" if found.checked.days else "card")


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
        for number, notice in enumerate(found.notices):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(self._notice(notice))

    def _notice(self, notice: Notice) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        title = gettext("{when}: {what}").format(when=notice.when, what=notice.title)
        column.addWidget(label(title, "heading"))
        column.addWidget(label(notice.text))
        column.addWidget(label(notice.entry.document.title_en, "small"))
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        entry = notice.entry
        day = entry.applies_from
        buttons = []
        if day != self._shared.context.as_of:
            buttons.append(link_button(gettext("Show {day}").format(day=show(day))))
            buttons[0].clicked.connect(partial(self._show_day, day))
        document = link_button(gettext("Open the document"))
        document.clicked.connect(partial(self._open, entry.document.instrument_id))
        self.buttons += (*buttons, document)
        for button in (*buttons, document):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        column.addLayout(row)
        return holder

    def _show_day(self, day: date) -> None:
        self._shared.state.set_context(day=day)

    def _open(self, instrument_id: str) -> None:
        self._shared.state.open_record("document", instrument_id)

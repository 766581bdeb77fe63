"""How far the controls were checked, and what ends or begins on the as-of date and the day after, or next."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Slot
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


class NoticeRow(QWidget):
    """One notice: a line above it, its texts, and buttons that show its day and open its document."""

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shared = shared
        self._day, self._document = shared.context.as_of, ""
        column, texts, buttons = QVBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        self.line = rule()
        column.addWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        texts.setSpacing(STEP)
        self._texts = [label("", role) for role in ("heading", "body", "small")]
        for part in self._texts:
            texts.addWidget(part)
        texts.addStretch(1)
        buttons.setSpacing(STEP)
        self.show_day = _button("primary", self._show_day)
        self.open = _button("plain", self._open)
        self.open.setText(gettext("Open the document"))
        buttons.addWidget(self.show_day)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        row.addLayout(texts, 1)
        row.addLayout(buttons)
        column.addLayout(row)

    def show_texts(self, texts: Sequence[str], document_id: str, day: date | None) -> None:
        """Show title, text and remark, a document to open, and a day to show, None for none."""
        for part, text in zip(self._texts, texts, strict=True):
            part.setText(text)
        self._document = document_id
        self._day = day or self._day
        self.show_day.setVisible(day is not None)
        self.show_day.setText(gettext("Show {day}").format(day=show(self._day)))

    @Slot()
    def _show_day(self) -> None:
        self._shared.state.set_context(day=self._day)

    @Slot()
    def _open(self) -> None:
        self._shared.state.open_record("document", self._document)


def _button(role: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton()
    button.setProperty("role", role)
    button.setAutoDefault(True)  # Enter presses it, as Space does
    button.clicked.connect(pressed)
    return button


class NoticesCard(Card):
    """Shows what ends or begins, each with links to the day from which something else applies and to its document.

    Its rows are reused: during a drag of the date, new ones would take most of the time.
    """

    def __init__(self, shared: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(gettext("Ends or begins"), parent=parent)
        self._shared = shared
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * STEP)
        self.body.addLayout(self._list)
        self._refusal, self._nothing = label(""), label("", "muted")
        for part in (self._refusal, self._nothing):
            self._list.addWidget(part)
        self._rows: list[NoticeRow] = []

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons shown, from top to bottom."""
        rows = [row for row in self._rows if not row.isHidden()]
        return [button for row in rows for button in (row.show_day, row.open) if not button.isHidden()]

    def show_overview(self, found: Overview) -> None:
        """Show the notices of a day, or the next date on file."""
        is_quiet = not found.refusal and not found.notices
        text = gettext("Nothing on file ends or begins on {day} or on the day after.")
        nothing = text.format(day=show(found.context.as_of)) if is_quiet else ""
        for part, content in ((self._refusal, found.refusal), (self._nothing, nothing)):
            part.setText(content)
            part.setVisible(bool(content))
        following = found.ahead[:1] if is_quiet else ()
        while len(self._rows) < max(len(found.notices), len(following)):
            self._rows.append(NoticeRow(self._shared))
            self._list.addWidget(self._rows[-1])
        for row, notice in zip(self._rows, found.notices, strict=False):
            self._show_notice(row, notice)
        for row, entry in zip(self._rows, following, strict=False):
            self._show_following(row, entry, found)
        for number, row in enumerate(self._rows):
            row.line.setVisible(number > 0 or is_quiet)
            row.setVisible(number < max(len(found.notices), len(following)))

    def _show_following(self, row: NoticeRow, entry: DatedChange, found: Overview) -> None:
        """Show the next date on file."""
        title = gettext("Next date on file: {day}, {distance}").format(
            day=show(entry.published), distance=distance(entry.day, found.context.as_of)
        )
        row.show_texts(
            (title, entry.words_with_note, list_of(entry.places)), entry.document.instrument_id, None
        )

    def _show_notice(self, row: NoticeRow, notice: Notice) -> None:
        entry, day = notice.entry, notice.entry.applies_from
        title = gettext("{when}: {what}").format(when=notice.when, what=notice.title)
        row.show_texts(
            (title, notice.text, entry.document.title_en),
            entry.document.instrument_id,
            day if day != self._shared.context.as_of else None,
        )

"""Dates stay on one line in what wraps, and texts are read and exported as they were set."""

from datetime import date
from gettext import NullTranslations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from explorer import language
from explorer.data.dates import show
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.running_text import (
    BREAK,
    DEFER_MS,
    LONGEST_WORD,
    NO_BREAK,
    DeferredLabel,
    breakable,
    unbroken_dates,
)
from tests.pseudo_language import PseudoLanguage


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("paused until 27 Nov 2026.", "paused until 27_Nov_2026."),
        ("(1 Aug 2023) to Jul 2026", "(1_Aug_2023) to Jul_2026"),
        ("Announcement 46 of 2024", "Announcement 46 of 2024"),
        ("in 2024 May 2025", "in 2024 May_2025"),
        ("10 Marches 2024", "10 Marches 2024"),
        ("no date", "no date"),
    ],
)
def test_only_dates_are_kept_together(text, shown):
    assert unbroken_dates(text) == shown.replace("_", NO_BREAK)


def test_dates_of_another_language_are_kept_together():
    language.use(PseudoLanguage())
    try:
        day = show("2026-11-27")
        assert day != "27 Nov 2026" and unbroken_dates(day) == day.replace(" ", NO_BREAK)
    finally:
        language.use(NullTranslations())


@pytest.mark.parametrize("rich", [False, True])
def test_a_label_breaks_no_date_and_returns_what_was_set(qtbot, rich):
    widget = label("", rich=rich)
    qtbot.addWidget(widget)
    text = "The refusal is paused until 27 Nov 2026 and then applies again."
    widget.setText(text)
    assert widget.text() == text
    document = QTextDocument()
    document.setPlainText(QLabel.text(widget))
    assert f"27{NO_BREAK}Nov{NO_BREAK}2026" in document.toRawText()
    assert widget.textFormat() == (Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)


def test_a_label_that_was_cleared_returns_nothing(qtbot):
    text = label("As of 27 Nov 2026")
    qtbot.addWidget(text)
    text.clear()
    assert text.text() == ""


def test_no_date_of_the_window_wraps(workspace):
    workspace.state.set_context(day=date(2026, 11, 28), destination="USA")
    for tab in ("overview", "controls", "prices", "supply", "trade"):
        workspace.state.set_tab(tab)
        workspace.detail.page(tab).refresh()
        wrapping = [w for w in workspace.findChildren(QLabel) if w.wordWrap()]
        assert len(wrapping) > 10
        for widget in wrapping:
            assert unbroken_dates(QLabel.text(widget)) == QLabel.text(widget)


@pytest.mark.parametrize("text", ["the telecommunications industry", "2024-12-10", "出口管制" * 20, ""])
def test_words_of_usual_length_do_not_break(text):
    assert breakable(text) == text


def test_long_words_break_after_signs_and_after_so_many_letters():
    text = "see mofcom.gov.cn/art/2025/art_084ded0609404b2d81c746b31c9a03a6.html there"
    broken = breakable(text)
    assert broken.replace(BREAK, "") == text
    pieces = broken.replace(" ", BREAK).split(BREAK)
    assert max(map(len, pieces)) == LONGEST_WORD and "art/" in pieces and "see" in pieces


def test_a_deferred_label_out_of_sight_shows_a_new_text_after_a_moment_or_once_it_is_seen(qtbot):
    page, column = QScrollArea(), QWidget()
    layout = QVBoxLayout(column)
    seen, hidden = DeferredLabel("first"), DeferredLabel("first")
    for part, height in ((seen, 40), (QWidget(), 2000), (hidden, 40)):
        part.setFixedHeight(height)
        layout.addWidget(part)
    page.setWidget(column)
    qtbot.addWidget(page)
    page.resize(200, 100)
    page.show()
    for part in (seen, hidden):
        part.setText("second")
    assert (QLabel.text(seen), QLabel.text(hidden), hidden.text()) == ("second", "first", "second")
    qtbot.waitUntil(lambda: QLabel.text(hidden) == "second")
    hidden.setText("third")
    page.ensureWidgetVisible(hidden)
    qtbot.waitUntil(lambda: QLabel.text(hidden) == "third", timeout=DEFER_MS)
    hidden.setText("")
    assert QLabel.text(hidden) == ""

"""The status bar: the edition and its age, and a message that takes the place of the counts."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from explorer.ui.windows import status_bar


def texts(bar):
    return [shown.text() for shown in bar.findChildren(QLabel) if shown.isVisible() and shown.text()]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 10, 8), ["Edition {edition} · controls checked to 8 Oct 2026"]),
        (
            date(2026, 11, 27),
            ["Edition {edition}", "Checked to 8 Oct 2026: the last 50 days are not covered"],
        ),
    ],
)
def test_the_edition_and_the_last_checked_day_are_shown(workspace, store, day, expected):
    workspace.state.set_context(day=day)
    shown = texts(workspace.status)
    assert shown[: len(expected)] == [t.format(edition=store.edition.data_version) for t in expected]
    counts = next(x for x in workspace.status.findChildren(QLabel) if "metals and materials" in x.toolTip())
    assert counts.isVisible() and counts.toolTip().startswith(
        f"<qt>{len(store.metals)} metals and materials · "
    )


def test_a_message_takes_the_place_of_the_counts_for_a_while(workspace, qtbot, monkeypatch):
    monkeypatch.setattr(status_bar, "MESSAGE_MS", 50)
    bar = status_bar.StatusBar(workspace.shared.store, workspace.state)
    qtbot.addWidget(bar)
    bar.resize(900, 24)
    bar.show()
    before = texts(bar)
    bar.show_message("Copied a link")
    assert bar.sentence == "Copied a link" and "Copied a link" in texts(bar)
    assert not any("metals and materials" in text for text in texts(bar))
    qtbot.waitUntil(lambda: bar.sentence == "")
    assert texts(bar) == before

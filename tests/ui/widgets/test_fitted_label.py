"""The label of one line that is cut to its width."""

from explorer.ui.widgets.fitted_label import FittedLabel

TEXT = "Announcement 46 of 2024, section 2, first clause"


def test_one_text_is_cut_at_a_word_and_kept_for_its_tooltip_and_screen_readers(qtbot):
    label = FittedLabel()
    qtbot.addWidget(label)
    label.resize(1000, 20)
    label.show()
    label.show_one(TEXT)
    assert label.text() == TEXT
    label.resize(label.fontMetrics().horizontalAdvance("Announcement 46 of 2024, sec"), 20)
    assert label.text() == "Announcement 46 of 2024…"
    assert label.accessibleName() == TEXT and TEXT in label.toolTip()


def test_a_path_keeps_its_end(qtbot):
    label = FittedLabel()
    qtbot.addWidget(label)
    path = "Saved /home/reader/reports/2026/november/gallium-price.png"
    label.resize(label.fontMetrics().horizontalAdvance("Saved /home/read…gallium-price.png"), 20)
    label.show()
    label.show_shortened(path)
    start, _, end = label.text().partition("…")
    assert path.startswith(start) and path.endswith(end) and len(start) > 8 < len(end)
    assert label.accessibleName() == path and path in label.toolTip()
    label.resize(1000, 20)
    assert label.text() == path

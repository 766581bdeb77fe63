"""The figure of a point as text: a word, a bound, or that it is unknown."""

from explorer.charts import text
from explorer.charts.spec import Point


def test_the_figure_of_a_point_is_a_number_a_word_or_unknown():
    assert text.value_text(Point(0, None, "x", flag="W", word="withheld"), "t") == "withheld"
    assert text.value_text(Point(0, 50, "x", qualifier=">"), "%") == ">\u00a050\u202f%"
    assert text.value_text(Point(0, 8, "x", qualifier="~"), "%") == "about\u00a08\u202f%"
    assert text.value_text(Point(0, None, "x"), "t") == "no figure on file"


def test_a_sentence_has_one_full_stop_and_no_text_is_no_sentence():
    assert text.as_sentence("share of China 3 %") == "Share of China 3 %."
    assert text.as_sentence("Includes hafnium.") == "Includes hafnium."
    assert text.as_sentence("") == ""

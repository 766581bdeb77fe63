"""The last visit: the last day of use before today, over several sessions."""

from datetime import date

import pytest
from PySide6.QtCore import QSettings

from explorer.models.last_visit import default_since, read_last_visit, write_last_visit

MONDAY, TUESDAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 26)


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def session(settings: QSettings, day: date) -> date | None:
    """Start and end the program on a day, and return the last visit that it knew."""
    found = read_last_visit(settings, day)
    write_last_visit(settings, found, day)
    settings.sync()
    return found


def test_the_first_session_knows_no_visit(settings):
    assert session(settings, MONDAY) is None


def test_each_session_of_a_day_knows_the_day_of_use_before_it(settings):
    visits = [session(settings, day) for day in (MONDAY, MONDAY, TUESDAY, TUESDAY, THURSDAY)]
    assert visits == [None, None, MONDAY, MONDAY, TUESDAY]


def test_a_day_that_is_not_valid_or_lies_ahead_is_no_visit(settings):
    settings.setValue("used", "soon")
    assert read_last_visit(settings, MONDAY) is None
    write_last_visit(settings, MONDAY, THURSDAY)
    assert read_last_visit(settings, TUESDAY) == MONDAY


def test_changes_begin_at_the_last_visit_before_the_as_of_date():
    assert default_since(MONDAY, THURSDAY) == MONDAY
    assert default_since(THURSDAY, THURSDAY) == date(2026, 8, 28)  # 90 days before
    assert default_since(None, THURSDAY) == date(2026, 8, 28)

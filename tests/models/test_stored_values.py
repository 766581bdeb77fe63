"""Values of a settings file that anything may have written."""

import pytest
from PySide6.QtCore import QSettings

from explorer.models.stored_values import stored_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("dark", "dark"),
        ("1", "1"),
        ("status,share", "status,share"),
        ('"status,share"', "status,share"),
        ("", ""),
        ("@Invalid()", "-"),
        ("@Rect(1 2 3 4)", "-"),
        ("@ByteArray(abc)", "-"),
    ],
)
def test_a_value_is_text_or_the_default(tmp_path, written: str, read: str) -> None:
    path = tmp_path / "a.ini"
    path.write_text(f"[General]\nkey={written}\n")
    settings = QSettings(str(path), QSettings.Format.IniFormat)
    assert stored_text(settings, "key", "-") == read and stored_text(settings, "other", "-") == "-"

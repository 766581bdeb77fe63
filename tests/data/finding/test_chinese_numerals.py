"""Chinese numerals as digits: those of dates and of document numbers, no others."""

import pytest

from explorer.data.finding.chinese_numerals import with_digits


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("二〇二六年十一月二十七日", "2026年11月27日"),
        ("明年一月有什么新规", "明年1月有什么新规"),
        ("二〇二四年第四十六号公告", "2024年第46号公告"),
        ("十二月十日", "12月10日"),
    ],
)
def test_numerals_of_dates_and_documents_become_digits(text: str, digits: str) -> None:
    assert with_digits(text) == digits


@pytest.mark.parametrize("text", ["一种金属", "三个月", "前三大生产国", "一年", "第一次", "三氧化二锑"])
def test_other_numerals_stay(text: str) -> None:
    assert with_digits(text) == text

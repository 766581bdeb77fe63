"""Random prices and dates, written in many forms and read back."""

import csv
import io
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.data.reading.read import read_text
from explorer.data.reading.records import Candidate, Choices, Undecided
from explorer.data.reading.text_file import decoded
from explorer.errors import KnownError

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DATES = {
    "iso": lambda d: d.isoformat(),
    "slashes": lambda d: f"{d.year}/{d.month}/{d.day}",
    "day name": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "hyphens": lambda d: f"{d.day:02}-{MONTHS[d.month - 1]}-{d.year % 100:02}",
    "american": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "chinese": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "points": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "dmy": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "mdy": lambda d: f"{d.month}/{d.day}/{d.year}",
    "with time": lambda d: f"{d.isoformat()}T00:00:00Z",
}
# The sign between thousands, and the decimal sign.
NUMBERS = {"plain": ("", "."), "english": (",", "."), "german": (".", ","), "french": ("\u202f", ","),
           "spaces": (" ", "."), "swiss": ("'", "."), "decimal comma": ("", ",")}  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030")
days = st.dates(date(1951, 1, 1), date(2026, 11, 28))
prices = st.integers(1, 99_999_999)
rows = st.lists(st.tuples(days, prices), min_size=1, max_size=30, unique_by=lambda r: r[0])


def written(hundredths: int, form: str) -> str:
    """Return an amount with two decimals."""
    group, sign = NUMBERS[form]
    whole = f"{hundredths // 100:,}".replace(",", group)
    return f"{whole}{sign}{hundredths % 100:02}"


def as_table(table: list[tuple[str, str]], delimiter: str, lines_above: int) -> str:
    out = io.StringIO()
    out.write("A title\n" * lines_above)
    csv.writer(out, delimiter=delimiter).writerows([("Date", "Price"), *table])
    return out.getvalue()


@settings(deadline=None, max_examples=300)
@given(
    table=rows,
    day_form=st.sampled_from(sorted(DATES)),
    number_form=st.sampled_from(sorted(NUMBERS)),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(ENCODINGS),
    lines_above=st.integers(0, 3),
)
def test_prices_come_back_as_they_were_written(
    table: list[tuple[date, int]],
    day_form: str,
    number_form: str,
    delimiter: str,
    encoding: str,
    lines_above: int,
) -> None:
    cells = [(DATES[day_form](day), written(price, number_form)) for day, price in table]
    data = as_table(cells, delimiter, lines_above).encode(encoding)
    choices = Choices(dates="mdy" if day_form == "mdy" else "dmy")
    (found,) = read_text(decoded(data, "file"), choices, lambda: date(2026, 11, 28))
    expected = sorted((day.isoformat(), price / 100) for day, price in table)
    assert [(p.date, p.value) for p in found.points] == expected
    assert not found.bad_lines and not found.gaps and not found.notes


@settings(deadline=None, max_examples=200)
@given(
    table=rows,
    is_day_first=st.booleans(),
    number_form=st.sampled_from(sorted(NUMBERS)),
    decimals=st.booleans(),
)
def test_without_a_choice_the_answer_is_right_or_open(
    table: list[tuple[date, int]], is_day_first: bool, number_form: str, decimals: bool
) -> None:
    """Never a wrong date or a wrong price: where the table does not decide, the reader asks."""
    form = DATES["dmy" if is_day_first else "mdy"]
    cells = []
    for day, price in table:
        text = written(price, number_form)
        cells.append((form(day), text if decimals else text[:-3]))
    wanted = [(day, price / 100 if decimals else price // 100) for day, price in table]
    expected = sorted((day.isoformat(), value) for day, value in wanted if value > 0)
    try:
        (found,) = read_text(as_table(cells, ";", 0), today=lambda: date(2026, 11, 28))
    except Undecided:
        return
    except KnownError:
        assert not expected
        return
    assert [(p.date, p.value) for p in found.points] == expected


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=400) | st.text(max_size=300).map(str.encode))
def test_any_bytes_end_in_series_or_in_one_sentence(data: bytes) -> None:
    try:
        found: list[Candidate] = read_text(decoded(data, "file"))
    except KnownError as error:
        assert "\n" not in str(error)
    else:
        assert any(c.points for c in found)


@settings(deadline=None, max_examples=300)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["", "2026-11-27", "1/2/26", "5", "5.5", "1,234", "n/a", "USD/kg", "Date", "Low", "High", '"', "e",
                 "9" * 400, "1e999", "-3", "46351", "2026", "Q1 2026", "=1+1", "‮", "30/02/2026", "5–6"]
            ),
            min_size=1,
            max_size=6,
        ),
        max_size=12,
    ),
    st.sampled_from(",;\t"),
)  # fmt: skip
def test_any_table_ends_in_series_or_in_one_sentence(table: list[list[str]], delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in table)
    try:
        found = read_text(text)
    except KnownError as error:
        assert "\n" not in str(error)
        return
    for candidate in found:
        assert len({p.date for p in candidate.points}) == len(candidate.points)
        assert all(p.value > 0 for p in candidate.points)
        assert all(b.reason.endswith((".", "?")) for b in candidate.bad_lines)

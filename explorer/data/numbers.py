"""Numbers as the interface shows them: one style and one rounding for window, charts, sheets and commands."""

from collections.abc import Sequence

from explorer.language import gettext, list_of, pgettext

THIN = "\u202f"
MINUS = "\u2212"
LEAST_GROUPED = "10,000"


def exact(value: float) -> str:
    """Return a number with every published decimal: `60 000`, `1499.97`."""
    text = f"{abs(value):,.6f}".rstrip("0").rstrip(".")
    is_grouped = len(text.partition(".")[0]) >= len(LEAST_GROUPED)
    text = text.replace(",", THIN if is_grouped else "")
    return f"{MINUS}{text}" if value < 0 and text != "0" else text


def percent(value: float) -> str:
    """Return a share in per cent, with one decimal below ten; no share is rounded to 0 or to 100: `< 0.1 %`."""
    value = round(value, 6)
    if 0 < value < 0.05:
        return f"<{THIN}0.1{THIN}%"
    if 99.95 <= value < 100:
        return f">{THIN}99.9{THIN}%"
    return f"{exact(rounded_percent(value))}{THIN}%"


def rounded_percent(value: float) -> float:
    """Return a figure in per cent rounded as it is shown."""
    value = round(value, 6)
    whole = 9.95 <= abs(value) < 99.5 or abs(value) >= 100
    return round(value, 0 if whole else 1)


def change(value: float) -> str:
    """Return a change in per cent with its sign: `+85 %`, `−4.5 %`; no change has none."""
    size = percent(abs(value))
    if round(value, 6) == 0:
        return size
    return f"{'+' if value > 0 else MINUS}{size}"


def change_arrow(value: float) -> str:
    """Return a change in per cent with an arrow for its sign: `▲ 85 %`, `▼ 4.5 %`."""
    return f"{'▲' if value >= 0 else '▼'}{THIN}{percent(abs(value))}"


def qualified(text: str, qualifier: str | None) -> str:
    """Return a published number with the word or sign that bounds it."""
    if qualifier == "~":
        return pgettext("figure", "about\u00a0{figure}").format(figure=text)
    return f"{qualifier}\u00a0{text}" if qualifier in ("<", ">") else text


def qualified_in_words(text: str, qualifier: str | None) -> str:
    """Return a published number with the words that bound it, since screen readers may leave out a sign."""
    if qualifier == ">":
        return pgettext("figure", "more than {figure}").format(figure=text)
    if qualifier == "<":
        return pgettext("figure", "less than {figure}").format(figure=text)
    return qualified(text, qualifier)


def with_unit(text: str, unit: str) -> str:
    """Return a number with its unit."""
    return f"{text}{THIN}%" if unit == "%" else f"{text} {unit}" if unit else text


def number_range(low: float, high: float, unit: str) -> str:
    """Return a published range: `13 150 to 13 400 USD/t`."""
    return pgettext("range", "{low} to {high}").format(low=exact(low), high=with_unit(exact(high), unit))


def quoted(word: str | None) -> str | None:
    """Return the word that a publisher gives in place of a figure, in quotation marks."""
    return f"“{word}”" if word else None


def price_text(value: float) -> str:
    """Return a price or unit value with at most two decimals from one on: `1499.97`, `0.0315`."""
    return exact(round(value, 2) if abs(value) >= 1 else value)


def short(value: float) -> str:
    """Return a number with about three significant digits, whole from 100 on: `60 000`, `29.1`, `0.35`."""
    size = abs(value)
    decimals = 0 if size >= 100 else 1 if size >= 10 else 2
    return exact(round(value, decimals)) if size >= 0.01 or value == 0 else exact(value)


def compact(value: float) -> str:
    """Return a number for a narrow place: `3.7 billion`, `37 million`, `60 000`."""
    if abs(value) >= 1e9:
        return gettext("{number} billion").format(number=short(value / 1e9))
    if abs(value) >= 1e7:
        return gettext("{number} million").format(number=short(value / 1e6))
    return short(value)


def year_ranges(years: Sequence[int]) -> str:
    """Return years, consecutive ones as ranges: `1900–1992 and 2021–2023`."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return list_of([str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs])

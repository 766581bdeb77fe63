"""Numbers as the interface prints them: one style and one rounding for window, charts, sheets and commands."""

THIN = "\u202f"
MINUS = "\u2212"
_QUALIFIERS = {"<": "<", ">": ">", "~": "about"}


def exact(value: float) -> str:
    """Return a number with every printed decimal: `60 000`, `290.643`."""
    text = f"{abs(value):,.6f}".rstrip("0").rstrip(".").replace(",", THIN)
    return f"{MINUS}{text}" if value < 0 and text != "0" else text


def percent(value: float) -> str:
    """Return a share in per cent, with one decimal below ten; no share rounds to nothing or to all: `< 0.1 %`."""
    value = round(value, 6)
    if 0 < value < 0.05:
        return f"<{THIN}0.1{THIN}%"
    if 99.95 <= value < 100:
        return f">{THIN}99.9{THIN}%"
    whole = 9.95 <= abs(value) < 99.5 or abs(value) >= 100
    return f"{exact(round(value, 0 if whole else 1))}{THIN}%"


def change(value: float) -> str:
    """Return a change in per cent with its sign: `+85 %`, `−4.5 %`."""
    size = percent(abs(value))
    return f"{'+' if value >= 0 else MINUS}{size}"


def qualified(text: str, qualifier: str | None) -> str:
    """Return a printed number with the word or sign that bounds it."""
    sign = _QUALIFIERS.get(qualifier or "")
    return f"{sign}\u00a0{text}" if sign else text


def with_unit(text: str, unit: str) -> str:
    """Return a printed number with its unit."""
    return f"{text}{THIN}%" if unit == "%" else f"{text} {unit}" if unit else text


def number_range(low: float, high: float, unit: str) -> str:
    """Return a published range: `13 150 to 13 400 USD/t`."""
    return f"{exact(low)} to {with_unit(exact(high), unit)}"


def quoted(word: str | None) -> str | None:
    """Return the word that a publisher gives in place of a figure, in the quotes that mark it as the publisher's."""
    return f"“{word}”" if word else None

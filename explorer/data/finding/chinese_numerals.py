"""Chinese numerals in dates and in numbers of documents, as digits: `二〇二六年十一月十日`, `第四十六号`."""

import re

_DIGITS = {digit: str(value) for value, digit in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}
_SMALL = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = re.compile(f"(?P<number>[一二][{''.join(_DIGITS)}]{{3}})(?=年)")
_MONTH = re.compile("(?P<number>十[一二]?|[一二三四五六七八九])(?=月)")
_DAY = re.compile(f"(?<=月)(?P<number>{_SMALL})(?=[日号])")
_NUMBER = re.compile(f"(?P<number>(?<=第){_SMALL}(?=号)|(?<=年){_SMALL}(?=号))")


def with_digits(text: str) -> str:
    """Return a text with the numerals of its dates and document numbers as digits; others stay as they are."""
    text = _YEAR.sub(lambda m: "".join(_DIGITS[c] for c in m["number"]), text)
    for pattern in (_MONTH, _DAY, _NUMBER):
        text = pattern.sub(lambda m: str(_small(m["number"])), text)
    return text


def number_of(text: str) -> int:
    """Return the number below one hundred that a text is: `三十三`; 0 for another text."""
    return _small(text) if re.fullmatch(_SMALL, text) else 0


def _small(numeral: str) -> int:
    """Return a numeral below one hundred as a number."""
    tens, ten, ones = numeral.rpartition("十")
    first = (int(_DIGITS[tens]) if tens else 1) if ten else 0
    return 10 * first + (int(_DIGITS[ones]) if ones else 0)

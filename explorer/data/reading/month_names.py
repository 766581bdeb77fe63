"""The names of months in the languages of tables of prices."""

from functools import lru_cache

from explorer.data.dates import month_number

_FOREIGN = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
_NUMBERS = [(name, n) for names in _FOREIGN for n, name in enumerate(names.split(), start=1)]
_LEAST_LETTERS = 3


@lru_cache(maxsize=1024)
def month_of(name: str) -> int:
    """Return the month whose English, German, French or Spanish name, in small letters, begins so, otherwise 0."""
    if len(name) < _LEAST_LETTERS:
        return 0
    english = month_number(name)
    if english:
        return english
    found = {number for month, number in _NUMBERS if month.startswith(name)}
    return found.pop() if len(found) == 1 else 0

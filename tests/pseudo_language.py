"""A language for tests: each text in brackets, with accents and 30 % longer, its fields as they are."""

import re
from gettext import NullTranslations

OPEN, CLOSE = "⟦", "⟧"
_FIELD = re.compile(r"(\{[^{}]*\})")
_ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÀƁĆĎÉƑĜĤÎĴĶĹṀŃÓṔɊŘŚŤŮṼŴẊÝŽàƀćďéƒĝĥîĵķĺṁńóṕɋřśťůṽŵẋýž",
)


def pseudo(message: str) -> str:
    """Return a text as this language has it; what has no letter stays."""
    if not re.search(r"[A-Za-z]", _FIELD.sub("", message)):
        return message
    parts = _FIELD.split(message)
    accented = "".join(p if p.startswith("{") else p.translate(_ACCENTS) for p in parts)
    longer = "~" * (len(_FIELD.sub("", message)) * 3 // 10)
    return f"{OPEN}{accented}{longer}{CLOSE}"


class PseudoLanguage(NullTranslations):
    """The catalogue of this language, complete by construction."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

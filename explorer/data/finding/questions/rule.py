"""What a rule of the grammar is: which meanings make a question of an intent, and which others it may have."""

from msgspec import Struct

from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.role_names import DESTINATION, ORIGIN

Meanings = frozenset[Meaning]
BOTH_ROLES = frozenset((ORIGIN, DESTINATION))


def named(names: str) -> Meanings:
    """Return meanings by their names, separated by blanks."""
    return frozenset(Meaning[name] for name in names.split())


def any_of(*alternatives: str) -> tuple[Meanings, ...]:
    """Return sets of meanings, each by its names."""
    return tuple(named(names) for names in alternatives)


# Words that every rule permits.
_ALWAYS = named("FUNCTION AUXILIARY QUESTION WISH TO FROM IN OF ON BY FOR AND OR METALS")


class Rule(Struct, frozen=True):
    """A rule for one intent.

    `needs` are alternatives, each a set of meanings that must all occur; `permits` are further meanings. `metals` is
    whether a question needs a metal (True), may have one (None) or must not (False). `roles` are those that places may
    have, `days` whether it may name a day, `spans` whether that may be several days. `subject` is `code` or `document`
    where it needs one; `needs_role` and `needs_days` are what else it must name.
    """

    intent: str
    needs: tuple[Meanings, ...]
    permits: Meanings
    metals: bool | None = True
    roles: frozenset[str] = BOTH_ROLES
    days: bool = True
    spans: bool = False
    subject: str = ""
    needs_role: str = ""
    needs_days: bool = False

    def usable(self, found: Meanings) -> Meanings:
        """Return every meaning that a word of a question with these meanings may have; empty where it does not fit."""
        met = [needed for needed in self.needs if needed <= found]
        return self.permits.union(_ALWAYS, *met) if met else frozenset()

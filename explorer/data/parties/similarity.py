"""Which words two names share, weighed by how much each word says, and whether that makes the names similar."""

from collections.abc import Sequence

from msgspec import Struct

from explorer.data.parties.names import USUAL, Name, Weights

# Of the weight of both names, of that of the shorter one, and of that of the longer one.
_NEARLY_ALL, _ALL, _MOST, _HALF = 0.78, 0.95, 0.6, 0.5
_ENOUGH, _SOME = 3.0, 1.5


class Unit(Struct, frozen=True):
    """A word of a name, or two that follow each other, as one: its letters, place and number of words."""

    letters: str
    start: int
    count: int

    @property
    def places(self) -> range:
        """The places of its words."""
        return range(self.start, self.start + self.count)


class SharedWord(Struct, frozen=True):
    """A unit of a name with the unit of a name on file that it is like; 1 where they are equal."""

    own: Unit
    other: Unit
    similarity: float


class Overlap(Struct, frozen=True):
    """What a name shares with a name on file: the words, and the shares of both names that they make up."""

    shared: tuple[SharedWord, ...]
    own_share: float
    other_share: float
    evidence: float

    @property
    def is_similar(self) -> bool:
        """Whether the names are similar: nearly all words are the same, or words that few names have."""
        least, most = sorted((self.own_share, self.other_share))
        if least >= _NEARLY_ALL:
            return True
        if self.evidence >= _ENOUGH:
            return least >= _HALF or most >= _ALL
        return self.evidence >= _SOME and most >= _ALL and least >= _MOST

    @property
    def order(self) -> tuple[float, float]:
        """The key by which the closest names come first."""
        return -self.own_share - self.other_share, -self.evidence


def units(name: Name) -> tuple[Unit, ...]:
    """Return the words of a name and its pairs of words."""
    words = name.words
    single = [Unit(word, place, 1) for place, word in enumerate(words)]
    pairs = [Unit(words[n] + words[n + 1], n, 2) for n in range(len(words) - 1)]
    return (*single, *pairs)


def overlap(name: Name, other: Name, candidates: Sequence[SharedWord], weights: Weights) -> Overlap:
    """Return what two names share, of the candidates those that say most; each word counts once."""
    own_weights = [weights.of(word) for word in name.words]
    other_weights = [weights.of(word) for word in other.words]

    def weight(unit: Unit, of: list[int]) -> int:
        return sum(of[place] for place in unit.places)

    def value(found: SharedWord) -> float:
        return found.similarity * (weight(found.own, own_weights) + weight(found.other, other_weights))

    used_own: set[int] = set()
    used_other: set[int] = set()
    shared: list[SharedWord] = []
    for found in sorted(candidates, key=lambda c: (c.similarity < 1, -value(c), c.own.start, c.other.start)):
        if used_own.isdisjoint(found.own.places) and used_other.isdisjoint(found.other.places):
            used_own.update(found.own.places)
            used_other.update(found.other.places)
            shared.append(found)
    own = sum(s.similarity * weight(s.own, own_weights) for s in shared)
    others = sum(s.similarity * weight(s.other, other_weights) for s in shared)
    evidence = sum(
        s.similarity * min(weight(s.own, _telling(own_weights)), weight(s.other, _telling(other_weights)))
        for s in shared
    )
    shared.sort(key=lambda s: s.own.start)
    return Overlap(tuple(shared), own / sum(own_weights), others / sum(other_weights), evidence)


def _telling(weights: list[int]) -> list[int]:
    """Return the weights of words without those of common ones."""
    return [weight if weight >= USUAL else 0 for weight in weights]

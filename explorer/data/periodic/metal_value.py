"""The figure of one metal for a colouring, with what a reader needs to judge it."""

from msgspec import Struct


class MetalValue(Struct, frozen=True):
    """The value of a metal: `text` in full, and `versions` for a tile, the longest first.

    `step` selects the colour, None where the value is unknown or the colouring is the status, whose colour is that of
    the pill state in `state`. `value` is the figure, None where a word is published or nothing is known; `reason` then
    says why, and `general_reason` in words that are the same for all metals. `subject` is what the figure is about,
    `form` the form of the metal that it covers, `date` the ISO date or year of it, `unit` that of a price. `flag` is
    the code of the data, `flags` are words that qualify it, `details` sentences that belong to it. `is_later` is
    whether its date is after the as-of date. `bound` is `>` or `<` where the value is only a minimum or a maximum and
    may be in another class than that of `step`.
    """

    metal_id: str
    subject: str
    versions: tuple[str, ...]
    text: str = ""
    value: float | None = None
    step: int | None = None
    state: str = ""
    form: str = ""
    date: str = ""
    flag: str | None = None
    flags: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    reason: str = ""
    general_reason: str = ""
    source: str = ""
    source_ids: tuple[str, ...] = ()
    confidence: str | None = None
    unit: str = ""
    is_later: bool = False
    bound: str = ""

    @property
    def is_known(self) -> bool:
        """Whether there is a value; an unknown one is hatched."""
        return bool(self.text)

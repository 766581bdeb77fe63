"""What a map shows, and what can be chosen of it."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from explorer.errors import KnownError
from explorer.language import gettext, gettext_noop, list_of

OUTPUT, RESERVES, SUPPLIERS, CONTROLS = SHOWN = ("output", "reserves", "suppliers", "controls")
TAKES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        OUTPUT: ("stage", "form", "publisher", "year"),
        RESERVES: ("form",),
        SUPPLIERS: ("form", "year"),
        CONTROLS: (),
    }
)
BOUNDARIES = gettext_noop(
    "Boundaries: Natural Earth as modified by Visionscarto; they state no view on the status of any territory."
)


class MapChoice(Struct, frozen=True):
    """What is shown, and the stage, form, publisher and year; an empty one is that of the default table.

    Of suppliers the form is the code of a customs heading.
    """

    show: str = OUTPUT
    stage: str = ""
    form: str = ""
    publisher: str = ""
    year: int | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The names of what is chosen of a table."""
        values = {"stage": self.stage, "form": self.form, "publisher": self.publisher, "year": self.year}
        return tuple(name for name, value in values.items() if value not in ("", None))

    def checked(self) -> "MapChoice":
        """Return the choice; raise KnownError for a part that has no meaning for what is shown."""
        unknown = [name for name in self.given if name not in TAKES[self.show]]
        if unknown:
            text = gettext("{options} cannot be combined with --show {show}.")
            raise KnownError(text.format(options=list_of([f"--{name}" for name in unknown]), show=self.show))
        return self

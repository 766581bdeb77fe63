"""The texts of a key figure, as window, fact sheet and command line show them."""

from msgspec import Struct

from explorer.language import gettext


class KeyFigureText(Struct, frozen=True):
    """A key figure in words; `value` is empty where it is unknown, and `details` then has the reason.

    `qualification` is always shown with the value. `warning` is a caution on it. `source` is the publisher and edition
    in short. `comparison` is the figure of the United States next to another one. `notes` are sentences for the foot of
    a view, the credit of the source last. `name` is the label without the date, which is in `date`; both are empty
    where the label is shown as it is. `change` is the change of a price, `arrow` the same with an arrow for its sign.
    `terms` are the keys of the glossary that explain the figure.
    """

    label: str
    value: str = ""
    unit: str = ""
    qualification: str = ""
    warning: str = ""
    flag: str = ""
    details: tuple[str, ...] = ()
    source: str = ""
    comparison: str = ""
    notes: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    confidence: str | None = None
    tooltip: str = ""
    name: str = ""
    date: str = ""
    change: str = ""
    arrow: str = ""
    terms: tuple[str, ...] = ()

    @property
    def confidence_text(self) -> str:
        """The remark on a low confidence, empty otherwise."""
        return gettext("low confidence") if self.confidence == "low" else ""


def entries(*texts: str | None) -> tuple[str, ...]:
    """Return the texts that are not empty."""
    return tuple(text for text in texts if text)

"""The metal that a chart is about, and the owner of its figures: the metal itself or its group."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from explorer.charts.text import capital
from explorer.data.metal_names import plain_name, short_name
from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.figures import Found, own_or_group
from explorer.language import gettext, list_of


class Subject(Struct, frozen=True):
    """A metal, and the owner of the figures shown for it: the metal itself or its group."""

    metal: Metal
    owner: Metal

    @property
    def is_group(self) -> bool:
        """Whether the figures are those of the group."""
        return self.metal is not self.owner

    @property
    def owner_name(self) -> str:
        """The name of the owner of the figures, without the remark that it is a group."""
        return short_name(self.owner)

    @property
    def name(self) -> str:
        """The name of the owner of the figures as a title has it, with the metal where it is a group."""
        if not self.is_group:
            return self.owner.name_en
        return gettext("{group} (includes {metal})").format(
            group=self.owner_name, metal=plain_name(self.metal)
        )

    def titles(self, what: str) -> tuple[str, str]:
        """Return the title of a chart, and its heading, which is empty where the title names the group."""
        title, heading = titles(self.name, what)
        return title, "" if self.is_group else heading

    @property
    def notes(self) -> tuple[str, ...]:
        """The note that the figures are those of the group; empty where the metal has its own."""
        if not self.is_group:
            return ()
        note = gettext("These figures are for the group ({group}); none are on file for {metal} alone.")
        return (note.format(metal=plain_name(self.metal), group=plain_name(self.owner)),)


def find_subject(store: Store, metal_id: str, read: Callable[[str], Found]) -> tuple[Subject, Found]:
    """Return the subject of a chart and its figures; `read` returns the figures of one metal."""
    metal = store.metal(metal_id)
    owner, figures = own_or_group(metal, read)
    return Subject(metal, metal if owner == metal_id else store.metal(owner)), figures


def titles(name: str, what: str) -> tuple[str, str]:
    """Return the title of a chart about a metal, and its heading where the metal is named already.

    `what` is what the chart shows, as it reads after the name: `control history`.
    """
    # Translators: the title of a chart, such as “Gallium: control history”.
    title = gettext("{metal}: {what}").format(metal=name, what=what)
    return title, capital(what)


def metal_names(metals: Iterable[Metal]) -> str:
    """Return the names of metals inside a sentence: `antimony, gallium and tungsten`."""
    return list_of([plain_name(m) for m in metals])


def first_metal_names(metals: Iterable[Metal]) -> str:
    """Return the names of metals at the start of a sentence: `Antimony, gallium and tungsten`."""
    return list_of([plain_name(m) if place else short_name(m) for place, m in enumerate(metals)])

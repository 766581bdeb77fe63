"""The metal that a chart is about, and whose figures it shows: the metal's own or those of its group."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from explorer.data.records import Metal
from explorer.data.store import Store
from explorer.data.supply.figures import Found, standing_for
from explorer.language import list_of


@dataclass(frozen=True, slots=True)
class Subject:
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

    def title(self, what: str) -> str:
        """Return a title that names the owner of the figures."""
        if self.is_group:
            return f"{self.owner_name}, the group of {self.metal.name_en.lower()}: {what}"
        return f"{self.owner.name_en}: {what}"

    def note(self, what: str) -> tuple[str, ...]:
        """Return the sentence for figures of the group; empty where the metal has its own."""
        if not self.is_group:
            return ()
        name = self.metal.name_en.lower()
        return (
            f"No {what} of {name} alone on file: these are figures of the group, {self.owner_name.lower()}.",
        )


def find_subject(store: Store, metal_id: str, read: Callable[[str], Found]) -> tuple[Subject, Found]:
    """Return the subject of a chart and its figures; `read` returns the figures of one metal."""
    metal = store.metal(metal_id)
    owner, figures = standing_for(metal, read)
    return Subject(metal, metal if owner == metal_id else store.metal(owner)), figures


def short_name(metal: Metal) -> str:
    """Return the name of a metal without the remark that it is a group."""
    return metal.name_en.removesuffix(" (group)")


def plain_name(metal: Metal) -> str:
    """Return the name of a metal as it is written inside a sentence."""
    return short_name(metal).lower()


def metal_names(metals: Iterable[Metal]) -> str:
    """Return the names of metals as a sentence lists them: `antimony, gallium and tungsten`."""
    return list_of([plain_name(m) for m in metals])

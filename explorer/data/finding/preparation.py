"""What the first search reads and compiles, in short steps that a window can take while it has nothing else to do."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module

from explorer.data.store import Store

# Importing one also imports what it needs, so the modules that most others need come first.
_MODULES = (
    "explorer.data.finding.query",
    "explorer.data.finding.questions.date_readers",
    "explorer.data.finding.questions.tokens",
    "explorer.data.finding.questions.grammar",
    "explorer.data.finding.questions.answers.lists",
    "explorer.data.finding.questions.answers.companies",
    "explorer.data.finding.questions.answers.prices",
    "explorer.data.finding.questions.ask",
    "explorer.data.finding.producers.claims",
    "explorer.data.finding.producers.codes",
    "explorer.data.finding.producers.documents",
    "explorer.data.finding.producers.records",
    "explorer.data.finding.search",
)
# One text of each script and kind, and a question: the patterns that only a search needs are compiled by them.
_TRIED = ("a", "1", "镓", "gallium to", "gallium to the United States on 1 December 2024")


def preparation(store: Store) -> Iterator[None]:
    """Prepare the search of a store; a step takes a few hundredths of a second at most."""
    for module in _MODULES:
        import_module(module)
        yield
    from explorer.data.context import Context
    from explorer.data.finding.place_lookup import PlaceLookup
    from explorer.data.finding.questions.compounds import Compounds
    from explorer.data.finding.questions.date_readers import READERS, compiled
    from explorer.data.finding.search import search
    from explorer.data.place_names import read_names

    for form, _ in READERS:
        compiled(form)
        yield
    for _ in read_names():
        yield
    for service in (PlaceLookup, Compounds):
        service.of(store)
        yield
    for text in _TRIED:
        search(store, text, Context(date.today(), "CHN", "ALL"))
        yield

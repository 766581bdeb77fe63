"""What a row can be cited by, and the address of its source."""

from collections.abc import Sequence

from explorer.data.citation import citation
from explorer.data.store import Store
from explorer.ui.browser import is_web_address
from explorer.ui.widgets.context_menu import RowSource


def source_of(store: Store, source_ids: Sequence[str]) -> RowSource:
    """Return the citation of sources with the first address among them."""
    urls = (store.sources[i].url or "" for i in source_ids if i in store.sources)
    return RowSource(citation(store, source_ids), next(filter(is_web_address, urls), ""))

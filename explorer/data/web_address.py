"""How the address of a web page is shown before it is opened: whole or its beginning, marked where it is http."""

from explorer.data.plain_text import one_line
from explorer.language import gettext

LONGEST = 80


def is_insecure(address: str) -> bool:
    """Return whether a page comes without encryption."""
    return address.casefold().startswith("http:")


def insecure_remark() -> str:
    """Return what it means that a page comes without encryption."""
    return gettext("Not encrypted (http): the page could be altered on its way to you.")


def opening_text(address: str) -> str:
    """Return the entry of a menu that opens an address: `Open https://example.org/ in browser`."""
    text = gettext("Open {address} in browser")
    if is_insecure(address):
        text = gettext("Open {address} in browser (http, not encrypted)")
    return text.format(address=shown_address(address))


def shown_address(address: str) -> str:
    """Return an address for a text of one line; of a long one the beginning, which has the host."""
    line = one_line(address)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"

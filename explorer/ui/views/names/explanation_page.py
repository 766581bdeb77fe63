"""The explanation of a verdict on a name as a page of HTML with links to documents and official texts."""

from collections.abc import Iterator
from html import escape

from explorer.data.controls.addresses import addresses, own_address
from explorer.data.controls.pill import kind_of
from explorer.data.parties.explanation import ListingText, PartyExplanation, PartyText
from explorer.data.store import Store
from explorer.language import gettext, ngettext
from explorer.palette import Theme
from explorer.ui.views.lists.page_parts import (
    document_link,
    head_line,
    heading,
    link,
    paragraph,
    state_mark,
)

MOST_PARTIES = 12


def explanation_page(store: Store, found: PartyExplanation, theme: Theme) -> str:
    """Return the page in the colours of a theme."""
    return "".join(_parts(store, found, theme))


def _parts(store: Store, found: PartyExplanation, theme: Theme) -> Iterator[str]:
    same = [party for party in found.parties if party.match.is_same]
    similar = [party for party in found.parties if not party.match.is_same]
    if same:
        yield heading(ngettext("Same name on file", "Same names on file", len(same)), theme)
    yield from (_party(store, party, theme, with_history=True) for party in same)
    if similar:
        yield heading(ngettext("Similar name on file", "Similar names on file", len(similar)), theme)
    shown = similar[:MOST_PARTIES]
    yield from (_party(store, party, theme, with_history=not same) for party in shown)
    more = len(similar) - len(shown)
    if more:
        text = ngettext(
            "{count} more name is similar. The statement (PDF) lists it.",
            "{count} more names are similar. The statement (PDF) lists them.",
            more,
        )
        yield paragraph(text.format(count=more), theme.muted)
    yield heading(gettext("What the verdict leaves open"), theme)
    yield from (paragraph(text, theme.kind("licence").text) for text in found.cautions)


def _party(store: Store, party: PartyText, theme: Theme, *, with_history: bool) -> str:
    """Return names and reasons of a party, and its listings; beside the same name, in short."""
    head = head_line((f"<b>{escape(party.name)}</b>",))
    texts = [paragraph(text) for text in party.reasons]
    more = [paragraph(text, theme.muted) for text in (party.aliases, party.note) if text]
    listings = [_listing(store, x, theme, with_history=with_history) for x in party.listings]
    return "".join((head, *texts, *more, *listings))


def _listing(store: Store, listing: ListingText, theme: Theme, *, with_history: bool) -> str:
    instrument = listing.dated.measure.instrument
    state = state_mark(listing.state, theme.kind(kind_of(listing.tone)))
    head = [document_link(instrument.instrument_id, listing.name, theme), state]
    address = own_address(addresses(store, instrument))
    if address is not None:
        head.append(link(address.url, gettext("Official text"), theme))
    texts = (*listing.titles, *listing.history, listing.note) if with_history else listing.titles[:1]
    more = "".join(paragraph(text, theme.muted) for text in texts if text)
    return f"{head_line(head)}{paragraph(listing.line)}{more}"

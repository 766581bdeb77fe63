"""The explanation of a verdict as a page of HTML with links to metals, documents and official texts."""

from collections.abc import Iterator
from html import escape

from explorer.data.controls.addresses import addresses, own_address
from explorer.data.controls.pill import kind_of
from explorer.data.finding.code_explanation import Explanation, ItemText, RuleText
from explorer.data.finding.code_explanation_text import (
    codes_line,
    item_name,
    limits_line,
    rule_line,
    wording_line,
)
from explorer.data.store import Store
from explorer.language import gettext, ngettext
from explorer.palette import Theme
from explorer.ui.views.lists.page_parts import document_link, head_line, heading, link, paragraph, state_mark

MOST_ITEMS, MOST_CHANGES = 12, 8
ITEM = "item"  # the scheme of links to items inside the program


def explanation_page(store: Store, found: Explanation, theme: Theme) -> str:
    """Return the page in the colours of a theme."""
    return "".join(_parts(store, found, theme))


def _parts(store: Store, found: Explanation, theme: Theme) -> Iterator[str]:
    if found.items:
        yield heading(ngettext("The item", "The items", len(found.items)), theme)
    yield from (_item(item, theme) for item in found.items[:MOST_ITEMS])
    more = len(found.items) - MOST_ITEMS
    if more > 0:
        text = ngettext(
            "{count} more item matches. The statement (PDF) lists it.",
            "{count} more items match. The statement (PDF) lists them.",
            more,
        )
        yield paragraph(text.format(count=more), theme.muted)
    yield _rules(store, gettext("Measures of the items"), found.own, theme, with_titles=True)
    yield _rules(store, gettext("Other measures on the metals"), found.related, theme)
    military = gettext("For military users only (not counted in the verdict)")
    yield _rules(store, military, found.military, theme)
    if found.changes:
        yield heading(gettext("Later changes on file"), theme)
        yield from map(paragraph, found.changes[:MOST_CHANGES])
    later = len(found.changes) - MOST_CHANGES
    if later > 0:
        text = ngettext(
            "{count} later change is on file. The statement (PDF) names it.",
            "{count} later changes are on file. The statement (PDF) names them.",
            later,
        )
        yield paragraph(text.format(count=later), theme.muted)
    yield heading(gettext("What the verdict leaves open"), theme)
    yield from (paragraph(text, theme.kind("licence").text) for text in found.cautions)


def _item(item: ItemText, theme: Theme) -> str:
    """Return the metal and our description of an item, the issuer's wording, its limits and its codes."""
    show = link(f"{ITEM}:{item.item.item_id}", gettext("Open {metal}").format(metal=item.metal), theme)
    head = head_line((f"<b>{escape(item_name(item))}</b>", show))
    more = filter(None, (wording_line(item), limits_line(item), codes_line(item)))
    return head + paragraph(item.description) + "".join(paragraph(text, theme.muted) for text in more)


def _rules(
    store: Store, title: str, rules: tuple[RuleText, ...], theme: Theme, *, with_titles: bool = False
) -> str:
    """Return measures under a heading, with their titles and official texts where they are wanted."""
    if not rules:
        return ""
    return heading(title, theme) + "".join(
        _rule(store, rule, theme, with_titles=with_titles) for rule in rules
    )


def _rule(store: Store, rule: RuleText, theme: Theme, *, with_titles: bool) -> str:
    state = state_mark(rule.state, theme.kind(kind_of(rule.tone)))
    head = [document_link(rule.measure.instrument_id, rule.name, theme), state]
    address = own_address(addresses(store, rule.measure.instrument)) if with_titles else None
    if address is not None:
        head.append(link(address.url, gettext("Official text"), theme))
    titles = (rule.title_en, rule.title_zh) if with_titles else ()
    more = "".join(paragraph(text, theme.muted) for text in (rule.note, *titles) if text)
    return f"{head_line(head)}{paragraph(rule_line(rule))}{more}"

"""The explanation of a verdict as a page of HTML with links to metals, documents and official texts."""

from collections.abc import Iterable, Iterator
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
from explorer.ui.widgets.running_text import unbroken_dates
from explorer.ui.widgets.style import SMALL, STEP

MOST_ITEMS, MOST_CHANGES = 12, 8
ITEM, DOCUMENT = "item", "document"  # the schemes of the links inside the program


def explanation_page(store: Store, found: Explanation, theme: Theme) -> str:
    """Return the page in the colours of a theme."""
    return "".join(_parts(store, found, theme))


def reason_page(sentences: Iterable[str]) -> str:
    """Return sentences as a page."""
    return "".join(map(_paragraph, sentences))


def _parts(store: Store, found: Explanation, theme: Theme) -> Iterator[str]:
    if found.items:
        yield _heading(ngettext("The item", "The items", len(found.items)), theme)
    yield from (_item(item, theme) for item in found.items[:MOST_ITEMS])
    more = len(found.items) - MOST_ITEMS
    if more > 0:
        text = ngettext(
            "{count} more item matches. The statement (PDF) lists it.",
            "{count} more items match. The statement (PDF) lists them.",
            more,
        )
        yield _paragraph(text.format(count=more), theme.muted)
    yield _rules(store, gettext("Measures of the items"), found.own, theme, with_titles=True)
    yield _rules(store, gettext("Other measures on the metals"), found.related, theme)
    military = gettext("For military users only (not counted in the verdict)")
    yield _rules(store, military, found.military, theme)
    if found.changes:
        yield _heading(gettext("Later changes on file"), theme)
        yield from map(_paragraph, found.changes[:MOST_CHANGES])
    later = len(found.changes) - MOST_CHANGES
    if later > 0:
        text = ngettext(
            "{count} later change is on file. The statement (PDF) names it.",
            "{count} later changes are on file. The statement (PDF) names them.",
            later,
        )
        yield _paragraph(text.format(count=later), theme.muted)
    yield _heading(gettext("What the verdict leaves open"), theme)
    yield from (_paragraph(text, theme.kind("licence").text) for text in found.cautions)


def _heading(text: str, theme: Theme) -> str:
    line = f'<hr style="background-color:{theme.line}; border-width:0"/>'
    return f'{line}<p style="margin:{STEP}px 0"><b>{escape(text)}</b></p>'


def _paragraph(text: str, colour: str = "") -> str:
    style = f"color:{colour}; font-size:{SMALL}px; " if colour else ""
    words = escape(unbroken_dates(text)).replace("\n", "<br/>")
    return f'<p style="{style}margin:{STEP // 2}px 0 {STEP}px 0">{words}</p>'


def _link(address: str, text: str, theme: Theme) -> str:
    style = f"color:{theme.accent}; text-decoration:none"
    return f'<a href="{escape(address, quote=True)}" style="{style}">{escape(text)}</a>'


def _item(item: ItemText, theme: Theme) -> str:
    """Return the metal and our description of an item, the issuer's wording, its limits and its codes."""
    show = _link(f"{ITEM}:{item.item.item_id}", gettext("Open {metal}").format(metal=item.metal), theme)
    head = f'<p style="margin:{STEP}px 0 0 0"><b>{escape(item_name(item))}</b> &nbsp; {show}</p>'
    more = filter(None, (wording_line(item), limits_line(item), codes_line(item)))
    return head + _paragraph(item.description) + "".join(_paragraph(text, theme.muted) for text in more)


def _rules(
    store: Store, heading: str, rules: tuple[RuleText, ...], theme: Theme, *, with_titles: bool = False
) -> str:
    """Return measures under a heading, with their titles and official texts where they are wanted."""
    if not rules:
        return ""
    return _heading(heading, theme) + "".join(
        _rule(store, rule, theme, with_titles=with_titles) for rule in rules
    )


def _rule(store: Store, rule: RuleText, theme: Theme, *, with_titles: bool) -> str:
    colours = theme.kind(kind_of(rule.tone))
    state = (
        f'<span style="background-color:{colours.ground}; color:{colours.text}; font-size:{SMALL}px">'
        f"&nbsp;{escape(rule.state)}&nbsp;</span>"
    )
    head = [_link(f"{DOCUMENT}:{rule.measure.instrument_id}", rule.name, theme), state]
    address = own_address(addresses(store, rule.measure.instrument)) if with_titles else None
    if address is not None:
        head.append(_link(address.url, gettext("Official text"), theme))
    titles = (rule.title_en, rule.title_zh) if with_titles else ()
    more = "".join(_paragraph(text, theme.muted) for text in (rule.note, *titles) if text)
    return f'<p style="margin:{STEP}px 0 0 0">{" &nbsp; ".join(head)}</p>{_paragraph(rule_line(rule))}{more}'

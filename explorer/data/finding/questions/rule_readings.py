"""The reading of a question by the rule that has a place for each of its words."""

from collections.abc import Sequence
from datetime import date, timedelta

from explorer.data.context import Context
from explorer.data.dates import LAST_YEAR, first_day
from explorer.data.finding.document_numbers import documents_of_kind
from explorer.data.finding.questions.all_exports import names_all_exports
from explorer.data.finding.questions.buyers_by_industry import is_buyer_of_industry
from explorer.data.finding.questions.checks import OF_FIGURES
from explorer.data.finding.questions.currencies import currency_of
from explorer.data.finding.questions.form_mentions import form_at
from explorer.data.finding.questions.intents import meanings
from explorer.data.finding.questions.issuers import CURRENT, lists_of
from explorer.data.finding.questions.list_titles import meant
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.named_rules import kind_of
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.reading import (
    BANNED,
    CHANGES,
    CONTROLLED,
    CRITICAL,
    LICENSED,
    LIST,
    PAUSED,
    PRICE,
    PRODUCERS,
    SINCE,
    STATUS,
    UNTIL,
    USES,
    Aside,
    Reading,
)
from explorer.data.finding.questions.role_names import DESTINATION, EXCLUDED, ISSUER, MARKET, ORIGIN
from explorer.data.finding.questions.rule import Rule
from explorer.data.finding.questions.special_rules import (
    ADDED_TO_LIST,
    CHANGES_AHEAD,
    LISTED_SINCE,
    MEMBERSHIP,
    OWN_IMPORTS,
    SUBSTITUTES,
    YEARS_CHANGE,
)
from explorer.data.finding.questions.stages import stages_of
from explorer.data.places import ALL, not_an_export, place_name
from explorer.data.store import Store

_ABOUT_CONTROLS = (STATUS, SINCE, UNTIL)
_YEAR_AHEAD = timedelta(days=365)


def reading_of(
    store: Store, rule: Rule, tokens: Sequence[Token], places: dict[str, tuple[str, ...]], context: Context
) -> Reading:
    """Return how a question reads by a rule; what it does not name is taken from the context."""
    found = meanings(tokens)
    metals = tuple(dict.fromkeys(metal for t in tokens for metal in t.metals))
    days = next((t.days for t in tokens if t.days is not None), None)
    origin = next(iter(places.get(ORIGIN, ())), "")
    destination, *others = places.get(DESTINATION, ()) or ("",)
    code = next((t.code for t in tokens if t.code is not None), None)
    number = next((t.document for t in tokens if t.document is not None), None)
    stages, stage_words = stages_of(tokens) if rule.intent == PRODUCERS else ((), ())
    named = [t.named_document for t in tokens if t.named_document is not None]
    if number is not None:
        named += documents_of_kind(store, number)
    return Reading(
        intent=rule.intent,
        metals=metals,
        origin=origin or context.origin,
        destination=destination or _other_destination(store, rule, tokens, origin, context),
        since=days.since if days else _first_day(store, rule, metals, origin or context.origin, context),
        until=days.until if days else _last_day(rule, context),
        more_destinations=tuple(others),
        issuers=places.get(ISSUER, ()),
        excluded=places.get(EXCLUDED, ()),
        market=next(iter(places.get(MARKET, ())), ""),
        currency=next((currency_of(t.text) for t in tokens if Meaning.CURRENCY in t.meanings), ""),
        outright=Meaning.OUTRIGHT in found,
        substitutes=rule is SUBSTITUTES,
        over_year=rule is YEARS_CHANGE
        or (rule.intent == PRICE and Meaning.MOVE in found and days is not None and days.are_latest_year),
        average=rule.intent == PRICE and Meaning.AVERAGE in found,
        added=rule is ADDED_TO_LIST,
        ahead=rule is CHANGES_AHEAD,
        since_rule=_since_rule(found) if rule.intent == PRICE else "",
        claimed=next((t.text for t in tokens if t.is_claim), ""),
        has_days=days is not None
        and not (rule.intent in OF_FIGURES and days.since == days.until == context.as_of),
        has_origin=bool(origin),
        has_destination=bool(destination),
        listed=CRITICAL
        if rule in (MEMBERSHIP, LISTED_SINCE, ADDED_TO_LIST)
        else _listed(found)
        if rule.intent == LIST
        else "",
        lists=tuple(
            list_id
            for place in places.get(ISSUER, ())
            for list_id in meant([x for x in lists_of(store, place) if x.status == CURRENT], tuple(tokens))
        ),
        companies=Meaning.COMPANY in found,
        forms=tuple(dict.fromkeys(form_at(tokens, i) for i, t in enumerate(tokens) if _is_form(t, rule))),
        kinds=() if Meaning.CONTROL in found else _kinds(found),
        rule_kinds=tuple(dict.fromkeys(kind_of(t.text) for t in tokens if Meaning.NAMED_RULE in t.meanings)),
        applications=tuple(
            t.text for t in tokens if Meaning.APPLICATION in t.meanings and rule.intent == USES
        ),
        asides=tuple(
            Aside(t.text)
            for t in tokens
            if is_buyer_of_industry(t.text) and Meaning.RECEIVER in rule.usable(found)
        ),
        quota=Meaning.QUOTA in found,
        pause=Meaning.PAUSE in found,
        count=next((t.count for t in tokens if t.count), 0),
        net=(Meaning.NET in found or rule is OWN_IMPORTS) and not origin,
        stages=stages,
        stage_words=stage_words,
        code=code,
        document=named[0] if len(named) == 1 else None,
        corrections=tuple(
            (t.text, place_name(store, t.place.ids[0]))
            for t in tokens
            if t.place is not None and t.place.is_chosen
        ),
    )


def _first_day(store: Store, rule: Rule, metals: tuple[str, ...], origin: str, context: Context) -> date:
    """Return the first day of a question that names none: the one in view, of all changes that of the first rule."""
    if rule.intent != CHANGES or rule is CHANGES_AHEAD:
        return context.as_of
    own = [m for m in store.measures.values() if m.jurisdiction == origin and any(map(m.target, metals))]
    days = [first_day(day) for m in own for day in (m.announced, m.effective) if day]
    return min(days, default=context.as_of)


def _last_day(rule: Rule, context: Context) -> date:
    """Return the last day of a question that names none: the day in view, or a year after it for changes to come."""
    if rule is not CHANGES_AHEAD:
        return context.as_of
    return min(context.as_of + _YEAR_AHEAD, date(LAST_YEAR, 12, 31))


def _is_form(token: Token, rule: Rule) -> bool:
    """Return whether a word is for a form of a metal, in a rule that answers on forms."""
    return Meaning.FORM in token.meanings and Meaning.FORM in rule.permits


def _other_destination(
    store: Store, rule: Rule, tokens: Sequence[Token], origin: str, context: Context
) -> str:
    """Return the destination of the context, or all where the question is about all exports.

    It is also all where the export from the origin that is named to the destination of the context is not an export.
    """
    if rule.intent in _ABOUT_CONTROLS and names_all_exports(tokens):
        return ALL
    if origin and not_an_export(store, origin, context.destination):
        return ALL
    return context.destination


def _kinds(found: frozenset[Meaning]) -> tuple[str, ...]:
    """Return the kinds of measures that a question names as a ban, a licence or a quota."""
    named_kinds = {Meaning.BAN: "prohibition", Meaning.LICENCE: "licence", Meaning.QUOTA: "quota"}
    return tuple(kind for meaning, kind in named_kinds.items() if meaning in found)


def _since_rule(found: frozenset[Meaning]) -> str:
    """Return the kind of the rule since which a price is asked for, CONTROLLED for any; empty without one."""
    if not found & {Meaning.SINCE, Meaning.AFTER}:
        return ""
    kinds = _kinds(found)
    if Meaning.CONTROL in found or len(kinds) > 1:
        return CONTROLLED
    return kinds[0] if kinds else ""


def _listed(found: frozenset[Meaning]) -> str:
    """Return what a list is of, by the words of its question."""
    if Meaning.PAUSE in found:
        return PAUSED
    if Meaning.LICENCE in found:
        return LICENSED
    return BANNED if Meaning.BAN in found or {Meaning.MAY, Meaning.NOT} <= found else CONTROLLED

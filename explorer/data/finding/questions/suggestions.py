"""Questions to offer in place of one that is not understood; each is understood."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.finding.producers.nearest import Spellings
from explorer.data.finding.questions.date_patterns import WITHOUT_YEAR
from explorer.data.finding.questions.dates import with_year
from explorer.data.finding.questions.grammar import Parsed
from explorer.data.finding.questions.meanings import Meaning
from explorer.data.finding.questions.role_names import DESTINATION, ORIGIN
from explorer.data.finding.questions.sentences import parse_sentences
from explorer.data.metal_names import plain_name
from explorer.data.places import ALL, is_on_file, not_an_export, place_name
from explorer.data.store import Store
from explorer.language import gettext

MOST = 3
_SHORTEST = 4
_DEFAULT_METAL, _DEFAULT_DESTINATION = "gallium", "JPN"


def suggestions(
    store: Store, text: str, parsed: Parsed, context: Context, today: date, understood: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return up to three questions near the text: its `understood` parts, spelt right, or with its metal and places."""
    if any("\u4e00" <= c <= "\u9fff" for c in text):
        offers = _in_chinese(store, parsed)
    else:
        offers = _in_english(store, text, parsed, context, today)
    dated = (*_with_years(store, text, parsed, context, today), *_around_days(store, parsed, context, today))
    return tuple(islice(dict.fromkeys((*understood, *dated, *offers)), MOST))


def _around_days(store: Store, parsed: Parsed, context: Context, today: date) -> Iterator[str]:
    """Yield the question what changed in the days around a day that a text names, where it is understood."""
    for token in parsed.tokens:
        if token.days is not None and token.days.are_around:
            is_chinese = not token.text.isascii()
            text = "{days}有什么变化" if is_chinese else gettext("what changed {days}")
            changed = text.format(days=token.text)
            if parse_sentences(store, changed, context, today).reading is not None:
                yield changed


def _with_years(store: Store, text: str, parsed: Parsed, context: Context, today: date) -> Iterator[str]:
    """Yield the text with a year in its date without one: this year's, the next and the last, where understood."""
    token = next((t for t in parsed.tokens if t.days is not None and t.days.fault), None)
    match = WITHOUT_YEAR.search(text, token.start, token.end) if token is not None else None
    if match is None:
        return
    for year in (today.year, today.year + 1, today.year - 1):
        changed = f"{text[: match.start('date')]}{with_year(match['date'], year)}{text[match.end('date') :]}"
        if parse_sentences(store, changed, context, today).reading is not None:
            yield changed


def _in_english(store: Store, text: str, parsed: Parsed, context: Context, today: date) -> Iterator[str]:
    yield from _corrected(store, text, parsed, context, today)
    if any(Meaning.CHANGE in t.meanings or Meaning.NEW in t.meanings for t in parsed.tokens):
        yield gettext("what changed in {period}").format(period=show(f"{today:%Y-%m}"))
    names_metal = any(t.metal for t in parsed.tokens)
    code = "" if names_metal else next((t.text for t in parsed.tokens if t.code is not None), "")
    metal = code or plain_name(store.metal(_metal(store, parsed)))
    open_places = parsed.places.get("", ())
    for place in (*parsed.places.get(DESTINATION, ()), *open_places):
        if not not_an_export(store, context.origin, place):
            yield gettext("may {metal} go to {destination}").format(
                metal=metal, destination=place_name(store, place)
            )
    for place in (*parsed.places.get(ORIGIN, ()), *open_places):
        if is_on_file(store, place):
            yield gettext("may {metal} leave {origin}").format(metal=metal, origin=place_name(store, place))
    for token in parsed.tokens:
        if token.place is not None and len(token.place.ids) > 1:
            for place in token.place.ids:
                yield gettext("may {metal} go to {destination}").format(
                    metal=metal, destination=place_name(store, place)
                )
    if any(t.meanings & {Meaning.SUPPLY, Meaning.SUPPLIER} for t in parsed.tokens):
        yield gettext("who makes {metal}").format(metal=metal)
        place = place_name(store, _DEFAULT_DESTINATION)
        yield gettext("who supplies {buyer} with {metal}").format(buyer=place, metal=metal)
    destination = _destination(store, context)
    yield gettext("may {metal} go to {destination}").format(metal=metal, destination=destination)
    if not code:
        yield gettext("since when is {metal} controlled").format(metal=metal)
        yield gettext("who makes {metal}").format(metal=metal)


def _corrected(store: Store, text: str, parsed: Parsed, context: Context, today: date) -> Iterator[str]:
    """Yield the text with a misspelt word replaced, and without the words that were not used, if it is understood."""
    spellings = Spellings.of(store)
    for word in parsed.unused:
        if len(word) >= _SHORTEST and word.isascii():
            metals, others = spellings.misspelt(word.casefold())
            for name in (*(plain_name(store.metal(m)) for m in metals), *others):
                changed = text.replace(word, name)
                reading = parse_sentences(store, changed, context, today).reading
                if reading is not None and not reading.forms:
                    yield changed


def _in_chinese(store: Store, parsed: Parsed) -> Iterator[str]:
    """Yield questions in Chinese; the language follows the question and not that of the program."""
    metal = store.metal(_metal(store, parsed)).name_zh
    for place in (*parsed.places.get(DESTINATION, ()), *parsed.places.get("", ())):
        country = store.countries.get(place)
        if country is not None and country.name_zh:
            yield f"{metal}可以出口到{country.name_zh}吗"
    yield f"{metal}可以出口吗"
    yield f"{metal}从什么时候开始管制"
    yield f"谁生产{metal}"


def _metal(store: Store, parsed: Parsed) -> str:
    """Return the first metal that a question names, else one for an example."""
    named = next((t.metal for t in parsed.tokens if t.metal), "")
    return named or (_DEFAULT_METAL if _DEFAULT_METAL in store.metals else next(iter(store.metals)))


def _destination(store: Store, context: Context) -> str:
    place = context.destination
    if place == ALL or not_an_export(store, context.origin, place):
        place = _DEFAULT_DESTINATION
    return place_name(store, place)

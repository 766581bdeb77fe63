"""The sentences on why a question is not understood or has no answer here."""

from collections.abc import Sequence
from datetime import date

from explorer.data.dates import first_day, show
from explorer.data.finding.code_verdicts import CodeText
from explorer.data.finding.document_numbers import DocumentNumber
from explorer.data.finding.questions.not_answered import with_reason
from explorer.data.finding.questions.question_parts import Token
from explorer.data.finding.questions.role_names import DESTINATION, EXCLUDED, ISSUER, MARKET, ORIGIN
from explorer.data.metal_names import short_name
from explorer.data.places import place_name
from explorer.data.records import Instrument
from explorer.data.store import Store
from explorer.data.words import instrument_name
from explorer.errors import quoted
from explorer.language import gettext, list_of, ngettext, paragraph

MOST_PLACES = 4


def in_days(tokens: Sequence[Token]) -> str:
    """Return why the days of a question can't be used, empty where they can."""
    days = [t.days for t in tokens if t.days is not None]
    for each in days:
        if each.fault:
            return each.fault
    if len(days) > 1:
        return gettext("The question names more than one time: ask about one day or one span.")
    return ""


def in_places(store: Store, tokens: Sequence[Token], places: dict[str, tuple[str, ...]]) -> str:
    """Return why the places of a question can't be used, empty where they can."""
    for token in tokens:
        if token.place is not None and len(token.place.ids) > 1:
            names = list_of([place_name(store, i) for i in token.place.ids])
            return gettext("{name} can mean {names}: write which one.").format(
                name=quoted(token.text), names=names
            )
    if "" in places:
        sentence = gettext(
            "It is not clear whether {place} is the origin or the destination: write “from” or “to”."
        )
        return sentence.format(place=place_name(store, places[""][0]))
    for role, ids in places.items():
        if len(ids) > (MOST_PLACES if role in (DESTINATION, EXCLUDED, ISSUER) else 1):
            names = list_of([place_name(store, i) for i in ids])
            sentence = (
                gettext("The question names more than one origin ({places}): ask about one at a time.")
                if role == ORIGIN
                else gettext("The question names more than one market ({places}): ask about one at a time.")
                if role == MARKET
                else gettext(
                    "The question names {count} places ({places}): ask about at most {most} at a time."
                )
            )
            return sentence.format(places=names, count=len(ids), most=MOST_PLACES)
    return ""


def of_words(store: Store, words: Sequence[str], metals: Sequence[str]) -> str:
    """Return which words of a question have no place in an answer, or that nothing is asked."""
    if words:
        sentence = ngettext(
            "Not understood: the word {words} was not used.",
            "Not understood: the words {words} were not used.",
            len(words),
        )
        return with_reason(sentence.format(words=list_of([quoted(word) for word in words])), words)
    if metals:
        names = list_of([short_name(store.metal(metal_id)) for metal_id in metals])
        return gettext(
            "This names {metals} but asks nothing about it. Ask a question, or search for it."
        ).format(metals=names)
    return gettext("This is not a question that the data answer.")


def of_part(text: str, reason: str) -> str:
    """Return which of several questions is not understood, and why."""
    sentence = gettext("One of the questions is not understood: {question}.")
    return paragraph((sentence.format(question=quoted(text.rstrip(".?!。？！"))), reason))


def of_reference(word: str) -> str:
    """Return the sentence that it is not clear what a word of one of several questions refers to."""
    return gettext("It is not clear what {word} refers to. Use a name instead.").format(word=quoted(word))


def date_of_part(text: str) -> str:
    """Return the sentence that it is not clear whether a date also belongs to another question."""
    sentence = gettext("It is not clear which date {question} is about. Add a date to each question.")
    return sentence.format(question=quoted(text.rstrip(".?!。？！")))


def too_many_metals(most: int) -> str:
    """Return that a question names too many metals."""
    return gettext("Ask about at most {count} metals at a time.").format(count=most)


def of_kind() -> str:
    """Return that questions of a kind are not answered."""
    return gettext("The data do not answer this kind of question.")


def of_negation() -> str:
    """Return that a question on what is not controlled is not answered."""
    return gettext(
        "Questions on what is not controlled are not answered. Ask what is banned or what needs a licence."
    )


def no_forecast() -> str:
    """Return that nothing is said about the future but what the texts on file say of a day."""
    return gettext(
        "There are no forecasts. Ask about one day: the answer is then what the texts on file say."
    )


def without_days() -> str:
    """Return that a question about changes needs a day or a span."""
    return gettext(
        "Name a day or a span, such as “on 10 Nov 2026”, “in November 2026” or “since 1 Oct 2026”."
    )


def of_days_around(text: str) -> str:
    """Return that a question about the days around a day can only be about changes."""
    sentence = gettext("{text} means several days. Ask what changed on these days, or ask about one day.")
    return sentence.format(text=quoted(text))


def without_metal() -> str:
    """Return that a question needs a metal."""
    return gettext("Name a metal, a material or a code.")


def without_year() -> str:
    """Return that a question about yearly figures needs a year."""
    return gettext("These figures are on file by year: write the year, such as “in 2023”.")


def without_period() -> str:
    """Return that an average price needs a year or a month."""
    return gettext(
        "Average prices are on file by year and month: write one, such as “in 2023” or “May 2024”."
    )


def of_document(found: Sequence[Instrument], number: DocumentNumber) -> str:
    """Return that no document, or more than one, has the number that a question names."""
    if not found:
        return gettext("No document with the number {number} is on file.").format(number=number.number)
    names = list_of([instrument_name(i) for i in found])
    return gettext("More than one document has this number: {documents}. Write the year.").format(
        documents=names
    )


def of_code(code: CodeText) -> str:
    """Return that a code is too short, or has a number of digits that customs codes do not have."""
    sentence = gettext("{code} has {count} digits: a verdict needs a customs code of 6, 8 or 10 digits.")
    return sentence.format(code=quoted(code.text), count=len(code.plain))


def of_several_codes() -> str:
    """Return that a question names more than one code."""
    return gettext("The question names more than one code: ask about one at a time.")


def of_list() -> str:
    """Return that a list can be one of controls or one of critical materials."""
    return gettext(
        "“List” can mean a control list or a list of critical materials. State which one you mean."
    )


def of_critical_list() -> str:
    """Return what can be asked about lists of critical materials."""
    return gettext(
        "On lists of critical materials, ask which metals are on the list of a country, which were added to it, or "
        "whether a metal is on it."
    )


def without_currency(currency: str) -> str:
    """Return that no price series in a currency is on file."""
    return gettext("No prices in {currency} are on file; prices are not converted.").format(currency=currency)


def of_origin(store: Store, origin: str) -> str:
    """Return that no measures of an origin are on file."""
    sentence = gettext("No measures by {origin} are on file; some may exist.")
    return sentence.format(origin=place_name(store, origin))


def without_buyer() -> str:
    """Return that a question about imports needs the country that imports."""
    return gettext("Imports are on file by country: name the country that imports.")


def beyond_data(store: Store, since: date) -> str:
    """Return that a span begins after the last day for which controls were checked, empty where it does not."""
    verified_to = store.edition.verified_to
    if since <= first_day(verified_to):
        return ""
    sentence = gettext(
        "The controls were checked to {day}, so there is no answer on a later span. Ask about one day: the "
        "answer is "
        "then what the texts on file say."
    )
    return sentence.format(day=show(verified_to))

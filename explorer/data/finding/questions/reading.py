"""What a question asks: the intent, the metals, the places and the days."""

from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.dates import show
from explorer.data.finding.code_verdicts import CodeText
from explorer.data.metal_names import plain_name
from explorer.data.places import place_name
from explorer.data.records import Instrument
from explorer.data.store import Store
from explorer.errors import quoted
from explorer.language import gettext, gettext_noop, list_of, paragraph

STATUS, SINCE, UNTIL, PRODUCERS, USES, PRICE = "status", "since", "until", "producers", "uses", "price"
CHANGES, RELIANCE, SUPPLIERS, LIST, CODE, DOCUMENT = (
    "changes",
    "reliance",
    "suppliers",
    "list",
    "code",
    "document",
)
INTENTS = (
    STATUS,
    SINCE,
    UNTIL,
    PRODUCERS,
    USES,
    PRICE,
    CHANGES,
    RELIANCE,
    SUPPLIERS,
    LIST,
    CODE,
    DOCUMENT,
)
# What a list is of: bans, licences, what is paused, or everything that is controlled.
BANNED, LICENSED, PAUSED, CONTROLLED = "banned", "licensed", "paused", "controlled"
# Or which metals are on official lists of critical materials.
CRITICAL = "critical"
# Or whether a company is on lists of named companies.
PARTY = "party"
_LONGEST_ASIDE = 200
# What was used of a clause, by whether that is the metal, the date, the place.
_USED_OF_ASIDE = {
    (True, False, False): gettext_noop("Of {text}, only the metal was used."),
    (False, True, False): gettext_noop("Of {text}, only the date was used."),
    (False, False, True): gettext_noop("Of {text}, only the place was used."),
    (True, True, False): gettext_noop("Of {text}, only the metal and the date were used."),
    (True, False, True): gettext_noop("Of {text}, only the metal and the place were used."),
    (False, True, True): gettext_noop("Of {text}, only the date and the place were used."),
    (True, True, True): gettext_noop("Of {text}, only the metal, the date and the place were used."),
}


class Form(Struct, frozen=True):
    """A form of metals that a question names, such as `oxide`; without ids it is one of all its metals."""

    text: str
    metal_ids: tuple[str, ...] = ()


class Aside(Struct, frozen=True):
    """Words beside a question that say nothing about what is asked, except for what was used of them."""

    text: str
    has_date: bool = False
    has_place: bool = False
    has_metal: bool = False

    @property
    def is_unused(self) -> bool:
        """Whether nothing of them was used."""
        return not (self.has_date or self.has_place or self.has_metal)


class Reading(Struct, frozen=True):
    """A question as it was understood.

    What the question does not name is taken from the view. `has_days`, `has_origin` and `has_destination` are
    whether the question names days, an origin and a destination; `listed` is what a list is of, `companies`
    whether producers are asked for by name, `quota` and `pause` whether it is about a quota or a pause, `net`
    whether it is on net import reliance, `rule_kinds` are kinds of rules that it names, `kinds` those of bans,
    licences and quotas, `applications` what it says that metals are used in. `count` is how many entries it
    asks for, 0 where it does not say; `stages` are those of the production that it asks about, by its
    `stage_words`. `more_destinations` are those named after the first, `issuers` the places whose lists of
    critical materials are asked about, `excluded` those that are left out, `market` and `currency` those of a
    price. `outright` is whether a list is of bans on whole metals only, `substitutes` whether what replaces a
    metal is asked for, `added` what came on a list, `ahead` the changes of the year to come, `average` the average
    price of a year or a month, `over_year` the change of a price in a year; `since_rule` is the kind of rule, or
    CONTROLLED, since which a price is asked for, `claimed` a share that the question states, `party` the name of a
    company, `lists` the lists of the issuers that it means. `forms` are the forms of the metals that it names,
    `corrections` misspelt words with what they were read as, `asides` what stands beside the question.
    """

    intent: str
    metals: tuple[str, ...]
    origin: str
    destination: str
    since: date
    until: date
    more_destinations: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    market: str = ""
    currency: str = ""
    has_days: bool = False
    has_origin: bool = False
    has_destination: bool = False
    listed: str = ""
    quota: bool = False
    rule_kinds: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    applications: tuple[str, ...] = ()
    pause: bool = False
    outright: bool = False
    substitutes: bool = False
    added: bool = False
    ahead: bool = False
    average: bool = False
    over_year: bool = False
    since_rule: str = ""
    claimed: str = ""
    party: str = ""
    lists: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    asides: tuple[Aside, ...] = ()
    companies: bool = False
    count: int = 0
    net: bool = False
    stages: tuple[str, ...] = ()
    stage_words: tuple[str, ...] = ()
    code: CodeText | None = None
    document: Instrument | None = None

    @property
    def context(self) -> Context:
        """The last day with the places."""
        return Context(self.until, self.origin, self.destination)

    @property
    def kinds_named(self) -> tuple[str, ...]:
        """The kinds of measures that a question names: by name, or as a ban, a licence or a quota."""
        return (*self.rule_kinds, *self.kinds)

    @property
    def destinations(self) -> tuple[str, ...]:
        """Every destination."""
        return (self.destination, *self.more_destinations)

    def one_by_one(self) -> "tuple[Reading, ...]":
        """Return the question for each destination by itself."""
        return tuple(replace(self, destination=place, more_destinations=()) for place in self.destinations)

    @property
    def is_day(self) -> bool:
        """Whether the days are a single one."""
        return self.since == self.until

    @property
    def average_frequency(self) -> str:
        """How often a series has a price where it gives the average of the days: of a year or a month, else empty."""
        first, last = self.since, self.until
        if (
            not self.has_days
            or first.day != 1
            or (last + timedelta(days=1)).day != 1
            or first.year != last.year
        ):
            return ""
        if first.month == last.month:
            return "monthly"
        return "annual" if (first.month, last.month) == (1, 12) else ""

    @property
    def compares_years(self) -> bool:
        """Whether the days are those of several whole years."""
        first, last = self.since, self.until
        is_whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return self.has_days and is_whole and first.year < last.year

    def as_dict(self) -> dict[str, Any]:
        """Return the reading as plain values for JSON; `destinations` only where there is more than one."""
        several = {"destinations": list(self.destinations)} if self.more_destinations else {}
        return {
            "intent": self.intent,
            "metals": list(self.metals),
            "origin": self.origin,
            "destination": self.destination,
            **several,
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
        }


def _places_text(store: Store, reading: Reading) -> str:
    """Return the places of a question in words, as far as they matter to its intent."""
    if reading.listed == PARTY:
        return gettext("lists of named companies by {origin}").format(
            origin=place_name(store, reading.origin)
        )
    if reading.listed == CRITICAL:
        issuers = list_of([place_name(store, place) for place in reading.issuers])
        text = (
            gettext("lists of critical materials by {issuers}")
            if issuers
            else gettext("lists of critical materials")
        )
        return text.format(issuers=issuers)
    if reading.market:
        return gettext("market: {place}").format(place=place_name(store, reading.market))
    is_of_measures = reading.intent == DOCUMENT and reading.document is None
    if reading.intent in (PRODUCERS, USES, PRICE, DOCUMENT) and not is_of_measures:
        if reading.excluded:
            names = list_of([place_name(store, place) for place in reading.excluded])
            return gettext("outside {places}").format(places=names)
        names_origin = reading.intent in (PRODUCERS, PRICE) and reading.has_origin
        return place_name(store, reading.origin) if names_origin else ""
    destinations = list_of([place_name(store, place) for place in reading.destinations])
    if (reading.intent == SUPPLIERS and not reading.has_origin) or reading.net:
        return destinations
    return gettext("{origin} to {destination}").format(
        origin=place_name(store, reading.origin), destination=destinations
    )


def reading_text(store: Store, reading: Reading) -> str:
    """Return how a question was read: `gallium · China to Japan · 27 Nov 2026`."""
    subject = list_of([plain_name(store.metal(m)) for m in reading.metals])
    if reading.forms:
        forms = list_of([quoted(form.text) for form in reading.forms])
        subject = gettext("{metals} ({forms})").format(metals=subject, forms=forms)
    applications = [
        word for word in reading.applications if word not in {form.text for form in reading.forms}
    ]
    if applications:
        words = list_of([quoted(word) for word in applications])
        subject = gettext("{metals} ({forms})").format(metals=subject, forms=words) if subject else words
    if reading.party:
        subject = quoted(reading.party)
    if reading.code is not None:
        subject = reading.code.text
    if reading.document is not None:
        subject = reading.document.number or reading.document.title_en
    places = _places_text(store, reading)
    days = (
        show(reading.until)
        if reading.has_days
        or (reading.intent not in (PRODUCERS, USES, PRICE, DOCUMENT) and reading.listed != CRITICAL)
        else ""
    )
    if not reading.is_day:
        days = gettext("{first} to {last}").format(first=show(reading.since), last=show(reading.until))
    read_as = gettext("{typed} read as {meant}")
    corrections = [read_as.format(typed=quoted(typed), meant=meant) for typed, meant in reading.corrections]
    return " · ".join(part for part in (subject, places, days, *corrections) if part)


def asides_text(reading: Reading) -> str:
    """Return which words beside a question were not used, or only for their date or place; empty without any."""
    unused = [quoted(a.text, _LONGEST_ASIDE) for a in reading.asides if a.is_unused]
    sentences = [gettext("Not used: {texts}.").format(texts=list_of(unused))] if unused else []
    for aside in (a for a in reading.asides if not a.is_unused):
        sentence = gettext(_USED_OF_ASIDE[aside.has_metal, aside.has_date, aside.has_place])
        sentences.append(sentence.format(text=quoted(aside.text, _LONGEST_ASIDE)))
    return paragraph(sentences)


def claim_text(reading: Reading) -> str:
    """Return that a share in the question was not judged, empty where it states none."""
    if not reading.claimed:
        return ""
    text = gettext(
        "The question says {share}: compare that with the figures above, their form and their years."
    )
    return text.format(share=reading.claimed)

"""English expressions of questions whose meaning is not that of their words."""

from explorer.data.finding.questions.meanings import Meaning

EXPRESSIONS: dict[Meaning, str] = {
    Meaning.MAIN: "leads the world in, leads the world, leads world, leads in, tops the list of, number one in",
    Meaning.PRODUCE: "dig up, digs up, dug up",
    Meaning.QUESTION: (
        "is that so, is that right, is this true, is this right, is this correct, is that true, is that correct, "
        "isn't it, isn't that so, or not, or no licence, or no license, or no permit, yes or no, true or false"
    ),
    Meaning.EXPORT: (
        "leave the country, leaves the country, leaving the country, left the country, shipment date, shipping "
        "date, delivery date, loading date, dispatch date, export date, date of shipment, hand over, hands over, "
        "handed over, handing over, date of delivery, date of export, date of dispatch, delivery planned, "
        "shipment planned, delivery due, shipment due, delivery scheduled, shipment scheduled"
    ),
    Meaning.HOW_MUCH: "how much, how many",
    Meaning.YEARLY: "per year, a year, per annum, each year, every year, in a year",
    Meaning.LISTED: "named in, named by, named on, mentioned in, mentioned by",
    Meaning.OVER_A_YEAR: (
        "within a year, within one year, in one year, over a year, over one year, in 12 months, within 12 months, "
        "over 12 months, in twelve months, within twelve months, over twelve months, year on year, year over year"
    ),
    Meaning.HOW_LONG: (
        "how much time, how long before, how long until, how long till, how many days until, how many days "
        "before, how many days till, how many weeks, how many months, how many years, how long, how many days, "
        "how much longer, how many more days, for how long"
    ),
    Meaning.HOW: "how heavily, how strongly, to what extent, how far",
    Meaning.OTHER: (
        "what limit, limit of, for anyone, for anybody, for everyone, for everybody, to anyone, to everyone, "
        "apply for, applying for, applied for, at risk, set to be, about to, end user, the fine, a fine, what "
        "fine, which fine"
    ),
    Meaning.OUTSIDE: "outside of, other than, apart from, aside from, except for, with the exception of",
    Meaning.SHARE: "how much of, how many of, what portion of, how big a share, how large a share",
    Meaning.AHEAD: (
        "what happens next, what comes next, what is next, what falls due, which dates lie ahead, "
        "what dates lie ahead, what lies ahead, dates ahead, changes ahead, upcoming dates, upcoming changes, "
        "next dates, next changes, falls due, fall due"
    ),
    Meaning.FUTURE: "going to be, set to, upcoming",
    Meaning.SINCE: (
        "date of the first, first day of, first day, day one, starting date, start day, date of introduction, how "
        "old is, how old are, from when, from what date, from which date, from what day, from which day, since "
        "what date, since which date, since what day, since what year, since which year, from what year, from "
        "which year, since what month, since which month, from what point, as of when, date from which, day from "
        "which"
    ),
    Meaning.WHEN: (
        "the date on which, the day on which, the year in which, what date, which date, on what date, on which "
        "date, what year, which year, in what year, in which year, what month, which month, how soon, what point, "
        "which point, what day, which day, on what day, on which day, what time, how long ago"
    ),
    Meaning.USE: (
        "fields of application, field of application, areas of application, area of application, fields of use, "
        "areas of use, in which products, in what products, which products contain, what products contain, which "
        "products use, what products use, made of, made from, made with, end use, end uses, used for, goes into, "
        "go into, used to make, made out of, used in, use of"
    ),
    Meaning.CONTROL: (
        "in effect, export controlled, in force, dual use, export controls, control list, under control, export "
        "control list, fall under, falls under, fell under, dual use list, controlled goods"
    ),
    Meaning.SUPPLY: "come from, comes from, came from, coming from",
    Meaning.BEGIN: (
        "take effect, takes effect, took effect, taken effect, taking effect, come into force, comes into force, "
        "came into force, coming into force, come into effect, comes into effect, came into effect, enter into "
        "force, entered into force, enters into force, entered into effect, put in place, put under, placed "
        "under, come in, comes in, came in, coming in, kick in, kicked in, kicks in, go into force, goes into "
        "force, went into force, go into effect, goes into effect, went into effect, going into effect, brought "
        "in, bring in, in place, start date, effective date, put into force, put into effect"
    ),
    Meaning.END: (
        "left before, left until, left till, remain before, remain until, remains before, remains until, run out, "
        "runs out, ran out, come back, comes back, came back, back in force, in force until, valid until, valid "
        "for, go back, come to an end, comes to an end, run for, still to run"
    ),
    Meaning.DEADLINE: (
        "validity of, period of validity, duration of, limited in time, time limited, open ended, end date, "
        "expiry date, expiration date, cut off date, last day, final day, date of expiry, sunset clause, time "
        "limit"
    ),
    Meaning.RECEIVER: "member states, member state",
    Meaning.ISSUE: "come out, comes out, came out",
    Meaning.SUPPLIER: (
        "origin of, country of origin, countries of origin, by origin, by source, import sources, source "
        "countries, supplier countries, supplying countries"
    ),
    Meaning.LIST: "names of, the names of, name of all",
    Meaning.SUBSTITUTE: "instead of, in place of",
    Meaning.BASIS: (
        "legal basis, legal act, legal source, which law, what law, which regulation, what regulation, legal "
        "ground, legal grounds"
    ),
    Meaning.NET: (
        "self sufficient in, self sufficient, net importer, net importers, net importer of, net importers of, net "
        "exporter, net exporters"
    ),
    Meaning.COMPARED: "more expensive, less expensive",
    Meaning.NOT: "free of, free from, any more, no longer, not any more, not anymore, any longer",
    Meaning.BAN: (
        "stops me from, stop me from, stops us from, stop us from, stopping me from, stopping us from, prevents "
        "me from, prevent me from, prevents us from, prevent us from, keeps me from, keep me from, keeps us from, "
        "keep us from, stand in the way of, stands in the way of, speaks against, speak against, off limits, stop "
        "exporting, stopped exporting, stop exports, stop exports of, halt exports, halted exports, against the "
        "law"
    ),
    Meaning.FROM: "out of",
    Meaning.COMPANY: "name companies, name firms, name the companies, name the firms",
    Meaning.TO: "destined for, bound for, headed for, on its way to, en route to",
    Meaning.WORLD: "all over the world, in the world, across the world, around the world, of the world, on earth",
    Meaning.LICENCE: "need permission, licence free, license free",
    Meaning.NEED: (
        "have to, has to, had to, do we have to, required to, must i apply for, must we apply for, need to apply "
        "for, needs to apply for, have to apply for, has to apply for, obliged to, must i have, must we have"
    ),
    Meaning.PAUSE: "on hold, put on hold, on ice",
    Meaning.SAY: "what's behind, stand for, stands for",
    Meaning.MOVE: "go up, gone up, went up, going up, go down, gone down, went down, going down",
    Meaning.MAY: "in order, green light",
    Meaning.CHANGE: (
        "planned for, scheduled for, coming up, happened to, happens to, happen to, happening to, took place, "
        "taken place, control date, control dates, key dates, important dates"
    ),
    Meaning.PRICE: (
        "going rate, market rate, price tag, trading at, trade at, trades at, going for, priced at, go for, sell "
        "for, sells for"
    ),
}  # fmt: skip
_TIMES = ("when", "while", "before", "for", "if")
_GERUNDS = {"ship": "shipping", "source": "sourcing", "procure": "procuring", "purchase": "purchasing"}
_TRADING = {
    Meaning.EXPORT: ("export", "ship", "send", "sell", "deliver", "dispatch"),
    Meaning.IMPORT: ("import", "buy", "purchase", "order", "source", "procure"),
}
# Clauses on the export or the purchase that a question is about: `when exporting`, `before we ship`.
EXPRESSIONS_OF_TRADE: dict[str, Meaning] = {
    f"{time} {clause}": meaning
    for meaning, verbs in _TRADING.items()
    for verb in verbs
    for time in _TIMES
    for clause in (_GERUNDS.get(verb, f"{verb}ing"), f"i {verb}", f"we {verb}", f"it {verb}s")
}
# These have that meaning only at the end of a question: `what is gallium needed for`.
FINAL_EXPRESSIONS = {
    Meaning.USE: "needed for, required for, good for, useful for",
    Meaning.QUESTION: "true, correct, y n",
}

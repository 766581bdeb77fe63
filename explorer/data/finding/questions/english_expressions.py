"""English expressions of questions whose meaning is not that of their words."""

from explorer.data.finding.questions.meanings import Meaning

EXPRESSIONS: dict[Meaning, str] = {
    Meaning.MAIN: "leads the world in, leads the world, leads world, leads in, tops the list of, number one in",
    Meaning.PRODUCE: "dig up, digs up, dug up",
    Meaning.QUESTION: (
        "is that so, is that right, is that true, is that correct, isn't it, isn't that so, or not, or no "
        "licence, or no license, or no permit, yes or no, true or false"
    ),
    Meaning.EXPORT: (
        "when exporting, when shipping, when sending, when selling, if i export, if we export, if i ship, if we "
        "ship, if i send, "
        "if we send, if i sell, if we sell, for exporting, for shipping, leave the country, leaves the country, "
        "leaving the country, left the country, before exporting, before shipping, "
        "before sending, before selling, before i export, before we export, before i ship, before we ship, "
        "before i send, "
        "before we send, shipment date, shipping date, delivery date, loading date, dispatch date, export date, "
        "date of "
        "shipment, hand over, hands over, handed over, handing over, date of delivery, date of export, "
        "date of dispatch, delivery planned, shipment planned, delivery due, shipment due, delivery "
        "scheduled, shipment scheduled"
    ),
    Meaning.HOW_MUCH: "how much, how many",
    Meaning.YEARLY: "per year, a year, per annum, each year, every year, in a year",
    Meaning.HOW_LONG: (
        "how much time, how long before, how long until, how long till, how many days until, how many days "
        "before, how many days till, how many weeks, how many months, how long, how many days, how much longer, "
        "how many more days, for how long"
    ),
    Meaning.HOW: "how heavily, how strongly, to what extent, how far",
    Meaning.OTHER: (
        "apply for, applying for, applied for, at risk, set to be, about to, end user, other than, "
        "the fine, a fine, what fine, which fine"
    ),
    Meaning.FUTURE: "going to be, set to",
    Meaning.SINCE: (
        "from when, from what date, from which date, from what day, from which day, since what date, "
        "since which date, "
        "since what day, since what year, since which year, from what year, from which year, "
        "since what month, "
        "since which month, from what point, as of when, date from which, day from which"
    ),
    Meaning.WHEN: (
        "what date, which date, on what date, on which date, what year, which year, in what year, "
        "in which year, what month, which month, how soon, what point, which point, what day, "
        "which day, on what day, "
        "on which day, what time, "
        "how long ago"
    ),
    Meaning.USE: (
        "fields of application, field of application, areas of application, area of application, fields of use, "
        "areas of use, in which products, in what products, which products contain, what products contain, which "
        "products use, "
        "what products use, made of, made from, made with, end use, end uses, used for, goes into, "
        "go into, used to make, made out of, used in, use of"
    ),
    Meaning.CONTROL: (
        "end use rule, end use rules, in force, dual use, export controls, control list, under control, "
        "export control list, fall under, falls under, fell under, dual use list, controlled goods"
    ),
    Meaning.SUPPLY: "come from, comes from, came from, coming from",
    Meaning.BEGIN: (
        "take effect, takes effect, took effect, taken effect, taking effect, come into force, "
        "comes into force, "
        "came into force, coming into force, come into effect, comes into effect, came into effect, "
        "enter into force, "
        "entered into force, enters into force, entered into effect, put in place, put under, "
        "placed under, come in, "
        "comes in, came in, coming in, kick in, kicked in, kicks in, go into force, goes into force, "
        "went into force, "
        "go into effect, goes into effect, went into effect, going into effect, brought in, "
        "bring in, in place, "
        "start date, effective date, put into force, put into effect"
    ),
    Meaning.END: (
        "left before, left until, left till, remain before, remain until, remains before, remains until, run "
        "out, runs out, ran out, come back, comes back, came back, back in force, "
        "in force until, valid until, valid for, go back, come to an end, comes to an end, "
        "run for, still to run"
    ),
    Meaning.DEADLINE: (
        "end date, expiry date, expiration date, cut off date, last day, final day, date of expiry, sunset clause, "
        "time limit"
    ),
    Meaning.RECEIVER: "member states, member state",
    Meaning.FUNCTION: (
        "please open, if i want to, if we want to, if i wanted to, if we wanted to, if i wish to, if i need to, "
        "if we need to, if one wants to, in order to, i was hoping you could tell me, i should be aware of, we "
        "should be aware of, to be aware of, should i be aware of, i should know about, "
        "we should know about, to watch out for, "
        "i heard, i heard that, i've heard, i've heard that, i read, i read that, i've read that, they say, "
        "people say, name some, name a few, in total, if at all, as far as you know, "
        "latest year, most recent year, "
        "at the moment, right now, what about, how about, name the, name all, take place, "
        "takes place, put on, placed on, at present, now, at all, i am, these days, nowadays, "
        "as well, "
        "at this time, for now, "
        "as of now, by the way, quick question, let me know, let us know, tell us, would like, "
        "would like to know, "
        "like to know, need to know, want to know, wants to know, wanted to know, for us, "
        "my company, our company, "
        "our firm, my firm, my client, our client, a client, my boss, our boss, good morning, "
        "good afternoon, "
        "good evening, follow up, thank you, in advance, in general, according to, the data, "
        "help me, thanks a lot, "
        "have a question, would like to know if, like to know if, need to know if, "
        "want to know if, wants to know if, let me know if, let us know if, tell us if, tell me if, "
        "know if, wonder if, wonders if, wondering if, ask if, "
        "asks if, check if, checking if, see if, confirm if, clarify if, advise if, "
        "in your view of the data, any idea, on that day, on that date, on this day, on this date, by "
        "then, at that time, at that date, on the day, many thanks, look up, looking up, find out, find "
        "me, find us, pull up, bring up, to whom it may concern, no rush, no hurry, no worries, no "
        "problem, not sure, out of interest, out of curiosity, just curious, i would need, we would "
        "need, i'd need, we'd need, i need the, we need the, many thanks in advance, thanks in advance, "
        "thank you very much, give me, get me, show me, show us, look at, how do i find, find the text "
        "of, read up on"
    ),
    Meaning.NOT: "any more, no longer, not any more, not anymore, any longer",
    Meaning.BAN: (
        "stops me from, stop me from, stops us from, stop us from, stopping me from, stopping us from, prevents "
        "me from, "
        "prevent me from, prevents us from, prevent us from, keeps me from, keep me from, keeps us from, keep us "
        "from, "
        "stand in the way of, stands in the way of, speaks against, speak against, off limits, stop exporting, "
        "stopped exporting, stop exports, stop exports of, halt exports, "
        "halted exports, "
        "against the law"
    ),
    Meaning.FROM: "out of",
    Meaning.COMPANY: "name companies, name firms, name the companies, name the firms",
    Meaning.TO: "destined for, bound for, headed for, on its way to, en route to",
    Meaning.WORLD: "in the world, across the world, around the world, of the world, on earth",
    Meaning.LICENCE: "need permission, licence free, license free",
    Meaning.NEED: (
        "have to, has to, had to, do we have to, required to, must i apply for, must we apply for, need to apply "
        "for, "
        "needs to apply for, have to apply for, has to apply for, obliged to, must i have, must we have"
    ),
    Meaning.PAUSE: "on hold, put on hold, on ice",
    Meaning.SAY: "what's behind, stand for, stands for",
    Meaning.MOVE: "go up, gone up, went up, going up, go down, gone down, went down, going down",
    Meaning.MAY: "in order, green light",
    Meaning.CHANGE: "took place, taken place",
    Meaning.PRICE: (
        "going rate, market rate, price tag, trading at, trade at, trades at, going for, priced at, go for, sell "
        "for, "
        "sells for"
    ),
    Meaning.SHARE: "how big a share, how large a share",
}  # fmt: skip
# Polite openings, which add nothing where `if` or `that` follows.
POLITE_OPENINGS = (
    "we'd love to know, i'd love to know, i'm curious, we're curious, i am curious, do you happen to know, would "
    "you happen to know, do any of you know, have you any idea, do you have any idea, "
    "could you let me know, can you let me know, could you let us know, can you let us know, could you explain, "
    "can you explain, i'd be grateful to know, i want to find out, we want to find out, i'm trying to find out, "
    "we're trying to find out, i'd like to find out, i'd like to ask, we'd like to ask, am i correct, "
    "may i ask, may we ask, can i ask, could i ask, might i ask, can you tell me, could you tell me, can you "
    "tell us, "
    "could you tell us, could you please tell me, can you please tell me, would you know, do you know, "
    "can you confirm, can anyone say, can anyone tell me, can anybody tell me, does anyone know, does anybody know, "
    "could someone tell me, can someone tell me, can you say, could you say, who can tell me, "
    "could you confirm, could you please confirm, can you check, could you check, could you please check, "
    "could you advise, can you advise, please advise, please confirm, please check, i would like to know, "
    "i'd like to know, we would like to know, we'd like to know, i need to know, we need to know, i was wondering, "
    "we were wondering, is it true, is it correct, is it the case, am i right, are we right"
)
# These have that meaning only at the end of a question: `what is gallium needed for`.
FINAL_EXPRESSIONS = {Meaning.USE: "needed for, required for, good for, useful for"}

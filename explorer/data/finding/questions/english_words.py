"""The English words of questions by what they say."""

from explorer.data.finding.questions.meanings import Meaning

WORDS: dict[Meaning, str] = {
    Meaning.WISH: (
        "want wants wanted plan plans planning intend intends hope hopes wish wishes try tries trying looking "
        "look we'll i'll"
    ),
    Meaning.AUXILIARY: "is are am do does",
    Meaning.PAST: "was were did has have been",
    Meaning.FUTURE: "will shall gonna",
    Meaning.NOT: (
        "anymore not no cannot can't isn't aren't doesn't don't wasn't weren't didn't won't mustn't couldn't "
        "hasn't haven't"
    ),
    Meaning.WITHOUT: "without",
    Meaning.WHAT: "what what's whats anything something",
    Meaning.WHICH: "which",
    Meaning.WHO: "who who's whom whose",
    Meaning.WHERE: "where where's",
    Meaning.WHEN: "when when's",
    Meaning.WHY: "why",
    Meaning.OTHER: (
        "should shouldn't ought apart unless unlike instead rather other another else only more less fewer than "
        "compared compare comparison versus vs better worse best worst stricter strictest cheaper cheapest cheap "
        "think believe opinion feel expect expected expects predict prediction forecast outlook likely unlikely "
        "probably perhaps maybe ever never always often before hypothetical hypothetically theoretical "
        "theoretically theory suppose assuming if rumour rumor invest investment stock stocks stockpile recommend "
        "military civilian defence defense army weapon weapons arms missile missiles sanction sanctions "
        "sanctioned tariff tariffs duty duties tax taxes because reason recycled recycling reserves "
        "owns owned owning owner owners indirectly stop stops stopped stopping halt halts halted transit via through"
    ),
    Meaning.HOW: "how how's",
    Meaning.SINCE: "since",
    Meaning.UNTIL: "until till til",
    Meaning.MAY: (
        "eligible legit exportable acceptable admissible doable may can can't cannot could couldn't might must "
        "mustn't allow permit permissible possible legal lawful ok okay able authorise authorize free freely "
        "alright fine problem feasible"
    ),
    Meaning.NEED: "need require necessary subject mandatory compulsory obligatory",
    Meaning.EXPORT: (
        "export ship shipment send sent sell sold go goes going leave move transfer deliver delivery bring "
        "brought take exportable transport carry dispatch come comes coming enter reach shipping exportation mail "
        "courier fly freight forward"
    ),
    Meaning.EXPORTS: "exports shipments sales cargo consignment",
    Meaning.IMPORT: (
        "foreign overseas imported import buy bought purchase procure obtain get gets getting receive acquire "
        "order source"
    ),
    Meaning.BAN: (
        "ban prohibit prohibition forbid forbidden embargo illegal unlawful block refuse refusal outlaw bar deny"
    ),
    Meaning.LICENCE: (
        "clearance consent licence license permit approval authorisation authorization permission licensing "
        "paperwork"
    ),
    Meaning.CONTROL: (
        "active applicable operative affected hit caught captured impacted policy policies sensitive regs "
        "clampdown crackdown limited strict tight constraint obstacle restraint control restrict restriction "
        "regulate regulation rule measure curb apply applies applied applying cover regime requirement limit "
        "limitation listed condition obligation formality formalities hurdle barrier"
    ),
    Meaning.QUOTA: "quota",
    Meaning.STATUS: "status situation state",
    Meaning.PAUSE: "pause suspend suspension moratorium truce ceasefire postpone postponement defer deferral reprieve",
    Meaning.BEGIN: (
        "add enforce enforces enforced begin began begun beginning start introduce introduction impose effective "
        "enact commence launch implement enter"
    ),
    Meaning.END: (
        "drop scrap abolish withdraw revoke repeal rescind remove end expire expiry expiration over lapse lift "
        "last finish resume return reinstate again due left remain stay stays back run runs running valid "
        "validity cease terminate ending"
    ),
    Meaning.FIRST: "first initially originally",
    Meaning.CHANGE: (
        "amend amendment modify modification revise revision adjust adjustment change decide decided happen "
        "update development occur event news different"
    ),
    Meaning.NEW: "additional further new newly",
    Meaning.PRICE: (
        "quote quotes quoted fetch fetches price cost worth expensive pricing priced pay quotation"
    ),
    Meaning.MOVE: (
        "soar surge spike plunge crash climb slump tumble movement swing fluctuate double triple rise rose risen "
        "fall fell fallen increase decrease drop jump develop development evolve evolution move change trend "
        "history go going gone went"
    ),
    Meaning.AVERAGE: "average",
    Meaning.COMPARED: "cheaper dearer pricier",
    Meaning.FIGURES: "demand split breakdown chart graph figure statistic statistics stats data diagram",
    Meaning.HISTORY: "history timeline chronology",
    Meaning.UNIT: "kg kilo kilogram kilogramme tonne ton t market spot per",
    Meaning.PRODUCE: (
        "extract extracts extracted produce producer production make making maker made mine miner mining refine "
        "refiner refinery smelt smelter output manufacture manufacturer extract extraction"
    ),
    Meaning.COMPANY: "company companies firm",
    Meaning.COUNTRY: "country countries nation place state states",
    Meaning.WORLD: "world global globally worldwide world's",
    Meaning.MAIN: (
        "main mainly major mostly top large largest big biggest leading most primary principal chief dominant "
        "dominate important key common significant typical typically"
    ),
    Meaning.SHARE: "portion ratio share percentage percent proportion part fraction",
    Meaning.USE: "role employed use usage application purpose utilise utilize industry industries sector",
    Meaning.DEPEND: (
        "depend dependent dependence dependency rely relies relied reliant reliance exposed exposure vulnerable"
    ),
    Meaning.NET: "net",
    Meaning.SUBSTITUTE: "substitute alternative replace replacement",
    Meaning.OUTRIGHT: "outright completely entirely totally fully altogether",
    Meaning.AFTER: "after",
    Meaning.OUTSIDE: "outside except excluding besides",
    Meaning.DEADLINE: "deadline cutoff",
    Meaning.SUPPLY: "supply supplies supplied supplying source originate originates provide furnish",
    Meaning.INDUSTRY: "industry industries economy sector manufacturing",
    Meaning.SUPPLIER: "seller supplier vendor",
    Meaning.RECEIVER: (
        "customer client buyer recipient consignee importer purchaser subsidiary affiliate factory plant "
        "warehouse partner end-customer member"
    ),
    Meaning.LIST: "catalogue catalog enumerate list every everything overview all",
    Meaning.CRITICAL: "critical strategic",
    Meaning.LISTED: (
        "include includes included feature features featured appear appears consider considers considered regard "
        "regarded classify classifies classified deem deemed designate designated count counts listed class call "
        "calls called add join belong correspond"
    ),
    Meaning.ADDED: "add addition",
    Meaning.METALS: (
        "substance metal metallic mineral material element raw critical minor rare strategic commodity"
    ),
    Meaning.THINGS: "batch container parcel pallet goods good item product things thing stuff",
    Meaning.DOCUMENT: "circular bulletin announcement notice document decree law decision order",
    Meaning.SAY: (
        "say says said contain mean content summary summarise summarize describe require state text behind stand "
        "refer denote details cover explain provide concern concerns deal regulate"
    ),
    Meaning.CODE: "hs hts cn eccn code customs tariff number heading entry classification",
    Meaning.ISSUE: "issue publish announce release date adopt",
    Meaning.TO: "bound to into toward towards against",
    Meaning.FROM: "from",
    Meaning.IN: "in inside within",
    Meaning.OF: "of",
    Meaning.ON: "on upon",
    Meaning.BY: "by",
    Meaning.FOR: "for",
    Meaning.AND: "and",
    Meaning.OR: "or",
}

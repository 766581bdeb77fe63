"""Tables of the export controls: documents, measures, events, items, codes, wording, parties."""

from ..columns import (
    country,
    date,
    day,
    evidence,
    ident,
    joined,
    label,
    lines,
    metal,
    must,
    note,
    ref,
    table,
    text,
    words,
)
from ..words import (
    COVERS,
    EVENTS,
    INSTRUMENT_KINDS,
    LEGAL_SUBJECTS,
    MEASURE_KINDS,
    OPERATORS,
    REACHES,
    STRICTNESS,
)

TABLES = (
    table(
        "instruments",
        "instrument_id",
        "Documents",
        "Laws, announcements and notices. One document can contain several measures, or none.",
        ident("instrument_id"),
        country("jurisdiction", "Jurisdiction of the document."),
        label("issuer", "The authority that issued it."),
        text("number", "Its number, such as “Announcement 46 of 2024”."),
        label("title_en", "Title in English."),
        text("title_zh", "Official Chinese title."),
        date("announced", "Date of publication."),
        must(words("kind", "What the document is.", *INSTRUMENT_KINDS)),
        label("summary", "What it does."),
        evidence(),
    ),
    table(
        "measures",
        "measure_id",
        "Measures",
        "One legal effect of a document: what applies, to which destination, from when. The status of a metal follows "
        "from its measures and their events.",
        ident("measure_id"),
        ref("instrument_id", "instruments", "The document."),
        text("clause", "The part of the document."),
        must(words("kind", "Kind of measure, strictest first.", *MEASURE_KINDS)),
        ref(
            "destination",
            "destinations",
            "ALL, a country or bloc, or the military users of a country (USA-MIL, JPN-MIL).",
        ),
        date("announced", "Date of announcement."),
        date("effective", "First day in force."),
        date("expires", "Last day in force."),
        label("summary", "What the measure does."),
        evidence(),
        words(
            "reach",
            "Only for measures without metals, which set no status: parties (everything that the measure covers, for "
            "the parties named), listed (every item on the dual-use list, for that destination), unlisted (goods on no "
            "list where the exporter knows of an end use of concern), items (special forms that its items or "
            "its clause name).",
            *REACHES,
        ),
        words(
            "strictness",
            "in_principle: licences are refused in principle; applications may be filed.",
            *STRICTNESS,
        ),
        indexes=(("instrument_id",), ("destination",)),
    ),
    table(
        "measure_metals",
        "measure_id,metal_id",
        "Metals of the measures",
        "The metals that a measure targets. They determine the status, except for purchasing rules.",
        ref("measure_id", "measures", "The measure."),
        metal(),
        label("scope", "For which forms of the metal."),
        must(
            words(
                "covers",
                "metal: the material as such; forms: only some forms, compounds or products; ores: only ores, "
                "concentrates or unprocessed material; technology: only technology or equipment; abroad: goods outside "
                "the exporting country, such as foreign-made goods or re-exports.",
                *COVERS,
            )
        ),
        text(
            "phrase", "What follows “licence for …” or “ban on …”; empty where no further wording is needed."
        ),
        evidence(),
        indexes=(("metal_id",),),
    ),
    table(
        "measure_events",
        "measure_id,date,event",
        "Events of the measures",
        "The history of each measure, event by event.",
        ref("measure_id", "measures", "The measure."),
        must(date("date", "Date of the event.")),
        must(words("event", "What happened.", *EVENTS)),
        day("until", "Last day of a suspension, or of an amendment."),
        must(
            words(
                "basis",
                "Whether the event is in the text of a notice or only in a statement.",
                "text",
                "statement",
            )
        ),
        ref("by_instrument_id", "instruments", "The document behind the event.", required=False),
        note(),
        evidence(),
        indexes=(("date",), ("by_instrument_id",)),
    ),
    table(
        "items",
        "item_id",
        "Items of the control lists",
        "The items that a measure lists.",
        ident("item_id"),
        ref("measure_id", "measures", "The measure."),
        label("item_no", "Number of the item in the document."),
        metal(),
        joined(
            "control_code",
            "Control codes, such as 3C001; entries of six characters such as 252604X are numbers of the technology "
            "catalogue.",
            pattern=r"[0-9A-Za-z.]+(;[0-9A-Za-z.]+)*",
        ),
        label("description", "The item in our words."),
        label("form", "What kind of goods it is."),
        must(
            words(
                "relation",
                "target: the measure targets the metal; other form: a special form of the metal, or another metal's "
                "item that contains it.",
                "target",
                "other form",
            )
        ),
        must(
            words(
                "code_basis",
                "Whether the text gives customs codes: printed (see item_codes), none printed, or not seen (the annex "
                "was not available).",
                "printed",
                "none printed",
                "not seen",
            )
        ),
        evidence(),
        indexes=(("metal_id",), ("measure_id",)),
    ),
    table(
        "item_codes",
        "item_id,hs_code,valid_from",
        "Customs codes of the items",
        "Reference customs commodity numbers of an item, as published, and the tariff years for which they hold. They "
        "are references: the wording of the item decides.",
        ref("item_id", "items", "The item."),
        must(text("hs_code", "Customs commodity number, 8 or 10 digits.", r"\d{8}(\d\d)?")),
        must(day("valid_from", "First day of the tariff year.")),
        day("valid_to", "Last day of the tariff year; empty means still valid."),
        evidence(),
        indexes=(("hs_code",),),
    ),
    table(
        "thresholds",
        "item_id,quantity,operator,value,unit",
        "Limits",
        "The limits that the official wording of an item sets: purity, density, grain, power, …",
        ref("item_id", "items", "The item."),
        label("quantity", "Quantity that the limit applies to."),
        must(words("operator", "How the value limits it; a range has two ends.", *OPERATORS)),
        label("value", "The limit; may be a text such as 1:500."),
        text("unit", "Unit of the limit."),
        label(
            "joint",
            "How limits combine: all, any of a set, or within a part of the entry.",
        ),
        must(words("text_basis", "Where the wording is published.", "notice", "catalogue 2026")),
        note(),
        evidence(),
    ),
    table(
        "legal_texts",
        "subject_kind,subject_id,lang,article,source_ids",
        "Official wording",
        "Wording of items, measures and events, and details of documents. The document at the source's address is "
        "authoritative.",
        must(words("subject_kind", "What the wording belongs to.", *LEGAL_SUBJECTS)),
        label(
            "subject_id", "Key of the item, measure or document; of an event its key values joined by bars."
        ),
        must(words("lang", "Language.", "zh", "en")),
        must(
            words(
                "official",
                "yes: the issuer's own words as they appear in the named copy; "
                "no: quoted in the press or in another script.",
                "yes",
                "no",
            )
        ),
        label("article", "Article, or name of the particular."),
        lines("text", "The wording; gaps inside it are marked ［…］, which is not part of the notice."),
        evidence()[0],
        note(),
        must(words("complete", "Whether the wording is complete.", "yes", "no")),
        evidence()[1],
    ),
    table(
        "parties",
        "party_id",
        "Named parties",
        "The companies, institutes and people on China's control list, watch list and unreliable entity list.",
        ident("party_id"),
        label("name_en", "English name."),
        text("name_zh", "Chinese name; empty where the notice gives none."),
        joined("aliases", "Other names."),
        country(description="Where the party is based.", required=False),
        evidence(),
        note(),
    ),
    table(
        "measure_parties",
        "measure_id,party_id",
        "Parties named by the measures",
        "Which notice names which party. A party has the state of its measure unless its own columns differ.",
        ref("measure_id", "measures", "The measure."),
        ref("party_id", "parties", "The party."),
        label("list_no", "Number in the notice."),
        must(day("listed", "Day of the listing.")),
        day("suspended_from", "First day of a suspension for this party only."),
        day("suspended_until", "Last day of that suspension."),
        words("basis", "Whether that suspension is in a text or only in a statement.", "text", "statement"),
        day("removed", "Day on which it was removed from the list."),
        evidence(),
        note(),
        indexes=(("party_id",),),
    ),
)

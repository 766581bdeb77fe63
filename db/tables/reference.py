"""Tables that others refer to: the edition, sources, countries, sectors and metals."""

from ..columns import (
    WEB_ADDRESS,
    country_code,
    date,
    evidence,
    ident,
    integer,
    joined,
    label,
    must,
    note,
    real,
    ref,
    table,
    text,
    words,
)

TABLES = (
    table(
        "meta",
        "key",
        "Edition",
        "The edition: its version, the last day covered by the checks, the checksums of the inputs.",
        label("key", "Name of the value: data_version, verified_to, verified_note, sha256, …"),
        label("value", "The value."),
    ),
    table(
        "sources",
        "source_id",
        "Sources",
        "The documents, statistics and reports behind the facts. Rows of other tables name them in source_ids, and "
        "the tables <name>_sources hold the same links as rows.",
        ident("source_id"),
        label("publisher", "Publisher."),
        label("title", "Title of the document or data set."),
        date("date", "Date of publication."),
        text("url", "Web address.", WEB_ADDRESS),
        must(
            words(
                "kind",
                "Kind of source.",
                "news",
                "statistical",
                "analysis",
                "official",
                "industry",
                "law",
            )
        ),
        text("note", "Terms of reuse and remarks."),
    ),
    table(
        "countries",
        "country_id",
        "Countries and areas",
        "Countries by ISO 3166 code, with former states, blocs (EUU: European Union) and two collective entries: WLD "
        "(world total or, as a jurisdiction, the plan of the Group of Seven) and OTH (other countries).",
        country_code("country_id", "The key: ISO 3166 alpha-3, or EUU, WLD, OTH."),
        label("name_en", "English name."),
        label("name_zh", "Chinese name."),
        ref(
            "bloc",
            "countries",
            "The bloc that the country belongs to. Measures aimed at the bloc also apply to exports to this country; "
            "the bloc's own measures apply to exports from it.",
            required=False,
        ),
    ),
    table(
        "sectors",
        "sector_id",
        "Sectors of use",
        "The sectors by which uses are grouped.",
        ident("sector_id"),
        label("name_en", "English name."),
        label("name_zh", "Chinese name."),
        label("description", "What the sector comprises."),
    ),
    table(
        "metals",
        "metal_id",
        "Metals and materials",
        "The metals, minerals, materials and groups that the other tables are about.",
        ident("metal_id"),
        text("symbol", "Chemical symbol.", r"[A-Z][a-z]?"),
        integer("atomic_number", "Atomic number.", 1, 118),
        label("name_en", "English name."),
        label("name_zh", "Chinese name."),
        label("pinyin", "Chinese name in Latin letters."),
        must(words("kind", "What it is.", "element", "mineral", "material", "group")),
        label("metal_group", "Heading under which the list shows it."),
        ref(
            "member_of",
            "metals",
            "The group it belongs to. Where it has no figures of its own, the group's are shown, labelled as such.",
            required=False,
        ),
        real("density_g_cm3", "Density.", "g/cm³"),
        real("melting_point_c", "Melting point.", "°C", -273.15),
        real("boiling_point_c", "Boiling point.", "°C", -273.15),
        real("crustal_abundance_ppm", "Abundance in the Earth's crust.", "ppm", 0, 1_000_000),
        text("main_source", "The ore or process that it mainly comes from."),
        joined("by_product_of", "The metals or materials that it is a by-product of."),
        label("summary", "What it is and why it matters, in a sentence or two."),
        must(
            words(
                "profile",
                "full, or brief for materials named only in lists or trade figures.",
                "full",
                "brief",
            )
        ),
        evidence(),
        note(),
        indexes=(("member_of",),),
    ),
    table(
        "search_terms",
        "term",
        "Search terms",
        "Formulas, abbreviations and names of goods that a reader types, with the metals and words that they lead to. "
        "They help the search and state no fact.",
        label("term", "What is typed."),
        must(
            words(
                "kind",
                "name: another name of the metal itself; form: a compound, an alloy or a product that contains it; "
                "goods: finished goods that records call by other words; absent: a thing on which nothing is on "
                "file, with the nearest records.",
                "name",
                "form",
                "goods",
                "absent",
            )
        ),
        joined("metal_ids", "The metals that it leads to, the main one first.", parts_of="metals"),
        joined("phrases", "The words by which records are searched instead."),
        label("reason", "Why it leads there."),
    ),
)

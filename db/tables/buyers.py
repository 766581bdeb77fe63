"""Tables of the buyers, that is of importing countries: customs codes, dependence, suppliers."""

from ..columns import (
    country,
    evidence,
    flag,
    form,
    integer,
    joined,
    label,
    metal,
    must,
    note,
    percent,
    real,
    ref,
    table,
    text,
    words,
    year,
)
from ..words import (
    CODE_COVERS,
    CODE_SCOPES,
    CODE_USES,
)

TABLES = (
    table(
        "buyer_codes",
        "hs_code",
        "Customs codes of the buyer tables",
        "Which 6-digit code of the Harmonized System (edition of 1992) covers which metal and form. Buyer means "
        "importing country.",
        must(text("hs_code", "The code, 6 digits.", r"\d{6}")),
        label("hs_edition", "Edition of the Harmonized System."),
        joined(
            "metal_ids",
            "The metals; the first is the metal_id of the rows of the buyer tables.",
            required=True,
        ),
        form("The form that the code covers."),
        label("heading", "What the code covers, paraphrased."),
        must(
            words(
                "scope",
                "alone: this material only; part: only a part of its trade; mixed: one material in forms of very "
                "different content or price; basket: several materials.",
                *CODE_SCOPES,
            )
        ),
        must(
            words(
                "use",
                "yes; labelled: shown only with what_else beside it; no: not shown; wanted: suitable, but not in "
                "our source.",
                *CODE_USES,
            )
        ),
        label("what_else", "What else the code covers, and what it leaves out."),
        evidence(),
    ),
    table(
        "buyer_code_measures",
        "hs_code,metal_id,measure_id",
        "Customs codes of the buyer tables and measures",
        "Whether a licence or ban covers the form of a metal that a code of the buyer tables stands for. Every licence "
        "or ban on the first metal of a code that is shown has a row; measures that list a special form of the metal "
        "may have one. Only codes that a measure in force covers count as exposed to it.",
        ref("hs_code", "buyer_codes", "The customs code."),
        metal(),
        ref("measure_id", "measures", "The licence or ban."),
        must(
            words(
                "covers",
                "yes: everything under the code in this metal; part: only some of what is under the code; no: other "
                "forms only.",
                *CODE_COVERS,
            )
        ),
        label("reason", "Why, in a sentence or two."),
        evidence(),
        indexes=(("measure_id",), ("metal_id",)),
    ),
    table(
        "buyer_dependence",
        "buyer,metal_id,form,hs_code,year",
        "Dependence of buyers",
        "How much each buyer imports under a code, and how concentrated its supply is. Source: CEPII, BACI; tonnes of "
        "product, reconciled customs data, own calculation. Do not add up codes. Flag o is set by rule; every figure "
        "of the last year is preliminary.",
        country("buyer", "The buyer: one of 71 countries, or EUU without trade between members."),
        metal(),
        form("The form that the code covers."),
        ref("hs_code", "buyer_codes", "The customs code."),
        must(year()),
        real("total_t", "Imports.", "t"),
        must(real("total_kusd", "Value of the imports.", "thousand USD")),
        percent("share_chn_pct", "China's share of the tonnes: the low estimate of dependence on China."),
        percent("share_hkg_pct", "Hong Kong's share of the tonnes."),
        percent("share_chn_hkg_pct", "Share of China and Hong Kong in the tonnes: the high estimate."),
        must(percent("share_chn_hkg_value_pct", "Share of China and Hong Kong in the value.")),
        percent("share_hubs_pct", "Share of re-export hubs in the tonnes."),
        country("top_supplier", "The largest supplier.", required=False),
        percent("top_share_pct", "Share of the largest supplier in the tonnes."),
        real("hhi", "Concentration of the suppliers, 0 to 10,000.", "Herfindahl-Hirschman index", 0, 10_000),
        must(integer("suppliers", "Number of suppliers.", 1)),
        real(
            "unit_value_usd_t",
            "Value divided by quantity, for flows with a quantity; not a price.",
            "USD/t",
        ),
        must(real("world_usd_t", "Unit value of world trade under the code.", "USD/t")),
        flag("p", "o"),
        note(),
        without_rowid=True,
    ),
    table(
        "buyer_imports",
        "buyer,metal_id,form,hs_code,year,partner",
        "Suppliers of buyers",
        "Who supplied each buyer: the largest suppliers, until they make up 97 % or eight are named; OTH is the "
        "rest. Source: CEPII, BACI; tonnes of product, reconciled customs data, own calculation.",
        country("buyer", "The buyer: one of 71 countries, or EUU without trade between members."),
        metal(),
        form("The form that the code covers."),
        ref("hs_code", "buyer_codes", "The customs code."),
        must(year()),
        country("partner", "The supplier as named in customs data, or OTH for the rest."),
        real("quantity_t", "Imports from the supplier.", "t"),
        must(real("value_kusd", "Value of these imports.", "thousand USD")),
        percent("share_pct", "Share of the buyer's tonnes."),
        flag("o"),
        without_rowid=True,
    ),
)

"""The figures of a table of suppliers in words, against rows of the frozen edition read by hand."""

from explorer.data.store import Store
from explorer.data.supply.buyer_texts import (
    cautions,
    facts,
    flag_words,
    heading_text,
    left_out_texts,
    remarks,
    row_flags,
)
from explorer.data.supply.buyers import SupplierTable, supplier_tables


def table(store: Store, metal: str, buyer: str, code: str, year: int) -> SupplierTable:
    _, tables = supplier_tables(store, metal, buyer)
    return next(t for t in tables[code] if t.year == year)


def found(store: Store, shown: SupplierTable, origin: str = "CHN") -> dict[str, str]:
    return {f.name: f.text.replace("\u202f", " ") for f in facts(store, shown, origin)}


def test_the_facts_of_a_table_are_those_of_its_total(store: Store) -> None:
    """284690 to Germany in 2024, as filed: HHI 4079, 32 suppliers, 10,022 USD/t against 19,383, hubs 12.82 %."""
    assert found(store, table(store, "rare-earths", "DEU", "284690", 2024)) == {
        "From China": "58 % of tonnage, 37 % of value",
        "With Hong Kong (upper reading)": "59 % of tonnage, 38 % of value",
        "Largest supplier": "China, 58 % of tonnage",
        "Re-export hubs": "13 % of tonnage (Netherlands 13 %)",
        "Concentration (HHI)": "4079 of 10 000",
        "Number of suppliers": "32",
        "Unit value": "10 022 USD/t; world trade 19 383 USD/t (not a price)",
        "Total": "5139 t, 51.5 million USD",
    }


def test_another_origin_has_no_reading_with_hong_kong(store: Store) -> None:
    shown = found(store, table(store, "rare-earths", "DEU", "284690", 2024), "AUS")
    assert (
        shown["From Australia"] == "The named suppliers do not include Australia; its share is not on file."
    )
    assert "With Hong Kong (upper reading)" not in shown


def test_cautions_say_what_limits_a_total(store: Store) -> None:
    outlier = table(store, "rare-earths", "DEU", "284690", 2023)
    assert cautions(store, outlier.total, is_preliminary=False) == (
        "The total has low confidence: 60 % of the quantity at an implausible unit value.",
    )
    thin = table(store, "bismuth", "EUU", "810600", 2024)
    assert cautions(store, thin.total, is_preliminary=True) == (
        "Not ranked or compared over time: thin record of Netherlands (a report is probably missing).",
        "Figures for 2024 are preliminary; CEPII may revise them substantially.",
    )
    small = table(store, "antimony", "DEU", "261710", 2022)
    assert cautions(store, small.total, is_preliminary=False) == ("Small imports: under 100,000 USD.",)


def test_a_note_is_split_into_its_parts(store: Store) -> None:
    total = table(store, "mercury", "DEU", "280540", 2022).total
    parts = remarks(store, total)
    assert parts.hubs == "Netherlands 93\u202f%" and parts.thin == parts.small == ""
    assert parts.reasons == "93 % of the quantity at an implausible unit value"


def test_flags_of_totals_and_rows_are_words(store: Store) -> None:
    thin = table(store, "bismuth", "EUU", "810600", 2024)
    assert flag_words(thin.total, is_preliminary=True) == ("thin record", "preliminary")
    outlier = table(store, "rare-earths", "DEU", "284690", 2023)
    assert flag_words(outlier.total, is_preliminary=False) == ("outlier",)
    assert row_flags(thin, "o") == "outlier, preliminary" and row_flags(outlier, None) == ""


def test_a_heading_has_its_description_scope_and_contents(store: Store) -> None:
    text = heading_text(store, store.buyer_codes["810510"])
    assert text.startswith("HS 810510 (1992): Cobalt: mattes and other intermediate products")
    assert "Scope: forms of very different content or price." in text and text.endswith("Read with 282200.")
    # Countries have names, not codes.
    assert "DR Congo" in heading_text(store, store.buyer_codes["282200"])
    assert " ZAF" not in heading_text(store, store.buyer_codes["282200"])


def test_headings_that_are_not_shown_have_a_reason(store: Store) -> None:
    refused = left_out_texts(store, "gallium")
    assert [t.split(",")[0] for t in refused] == ["HS 381800", "HS 811291", "HS 811299"]
    assert all(" is not shown: " in t for t in refused)
    assert left_out_texts(store, "antimony")[0] == (
        "HS 282580, oxide, is not in the trade data: Antimony oxides: the main controlled form."
    )

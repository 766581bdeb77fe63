"""A destination's dependence on imports: the figure that is shown first, and the texts shown with it."""

import pytest
from msgspec.structs import replace

from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT, SupplierTable, supplier_tables
from explorer.data.supply.dependence import (
    dependence_text,
    headline_table,
    import_dependence,
)
from explorer.data.supply.figure_text import KeyFigureText


def text(store: Store, metal_id: str, destination: str) -> KeyFigureText:
    found = dependence_text(store, import_dependence(store, metal_id, destination))
    clean = {
        name: value.replace("\u202f", " ").replace("\u00a0", " ")
        for name in found.__struct_fields__
        if isinstance(value := getattr(found, name), str)
    }
    return replace(found, **clean)


def test_the_customs_tables_of_the_destination_are_preferred(store: Store) -> None:
    found = text(store, "graphite", "DEU")
    assert found.label == (
        "Graphite (natural), powder or flakes: imports by Germany from China and Hong Kong, 2024"
    )
    assert (found.value, found.unit) == ("32 %", "of tonnage")
    assert found.qualification == "30 % of value; China alone: 32 % of tonnage"
    assert found.details == ("HS 250410 (1992)", "preliminary")
    assert found.comparison == "US net import reliance, 2025: 100 % (estimated; all forms)"
    assert found.notes[0].startswith("HS 250410: ") and found.notes[-1] == CREDIT
    assert "Imports from other members of the European Union are included." in found.notes
    assert (found.source_ids, found.confidence) == (("cepii-baci",), "medium")


@pytest.mark.parametrize(
    ("destination", "name"), [("JPN", "Japan"), ("JPN-MIL", "Japan"), ("EUU", "the European Union")]
)
def test_every_destination_with_tables_shows_them(store: Store, destination: str, name: str) -> None:
    assert f": imports by {name} from China" in text(store, "bismuth", destination).label


def test_a_metal_without_tables_has_those_of_its_group(store: Store) -> None:
    found = text(store, "neodymium", "JPN")
    assert found.label.startswith("Rare earths, metals: imports by Japan")
    assert (found.value, found.qualification[:13]) == ("62 %", "24 % of value")
    assert found.comparison.startswith("US net import reliance for rare earths, 2025: ")


def test_the_largest_supplier_is_named_where_it_is_not_china(store: Store) -> None:
    found = text(store, "copper", "DEU")
    assert (found.value, found.qualification) == ("0 %", "0 % of value; China alone: 0 % of tonnage")
    assert found.details[0].startswith("largest supplier: Brazil, 31 % of tonnage, 29 % of value")
    assert "Brazil" not in " ".join(text(store, "graphite", "DEU").details)


def test_a_member_without_tables_has_the_unions_figure_with_its_year(store: Store) -> None:
    found = text(store, "gallium", "DEU")
    assert (found.label, found.value) == ("EU net import reliance, 2017", "34 %")
    assert found.comparison == "US net import reliance, 2025: 100 % (estimated; all forms)"
    assert found.warning == "This figure is for the European Union; none is on file for Germany"
    assert found.notes == (
        "No supplier figures are on file for gallium; some countries may still depend on imports of it.",
    )
    assert text(store, "gallium", "EUU").warning == ""


def test_a_figure_of_the_united_states_is_labelled(store: Store) -> None:
    found = text(store, "gallium", "JPN")
    assert (found.label, found.comparison) == ("US net import reliance, 2025", "")
    assert found.warning == "This figure is for the United States; none is on file for Japan"
    assert "some countries may still depend on imports of it" in found.notes[0]
    none = text(store, "helium", "DEU")
    assert (none.value, none.warning) == ("", "") and "may still depend" in none.notes[0]


@pytest.mark.parametrize("destination", ["ALL", "USA", "USA-MIL"])
def test_without_another_destination_the_us_figure_has_no_notes(store: Store, destination: str) -> None:
    found = text(store, "graphite", destination)
    assert (found.label, found.value) == ("US net import reliance, 2025", "100 %")
    assert (found.qualification, found.comparison, found.warning, found.notes) == ("", "", "", ())


def test_labelled_headings_give_no_headline(store: Store) -> None:
    found = text(store, "cobalt", "EUU")
    assert found.label == "EU net import reliance, 2017"
    assert found.notes[0].startswith(
        "Imports by the European Union are on file only under customs codes that match the metal poorly"
    )
    assert "HS 810510, 282200" in found.notes[0]


def test_a_thin_record_has_a_warning_and_no_largest_supplier(store: Store) -> None:
    found = text(store, "tin", "EUU")
    assert (
        found.warning
        == "Note: thin record of Netherlands (the importing country's own report is probably missing)"
    )
    assert not any("largest supplier" in part for part in found.details)


def _table(store: Store, year: int, **total: object) -> SupplierTable:
    own = supplier_tables(store, "graphite", "DEU")[1]["250410"][-1]
    return replace(own, total=replace(own.total, year=year, **total))


def test_an_outlier_gives_no_headline_but_an_earlier_year_does(store: Store) -> None:
    sound, odd = _table(store, 2023), _table(store, 2024, flag="o")
    assert headline_table({"250410": (sound, odd)}) is sound
    assert headline_table({"250410": (odd,)}) is None
    assert headline_table({"250410": (sound, odd)}, 2024) is None
    unknown = _table(store, 2024, share_chn_pct=None, top_supplier=None)
    assert headline_table({"250410": (unknown,)}) is None


def test_the_first_heading_counts_and_not_a_labelled_one(store: Store) -> None:
    table = _table(store, 2024)
    labelled = replace(table, code=replace(table.code, use="labelled"))
    other = _table(store, 2024)
    assert headline_table({"a": (labelled,), "b": (table,), "c": (other,)}) is table


def test_no_headline_on_file_breaks_a_rule(store: Store) -> None:
    for metal_id in store.metals:
        for destination in store.countries:
            found = import_dependence(store, metal_id, destination)
            if found.imports is None:
                continue
            assert found.imports.total.flag != "o" and found.imports.code.use == "yes"
            sentence = dependence_text(store, found)
            assert (
                "of value" in sentence.qualification
                and sentence.unit == "of tonnage"
                and sentence.notes[-1] == CREDIT
            )
            assert str(found.imports.year) in sentence.label

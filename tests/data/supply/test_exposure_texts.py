"""The exposure in words: shares of tonnage and of value together, flags, reasons, and no figure where none is known."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.buyers import CREDIT
from explorer.data.supply.coverage_texts import heading_flags
from explorer.data.supply.exposure import Exposure, exposure, exposures
from explorer.data.supply.exposure_texts import (
    exposure_line,
    exposure_text,
    exposure_tooltip,
    reason_text,
    summary_text,
)

DAY = date(2026, 11, 27)
GERMANY = Context(DAY, "CHN", "DEU")


def of(store: Store, metal_id: str, context: Context = GERMANY) -> Exposure:
    found = exposure(store, metal_id, context)
    assert found is not None
    return found


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("metal_id", "line"),
    [
        ("rare-earths", "China 89 % (value 75 %), 280530, 2024"),
        ("bismuth", "China 85 % (value 78 %), 810600, 2024"),
        ("molybdenum", "not in a controlled form, HS 261390"),
        ("gallium", "not covered by the trade data"),
        ("dysprosium", "not covered alone: see Rare earths"),
        ("copper", "no licence or ban in force"),
    ],
)
def test_the_line_of_the_list_has_both_shares_heading_and_year_or_the_reason(
    store: Store, metal_id: str, line: str
) -> None:
    assert plain(exposure_line(store, of(store, metal_id))) == line


def test_a_share_of_value_that_is_on_file_only_with_hong_kong_says_so(store: Store) -> None:
    antimony = of(store, "antimony", replace(GERMANY, destination="EUU"))
    line = "China 0 % (value with Hong Kong < 0.1 %), 261710, 2023"
    assert plain(exposure_line(store, antimony)) == line


def test_an_origin_that_is_not_named_is_not_zero(store: Store) -> None:
    tin = of(store, "tin", Context(date(2025, 3, 1), "IDN", "DEU"))
    assert exposure_line(store, tin) == "Indonesia not among the named suppliers, HS 260900"
    assert (
        reason_text(store, tin) == "The named suppliers do not include Indonesia; its share is not on file."
    )


def test_a_presumed_control_is_marked(store: Store) -> None:
    holmium = of(store, "holmium", replace(GERMANY, as_of=date(2027, 1, 12)))
    text = exposure_text(store, holmium)
    assert "Covered in part by Announcement 57 of 2025 (licence, presumed)." in text.sentences
    assert "presumed" in heading_flags(store, holmium.headings[0])


def test_the_card_has_shares_coverage_cautions_and_the_credit(store: Store) -> None:
    text = exposure_text(store, of(store, "rare-earths"))
    assert plain(text.title) == "Imports by Germany: 89 % from China (rare earths, metals, 2024)"
    sentences = [plain(s) for s in text.sentences]
    assert sentences[:3] == [
        "89 % of tonnage, 75 % of value.",
        "With Hong Kong, the upper reading: 89 % of tonnage, 76 % of value.",
        "Covered in part by Announcement 18 of 2025 (licence).",
    ]
    assert "samarium" in sentences[3] and "neodymium, are not covered" in sentences[3]
    assert text.cautions[0] == "Figures for 2024 are preliminary; CEPII may revise them substantially."
    assert plain(text.details[0]) == "HS 284690, compounds, 2024: 58 % of tonnage, 37 % of value."
    assert text.details[-1] == CREDIT


def test_what_is_not_in_the_figures_is_named(store: Store) -> None:
    """Antimony metal and oxide, the main forms in trade, have no rows."""
    cautions = exposure_text(store, of(store, "antimony")).cautions
    assert "Not in these figures: oxide (HS 282580) and metal (HS 811000)." in cautions


def test_a_heading_of_part_of_the_trade_says_what_else_there_is(store: Store) -> None:
    details = exposure_text(store, of(store, "tungsten")).details
    assert any(d.startswith("HS 810110: Tungsten metal powder") for d in details)
    assert "HS 261100, ore, is not in a controlled form and does not count." in details


def test_a_member_has_the_figures_of_its_group_named_as_such(store: Store) -> None:
    text = exposure_text(store, of(store, "dysprosium"))
    assert text.sentences[0] == "No figures are on file for dysprosium alone; these are for rare earths."
    assert reason_text(store, of(store, "dysprosium")) == (
        "No figures are on file for dysprosium alone; see rare earths."
    )


def test_the_tooltip_has_the_reason_or_all_that_is_behind_the_figure(store: Store) -> None:
    assert exposure_tooltip(store, of(store, "gallium")) == (
        "The trade data do not cover imports of gallium by Germany; this does not mean that there are none."
    )
    assert exposure_tooltip(store, of(store, "bismuth")).endswith(CREDIT)
    assert exposure_tooltip(store, of(store, "molybdenum")).endswith("(item 1C117.b) is covered, not ore.")


@pytest.mark.parametrize(
    ("destination", "summary"),
    [
        ("ALL", "Choose a destination: the figures are by importing country."),
        (
            "AFG",
            "The trade data do not cover imports by Afghanistan; this does not mean that there are none.",
        ),
        (
            "CHN",
            "Goods sent from China to China are not exports: choose another origin or destination.",
        ),
        (
            "DEU",
            "15 metals are under a licence or ban to Germany. 6 of them have a customs code in the trade data; "
            "5 are ranked by share of tonnage.",
        ),
    ],
)
def test_the_summary_counts_or_says_what_to_do(store: Store, destination: str, summary: str) -> None:
    found = exposures(store, replace(GERMANY, destination=destination))
    assert summary_text(store, found) == summary


def test_the_summary_for_military_users_says_whose_imports_they_are(store: Store) -> None:
    found = exposures(store, replace(GERMANY, destination="USA-MIL"))
    assert summary_text(store, found).endswith(
        "The figures are for all imports by the United States, not only those of US military users."
    )

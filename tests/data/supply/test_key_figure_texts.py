"""The key figures in words, as window, fact sheet and command line show them."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.data.context import Context
from explorer.data.store import Store
from explorer.data.supply.key_figure_texts import KeyFigureTexts, key_figure_texts
from explorer.data.supply.key_figures import KeyFigures, key_figures

CONTEXT = Context(date(2026, 11, 24))


def texts(store: Store, metal_id: str, context: Context = CONTEXT) -> KeyFigureTexts:
    return key_figure_texts(store, metal_id, key_figures(store, metal_id, context), context)


def without(store: Store, metal_id: str, **unknown: object) -> KeyFigureTexts:
    """Return the texts of key figures some of which are replaced."""
    figures: KeyFigures = replace(key_figures(store, metal_id, CONTEXT), **unknown)  # type: ignore[arg-type]
    return key_figure_texts(store, metal_id, figures, CONTEXT)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_a_share_names_country_stage_year_and_source(store: Store) -> None:
    share = texts(store, "tungsten").share
    figures = key_figures(store, "tungsten", CONTEXT)
    assert figures.table is not None and figures.share is not None
    assert share.label == f"China, share of mine output, {figures.table.year}"
    assert share.value.endswith("%") and share.source == figures.table.source
    assert share.source_ids == figures.share.row.source_ids
    assert share.details == (figures.table.form,)


def test_the_figures_of_a_group_name_it_in_their_labels(store: Store) -> None:
    both = texts(store, "neodymium")
    assert both.share.label.endswith("(Rare earths)")
    assert both.concentration.label.endswith("(Rare earths)")
    assert not texts(store, "rare-earths").share.label.endswith(")")


def test_output_without_a_share_is_shown_as_published(store: Store) -> None:
    share = texts(store, "yttrium").share
    assert share.label == "World total, mine output, 2025"
    assert " to " in share.value and share.value.endswith(" t")


def test_a_country_that_the_table_does_not_name_is_unknown_with_the_reason(store: Store) -> None:
    share = texts(store, "tungsten", replace(CONTEXT, origin="FRA")).share
    assert (share.value, share.label[:7]) == ("", "France,")
    assert share.details[0].startswith("not named in the ") and share.source_ids


@pytest.mark.parametrize(
    ("figure", "label", "reason"),
    [
        ("share", "China, share of output", "no output by country on file"),
        ("concentration", "Supply concentration (HHI)", "no full production table on file"),
        ("price", "Price", "no prices on file"),
    ],
)
def test_an_unknown_figure_has_a_label_and_the_reason(
    store: Store, figure: str, label: str, reason: str
) -> None:
    unknown = without(store, "tungsten", table=None, share=None, concentration=None, series=None)
    text = getattr(unknown, figure)
    assert (text.label, text.value, text.details) == (label, "", (reason,))
    assert (text.name, text.date, text.change, text.arrow) == ("", "", "", "")


def test_concentration_has_its_scale_its_source_and_a_sign_for_a_lower_bound(store: Store) -> None:
    index = key_figures(store, "tungsten", CONTEXT).concentration
    assert index is not None
    exact = without(store, "tungsten", concentration=replace(index, at_least=False)).concentration
    bound = without(store, "tungsten", concentration=replace(index, at_least=True, flag="e")).concentration
    assert bound.value == f"> {exact.value}" and plain(exact.unit) == "of 10 000"
    assert bound.flag == "estimated" and exact.source.startswith("calculated from USGS")
    assert "Herfindahl" in exact.tooltip


def test_a_price_has_its_unit_its_market_and_the_change_since_the_first_control(store: Store) -> None:
    price = texts(store, "tungsten").price
    assert price.label.startswith("Price, ") and price.unit == "CNY/t"
    assert plain(price.change).startswith("+") and price.arrow.startswith("▲")
    assert price.change.removeprefix("+") == price.arrow.removeprefix("▲\u202f")
    assert (
        " since 24 Jan 2025 (241\u202f000 CNY/t); first licence requirement or ban: 4 Feb 2025"
        in price.change
    )


def test_a_fall_has_an_arrow_down(store: Store) -> None:
    figures = key_figures(store, "tungsten", CONTEXT)
    assert figures.price_change is not None
    first, last = figures.price_change.first, figures.price_change.last
    price = without(
        store, "tungsten", price_change=replace(figures.price_change, first=last, last=first)
    ).price
    assert price.arrow.startswith("▼") and "−" not in price.arrow and price.change.startswith("−")


def test_a_price_without_a_control_has_no_change(store: Store) -> None:
    price = without(store, "tungsten", price_change=None).price
    assert (price.change, price.arrow) == ("", "")


@pytest.mark.parametrize("metal_id", ["tungsten", "gallium", "neodymium", "yttrium"])
def test_a_label_is_the_name_and_the_date(store: Store, metal_id: str) -> None:
    every = texts(store, metal_id)
    for text in (every.share, every.dependence, every.price, every.concentration):
        if text.date:
            assert text.date in text.label and text.date not in text.name
            assert text.label.replace(f", {text.date}", "") == text.name


def test_a_unit_value_is_not_called_a_price(store: Store) -> None:
    price = texts(store, "gallium").price
    assert price.label.startswith("Unit value, ") and price.name == "Unit value"


def test_an_old_price_has_a_warning(store: Store) -> None:
    assert texts(store, "tungsten").price.warning == ""
    late = replace(CONTEXT, as_of=date(2029, 1, 15))
    assert texts(store, "tungsten", late).price.warning.startswith("Latest price: ")


def test_a_low_confidence_is_shown(store: Store) -> None:
    index = key_figures(store, "tungsten", CONTEXT).concentration
    assert index is not None
    low = without(store, "tungsten", concentration=replace(index, confidence="low")).concentration
    high = without(store, "tungsten", concentration=replace(index, confidence="high")).concentration
    assert (low.confidence_text, high.confidence_text) == ("low confidence", "")


def test_no_text_of_any_metal_has_an_unfilled_field(store: Store) -> None:
    for metal_id in store.metals:
        every = texts(store, metal_id, replace(CONTEXT, destination="DEU"))
        for text in (every.share, every.dependence, every.price, every.concentration):
            assert text.label and (text.value or text.details)
            assert "{" not in f"{text}".replace("{text.", "")

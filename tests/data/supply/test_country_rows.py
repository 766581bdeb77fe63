"""All that is on file about a metal and one country."""

from datetime import date

from explorer.data.context import Context
from explorer.data.supply.country_rows import control_rows, output_rows, reserve_rows, supplier_rows

GERMANY = Context(date(2026, 11, 24), "CHN", "DEU")


def test_output_lists_every_table_the_newest_first(store):
    rows = list(output_rows(store, "antimony", "BOL"))
    newest = rows[0]
    assert (newest.what, newest.period, newest.flag) == ("Mine output, antimony content", "2025", "estimated")
    assert newest.text == "5000 t" and newest.share_pct == 100 * 5000 / 110_720
    assert newest.source == "USGS Mineral Commodity Summaries 2026" and newest.source_ids
    years = [int(row.period) for row in rows]
    assert years == sorted(years, reverse=True)
    assert any(row.text == "4817 t" and row.source == "World Mining Data 2026" for row in rows)


def test_a_withheld_figure_is_named_as_such(store):
    newest = next(row for row in output_rows(store, "antimony", "USA") if row.what.startswith("Mine"))
    assert (newest.text, newest.share_pct, newest.share) == ("withheld", None, "")


def test_reserves_of_one_country(store):
    (row,) = reserve_rows(store, "antimony", "CHN")
    assert row.text == "830\u202f000 t" and row.share_pct is None  # the world total is only a bound


def test_sales_to_the_destination(store):
    rows = list(supplier_rows(store, "antimony", GERMANY, "BOL"))
    assert (rows[0].period, rows[0].text, rows[0].share_pct) == ("2024", "15.95 t", 92.2)
    assert rows[0].flag == "preliminary"
    # 248.276 of 294.776 thousand USD
    assert rows[0].share == "92\u202f% of tonnage\n84\u202f% of value"
    assert list(supplier_rows(store, "antimony", Context(date(2026, 11, 24)), "BOL")) == []


def test_measures_have_their_status_on_the_day(store):
    rows = list(control_rows(store, "antimony", GERMANY, "CHN"))
    assert any(row.what.startswith("Announcement 33 of 2024") and row.flag == "in force" for row in rows)
    assert list(control_rows(store, "antimony", GERMANY, "BOL")) == []


def test_measures_on_special_forms_are_named_as_such(store):
    """Order 245 of 1998 names bismuth of 99.99 percent in 1C229 as a special form."""
    rows = list(control_rows(store, "bismuth", GERMANY, "CHN"))
    assert any(r.what == "Order 245 of 1998" and "for special forms" in r.text for r in rows)


def test_between_members_of_a_bloc_there_are_no_measures(store):
    to_usa = Context(date(2026, 11, 24), "CHN", "USA")
    assert any(row.what.startswith("Regulation") for row in control_rows(store, "mercury", to_usa, "FRA"))
    assert list(control_rows(store, "mercury", GERMANY, "FRA")) == []


def test_a_country_without_rows_has_none(store):
    assert list(output_rows(store, "antimony", "DEU")) == []
    assert list(reserve_rows(store, "antimony", "DEU")) == []


def test_a_world_total_that_is_a_range_is_a_row_of_the_world(store):
    """The mine output of yttrium in 2025 is published as 10 000 to 15 000 t of oxide equivalent."""
    newest = next(iter(output_rows(store, "yttrium", "WLD")))
    assert (newest.period, newest.share_pct, newest.flag) == ("2025", None, "")
    assert newest.text.replace("\u202f", "") == "10000 to 15000 t"

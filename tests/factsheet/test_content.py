"""The content of a sheet: status, measures with their dates, figures with their flags, numbered sources."""

from datetime import date

import pytest
from msgspec.structs import replace

from explorer.charts.spec import ChartSpec, Missing
from explorer.data.context import Context
from explorer.data.controls.headline import headline
from explorer.data.controls.status import status_of
from explorer.data.supply.buyers import CREDIT
from explorer.data.supply.dependence import dependence_text, import_dependence
from explorer.errors import NotFound
from explorer.factsheet.facts.content import make_content
from explorer.factsheet.facts.records import command, left_out, numbers, references, shortened


def _content(store, metal_id, day, to):
    return make_content(store, metal_id, Context(date.fromisoformat(day), "CHN", to))


def _rows(content):
    return {(m.name, m.kind): (m.state, m.effective, m.until, m.destination) for m in content.measures}


# Announcement 46 of 2024 took effect on 3 Dec 2024; Announcement 72 of 2025 suspends its section 2 to 27 Nov 2026.
BAN = ("Announcement 46 of 2024, section 2, first clause", "refusal in principle")
LICENCE = ("Announcement 23 of 2023", "licence")


def test_gallium_to_the_united_states_a_week_after_the_ban(store):
    content = _content(store, "gallium", "2024-12-10", "USA")
    assert (content.pill, content.pill_state) == ("refused in principle", "prohibition")
    assert content.sentence.text.startswith("Licences are refused in principle. Also in force: ")
    assert content.detail == "first licence requirement on file: 1 Aug 2023"
    assert content.warning == ""
    rows = _rows(content)
    assert rows[BAN] == ("in force", "3 Dec 2024", "–", "the United States")
    assert rows[LICENCE] == ("in force", "1 Aug 2023", "–", "all destinations")
    assert content.measures[0].name == BAN[0]
    assert not any("28 of 2025" in m.name for m in content.measures)


def test_gallium_to_the_united_states_while_the_refusal_is_paused(store):
    content = _content(store, "gallium", "2026-11-11", "USA")
    assert (content.pill, content.pill_state) == ("refusal paused", "prohibition-paused")
    assert content.sentence.text.startswith(
        "Allowed with a licence. The refusal in principle is paused until 27 Nov 2026."
    )
    assert content.detail == "pause ends in 16 days · first licence requirement on file: 1 Aug 2023"
    assert content.warning.startswith("Checked to 8 Oct 2026: the last 34 days are not covered.")
    rows = _rows(content)
    assert rows[BAN] == ("paused", "3 Dec 2024", "27 Nov 2026", "the United States")
    assert rows[("Announcement 46 of 2024, section 1", "ban")][3] == "US military users"
    assert "mofcom-2025-72" in content.measures[0].source_ids


def test_holmium_to_all_destinations_while_the_licence_requirement_is_paused(store):
    content = _content(store, "holmium", "2025-11-09", "ALL")
    assert content.pill == "licence requirement paused"
    assert content.sentence.text == (
        "Allowed with an ordinary export licence. The licence requirement is paused until 10 Nov 2026. "
        "This pause is based on Announcement 70 of 2025. Also in force: technology control."
    )
    # From 9 Nov 2025 to 10 Nov 2026 are 366 days.
    assert content.detail.startswith("pause ends in 366 days")
    row = _rows(content)[("Announcement 57 of 2025", "licence")]
    assert row == ("paused", "due 8 Nov 2025", "10 Nov 2026", "all destinations")
    codes = next(m.codes for m in content.measures if m.name == "Announcement 57 of 2025")
    assert codes == "Control codes 1C909.a.1–7, 1C909.b, 1C909.c"
    assert content.setting == "Exports from China to all destinations as of 9 Nov 2025"


def test_a_presumed_pause_is_shown_in_sentence_and_row(store, today):
    content = make_content(store, "holmium", today)
    assert (
        "a statement of 28 Sep 2026 says that the pause continues until 10 Jan 2027" in content.sentence.text
    )
    row = next(m for m in content.measures if m.name == "Announcement 57 of 2025")
    assert (row.state, row.until, row.tone) == ("paused (presumed)", "10 Jan 2027", "licence-paused")


@pytest.mark.parametrize("metal_id", ["antimony", "rhenium", "cobalt", "helium", "barite"])
def test_the_sentence_is_that_of_the_status(store, today, metal_id):
    status = status_of(store.measures.values(), metal_id, Context(today.as_of, "CHN", "USA"))
    assert make_content(store, metal_id, today).sentence.text == headline(store, status).sentence


def test_ended_measures_are_last(store, today):
    ended = [m.ended for m in make_content(store, "antimony", today).measures]
    assert ended == sorted(ended) and any(ended) and not ended[0]


def test_special_forms_are_rows_that_set_no_status(store, today):
    content = make_content(store, "rhenium", today)
    (row,) = content.measures
    start = "Form or compound listed elsewhere (does not affect the metal's status): Rhenium"
    assert row.scope.startswith(start) and row.codes == "Control code 1C241"
    assert (content.pill, content.pill_state) == ("some forms controlled (1)", "other")


def test_figures_carry_edition_flag_and_unknown(store, today):
    share, _, reliance, price = make_content(store, "antimony", today).figures
    assert (share.caption, share.value) == ("China, share of mine output, 2025", "36\u202f%")
    assert share.detail == "estimated · antimony content · USGS Mineral Commodity Summaries 2026"
    assert reliance.value == "91\u202f%" and reliance.detail.startswith("estimated")
    assert (price.caption, price.value, price.unit) == ("Unit value, Jul 2026", "25.86", "USD/kg")
    barite = make_content(store, "barite", replace(today, destination="ALL"))
    assert {f.value for f in barite.figures} == {"unknown"}
    assert all(f.detail.startswith("no ") for f in barite.figures)


def test_the_dependence_of_the_destination_has_the_wording_of_the_program(store, today):
    content = make_content(store, "graphite", replace(today, destination="DEU"))
    figure = content.figures[2]
    text = dependence_text(store, import_dependence(store, "graphite", "DEU"))
    assert (figure.caption, figure.value, figure.unit) == (text.label, text.value, text.unit)
    assert figure.detail.startswith(text.qualification) and text.comparison in figure.detail
    assert figure.source_ids == ("cepii-baci",)
    assert content.key_figures_note.endswith(CREDIT) and text.notes[0] in content.key_figures_note
    gallium = make_content(store, "gallium", replace(today, destination="DEU"))
    assert gallium.figures[2].caption == "EU net import reliance, 2017"
    assert "This figure is for the European Union; none is on file for Germany" in gallium.figures[2].detail
    assert "some countries may still depend on imports of it" in gallium.key_figures_note
    assert make_content(store, "graphite", today).key_figures_note == ""


def test_an_old_price_has_its_age(store, today):
    late = replace(today, as_of=date(2029, 1, 15))
    for metal_id, word in (("tungsten", "price"), ("gallium", "unit value")):
        new, old = (make_content(store, metal_id, c).figures[3] for c in (today, late))
        assert " old" not in new.detail
        assert (
            old.detail.startswith(f"Latest {word}: ") and " old · " in old.detail and "2 years" in old.detail
        )


def test_an_output_without_a_share_is_shown_as_published(store, today):
    """No country is named for yttrium, and its world total is a range."""
    share = make_content(store, "yttrium", today).figures[0]
    assert (share.caption, share.value) == (
        "World total, mine output, 2025",
        "10\u202f000 to 15\u202f000 t",
    )


def test_the_sheet_of_a_member_names_the_group_of_its_figures(store, today):
    share = make_content(store, "holmium", today).figures[0]
    assert share.caption.endswith(" (Rare earths)")


def test_uses_are_of_one_region_and_year_then_unknown_shares(store, today):
    content = make_content(store, "gallium", today)
    assert content.uses_heading == "Uses: United States, 2025"
    shares = [u.share for u in content.uses]
    assert shares[:2] == ["73\u202f%", "26\u202f%"] and set(shares[2:]) == {"unknown"}


def test_charts_are_price_and_output_or_another_kind_on_file(store, today):
    assert [c.kind for c in make_content(store, "antimony", today).charts] == ["price", "production"]
    anywhere = make_content(store, "barite", replace(today, destination="ALL")).charts[0]
    assert isinstance(anywhere, Missing) and anywhere.reason == "No prices on file for barite."
    barite = make_content(store, "barite", today)
    assert isinstance(barite.charts[0], ChartSpec) and barite.charts[0].kind == "reliance"
    # Of its uses in the United States one share is on file, of those in the European Union four.
    assert isinstance(barite.charts[1], Missing)
    in_europe = make_content(store, "barite", replace(today, destination="EUU"))
    assert isinstance(in_europe.charts[1], ChartSpec) and in_europe.charts[1].kind == "uses"


@pytest.mark.parametrize("cut", [(99, 99, 2, 2), (3, 2, 0, 0), (0, 0, 0, 0)])
def test_references_are_exactly_the_named_sources(store, today, cut):
    for metal_id in ("antimony", "rare-earths", "cesium"):
        content = shortened(make_content(store, metal_id, today), *cut)
        listed = references(content)
        assert [r.number for r in listed] == list(range(1, len(listed) + 1))
        assert {r.source_id: r.number for r in listed} == numbers(content)
        facts = [content.summary, content.sentence, *content.figures, *content.measures, *content.uses]
        named = {i for fact in facts for i in fact.source_ids}
        assert named <= {r.source_id for r in listed}
        assert all(store.sources[r.source_id].publisher in r.text for r in listed)


def test_a_source_of_a_hidden_row_is_not_listed(store, today):
    content = make_content(store, "antimony", today)
    assert "mofcom-2004-78" in numbers(content)
    assert "mofcom-2004-78" not in numbers(replace(content, measures=content.measures[:3]))


def test_hidden_rows_are_counted_and_those_not_ended_are_named(store, today):
    content = make_content(store, "antimony", today)
    assert left_out(content, len(content.measures), len(content.uses)) == ("", "")
    assert left_out(content, len(content.measures) - 1, len(content.uses) - 2) == (
        f"1 of {len(content.measures)} measures not shown; see the program.",
        f"2 of {len(content.uses)} uses not shown; see the program.",
    )
    note, _ = left_out(content, 5, 9)
    assert note.endswith("Of these, not yet ended: Announcement 46 of 2024, section 1: ban, in force.")


def test_the_note_on_a_metal_without_measures_has_its_name(store, today):
    content = make_content(store, "barite", today)
    assert content.measures_note.startswith("No measures on barite itself are on file")
    assert "19 more measures apply to named parties" in content.measures_note


def test_an_origin_without_measures_on_file_has_a_note(store):
    content = make_content(store, "gallium", Context(date(2026, 1, 1), "AUS", "ALL"))
    assert content.measures == ()
    assert content.measures_note.startswith("No measures by Australia are on file; some may exist.")


def test_the_command_writes_the_same_sheet(store, today):
    assert command(make_content(store, "antimony", today), "letter") == (
        "minor-metals sheet antimony --on 2026-11-24 --from CHN --to USA --paper letter "
        "-o antimony-fact-sheet-2026-11-24.pdf"
    )


def test_an_unknown_id_is_not_found(store, today):
    with pytest.raises(NotFound):
        make_content(store, "unobtainium", today)

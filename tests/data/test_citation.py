"""Sources as one line."""

from explorer.data.citation import citation, cite, cite_document, cite_measure, usage
from explorer.data.records import Source
from explorer.data.store import Store


def source(**changes: str | None) -> Source:
    fields = {
        "source_id": "a",
        "publisher": "A ministry",
        "title": "A notice",
        "date": "2024-12-03",
        "url": "https://example.org/a",
        "kind": "law",
        "note": None,
    }
    return Source(**{**fields, **changes})  # type: ignore[arg-type]


def test_one_line() -> None:
    assert cite(source()) == 'A ministry, "A notice", 2024-12-03, https://example.org/a.'


def test_unknown_parts_are_omitted() -> None:
    assert cite(source(date=None)) == 'A ministry, "A notice", https://example.org/a.'
    assert cite(source(date=None, url=None)) == 'A ministry, "A notice".'


def test_every_source_is_one_line(store: Store) -> None:
    for found in store.sources.values():
        line = cite(found)
        assert "\n" not in line and line.endswith(".") and found.publisher in line


def test_several_sources_keep_their_order_without_duplicates(store: Store) -> None:
    lines = citation(store, ("usgs-mcs-2026-gallium", "mofcom-2024-46", "usgs-mcs-2026-gallium")).split("\n")
    assert len(lines) == 2
    assert "Gallium" in lines[0]


def test_an_unknown_id_is_kept(store: Store) -> None:
    assert citation(store, ("nothing",)) == "nothing."
    assert citation(store, ()) == ""


def test_usage_counts_rows_by_table(store: Store) -> None:
    used = usage(store, "usgs-mcs-2026-gallium")
    assert used["production"] == sum(
        "usgs-mcs-2026-gallium" in row.source_ids for row in store.production("gallium")
    )
    assert used["uses"] == sum("usgs-mcs-2026-gallium" in u.source_ids for u in store.uses("gallium"))
    assert "sources" not in used
    assert usage(store, "nothing") == {}


def test_a_document_is_cited_with_its_number_address_and_edition(store: Store) -> None:
    """The address of Announcement 46 of 2024 was not opened, which its citation says."""
    line = cite_document(store, store.instruments["cn-2024-46"], "section 1")
    assert line == (
        'MOFCOM, Announcement 46 of 2024, section 1, "Stricter controls on exports of dual-use items to the '
        'United States", 2024-12-03, '
        "http://exportcontrol.mofcom.gov.cn/article/zcfg/gnzcfg/zcfggzqd/202412/1072.html "
        "(page not opened), Minor Metals Explorer, "
        f"edition {store.edition.data_version}, controls checked to 8 Oct 2026."
    )


def test_a_document_without_number_date_and_address_is_cited_without_them(store: Store) -> None:
    line = cite_document(store, store.instruments["cn-lists-2025-05-14"])
    assert line.startswith("MOFCOM, Statements of 14 May 2025, ") and "http" not in line
    unnumbered = cite_document(store, store.instruments["vn-ree-2026"])
    assert unnumbered.startswith("National Assembly, Amended Law on Geology and Minerals, ")


def test_a_measure_is_cited_with_its_sources(store: Store) -> None:
    measure = store.measures["cd-cobalt-2025-susp"]
    document, *sources = cite_measure(store, measure).split("\n")
    assert document.startswith("ARECOMS, Decision 001/ARECOMS/2025, ")
    assert sources == [cite(store.sources[i]) for i in measure.source_ids]

"""The hits of a search."""

import pytest

from explorer.data.finding.search import KIND_ORDER, search
from explorer.data.store import Store
from explorer.errors import DataFileError, KnownError


def keys(store: Store, text: str, kind: str | None = None) -> list[str]:
    return [h.key for h in search(store, text, 500) if kind is None or h.kind == kind]


@pytest.mark.parametrize(
    "text", ["Ga", "ga", "镓", "gallium", "GALLIUM", "ＧＡＬＬＩＵＭ", "Gallium ", "jiā", "jia"]
)
def test_a_metal_comes_first(store: Store, text: str) -> None:
    first = search(store, text)[0]
    assert (first.kind, first.key, first.metal_id) == ("metal", "gallium", "gallium")


def test_a_symbol_of_one_letter_finds_metals_only(store: Store) -> None:
    assert keys(store, "W") == ["tungsten"]
    begin = [m.metal_id for m in store.metals.values() if m.name_en.startswith("G")]
    assert len(begin) > 2 and sorted(keys(store, "g")) == sorted(begin)


@pytest.mark.parametrize("text", ["8112929010", "8112.92.9010", "8112.92.90.10", "8112 929010"])
def test_a_customs_code_with_and_without_dots(store: Store, text: str) -> None:
    assert search(store, text)[0].key == "cn-2023-23-1-1"


def test_the_beginning_of_a_customs_code(store: Store) -> None:
    found = search(store, "8112", 500)
    assert found[0].kind == "item"
    assert {"cn-2023-23-1-1", "cn-2023-23-2-1"} <= set(keys(store, "8112", "item"))


def test_three_digits_are_not_a_customs_code(store: Store) -> None:
    assert all("811" in f"{h.title}{h.excerpt}{h.key}" for h in search(store, "811", 5) if h.kind == "item")


@pytest.mark.parametrize("text", ["3C001", "3c001", "3C001.a", "3c001a"])
def test_a_control_code(store: Store, text: str) -> None:
    assert search(store, text)[0].key == "cn-2023-23-1-1"


def test_a_control_code_finds_its_sub_entries(store: Store) -> None:
    found = keys(store, "1C117", "item")
    assert {"cn-2025-10-4-1", "cn-2025-10-1-1-1"} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "46 of 2024",
        "Announcement 46 of 2024",
        "46/2024",
        "2024年第46号",
        "商务部公告2024年第46号",
        "046 of 2024",
    ],
)
def test_the_number_of_an_announcement(store: Store, text: str) -> None:
    first = search(store, text)[0]
    assert (first.kind, first.key) == ("instrument", "cn-2024-46")


def test_a_date_finds_its_events(store: Store) -> None:
    found = search(store, "2024-12-03", 100)
    assert (found[0].key, found[0].excerpt) == ("cn-2024-46", "3 Dec 2024: announced and effective")
    assert any(h.kind == "event" and h.metal_id == "gallium" for h in found)
    assert "cn-2024-46" in keys(store, "2025-11-09", "instrument")  # suspended that day


def test_a_date_without_events_finds_nothing(store: Store) -> None:
    assert not [h for h in search(store, "1999-01-01") if h.kind in ("instrument", "event")]


def test_chinese_of_one_two_and_three_characters(store: Store) -> None:
    assert keys(store, "钨")[0] == "tungsten"
    assert "cn-2023-23-1-2" in keys(store, "氮化镓", "item")
    assert keys(store, "氮化")


def test_separate_words_find_rows_that_contain_all_of_them(store: Store) -> None:
    assert "cn-2023-23" in keys(store, "gallium licence", "instrument")
    assert set(keys(store, "licence gallium")) == set(keys(store, "gallium licence"))


def test_firms_and_sources(store: Store) -> None:
    assert "lynas-mt-weld" in keys(store, "Lynas", "producer")
    assert "usgs-mcs-2026-gallium" in keys(store, "Mineral Commodity Summaries 2026: Gallium", "source")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "%",
        "_",
        '"',
        "'",
        '" OR "',
        "a\x00b",
        "\udcff\udcfe",
        "NEAR(",
        "*",
        "-",
        "(",
        "\\",
        "%%%",
        "___",
        '"""',
    ],
)
def test_unusual_queries_raise_nothing(store: Store, text: str) -> None:
    assert isinstance(search(store, text), list)


def test_wildcards_are_taken_literally(store: Store) -> None:
    assert search(store, "g%") == []
    assert search(store, "g_llium") == []


@pytest.mark.parametrize("text", ["gallium", "licence", "2024", "镓", "in", "China"])
def test_hits_are_unique_ordered_by_kind_and_limited(store: Store, text: str) -> None:
    found = search(store, text, 30)
    assert len({(h.kind, h.key) for h in found}) == len(found) <= 30
    assert {h.kind for h in found} <= set(KIND_ORDER)
    fuzzy = [KIND_ORDER.index(h.kind) for h in search(store, "licence", 500)]
    assert fuzzy == sorted(fuzzy)


def test_names_rank_before_bodies(store: Store) -> None:
    metals = keys(store, "tungsten", "metal")
    assert metals[0] == "tungsten"


def test_an_excerpt_shows_what_was_found(store: Store) -> None:
    hit = next(h for h in search(store, "bauxite", 100) if h.kind == "metal")
    assert "bauxite" in hit.excerpt.casefold()
    assert len(hit.excerpt) <= 122


@pytest.mark.parametrize(
    ("text", "metal"),
    [("caesium", "cesium"), ("wolfram", "tungsten")],
)
def test_other_spellings_and_older_names(store: Store, text: str, metal: str) -> None:
    assert search(store, text)[0].key == metal


def test_an_announcement_with_its_year_first(store: Store) -> None:
    assert search(store, "2024-46")[0].key == "cn-2024-46"


def test_a_short_word_is_found_where_a_word_begins(store):
    found = {h.metal_id for h in search(store, "gan") if h.kind == "metal"}
    assert "manganese" not in found
    assert search(store, "ga")[0].metal_id == "gallium"
    assert any(h.metal_id == "tin" for h in search(store, "tin"))


@pytest.mark.parametrize("text", ["Hensoldt", "亨索尔特", "汉翔航空工业"])
def test_a_named_party_by_any_of_its_names(store: Store, text: str) -> None:
    found = [h.key for h in search(store, text) if h.kind == "party"]
    assert found[:1] == (["hensoldt"] if text != "汉翔航空工业" else ["aerospace-industrial-development"])


@pytest.mark.parametrize(
    "text",
    [" ".join(f"{n}" for n in range(1_000)), "镓" * 5_000, " ".join(chr(0x4E00 + n) for n in range(400))],
    ids=["short words", "one long word", "characters"],
)
def test_a_text_that_is_too_long_raises(store: Store, text: str) -> None:
    with pytest.raises(KnownError, match="at most 50 words and 1000 characters") as caught:
        search(store, text)
    assert not isinstance(caught.value, DataFileError)


def test_a_repeated_word_counts_once(store: Store) -> None:
    assert keys(store, "镓 " * 300 + "氮化") == keys(store, "镓 氮化") != []
    assert search(store, " ".join(f"{n}x" for n in range(50))) == []

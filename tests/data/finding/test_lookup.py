"""Metals and places by typed names."""

import pytest

from explorer.data.finding.lookup import (
    find_buyer,
    find_destination,
    find_document,
    find_jurisdiction,
    find_metal,
    find_origin,
)
from explorer.data.spelling import normalised, toneless
from explorer.data.store import Store
from explorer.errors import KnownError, NotFound


@pytest.mark.parametrize(
    "text",
    ["gallium", "Gallium", "GALLIUM", "ga", "Ga", "镓", " gallium ", "ＧＡ", "Ga\u00a0", "\u200eGallium\n"],
)
def test_a_metal_by_any_of_its_names(store: Store, text: str) -> None:
    assert find_metal(store, text).metal_id == "gallium"


def test_other_spellings_and_pinyin(store: Store) -> None:
    assert find_metal(store, "Caesium").metal_id == "cesium"
    assert find_metal(store, "wolfram").metal_id == "tungsten"
    assert find_metal(store, "wū").metal_id == "tungsten"


@pytest.mark.parametrize(
    ("text", "metal"),
    [
        ("tungsten metal", "tungsten"),
        ("Tungsten Metals", "tungsten"),
        ("钨金属", "tungsten"),
        ("Rare earths", "rare-earths"),
        ("rare earth metals", "rare-earths"),
        ("REE", "rare-earths"),
        ("platinum group metals", "platinum-group-metals"),
        ("Graphite", "graphite"),
        ("natural graphite", "graphite"),
        ("tī", "antimony"),  # not titanium, whose symbol it resembles
    ],
)
def test_a_metal_in_common_spellings(live_store: Store, text: str, metal: str) -> None:
    assert find_metal(live_store, text).metal_id == metal


def test_a_pronunciation_of_two_metals_names_both(live_store: Store) -> None:
    with pytest.raises(NotFound, match=r"“xi” can mean Selenium 硒 or Tin 锡: use one of these\.$"):
        find_metal(live_store, "xi")


def test_american_and_older_spellings_find_the_metal_that_ships(live_store: Store) -> None:
    assert find_metal(live_store, "aluminum").metal_id == "aluminium"
    assert find_metal(live_store, "Columbium").metal_id == "niobium"


def test_every_metal_is_found_by_id_symbol_and_names(store: Store) -> None:
    for metal in store.metals.values():
        for text in (metal.metal_id, metal.symbol, metal.name_en.upper(), metal.name_zh):
            if text:
                assert find_metal(store, text).metal_id == metal.metal_id, text


def test_a_symbol_has_priority_over_a_pronunciation(store: Store) -> None:
    assert find_metal(store, "ga").metal_id == "gallium"  # gá is gadolinium


def test_an_unknown_metal_raises_with_similar_names(store: Store) -> None:
    with pytest.raises(NotFound, match=r"^No metal is called “galium”\. Did you mean Gallium"):
        find_metal(store, "galium")
    with pytest.raises(NotFound, match=r"^No metal is called “qqqq”\. The view Metals lists all metals\.$"):
        find_metal(store, "qqqq")
    with pytest.raises(NotFound):
        find_metal(store, "")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("USA", "USA"),
        ("usa", "USA"),
        ("United States", "USA"),
        ("US", "USA"),
        ("Germany", "DEU"),
        ("deu", "DEU"),
        ("德国", "DEU"),
        ("eu", "EUU"),
        ("European Union", "EUU"),
        ("all", "ALL"),
        ("usa-mil", "USA-MIL"),
        ("JPN-MIL", "JPN-MIL"),
        ("Japanese military users", "JPN-MIL"),
        ("US military", "USA-MIL"),
        ("US-MIL", "USA-MIL"),
        ("Japan military", "JPN-MIL"),
    ],
)
def test_a_destination(store: Store, text: str, place: str) -> None:
    assert find_destination(store, text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Deutschland", "DEU"),
        ("Allemagne", "DEU"),
        ("DEUTSCHLAND", "DEU"),
        ("ドイツ", "DEU"),
        ("de", "DEU"),
        ("U.S.", "USA"),
        ("U.S.A.", "USA"),
        ("United States of America", "USA"),
        ("the united states", "USA"),
        ("États-Unis", "USA"),
        ("Etats Unis", "USA"),
        ("美國", "USA"),
        ("アメリカ", "USA"),
        ("UK", "GBR"),
        ("Großbritannien", "GBR"),
        ("Grossbritannien", "GBR"),
        ("Great Britain", "GBR"),
        ("South Korea", "KOR"),
        ("Südkorea", "KOR"),
        ("Suedkorea", "KOR"),
        ("Corea del Sur", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("대한민국", "KOR"),
        ("Korea (Democratic People's Republic of)", "PRK"),
        ("Holland", "NLD"),
        ("The Netherlands", "NLD"),
        ("Türkei", "TUR"),
        ("türkiye", "TUR"),
        ("TURKIYE", "TUR"),
        ("EU", "EUU"),
        ("Europe", "EUU"),
        ("Europäische Union", "EUU"),
        ("PRC", "CHN"),
        ("Mainland China", "CHN"),
        ("China", "CHN"),
        ("Congo, the Democratic Republic of the", "COD"),
        ("DRC", "COD"),
        ("Côte d'Ivoire", "CIV"),
        ("COTE D’IVOIRE", "CIV"),
        ("Trinidad and Tobago", "TTO"),
        ("Saint Lucia", "LCA"),
        ("Россия", "RUS"),
        ("المانيا", "DEU"),
        ("Ger\u00admany", "DEU"),
        ("\u200fGermany\u200e", "DEU"),
        ("\u00a0Germany\n", "DEU"),
        ("ＧＥＲＭＡＮＹ", "DEU"),
    ],
)
def test_a_country_by_its_other_names(store: Store, text: str, place: str) -> None:
    assert find_destination(store, text) == find_jurisdiction(store, text) == find_buyer(store, text) == place


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Korea", "South Korea (KOR) or North Korea (PRK)"),
        ("Corée", "South Korea (KOR) or North Korea (PRK)"),
        ("Congo", "DR Congo (COD) or Congo (Brazzaville) (COG)"),
        ("Kongo", "DR Congo (COD) or Congo (Brazzaville) (COG)"),
        ("ROC", "China (CHN), Taiwan (TWN) or Congo (Brazzaville) (COG)"),
        ("Republic of China", "China (CHN) or Taiwan (TWN)"),
        ("Virgin Islands", "U.S. Virgin Islands (VIR) or British Virgin Islands (VGB)"),
    ],
)
def test_a_name_of_several_places_is_never_taken_for_one(store: Store, text: str, candidates: str) -> None:
    start = f"“{text}” can mean {candidates}"
    for find in (find_destination, find_jurisdiction, find_buyer):
        with pytest.raises(KnownError) as caught:
            find(store, text)
        assert str(caught.value) == f"{start}: use one of these."
    with pytest.raises(KnownError) as caught:
        find_origin(store, text, listed=True)
    assert str(caught.value) == f"{start}: pick one from the list."


@pytest.mark.parametrize("text", ["XYZ", "CHN-MIL", "U", "Asia", "Atlantis", "Northern Ireland", "?!"])
def test_what_is_not_a_destination(store: Store, text: str) -> None:
    advice = "Use a country such as USA or Japan, ALL, USA-MIL or JPN-MIL."
    with pytest.raises(KnownError) as caught:
        find_destination(store, text)
    assert str(caught.value) == f"No destination “{text}”. {advice}"
    with pytest.raises(KnownError) as caught:
        find_destination(store, text, listed=True)
    assert str(caught.value) == f"No destination “{text}”. Pick one from the list."


def test_no_text_at_all(store: Store) -> None:
    with pytest.raises(KnownError, match=r"^No destination given\. Pick one from the list\.$"):
        find_destination(store, " \n", listed=True)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("WLD", "“WLD” is not a country."),
        ("World total", "“World total” is not a country."),
        ("OTH", "“OTH” is not a country."),
        ("Soviet Union", "“Soviet Union” no longer exists as a country."),
        ("USSR", "“USSR” no longer exists as a country."),
        ("DDR", "“DDR” no longer exists as a country."),
    ],
)
def test_totals_and_former_states_are_refused(store: Store, text: str, fault: str) -> None:
    for find in (find_destination, find_buyer, find_jurisdiction):
        with pytest.raises(KnownError) as caught:
            find(store, text)
        assert str(caught.value).startswith(f"{fault} Use a country such as USA or Japan")


def test_a_misspelt_destination_raises_with_similar_names(store: Store) -> None:
    for text in ("Germny", "German", "Deutschlnd"):
        with pytest.raises(KnownError) as caught:
            find_destination(store, text)
        assert str(caught.value) == f"No destination “{text}”. Did you mean Germany (DEU)?"


def test_an_error_shows_no_invisible_characters(store: Store) -> None:
    with pytest.raises(KnownError, match=r"^No destination “Atlantis rising”\."):
        find_destination(store, "\u202eAtlantis\n\x00\u00a0rising\u200f")


def test_a_jurisdiction_is_a_country_and_nothing_else(store: Store) -> None:
    assert find_jurisdiction(store, "china") == "CHN"
    assert find_jurisdiction(store, "EU") == "EUU"
    for text in ("ALL", "USA-MIL", "nowhere"):
        with pytest.raises(KnownError, match=f"^No origin “{text}”"):
            find_jurisdiction(store, text)


def test_an_origin_without_measures_raises(store: Store) -> None:
    assert find_origin(store, "Chine") == "CHN"
    with pytest.raises(KnownError, match=r"^No measures by Liechtenstein are on file; some may exist\.$"):
        find_origin(store, "Liechtenstein")


def test_an_unknown_place_raises_a_known_error_but_not_notfound(store: Store) -> None:
    with pytest.raises(KnownError) as caught:
        find_destination(store, "zzz")
    assert not isinstance(caught.value, NotFound)


def test_normalised_and_toneless() -> None:
    assert normalised("  Ｇａ\tLLium ") == "ga llium"
    assert toneless("lǚ") == "lu"
    assert toneless("jiā") == "jia"


@pytest.mark.parametrize(
    "text",
    [
        "46/2024",
        "Announcement 46 of 2024",
        "announcement no. 46, 2024",
        "MOFCOM 2024 46",
        "2024-46",
        "商务部公告2024年第46号",
        "２０２４年第４６号",
        "cn-2024-46",
        "CN-2024-46",
        "Stricter controls on exports of dual-use items to the United States",
        "关于加强相关两用物项对美国出口管制的公告",
    ],
)
def test_a_document_by_its_number_title_or_id(store: Store, text: str) -> None:
    assert find_document(store, text).instrument_id == "cn-2024-46"


@pytest.mark.parametrize(
    ("text", "instrument_id"),
    [
        ("Notice 1 of 2025", "cn-uel-2025-1"),
        ("announcement 1/2025", "cn-2025-1"),
        ("Decision 004/ARECOMS/2025", "cd-cobalt-2025-quota"),
        ("ARECOMS 4/2025", "cd-cobalt-2025-quota"),
        ("Regulation (EU) 2017/852", "eu-2017-852"),
        ("Order 785", "cn-sc-785"),
        ("国务院令1998年第245号", "cn-1998-245"),
        ("商务部 海关总署公告2023年第23号", "cn-2023-23"),
    ],
)
def test_other_documents(store: Store, text: str, instrument_id: str) -> None:
    assert find_document(store, text).instrument_id == instrument_id


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "1/2025",
            "can mean Announcement 1 of 2025 (cn-2025-1), Decision 001/ARECOMS/2025 (cd-cobalt-2025-susp) or "
            "Notice 1 of 2025 (cn-uel-2025-1): use one of these",
        ),
        ("Potato 46/2024", "Did you mean Announcement 46 of 2024 (cn-2024-46)?"),
        ("国务院令2024年第46号", "Did you mean Announcement 46 of 2024 (cn-2024-46)?"),
        ("Anouncement 46 of 2024", "Did you mean Announcement 46 of 2024 (cn-2024-46)?"),
        ("46/2031", "No document is called “46/2031”. Give its number and year, such as 46/2024, or its ID."),
        ("2024-12-10", "No document is called “2024-12-10”"),
        ("18 December 2025", "No document is called"),
        ("", "No document is called “”"),
    ],
)
def test_a_document_is_never_guessed(store: Store, text: str, message: str) -> None:
    with pytest.raises(NotFound) as error:
        find_document(store, text)
    assert message in str(error.value)


def test_every_document_is_found_by_its_id_and_every_number_by_itself(store: Store) -> None:
    numbers = [i.number for i in store.instruments.values() if i.number]
    for instrument in store.instruments.values():
        assert find_document(store, instrument.instrument_id) is instrument
        if instrument.number and numbers.count(instrument.number) == 1:
            assert find_document(store, instrument.number) is instrument

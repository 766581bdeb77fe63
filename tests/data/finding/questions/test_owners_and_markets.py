"""Whose list, whose imports and which market a question is about, and what it names beside a code."""

from datetime import date

import pytest

from explorer.data.context import Context
from explorer.data.finding.questions.ask import Reply, ask
from explorer.data.store import Store

DAY = date(2026, 11, 28)


def reply(store: Store, text: str) -> Reply:
    return ask(store, text, Context(DAY, "CHN", "ALL"), DAY)


@pytest.mark.parametrize(
    "text",
    ["which minerals were added to the US critical list in 2025", "美国关键矿产清单2025年新增了哪些矿产"],
)
def test_what_was_added_to_a_list_is_what_the_list_before_does_not_have(store: Store, text: str) -> None:
    """list_members.csv: us-2025 has ten metals that us-2022 does not have; gallium is on both."""
    new = {
        "boron",
        "copper",
        "lead",
        "metallurgical-coal",
        "phosphate",
        "potash",
        "rhenium",
        "silicon",
        "silver",
    }
    answer = reply(store, text).answer
    assert answer is not None and set(answer.metals) == (new | {"uranium"}) & set(store.metals)


def test_lists_of_different_authorities_are_not_compared(store: Store) -> None:
    """The list of 2023 is that of the Department of Energy; us-2022 is that of the Department of the Interior."""
    assert (
        "what is new is not known"
        in reply(store, "which minerals were added to the US critical list in 2023").text
    )


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("which metals are on the NATO list", "NATO"),
        ("北约关键原材料清单上有哪些金属", "NATO"),
        ("which metals are on NATO's critical raw materials list", "NATO"),
        ("which metals are on the Japanese critical list", "JPN"),
        ("韩国关键矿产清单上有哪些", "KOR"),
        ("what is on Indonesia's list of critical minerals", "IDN"),
        ("印度关键矿产清单有哪些", "IND"),
        ("巴西战略矿产清单有哪些", "BRA"),
        ("南非关键矿产有哪些", "ZAF"),
        ("加拿大关键矿产清单上有哪些金属", "CAN"),
        ("澳大利亚的关键矿产清单包括哪些", "AUS"),
        ("英国关键矿产清单", "GBR"),
        ("中国战略性矿产目录有哪些", "CHN"),
    ],
)
def test_every_owner_of_a_list_is_known(store: Store, text: str, issuer: str) -> None:
    found = reply(store, text)
    assert found.reading is not None and found.reading.issuers == (issuer,)
    assert found.answer is not None and len(found.answer.metals) > 5


@pytest.mark.parametrize("text", ["can gallium go to NATO", "is NATO banning gallium", "北约能进口镓吗"])
def test_nato_is_no_destination(store: Store, text: str) -> None:
    assert "was not used" in reply(store, text).text


@pytest.mark.parametrize("text", ["is the US a net importer of molybdenum", "美国是钼的净进口国吗"])
def test_a_net_importer_is_answered_by_its_reliance(store: Store, text: str) -> None:
    """dependence.csv: molybdenum, USA, 2025, net exporter."""
    assert "US net import reliance, 2025: net exporter" in reply(store, text).text


def test_the_figure_of_another_country_is_not_given_for_a_net_importer(store: Store) -> None:
    found = reply(store, "is China a net importer of cobalt").text
    assert "No net import reliance of China is on file" in found and "79" not in found
    assert reply(store, "which metals is the US a net importer of").reading is None


@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("which metals are barred from US military users", "USA-MIL"),
        ("is gallium barred from the US", "USA"),
        ("export permit tellurium india", "IND"),
        ("licence gallium germany", "DEU"),
        ("has Beijing stopped graphite for America again", "USA"),
    ],
)
def test_where_goods_go_is_the_destination(store: Store, text: str, destination: str) -> None:
    found = reply(store, text).reading
    assert found is not None and (found.origin, found.destination) == ("CHN", destination)


@pytest.mark.parametrize(
    "text",
    [
        "lithium licence chile",
        "which metals are barred from Germany",
        "US gallium ban",
        "镓在美国被禁止吗",
        "has china stopped gallium controls",
        "has china stopped buying cobalt",
        "does all gallium need a licence",
        "所有镓都需要许可证吗",
        "Rotterdam price of antimony",
        "which minerals were removed from the US critical list in 2025",
        "what was added to the critical list in 2025",
        "who owns the largest gallium smelter in China",
    ],
)
def test_what_stays_open_is_not_answered(store: Store, text: str) -> None:
    assert reply(store, text).reading is None


def test_the_metals_that_are_barred_from_military_users(store: Store) -> None:
    """measures.csv: section 1 of Announcement 46 of 2024 has gallium; no measure on US military users has tin."""
    answer = reply(store, "which metals are barred from US military users").answer
    assert answer is not None and {"gallium", "antimony", "dysprosium", "tungsten"} <= set(answer.metals)
    assert "tin" not in answer.metals


@pytest.mark.parametrize(
    ("text", "product", "figure"),
    [
        (
            "tungsten price China ammonium paratungstate latest",
            "ammonium paratungstate, China domestic",
            "1 360 000",
        ),
        ("碳酸锂2024年均价", "Lithium carbonate, battery grade", "11 800"),
        ("average price of lithium carbonate 2024", "annual average", "11 800"),
        ("average tin price february 2026", "monthly average", "48 694"),
    ],
)
def test_a_price_is_that_of_the_product_and_the_market(
    store: Store, text: str, product: str, figure: str
) -> None:
    """prices.csv: 1,360,000 CNY/t on 2026-03-06; 11,800 USD/t for 2024; 48,694.34 USD/t for 2026-02."""
    found = reply(store, text).text.replace("\u202f", " ").replace("\xa0", " ")
    assert product in found and figure in found


def test_an_average_needs_a_year_or_a_month(store: Store) -> None:
    assert "by year and month" in reply(store, "average gallium price").text


@pytest.mark.parametrize(
    ("text", "code", "unused"),
    [
        ("HS 8507.60.00 lithium batteries from china", "8507.60.00", "“lithium batteries”"),
        ("8112921090 germanium to germany", "8112921090", "“germanium”"),
        ("海关编码8507600000锂电池出口德国", "8507600000", "“锂电池”"),
    ],
)
def test_a_description_beside_a_code_is_named_as_not_used(
    store: Store, text: str, code: str, unused: str
) -> None:
    found = reply(store, text)
    assert found.reading is not None and found.reading.code is not None and found.reading.code.text == code
    assert f"Not used: {unused}" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "can I send 100000 gallium wafers to Japan",
        "is 99.9999% gallium controlled",
        "8112921090 germanium not to Japan",
        "price of gallium 8112929010",
    ],
)
def test_a_number_is_no_code_of_goods(store: Store, text: str) -> None:
    assert reply(store, text).reading is None


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("What is RESourceEU?", "eu-resourceeu"),
        ("what is Project Vault", "us-project-vault"),
        ("what does the Mercury Export Ban Act say", "us-meba-2008"),
    ],
)
def test_a_document_is_known_by_its_short_name(store: Store, text: str, document: str) -> None:
    found = reply(store, text).reading
    assert found is not None and found.document is not None
    assert found.document.instrument_id == document


def test_output_by_all_countries_is_that_of_the_producers(store: Store) -> None:
    """production.csv: rare earths, mine output, 2025, China 270,000 t of 390,000 t."""
    found = reply(store, "稀土矿产量各国占比").text.replace("\u202f", " ").replace("\xa0", " ")
    assert "mine output" in found and "China 69 %" in found

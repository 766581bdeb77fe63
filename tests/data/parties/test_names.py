"""The normal form of names, and which legal forms can be of one company."""

import pytest

from explorer.data.parties.legal_forms import are_compatible
from explorer.data.parties.names import read_name


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Lockheed Martin Corporation", "lockheed martin"),
        ("LOCKHEED  MARTIN CORP.", "lockheed martin"),
        ("Ｌockheed Ｍartin, Ｉｎｃ.", "lockheed martin"),
        ("The Fujikura Parachute Co., Ltd.", "fujikura parachute"),
        ("Ball Aerospace & Technologies Corp.", "ball aerospace technologies"),
        ("Ball Aerospace and Technologies", "ball aerospace technologies"),
        ("Lafert S.p.A.", "lafert"),
        ("Garnet S.r.l.", "garnet"),
        ("EXCALIBUR ARMY spol.s.r.o", "excalibur army"),
        ("Excalibur Army spol. s r.o.", "excalibur army"),
        ("TechInsights Europe Sp zo.o", "techinsights europe"),
        ("TechInsights Europe Sp. z o.o.", "techinsights europe"),
        ("TCOM, Limited Partnership", "tcom"),
        ("IHC Merwede Holding B.V.", "ihc merwede holding"),
        ("Antraco Chemie-Handelsgesellschaft mbH", "antraco chemie handelsgesellschaft"),
        ("UAB Ekspla", "ekspla"),
        ("Politechnika Wrocławska", "politechnika wroclawska"),
        ("Müller GmbH & Co. KG", "muller"),
        ("CSBC Corporation, Taiwan", "csbc taiwan"),
        (
            "Mitsui Bussan Aerospace Co., Ltd. Maintenance Center",
            "mitsui bussan aerospace maintenance center",
        ),
        ("株式会社SUBARU", "subaru"),
        ("㈱日立製作所", "日立 制作所"),
        ("漢翔航空工業股份有限公司", "汉翔 航空 工业"),
        ("洛克希德·马丁公司", "洛克希德 马丁"),
        ("L3哈里斯公司", "l3 哈里斯"),
        ("三井E&S株式会社", "三井 e s"),
        ("埃比特系统美国分公司", "埃比特 系统 美国 分公司"),
        ("波音防务、空间与安全集团", "波音 防务 空间 与 安全 集团"),
        ("Sky\u200bdio\u00ad, Inc.", "skydio"),
        ("Company", "company"),
        ("GmbH", "gmbh"),
        ("!?", ""),
    ],
)
def test_a_name_has_its_words_without_legal_form(written: str, words: str) -> None:
    assert " ".join(read_name(written).words) == words


@pytest.mark.parametrize(
    ("one", "other", "compatible"),
    [
        ("Cubic Corporation", "Cubic Corp.", True),
        ("Hino Motors, Ltd.", "Hino Motors Co Ltd", True),
        ("Hino Motors, Inc.", "日野汽车株式会社", True),
        ("Rheinmetall AG", "Rheinmetall", True),
        ("Rheinmetall AG", "Rheinmetall Inc.", False),
        ("Sindlhauser Materials GmbH", "Sindlhauser Materials S.A.", False),
        ("Clear Align LLC", "Clear Align Inc.", False),
        ("SARI Strategy Analytics Private Limited", "SARI Strategy Analytics Ltd", True),
        ("Müller GmbH & Co. KG", "Müller GmbH", True),
    ],
)
def test_legal_forms_of_one_company(one: str, other: str, compatible: bool) -> None:
    assert are_compatible(read_name(one).forms, read_name(other).forms) is compatible


def test_letters_are_the_same_however_a_name_is_spaced() -> None:
    spaced, joined = read_name("Iron Mountain Solutions"), read_name("IronMountainSolutions")
    assert spaced.letters == joined.letters == "ironmountainsolutions"
    assert read_name("Elbit Systems of America, LLC").full == read_name("ElbitSystemsofAmerica LLC").full

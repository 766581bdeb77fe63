"""Names of companies that have nothing to do with a listed party: real ones, and ones put together from words."""

import random
from collections.abc import Iterator

SEED = 417
REAL = """
Siemens AG|BASF SE|Bayer AG|Volkswagen AG|Bosch GmbH|ThyssenKrupp AG|Merck KGaA|Infineon Technologies AG|Aurubis AG|
Wacker Chemie AG|Heraeus Holding GmbH|H.C. Starck GmbH|Salzgitter AG|Evonik Industries AG|Continental AG|SAP SE|
Vacuumschmelze GmbH & Co. KG|Carl Zeiss AG|Jenoptik AG|Trumpf SE|Schott AG|Osram Licht AG|Henkel AG|Linde plc|
Saint-Gobain SA|Michelin SCA|Renault SA|Schneider Electric SE|TotalEnergies SE|L'Oreal SA|Air Liquide SA|Orano SA|
Eramet SA|Imerys SA|Arkema SA|Valeo SA|Soitec SA|STMicroelectronics NV|ASML Holding NV|Philips NV|
NXP Semiconductors NV|Umicore NV|Solvay SA|Nyrstar NV|Enel S.p.A.|Eni S.p.A.|Pirelli & C. S.p.A.|Prysmian S.p.A.|
Fincantieri S.p.A.|Iberdrola SA|Repsol SA|Acerinox SA|Nokia Oyj|Outokumpu Oyj|Boliden AB|Volvo AB|Ericsson AB|SKF AB|
Sandvik AB|Norsk Hydro ASA|Elkem ASA|Equinor ASA|Novo Nordisk A/S|Vestas Wind Systems A/S|Nestle SA|Novartis AG|
ABB Ltd|Glencore plc|Rio Tinto plc|Anglo American plc|Johnson Matthey plc|Rolls-Royce Holdings plc|AstraZeneca plc|
Unilever plc|Vodafone Group plc|KGHM Polska Miedz SA|Skoda Auto a.s.|CEZ a.s.|MOL Nyrt|Toyota Motor Corporation|
Honda Motor Co., Ltd.|Sony Group Corporation|Panasonic Holdings Corporation|Canon Inc.|
Murata Manufacturing Co., Ltd.|Kyocera Corporation|Shin-Etsu Chemical Co., Ltd.|Toray Industries, Inc.|
Asahi Kasei Corporation|Nippon Steel Corporation|JFE Holdings, Inc.|DOWA Holdings Co., Ltd.|
Furukawa Electric Co., Ltd.|Proterial, Ltd.|Daikin Industries, Ltd.|Denso Corporation|Sojitz Corporation|
Marubeni Corporation|Keyence Corporation|Fanuc Corporation|Rohm Co., Ltd.|Renesas Electronics Corporation|
Nidec Corporation|Olympus Corporation|Toho Titanium Co., Ltd.|Osaka Titanium Technologies Co., Ltd.|
Taiyo Yuden Co., Ltd.|Samsung Electronics Co., Ltd.|SK hynix Inc.|LG Chem, Ltd.|Hyundai Motor Company|
POSCO Holdings Inc.|Korea Zinc Company, Ltd.|Hanwha Solutions Corporation|
Taiwan Semiconductor Manufacturing Company, Ltd.|Hon Hai Precision Industry Co., Ltd.|MediaTek Inc.|
Delta Electronics, Inc.|Apple Inc.|Microsoft Corporation|Alphabet Inc.|Tesla, Inc.|Ford Motor Company|
General Motors Company|General Electric Company|Intel Corporation|Micron Technology, Inc.|Corning Incorporated|
3M Company|Dow Inc.|DuPont de Nemours, Inc.|Alcoa Corporation|Freeport-McMoRan Inc.|Albemarle Corporation|
Livent Corporation|Materion Corporation|Kennametal Inc.|Wolfspeed, Inc.|Coherent Corp.|First Solar, Inc.|
Caterpillar Inc.|Deere & Company|Honeywell International Inc.|Emerson Electric Co.|Nvidia Corporation|
Qualcomm Incorporated|Texas Instruments Incorporated|Analog Devices, Inc.|Broadcom Inc.|Cummins Inc.|
Teck Resources Limited|Cameco Corporation|Barrick Gold Corporation|5N Plus Inc.|Neo Performance Materials Inc.|
BHP Group Limited|Lynas Rare Earths Limited|Iluka Resources Limited|Pilbara Minerals Limited|Syrah Resources Limited|
Arafura Rare Earths Limited|South32 Limited|Vale SA|CBMM|Petrobras SA|Codelco|SQM SA|Tata Steel Limited|
Reliance Industries Limited|Vedanta Limited|Hindalco Industries Limited|Larsen & Toubro Limited|Infosys Limited|
IREL (India) Limited|中国五矿集团有限公司|中国稀土集团有限公司|北方稀土集团股份有限公司|厦门钨业股份有限公司|
云南锗业股份有限公司|驰宏锌锗股份有限公司|株洲冶炼集团股份有限公司|中国铝业股份有限公司|洛阳钼业集团股份有限公司|
宁德时代新能源科技股份有限公司|比亚迪股份有限公司|华为技术有限公司|中兴通讯股份有限公司|隆基绿能科技股份有限公司|
通威股份有限公司|江西铜业股份有限公司|紫金矿业集团股份有限公司|金川集团股份有限公司|有研新材料股份有限公司|
宝钛集团有限公司|西部超导材料科技股份有限公司|天齐锂业股份有限公司|赣锋锂业集团股份有限公司|湖南黄金股份有限公司|
广东先导稀材股份有限公司|台湾积体电路制造股份有限公司|鸿海精密工业股份有限公司|联发科技股份有限公司|
トヨタ自動車株式会社|本田技研工業株式会社|村田製作所株式会社|信越化学工業株式会社|東レ株式会社|日本製鉄株式会社|
古河電気工業株式会社|双日株式会社|丸紅株式会社|5N Plus|ATI Wah Chang|Almonty Industries|
Aluminum Corporation of China (Chalco)|Baoji Titanium (Baoti)|BTR New Material|Chihong Zinc and Germanium|
China Northern Rare Earth|China Rare Earth Group|China Tungsten and Hightech (Minmetals)|Daqo New Energy|
EQ Resources|Element Six (De Beers)|Energy Fuels|Eurasian Resources Group|Funik Ultrahard Material|GCL Technology|
Global Advanced Metals|Global Tungsten and Powders (Plansee)|Group 6 Metals|Guangxi Huaxi Nonferrous|
Henan Huanghe Whirlwind|Hsikwangshan Twinkling Star|Hunan Gold (Chenzhou Mining)|Hunan Jinwang Bismuth|
Innuovo (Yingluohua)|JL Mag Rare-Earth|Jiangxi Tungsten Group|Jiaxin International|Jinduicheng Molybdenum|
KGHM Ecoren|Larvotto Resources|Latrobe Magnesium|Masan High-Tech Materials|Metlen (Aluminium of Greece)|Molymet|
NioCorp Developments|Niron Magnetics|Northern Minerals|Nouveau Monde Graphite|Noveon Magnetics|Novonix|Pensana|
Perpetua Resources|Polyus|Ramaco Resources|Serra Verde|State Nuclear WEC Zirconium Hafnium|
Strategic and Precious Metals Processing|Tongwei|Trinity Metals|Tungsten West|U.S. Vanadium|UKTMP|US Magnesium|
Ucore Rare Metals|United States Antimony Corporation|Vital Metals|Vulcan Elements|Westwater Resources|
Xiamen Tungsten|Yunnan Germanium (Lincang)|Yunnan Tin (Hualian Zinc and Indium)|Zhongjin Lingnan|
Zhongnan Diamond (North Industries)|Zunyi Titanium|eVAC Magnetics|China National Corp|China National Industries|
American Systems Corporation|National Technologies, Inc.|Global Solutions LLC|Advanced Materials Company|
Japan Electric Co., Ltd.
"""
_SURNAMES_WORDS = """
    Abbott Adler Albrecht Almeida Andersen Aoyama Arslan Bailey Banerjee Barbosa Bauer Becker Bergman Bianchi Bjork
    Bolton Brandt Brennan Bruckner Carvalho Castillo Chandler Conti Cooper Dawson Delgado Dietrich Dubois Duncan
    Eriksen Esposito Falk Faulkner Fernandez Fischer Fontaine Forster Frost Fuentes Gallagher Garrett Gonzalez Graham
    Gupta Hagen Haines Halvorsen Hartmann Hoffmann Holloway Horvath Huber Iglesias Ingram Ishikawa Ivanov Jacobsen
    Janssen Jimenez Kaplan Karlsson Keller Kimura Kowalski Krause Kumar Lambert Larsen Leclerc Lindqvist Lombardi
    Lopez Maier Maldonado Marchetti Matsuda Mendes Meyer Moreau Morgan Mueller Murphy Nakamura Navarro Nielsen Novak
    Olsen Ortega Pacheco Parker Patel Pereira Petrov Pfeiffer Popescu Quinn Ramirez Reinhardt Ricci Rinaldi Romero
    Rossi Saito Salazar Sanders Schmidt Schreiber Serrano Silva Sorensen Steiner Stewart Suarez Svensson Takahashi
    Tanaka Thompson Torres Tucker Urban Vargas Vasquez Virtanen Vogel Wagner Walsh Weber Whitaker Wolf Yamamoto Yilmaz
    Zimmermann
"""
_SURNAMES = _SURNAMES_WORDS.split()
_TOWNS_WORDS = """
    Aalborg Adelaide Antwerp Arnsberg Austin Badajoz Bamberg Bergen Bilbao Bologna Bordeaux Boston Bremen Brisbane
    Bristol Calgary Cardiff Chennai Cleveland Cordoba Dallas Darmstadt Denver Dortmund Dresden Durban Edmonton
    Eindhoven Freiberg Geneva Ghent Glasgow Gdansk Graz Hamilton Hannover Houston Incheon Jakarta Kassel Kobe Krakow
    Leeds Leipzig Linz Lisbon Lyon Madrid Malmo Manchester Melbourne Memphis Montreal Mumbai Nagoya Nantes Newcastle
    Nuremberg Odense Osaka Oslo Ottawa Perth Phoenix Pittsburgh Porto Portland Poznan Pune Quebec Reading Riga
    Rotterdam Salzburg Santiago Seville Sheffield Stavanger Stuttgart Swansea Tampere Toledo Toulouse Trieste Turku
    Uppsala Utrecht Valencia Vancouver Verona Vienna Wellington Winnipeg Yokohama Zagreb
"""
_TOWNS = _TOWNS_WORDS.split()
_ADJECTIVES_WORDS = """
    Advanced Allied American Applied Atlantic Baltic Blue Bright British Central Classic Clear Coastal Continental
    Digital Dynamic Eastern European First Future General Global Golden Grand Green Highland Imperial Integrated
    International Island Modern National New Nordic Northern Pacific Pioneer Precision Premier Prime Quality Rapid Red
    Royal Silver Smart Southern Special Superior Swift Total Trans Ultra United Universal Valley Vital Western White
"""
_ADJECTIVES = _ADJECTIVES_WORDS.split()
_NOUNS_WORDS = """
    Alloys Analytics Automation Batteries Bearings Cables Carbide Castings Ceramics Chemicals Coatings Components
    Composites Controls Crystals Diagnostics Dynamics Electronics Energy Engineering Equipment Ferroalloys Forge Foods
    Foundry Furniture Glass Graphite Industries Instruments Lighting Logistics Machinery Magnets Materials Metals
    Mining Optics Packaging Pharma Photonics Pigments Plastics Powders Power Printing Pumps Refining Resources
    Robotics Semiconductors Sensors Shipping Software Solar Solutions Steel Systems Technologies Textiles Tools
    Trading Turbines Valves Ventures Welding Wire
"""
_NOUNS = _NOUNS_WORDS.split()
_BRANDS_WORDS = """
    Ab Ac Al Am An Ar As Av Ba Be Bi Bo Bra Ca Ce Ci Co Cor Cy Da De Di Do Dy El En Er Es Eu Fa Fe Fi Flo Fo Ga Ge Gi
    Go Gra Ha He Hy In Io Ja Jo Ka Ke Ki Ko La Le Li Lo Lu Ma Me Mi Mo My Na Ne Ni No Nu Ob Om On Op Or Pa Pe Pi Po
    Pra Qua Ra Re Ri Ro Sa Se Si So Sta Su Ta Te Ti To Tri Ul Va Ve Vi Vo Wa We Xe Ya Ze Zo
"""
_BRANDS = _BRANDS_WORDS.split()
_ENDINGS_WORDS = """
    bex cora dea dyne fex gen kon lar len lix lon lux max mera mex mond nex nis nor pex phar quon ra ria rix ron sant
    sen sys ta tec tera thos tio tor tra tron va vex via vis vo xia xis zen zor
"""
_ENDINGS = _ENDINGS_WORDS.split()
_LEGAL = (
    *(
        "Inc.",
        "Corp.",
        "LLC",
        "Ltd.",
        "Limited",
        "GmbH",
        "AG",
        "S.A.",
        "S.p.A.",
        "S.r.l.",
        "B.V.",
        "AB",
        "Oy",
        "plc",
        "Pty Ltd",
    ),
    *("Co., Ltd.", "Corporation", "Company", "a.s.", "Sp. z o.o.", "Group", "Holdings", ""),
)
_JAPANESE_WORDS = """
    Asahi Daiichi Daito Fukui Hakuto Hayashi Higashi Hirano Hokuriku Ikeda Inoue Iwata Kanto Katayama Kinki Kobayashi
    Kyowa Maeda Meiji Miyazaki Morita Nagano Nankai Nishiyama Nozaki Ohara Okabe Onoda Rikken Sakai Sanko Sanyo Seibu
    Shimano Shinwa Showa Taihei Taisei Takeda Tamura Toyama Tsuruga Ueda Wakayama Yamada Yoshino
"""
_JAPANESE = _JAPANESE_WORDS.split()
_TRADES_WORDS = """
    Kogyo Kagaku Denki Seiki Shoji Kensetsu Kinzoku Seisakusho Sangyo Chemical Steel Optical Trading Foods Industries
"""
_TRADES = _TRADES_WORDS.split()
_CHINESE_PLACES_WORDS = """
    北京 上海 广东 深圳 江苏 浙江 山东 湖南 江西 四川 福建 云南 贵州 广西 河南 河北 辽宁 陕西 天津 重庆 安徽 湖北
    宁波 苏州 无锡 厦门 青岛 大连
"""
_CHINESE_PLACES = _CHINESE_PLACES_WORDS.split()
_CHINESE_BRANDS_WORDS = """
    华康 恒瑞 金辉 盛达 鑫源 永兴 宏远 天成 瑞丰 博远 嘉泰 中盛 安泰 恒信 金泰 东升 兴达 国泰 海天 正大 万通 华瑞
    新源 明达 金鼎 鼎盛 德盛 同创 众合 凯达 润丰 富达 汇通 诚信 锦江 长盛 永泰 伟业 鸿运 康达 晶科 晨光 华星 星宇
    飞鹤 腾达 远大 光大
"""
_CHINESE_BRANDS = _CHINESE_BRANDS_WORDS.split()
_CHINESE_TRADES_WORDS = """
    科技 电子 化工 稀土 矿业 有色金属 新材料 机械 贸易 光电 半导体 能源 医药 食品 纺织 物流 建设 精密 磁材 钨业 锗业
    铝业 国际贸易 进出口 电气 仪器
"""
_CHINESE_TRADES = _CHINESE_TRADES_WORDS.split()
_CHINESE_LEGAL = ["有限公司", "股份有限公司", "集团有限公司", "有限责任公司"]


def _pattern(chance: random.Random) -> str:
    pick = chance.choice
    match chance.randrange(10):
        case 0:
            return f"{pick(_SURNAMES)} {pick(_NOUNS)} {pick(_LEGAL)}"
        case 1:
            return f"{pick(_SURNAMES)} & {pick(_SURNAMES)} {pick(_LEGAL)}"
        case 2:
            return f"{pick(_TOWNS)} {pick(_NOUNS)} {pick(_LEGAL)}"
        case 3:
            return f"{pick(_ADJECTIVES)} {pick(_NOUNS)} {pick(_LEGAL)}"
        case 4:
            return f"{pick(_ADJECTIVES)} {pick(_TOWNS)} {pick(_NOUNS)} {pick(_LEGAL)}"
        case 5:
            return f"{pick(_BRANDS)}{pick(_ENDINGS)} {pick(_NOUNS)} {pick(_LEGAL)}"
        case 6:
            return f"{pick(_BRANDS)}{pick(_BRANDS).lower()}{pick(_ENDINGS)} {pick(_LEGAL)}"
        case 7:
            return f"{pick(_JAPANESE)} {pick(_TRADES)} Co., Ltd."
        case _:
            return (
                f"{pick(_CHINESE_PLACES)}{pick(_CHINESE_BRANDS)}{pick(_CHINESE_TRADES)}{pick(_CHINESE_LEGAL)}"
            )


def unrelated(count: int) -> list[str]:
    """Return so many names, each once: all real ones, then ones put together."""
    real = [name for line in REAL.split("|") if (name := line.strip())]
    names = dict.fromkeys(real)
    for name in _made():
        names.setdefault(name)
        if len(names) == count:
            break
    return list(names)


def _made() -> Iterator[str]:
    chance = random.Random(SEED)
    while True:
        yield _pattern(chance).strip()

"""Words for forms of metals, such as `ore`, which are finer than the metals of the data."""

import re
from functools import cache

# How a wording names a form (a pattern of whole words), with the words of questions for it in both languages.
_FORMS = {
    r"\bores?\b|\bunprocessed\b|\bunbeneficiated\b": "ore ores unprocessed unbeneficiated 矿 矿石 原矿 矿砂 未加工",
    r"\bconcentrates?\b": "concentrate concentrates 精矿",
    r"\bpowders?\b": "powder powders 粉 粉末 粉体",
    r"(?<!hydr)oxides?\b": (
        "oxide oxides monoxide dioxide trioxide pentoxide sesquioxide 氧化物 氧化 一氧化 二氧化 三氧化 三氧化二 "
        "五氧化二 七氧化四 四氧化三 氧化亚"
    ),
    r"\bmagnets?\b": "magnet magnets 磁体 磁铁 永磁 永磁体 磁材 永磁材料",
    r"\bwafers?\b": "wafer wafers 晶片 晶圆 片",
    r"\bepitaxial\b|\bepi-?": "epitaxial epi epiwafer epiwafers epilayer epilayers 外延片 外延",
    r"\bsubstrates?\b": "substrate substrates 衬底",
    r"\benriched\b": "enriched 浓缩 低浓缩",
    r"\balloys?\b": "alloy alloys 合金",
    r"carbides?\b": "carbide carbides 碳化 碳化物",
    r"nitrides?\b": "nitride nitrides 氮化 氮化物",
    r"arsenides?\b": "arsenide arsenides 砷化 砷化物",
    r"phosphides?\b": "phosphide phosphides 磷化 磷化物",
    r"sulphides?\b": "sulphide sulphides sulfide sulfides disulphide disulfide trisulphide trisulfide 硫化 硫化物",
    r"sulphates?\b": "sulphate sulphates sulfate sulfates 硫酸",
    r"nitrates?\b": "nitrate nitrates 硝酸",
    r"chlorides?\b": "chloride chlorides trichloride tetrachloride 氯化 氯化物 三氯化 四氯化",
    r"fluorides?\b": "fluoride fluorides hexafluoride 氟化 氟化物 六氟化",
    r"hydroxides?\b": "hydroxide hydroxides 氢氧化 氢氧化物",
    r"hydrides?\b": "hydride hydrides 氢化 氢化物",
    r"carbonates?\b": "carbonate carbonates 碳酸",
    r"\bproducts?\b": "product products 产品 制品",
    r"\bcompounds?\b": "compound compounds 化合物",
    r"\bsalts?\b": "salt salts 盐",
    r"\btargets?\b": "target targets sputtering 靶材",
    r"\bscrap\b": "scrap 废料 废碎料",
    r"\bwaste\b": "waste 废物",
    r"\bflakes?\b": "flake flakes 鳞片",
    r"\bspheroidised\b": "spherical spheroidised spheroidized 球化 球形",
    r"\bartificial\b": "artificial synthetic 人造",
    r"\bingots?\b": "ingot ingots 锭",
    r"\brods?\b": "rod rods 棒 棒材",
    r"\bwires?\b": "wire wires 丝 丝材 线材",
    r"\bfoils?\b": "foil foils 箔 箔材",
    r"\bsheets?\b": "sheet sheets 片材",
    r"\bplates?\b": "plate plates 板 板材",
    r"\bstrips?\b": "strip strips 带材",
    r"\btubes?\b|\bpipes?\b": "tube tubes pipe pipes 管材",
    r"\bbillets?\b": "billet billets 坯",
    r"\bbeads?\b": "bead beads",
    r"\bgranules?\b|\bpellets?\b": "granule granules pellet pellets 颗粒",
    r"\blens(?:es)?\b": "lens lenses 透镜 镜片",
    r"\bwindows?\b": "window windows 窗口",
    r"\bblocks?\b": "block blocks 块",
    r"\bfilms?\b": "film films 薄膜",
    r"\bsponges?\b": "sponge sponges 海绵",
    r"\bcatalysts?\b": "catalyst catalysts 催化剂",
    r"\bcrucibles?\b": "crucible crucibles 坩埚",
    r"\belectrodes?\b": "electrode electrodes 电极",
    r"\banodes?\b": "anode anodes 负极 负极材料",
    r"\bnatural\b": "natural 天然",
    r"\bslags?\b": "slag slags",
    r"\bmattes?\b": "matte mattes",
    r"\bsuperalloys?\b": "superalloy superalloys 高温合金",
    r"\bpure\b|\bpurity\b": "high_purity pure purity 高纯 高纯度",
    r"\bunwrought\b": "unwrought 未锻轧",
    r"\bcrystals?\b": "crystal crystals 晶体 单晶",
    r"\bcathodes?\b": "cathode cathodes 正极 正极材料",
    r"\bbatter(?:y|ies)\b": "battery batteries 电池",
    r"\btechnolog(?:y|ies)\b": "technology technologies 技术",
}


# Forms of other goods than the metal: figures on the metal are no answer on them, even with a remark.
_OTHER_GOODS = (
    "ore concentrate oxide carbide nitride arsenide phosphide sulphide sulphate nitrate chloride fluoride "
    "hydroxide "
    "hydride carbonate compound salt scrap waste enriched battery technology cathode slag matte"
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the words for forms with the pattern by which a wording names each."""
    return {word: re.compile(p, re.IGNORECASE) for p, words in _FORMS.items() for word in _spaced(words)}


@cache
def is_product(word: str) -> bool:
    """Return whether a word is for a form in which the metal itself is made, such as `ingot`."""
    of_word = next((words.split() for words in _FORMS.values() if word.casefold() in _spaced(words)), [])
    return bool(of_word) and set(of_word).isdisjoint(_OTHER_GOODS.split())


def names_other_good(text: str) -> bool:
    """Return whether a text names a form that is another good than the metal, such as an oxide."""
    return any(pattern.search(text) for word, pattern in patterns().items() if not is_product(word))


def _spaced(words: str) -> list[str]:
    """Return words of which some have a blank, which is written as `_` in a list."""
    return [word.replace("_", " ") for word in words.split()]

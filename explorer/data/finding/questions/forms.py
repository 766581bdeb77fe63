"""Words for forms of metals, such as `ore`, which are finer than the metals of the data."""

import re
from functools import cache

# How an answer names a form (a pattern of whole words), with the words of questions for it in both languages.
_FORMS = {
    r"\bores?\b": "ore ores 矿 矿石 原矿 矿砂",
    r"\bconcentrates?\b": "concentrate concentrates 精矿",
    r"\bpowders?\b": "powder powders 粉 粉末 粉体",
    r"oxides?\b": "oxide oxides 氧化物 氧化 三氧化 二氧化",
    r"\bmagnets?\b": "magnet magnets 磁体 磁铁 永磁 永磁体 磁材 永磁材料",
    r"\bwafers?\b": "wafer wafers 晶片 晶圆",
    r"\benriched\b": "enriched 浓缩 低浓缩",
    r"\balloys?\b": "alloy alloys 合金",
    r"carbides?\b": "carbide carbides 碳化 碳化物",
    r"nitrides?\b": "nitride 氮化 氮化物",
    r"arsenides?\b": "arsenide 砷化 砷化物",
    r"phosphides?\b": "phosphide 磷化 磷化物",
    r"sulphides?\b": "sulphide sulfide 硫化 硫化物",
    r"chlorides?\b": "chloride 氯化 氯化物",
    r"hydroxides?\b": "hydroxide 氢氧化 氢氧化物",
    r"carbonates?\b": "carbonate 碳酸",
    r"\bcompounds?\b": "compound compounds 化合物",
    r"\btargets?\b": "target targets 靶材",
    r"\bscrap\b": "scrap 废料",
    r"\bflakes?\b": "flake 鳞片",
    r"\bspheroidised\b": "spherical spheroidised spheroidized 球化 球形",
    r"\bartificial\b": "artificial synthetic 人造",
    r"\bingots?\b": "ingot ingots 锭",
    r"\bunwrought\b": "unwrought 未锻轧",
    r"\bcrystals?\b": "crystal crystals 晶体 单晶",
}


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the words for forms with the pattern by which an answer names each."""
    return {word: re.compile(p, re.IGNORECASE) for p, words in _FORMS.items() for word in words.split()}


def is_named(form: str, text: str) -> bool:
    """Return whether a text names a form, in whatever words a question has it."""
    return patterns()[form.casefold()].search(text) is not None

"""Names of parties as others write them. The rules here are written on their own: none is taken from the program."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from explorer.data.controls.legal_records import Party

SEED = 20260929
_LEGAL = re.compile(
    r"(?:,?\s*(?:\b(?:Co\.?,?\s*Ltd|Company,\s*Limited|Company,\s*Inc|Private Limited|Limited Partnership|Inc|Corp|"
    r"Corporation|LLC|Ltd|Limited|Co|GmbH|mbH|AG|UAB|KK|S\.A|S\.p\.A|S\.r\.l|B\.V|a\.s)\b\.?|spol\.\s?s[\s.]r\.o\.?|"
    r"Sp zo\.o|s\.r\.o))+$|(?:股份有限公司|有限公司|株式会社|公司)$"
)
_TRADITIONAL_WORDS = """
    与與 业業 东東 亚亞 产產 仓倉 会會 传傳 军軍 冲衝 决決 凯凱 剂劑 动動 务務 励勵 华華 卫衛 压壓 发發 国國 图圖
    团團 圣聖 坛壇 备備 声聲 奥奧 学學 实實 导導 尔爾 属屬 应應 开開 弹彈 战戰 护護 拟擬 摇搖 无無 术術 机機 构構
    枪槍 标標 气氣 汉漢 测測 涡渦 点點 环環 监監 矿礦 硕碩 红紅 纬緯 纳納 细細 经經 络絡 统統 维維 缘緣 网網 罗羅
    联聯 脉脈 脱脫 舰艦 荣榮 莱萊 营營 萨薩 装裝 论論 试試 诺諾 贝貝 贸貿 资資 赛賽 车車 软軟 轮輪 辆輛 输輸 达達
    运運 进進 钢鋼 铁鐵 间間 际際 陆陸 顶頂 顿頓 风風 飞飛 马馬 验驗 鲁魯 鲍鮑 龙龍 丰豐 俪儷 杰傑 爱愛 猫貓 电電
    兴興 内內 制製 剑劍 喷噴 边邊 丝絲 万萬
"""
_TRADITIONAL = dict(_TRADITIONAL_WORDS.split())
_JAPANESE = (
    *(
        ("shi", "si"),
        ("sho", "syo"),
        ("sha", "sya"),
        ("chi", "ti"),
        ("tsu", "tu"),
        ("fu", "hu"),
        ("ji", "zi"),
    ),
    *(("jo", "zyo"), ("o", "ō"), ("u", "ū"), ("o", "ou"), ("o", "oh"), ("mb", "nb")),
)
_OTHERS = (
    *(
        ("ph", "f"),
        ("f", "ph"),
        ("c", "k"),
        ("k", "c"),
        ("w", "v"),
        ("v", "w"),
        ("y", "i"),
        ("i", "y"),
        ("x", "ks"),
    ),
    *(
        ("a", "á"),
        ("e", "é"),
        ("o", "ö"),
        ("o", "oe"),
        ("u", "ue"),
        ("a", "ae"),
        ("l", "ł"),
        ("s", "š"),
        ("n", "ñ"),
    ),
    *(("defense", "defence"), ("center", "centre"), ("chung-shan", "zhongshan"), ("sch", "sh"), ("ss", "ß")),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CHARACTERS = "天地人山水火木金土日月星云风雨雪春夏秋冬东南西北上下左右前后大小多少高低长短新旧明暗红黄蓝白黑"


@dataclass(frozen=True, slots=True)
class Mutated:
    """A name as others write it, with the name on file, the party and the kind of change."""

    kind: str
    text: str
    original: str
    party_id: str


def is_latin(text: str) -> bool:
    return not re.search("[\u3000-\u9fff]", text)


def core(text: str) -> str:
    """Return a name without its legal form, if one is at its end."""
    return _LEGAL.sub("", text).strip(" ,")


def legal_form_dropped(text: str, _party: Party, _random: random.Random) -> str:
    return core(text)


def word_order(text: str, _party: Party, chance: random.Random) -> str:
    name = core(text)
    words = name.split()
    if not is_latin(text) or len(words) < 2:
        return text
    chance.shuffle(words)
    return " ".join(words) + text[len(name) :]


def one_letter(text: str, _party: Party, chance: random.Random) -> str:
    """Replace, leave out, double or swap one letter of the name proper."""
    places = [i for i, c in enumerate(core(text)) if c.isalpha()]
    place = chance.choice(places)
    letter = text[place]
    others = _LETTERS if letter.isascii() else _CHARACTERS
    change = chance.randrange(4 if len(places) > 2 else 1)
    if change == 0:
        return text[:place] + chance.choice([c for c in others if c != letter.lower()]) + text[place + 1 :]
    if change == 1:
        return text[:place] + text[place + 1 :]
    if change == 2:
        return text[:place] + letter + text[place:]
    after = place + 1
    return text[:place] + text[after : after + 1] + letter + text[after + 1 :]


def transliteration(text: str, party: Party, chance: random.Random) -> str:
    """Spell one word of at least four letters as another system of romanisation, or with other letters, would."""
    if not is_latin(text):
        return text
    rules = _JAPANESE if party.country_id == "JPN" else _OTHERS
    words = list(re.finditer(r"[A-Za-z][A-Za-z-]{3,}", core(text)))
    options = [(word, old, new) for word in words for old, new in rules if old in word[0].lower()]
    if not options:
        return text
    word, old, new = chance.choice(options)
    places = [m.start() for m in re.finditer(old, word[0].lower())]
    place = word.start() + chance.choice(places)
    return text[:place] + new + text[place + len(old) :]


def traditional_characters(text: str, _party: Party, _random: random.Random) -> str:
    return "".join(_TRADITIONAL.get(c, c) for c in text)


def spacing(text: str, _party: Party, chance: random.Random) -> str:
    """Leave out or double spaces, use other ones or hyphens, or insert one into the name."""
    change = chance.randrange(5)
    if change == 0:
        return text.replace(" ", "")
    if change == 1:
        return text.replace(" ", "\u00a0 ")
    if change == 2:
        return core(text).replace(" ", "-")
    if change == 3:
        return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else "\u3000" if c == " " else c for c in text)
    place = chance.randrange(1, max(2, len(core(text))))
    return f"{text[:place]} {text[place:]}"


_KINDS: dict[str, Callable[[str, Party, random.Random], str]] = {
    "legal form dropped": legal_form_dropped,
    "word order": word_order,
    "one letter": one_letter,
    "transliteration": transliteration,
    "traditional characters": traditional_characters,
    "spacing": spacing,
}


def mutations(parties: Sequence[Party], count: int) -> list[Mutated]:
    """Return a number of changed names from all names on file, as many of each kind; each differs from its original."""
    chance = random.Random(SEED)
    names = [(n, p) for p in parties for n in (p.name_en, p.name_zh, *p.aliases) if n]
    found: list[Mutated] = []
    for number, (kind, change) in enumerate(_KINDS.items()):
        wanted = count // len(_KINDS) + (number < count % len(_KINDS))
        found += _of_kind(kind, change, names, wanted, chance)
    return found


def _of_kind(
    kind: str,
    change: Callable[[str, Party, random.Random], str],
    names: Sequence[tuple[str, Party]],
    wanted: int,
    chance: random.Random,
) -> Iterator[Mutated]:
    made = 0
    while made < wanted:
        name, party = chance.choice(names)
        text = change(name, party, chance)
        if text != name and text.strip():
            made += 1
            yield Mutated(kind, text, name, party.party_id)

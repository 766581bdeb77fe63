"""Chinese characters typed for those in the name of a metal that sound or look like them: `缔` for `碲`."""

from collections.abc import Sequence

from explorer.data.finding.questions.question_parts import Token
from explorer.data.store import Store

# Characters by their sound, many of which share a part with the name; none is a word of questions, goods or a place.
_SOUNDS = {
    "bì": "泌毖", "bó": "柏帛舶", "dì": "缔蒂谛帝", "dī": "嘀滴", "gá": "轧噶", "gào": "诰", "gè": "络", "gé": "膈",
    "gǔ": "沽估", "huǒ": "伙", "hài": "亥骇", "jiā": "嘉稼", "kàng": "亢炕", "lái": "莱徕", "lán": "澜斓", "lǐ": "哩俚",
    "lǎo": "佬姥", "liǎo": "辽", "lǔ": "橹", "měng": "猛蜢", "mù": "沐", "niè": "聂涅蹑", "ní": "尼妮", "pí": "疲琵",
    "pǔ": "谱浦", "rú": "茹儒", "shān": "珊", "sè": "瑟涩", "tǎn": "坦袒", "tè": "忒", "tī": "梯剔", "wū": "邬坞",
    "xī": "茜栖", "yì": "臆", "yīn": "茵姻", "yǒu": "莠", "zhě": "赭", "é": "峨",
}  # fmt: skip
# Characters that look like one in the name of a metal.
_SHAPES = {
    "土": "士", "稀": "烯希", "墨": "黑磨默", "萤": "荧莹", "钨": "钩", "钼": "钥", "锆": "镐", "钛": "钦",
    "镝": "摘嫡", "铈": "饰", "铀": "轴", "镍": "镊", "铒": "饵", "锑": "涕", "镓": "嫁", "铟": "姻", "锗": "诸",
    "钴": "钻", "铪": "恰", "钪": "抗", "碲": "啼", "砷": "绅", "铬": "烙", "锡": "踢", "锶": "缌", "钒": "帆",
    "铼": "睐",
}  # fmt: skip
_LONGEST = 4


def metal_like(store: Store, tokens: Sequence[Token], token: Token) -> str:
    """Return the Chinese name of the one metal for which an unknown part was typed, empty without one.

    A single character is one only where no other metal is named.
    """
    if len(token.text) > _LONGEST or (len(token.text) == 1 and any(t.metal for t in tokens)):
        return ""
    named = {metal.name_zh for metal in store.metals.values()}
    sounding = {m.name_zh for m in store.metals.values() if token.text in _SOUNDS.get(m.pinyin, ())}
    found = {name for name in named if _looks_like(token.text, name)}
    found |= {name for name in sounding if len(name) == len(token.text) == 1}
    return found.pop() if len(found) == 1 else ""


def may_be_metal(text: str) -> bool:
    """Return whether a part has a character that looks like one in the name of a metal."""
    return any(letter in alike for letter in text for alike in _SHAPES.values())


def _looks_like(typed: str, name: str) -> bool:
    """Return whether one character of a name, and no other, was replaced by one that looks like it."""
    if len(typed) != len(name):
        return False
    differing = [(t, n) for t, n in zip(typed, name, strict=True) if t != n]
    return len(differing) == 1 and differing[0][0] in _SHAPES.get(differing[0][1], "")

"""Chinese characters typed in place of the name of a metal with the same sound: `缔` for `碲`."""

from collections.abc import Sequence

from explorer.data.finding.questions.tokens import Token
from explorer.data.store import Store

# Characters by their sound, many of which share a part with the name; none is a word of questions, goods or a place.
_SOUNDS = {
    "bì": "泌毖", "bó": "柏帛舶", "dì": "缔蒂谛帝", "dī": "嘀滴", "gá": "轧噶", "gào": "诰", "gè": "络", "gé": "膈",
    "gǔ": "沽估", "huǒ": "伙", "hài": "亥骇", "jiā": "嘉稼", "kàng": "亢炕", "lái": "莱徕", "lán": "澜斓", "lǐ": "哩俚",
    "lǎo": "佬姥", "liǎo": "辽", "lǔ": "橹", "měng": "猛蜢", "mù": "沐", "niè": "聂涅蹑", "ní": "尼妮", "pí": "疲琵",
    "pǔ": "谱浦", "rú": "茹儒", "shān": "珊", "sè": "瑟涩", "tǎn": "坦袒", "tè": "忒", "tī": "梯剔", "wū": "邬坞",
    "xī": "茜栖", "yì": "臆", "yīn": "茵姻", "yǒu": "莠", "zhě": "赭", "é": "峨",
}  # fmt: skip


def metal_sounding_like(store: Store, tokens: Sequence[Token], token: Token) -> str:
    """Return the Chinese name of the one metal for which a character was typed; empty where another metal is named."""
    if len(token.text) != 1 or any(t.metal for t in tokens):
        return ""
    names = {
        metal.name_zh
        for metal in store.metals.values()
        if len(metal.name_zh) == 1 and token.text in _SOUNDS.get(metal.pinyin, "")
    }
    return names.pop() if len(names) == 1 else ""

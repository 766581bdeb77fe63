"""The stage of production that a question asks about: mines, or what refines and smelts."""

from collections.abc import Iterable

from explorer.data.finding.questions.question_parts import Token

_MINE = ("mine",)
_REFINED = ("refinery", "smelter", "primary")
_MINE_WORDS = "mine mines mined mining miner miners 采矿 开采 矿产量 矿山产量"
_REFINED_WORDS = (
    "refine refines refined refining refiner refiners refinery refineries smelt smelts smelted smelting smelter "
    "smelters 冶炼 提炼 精炼"
)
_STAGES = dict.fromkeys(_MINE_WORDS.split(), _MINE) | dict.fromkeys(_REFINED_WORDS.split(), _REFINED)


def stages_of(tokens: Iterable[Token]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the stages that a question asks about and its words for them; none where it names neither."""
    words = tuple(t.text for t in tokens if t.text.casefold() in _STAGES)
    named = {_STAGES[word.casefold()] for word in words}
    return tuple(stage for group in (_MINE, _REFINED) if group in named for stage in group), words


def separately(stages: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the stages that are answered one after the other: mines, then what refines and smelts."""
    return [group for group in (_MINE, _REFINED) if set(group) <= set(stages)] or [stages]

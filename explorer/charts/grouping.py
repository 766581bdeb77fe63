"""Groups of control dates that are too close to each other for separate badges."""

from collections.abc import Sequence


def group_close(positions: Sequence[float], width: float) -> list[list[int]]:
    """Return the indices of sorted positions, grouped where badges of a width would touch."""
    groups: list[list[int]] = []
    for i, position in enumerate(positions):
        if groups and position - _centre(groups[-1], positions) < width:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _centre(group: list[int], positions: Sequence[float]) -> float:
    return (positions[group[0]] + positions[group[-1]]) / 2


def group_label(group: Sequence[int]) -> str:
    """Return the text of a group's badge: the number of its event, or the first and the last."""
    return str(group[0] + 1) if len(group) == 1 else f"{group[0] + 1}–{group[-1] + 1}"

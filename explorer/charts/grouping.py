"""Groups of control dates that lie too close together for a badge each."""

from collections.abc import Sequence


def group_close(positions: Sequence[float], width: float) -> list[list[int]]:
    """Group the indices of sorted positions whose badges of that width would touch, in their order."""
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
    """Return what the badge of a group shows: the number of its event, or the first and the last."""
    return str(group[0] + 1) if len(group) == 1 else f"{group[0] + 1}–{group[-1] + 1}"

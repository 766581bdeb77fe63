"""Faults of the data: where each stands and which rule it breaks."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One cell, line or file that breaks a rule; line 0 and an empty column mean the file as a whole."""

    file: str
    line: int
    column: str
    value: str
    rule: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        cell = f" {self.column} {self.value!r}:" if self.column else ""
        return f"{where}:{cell} {self.rule}"


class DataFaultsError(Exception):
    """The data break rules; carries every fault that was found."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)

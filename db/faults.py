"""Faults of the data, each with its place and the rule that it breaks."""

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
    """Raised when the data break rules; holds every fault."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)

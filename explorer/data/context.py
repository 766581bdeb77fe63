"""The date and the countries that a question about export controls is about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Context:
    """As-of date, origin and destination; `ALL` stands for every destination, `USA-MIL` for US military users."""

    as_of: date
    origin: str = "CHN"
    destination: str = "ALL"

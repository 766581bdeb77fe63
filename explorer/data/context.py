"""The date and the countries that a question about export controls is about."""

from datetime import date

from msgspec import Struct


class Context(Struct, frozen=True):
    """As-of date, origin and destination; `ALL` stands for every destination, `USA-MIL` for US military users."""

    as_of: date
    origin: str = "CHN"
    destination: str = "ALL"

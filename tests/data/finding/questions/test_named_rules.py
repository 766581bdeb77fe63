"""Kinds of rules by their names, buyers by their industry, currencies."""

import pytest

from explorer.data.finding.questions.buyers_by_industry import is_buyer_of_industry
from explorer.data.finding.questions.currencies import currency_of
from explorer.data.finding.questions.named_rules import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reporting duty", "reporting"),
        ("state trading rule", "state_trading"),
        ("end-use checks", "end_use"),
        ("普通出口许可证", "trade_licence"),
        ("licence", ""),
    ],
)
def test_a_rule_has_the_kind_of_the_measures(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_a_maker_is_a_buyer_of_its_industry() -> None:
    assert is_buyer_of_industry("Chip maker") and is_buyer_of_industry("芯片企业")
    assert not is_buyer_of_industry("defence contractor") and not is_buyer_of_industry("chip")


def test_a_currency_has_its_code() -> None:
    assert (currency_of("USD"), currency_of("人民币"), currency_of("kg")) == ("USD", "CNY", "")

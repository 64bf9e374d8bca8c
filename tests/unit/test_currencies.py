"""Amounts have the decimals of their currency, and rates work whatever the shop's own is."""

from __future__ import annotations

import pytest

from shop.currencies import minor_units, money
from shop.feeds.money import amount
from shop.settings import Settings


@pytest.mark.parametrize(
    ("minor", "currency", "read"),
    [
        (129900, "CNY", "¥1,299"),
        (5990, "CNY", "¥59.90"),
        (1299, "JPY", "¥1,299"),
        (25000, "VND", "VND 25,000"),
        (12500, "KWD", "KWD 12.500"),
        (12000, "BHD", "BHD 12"),
        (-1050, "USD", "-$10.50"),
    ],
)
def test_amounts_are_read_in_their_currency(minor: int, currency: str, read: str) -> None:
    assert money(minor, currency) == read


def test_a_feed_in_dinars_keeps_all_three_decimals() -> None:
    assert amount("12.345", "price", "KWD", "CNY").minor == 12345
    assert minor_units("CLP") == 1


def test_rates_are_crossed_where_the_shop_has_another_currency() -> None:
    assert Settings().rate("USD") == 7.1
    dollars = Settings(currency="USD")
    assert dollars.rate("USD") == 1
    assert dollars.rate("CNY") == pytest.approx(1 / 7.1)
    own = Settings(currency="SEK", rates=("EUR=11.3",))
    assert (own.rate("EUR"), own.rate("SEK")) == (11.3, 1)

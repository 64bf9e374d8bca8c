"""Amounts of money as feeds write them, as exact minor units. No float is ever made."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from shop.currencies import CURRENCIES, SIGNS, minor_units
from shop.errors import Invalid
from shop.feeds.values import LARGEST, show, text

OTHER_NAMES = {"元": "CNY", "圆": "CNY", "RMB": "CNY", "円": "JPY", "US$": "USD", "NT": "TWD"}
SHAPE = re.compile(
    r"(?P<before>[^\d\s.,+-]{1,3})?\s*(?P<number>[+-]?\s*[\d.][\d., ']*)"
    r"(?P<after>[^\d\s.,+-]{1,3})?",
    re.ASCII,
)
PLAIN = re.compile(r"\d+(\.\d*)?|\.\d+", re.ASCII)
COMMAS = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)  # 1,299.00
POINTS = re.compile(r"\d{1,3}([. ']\d{3})+(,\d+)?", re.ASCII)  # 1.299,00 and 1 299,00
COMMA = re.compile(r"\d+,\d{1,2}", re.ASCII)  # 15,00
FINEST = -9  # decimals beyond which a number is a mistake, not an amount


@dataclass(frozen=True, slots=True)
class Amount:
    """Minor units of a currency; `stated` when the amount itself or its column named it."""

    minor: int
    currency: str
    stated: bool


def amount(value: object, name: str, currency: str, default: str) -> Amount:
    """`129`, `129.00`, `129.00 CNY`, `¥1,299`, `15,00 €` as minor units.

    The currency is that of the amount, else `currency` (the row's; "" for none), else `default`.
    Raises `Invalid` for what is no amount, is negative or is finer than the currency.
    """
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number, own = Decimal(value), ""
    else:
        number, own = _read(value, name, currency or default)
    code = own or currency or default
    if currency and own and own != currency:
        raise Invalid(f"{name} {show(value)} is not in {currency}, the row's currency")
    return Amount(_minor(number, code, name, value), code, bool(own or currency))


def minor(value: object, name: str, currency: str, default: str) -> Amount:
    """An amount that is given in minor units already."""
    code = currency or default
    return Amount(_minor(Decimal(_whole(value, name)) / units(code), code, name, value), code,
                  bool(currency))  # fmt: skip


def currency(value: object, name: str) -> str:
    """A currency's code, "" for none; raises `Invalid` for one that there is not."""
    code = text(value, name).upper()
    if code:
        units(code)
    return code


def units(code: str) -> int:
    """Minor units in one unit; raises `Invalid` for an unknown currency."""
    if code not in CURRENCIES:
        raise Invalid(f"unknown currency {show(code)}")
    return minor_units(code)


def _read(value: object, name: str, expected: str) -> tuple[Decimal, str]:
    said = unicodedata.normalize("NFKC", text(value, name, 60)).strip()
    shape = SHAPE.fullmatch(said)
    if shape is None:
        raise Invalid(f"{name} {show(value)} is not an amount of money")
    number = shape["number"].replace("+", "").strip()
    negative = "-" in said
    codes = {_code(word, expected) for word in (shape["before"], shape["after"]) if word}
    if len(codes) > 1:
        raise Invalid(f"{name} {show(value)} names two currencies")
    digits = number.replace("-", "").strip()
    return _decimal(digits, name, value) * (-1 if negative else 1), (codes or {""}).pop()


def _code(word: str, expected: str) -> str:
    """A code, or the currency that a sign stands for: the expected one where that is possible."""
    upper = word.upper()
    if upper in CURRENCIES:
        return upper
    if upper in OTHER_NAMES:
        return OTHER_NAMES[upper]
    if word == "$" and expected.endswith("D"):
        return expected
    likely = [code for code, sign in SIGNS.items() if sign == word]
    if not likely:
        raise Invalid(f"unknown currency {show(word)}")
    return expected if expected in likely else likely[0]


def _decimal(digits: str, name: str, value: object) -> Decimal:
    if PLAIN.fullmatch(digits):
        return Decimal(digits)
    if COMMAS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if POINTS.fullmatch(digits):
        return Decimal(re.sub(r"[. ']", "", digits).replace(",", "."))
    if COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    raise Invalid(f"{name} {show(value)} is not an amount of money")


def _minor(number: Decimal, code: str, name: str, value: object) -> int:
    scale = units(code)
    if number.is_signed() and number:
        raise Invalid(f"{name} {show(value)} is negative")
    exponent = number.as_tuple().exponent
    # The size first: 1e999999999 as an integer would take all memory there is.
    if not isinstance(exponent, int) or number > LARGEST or number * scale > LARGEST:
        raise Invalid(f"{name} {show(value)} is too large")
    if exponent < FINEST or number * scale % 1:
        raise Invalid(f"{name} {show(value)} has more decimals than {code}")
    return int(number * scale)


def _whole(value: object, name: str) -> int:
    said = text(value, name, 40)
    if not re.fullmatch(r"-?\d{1,12}", said, re.ASCII):
        raise Invalid(f"{name} {show(value)} is not a whole number of minor units")
    return int(said)

"""Prices in another currency than the shop's, roughly: "how much is that in dollars"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.turn import Turn
from language.text import simplify
from shop.currencies import minor_units, money

NAMES: tuple[tuple[str, str], ...] = (
    ("HKD", r"\bhk\s?(dollars?|\$)|\bhong kong dollars?|港币|港元|港幣"),
    ("TWD", r"\b(nt|taiwan(ese)?) ?(dollars?|\$)|台币|新台币"),
    ("AUD", r"\b(australian|aussie) dollars?|澳元|澳币"),
    ("CAD", r"\bcanadian dollars?|加元|加币"),
    ("SGD", r"\bsingapore(an)? dollars?|新加坡元|新币|坡币"),
    ("USD", r"\b(us |american )?(dollars?|bucks)\b|美元|美金|美刀"),
    ("EUR", r"\beuros?\b|欧元"),
    ("GBP", r"\b(pounds?|sterling|quid)\b|英镑"),
    ("JPY", r"\byen\b|日元|日币|日圆"),
    ("KRW", r"\b(korean )?won\b(?=\W*$)|韩元|韩币"),
    ("RUB", r"\br(o?u)bles?\b|\broubles?\b|卢布"),
    ("INR", r"\brupees?\b|卢比"),
    ("THB", r"\b(thai )?baht\b|泰铢"),
    ("MYR", r"\bringgits?\b|马币|令吉"),
    ("CNY", r"\b(yuan|rmb|renminbi)\b|人民币"),
)
WORDS = tuple((code, re.compile(pattern, re.IGNORECASE)) for code, pattern in NAMES)
CODE = re.compile(r"(?<![A-Za-z])(?:in|to|into|成|是|换|合|折)?\s*([A-Za-z]{3})(?![A-Za-z])")


def asked(turn: Turn) -> str:
    """The code of the foreign currency that a message names; "" for none, or for the shop's own."""
    text, settings = simplify(turn.text), turn.services.settings
    code = next((code for code, words in WORDS if words.search(text)), "")
    if not code:
        written = (match[1].upper() for match in CODE.finditer(text))
        codes = {code for code, _ in NAMES} | set(settings.foreign)
        code = next((word for word in written if word in codes), "")
    return "" if code == settings.currency else code


def tell(turn: Turn, amounts: Sequence[int], currency: str) -> None:
    """Say lowest and highest of the amounts (minor units) in the currency that was asked for.

    They are rough, as the owner's rates are; what is charged is the shop's own amount.
    """
    code = asked(turn)
    if not code or code == currency or not amounts:
        return
    rate, own = turn.services.settings.foreign.get(code), money(max(amounts), currency)
    if rate is None or currency != turn.services.settings.currency:
        turn.say("utter_no_rate", code=code, currency=currency)
        return
    scale = minor_units(code) / minor_units(currency) / rate
    low, high = (_rough(round(end * scale), code) for end in (min(amounts), max(amounts)))
    about = low if low == high else f"{low}-{high}"
    turn.say("utter_in_currency", about=about, code=code, own=own, currency=currency)


def _rough(minor: int, code: str) -> str:
    """Two decimals below a hundred, none above: a rough rate carries no more."""
    unit = minor_units(code)
    return money(minor if minor < 100 * unit else round(minor / unit) * unit, code)

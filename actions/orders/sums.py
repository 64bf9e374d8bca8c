"""Which of several orders a sum of money tells: "the 1,674 one", 那个一千多的, the dearest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.turn import JSON
from language.numbers import chinese
from language.text import simplify

ABOUT = 0.15  # how far off "around 1,700" may be
ROUNDED = 1.0  # of the shop's currency, which nobody says to the last hundredth
LEAST_BARE = 10  # a smaller number without a word for money is a place or a number of pieces
SHORTENED = 100  # "the 1,600 one" of 1,674
UNITS = {"k": 1_000, "千": 1_000, "百": 100, "万": 10_000}
SUM = re.compile(
    r"(?P<more>\b(?:over|above|more than)\s*|[超多大高]于?过?\s*)?"
    r"(?P<about>\b(?:around|about|roughly|nearly|almost|some)\s*|[大差][约概不]多?\s*)?"
    r"(?P<sign>[¥￥$€£]|\brmb\s?)?\s*"
    r"(?P<value>(?<![A-Za-z\d])\d[\d,]*(?:\.\d+)?(?:\s?[k千百万])?|"
    r"[一二两三四五六七八九][一二两三四五六七八九零十百千万]*[十百千万]"
    r"[一二两三四五六七八九]?)"
    r"(?P<odd>\s?(?:多|几|出头|-?odd\b|something\b))?"
    r"\s?(?P<unit>元|块|yuan\b|rmb\b|kuai\b|bucks\b)?"
    r"(?P<near>\s?(?:左右|上下|的样子|-?ish\b))?"
    r"(?![A-Za-z\d个号码第])",
    re.IGNORECASE,
)
DEAREST = re.compile(
    r"\b(most expensive|dearest|priciest|biggest (one|order|total)|largest (one|order|total))\b|"
    r"最贵|最多钱|(金额|总价|价格)最[高大多]",
    re.IGNORECASE,
)
CHEAPEST = re.compile(
    r"\b(cheapest|least expensive|smallest (one|order|total))\b|最便宜|最少钱|(金额|总价|"
    r"价格)最[低小少]",
    re.IGNORECASE,
)


def by_sum(text: str, options: Sequence[JSON], *, superlatives: bool = True) -> list[str]:
    """The ids of the options whose `sums` (in units of the currency) a message names; or none.

    `superlatives`: whether "the cheapest" means one of these, too.
    """
    clear = simplify(text)
    priced = [option for option in options if option.get("sums")]
    if superlatives and priced and DEAREST.search(clear):
        return [max(priced, key=lambda option: float(option["sums"][0]))["id"]]
    if superlatives and priced and CHEAPEST.search(clear):
        return [min(priced, key=lambda option: float(option["sums"][0]))["id"]]
    for match in SUM.finditer(clear):
        for low, high in _spans(match):
            if found := [o["id"] for o in priced if any(low <= s < high for s in o["sums"])]:
                return found
    return []


def _spans(match: re.Match[str]) -> list[tuple[float, float]]:
    """From where to where the sum may be, likeliest first."""
    value = _value(match["value"])
    told = match["sign"] or match["unit"] or match["odd"] or match["near"]
    if not value or (value < LEAST_BARE and not told):
        return []
    if match["odd"]:
        return [(value, value + _last_place(value))]
    if match["more"]:
        return [(value, float("inf"))]
    if match["about"] or match["near"]:
        return [(value * (1 - ABOUT), value * (1 + ABOUT))]
    exact = (value - ROUNDED + 0.01, value + ROUNDED)
    short = _last_place(value)
    return [exact, (value, value + short)] if short >= SHORTENED else [exact]


def _value(said: str) -> float:
    if said[0].isdigit():
        unit = UNITS.get(said[-1].lower(), 1)
        return round(float(said.rstrip("kK千百万 ").replace(",", "")) * unit, 2)
    return float(chinese(said) or 0)


def _last_place(value: float) -> int:
    """The place of the last figure that was said: 1,000 of 一千多, 100 of 一千六百多."""
    whole, place = int(value), 1
    while whole and whole % 10 == 0:
        whole, place = whole // 10, place * 10
    return place

"""How large and heavy goods are, by what the catalogue states: for "bigger", "too heavy"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from shop.tables import Product

BIGGER = re.compile(
    r"\b(bigger|larger|longer|taller|wider|more (space|room|capacity))\b|"
    r"\btoo (small|short|tiny|narrow)\b|[大长高宽](一)?[点些]|更[大长高宽]|太[小短矮窄](了|啦)",
    re.IGNORECASE,
)
SMALLER = re.compile(
    r"\b(smaller|shorter|narrower|more compact|tinier)\b|\btoo (big|large|long|tall|wide|bulky)\b|"
    r"[小短矮窄](一)?[点些]|更[小短矮窄]|太[大长高宽](了|啦)",
    re.IGNORECASE,
)
_SHADE = r"(?! (in )?(colou?r|shade|tone|blue|green|grey|gray|pink|brown|wood))"
LIGHTER = re.compile(
    rf"\b(lighter|less heavy|not (so|that) heavy|more lightweight)\b{_SHADE}|"
    r"\btoo (heavy|weighty)\b|轻(一)?[点些]|更轻|太(重|沉)|别太重|不要太重|(重|沉)了(点|些)",
    re.IGNORECASE,
)
HEAVIER = re.compile(
    r"\b(heavier|more solid)\b|\btoo lightweight\b|重(一)?[点些](?!视)|更重|太轻", re.IGNORECASE
)
# What says most about size first: a mug is larger by what it holds, a table by its width.
UP_TO = 99  # years, where a product states no upper age
FACTS = ("capacity", "volume", "diameter", "width", "length", "height", "size", "sheets")
AMOUNT = re.compile(
    r"(\d+(?:\.\d+)?)(?:\s*x\s*\d+(?:\.\d+)?)*\s*(ml|l|mm|cm|m|inch|litres?|kg|g|h|min|mah|w)?\b",
    re.I,
)
UNITS = {"l": 1000.0, "litre": 1000.0, "litres": 1000.0, "ml": 1.0, "mm": 1.0, "cm": 10.0,
         "m": 1000.0, "inch": 25.4, "kg": 1000.0, "g": 1.0}  # fmt: skip


WEIGHT = ("weight",)


@dataclass(frozen=True)
class Change:
    """What goods are to have more (way 1) or less (-1) of: one of the facts, size or weight."""

    name: str
    facts: tuple[str, ...]
    way: int


CHANGES = (
    (LIGHTER, Change("lighter", WEIGHT, -1)),
    (HEAVIER, Change("heavier", WEIGHT, 1)),
    (BIGGER, Change("bigger", FACTS, 1)),
    (SMALLER, Change("smaller", FACTS, -1)),
)


def change(text: str) -> Change | None:
    """The change of size or weight that a text asks for."""
    return next((each for words, each in CHANGES if words.search(text)), None)


def further(goods: Sequence[Product], shown: Sequence[Product], asked: Change) -> list[Product]:
    """Those of `goods` that have more or less of it than those shown, the nearest first.

    They are compared by the first fact that most of the shown ones state; empty where none is.
    Of weight the least (or most) comes first: the heaviest of them is nobody's wish.
    """
    for fact in asked.facts:
        known = [size for p in shown if (size := measure(p, fact)) is not None]
        if known and 2 * len(known) >= len(shown):
            middle = median(known)
            sized = [(size, p) for p in goods if (size := measure(p, fact)) is not None]
            beyond = [pair for pair in sized if (pair[0] - middle) * asked.way > 0]
            far = asked.way if asked.facts == WEIGHT else -asked.way
            return [p for _, p in sorted(beyond, key=lambda pair: -far * (pair[0] - middle))]
    return []


def measure(product: Product, fact: str) -> float | None:
    """The largest amount that a fact states, in millilitres, millimetres, grams or as it stands."""
    stated = str((product.attributes.get("facts") or {}).get(fact, ""))
    amounts = [float(n) * UNITS.get(unit.lower(), 1.0) for n, unit in AMOUNT.findall(stated)]
    return max(amounts, default=None)


def years(facts: Mapping[str, Any]) -> tuple[int, int] | None:
    """The ages that a product's facts state it to be for, or None: "2-5 years"."""
    stated = str(facts.get("age", ""))
    if "birth" in stated:
        return (0, UP_TO)
    found = [int(n) for n in re.findall(r"\d+", stated)]
    if "month" in stated and found:
        return (round(found[0] / 12), UP_TO)
    return (found[0], found[1] if len(found) > 1 else UP_TO) if found else None

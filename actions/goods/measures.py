"""How large goods are, by what the catalogue states: for "bigger" and "a smaller one"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from shop.tables import Product

BIGGER = re.compile(
    r"\b(bigger|larger|longer|taller|wider|more (space|room|capacity))\b|"
    r"[大长高宽](一)?[点些]|更[大长高宽]",
    re.IGNORECASE,
)
SMALLER = re.compile(
    r"\b(smaller|shorter|narrower|more compact|tinier)\b|[小短矮窄](一)?[点些]|更[小短矮窄]",
    re.IGNORECASE,
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


def direction(text: str) -> int:
    """1 for bigger, -1 for smaller, 0 where the text says neither."""
    if BIGGER.search(text):
        return 1
    return -1 if SMALLER.search(text) else 0


def beyond(goods: Sequence[Product], shown: Sequence[Product], way: int) -> list[Product]:
    """Those of `goods` larger (way 1) or smaller (-1) than those shown, the nearest first.

    They are compared by the first fact that most of the shown ones state; empty where none is.
    """
    for fact in FACTS:
        known = [size for p in shown if (size := measure(p, fact)) is not None]
        if known and 2 * len(known) >= len(shown):
            middle = median(known)
            sized = [(size, p) for p in goods if (size := measure(p, fact)) is not None]
            further = [pair for pair in sized if (pair[0] - middle) * way > 0]
            return [p for _, p in sorted(further, key=lambda pair: abs(pair[0] - middle))]
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

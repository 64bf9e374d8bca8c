"""What a gift is chosen by: what somebody likes or is, and the goods that serve it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import yaml

from language.normalise import LEXICON
from language.text import IS_HAN, simplify


class Interest(NamedTuple):
    """The shopper's word for it, and what to search for."""

    said: str
    goods: tuple[str, ...]
    person: bool = False
    """Whether it says who somebody is, rather than what they like."""


def interests(text: str) -> list[Interest]:
    """What a message says that somebody likes or is, in its order.

    >>> [each.said for each in interests("for a teacher who likes yoga")]
    ['teacher', 'yoga']
    """
    clean = simplify(text)
    found: dict[str, Interest] = {}
    for match in _pattern().finditer(clean):
        name = _names()[match.group().lower()]
        each = _all()[name]
        interest = Interest(match.group(), tuple(each["goods"]), bool(each.get("person")))
        found.setdefault(name, interest)
    return list(found.values())


@cache
def _all() -> Mapping[str, Mapping[str, Any]]:
    raw: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        (LEXICON / "interests.yaml").read_text(encoding="utf-8")
    )
    return raw


@cache
def _names() -> dict[str, str]:
    return {str(word).lower(): name for name, each in _all().items() for word in each["said"]}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_names(), key=len, reverse=True)
    ways = [re.escape(f) if IS_HAN.search(f) else rf"\b{re.escape(f)}\b" for f in forms]
    return re.compile("|".join(ways), re.IGNORECASE)

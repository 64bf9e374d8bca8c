"""What shoppers say in words of their own, led back to the words that goods are described with.

A saying is a name with its forms: "干皮" is dry skin, 防雨 is waterproof. Whatever form a message
or a product uses, both are compared by the name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from language.normalise import LEXICON, lexicon
from language.text import IS_HAN, simplify

NOT = re.compile(
    r"(?:\b(?:not|isn'?t|aren'?t|never|without|no)\s+(?:\w+\s+)?|[不非无没]|不能|不可)$", re.I
)


@cache
def qualities() -> Mapping[str, Mapping[str, Any]]:
    """`said` and `facts` of each quality by its name."""
    raw = yaml.safe_load((LEXICON / "qualities.yaml").read_text(encoding="utf-8"))
    return {str(name): each for name, each in raw.items()}


def spans(clean: str) -> list[tuple[int, int]]:
    """Where a text says something in words of its own."""
    return [match.span() for match in _pattern().finditer(clean)]


def named(text: str) -> list[str]:
    """The names of what a text says, in its order."""
    found = (_names()[match.group().lower()] for match in _pattern().finditer(simplify(text)))
    return list(dict.fromkeys(found))


def stated(text: str) -> list[str]:
    """Names of the qualities that a product's own text claims: "not waterproof" claims none."""
    clean = simplify(text)
    return [
        name
        for match in _pattern().finditer(clean)
        if (name := _names()[match.group().lower()]) in qualities()
        and not NOT.search(clean[: match.start()])
    ]


def plainly(text: str) -> str:
    """The text with every form replaced by the name it stands for."""
    return _pattern().sub(lambda form: f" {_names()[form.group().lower()]} ", text)


@cache
def _names() -> dict[str, str]:
    """The name of each form."""
    found = {str(form): name for name, forms in lexicon("sayings").items() for form in forms}
    for name, each in qualities().items():
        found |= {str(form).lower(): name for form in each["said"]}
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Any form, the longest first; Latin ones as whole words."""
    forms = sorted(_names(), key=len, reverse=True)
    ways = [re.escape(f) if IS_HAN.search(f) else rf"\b{re.escape(f)}\b" for f in forms]
    return re.compile("|".join(ways), re.IGNORECASE)

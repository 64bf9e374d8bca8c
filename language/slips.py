"""Slips of the finger in small words: "undr 200", "sumthing chep", 200一下的.

Misspelt goods are led back by `language/spelling.py`; these words stand in no catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

import yaml

from language.normalise import LEXICON
from language.spelling import Spelling
from language.text import stem

WORD = re.compile(r"[A-Za-z]{2,}(?!['’@.]?\w)")


class Slip(NamedTuple):
    """text[start:end] should read `right`."""

    start: int
    end: int
    right: str


def found_in(text: str, known: Callable[[str], bool]) -> list[Slip]:
    """Slips from left to right; `known` says whether a stem is a word of the shop's."""
    return sorted([*_english(text, known), *_chinese(text)])


def mended(text: str, slips: list[Slip]) -> str:
    """The text with its slips put right."""
    for slip in reversed(slips):
        text = text[: slip.start] + slip.right + text[slip.end :]
    return text


def origin(place: int, slips: list[Slip]) -> int:
    """Where a place in the mended text stands in the one that was typed."""
    shift = 0
    for slip in slips:
        at = slip.start + shift
        if place <= at:
            break
        grown = len(slip.right) - (slip.end - slip.start)
        if place < at + len(slip.right):
            return min(place - shift, slip.end)
        shift += grown
    return place - shift


def _english(text: str, known: Callable[[str], bool]) -> Iterator[Slip]:
    pairs, spelling = _rules()["english"], _towards()
    for match in WORD.finditer(text):
        word = match.group().lower()
        before = text[match.start() - 1 : match.start()]
        if before in ("@", ".", "-", "#") or match.group().isupper() and len(word) > 2:
            continue  # an address, a code
        if match.group()[0].isupper() and text[: match.start()].strip():
            continue  # a name
        if word in pairs:
            yield Slip(*match.span(), str(pairs[word]))
        elif word not in spelling and not known(stem(word)):
            right = spelling.correct(word)
            if right != word:
                yield Slip(*match.span(), right)


def _chinese(text: str) -> Iterator[Slip]:
    for wrong, right in _rules()["chinese"].items():
        for match in re.finditer(wrong, text):
            yield Slip(*match.span(), str(right))


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = yaml.safe_load((LEXICON / "slips.yaml").read_text(encoding="utf-8"))
    return rules


@cache
def _towards() -> Spelling:
    return Spelling(_rules()["towards"].split())

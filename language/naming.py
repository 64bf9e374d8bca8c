"""What a shopper calls the goods ("gooseneck kettle", "hats", "冲锋衣"), and the head of a name.

A kind that the shop has is known by its category; the words around it, or a word that no category
knows, are what a search has to be honest about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from language.normalise import tells
from language.tagger import Entity
from language.text import IS_HAN, Token, simplify, stem, words

# Where an English name stops being the thing itself: "mug | with lid", "cushion | for chairs".
AFTER_HEAD = re.compile(r"[(),:/–]|\s-\s|\b(?:with|for|in|of|from|by|to|on)\b", re.IGNORECASE)
HAN_RUN = re.compile(r"[\u3400-\u9fff]+")
SUFFIXES = (2, 3, 4)  # characters of a Chinese head: "毛衣", "小白鞋", "毛绒玩具"
ASKED = re.compile(r"[吗么嘛?？]\W*$")
JOINS = ("的", "with", "a", "an")
PASSED = ("colour", "material", "size", "gender", "brand", "told")
JOINED = re.compile(r"\s*(?:的|with\s+(?:an?\s+)?)?\s*", re.IGNORECASE)


class Kind(NamedTuple):
    """The shopper's own words for the goods, and those of them that no category's name holds."""

    said: str
    beyond: str


def kind(text: str, entities: Sequence[Entity], beyond: Sequence[str]) -> Kind | None:
    """What a message calls the goods; None where it names none, or several.

    `beyond` are words inside the entities that no category's name holds.
    """
    named = [entity for entity in entities if entity.label == "category"]
    if not named or any(
        text[a.end : b.start].strip() for a, b in zip(named, named[1:], strict=False)
    ):
        return None
    start, end = named[0].start, named[-1].end
    others = [e for e in entities if e.label not in ("category", "attribute")]
    spans = words(text)
    before = _grown([w for w in reversed(spans) if w.end <= start], text, start, others, -1)
    behind = [w for w in spans if w.start >= end]
    whole = next((w for w in spans if w.start <= start and w.end > end), None)
    if whole and IS_HAN.match(whole.text) and not any(e.start < whole.end > e.end for e in others):
        rest = text[end : whole.end]  # "笔记本" of "笔记本电脑"
        return Kind(whole.text, " ".join([*beyond, rest]).strip()) if len(rest) > 1 else None
    if IS_HAN.match(text[end : end + 1]):  # "毛衣起球吗" asks; "笔记本电脑" is another thing
        told = [e for e in entities if e.label == "attribute" and e.start == end]
        behind = [] if ASKED.search(text) else [w for w in behind if told and w.end <= told[0].end]
    after = _grown(behind, text, end, others, 1)
    left = before[-1].start if before else start
    right = after[-1].end if after else end
    around = [w.text for w in (*reversed(before), *after)]
    return Kind(
        text[left:right],
        " ".join(filter(None, [*around[: len(before)], *beyond, *around[len(before) :]])),
    )


def _grown(
    near: Sequence[Token], text: str, edge: int, others: Sequence[Entity], way: int
) -> list[Token]:
    """Words that stand beside the goods and belong to their name, from the nearest on.

    A colour between them ("striped blue mug") is passed over.
    """
    found: list[Token] = []
    for word in near:
        if word.text.lower() in JOINS:
            continue
        between = text[word.end : edge] if way < 0 else text[edge : word.start]
        label = next((e.label for e in others if word.start < e.end and e.start < word.end), "")
        if not JOINED.fullmatch(between) or not (label in PASSED or not label and tells(word.text)):
            break
        found += [] if label else [word]
        edge = word.start if way < 0 else word.end
    return found


def heads(title: str) -> set[str]:
    """What a title says the thing is: its last words, before "with …" and brackets.

    >>> sorted(heads("Bamboo Hat Pendant with Cord"))
    ['pendant']
    """
    clean = simplify(title)
    found: set[str] = set()
    for part in [AFTER_HEAD.split(clean)[0], *re.findall(r"\(([^)]+)\)", clean)]:
        latin = re.findall(r"[A-Za-z][A-Za-z'-]*", part)
        found |= {stem(latin[-1])} if latin else set()
    for run in HAN_RUN.findall(clean):
        found |= {run[-size:] for size in SUFFIXES if len(run) >= size}
    return found


def head(phrase: str) -> str:
    """The word of a phrase that says what the thing is: "maker" of "coffee maker"."""
    clean = simplify(phrase)
    if han := HAN_RUN.findall(clean):
        return str(han[-1])
    latin = re.findall(r"[A-Za-z][A-Za-z'-]*", AFTER_HEAD.split(clean)[0])
    return stem(latin[-1]) if latin else ""

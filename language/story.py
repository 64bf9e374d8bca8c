"""The wish at the end of a story: "my mother moved …, her kitchen is empty, so I need a good pan".

What is told before it names goods that nobody asks for; who it is for and what it may cost is said
anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from language.tagger import Entity
from language.text import IS_HAN, words

LONG, LONG_ZH = 12, 14  # words, and Chinese characters, from which on a message may tell a story
WISH = re.compile(
    r"\b(?:(?:i|we|she|he|they)(?:'d|'ll| would| do| will)? (?:\w+ )?(?:need|needs|want|wants|like|"
    r"love|require)\b|(?:i'm|im|i am|we're|we are) (?:\w+ )?(?:looking for|after|searching for)|"
    r"looking (?:for|to buy|to get)|time for|do you (?:have|sell)|have you got|"
    r"(?:can|could) (?:you|i) (?:\w+ )?(?:recommend|suggest|show|get|have|see|find)|"
    r"recommend|suggest|show me)\b|"
    r"(?:想要?|需要|打算|得|该|准备|要|想给.{0,5})(?:再|去|重新)?(?:买|换|找|入|添|挑|选|弄)|想要|需要|求推荐|"
    r"推荐|有没有|有什么|帮(?:我|忙)?(?:找|挑|选)",
    re.IGNORECASE,
)
REASON = re.compile(r"\b(?:because|since|as (?:my|the|our|i|we))\b|因为|由于", re.IGNORECASE)
GOODS = ("category", "attribute")
TOLD = ("category", "attribute", "brand", "colour", "material", "quantity", "size")


def wish(text: str, entities: Sequence[Entity]) -> tuple[int, int]:
    """Where the wish of a message begins and ends: all of it where it tells no story."""
    whole = (0, len(text))
    han = len(IS_HAN.findall(text))
    if han < LONG_ZH and len(words(text)) < LONG:
        return whole
    for start in reversed([match.start() for match in WISH.finditer(text)]):
        reason = REASON.search(text, start)
        end = reason.start() if reason else len(text)
        if any(e.label in GOODS and start <= e.start < end for e in entities):
            return (start, end)
    return whole


def told(entities: Sequence[Entity], start: int, end: int) -> list[Entity]:
    """The entities without goods that only the story names."""
    return [e for e in entities if e.label not in TOLD or start <= e.start < end]

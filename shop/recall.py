"""Which texts are about the same as a question: shared words, the rare ones counting most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

WORD = re.compile(r"[a-z]{2,}|[\u4e00-\u9fff]+", re.IGNORECASE)
COMMON = frozenset(
    "the and you your for are is it of to in on at we our be can do does how what when where my me "
    "this that with have has will would please hello hi not no yes an or if".split()
)


def tokens(text: str) -> set[str]:
    """English words without the commonest, and pairs of Chinese characters."""
    found: set[str] = set()
    for word in WORD.findall(text.lower()):
        if word[0] < "\u4e00":
            found.add(word.rstrip("s") or word)
        else:
            found.update(word[i : i + 2] for i in range(max(1, len(word) - 1)))
    return found - COMMON


def nearest(
    question: str, texts: Sequence[str], most: int = 5, least: float = 0.15
) -> list[tuple[int, float]]:
    """Places in `texts` and their score in (0, 1], best first: the share of the question's words,
    by weight, that a text has."""
    asked = tokens(question)
    each = [tokens(text) for text in texts]
    counts = Counter(token for found in each for token in found)
    weight = {token: math.log(1 + len(texts) / (1 + counts[token])) for token in asked}
    total = sum(weight.values())
    if not total:
        return []
    scores = [sum(weight[token] for token in asked & found) / total for found in each]
    ranked = sorted(range(len(texts)), key=lambda place: (-scores[place], len(texts[place])))
    return [(place, scores[place]) for place in ranked[:most] if scores[place] >= least]

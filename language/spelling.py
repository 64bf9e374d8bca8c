"""Misspelt Latin words led back to words that the shop knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

SHORTEST = 4  # below this one slip makes another word: "rug", "mug"
LONG = 7  # from here on two slips are forgiven


class Spelling:
    """Known words by first letter and length, with a letter mask that rules most of them out."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._known: set[str] = set()
        self._shelves: defaultdict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
        self.add(words)

    def add(self, words: Iterable[str]) -> None:
        """Learn words; only letters a-z are corrected towards."""
        for word in words:
            if word in self._known:
                continue
            self._known.add(word)
            if len(word) >= SHORTEST and word.isascii() and word.isalpha():
                self._shelves[word[0], len(word)].append((word, _mask(word)))

    def know(self, words: Iterable[str]) -> None:
        """Words that are right as they are, but that no slip is corrected towards."""
        self._known.update(words)

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def correct(self, word: str) -> str:
        """The nearest known word, or `word` itself where none is near or it is known.

        The first letter is taken to be right, as it is in nineteen slips of twenty.
        """
        usable = len(word) >= SHORTEST and word.isascii() and word.isalpha()
        if word in self._known or not usable:
            return word
        most = 2 if len(word) >= LONG else 1
        best, nearest = word, most + 1
        mask = _mask(word)
        for length in range(len(word) - most, len(word) + most + 1):
            for other, its in self._shelves.get((word[0], length), ()):
                if (mask ^ its).bit_count() > 2 * most:
                    continue
                far = distance(word, other, nearest - 1)
                if far < nearest:
                    best, nearest = other, far
        return best


def distance(a: str, b: str, limit: int) -> int:
    """Edits between a and b, a swap of neighbours being one; limit + 1 when there are more.

    Source: optimal string alignment, Damerau 1964.
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        row = [i]
        for j, y in enumerate(b, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def _mask(word: str) -> int:
    mask = 0
    for char in word:
        mask |= 1 << (ord(char) & 31)
    return mask

"""BM25 over an inverted index that products can join and leave at any time.

Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from language.text import IS_HAN, simplify, stem, words

Floats = NDArray[np.float32]

K1 = 1.2  # how soon more of the same word stops counting
B = 0.4  # how much long texts are held back; titles and descriptions differ little in length
ROOM = 2  # rebuild when fewer than one row in ROOM is alive


def terms(text: str) -> list[str]:
    """Index terms: stems for Latin script; for Han, jieba's words and pairs of characters."""
    found = []
    for word in words(simplify(text).lower()):
        token = word.text
        if IS_HAN.match(token):
            found.append(token)
            if len(token) > 2:
                found += [token[i : i + 2] for i in range(len(token) - 1)]
        elif token[0].isalnum():
            found.append(stem(token))
    return found


class Postings:
    """Rows of products by term, with weights. Rows are given out by `add` and never reused."""

    def __init__(self) -> None:
        self._rows: dict[str, array[int]] = {}
        self._counts: dict[str, array[float]] = {}
        self._lengths = array("f")
        self._alive = array("b")
        self._living = 0
        self._total = 0.0

    def __len__(self) -> int:
        return self._living

    def __contains__(self, term: str) -> bool:
        return term in self._rows

    @property
    def vocabulary(self) -> Iterable[str]:
        """All terms."""
        return self._rows

    @property
    def sparse(self) -> bool:
        """Whether so many products left that the index should be built anew."""
        return len(self._alive) > 1_000 and self._living * ROOM < len(self._alive)

    def add(self, counts: Mapping[str, float]) -> int:
        """Take in one product, as weights by term; gives its row."""
        row = len(self._lengths)
        for term, count in counts.items():
            self._rows.setdefault(term, array("i")).append(row)
            self._counts.setdefault(term, array("f")).append(count)
        length = sum(counts.values())
        self._lengths.append(length)
        self._alive.append(1)
        self._living += 1
        self._total += length
        return row

    def drop(self, row: int) -> None:
        """Forget one product."""
        if self._alive[row]:
            self._alive[row] = 0
            self._living -= 1
            self._total -= self._lengths[row]

    def has(self, row: int, term: str) -> bool:
        """Whether a product holds a term; rows of a term are in ascending order."""
        rows = self._rows.get(term)
        if rows is None:
            return False
        at = bisect_left(rows, row)
        return at < len(rows) and rows[at] == row

    def idf(self, term: str) -> float:
        """Weight of a term: high for a rare one, highest for one that no product has."""
        seen = len(self._rows.get(term, ()))
        return math.log1p((max(self._living, seen) - seen + 0.5) / (seen + 0.5))

    def scores(self, query: Mapping[str, float]) -> Floats:
        """Score (rows,) of each row: the share of the query that it answers, 0 to 1.

        `query` is weights by term. Dividing by what a perfect answer would get makes scores of
        different queries comparable.
        """
        found = np.zeros(len(self._lengths), dtype=np.float32)
        if not self._living:
            return found
        best = 0.0
        mean = self._total / self._living
        lengths = np.frombuffer(self._lengths, dtype=np.float32) if len(found) else found
        for term, weight in query.items():
            value = weight * self.idf(term)
            best += value
            if term in self._rows:
                rows = np.frombuffer(self._rows[term], dtype=np.int32)
                counts = np.frombuffer(self._counts[term], dtype=np.float32)
                damped = counts + K1 * (1 - B + B * lengths[rows] / mean)
                found[rows] += value * counts / damped
        found *= np.frombuffer(self._alive, dtype=np.int8)
        return found / best if best else found

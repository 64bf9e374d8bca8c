"""A recommender over what shoppers did: rules from one item to the next, and item vectors.

Rules count how often item b follows item a within a visit, a nearer follower counting more
(sequential rules, Ludewig & Jannach 2018). Vectors are the factorised positive pointwise mutual
information of items in the same visit (Levy & Goldberg 2014), kept in FAISS for likeness. Items
that nobody has touched stand where the items with the most similar text are.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

from shop.vectors import VectorIndex, unit

Floats = NDArray[np.float32]

REACH = 8  # items further apart in a visit have little to do with one another
DIMENSIONS = 48
KINDS = {"view": 1.0, "search": 0.0, "favourite": 2.0, "cart": 2.5, "purchase": 1.5}
DECAY = 0.85  # weight of an act against the one after it
NEARNESS = 0.35  # share of vectors in a score, the rules have the rest
REJECTION = 0.6  # how much likeness to a rejected item takes away
LATEST = 20
NEIGHBOURS = 5


class Act(NamedTuple):
    """One thing a shopper did, `age_seconds` ago."""

    item_id: str
    kind: str = "view"
    age_seconds: float = 0.0


class Recommendation(NamedTuple):
    """An item, with the act's item that speaks for it most; None where only fashion does."""

    item_id: str
    score: float
    because: str | None
    reason: str


class Recommender:
    """`items[i]` names row and column i of `rules` (n, n), rows sum to at most 1."""

    def __init__(
        self, items: Sequence[str], rules: csr_matrix, vectors: Floats, popularity: Floats
    ) -> None:
        self.items = list(items)
        self._rows = {name: row for row, name in enumerate(self.items)}
        self._rules = rules
        self._vectors = unit(vectors)
        self._popularity = popularity
        self.index = VectorIndex.build(self.items, vectors)

    @classmethod
    def fit(cls, visits: Sequence[Sequence[str]], extra: Sequence[str] = ()) -> Self:
        """Learn from visits, each its items in order; `extra` are items nobody touched."""
        items = sorted({name for visit in visits for name in visit} | set(extra))
        rows = {name: row for row, name in enumerate(items)}
        coded = [np.array([rows[name] for name in visit]) for visit in visits if len(visit)]
        counts = np.bincount(np.concatenate([*coded, np.arange(0)]), minlength=len(items))
        popularity = np.log1p(counts) / max(float(np.log1p(counts.max(initial=1))), 1e-9)
        follows = _follows(coded, len(items))
        totals = np.maximum(np.asarray(follows.sum(axis=1)).ravel(), 1e-9)
        rules = follows.multiply(1 / totals[:, None]).tocsr()
        return cls(items, rules, _vectors(follows), popularity.astype(np.float32))

    def recommend(
        self,
        history: Sequence[Act],
        k: int,
        allowed: Collection[str],
        rejected: Collection[str] = (),
    ) -> list[Recommendation]:
        """The k best of `allowed` after `history` (oldest first), never a rejected one."""
        acts = [a for a in history if a.item_id in self._rows and KINDS.get(a.kind, 0.0) > 0]
        open_rows = self._open(allowed, rejected)
        if not len(open_rows):
            return []
        if not acts:
            return self._fashion(open_rows, k)
        recent = acts[-LATEST:]
        rows = [self._rows[act.item_id] for act in recent]
        weights = np.array(
            [KINDS[a.kind] * DECAY ** (len(recent) - 1 - i) for i, a in enumerate(recent)]
        )
        parts = self._parts(rows) * weights[:, None]
        scores = parts.sum(axis=0) / weights.sum() + 0.02 * self._popularity
        scores -= self._likeness(rejected) * REJECTION * scores.max(initial=0.0)
        bought = [self._rows[a.item_id] for a in recent if a.kind == "purchase"]
        scores[bought] = 0.0  # who has bought a kettle does not need the same one again
        best = open_rows[np.argsort(-scores[open_rows], kind="stable")[:k]]
        causes = parts[:, best].argmax(axis=0)
        return [
            Recommendation(self.items[i], float(scores[i]), recent[c].item_id, recent[c].kind)
            for i, c in zip(best, causes, strict=True)
        ]

    def similar(self, item_id: str, k: int, allowed: Collection[str]) -> list[Recommendation]:
        """The k of `allowed` most like an item; the popular ones for an unknown item."""
        vector = self.index.vector(item_id)
        others = set(allowed) - {item_id}
        if vector is None:
            return self._fashion(self._open(others, ()), k)
        found = self.index.search(vector[None], k, others)[0]
        return [Recommendation(name, score, item_id, "similar") for name, score in found]

    def completed(self, names: Sequence[str], texts: Floats) -> Self:
        """This, with a place for each of `names` that nobody has touched yet.

        `texts` (n, d) are vectors of what is written about `names`. An untouched item takes the
        mean of the vectors of its `NEIGHBOURS` nearest in text, weighted by that nearness; where
        all are untouched, the texts' own vectors.
        """
        known = {
            name for name, vector in zip(self.items, self._vectors, strict=True) if vector.any()
        }
        warm = [i for i, name in enumerate(names) if name in known]
        cold = [i for i, name in enumerate(names) if name not in known]
        if not cold:
            return self
        if not warm:  # a shop without visitors yet: text is all there is
            nothing = csr_matrix((len(names), len(names)), dtype=np.float64)
            return type(self)(names, nothing, texts, np.zeros(len(names), np.float32))
        items = [*self.items, *(names[i] for i in cold if names[i] not in self._rows)]
        rows = {name: row for row, name in enumerate(items)}
        vectors = np.zeros((len(items), self._vectors.shape[1]), np.float32)
        vectors[: len(self.items)] = self._vectors
        near = VectorIndex.build([names[i] for i in warm], texts[warm])
        for i, found in zip(cold, near.search(texts[cold], NEIGHBOURS), strict=True):
            for name, cosine in found:
                vectors[rows[names[i]]] += max(cosine, 0.0) * self._vectors[self._rows[name]]
        rules = self._rules.copy()
        rules.resize((len(items), len(items)))
        popularity = np.zeros(len(items), np.float32)
        popularity[: len(self.items)] = self._popularity
        return type(self)(items, rules, vectors, popularity)

    def save(self, folder: Path) -> None:
        """Write plain arrays and a FAISS index."""
        (folder / "items.json").write_text(json.dumps(self.items), encoding="utf-8")
        np.savez(
            folder / "recsys.npz",
            data=self._rules.data,
            indices=self._rules.indices,
            indptr=self._rules.indptr,
            vectors=self._vectors,
            popularity=self._popularity,
        )
        self.index.save(folder)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote."""
        items = json.loads((folder / "items.json").read_text(encoding="utf-8"))
        kept = np.load(folder / "recsys.npz", allow_pickle=False)
        shape = (len(items), len(items))
        rules = csr_matrix((kept["data"], kept["indices"], kept["indptr"]), shape=shape)
        return cls(items, rules, kept["vectors"], kept["popularity"])

    def _parts(self, rows: Sequence[int]) -> Floats:
        """(acts, items): what each act says for each item."""
        rules = np.asarray(self._rules[rows].todense(), dtype=np.float32)
        near = np.maximum(self._vectors[rows] @ self._vectors.T, 0.0)
        near /= np.maximum(near.sum(axis=1, keepdims=True), 1e-9)
        parts = (1 - NEARNESS) * rules + NEARNESS * near
        parts[np.arange(len(rows)), rows] = 0.0
        return np.asarray(parts, dtype=np.float32)

    def _likeness(self, names: Collection[str]) -> Floats:
        rows = [self._rows[name] for name in names if name in self._rows]
        if not rows:
            return np.zeros(len(self.items), np.float32)
        return np.maximum(self._vectors[rows] @ self._vectors.T, 0.0).max(axis=0)

    def _open(self, allowed: Collection[str], rejected: Collection[str]) -> NDArray[np.int64]:
        barred = set(rejected)
        rows = [self._rows[n] for n in allowed if n in self._rows and n not in barred]
        return np.array(sorted(rows), dtype=np.int64)

    def _fashion(self, rows: NDArray[np.int64], k: int) -> list[Recommendation]:
        best = rows[np.argsort(-self._popularity[rows], kind="stable")[:k]]
        return [
            Recommendation(self.items[i], float(self._popularity[i]), None, "popular") for i in best
        ]


def _follows(visits: Sequence[NDArray[np.int64]], n: int) -> csr_matrix:
    """(n, n): how often b came after a, divided by the steps between."""
    first, later, weight = [], [], []
    for visit in visits:
        for step in range(1, min(REACH, len(visit) - 1) + 1):
            first.append(visit[:-step])
            later.append(visit[step:])
            weight.append(np.full(len(visit) - step, 1 / step))
    if not first:
        return csr_matrix((n, n), dtype=np.float64)
    rows, columns = np.concatenate(first), np.concatenate(later)
    keep = rows != columns
    values = np.concatenate(weight)[keep]
    return coo_matrix((values, (rows[keep], columns[keep])), shape=(n, n)).tocsr()


def _vectors(follows: csr_matrix) -> Floats:
    """(n, d) by SVD of the positive PMI of being in one visit; zero where nothing is known."""
    both = (follows + follows.T).tocoo()
    n = both.shape[0]
    total = both.sum()
    dimensions = min(DIMENSIONS, n - 1)
    if total == 0 or dimensions < 1:
        return np.zeros((n, DIMENSIONS), np.float32)
    mass = np.asarray(both.sum(axis=1)).ravel()
    pmi = np.log(both.data * total / (mass[both.row] * mass[both.col]))
    positive = coo_matrix((np.maximum(pmi, 0), (both.row, both.col)), shape=both.shape).tocsr()
    start = np.ones(n) / np.sqrt(n)  # fixed, so that the same history gives the same vectors
    left, strength, _ = svds(positive, k=dimensions, v0=start)
    return np.asarray(left * np.sqrt(strength), dtype=np.float32)

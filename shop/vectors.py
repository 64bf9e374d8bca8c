"""A vector index over things with string ids: exact FAISS while small, HNSW when large."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

EXACT_UP_TO = 50_000  # below this a flat scan is exact and takes a few milliseconds
HNSW_LINKS = 32
HNSW_DEPTH = 128


class VectorIndex:
    """Cosine search: vectors are normalised to length 1 on the way in.

    `ids[i]` names row i; a row whose id was removed or replaced has an empty name.
    """

    def __init__(self, dimensions: int, *, expected: int = 0) -> None:
        self.dimensions = dimensions
        self.ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._index: Any
        if expected > EXACT_UP_TO:
            self._index = faiss.IndexHNSWFlat(dimensions, HNSW_LINKS, faiss.METRIC_INNER_PRODUCT)
            self._index.hnsw.efSearch = HNSW_DEPTH
        else:
            self._index = faiss.IndexFlatIP(dimensions)

    @classmethod
    def build(cls, ids: Sequence[str], vectors: Floats) -> VectorIndex:
        """An index of `vectors` (n, d) named by `ids` (n)."""
        index = cls(vectors.shape[1], expected=len(ids))
        index.put(ids, vectors)
        return index

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, name: str) -> bool:
        return name in self._rows

    def put(self, ids: Sequence[str], vectors: Floats) -> None:
        """Add vectors (n, d), replacing those whose ids are known."""
        if len(ids) != len(vectors):
            raise ValueError(f"{len(ids)} ids for {len(vectors)} vectors")
        if not len(ids):
            return
        self.remove(ids)
        start = len(self.ids)
        self._index.add(unit(vectors))
        self.ids.extend(ids)
        self._rows.update((name, start + i) for i, name in enumerate(ids))

    def remove(self, ids: Iterable[str]) -> None:
        """Forget these ids; unknown ones are no error."""
        for name in ids:
            row = self._rows.pop(name, None)
            if row is not None:
                self.ids[row] = ""

    def vector(self, name: str) -> Floats | None:
        """The vector (d,) of one id, or None."""
        row = self._rows.get(name)
        return None if row is None else self._index.reconstruct(row)

    def vectors(self, names: Sequence[str]) -> Floats:
        """Vectors (n, d) of known ids; raises `KeyError` for an unknown one."""
        if not names:
            return np.zeros((0, self.dimensions), np.float32)
        rows = np.array([self._rows[name] for name in names], dtype=np.int64)
        found: Floats = self._index.reconstruct_batch(rows)
        return found

    def search(
        self, queries: Floats, k: int, allowed: Iterable[str] | None = None
    ) -> list[list[tuple[str, float]]]:
        """The k nearest of `allowed` (all, when None) for each query (q, d): id and cosine.

        The filter is applied inside the search, so k results come back when k exist.
        """
        rows = self._rows.values() if allowed is None else self._known(allowed)
        wanted = np.fromiter(rows, dtype=np.int64)
        k = min(k, len(wanted))
        if k == 0:
            return [[] for _ in queries]
        parameters = self._parameters(wanted)
        scores, found = self._index.search(unit(queries), k, params=parameters)
        return [
            [(self.ids[r], float(s)) for r, s in zip(row, score, strict=True) if r >= 0]
            for row, score in zip(found, scores, strict=True)
        ]

    def _known(self, names: Iterable[str]) -> list[int]:
        return [self._rows[name] for name in names if name in self._rows]

    def _parameters(self, wanted: NDArray[np.int64]) -> faiss.SearchParameters | None:
        if len(wanted) == len(self.ids):
            return None
        selector = faiss.IDSelectorBatch(wanted)
        if isinstance(self._index, faiss.IndexHNSW):
            return faiss.SearchParametersHNSW(sel=selector, efSearch=HNSW_DEPTH)
        return faiss.SearchParameters(sel=selector)

    def save(self, folder: Path, name: str = "index") -> None:
        """Write `<name>.faiss` and `<name>.ids.json` into `folder`."""
        faiss.write_index(self._index, str(folder / f"{name}.faiss"))
        (folder / f"{name}.ids.json").write_text(
            json.dumps(self.ids, ensure_ascii=False), encoding="utf-8"
        )

    @classmethod
    def load(cls, folder: Path, name: str = "index") -> VectorIndex:
        """Read what `save` wrote."""
        stored = faiss.read_index(str(folder / f"{name}.faiss"))
        index = cls.__new__(cls)
        index.dimensions = stored.d
        index._index = stored
        index.ids = json.loads((folder / f"{name}.ids.json").read_text(encoding="utf-8"))
        index._rows = {name: row for row, name in enumerate(index.ids) if name}
        return index


def unit(vectors: Floats) -> Floats:
    """Rows (n, d) scaled to length 1; a zero row stays zero."""
    vectors = np.ascontiguousarray(vectors, dtype=np.float32)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)

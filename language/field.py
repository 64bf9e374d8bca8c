"""A trained linear-chain field: what tags, in numpy.

Shapes: T tokens of one sentence; L labels; F features.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

Floats = NDArray[np.float32]
Rows = list[list[str]]  # features of each token of one sentence

OUT = "O"


@dataclass(frozen=True)
class Field:
    """A trained field: what tags. `weights` is (F + 1, L), row 0 for features never seen."""

    labels: tuple[str, ...]
    features: dict[str, int]
    weights: Floats
    transitions: Floats
    start: Floats
    end: Floats

    def emissions(self, rows: Rows) -> Floats:
        """Scores (T, L) of one sentence."""
        known = self.features
        scores = np.zeros((len(rows), len(self.labels)), dtype=np.float32)
        for t, names in enumerate(rows):
            ids = [known[name] for name in names if name in known]
            scores[t] = self.weights[ids].sum(0)
        return scores

    def tag(self, rows: Rows) -> list[str]:
        """The likeliest labels of one sentence, by Viterbi."""
        if not rows:
            return []
        return [self.labels[i] for i in viterbi(self, self.emissions(rows))]

    def save(self, folder: Path, name: str = "tagger") -> None:
        """Write `<name>.safetensors` and `<name>.json`."""
        tensors: dict[str, NDArray[Any]] = {
            "weights": self.weights.astype(np.float16),
            "transitions": self.transitions,
            "start": self.start,
            "end": self.end,
        }
        save_file(tensors, folder / f"{name}.safetensors")
        names = sorted(self.features, key=self.features.__getitem__)
        content = {"labels": self.labels, "features": names}
        (folder / f"{name}.json").write_text(
            json.dumps(content, ensure_ascii=False), encoding="utf-8"
        )

    @classmethod
    def load(cls, folder: Path, name: str = "tagger") -> Field:
        """Read what `save` wrote."""
        content = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        tensors = load_file(folder / f"{name}.safetensors")
        features = {feature: i for i, feature in enumerate(content["features"], start=1)}
        return cls(
            tuple(content["labels"]),
            features,
            tensors["weights"].astype(np.float32),
            tensors["transitions"],
            tensors["start"],
            tensors["end"],
        )


def viterbi(field: Field, scores: Floats) -> list[int]:
    """The best path through scores (T, L)."""
    best = scores[0] + field.start
    back = np.zeros((len(scores), len(field.labels)), dtype=np.int64)
    for t in range(1, len(scores)):
        into = best[:, None] + field.transitions
        back[t] = into.argmax(0)
        best = into.max(0) + scores[t]
    path = [int((best + field.end).argmax())]
    for t in range(len(scores) - 1, 0, -1):
        path.append(int(back[t, path[-1]]))
    return path[::-1]

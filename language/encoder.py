"""Text vectors that mean the same in both languages, learnt from the catalogue alone.

A text is a bag of hashed words and character n-grams; its vector is the normalised sum of their
rows. Two sides of a pair (a title and its translation, a query and its product) are drawn together
and apart from the rest of the batch (InfoNCE, van den Oord et al. 2018). N-grams give vectors to
words never seen and to misspelt ones (as in fastText, Bojanowski et al. 2017).
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from torch import Tensor, nn

from language.text import IS_HAN, simplify, stem, words

Floats = NDArray[np.float32]
Pair = tuple[str, str]


@dataclass(frozen=True)
class Config:
    """Size and training of the encoder; defaults by the recall on held-out queries."""

    buckets: int = 32_768
    """Rows of the table; a catalogue of 350 products fills about half of them."""
    dimensions: int = 128
    batch: int = 256
    steps: int = 600
    rate: float = 3e-3
    temperature: float = 0.08
    dropout: float = 0.2
    """Share of features hidden at each step, so that no single word carries a text."""
    seed: int = 3


class TextEncoder:
    """Texts to vectors (n, d) of length 1, float32; the zero vector for a text without words."""

    def __init__(self, table: Floats) -> None:
        self._table = table  # (buckets, d)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str]) -> Floats:
        """Vectors (n, d) of n texts in either language or both."""
        found = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for i, text in enumerate(texts):
            rows, weights = features(text, len(self._table))
            if rows:
                vector = np.asarray(weights, dtype=np.float32) @ self._table[rows]
                found[i] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return found

    def save(self, folder: Path) -> None:
        """Write the table, in half precision."""
        save_file({"table": self._table.astype(np.float16)}, folder / "encoder.safetensors")
        (folder / "encoder.json").write_text(json.dumps({"shape": self._table.shape}))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote."""
        table = load_file(folder / "encoder.safetensors")["table"]
        return cls(np.ascontiguousarray(table, dtype=np.float32))


def features(text: str, buckets: int) -> tuple[list[int], list[float]]:
    """Rows and weights of a text: words count 1, n-grams share 1 among those of a word."""
    rows: list[int] = []
    weights: list[float] = []
    for word in words(simplify(text).lower()):
        if word.text[0].isalnum():
            its, given = _token(word.text, buckets)
            rows += its
            weights += given
    return rows, weights


@lru_cache(maxsize=50_000)
def _token(token: str, buckets: int) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Rows and weights of one word; remembered, since a catalogue repeats its words."""
    han = bool(IS_HAN.match(token))
    token = token if han else stem(token)
    parts = _han_parts(token) if han else _latin_parts(token)
    rows = [f"w:{token}", *parts]
    return (
        tuple(_bucket(name, buckets) for name in rows),
        (1.0, *([1.0 / len(parts)] * len(parts))),
    )


def train(
    draw: Callable[[int], Sequence[Pair]],
    config: Config | None = None,
    report: Callable[[int, float], None] = lambda step, loss: None,
) -> TextEncoder:
    """Learn from pairs that mean the same; `draw(n)` gives n of them, fresh each step."""
    config = config or Config()
    torch.manual_seed(config.seed)
    table = nn.EmbeddingBag(config.buckets, config.dimensions, mode="sum", sparse=True)
    nn.init.normal_(table.weight, std=0.1)
    optimiser = torch.optim.SparseAdam(table.parameters(), lr=config.rate)
    for step in range(config.steps):
        pairs = draw(config.batch)
        left = _encode(table, [a for a, _ in pairs], config)
        right = _encode(table, [b for _, b in pairs], config)
        loss = contrast(left, right, config.temperature)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 50 == 49:
            report(step + 1, float(loss.detach()))
    return TextEncoder(table.weight.detach().numpy().copy())


def contrast(left: Tensor, right: Tensor, temperature: float) -> Tensor:
    """Symmetric InfoNCE of unit vectors (B, d): row i of one belongs to row i of the other."""
    alike = left @ right.T / temperature
    target = torch.arange(len(left))
    return (nn.functional.cross_entropy(alike, target)
            + nn.functional.cross_entropy(alike.T, target)) / 2  # fmt: skip


def settings_of(config: Config) -> dict[str, float]:
    """The configuration as plain data, for a manifest."""
    return asdict(config)


def _encode(table: nn.EmbeddingBag, texts: Sequence[str], config: Config) -> Tensor:
    rows: list[int] = []
    weights: list[float] = []
    starts: list[int] = []
    for text in texts:
        starts.append(len(rows))
        its, given = _remembered(text, config.buckets)
        rows += its
        weights += given
    weight = torch.tensor(weights) * (torch.rand(len(weights)) >= config.dropout)
    found = table(torch.tensor(rows), torch.tensor(starts), per_sample_weights=weight)
    return nn.functional.normalize(found, dim=1)


@lru_cache(maxsize=4_096)
def _remembered(text: str, buckets: int) -> tuple[list[int], list[float]]:
    """Features in training, where the texts of products come again and again."""
    return features(text, buckets)


def _latin_parts(token: str) -> list[str]:
    framed = f"<{token}>"
    return [framed[i : i + n] for n in (3, 4) for i in range(len(framed) - n + 1)]


def _han_parts(token: str) -> list[str]:
    pairs = [token[i : i + 2] for i in range(len(token) - 1)] if len(token) > 2 else []
    return [*token, *pairs]


def _bucket(name: str, buckets: int) -> int:
    return zlib.crc32(name.encode()) % buckets

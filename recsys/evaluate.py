"""Leave-one-out ranking of all items: hit rate, NDCG, coverage and Gini at ten."""

from __future__ import annotations

import csv
import gzip
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from recsys.model import Act, Recommender

K = 10

Ranker = Callable[[Sequence[str], set[str]], list[str]]


def evaluate(path: Path) -> dict[str, dict[str, float]]:
    """Figures of the model and of popularity on a file of interactions; the last of each user is
    the test item, all items are ranked, seen ones excluded."""
    histories = read(path)
    known = [items[:-1] for items in histories if len(items) > 1]
    asked = [items[-1] for items in histories if len(items) > 1]
    began = time.monotonic()
    model = Recommender.fit(known, extra=asked)
    fit_s = time.monotonic() - began
    everything = set(model.items)

    def ranked(history: Sequence[str], seen: set[str]) -> list[str]:
        acts = [Act(name) for name in history]
        return [r.item_id for r in model.recommend(acts, K, everything - seen)]

    def popular(_history: Sequence[str], seen: set[str]) -> list[str]:
        return [r.item_id for r in model.recommend([], K, everything - seen)]

    figures = measure(ranked, known, asked, len(everything)) | {"fit_s": round(fit_s, 2)}
    return {"model": figures, "popularity": measure(popular, known, asked, len(everything))}


def measure(
    rank: Ranker, known: Sequence[Sequence[str]], asked: Sequence[str], items: int
) -> dict[str, float]:
    """HR@10, NDCG@10, share of items ever recommended, Gini of how often."""
    shown: dict[str, int] = defaultdict(int)
    gains = []
    for history, wanted in zip(known, asked, strict=True):
        found = rank(history, set(history) - {wanted})
        for name in found:
            shown[name] += 1
        gains.append(1 / np.log2(found.index(wanted) + 2) if wanted in found else 0.0)
    return {
        "hr@10": float(np.mean([gain > 0 for gain in gains])) if gains else 0.0,
        "ndcg@10": float(np.mean(gains)) if gains else 0.0,
        "coverage@10": len(shown) / max(items, 1),
        "gini": gini([*shown.values(), *[0] * (items - len(shown))]),
    }


def gini(counts: Sequence[int]) -> float:
    """0 where all are shown equally often, near 1 where few are shown always."""
    ordered = np.sort(np.array(counts, dtype=float))
    total = ordered.sum()
    if total == 0:
        return 0.0
    ranks = np.arange(1, len(ordered) + 1)
    return float((2 * (ranks * ordered).sum() / total - len(ordered) - 1) / len(ordered))


def read(path: Path) -> list[list[str]]:
    """Each user's items by time, from `user_id,item_id,timestamp`, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    users: dict[str, list[tuple[float, str]]] = defaultdict(list)
    with opened(path, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            users[row["user_id"]].append((float(row["timestamp"]), row["item_id"]))
    return [[item for _, item in sorted(acts)] for acts in users.values()]

"""From cosines to a chance that the shop sells what is seen, and to honest refusals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from vision.look import Sight, Vision
from vision.pictures import read
from vision.search import PictureIndex

SIZES = (0.0, 0.02, 0.04, 0.07, 0.1, 0.15)  # what being small and aside may cost, tried in turn


def calibrated(
    vision: Vision,
    index: PictureIndex,
    sold: Sequence[tuple[Path, str]],
    unsold: Sequence[Path],
    progress: Callable[[int], None],
) -> tuple[dict[str, float], dict[str, float]]:
    """The numbers for `PictureIndex.search`, and how well they do on the same pictures.

    `sold` are photos with their product ids, `unsold` photos of what the shop has nothing like.
    """
    seen = [(_look(vision, path, progress), name) for path, name in sold]
    other = [_look(vision, path, progress) for path in unsold]
    size = max(SIZES, key=lambda each: _right(index, seen, each))
    plain = {"size": size}
    scores = np.array([_score(index, sight, plain) for sight in [s for s, _ in seen] + other])
    truth = np.array([True] * len(seen) + [False] * len(other))
    fitted = LogisticRegression(C=100.0, class_weight="balanced").fit(scores[:, None], truth)
    weight, bias = float(fitted.coef_[0, 0]), float(fitted.intercept_[0])
    numbers = {"weight": weight, "middle": -bias / weight, "size": size}
    figures = {
        "recall@1": _right(index, seen, size),
        "refusal_auroc": float(roc_auc_score(truth, scores)),
        "sold_taken": float((scores[truth] >= numbers["middle"]).mean()),
        "unsold_refused": float((scores[~truth] < numbers["middle"]).mean()),
    }
    return numbers, figures


def _look(vision: Vision, path: Path, progress: Callable[[int], None]) -> Sight:
    found = vision.look(read(path))
    progress(1)
    return found


def _score(index: PictureIndex, sight: Sight, numbers: dict[str, float]) -> float:
    hits = index.search(sight, 1, calibration=numbers).hits
    return hits[0].similarity if hits else -1.0


def _right(index: PictureIndex, seen: Sequence[tuple[Sight, str]], size: float) -> float:
    """Recall@1 with a handicap of this size."""
    found = [index.search(sight, 1, calibration={"size": size}).hits for sight, _ in seen]
    pairs = zip(found, seen, strict=True)
    return float(
        np.mean([bool(h) and name in (h[0].product_id, *h[0].also) for h, (_, name) in pairs])
    )

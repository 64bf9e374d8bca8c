"""Telling kinds of things apart: a small head on the network's features, for any folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from shop.errors import Invalid
from vision.look import Vision
from vision.pictures import read

Floats = NDArray[np.float32]
Progress = Callable[[int], None]

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".gif", ".avif"}
SIDE = 224  # classification has time for the size that photos of this kind have
STRENGTH = 0.003  # inverse of the regularisation; chosen on validation pictures


@dataclass(frozen=True)
class Folder:
    """Pictures sorted into folders: the innermost is the class, the one above it the kind."""

    paths: list[Path]
    classes: list[str]
    kinds: list[str]
    """Empty where classes stand side by side."""


def folder_of(root: Path) -> Folder:
    """A folder per class, or classes in folders of their kinds (a class may be a kind itself).

    With three levels the topmost is a department and counts for nothing.
    """
    paths = sorted(p for p in root.rglob("*") if p.suffix.lower() in SUFFIXES)
    if not paths:
        raise Invalid(f"{root} has no pictures in folders")
    places = [path.parent.relative_to(root).parts for path in paths]
    deep = max(map(len, places))
    classes = ["/".join(place) for place in places]
    kinds = [place[min(deep - 2, len(place) - 1)] for place in places] if deep > 1 else []
    return Folder(paths, classes, kinds)


def classify(vision: Vision, known: Folder, asked: Folder, progress: Progress) -> dict[str, float]:
    """accuracy, and coarse_accuracy where classes have kinds, of a head trained on `known`."""
    head = Head.fit(described(vision, known.paths, progress), known.classes)
    chances = head.chances(described(vision, asked.paths, progress))
    guess = np.array(head.classes)[chances.argmax(1)]
    figures = {"accuracy": float(np.mean(guess == np.array(asked.classes)))}
    if known.kinds and asked.kinds:
        kind_of = dict(zip(known.classes, known.kinds, strict=True))
        names = sorted(set(kind_of.values()))
        member = np.array([[kind_of[c] == name for name in names] for c in head.classes], float)
        coarse = np.array(names)[(chances @ member).argmax(1)]
        figures["coarse_accuracy"] = float(np.mean(coarse == np.array(asked.kinds)))
    return figures


def described(vision: Vision, paths: Sequence[Path], progress: Progress) -> Floats:
    """(N, F) features of files, the mean of the picture and its mirror image."""
    rows = []
    for k in range(0, len(paths), 32):
        pictures = [read(path, 2 * SIDE) for path in paths[k : k + 32]]
        rows.append(vision.features(pictures, SIDE))
        progress(len(pictures))
    return np.concatenate(rows)


class Head:
    """Multinomial logistic regression over standardised features."""

    def __init__(self, model: LogisticRegression, scale: Floats, middle: Floats) -> None:
        self._model, self._scale, self._middle = model, scale, middle
        self.classes = [str(name) for name in model.classes_]

    @classmethod
    def fit(cls, features: Floats, classes: Sequence[str], strength: float = STRENGTH) -> Head:
        """Learn from features (N, F) and their classes."""
        middle = features.mean(0)
        scale = np.full_like(middle, 1 / max(float((features - middle).std()), 1e-6))
        rows = (features - middle) * scale
        model = LogisticRegression(C=strength, max_iter=300)
        return cls(model.fit(rows, list(classes)), scale, middle)

    def chances(self, features: Floats) -> Floats:
        """(N, classes)."""
        found: Floats = self._model.predict_proba((features - self._middle) * self._scale)
        return found

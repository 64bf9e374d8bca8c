"""The chance that a visit ends in a purchase, from its events so far.

A logistic regression over a few counts; it is calibrated by its nature (it minimises log loss),
its reasons are its own terms, and it takes microseconds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

Floats = NDArray[np.float64]

FEATURES = (
    "views",
    "searches",
    "favourites",
    "dismissals",
    "in_cart",
    "has_cart",
    "cart_share",
    "seen_again",
    "products",
    "minutes",
    "pace",
    "cart_value",
    "dearer_than_seen",
    "since_cart",
    "began_with_search",
)


class VisitEvent(NamedTuple):
    """One act of a visit; price in minor units."""

    kind: str
    product_id: str | None = None
    price: int | None = None
    quantity: int = 1
    seconds_since_start: float = 0.0


class Forecast(NamedTuple):
    """A probability, and the features that moved it most, in log odds."""

    probability: float
    reasons: list[tuple[str, float]]


class PurchaseIntent:
    """Weights over standardised `FEATURES`."""

    def __init__(self, mean: Floats, scale: Floats, weights: Floats, bias: float) -> None:
        self._mean, self._scale, self._weights, self._bias = mean, scale, weights, bias

    @classmethod
    def fit(cls, visits: Sequence[Sequence[VisitEvent]], bought: Sequence[bool]) -> Self:
        """Learn from unfinished visits and how they ended."""
        table, ends = features(visits), np.array(bought)
        if not len(visits) or ends.all() or not ends.any():
            rate = (ends.sum() + 1) / (len(ends) + 2)  # nothing to tell apart: the rate alone
            n = len(FEATURES)
            return cls(np.zeros(n), np.ones(n), np.zeros(n), float(np.log(rate / (1 - rate))))
        scaler = StandardScaler().fit(table)
        regression = LogisticRegression(max_iter=500).fit(scaler.transform(table), ends)
        bias = float(regression.intercept_[0])
        return cls(scaler.mean_, scaler.scale_, regression.coef_[0], bias)

    def probabilities(self, visits: Sequence[Sequence[VisitEvent]]) -> Floats:
        """(visits,): the chance of each."""
        odds = self._terms(features(visits)).sum(axis=1) + self._bias
        return np.asarray(1 / (1 + np.exp(-odds)))

    def predict(self, events: Sequence[VisitEvent]) -> Forecast:
        """The chance of one visit, with its three strongest reasons."""
        terms = self._terms(features([events]))[0]
        odds = float(terms.sum()) + self._bias
        strongest = np.argsort(-np.abs(terms))[:3]
        reasons = [(FEATURES[i], round(float(terms[i]), 3)) for i in strongest]
        return Forecast(float(1 / (1 + np.exp(-odds))), reasons)

    def save(self, folder: Path) -> None:
        """Write the weights as JSON."""
        kept = {
            "features": FEATURES,
            "mean": self._mean.tolist(),
            "scale": self._scale.tolist(),
            "weights": self._weights.tolist(),
            "bias": self._bias,
        }
        (folder / "purchase_intent.json").write_text(json.dumps(kept), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read what `save` wrote."""
        kept = json.loads((folder / "purchase_intent.json").read_text(encoding="utf-8"))
        mean, scale, weights = (np.array(kept[name]) for name in ("mean", "scale", "weights"))
        return cls(mean, scale, weights, kept["bias"])

    def _terms(self, table: Floats) -> Floats:
        return np.asarray((table - self._mean) / self._scale * self._weights)


def features(visits: Sequence[Sequence[VisitEvent]]) -> Floats:
    """(visits, features) as named in `FEATURES`."""
    rows = [_row(visit) for visit in visits]
    return np.array(rows, dtype=float).reshape(len(visits), len(FEATURES))


def _row(visit: Sequence[VisitEvent]) -> list[float]:
    kinds = Counter(event.kind for event in visit)
    seen = Counter(e.product_id for e in visit if e.kind == "view" and e.product_id)
    cart = [e for e in visit if e.kind == "cart"]
    prices = [e.price for e in visit if e.kind == "view" and e.price]
    middle = float(np.median(prices)) if prices else 0.0
    value = float(sum((e.price or 0) * e.quantity for e in cart))
    end = visit[-1].seconds_since_start if visit else 0.0
    minutes = end / 60
    return [
        np.log1p(kinds["view"]),
        kinds["search"],
        kinds["favourite"],
        kinds["dismiss"],
        np.log1p(len(cart)),
        float(bool(cart)),
        len(cart) / max(kinds["view"], 1),
        sum(count > 1 for count in seen.values()),
        np.log1p(len(seen)),
        np.log1p(minutes),
        len(visit) / (minutes + 1),
        np.log1p(value / 10_000),
        value / max(len(cart), 1) / middle - 1 if cart and middle else 0.0,
        np.log1p((end - cart[-1].seconds_since_start) / 60) if cart else 0.0,
        float(bool(visit) and visit[0].kind == "search"),
    ]

"""How many pieces of each product will be sold in the coming weeks.

Each method takes a history (products, weeks) and a horizon and gives (products, horizon):
the last value, a moving average, an autoregression and boosted trees learned over all products
together (each scaled by its own mean), the theta method (Assimakopoulos & Nikolopoulos 2000, as
simple exponential smoothing with half the trend: Hyndman & Billah 2003), and the mean of the last
three, which is what `forecast` uses.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.linear_model import Ridge

Floats = NDArray[np.float64]
Method = Callable[[Floats, int], Floats]

WINDOW = 4  # weeks of the moving average, lags of the autoregression
LAGS = 12  # of the trees
SMOOTHINGS = np.linspace(0.05, 0.95, 19)


def naive(history: Floats, horizon: int) -> Floats:
    """The last week again."""
    return np.repeat(history[:, -1:], horizon, axis=1)


def moving_average(history: Floats, horizon: int) -> Floats:
    """The mean of the last `WINDOW` weeks."""
    return np.repeat(history[:, -WINDOW:].mean(axis=1, keepdims=True), horizon, axis=1)


def autoregression(history: Floats, horizon: int) -> Floats:
    """AR(`WINDOW`) with one set of coefficients for all products, step by step."""
    scale, scaled = _scaled(history)
    rows, ends = _windows(scaled, WINDOW)
    return _stepped(Ridge(alpha=1.0).fit(rows, ends), scaled, WINDOW, horizon) * scale


def trees(history: Floats, horizon: int) -> Floats:
    """Boosted trees on the last `LAGS` weeks, one model for all products, step by step."""
    scale, scaled = _scaled(history)
    rows, ends = _windows(scaled, LAGS)
    model = HistGradientBoostingRegressor(
        loss="poisson", max_iter=150, learning_rate=0.05, max_leaf_nodes=15, random_state=0
    )
    return _stepped(model.fit(rows, ends), scaled, LAGS, horizon) * scale


def theta(history: Floats, horizon: int) -> Floats:
    """Exponential smoothing, its factor chosen for each product, plus half the linear trend."""
    weeks = np.arange(history.shape[1], dtype=float)
    centred = weeks - weeks.mean()
    slope = (history @ centred) / (centred @ centred)
    errors, levels = zip(*(_smoothed(history, float(a)) for a in SMOOTHINGS), strict=True)
    best = np.argmin(errors, axis=0)
    rows = np.arange(len(history))
    level, factor = np.array(levels)[best, rows], SMOOTHINGS[best]
    settled = (1 - (1 - factor) ** len(weeks)) / factor
    steps = np.arange(horizon)[None, :]
    found = level[:, None] + slope[:, None] / 2 * (steps + settled[:, None])
    return np.maximum(found, 0.0)


def forecast(history: Floats, horizon: int) -> Floats:
    """The mean of three methods that err differently."""
    return np.asarray(sum(m(history, horizon) for m in (autoregression, trees, theta)) / 3)


METHODS: dict[str, Method] = {
    "naive": naive,
    "moving_average": moving_average,
    "autoregression": autoregression,
    "theta": theta,
    "trees": trees,
    "forecast": forecast,
}


def wape(truth: Floats, found: Floats) -> float:
    """Sum of absolute errors over the sum of sales."""
    return float(np.abs(truth - found).sum() / max(truth.sum(), 1e-9))


def mase(history: Floats, truth: Floats, found: Floats) -> float:
    """Mean absolute error in units of each product's mean step from week to week.

    Products that never changed have no such unit and are left out.
    """
    steps = np.abs(np.diff(history, axis=1)).mean(axis=1)
    moving = steps > 0
    errors = np.abs(truth - found).mean(axis=1)
    return float((errors[moving] / steps[moving]).mean()) if moving.any() else 0.0


def _scaled(history: Floats) -> tuple[Floats, Floats]:
    scale = history.mean(axis=1, keepdims=True) + 1.0
    return scale, history / scale


def _windows(series: Floats, lags: int) -> tuple[Floats, Floats]:
    """All runs of `lags` weeks with the week that followed: (n, lags), (n,)."""
    runs = np.lib.stride_tricks.sliding_window_view(series, lags + 1, axis=1)
    flat = runs.reshape(-1, lags + 1)
    return flat[:, :-1], flat[:, -1]


def _stepped(model: object, series: Floats, lags: int, horizon: int) -> Floats:
    window = series[:, -lags:]
    for _ in range(horizon):
        following = np.maximum(model.predict(window[:, -lags:]), 0.0)  # type: ignore[attr-defined]  # any regressor
        window = np.column_stack([window, following])
    return window[:, -horizon:]


def _smoothed(history: Floats, factor: float) -> tuple[Floats, Floats]:
    """Sum of squared one-step errors and last level, per product."""
    level = history[:, 0].copy()
    errors = np.zeros(len(history))
    for week in history.T[1:]:
        errors += (week - level) ** 2
        level += factor * (week - level)
    return errors, level

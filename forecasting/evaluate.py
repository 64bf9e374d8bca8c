"""How good a forecast of purchases is: ranking, calibration; on visits and on any table."""

from __future__ import annotations

import csv
import gzip
import re
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold

from forecasting import demand

Floats = NDArray[np.float64]

FOLDS, BINS = 5, 10
YES = {"1", "true", "yes"}


def measure(chances: Floats, ends: NDArray[np.bool_]) -> dict[str, float]:
    """ROC-AUC, PR-AUC, expected calibration error over ten bins, Brier score."""
    return {
        "roc_auc": float(roc_auc_score(ends, chances)),
        "pr_auc": float(average_precision_score(ends, chances)),
        "ece": calibration_error(chances, ends),
        "brier": float(brier_score_loss(ends, chances)),
    }


def calibration_error(chances: Floats, ends: NDArray[np.bool_]) -> float:
    """Mean distance of what was said from what happened, over bins of equal width."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [
        (bins == b).mean() * abs(chances[bins == b].mean() - ends[bins == b].mean())
        for b in np.unique(bins)
    ]
    return float(sum(gaps))


def evaluate(
    path: Path, label: str, drop: list[str], split_by: tuple[str, set[str]] | None
) -> dict[str, float]:
    """Boosted trees on any table of sessions: stratified five-fold, or tested on the rows whose
    column has one of the values of `split_by`."""
    table, ends, names = read(path, label, drop + ([split_by[0]] if split_by else []))
    if split_by:
        tested = np.array([row[split_by[0]] in split_by[1] for row in rows_of(path)])
        chances = _trees(table[~tested], ends[~tested]).predict_proba(table[tested])[:, 1]
        return measure(chances, ends[tested])
    chances = np.zeros(len(ends))
    for known, tested in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(table, ends):
        chances[tested] = _trees(table[known], ends[known]).predict_proba(table[tested])[:, 1]
    return measure(chances, ends) | {"features": float(len(names))}


def read(path: Path, label: str, drop: list[str]) -> tuple[Floats, NDArray[np.bool_], list[str]]:
    """Numbers as they are, words as their rank; with the labels and the columns' names."""
    rows = rows_of(path)
    names = [name for name in rows[0] if name != label and name not in drop]
    ends = np.array([row[label].strip().lower() in YES for row in rows])
    table = np.column_stack([_column([row[name] for row in rows]) for name in names])
    return table, ends, names


def rows_of(path: Path) -> list[dict[str, str]]:
    """A table with commas, semicolons or tabs, gzipped or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        text = file.read()
    dialect = csv.Sniffer().sniff(text[:5000], delimiters=",;\t")
    return list(csv.DictReader(text.splitlines(), dialect=dialect))


def evaluate_demand(
    series: Path, test: Path | None = None, horizon: int = 4, origins: int = 1
) -> dict[str, dict[str, float]]:
    """`wape` and `mase` by method, the mean over origins that roll back `horizon` weeks each.

    The truth is the last weeks of `series`, or `test` with as many weeks as it has.
    """
    history = read_series(series)
    truth = read_series(test) if test else None
    found: dict[str, list[tuple[float, float]]] = {}
    for origin in range(1 if truth is not None else origins):
        end = history.shape[1] - origin * horizon
        known, wanted = (history, truth) if truth is not None else (
            history[:, : end - horizon], history[:, end - horizon : end])  # fmt: skip
        for name, method in demand.METHODS.items():
            guess = method(known, wanted.shape[1])
            pair = demand.wape(wanted, guess), demand.mase(known, wanted, guess)
            found.setdefault(name, []).append(pair)
    return {
        name: dict(zip(("wape", "mase"), np.mean(pairs, axis=0).tolist(), strict=True))
        for name, pairs in found.items()
    }


def read_series(path: Path) -> Floats:
    """(products, weeks): the columns `W<n>` or `V<n>` in order of n."""
    rows = rows_of(path)
    weeks = [name for name in rows[0] if re.fullmatch(r"[WV]\d+", name)]
    weeks.sort(key=lambda name: int(name[1:]))
    return np.array([[float(row[name] or 0) for name in weeks] for row in rows])


def _column(values: list[str]) -> Floats:
    try:
        return np.array([float(value) if value else np.nan for value in values])
    except ValueError:
        ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
        return np.array([ranks[value] for value in values], dtype=float)


def _trees(table: Floats, ends: NDArray[np.bool_]) -> HistGradientBoostingClassifier:
    trees = HistGradientBoostingClassifier(
        learning_rate=0.04, max_iter=180, max_leaf_nodes=12, l2_regularization=3.0, random_state=0
    )
    return trees.fit(table, ends)

"""Intent classification with refusal, on any pair of files: `python -m bot evaluate`."""

from __future__ import annotations

import csv
import gzip
import json
import os
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.rasa_components.intent_model import OUT_OF_SCOPE, IntentModel
from shop.errors import Invalid

OUTSIDE = "NO_NODES_DETECTED"  # the label of HINT3 for sentences that no intent serves


def evaluate(train: str, test: str, console: Console, *, as_json: bool) -> dict[str, float]:
    """Train on one file, test on the other; the threshold comes from the training file alone."""
    texts, labels = read(Path(train))
    asked, expected = read(Path(test))
    began = time.monotonic()
    model = IntentModel().fit(texts, labels)
    fit_s = time.monotonic() - began
    began = time.monotonic()
    verdicts = model.predict(asked)
    figures = measure([v.intent for v in verdicts], [v.ranking[0][0] for v in verdicts], expected)
    figures |= {
        "threshold": model.threshold,
        "fit_s": round(fit_s, 2),
        "ms_per_text": round(1000 * (time.monotonic() - began) / len(asked), 3),
    }
    table = Table(title=f"{len(texts)} training, {len(asked)} test, {os.cpu_count()} cores")
    table.add_column("figure")
    table.add_column("value", justify="right")
    for name, value in figures.items():
        table.add_row(name, f"{value:.4f}")
    console.print(table)
    if as_json:
        print(json.dumps(figures))
    return figures


def measure(judged: list[str], best: list[str], expected: list[str]) -> dict[str, float]:
    """`accuracy` over all; `in_scope_accuracy` of the best guess, refusal aside;
    `refusal_recall` among sentences out of scope, `in_scope_refused` among the others."""
    rows = list(zip(judged, best, expected, strict=True))
    inside = [row for row in rows if row[2] != OUT_OF_SCOPE]
    outside = [row for row in rows if row[2] == OUT_OF_SCOPE]
    return {
        "accuracy": _share([j == e for j, _, e in rows]),
        "in_scope_accuracy": _share([b == e for _, b, e in inside]),
        "in_scope_accepted_accuracy": _share([j == e for j, _, e in inside]),
        "in_scope_refused": _share([j == OUT_OF_SCOPE for j, _, _ in inside]),
        "refusal_recall": _share([j == OUT_OF_SCOPE for j, _, _ in outside]),
    }


def read(path: Path) -> tuple[list[str], list[str]]:
    """Sentences and labels of a CSV `sentence,label`, gzipped or not; raises `Invalid`."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
            rows = [(row["sentence"], row["label"]) for row in csv.DictReader(file)]
    except OSError as error:
        raise Invalid(f"{path}: {error.strerror}") from None
    except KeyError as error:
        raise Invalid(f"{path}: no column {error}") from None
    if not rows:
        raise Invalid(f"{path}: no rows")
    texts = [text for text, _ in rows]
    return texts, [OUT_OF_SCOPE if label == OUTSIDE else label for _, label in rows]


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else 0.0

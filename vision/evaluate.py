"""How well a picture finds its product."""

from __future__ import annotations

import csv
import gzip
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from shop.errors import Invalid
from vision.index import Embedded, Source, refreshed
from vision.look import Vision
from vision.pictures import read
from vision.search import PictureIndex

Progress = Callable[[int], None]


@dataclass(frozen=True)
class Row:
    """A picture and what it shows."""

    path: Path
    label: str


def rows_of(path: Path) -> list[Row]:
    """A CSV with columns path and label, gzipped or not; paths are relative to it."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    if not table or not {"path", "label"} <= set(table[0]):
        raise Invalid(f"{path} needs rows with the columns path and label")
    return [Row(path.parent / row["path"], row["label"]) for row in table]


def of_files(
    vision: Vision, catalogue: Sequence[Row], queries: Sequence[Row], progress: Progress
) -> dict[str, float]:
    """recall@1, recall@5 over products (labels), and ms_per_query from the file to the answer."""
    index = index_of(vision, catalogue, progress)
    first = fifth = 0
    times = []
    for row in queries:
        began = time.perf_counter()
        ranked = answer(vision, index, row.path)
        times.append((time.perf_counter() - began) * 1000)
        first += row.label in ranked[:1]
        fifth += row.label in ranked[:5]
        progress(1)
    count = len(queries)
    return {
        "recall@1": first / count,
        "recall@5": fifth / count,
        "ms_per_query": float(np.mean(times)),
        "ms_p95": float(np.quantile(times, 0.95)),
    }


def index_of(vision: Vision, catalogue: Sequence[Row], progress: Progress) -> PictureIndex:
    """An index of a table's pictures; raises `Invalid` where one cannot be read."""
    sources = [Source(str(row.path), row.label) for row in catalogue]
    index, failed = refreshed(vision, sources, _bytes, Embedded(None, vision.mark), progress)
    if failed:
        address, why = next(iter(failed.items()))
        raise Invalid(f"{len(failed)} catalogue pictures cannot be read: {address}: {why}")
    return index


def answer(vision: Vision, index: PictureIndex, path: Path, k: int = 5) -> list[str]:
    """Product ids for one file, best first; products with the same picture follow one another."""
    found = index.search(vision.look(read(path)), k, calibration=vision.calibration)
    return [name for hit in found.hits for name in (hit.product_id, *hit.also)]


def _bytes(address: str) -> bytes:
    return Path(address).read_bytes()

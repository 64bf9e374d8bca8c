"""Training views: products from all sides, in all colours, in the studio and in rooms."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from shop.demo.rendering.items import Item

IN_STUDIO = 0.3  # share of views before the plain backdrop


def render(
    wanted: Sequence[Item], out: Path, count: int, size: int, samples: int
) -> Iterator[tuple[Path, float]]:
    """`count` views of each product as <out>/<family>/<id>.<k>.jpg with a .json beside each.

    The records are those of `photo.photo`. Only what is missing is made; yields path and seconds.
    """
    from shop.demo.rendering.wear import packed

    for item in wanted:
        folder = out / item.family
        folder.mkdir(parents=True, exist_ok=True)
        for k in range(count):
            path = folder / f"{item.id}.{k}.jpg"
            if path.exists():
                continue
            start = time.perf_counter()
            colour = item.colours[k % len(item.colours)] if item.colours else ""
            picture, record = _view(item.in_colour(colour), k, size, samples)
            path.with_suffix(".json").write_text(json.dumps(record) + "\n", encoding="utf-8")
            path.write_bytes(packed(picture, 78))
            yield path, time.perf_counter() - start


def _view(item: Item, k: int, size: int, samples: int) -> tuple[Image.Image, dict[str, Any]]:
    chance = random.Random(f"{item.id}/view{k}")  # noqa: S311
    if chance.random() > IN_STUDIO:
        from shop.demo.rendering.photo import photo

        return photo(item, f"view{k}", size, samples, hard=size / 640)
    from shop.demo.rendering.studio import turned

    return turned(item, chance, size, samples)

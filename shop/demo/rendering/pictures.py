"""The pictures to be made of the catalogue: which are missing, made one product at a time."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from shop.demo.rendering.items import Item

KINDS = ("catalogue", "angle", "photo1", "photo2")
LIMIT = 30_000  # bytes of a catalogue picture
SHRUNK = 0.75  # the second angle and the photos are smaller than the catalogue picture


@dataclass(frozen=True)
class Wish:
    """What to render: catalogue picture's side in pixels, samples, and where to."""

    out: Path
    size: int = 640
    samples: int = 6
    kinds: tuple[str, ...] = KINDS
    every_colour: bool = False  # the catalogue picture in all colours, not only in the first


def path_of(out: Path, item: Item, kind: str) -> Path:
    """`mug-x.webp`, `mug-x.angle.webp`, `mug-x.photo1.jpg`, `mug-x.red.webp` in another colour."""
    name = item.id
    if item.colours and item.colour != item.colours[0]:
        name += f".{item.colour}"
    if kind == "catalogue":
        return out / f"{name}.webp"
    return out / f"{name}.{kind}.{'jpg' if kind.startswith('photo') else 'webp'}"


def render(wanted: Sequence[Item], wish: Wish) -> Iterator[tuple[Path, float]]:
    """Make what is missing; yields each picture's path and the seconds it took."""
    wish.out.mkdir(parents=True, exist_ok=True)
    for item in wanted:
        yield from _portraits(item, wish)
        for kind in wish.kinds:
            if kind.startswith("photo") and not path_of(wish.out, item, kind).exists():
                yield _photo(item, kind, wish)
        if wish.every_colour and "catalogue" in wish.kinds:
            for colour in item.colours[1:]:
                yield from _portraits(item.in_colour(colour), wish, ("catalogue",))


def missing(wanted: Sequence[Item], wish: Wish) -> int:
    """How many pictures `render` will make."""
    kinds = [(item, kind) for item in wanted for kind in wish.kinds]
    if wish.every_colour and "catalogue" in wish.kinds:
        kinds += [(i.in_colour(c), "catalogue") for i in wanted for c in i.colours[1:]]
    return sum(not path_of(wish.out, item, kind).exists() for item, kind in kinds)


def webp(picture: Image.Image, limit: int = LIMIT) -> bytes:
    """The picture as WebP, as good as fits into `limit` bytes."""
    for quality in (88, 82, 76, 68, 58, 45, 30):
        out = io.BytesIO()
        picture.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= limit:
            break
    return out.getvalue()


def _portraits(
    item: Item, wish: Wish, kinds: Sequence[str] = ("catalogue", "angle")
) -> Iterator[tuple[Path, float]]:
    from shop.demo.rendering.studio import portraits

    paths = {k: path_of(wish.out, item, k) for k in kinds if k in wish.kinds}
    sizes = {"catalogue": wish.size, "angle": round(wish.size * SHRUNK)}
    todo = {kind: sizes[kind] for kind, path in paths.items() if not path.exists()}
    if not todo:
        return
    start = time.perf_counter()
    for kind, picture in portraits(item, todo, wish.samples):
        paths[kind].write_bytes(webp(picture))
        yield paths[kind], (time.perf_counter() - start)
        start = time.perf_counter()


def _photo(item: Item, kind: str, wish: Wish) -> tuple[Path, float]:
    from shop.demo.rendering.photo import photo
    from shop.demo.rendering.wear import packed

    start = time.perf_counter()
    path = path_of(wish.out, item, kind)
    picture, record = photo(item, kind, round(wish.size * SHRUNK), wish.samples)
    path.with_suffix(".json").write_text(json.dumps(record) + "\n", encoding="utf-8")
    path.write_bytes(packed(picture, 62 + item.random.randrange(20)))
    return path, time.perf_counter() - start

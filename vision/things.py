"""What there is to learn from: things with clean pictures, and photos of some of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from PIL import Image

from vision import scenes
from vision.pictures import WHOLE, Box, read

KEPT = 288  # pixels of the longer side of a picture in memory
HELD_OUT = 4  # one product in so many is never trained on
MOST_BOXES = 4
NONE = -1
DEMO, GROCERY, CLOTHING = "demo", "grocery", "clothing"


@dataclass
class Photo:
    """A picture and the boxes of the goods in it, the one it is of first; none where unknown."""

    picture: Image.Image
    boxes: tuple[Box, ...] = ()


@dataclass
class Thing:
    """What is to be recognised: one row of the bank of clean pictures."""

    name: str
    group: int
    """Things of one group are the same to a shopper: one is never a wrong answer for another."""
    source: str
    picture: Image.Image
    label: int = NONE
    """Its class in its source's own scheme."""
    photos: list[Photo] = field(default_factory=list)

    @cached_property
    def cut(self) -> Image.Image | None:
        """It without its ground, where that is plain."""
        return scenes.cut_out(self.picture)


def held_out(product: str) -> bool:
    """Whether a product of the demo shop is kept for measuring."""
    return hashlib.sha256(product.encode()).digest()[0] % HELD_OUT == 0


def demo(pictures: Path, renders: Path) -> list[Thing]:
    """The demo shop's products in each colour, those held out aside."""
    found: list[Thing] = []
    groups: dict[str, int] = {}
    for path in sorted(pictures.glob("*.webp")):
        product = path.name.split(".")[0]
        if held_out(product):
            continue
        picture = read(path, KEPT)
        group = groups.setdefault(product, len(groups))
        found.append(Thing(path.stem, group, DEMO, picture))
    refresh(found, renders)
    return found


def refresh(things: list[Thing], renders: Path) -> None:
    """Take up photos and second angles that were rendered since."""
    for thing in things:
        if thing.source != DEMO:
            continue
        thing.photos = [
            p for kind in ("photo1", "photo2") if (p := _photo(renders, thing.name, kind))
        ]
        angle = renders / f"{thing.name}.angle.webp"
        if angle.exists():
            picture = read(angle, KEPT)
            box = scenes.cut_out(picture)
            thing.photos.append(Photo(picture, (WHOLE,)) if box is None else Photo(box))


def _photo(folder: Path, name: str, kind: str) -> Photo | None:
    path, record = folder / f"{name}.{kind}.jpg", folder / f"{name}.{kind}.json"
    if not path.exists() or not record.exists():
        return None
    raw = json.loads(record.read_text(encoding="utf-8"))
    wide, high = raw["size"]
    boxes = [_shares(each["box"], wide, high) for each in (raw, *raw["others"])]
    return Photo(read(path, 480), tuple(b for b in boxes if b.area > 0.002)[:MOST_BOXES])


def _shares(box: list[float], wide: float, high: float) -> Box:
    return Box(box[0] / wide, box[1] / high, box[2] / wide, box[3] / high)


def grocery(folder: Path, group: int) -> list[Thing]:
    """The 81 clean pictures, each with the phone photos of `train`."""
    photos: dict[int, list[Photo]] = {}
    for line in (folder / "train.txt").read_text(encoding="utf-8").splitlines():
        path, fine, _ = (part.strip() for part in line.split(","))
        photos.setdefault(int(fine), []).append(Photo(read(folder / path, KEPT)))
    found = []
    for line in (folder / "classes.csv").read_text(encoding="utf-8").splitlines()[1:]:
        name, fine, _, _, path, *_ = line.split(",")
        picture = read(folder / path.lstrip("/"), KEPT)
        label = int(fine)
        found.append(Thing(name, group + label, GROCERY, picture, label, photos[label]))
    return found


def clothing(folder: Path, group: int) -> list[Thing]:
    """Photos of clothes, each a thing of its own with its kind as label."""
    kinds = sorted(path.name for path in folder.iterdir())
    found: list[Thing] = []
    for label, kind in enumerate(kinds):
        for path in sorted((folder / kind).iterdir()):
            picture = read(path, KEPT)
            found.append(Thing(path.stem, group + len(found), CLOTHING, picture, label))
    return found

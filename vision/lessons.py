"""What the network learns from: things, each with a clean picture, and views of them."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from torch.utils.data import IterableDataset

from vision import scenes
from vision.pictures import WHOLE, Box, cropped, on_square, read, squared, stacked, window

KEPT = 288  # pixels of the longer side of a picture in memory
HELD_OUT = 4  # one product in so many is never trained on
MOST_BOXES = 4
NONE = -1
DEMO, GROCERY, CLOTHING = "demo", "grocery", "clothing"
SHARES = {DEMO: 10, GROCERY: 7, CLOTHING: 7}  # pairs of a batch


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


class Batch(NamedTuple):
    """Pairs of a clean picture and a view; pixels are bytes (P, 3, S, S)."""

    clean: Tensor
    view: Tensor
    row: Tensor
    """(P,) of the bank."""
    boxes: Tensor
    """(2P, MOST_BOXES, 4), clean pictures first, NaN where there is no further box."""
    known: Tensor
    """(2P,) whether the boxes are known at all."""
    clothing: Tensor
    """(2P,) class or NONE."""
    grocery: Tensor
    """(2P,) class or NONE."""


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


class Lessons(IterableDataset[Batch]):
    """An endless stream of batches; a worker of its own draws them."""

    def __init__(
        self, things: list[Thing], renders: Path, sides: tuple[int, ...], seed: int
    ) -> None:
        self.things, self.renders, self.sides, self.seed = things, renders, sides, seed
        self.rows = {s: [k for k, t in enumerate(things) if t.source == s] for s in SHARES}
        self.shots = [(k, p) for k in self.rows[GROCERY] for p in things[k].photos]
        self.cutters = [t for t in things if t.source != CLOTHING]

    def __iter__(self) -> Iterator[Batch]:
        torch.set_num_threads(1)
        chance = random.Random(self.seed)  # noqa: S311
        while True:
            refresh(self.things, self.renders)
            for _ in range(150):
                yield self.batch(chance)

    def batch(self, chance: random.Random) -> Batch:
        """One batch of pairs."""
        side = chance.choice(self.sides)
        pairs = [self.pair(source, side, chance) for source, n in SHARES.items() for _ in range(n)]
        rows, cleans, views = zip(*pairs, strict=True)
        sources = [self.things[row] for row in rows]
        labels = {
            s: torch.tensor(
                [t.label if t.source == s else NONE for t in sources]
                + [t.label if t.source == s and v.whole else NONE
                   for t, v in zip(sources, views, strict=True)]
            )
            for s in (CLOTHING, GROCERY)
        }  # fmt: skip
        shots = (*cleans, *views)
        return Batch(
            stacked([shot.picture for shot in cleans]),
            stacked([shot.picture for shot in views]),
            torch.tensor(rows),
            torch.from_numpy(np.stack([_table(shot.boxes) for shot in shots])),
            torch.tensor([bool(shot.boxes) for shot in shots]),
            labels[CLOTHING],
            labels[GROCERY],
        )

    def pair(self, source: str, side: int, chance: random.Random) -> tuple[int, View, View]:
        """A thing's row, its clean picture and a view of it."""
        if source == GROCERY and chance.random() < 0.85:
            row, photo = chance.choice(self.shots)
            shot = scenes.tilted(photo.picture, chance)
            if chance.random() < 0.3:
                shot = scenes.patched(shot, chance)
            view = View(scenes.worn(squared(shot, side), chance, 0.8), (), True)
            return row, self.clean(self.things[row], side, chance), view
        row = chance.choice(self.rows[source])
        thing = self.things[row]
        return row, self.clean(thing, side, chance), self.view(thing, side, chance)

    def clean(self, thing: Thing, side: int, chance: random.Random) -> View:
        """A catalogue picture, hardly changed; a photo of clothes as people take it."""
        picture = thing.picture
        if thing.source == CLOTHING:
            picture = scenes.worn(scenes.tilted(picture, chance, 0.8), chance, 0.7)
            if chance.random() < 0.5:
                picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        elif chance.random() < 0.3:
            picture = scenes.worn(scenes.tilted(picture, chance, 0.3), chance, 0.4)
        return View(squared(picture, side), (), True)

    def view(self, thing: Thing, side: int, chance: random.Random) -> View:
        """A photo of the thing, or its picture in a clutter, or its picture changed a little."""
        if thing.source == CLOTHING and chance.random() < 0.35:
            return self.clean(thing, side, chance)
        if thing.source == DEMO and chance.random() < 0.12:
            shot = scenes.worn(scenes.tilted(thing.picture, chance, 0.6), chance, 0.8)
            return View(squared(shot, side), (), True)
        photo = self.photo(thing, chance)
        picture, boxes = photo.picture, photo.boxes
        alone = chance.random() < 0.6
        if alone:
            cut = window(picture.size, _jittered(boxes[0], chance), chance.uniform(0.0, 0.3))
        else:
            cut = _around(boxes[0], chance)
        shot = scenes.worn(cropped(picture, cut, side), chance, 0.9)
        placed = [on_square(box, picture.size, cut) for box in boxes]
        return View(shot, tuple(box for box in placed if box.area > 0.004), alone)

    def photo(self, thing: Thing, chance: random.Random) -> Photo:
        """A rendered photo where there is one, else a scene made up."""
        if thing.photos and thing.source == DEMO and chance.random() < 0.6:
            found = chance.choice(thing.photos)
            if found.boxes:
                return found
            body = found.picture  # a second angle, cut out
        else:
            body = thing.cut if thing.cut is not None and chance.random() < 0.9 else thing.picture
        grounds = [self.things[chance.choice(self.rows[CLOTHING])].picture for _ in range(2)]
        grounds += [chance.choice(self.shots)[1].picture for _ in range(2)]
        others = chance.sample(self.cutters, chance.choice((0, 0, 1, 2, 3)))
        cuts = [thing.cut for thing in others if thing.cut is not None]
        picture, boxes = scenes.scene(body, grounds, cuts, chance)
        return Photo(picture, tuple(boxes))


class View(NamedTuple):
    """A square picture, its boxes (none: unknown), and whether its class can be told from it."""

    picture: Image.Image
    boxes: tuple[Box, ...]
    whole: bool


def _jittered(box: Box, chance: random.Random) -> Box:
    wide, high = box.right - box.left, box.bottom - box.top
    a, b, c, d = (chance.uniform(-0.12, 0.12) for _ in range(4))
    return Box(box.left + a * wide, box.top + b * high, box.right + c * wide, box.bottom + d * high)


def _around(box: Box, chance: random.Random) -> Box:
    """A window that holds the box, up to the whole picture."""
    if chance.random() < 0.4:
        return WHOLE
    left, top, right, bottom = (chance.random() ** 0.5 for _ in range(4))
    return Box(
        box.left * (1 - left), box.top * (1 - top),
        box.right + (1 - box.right) * right, box.bottom + (1 - box.bottom) * bottom,
    )  # fmt: skip


def _table(boxes: tuple[Box, ...]) -> np.ndarray:
    table = np.full((MOST_BOXES, 4), np.nan, np.float32)
    for k, box in enumerate(boxes[:MOST_BOXES]):
        table[k] = box
    return table
